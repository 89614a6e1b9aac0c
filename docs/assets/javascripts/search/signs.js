// The sign that a query sounds like. Its words may stand in any order, if they stand close together.

import { wordsOf } from "./words.js";

const SLACK = 2;
const LEVELS = ["now", "today", "soon"];
const QUOTED = /"([^"]+)"/g;

/** Return the most urgent sign that a query sounds like, if any; what is harmless is taken out of the query before. */
export function signIn(query, { signs, harmless }, reader) {
  let left = reader.read(query);
  for (const phrase of harmless) {
    const calm = matched(left, query, phrase, reader) ?? [];
    left = left.filter((each) => !calm.includes(each));
  }
  const sounding = signs.flatMap((sign) => sign.words.flatMap((phrase) => ({ sign, found: matched(left, query, phrase, reader) }))).filter(({ found }) => found);
  const closest = sounding.filter(({ found }) => !sounding.some((other) => other.found.length > found.length && found.every((each) => other.found.includes(each))));
  return closest.sort((one, other) => LEVELS.indexOf(one.sign.level) - LEVELS.indexOf(other.sign.level))[0]?.sign;
}

/** Return those tokens of a query that a phrase is in; words in quotes are meant by the letter: "legs" are not one leg. */
function matched(tokens, query, phrase, reader) {
  const [run] = phrase.match(/^"(.+ .+)"$/)?.slice(1) ?? [];
  if (run) {
    return spoken(tokens, query, run);
  }
  const exact = Array.from(phrase.matchAll(QUOTED), ([, word]) => word);
  const wanted = reader.read(phrase).map(({ term, words: [{ word }] }) => (each) => exact.includes(word) ? each.words[0].word === word : each.term === term);
  for (let at = 0; at + wanted.length <= tokens.length; at += 1) {
    const found = together(tokens.slice(at, at + wanted.length + SLACK), wanted);
    if (found) {
      return found;
    }
  }
}

function together(near, wanted) {
  const found = [];
  for (const fits of wanted) {
    const next = near.find((each) => !found.includes(each) && fits(each));
    if (!next) {
      return undefined;
    }
    found.push(next);
  }
  return found;
}

function spoken(tokens, query, run) {
  const said = wordsOf(query);
  const wanted = wordsOf(run);
  const at = said.findIndex((_, start) => wanted.every(({ word }, next) => said[start + next]?.word === word));
  const inside = ({ start }) => said.slice(at, at + wanted.length).some((each) => each.start === start);
  return at < 0 ? undefined : tokens.filter(({ words }) => words.some(inside));
}

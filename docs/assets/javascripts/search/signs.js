// The sign that a query sounds like. Its words may stand in any order, if they stand close together.

import { wordsOf } from "./words.js";

const SLACK = 2;
const LEVELS = ["now", "today", "soon"];

/** Return a function that gives the most urgent sign which a query sounds like, if any; what is harmless goes before. */
export function signsFor({ signs, harmless }, reader) {
  const calm = harmless.map((phrase) => matcherOf(phrase, reader));
  const sounds = signs.flatMap((sign) => sign.words.map((phrase) => ({ sign, match: matcherOf(phrase, reader) })));
  return (query) => {
    const tokens = calm.reduce((left, match) => {
      const found = match(left, query) ?? [];
      return left.filter((each) => !found.includes(each));
    }, reader.read(query));
    const heard = sounds.map(({ sign, match }) => ({ sign, found: match(tokens, query) })).filter(({ found }) => found);
    const closest = heard.filter(({ found }) => !heard.some((other) => other.found.length > found.length && found.every((each) => other.found.includes(each))));
    return closest.sort((one, other) => LEVELS.indexOf(one.sign.level) - LEVELS.indexOf(other.sign.level))[0]?.sign;
  };
}

// Gives those tokens of a query that a phrase is in. Words in quotes are meant by the letter: "legs" are not one leg.
function matcherOf(phrase, reader) {
  const [, run] = phrase.match(/^"(.+ .+)"$/) ?? [];
  if (run) {
    return (tokens, query) => spoken(tokens, query, wordsOf(run));
  }
  const exact = Array.from(phrase.matchAll(/"([^"]+)"/g), ([, word]) => word);
  const wanted = reader.read(phrase).map(({ term, words: [{ word }] }) => (each) => (exact.includes(word) ? each.words[0].word === word : each.term === term));
  return (tokens) => {
    for (let at = 0; wanted.length && at + wanted.length <= tokens.length; at += 1) {
      const found = together(tokens.slice(at, at + wanted.length + SLACK), wanted);
      if (found) {
        return found;
      }
    }
  };
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
  const at = said.findIndex((_, start) => run.every(({ word }, next) => said[start + next]?.word === word));
  const inside = ({ start }) => said.slice(at, at + run.length).some((each) => each.start === start);
  return at < 0 ? undefined : tokens.filter(({ words }) => words.some(inside));
}

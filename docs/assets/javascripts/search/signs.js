// The sign that a query sounds like. Words may stand in any order, if they stand close together.

const SLACK = 2;
const LEVELS = ["now", "today", "soon"];

/** Return the most urgent sign that the words of a query sound like; what is harmless is taken out of them before. */
export function signIn(tokens, { signs, harmless }, reader) {
  let left = tokens;
  for (const phrase of harmless) {
    const found = matched(left, wanted(phrase, reader));
    left = left.filter((each) => !found.includes(each));
  }
  const sounding = signs.flatMap((sign) =>
    sign.words.map((phrase) => ({ sign, found: matched(left, wanted(phrase, reader)) })).filter(({ found }) => found.length),
  );
  const closest = sounding.filter(({ found }) => !sounding.some((other) => other.found.length > found.length && found.every((each) => other.found.includes(each))));
  closest.sort((one, other) => LEVELS.indexOf(one.sign.level) - LEVELS.indexOf(other.sign.level));
  return closest[0]?.sign;
}

// What stands in quotes is meant by the letter: "legs" are not one leg.
function wanted(phrase, reader) {
  const exact = Array.from(phrase.matchAll(/"([^"]+)"/g), ([, word]) => word);
  return reader.read(phrase).map(({ term, words }) => (exact.includes(words[0].word) ? { word: words[0].word } : { term }));
}

function matched(tokens, specs) {
  for (let at = 0; at < tokens.length && specs.length; at += 1) {
    const near = tokens.slice(at, at + specs.length + SLACK);
    const found = [];
    for (const { term, word } of specs) {
      const next = near.find((each) => !found.includes(each) && (word ? each.words[0].word === word : each.term === term));
      if (!next) {
        break;
      }
      found.push(next);
    }
    if (found.length === specs.length) {
      return found;
    }
  }
  return [];
}

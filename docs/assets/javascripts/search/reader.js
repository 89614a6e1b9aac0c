// A reader of queries: it leaves out small words that have no meaning of their own, takes words back to their stems, and words of one meaning for one.

import { stemmer } from "../vendor/stemmer.js";
import { wordsOf } from "./words.js";

/** Return a reader for the small words and the groups of one meaning; the first of a group stands for all of it. */
export function readerFor({ small, same }) {
  const meaning = new Set(same.flatMap((group) => group.flatMap((each) => (wordsOf(each).length === 1 ? wordsOf(each)[0].word : []))));
  const few = new Set(small.filter((word) => !meaning.has(word)));
  const unsought = new Set(small);
  const stemOf = (text) => stemmer(wordsOf(text)[0].word);
  const single = new Map();
  const members = new Map();
  for (const [first, ...others] of same) {
    const alone = others.filter((other) => wordsOf(other).length === 1);
    alone.forEach((other) => single.set(stemOf(other), stemOf(first)));
    members.set(stemOf(first), [first, ...alone].map((each) => wordsOf(each)[0].word));
  }
  const terms = new Map();
  const phrases = same
    .flatMap(([first, ...others]) => others.map((other) => ({ term: stemOf(first), terms: important(other).map(({ word }) => termOf(word)) })))
    .filter(({ terms }) => terms.length > 1)
    .sort((one, other) => other.terms.length - one.terms.length);
  const begins = new Map(phrases.map(({ terms: [first] }) => [first, phrases.filter((each) => each.terms[0] === first)]));

  function important(text) {
    return wordsOf(text).filter(({ word }) => !few.has(word));
  }

  /** Return what stands for a single word. */
  function termOf(word) {
    if (!terms.has(word)) {
      const stem = stemmer(word);
      terms.set(word, single.get(stem) ?? stem);
    }
    return terms.get(word);
  }

  /** Return the terms of a text in their order, each with its words: one that stands for a phrase has several. */
  function read(text) {
    const words = important(text);
    const all = words.map(({ word }) => termOf(word));
    const found = [];
    for (let at = 0; at < words.length; at += found.at(-1).words.length) {
      const phrase = begins.get(all[at])?.find((one) => one.terms.every((term, next) => all[at + next] === term));
      found.push({ term: phrase?.term ?? all[at], words: words.slice(at, at + (phrase?.terms.length ?? 1)) });
    }
    return found;
  }

  /** Return the single words that mean what a term does. */
  const meant = (term) => members.get(term) ?? [];

  /** Return whether a token is looked for in pages: small words only tell a sign. */
  const sought = ({ words }) => words.some(({ word }) => !unsought.has(word));

  return { read, termOf, meant, sought };
}

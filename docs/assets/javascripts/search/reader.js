// A reader of queries: it leaves out small words, takes words back to their stems, and words of one meaning for one.

import { stemmer } from "../vendor/stemmer.js";
import { wordsOf } from "./words.js";

/** Return a reader for the small words and the groups of one meaning; the first of a group stands for all. */
export function readerFor({ small, same }) {
  const few = new Set(small);
  const single = new Map();
  const phrases = [];
  for (const [first, ...others] of same) {
    const term = stemmer(wordsOf(first)[0].word);
    for (const other of others) {
      const stems = bare(other).map((each) => stemmer(each.word));
      if (stems.length === 1) {
        single.set(stems[0], term);
      } else {
        phrases.push({ stems, term });
      }
    }
  }
  phrases.sort((one, other) => other.stems.length - one.stems.length);

  function bare(text) {
    return wordsOf(text).filter(({ word }) => !few.has(word));
  }

  /** Return what stands for a single word. */
  function termOf(word) {
    const stem = stemmer(word);
    return single.get(stem) ?? stem;
  }

  /** Return the terms of a text in their order, each with its words: of a phrase that stands for one word it has several. */
  function read(text) {
    const words = bare(text);
    const stems = words.map(({ word }) => stemmer(word));
    const found = [];
    for (let at = 0; at < words.length; ) {
      const phrase = phrases.find(({ stems: wanted }) => wanted.every((stem, next) => stems[at + next] === stem));
      const length = phrase ? phrase.stems.length : 1;
      found.push({ term: phrase ? phrase.term : termOf(words[at].word), words: words.slice(at, at + length) });
      at += length;
    }
    return found;
  }

  /** Return the single words of one meaning with a term. */
  function meant(term) {
    return same.filter(([first]) => stemmer(wordsOf(first)[0].word) === term).flatMap((group) => group.flatMap((each) => wordsOf(each).length === 1 ? wordsOf(each)[0].word : []));
  }

  return { read, termOf, meant, isSmall: (word) => few.has(word) };
}

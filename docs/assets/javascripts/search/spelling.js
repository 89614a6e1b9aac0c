// Spelling: for a word that the guide does not know, the nearest that it does.

import MiniSearch from "../vendor/minisearch.js";

const LONG = 5;
const LONGER = 8;

/** Return a function that gives the known word which a misspelt one is taken for: one with the same first letter. Short words stay. */
export function spellingFor(known) {
  const engine = new MiniSearch({ fields: ["word"], idField: "word" });
  engine.addAll(known.map((word) => ({ word })));
  return (word) => {
    if (word.length < LONG) {
      return word;
    }
    for (const fuzzy of word.length < LONGER ? [1] : [1, 2]) {
      const near = engine.search(word, { fuzzy }).find((each) => each.id[0] === word[0]);
      if (near) {
        return near.id;
      }
    }
    return word;
  };
}

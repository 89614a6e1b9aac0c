// Spelling: for a word that the guide does not know, the nearest that it does.

import MiniSearch from "../vendor/minisearch.js";

const LONG = 5;
const LONGER = 8;

/** Return a function that gives the known word which a misspelt one is taken for; short words are taken as they are. */
export function spellingFor(known) {
  const engine = new MiniSearch({ fields: ["word"], idField: "word", storeFields: ["word"] });
  engine.addAll(known.map((word) => ({ word })));
  return (word) => {
    if (word.length < LONG) {
      return word;
    }
    for (const fuzzy of word.length < LONGER ? [1] : [1, 2]) {
      const found = engine.search(word, { fuzzy }).map((each) => each.word);
      const near = found.filter((each) => each[0] === word[0]);
      if (near.length || found.length) {
        return near[0] ?? found[0];
      }
    }
    return word;
  };
}

// Spelling: for a word that the guide does not know, the nearest that it does.

import MiniSearch from "../vendor/minisearch.js";

const LONG = 5;
const LONGER = 8;
const SHORTEST = 3;

/** Return a function that gives, for the words that are known and a test for other forms of them, what a misspelt word is taken for: a known one with the same first letter, or two that were typed as one. A short word only has letters changed back that changed places. */
export function spellingFor(known, isKnown) {
  const engine = new MiniSearch({ fields: ["word"], idField: "word" });
  engine.addAll(known.map((word) => ({ word })));

  const near = (word, fuzzy) => engine.search(word, { fuzzy }).find((each) => each.id[0] === word[0])?.id;

  // Two letters that changed places, which is the commonest slip of all.
  function turned(word) {
    const places = Array.from(word.slice(1), (_, at) => at);
    return places.map((at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)).find(isKnown);
  }

  function parted(word) {
    const places = Array.from(word, (_, at) => at).slice(SHORTEST, 1 - SHORTEST);
    const at = places.find((each) => isKnown(word.slice(0, each)) && isKnown(word.slice(each)));
    return at && `${word.slice(0, at)} ${word.slice(at)}`;
  }

  return (word) => {
    if (word.length < LONG) {
      return (word.length === LONG - 1 && turned(word)) || word;
    }
    return turned(word) ?? near(word, 1) ?? parted(word) ?? (word.length < LONGER ? undefined : near(word, 2)) ?? word;
  };
}

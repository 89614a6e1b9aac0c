// The link: a deck as the fragment of an address, and back. A fragment never leaves the browser. New links are written
// as in link/two.js; those of the first version (link/one.js) are read for good.

import { fill } from "../phrase.js";
import { EMPTY, withChoice } from "./deck.js";
import { LONGEST, clean } from "./link/clean.js";
import * as one from "./link/one.js";
import * as two from "./link/two.js";

/** Return the fragment of a deck, without its #. */
export function encode(deck) {
  return two.encode(deck);
}

/** Return the deck that a fragment describes, as far as it can be read, and a sentence for each thing dropped.
 *
 * A fragment that is not about a deck at all gives null. A deck without cards never comes without a sentence.
 */
export function decode(fragment, catalogue, usual = EMPTY) {
  if (fragment.replace(/^#/, "") === "") {
    return { deck: null, dropped: [] };
  }
  const words = catalogue.words.studio.link;
  const { values, broken, tooLong } = clean(fragment);
  const dropped = tooLong ? [fill(words.too_long, { number: LONGEST.toLocaleString(catalogue.language) })] : [];
  if (!values.has("v") && !values.has("cards")) {
    return { deck: null, dropped: [...dropped, words.no_plan] };
  }
  const version = values.get("v");
  if (broken) {
    dropped.push(words.broken);
  }
  if (version !== "1" && version !== "2") {
    dropped.push(words.other_version);
  }
  const choice = (version === "2" ? two : one).read(values, catalogue, usual, dropped);
  const deck = withChoice(usual, choice, catalogue);
  if (deck.cards.length === 0 && dropped.length === 0) {
    dropped.push(words.empty);
  }
  return { deck, dropped };
}

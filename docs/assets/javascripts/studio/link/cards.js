// What both versions of the link say about their cards.

import { counted, fill, listed } from "../../phrase.js";

/** Return the cards in a text, each once. `read` gives a card, or the name of one that is not there. */
export function gathered(text, between, read, catalogue, dropped) {
  const { link, says } = catalogue.words.studio;
  const cards = new Map();
  const unknown = new Set();
  let twice = 0;
  for (const piece of text.split(between).filter(Boolean)) {
    const { id, name, dose } = read(piece);
    if (!id) {
      unknown.add(name);
    } else if (cards.has(id)) {
      twice += 1;
    } else {
      cards.set(id, Object.freeze({ id, dose }));
    }
  }
  if (unknown.size) {
    dropped.push(fill(link.unknown, { exercises: counted(says.exercises, unknown.size), names: named([...unknown], link.and_more) }));
  }
  if (twice) {
    dropped.push(counted(link.twice, twice));
  }
  return [...cards.values()];
}

/** Say which parts of a dose do not fit its exercise, if any. */
export function notFitting(parts, exercise, catalogue, dropped) {
  const words = catalogue.words.studio.link;
  if (parts.length) {
    const names = listed(catalogue.words.dose, parts.map((part) => words.parts[part]));
    dropped.push(fill(words.dose, { title: exercise.title, parts: names }));
  }
}

// Names from a link are strangers: three of them, short, letters that no reader takes for words of ours.
function named(ids, andMore) {
  const shown = ids.slice(0, 3).map((id) => `“${id.replace(/[^\w-]/g, "?").slice(0, 30)}”`);
  const names = shown.join(", ");
  return ids.length > shown.length ? fill(andMore, { names }) : names;
}

// Room: how many letters of a note a card holds, found by trying on a sheet that nobody sees.

import { sheets } from "../sheets.js";
import { fit } from "./fit.js";
import { sheetElement } from "./sheet.js";

const FILLER = "aeinorst ";
const STEP = 10;
const PLAN = "plan";

/** Return how many letters a note may have on the card with an id (or on that of the "plan") in a hidden element, up to
 * `most`. `note` is what stands there now; what could follow it is of letters as wide as they are on average.
 */
export function roomFor(id, note, most, { deck, about, hidden }) {
  const holds = (letters) => isHeld(id, lengthened(note, letters), { deck, about, hidden });
  let [least, too] = [0, Math.floor(most / STEP) + 1];
  while (too - least > 1) {
    const middle = Math.floor((least + too) / 2);
    [least, too] = holds(middle * STEP) ? [middle, too] : [least, middle];
  }
  hidden.replaceChildren();
  return least * STEP;
}

function lengthened(note, letters) {
  return (note + FILLER.repeat(Math.ceil(letters / FILLER.length))).slice(0, letters);
}

function isHeld(id, note, { deck, about, hidden }) {
  const personal = {
    ...about.personal,
    notes: id === PLAN ? note : "",
    cardNotes: new Map(id === PLAN ? [] : [[id, note]]),
  };
  const alone = { ...deck, cards: id === PLAN ? deck.cards : deck.cards.filter((card) => card.id === id) };
  const laid = sheets(alone, { plan: id === PLAN }).map((sheet) => only(sheet, id));
  const own = { ...about, personal, keep: (_, make) => make() };
  const total = { pages: laid.length, sides: deck.sides, paper: deck.paper };
  hidden.replaceChildren(...laid.slice(0, 2).map((sheet) => sheetElement(sheet, 1, total, own)));
  return fit(hidden).length === 0;
}

// The sheet with the faces of one card alone.
function only(sheet, id) {
  return { ...sheet, slots: sheet.slots.map((slot) => (slot && (slot.card?.id ?? PLAN) === id ? slot : null)) };
}

// Laying out: as few pages as a deck takes with nothing cut. What does not fit is named, so that the page can say so.

import { element } from "../element.js";
import { sheets } from "../sheets.js";
import { fit } from "./fit.js";
import { sheetElement } from "./sheet.js";

/** At most so many exercises on a page of the handout, and lines on one of the log: fewer where they do not fit. */
const TRIES = { rows: [5, 4, 3, 2, 1], log: [12, 11, 10, 8, 6, 5] };
const ALL = [1];

/** Lay a deck out in an element. `about` is what `sheetElement` needs. Return `pages`, and what is too long: `notes` that
 * stay off the paper, and `words` of cards that leave no room for pictures, as ids of cards or "plan"; `codeless` says
 * whether the code of the plan had to be left out.
 */
export function layOut(parent, deck, about) {
  const whole = shortest(parent, deck, about);
  const { notes, cardNotes } = about.personal;
  const tooLong = whole.full.filter((id) => (id === "plan" ? notes : cardNotes.has(id)));
  if (tooLong.length === 0) {
    return { pages: whole.pages, notes: [], words: whole.full, codeless: isCodeless(parent) };
  }
  const shorter = shortest(parent, deck, { ...about, personal: without(about.personal, tooLong) });
  return { pages: shorter.pages, notes: tooLong, words: shorter.full, codeless: isCodeless(parent) };
}

/** Return what is personal without the notes with these ids. */
function without(personal, ids) {
  const cardNotes = new Map([...personal.cardNotes].filter(([id]) => !ids.includes(id)));
  return { ...personal, cardNotes, notes: ids.includes("plan") ? "" : personal.notes };
}

function shortest(parent, deck, about) {
  let found = { pages: 0, full: [] };
  for (const most of TRIES[deck.layout] ?? ALL) {
    found = drawn(parent, deck, about, most);
    if (found.full.length === 0) {
      break;
    }
  }
  return found;
}

function drawn(parent, deck, about, most) {
  const { catalogue, personal } = about;
  const laid = sheets(deck, {
    plan: Boolean(personal.name || personal.notes || personal.clinic.name || personal.clinic.telephone),
    wayDown: catalogue.wayDown?.id,
    measures: catalogue.words.log?.rows.length ?? 0,
    most,
  });
  const total = { pages: laid.length, sides: deck.sides, paper: deck.paper };
  parent.hidden = laid.length === 0;
  parent.replaceChildren(
    ...laid.map((sheet, index) => element("div", { class: "bs-frame-sheet" }, sheetElement(sheet, index + 1, total, about))),
  );
  return { pages: laid.length, full: [...new Set(fit(parent).flatMap(cardsOn))] };
}

// The cards of a face: its own, or those of all its rows.
function cardsOn(face) {
  return face.dataset.card ? [face.dataset.card] : [...face.querySelectorAll("[data-card]")].map((part) => part.dataset.card);
}

function isCodeless(parent) {
  return Boolean(parent.querySelector(".bs-face__link[hidden]"));
}

// Cards on a sheet: each face in its place, with the marks to cut and to fold at.

import { element } from "../element.js";
import { back } from "./back.js";
import { front } from "./front.js";
import { places } from "./place.js";
import { planBack, planFront } from "./plan.js";

const LEAST_POINTS = 12;
const FACES = { front, back, plan: planFront, "plan-back": planBack };

/** Return what stands on one sheet of cards. */
export function cardsSheet(sheet, about, layout) {
  const { side, slots } = sheet;
  const { faces, cuts, folds } = places(sheet, layout, about.paper, about.catalogue.sheet);
  const box = ({ x, y, width, height }) => `left:${x}mm;top:${y}mm;width:${width}mm;height:${height}mm`;
  const slotClass = (place) => `bs-slot${place.turned ? " bs-slot--turned" : ""}`;
  const inside = { ...about, layout: sheet.layout, side, points: layout.text_pt };
  return element(
    "div",
    { class: "bs-sheet__cards", style: `--letter:${layout.text_pt}pt` },
    slots.map((slot, index) => element("div", { class: slotClass(faces[index]), style: box(faces[index]) }, slot && face(slot, inside))),
    cuts.map((line) => mark(line, "cut")),
    folds.map((line) => mark(line, "fold")),
  );
}

function face(slot, about) {
  const { layout, paper, strip, side, noteOn, personal, cards, link, minutes, keep, points } = about;
  const { card } = slot;
  const note = slot.face === noteOn ? personal.cardNotes.get(card.id) : null;
  const says = card ? [card, note] : [personal.name, personal.notes, personal.clinic, cards, link, minutes];
  const looks = [points, LEAST_POINTS].map((letter) => ({ styles: { "--letter": `${letter}pt` } }));
  return keep([layout, paper, strip, slot.face, side, says], () =>
    element(
      "article",
      { class: `bs-face bs-face--${slot.face}`, "data-looks": card ? null : JSON.stringify(looks), "data-card": card?.id ?? "plan" },
      FACES[slot.face](card, about),
    ),
  );
}

function mark({ x, y, toX, toY }, kind) {
  const size = x === toX ? `height:${toY - y}mm` : `width:${toX - x}mm`;
  return element("i", { class: `bs-${kind} bs-${kind}--${x === toX ? "down" : "across"}`, style: `left:${x}mm;top:${y}mm;${size}` });
}

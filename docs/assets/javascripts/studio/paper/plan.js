// The card of the plan: for whom it is, what is in it, what was noted, whom to ask; on its back lines to write on.

import { counted, fill } from "../../phrase.js";
import { element } from "../element.js";
import { clinicLine, heading, pieces, planNote, wordsOf, written } from "./parts.js";
import { linkCode } from "./scan.js";

const LISTED = 9;
const LINES = 24;

/** Return the front of the card of the plan. */
export function planFront(_, about) {
  const { catalogue, cards, minutes, personal } = about;
  const words = wordsOf(about);
  const shown = cards.length > LISTED + 1 ? cards.slice(0, LISTED) : cards;
  const more = cards.length - shown.length;
  const clinic = clinicLine(about);
  return [
    heading(personal.name ? pieces(words.plan_for, { name: written(personal.name) }) : words.plan, minutes ? counted(words.time, minutes) : ""),
    element(
      "ol",
      { class: "bs-face__list" },
      shown.map(({ id }, index) => element("li", {}, element("b", {}, `${index + 1}.`), element("span", {}, catalogue.byId.get(id).title))),
    ),
    more ? element("p", {}, fill(words.more, { number: more })) : null,
    planNote(about),
    clinic && element("p", { class: "bs-face__ring" }, clinic),
    linkCode(about, { extra: 1 }),
  ];
}

/** Return the back of the card of the plan: as many lines to write on as there is room for. */
export function planBack(_, about) {
  return [
    element("h3", { class: "bs-face__title" }, wordsOf(about).went),
    element("div", { class: "bs-face__lines" }, Array.from({ length: LINES }, () => element("i"))),
  ];
}

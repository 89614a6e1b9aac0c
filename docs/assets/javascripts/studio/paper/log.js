// The log: four weeks of boxes, for what is measured and for each exercise.

import { fill } from "../../phrase.js";
import { element } from "../element.js";
import { handoutHead } from "./handout.js";
import { wordsOf } from "./parts.js";

// Boxes are as high as there is room for: rows tighten before one goes to the next page.
const LOOKS = [12, 11, 10, 9, 8, 7].map((height) => ({ styles: { "--cell": `${height}mm` } }));

/** Return what stands on one page of the log. */
export function logSheet({ cards, measures }, about) {
  const { catalogue, personal, paper, strip, link, keep } = about;
  const lines = [...(measures ? (catalogue.words.log?.rows ?? []) : []), ...cards.map(({ id }) => catalogue.byId.get(id).title)];
  const mine = measures ? personal : { ...personal, notes: "" };
  return keep(["log", paper, strip, lines, mine.name, mine.notes, mine.clinic, link], () =>
    element(
      "div",
      { class: "bs-sheet__log", "data-looks": JSON.stringify(LOOKS) },
      handoutHead(wordsOf(about).log, wordsOf(about).starting, 0, { ...about, personal: mine }),
      element("div", { class: "bs-logs" }, [1, 3].map((week) => fortnight(week, lines, about))),
    ),
  );
}

function fortnight(week, lines, about) {
  const days = [...about.catalogue.days, ...about.catalogue.days];
  return element(
    "table",
    { class: "bs-log" },
    element("caption", {}, fill(wordsOf(about).weeks, { first: week, last: week + 1 })),
    element("thead", {}, element("tr", {}, element("td"), days.map((day) => element("th", { scope: "col" }, day)))),
    element(
      "tbody",
      {},
      lines.map((line) => element("tr", {}, element("th", { scope: "row" }, line), days.map(() => element("td")))),
    ),
  );
}

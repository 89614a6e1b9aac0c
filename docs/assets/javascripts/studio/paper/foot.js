// The foot of each sheet: when to call for help, the ruler, which page it is, and whose sheet and whom to ask.

import { element } from "../element.js";
import { clinicLine, emergencyOf, pieces, wordsOf, written } from "./parts.js";

const SIDES = { one: "one-sided", duplex: "duplex", fold: "fold-over" };
const OWN_LINE_MM = 4.2;

/** Return a layout with room in its strip for a line about the person, where there is one. */
export function withOwnLine(layout, { name, clinic }) {
  const more = name || clinic.name || clinic.telephone ? OWN_LINE_MM : 0;
  return { ...layout, strip_mm: layout.strip_mm + more };
}

/** Return the foot of a sheet. */
export function foot(page, { kind, side }, about) {
  const { catalogue, sides } = about;
  const { emergency, checked, licence, words } = catalogue;
  const isCut = kind === "cards" && catalogue.sheet.layouts[about.deckLayout]?.cuts;
  const note = isCut && side ? words.cards.sides[SIDES[sides]].text : "";
  return element(
    "footer",
    { class: "bs-sheet__foot" },
    emergency && element("p", { class: "bs-sheet__help" }, emergencyOf(emergency), emergency.signs),
    element(
      "div",
      { class: "bs-sheet__line" },
      element(
        "div",
        {},
        element("div", { class: "bs-ruler" }),
        element(
          "p",
          { class: "bs-sheet__page" },
          checked ? element("span", {}, `${checked} `) : null,
          element("span", {}, kind === "cards" ? page : `${page} · ${licence}`),
        ),
      ),
      element("p", {}, [words.cards.ruler, note].filter(Boolean).join(" ")),
    ),
    ownLine(about),
  );
}

function ownLine(about) {
  const { name } = about.personal;
  const clinic = clinicLine(about);
  return name || clinic
    ? element(
        "p",
        { class: "bs-sheet__own" },
        name && element("span", { class: "bs-sheet__for" }, pieces(wordsOf(about).name_for, { name: written(name) }), clinic && ". "),
        clinic && element("span", { class: "bs-sheet__ring" }, clinic),
      )
    : null;
}

/** Leave whom to ask off the feet of all sheets where the line does not hold it: it stands on the sheets themselves. */
export function fitFeet(parent) {
  const rings = [...parent.querySelectorAll(".bs-sheet__ring")];
  const wide = rings.some(({ parentElement: line }) => line.scrollWidth > line.clientWidth);
  for (const ring of rings) {
    ring.hidden = wide;
  }
}

// The front of a card: its parts in the order in which they are read; arrange.js puts them in their places.

import { fill } from "../../phrase.js";
import { QUIET, code } from "../code.js";
import { element } from "../element.js";
import { ask, cardNote, doseBox, emergencyOf, numbersOf, steps, stop, wordsOf } from "./parts.js";

/** Return the parts of the front of a card. */
export function front({ id, dose }, about) {
  const exercise = about.catalogue.byId.get(id);
  const part = (name, ...inside) => element("div", { class: "bs-part", "data-part": name }, inside);
  const start = doseBox(dose, exercise, about);
  const note = about.noteOn === "front" ? cardNote(id, about) : null;
  const rule = stop(exercise, about);
  const who = ask(exercise.ask, about);
  return [
    part("head", element("h3", { class: "bs-face__title" }, exercise.title), element("p", {}, exercise.goal)),
    element("div", { "data-part": "pictures" }, figures(exercise, about)),
    part("steps", steps(exercise)),
    start && part("start", start),
    note && part("note", note),
    rule && part("stop", rule),
    who && part("ask", who),
    part("lines", lines(exercise, about)),
    shortCode(exercise, about),
  ];
}

function figures(exercise, { address }) {
  return exercise.frames.map(({ figure, alt, width, height }, index) =>
    element(
      "figure",
      { "data-width": width, "data-height": height },
      element("img", { src: address(figure), alt }),
      element("figcaption", {}, numbersOf(exercise, index)),
    ),
  );
}

// What stays true when a card is cut out: when to call for help, who has reviewed it, where it comes from.
function lines(exercise, { catalogue, site }) {
  const { emergency, checked, words } = catalogue;
  const host = site.replace(/^https?:\/\//, "");
  return [
    emergency && words.cards.signs ? element("p", { class: "bs-face__call" }, emergencyOf(emergency), words.cards.signs) : null,
    element(
      "p",
      { class: "bs-face__credit" },
      checked && element("span", {}, `${checked} `),
      element("span", { class: "bs-face__address" }, element("span", { class: "bs-whole" }, host), element("wbr"), element("span", { class: "bs-whole" }, exercise.short)),
      element("span", {}, ` ${exercise.credit}`),
    ),
  ];
}

function shortCode(exercise, about) {
  const label = fill(wordsOf(about).card_code, exercise);
  const drawn = code(`${about.site}${exercise.short}#v${exercise.version}`, label);
  const quiet = 2 * QUIET;
  return element("div", { class: "bs-face__code", "data-part": "code", "data-modules": drawn.dataset.modules - quiet }, drawn);
}

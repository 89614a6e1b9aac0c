// The code of a plan on paper: 26 mm with its quiet zone, larger where its modules would be too small to be read.

import { code } from "../code.js";
import { element } from "../element.js";
import { wordsOf } from "./parts.js";

const SIZE_MM = 26;
const LEAST_MODULE_MM = 0.4;

/** Return how many millimetres a code takes that has so many modules from edge to edge, quiet zone included. */
export function sizeOf(modules) {
  return Math.max(SIZE_MM, Math.ceil(modules * LEAST_MODULE_MM * 10) / 10);
}

/** Return the code of the plan with what it is for. `extra` makes it something that a face without room leaves out. */
export function linkCode(about, { extra = null } = {}) {
  const words = wordsOf(about);
  const drawn = code(about.link, words.plan_code);
  drawn.style.width = `${sizeOf(Number(drawn.dataset.modules))}mm`;
  return element("div", { class: "bs-face__link", "data-extra": extra }, drawn, element("p", {}, words.scan));
}

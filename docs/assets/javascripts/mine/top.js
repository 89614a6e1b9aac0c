// What stands above the list: what was dropped from the link, and the switch for a sore day.

import { fill } from "../phrase.js";
import { element } from "../studio/element.js";

const MOST_SAID = 6;

/** Return what could not be read of a link, in a box; nothing when all of it could. */
export function droppedView(dropped, { words }) {
  if (!dropped.length) {
    return null;
  }
  const { not_all, more } = words.studio.link;
  const rest = dropped.length - MOST_SAID;
  const said = [...dropped.slice(0, MOST_SAID), ...(rest > 0 ? [fill(more, { number: rest })] : [])];
  return element(
    "div",
    { class: "bs-mine__dropped" },
    element("p", {}, element("strong", {}, not_all)),
    element("ul", {}, said.map((text) => element("li", {}, text))),
  );
}

/** Return the one switch that shows the small amounts of all exercises; nothing where none has one. */
export function soreSwitch(entries, { sore, turn, catalogue }) {
  if (!entries.some(({ exercise }) => exercise.dose?.flare)) {
    return null;
  }
  const { mine } = catalogue.words;
  const about = { type: "checkbox", role: "switch", "data-focus": "sore", checked: sore, "aria-describedby": "mine-sore" };
  return element(
    "div",
    { class: "bs-mine__sore" },
    element("label", { class: "bs-mine__switch" }, element("input", { ...about, onchange: (event) => turn(event.target.checked) }), element("span", {}, mine.sore)),
    element("p", { id: "mine-sore" }, mine.sore_told),
  );
}

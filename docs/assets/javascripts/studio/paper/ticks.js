// Boxes to tick: four weeks at the foot of a back, as large as the words above leave room for.

import { drawing, element } from "../element.js";
import { PX_PER_MM } from "./lengths.js";
import { wordsOf } from "./parts.js";

const WEEKS = 4;
const [LEAST_BOX, BETWEEN_WEEKS] = [6 * PX_PER_MM, 5 * PX_PER_MM];
const MOST_BOX = { card: 10 * PX_PER_MM, whole: 20 * PX_PER_MM };
// Gaps at least and at most, of the size of the letters, on a card and on a sheet of its own: between two entries, and
// between the words and the boxes. There a rule stands so far down.
const GAPS = { card: [[0.56, 1.06], [0.6, 1.2]], whole: [[0.56, 1.3], [0.6, 2]] };
const RULE_DOWN = 0.6;

/** Return the place for the boxes, which `tickOff` draws once the height above is known. */
export function ticks(about) {
  const { days, words } = about.catalogue;
  return element("div", {
    class: "bs-ticks",
    role: "img",
    "aria-label": wordsOf(about).ticks,
    "data-days": days.join(" "),
    "data-title": words.cards.ticks,
    "data-kind": about.layout === "single" ? "whole" : "card",
  });
}

/** Draw the boxes at the foot of a back with so much room below its words: the days over the boxes, the number of its
 * week before each row. Weeks stand side by side where the height asks for it. What is left opens the gap above the boxes
 * first, then the boxes and the other gaps alike. Return whether there is room.
 */
export function tickOff(face, room) {
  const [place, words] = [face.querySelector(".bs-ticks"), face.querySelector(".bs-face__words")];
  const size = Number.parseFloat(getComputedStyle(face).fontSize);
  const width = face.clientWidth;
  const line = 1.3 * size;
  const [entryGap, ticksGap] = GAPS[place.dataset.kind];
  const free = room - ticksGap[0] * size;
  const head = (across) => (across < WEEKS ? line : 0);
  const high = (across) => ((free - line - head(across)) * across) / WEEKS;
  const wide = (across) => ((width - BETWEEN_WEEKS * (across - 1)) / across - line) / 7;
  const across = [1, 2].find((count) => high(count) >= LEAST_BOX && wide(count) <= 3 * MOST_BOX.card) ?? WEEKS;
  const rows = WEEKS / across;
  const spare = Math.max(0, free - line - head(across) - rows * LEAST_BOX);
  const opens = ([least, most]) => (most - least) * size;
  const first = Math.min(spare, opens(ticksGap));
  const boxOpens = MOST_BOX[place.dataset.kind] - LEAST_BOX;
  const share = Math.min(1, (spare - first) / (rows * boxOpens + (words.childElementCount - 1) * opens(entryGap)));
  const gap = (1 - RULE_DOWN) * (ticksGap[0] * size + first);
  const [box, down] = [wide(across), Math.max(0, Math.min(LEAST_BOX, high(across))) + share * boxOpens];
  const at = (x, y, text, center) => element("span", { class: center ? "bs-ticks__day" : null, style: `left:${x}px;top:${y}px` }, text);
  words.style.rowGap = `${entryGap[0] * size + share * opens(entryGap)}px`;
  place.style.setProperty("--above", `${gap}px`);
  place.style.height = `${gap + line + head(across) + rows * down}px`;
  const top = gap + line;
  place.replaceChildren(
    element("strong", {}, place.dataset.title),
    ...Array.from({ length: across }, (_, part) => {
      const left = part * (line + 7 * box + BETWEEN_WEEKS);
      const days = head(across) ? place.dataset.days.split(" ").map((day, index) => at(left + line + (index + 0.5) * box, top, day, true)) : [];
      const numbers = Array.from({ length: rows }, (_unused, row) => at(left, top + head(across) + (row + 0.5) * down - size / 3, String(1 + part * rows + row)));
      return [...days, ...numbers, boxes(left + line, top + head(across), rows, box, down)];
    }).flat(),
  );
  return high(across) >= LEAST_BOX - 0.5;
}

function boxes(left, top, rows, box, down) {
  const path = [
    ...Array.from({ length: rows + 1 }, (_, row) => `M0 ${row * down}h${7 * box}`),
    ...Array.from({ length: 8 }, (_, column) => `M${column * box} 0v${rows * down}`),
  ].join("");
  const size = { width: 7 * box + 1, height: rows * down + 1 };
  const style = `left:${left - 0.5}px;top:${top - 0.5}px;width:${size.width}px;height:${size.height}px`;
  return drawing("svg", { viewBox: `-0.5 -0.5 ${size.width} ${size.height}`, style }, drawing("path", { d: path, fill: "none", stroke: "#000", "stroke-width": 0.4 }));
}

// Arrangements: on the front of each card pictures are as large as they can be, as in the ready PDFs. The heights of its
// parts are measured, and of all ways to set them the best is taken.

import { PX_PER_MM, heightOf, sum } from "./lengths.js";
import { extentsOf, setRows } from "./rows.js";
import { measureStages, setStages } from "./stages.js";
import { bestOf, waysOf } from "./ways.js";

const TAIL = ["start", "note", "stop", "ask"]; // what follows the steps
const BETWEEN = 6 * PX_PER_MM;
const CODE = 20 * PX_PER_MM;
const SHARES = [0.48, 0.56, 0.64];
const WIDE_SHARES = [0.34, 0.42, 0.5, 0.58, 0.66];
const [LEAST, LEAST_OF_MANY] = [0.015 * PX_PER_MM, 0.0125 * PX_PER_MM]; // more than four stages have to be smaller
const SETTERS = { plain: setPlain, stages: setInStages, beside: setBeside, above: setAbove };

/** Set the parts of new fronts in their places. Return whether the pictures of all of them are large enough. */
export function arrangeFronts(fronts) {
  const all = fronts.map(frontOf);
  measure(all);
  measureStages(all);
  const ways = all.map((front) => bestOf(waysOf(front), front.wide));
  all.forEach((front, index) => set(front, ways[index]));
  return ways.map(({ scale }, index) => scale >= (all[index].pictures.length > 4 ? LEAST_OF_MANY : LEAST));
}

function frontOf(face) {
  delete face.dataset.stages;
  const size = Number.parseFloat(getComputedStyle(face).fontSize);
  const { clientWidth: width, clientHeight: height } = face;
  const wide = width > height;
  const part = (name) => face.querySelector(`[data-part="${name}"]`);
  const parts = Object.fromEntries(["head", "steps", ...TAIL, "lines"].map((name) => [name, part(name)]).filter(([, found]) => found));
  const quiet = (CODE * 4) / Number(part("code").dataset.modules);
  const pictures = [...face.querySelectorAll("[data-part=pictures] figure")].map((figure) => ({
    figure,
    width: Number(figure.dataset.width),
    height: Number(figure.dataset.height),
  }));
  return {
    face,
    parts,
    steps: [...parts.steps.querySelectorAll("li")],
    tail: TAIL.filter((name) => parts[name]),
    codePart: part("code"),
    pictures,
    size,
    width,
    height,
    wide,
    code: CODE,
    quiet,
    lines: width - CODE - quiet,
    columns: columnsOf(width, wide),
    gap: (wide ? 0.42 : 0.5) * size,
    extents: extentsOf(pictures, size),
    high: new Map(),
    stages: [],
  };
}

// Each column that the steps may have, and the other one beside it. Those of a wide card leave one of themselves.
function columnsOf(width, wide) {
  return wide
    ? WIDE_SHARES.map((share, index) => ({ column: share * (width - BETWEEN), other: WIDE_SHARES.at(-1 - index) * (width - BETWEEN) }))
    : SHARES.map((share) => ({ column: share * width, other: width - share * width - BETWEEN }));
}

// Measure how high the parts are at each width that they may have.
function measure(fronts) {
  const widthsOf = ({ width, lines, columns }) => [width, lines, ...columns.map(({ column }) => column)];
  const passes = Math.max(0, ...fronts.map((front) => widthsOf(front).length));
  for (let pass = 0; pass < passes; pass += 1) {
    // All fronts take a width before one is measured: so the browser lays out once for each width, not for each front.
    const widths = fronts.map((front) => widthsOf(front).at(Math.min(pass, widthsOf(front).length - 1)));
    fronts.forEach(({ parts }, index) => {
      for (const part of Object.values(parts)) {
        part.style.width = `${widths[index]}px`;
      }
    });
    fronts.forEach(({ parts, high }, index) => {
      high.set(widths[index], Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, heightOf(part)])));
    });
  }
}

function set(front, way) {
  front.face.toggleAttribute("data-stages", way.kind === "stages");
  SETTERS[way.kind](front, way);
  setFoot(front, way);
}

function setPlain(front, { room, free, count }) {
  const y = put(front, ["head"], 0, 0, front.width);
  setRows(front, 0, y, room, free);
  put(front, ["steps", ...front.tail.slice(0, count)], 0, below(front, y, free), front.width);
}

function setInStages(front, way) {
  const y = put(front, ["head"], 0, 0, front.width);
  put(front, ["steps"], 0, 0, front.width);
  setStages(front, way, y);
  put(front, front.tail.slice(0, way.count), 0, below(front, y, way.free), front.width);
}

function setAbove(front, { room, free, count, taken, column, other }) {
  const y = put(front, ["head"], 0, 0, front.width);
  setRows(front, 0, y, room, free);
  put(front, ["steps", ...front.tail.slice(0, taken)], 0, below(front, y, free), column);
  put(front, front.tail.slice(taken, count), column + BETWEEN, below(front, y, free), other);
}

function setBeside(front, { room, free, count, taken, column, head }) {
  const { width, tail, high, gap } = front;
  const aside = room + BETWEEN;
  const y = head ? 0 : put(front, ["head"], 0, 0, width);
  const lower = head ? put(front, ["head"], aside, 0, column) / 2 : 0;
  const names = ["steps", ...tail.slice(0, taken)];
  const tall = sum(names.map((name) => high.get(column)[name])) + gap * (names.length - 1);
  put(front, names, aside, y + (free - tall) / 2 + lower, column);
  setRows(front, 0, y, room, free);
  put(front, tail.slice(taken, count), 0, below(front, y, free), width);
}

function setFoot(front, { count }) {
  const { codePart, tail, width, height, lines, high, gap, quiet } = front;
  const names = [...tail.slice(count), "lines"];
  const tall = sum(names.map((name) => high.get(lines)[name])) + gap * (names.length - 1);
  put(front, names, 0, height - tall, lines);
  Object.assign(codePart.style, { left: `${width - CODE - quiet}px`, top: `${height - CODE - quiet}px`, width: `${CODE + 2 * quiet}px` });
}

// Where what follows begins, below a height that pictures have.
function below({ gap }, y, free) {
  return y + Math.max(0, free) + gap;
}

// Set parts one below the other, and return where the next one would begin.
function put({ parts, high, gap }, names, x, y, width) {
  return names.reduce((down, name) => {
    Object.assign(parts[name].style, { left: `${x}px`, top: `${down}px`, width: `${width}px` });
    return down + high.get(width)[name] + gap;
  }, y);
}

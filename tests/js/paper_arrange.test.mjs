// The front of a card, set: words of so much area, so that they are higher on a narrower column, and pictures between.

import assert from "node:assert/strict";
import test from "node:test";
import { element } from "../../docs/assets/javascripts/studio/element.js";
import { arrangeFronts } from "../../docs/assets/javascripts/studio/paper/arrange.js";
import "./page.mjs";

const MM = 96 / 25.4;
const CODE = 20 * MM;
const QUIET = CODE / 10; // 4 of 40 modules
const near = (value, expected) => assert.ok(Math.abs(value - expected) < 0.001, `${value} is not ${expected}`);
const px = Number.parseFloat;

/** Return a face of letters of 10 pixels. `areas` has the area of each part, `sizes` the width and height of each picture. */
function faceOf({ width, height, areas, sizes, own = false }) {
  const part = (name) => {
    const made = element("div", { "data-part": name }, name === "steps" ? sizes.map(() => element("li")) : null);
    Object.defineProperty(made, "computed", { get: () => ({ height: `${areas[name] / px(made.style.width)}px` }) });
    return made;
  };
  const figures = sizes.map(([wide, high], index) =>
    element("figure", { "data-width": wide, "data-height": high }, element("img"), element("figcaption", {}, own ? index + 1 : "")),
  );
  const face = element(
    "article",
    {},
    Object.keys(areas).filter((name) => name !== "step").map(part),
    element("div", { "data-part": "pictures" }, figures),
    element("div", { "data-part": "code", "data-modules": 40 }),
  );
  Object.assign(face, { clientWidth: width, clientHeight: height, computed: { fontSize: "10px" } });
  for (const item of face.querySelectorAll("li")) {
    Object.defineProperty(item, "computed", { get: () => ({ height: `${areas.step / px(face.style["--stage"])}px` }) });
  }
  return face;
}


const AREAS = { head: 6000, steps: 18_000, start: 4500, stop: 7500, lines: 2600, step: 3000 };
const NARROW = { width: 300, height: 400, areas: AREAS, sizes: [[100, 100]] };
const partOf = (face, name) => face.querySelector(`[data-part="${name}"]`);
const placeOf = ({ style }) => [style.left, style.top, style.width].map(px);

test("parts of a plain front stand one below the other, a gap of half a letter between, and the lines at the foot", () => {
  const face = faceOf(NARROW);
  assert.deepEqual(arrangeFronts([face]), [true]);
  // heights are 20, 60, 15 and 25; the foot takes the code, its white on the paper (QUIET + 2.5 - 5), and a gap
  const free = 400 - (CODE + QUIET + 2.5 - 5) - 5 - (20 + 60 + 15 + 25) - 4 * 5;
  const expected = { head: 0, steps: 20 + 5 + free + 5, start: 20 + 5 + free + 5 + 65, stop: 20 + 5 + free + 5 + 65 + 20 };
  for (const [name, top] of Object.entries(expected)) {
    const place = placeOf(partOf(face, name));
    near(place[1], top);
    assert.deepEqual([place[0], place[2]], [0, 300]);
  }
  const [left, top, width] = placeOf(partOf(face, "lines"));
  near(width, 300 - CODE - QUIET);
  near(top, 400 - 2600 / width);
  assert.equal(left, 0);
});

test("the dark of the code ends in the corner, its white lies around it", () => {
  const face = faceOf(NARROW);
  arrangeFronts([face]);
  const [left, top, width] = placeOf(partOf(face, "code"));
  near(left + QUIET + CODE, 300);
  near(top + QUIET + CODE, 400);
  near(width, CODE + 2 * QUIET);
});

test("pictures are too small below 0.015 mm for a unit of theirs, more than four below 0.0125 mm", () => {
  const free = 400 - (CODE + QUIET - 2.5) - 5 - 120 - 20;
  const caption = 11.4 + 1.4 * MM;
  const good = (side, count) => arrangeFronts([faceOf({ ...NARROW, sizes: Array(count).fill([side, side]) })])[0];
  const one = (free - caption) / (0.015 * MM);
  assert.deepEqual([good(one - 1, 1), good(one + 1, 1)], [true, false]);
  const four = (300 - 9 * MM) / 4 / (0.015 * MM); // side by side
  assert.deepEqual([good(four - 1, 4), good(four + 1, 4)], [true, false]);
  const five = (free - 3 * MM - 2 * caption) / 2 / (0.0125 * MM); // three and two
  assert.deepEqual([good(five - 1, 5), good(five + 1, 5)], [true, false]);
});

test("a front without room says so beside one that has it, and no front is nothing to say", () => {
  const full = faceOf({ ...NARROW, areas: { ...AREAS, steps: 120_000 } });
  assert.deepEqual(arrangeFronts([faceOf(NARROW), full]), [true, false]);
  assert.deepEqual(arrangeFronts([]), []);
});

test("a front that was in stages is not, once another way is better", () => {
  const face = faceOf(NARROW);
  face.dataset.stages = "";
  arrangeFronts([face]);
  assert.equal(face.dataset.stages, undefined);
});

test("on a narrow card steps stand beside pictures that are a good deal larger so, not a little", () => {
  const kind = (high) => {
    const face = faceOf({ ...NARROW, sizes: [[100, high]] });
    arrangeFronts([face]);
    return kindOf(face);
  };
  // below each other pictures have 157.7 in height, beside the steps 133.3 in width: 6 of 100 more, or 27
  assert.deepEqual([kind(125), kind(150)], ["plain", "beside"]);
});

test("a front is set as it would be alone, whatever else is new", () => {
  const both = () => [faceOf({ ...NARROW, sizes: [[100, 150]] }), faceOf({ ...NARROW, width: 700 })];
  const [together, alone] = [both(), both()];
  arrangeFronts(together);
  alone.forEach((face) => arrangeFronts([face]));
  assert.deepEqual(together.map(boxesOf), alone.map(boxesOf));
});

// ---------- Whatever is on a card ----------

function kindOf(face) {
  const [left, , width] = placeOf(partOf(face, "steps"));
  return face.dataset.stages !== undefined ? "stages" : left > 0 ? "beside" : width < face.clientWidth - 1 ? "above" : "plain";
}

function boxesOf(face) {
  const box = (name, [left, top, width], height) => ({ name, left, top, right: left + width, bottom: top + height });
  const staged = kindOf(face) === "stages";
  const parts = face.children
    .filter(({ dataset }) => !["pictures", "code"].includes(dataset.part) && !(staged && dataset.part === "steps"))
    .map((part) => box(part.dataset.part, placeOf(part), px(part.computed.height)));
  const steps = staged ? face.querySelectorAll("li").map((item, index) => box(`step ${index}`, [px(item.style["--x"]), px(item.style["--y"]), px(face.style["--stage"])], px(item.computed.height))) : [];
  const pictures = face.querySelectorAll("figure").map((figure, index) => box(`picture ${index}`, placeOf(figure), px(figure.firstChild.style.height)));
  const [left, top] = placeOf(partOf(face, "code"));
  return [...parts, ...steps, ...pictures, box("code", [left, top, CODE + QUIET], CODE + QUIET)];
}

const over = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.01 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.01;
const outside = ({ left, top, right, bottom }, { clientWidth, clientHeight }) => left < -0.01 || top < -0.01 || right > clientWidth + 0.01 || bottom > clientHeight + 0.01;

test("on a thousand cards nothing lies over anything else, nor off the card", () => {
  let seed = 20261128;
  const some = (least, most) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return least + (seed / 2 ** 32) * (most - least);
  };
  const kinds = {};
  for (let card = 0; card < 1000; card += 1) {
    const [width, height] = card % 2 ? [some(300, 360), some(420, 520)] : [some(600, 760), some(420, 480)];
    const tail = Object.fromEntries(["start", "note", "stop", "ask"].filter(() => some(0, 1) < 0.7).map((name) => [name, some(3000, 12_000)]));
    const areas = { head: some(5000, 12_000), steps: some(10_000, 60_000), ...tail, lines: some(2000, 6000), step: some(1500, 4500) };
    const sizes = Array.from({ length: Math.ceil(some(0, 7)) }, () => [some(500, 1900), some(400, 1900)]);
    const face = faceOf({ width, height, areas, sizes, own: true });
    if (arrangeFronts([face])[0]) {
      const boxes = boxesOf(face);
      kinds[kindOf(face)] = (kinds[kindOf(face)] ?? 0) + 1;
      assert.deepEqual(boxes.filter((box) => outside(box, face)).map(({ name }) => name), [], `card ${card}, ${kindOf(face)}`);
      assert.deepEqual(boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) => over(one, other)).map(({ name }) => `${one.name} and ${name}`)), [], `card ${card}, ${kindOf(face)}`);
    }
  }
  assert.ok(["plain", "stages", "beside", "above"].every((kind) => kinds[kind] > 40), JSON.stringify(kinds));
});

// Words of new faces made to fit, on faces of so much room and words of so much height.

import assert from "node:assert/strict";
import test from "node:test";
import { element } from "../../docs/assets/javascripts/studio/element.js";
import { fit } from "../../docs/assets/javascripts/studio/paper/fit.js";
import "./page.mjs";

const px = Number.parseFloat;

/** Return a face whose words are as high as its letters times `lines`, plus `each` for each extra that is shown. */
function looking({ room, lines = 10, extras = [], each = 30, letters = [20, 16, 12], pictures = null, ...more }) {
  const looks = letters.map((letter, index) => ({ roomy: pictures !== null && index < 2, styles: { "--letter": `${letter}pt` } }));
  const face = element("div", { "data-looks": JSON.stringify(looks), ...more }, extras.map((order) => element("p", { "data-extra": order })));
  if (pictures) {
    face.append(pictures(face));
  }
  face.clientHeight = room;
  Object.defineProperty(face, "scrollHeight", {
    get: () => px(face.style["--letter"]) * lines + each * face.querySelectorAll("[data-extra]:not([hidden])").length,
  });
  return face;
}

const page = (...faces) => element("main", {}, faces);
const told = (face) => `${face.style["--letter"]} ${face.dataset.fits} ${face.querySelectorAll("[data-extra]").filter(({ hidden }) => hidden).map(({ dataset }) => dataset.extra)}`.trim();

test("the largest letters that fit are taken", () => {
  for (const [room, expected] of [[500, "20pt true"], [200, "20pt true"], [199, "16pt true"], [160, "16pt true"], [159, "12pt true"], [120, "12pt true"]]) {
    const face = looking({ room });
    assert.deepEqual(fit(page(face)), []);
    assert.equal(told(face), expected, room);
  }
});

test("a face that is too full in its barest look is named; a pixel of rounding is none", () => {
  const [full, rounded] = [looking({ room: 118 }), looking({ room: 119 })];
  assert.deepEqual(fit(page(full, rounded)), [full]);
  assert.deepEqual([told(full), told(rounded)], ["12pt false", "12pt true"]);
});

test("what is least needed is left out first, after the letters are as small as can be", () => {
  const left = (room) => {
    const face = looking({ room, extras: [1, 3, 2] });
    fit(page(face));
    return told(face);
  };
  assert.deepEqual([290, 210, 209, 180, 150, 120].map(left), ["20pt true", "12pt true", "12pt true 3", "12pt true 3", "12pt true 3,2", "12pt true 1,3,2"]);
  assert.equal(left(100), "12pt false 1,3,2");
});

test("pictures have to be of a good size in the first looks, not in the last", () => {
  // each picture is as high as the words leave room
  const pictures = (face) => {
    const frames = element("div", { class: "bs-face__frames", "data-ratio": 1 }, element("figure"));
    frames.clientWidth = 1000;
    Object.defineProperty(frames, "clientHeight", { get: () => face.clientHeight - face.scrollHeight });
    return frames;
  };
  const look = (room) => {
    const face = looking({ room, pictures });
    fit(page(face));
    return [told(face), face.querySelector(".bs-face__frames").style["--picture"]];
  };
  assert.deepEqual(look(330), ["20pt true", "108.0px"]); // 130, less the caption
  assert.deepEqual(look(329), ["16pt true", "147.0px"]);
  assert.deepEqual(look(289), ["12pt true", "147.0px"]);
  const [small, smaller] = [looking({ room: 265, pictures, letters: [20, 16, 14, 12] }), looking({ room: 139, pictures, letters: [20, 16, 14, 12] })];
  fit(page(small, smaller));
  assert.deepEqual([told(small), told(smaller)], ["14pt true", "12pt true"]);
});

test("what was fitted before stays as it is, and is told again when it was too full", () => {
  const [kept, full, front] = [looking({ room: 10, "data-fits": "true" }), looking({ room: 10, "data-fits": "false" }), frontOf({ steps: 300 })];
  front.dataset.fits = "true";
  assert.deepEqual(fit(page(kept, full, front)), [full]);
  assert.deepEqual([kept.style["--letter"], full.style["--letter"]], [undefined, undefined]);
});

test("nothing to fit is nothing too full", () => {
  assert.deepEqual(fit(page()), []);
});

function frontOf({ goal, steps = 100 }) {
  const part = (name, height, ...inside) => {
    const made = element("div", { "data-part": name }, inside);
    Object.defineProperty(made, "computed", { get: () => ({ height: `${height()}px` }) });
    return made;
  };
  const words = goal ? element("p", {}, "Good for all.") : null;
  const face = element(
    "article",
    { class: "bs-face bs-face--front" },
    part("head", () => (words && !words.hidden ? goal : 20), words),
    element("div", { "data-part": "pictures" }, element("figure", { "data-width": 1000, "data-height": 1000 }, element("img"), element("figcaption"))),
    part("steps", () => steps),
    part("lines", () => 10),
    element("div", { "data-part": "code", "data-modules": 40 }),
  );
  return Object.assign(face, { clientWidth: 300, clientHeight: 400, computed: { fontSize: "10px" }, words });
}

test("a front does without its goal before it is too full, and keeps it where there is room", () => {
  const [roomy, tight, full, bare] = [frontOf({ goal: 40 }), frontOf({ goal: 250 }), frontOf({ goal: 250, steps: 300 }), frontOf({ steps: 300 })];
  assert.deepEqual(fit(page(roomy, tight, full, bare)), [full, bare]);
  assert.deepEqual([roomy, tight, full].map(({ words }) => words.hidden), [false, true, true]);
  assert.deepEqual([roomy, tight, full, bare].map(({ dataset }) => dataset.fits), ["true", "true", "false", "false"]);
});

function backOf(height, words) {
  const place = element("div", { class: "bs-ticks", "data-days": "M T W T F S S", "data-title": "Tick", "data-kind": "card" });
  const face = element("article", { class: "bs-face bs-face--back" }, Object.assign(element("div", { class: "bs-face__words" }), { offsetHeight: words }), place);
  return Object.assign(face, { clientWidth: 300, clientHeight: height, computed: { fontSize: "10px" } });
}

test("a back is too full where its words leave no room for boxes of 6 mm", () => {
  // four weeks in one row: 0.6 of a letter above, a line of 13 and 22.7 pixels are 41.7, of which half a one may be lacking
  const [good, full] = [backOf(400, 358), backOf(400, 359)];
  assert.deepEqual(fit(page(good, full)), [full]);
});

test("whom to ask is left off all feet where one line does not hold it", () => {
  const footOf = (scrollWidth) => {
    const ring = element("span", { class: "bs-sheet__ring" });
    return Object.assign(element("p", {}, ring), { scrollWidth, clientWidth: 300, ring });
  };
  const hidden = (...widths) => {
    const feet = widths.map(footOf);
    fit(page(...feet));
    return feet.map(({ ring }) => ring.hidden);
  };
  assert.deepEqual(hidden(300, 300), [false, false]);
  assert.deepEqual(hidden(300, 301), [true, true]);
});

// Pictures of a row of the handout: each has 22 pixels for its caption, 8 beside the next and 4 above it.

import assert from "node:assert/strict";
import test from "node:test";
import { arrange, arrangement, isRoomy } from "../../docs/assets/javascripts/studio/paper/pictures.js";

const frames = (count, clientWidth, clientHeight, ratio = 1) => ({ children: Array(count), clientWidth, clientHeight, dataset: { ratio: String(ratio) } });
const found = (...about) => {
  const { columns, height, wide } = arrangement(frames(...about));
  return `${columns} side by side, ${height} high${wide ? ", no wider" : ""}`;
};

test("one picture is as high as there is room, or as wide", () => {
  assert.equal(found(1, 200, 200), "1 side by side, 178 high");
  assert.equal(found(1, 108, 200), "1 side by side, 100 high, no wider");
  assert.equal(found(1, 108, 200, 2), "1 side by side, 50 high, no wider");
  assert.equal(found(1, 186, 200), "1 side by side, 178 high, no wider");
});

test("pictures stand side by side or one above the other, whichever is larger", () => {
  assert.equal(found(2, 400, 200), "2 side by side, 178 high");
  assert.equal(found(2, 200, 400), "1 side by side, 176 high");
  assert.equal(found(4, 400, 448), "2 side by side, 192 high, no wider");
});

test("a hole in the last row counts for a tenth", () => {
  assert.equal(found(3, 300, 300), "2 side by side, 126 high"); // three side by side would be 92 high, less than 113.4
  assert.equal(found(3, 384, 300), "3 side by side, 120 high, no wider");
  assert.equal(found(3, 362, 300), "2 side by side, 126 high"); // 112.7
});

test("without room there are no pictures less high than nothing", () => {
  assert.equal(arrangement(frames(2, 400, 0)).height, 0);
  assert.equal(arrangement(frames(2, 0, 400)).height, 0);
});

test("a face is roomy when each of its pictures has 130 pixels, or is as wide as can be", () => {
  const roomy = (...all) => isRoomy({ querySelectorAll: () => all });
  assert.equal(roomy(), true);
  assert.equal(roomy(frames(1, 1000, 130)), true);
  assert.equal(roomy(frames(1, 1000, 129)), false);
  assert.equal(roomy(frames(1, 100, 129)), true);
  assert.equal(roomy(frames(1, 1000, 130), frames(1, 1000, 129)), false);
});

test("an arrangement becomes styles, to a tenth of a pixel", () => {
  const set = {};
  arrange({ style: { setProperty: (name, value) => (set[name] = value) } }, { columns: 2, height: 112.66 });
  assert.deepEqual(set, { "--columns": 2, "--picture": "112.7px" });
});

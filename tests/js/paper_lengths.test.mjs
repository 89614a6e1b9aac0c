import assert from "node:assert/strict";
import test from "node:test";
import { PICTURE_GAP, PX_PER_MM, heightOf, sum } from "../../docs/assets/javascripts/studio/paper/lengths.js";
import "./page.mjs";

test("an inch of 25.4 mm is 96 pixels, and pictures stand 3 mm apart", () => {
  assert.equal((25.4 * PX_PER_MM).toFixed(6), "96.000000");
  assert.equal(PICTURE_GAP.toFixed(4), "11.3386");
});

test("lengths are summed, no length is none", () => {
  assert.equal(sum([]), 0);
  assert.equal(sum([1, 2.5, -0.5]), 3);
});

test("a height is read to a fraction of a pixel, and is none where a part is not shown", () => {
  assert.equal(heightOf({ computed: { height: "12.75px" } }), 12.75);
  assert.equal(heightOf({ computed: { height: "auto" } }), 0);
  assert.equal(heightOf({ computed: { height: "" } }), 0);
});

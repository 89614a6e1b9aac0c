import assert from "node:assert/strict";
import test from "node:test";
import { blending, heightAt, phaseAt, thereAndBack } from "../../docs/assets/javascripts/motion.js";

const FRAMES = [["M0 0L10 -10Z"], ["M10 0L20 -.4Z"], ["M20 4L20 0Z"]];

test("a path between two moments is blended number by number", () => {
  const at = blending(FRAMES, { loop: false });
  assert.deepEqual(at(0), ["M0.0 0.0 L10.0 -10.0 Z"]);
  assert.deepEqual(at(0.5), ["M5.0 0.0 L15.0 -5.2 Z"]);
  assert.deepEqual(at(1.25), ["M12.5 1.0 L20.0 -0.3 Z"]);
});

test("what goes there and back stays at its last frame, a loop goes on with the first", () => {
  assert.deepEqual(blending(FRAMES, { loop: false })(2.5), ["M20.0 4.0 L20.0 0.0 Z"]);
  assert.deepEqual(blending(FRAMES, { loop: false })(3), ["M20.0 4.0 L20.0 0.0 Z"]);
  assert.deepEqual(blending(FRAMES, { loop: true })(2.5), ["M10.0 2.0 L15.0 -5.0 Z"]);
  assert.deepEqual(blending(FRAMES, { loop: true })(3), ["M0.0 0.0 L10.0 -10.0 Z"]);
});

test("a figure goes there, rests for 900 ms, comes back, rests, and begins anew", () => {
  const at = (time) => thereAndBack(time, 1000, 2);
  assert.deepEqual([0, 500, 1000, 1900, 2400, 2900, 3800, 4300].map(at), [0, 1, 2, 2, 1, 0, 0, 1]);
});

test("a phase begins at its percentage and ends where the next begins", () => {
  const phases = [{ from: 0 }, { from: 2 }, { from: 12 }];
  assert.deepEqual([0, 1.9, 2, 11.99, 12, 99].map((percent) => phaseAt(phases, percent)), [0, 0, 1, 1, 2, 2]);
});

test("a curve is straight between the heights that it is given every second percent", () => {
  assert.deepEqual([0, 1, 2, 3.5].map((percent) => heightAt([10, 20, 40], percent)), [10, 15, 20, 35]);
});

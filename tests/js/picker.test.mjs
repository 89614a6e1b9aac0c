import assert from "node:assert/strict";
import test from "node:test";
import { found } from "../../docs/assets/javascripts/studio/picker.js";
import { exerciseOf } from "./guide.mjs";

const EXERCISES = [
  exerciseOf("calf", { place: "Standing", kind: "Stretch", level: 1, search: "Wall calf stretch Standing calves" }),
  exerciseOf("plank", { place: "On the floor", kind: "Strength", level: 3, search: "Front plank On the floor tummy mat" }),
  exerciseOf("scarf", { place: "", kind: "Pattern", level: null, search: "Scarf, naïve" }),
];
const ids = (wanted) => found(EXERCISES, { words: "", place: "", kind: "", level: "", ...wanted }).map(({ id }) => id);

test("without a wish there is everything", () => {
  assert.deepEqual(ids({}), ["calf", "plank", "scarf"]);
});

test("each word has to be among the words of an exercise", () => {
  assert.deepEqual(ids({ words: "FLOOR mat" }), ["plank"]);
  assert.deepEqual(ids({ words: "st" }), ["calf"]);
  assert.deepEqual(ids({ words: "naive" }), ["scarf"]);
  assert.deepEqual(ids({ words: "floor calf" }), []);
});

test("filters narrow together", () => {
  assert.deepEqual(ids({ place: "Standing" }), ["calf"]);
  assert.deepEqual(ids({ kind: "Strength", level: "3" }), ["plank"]);
  assert.deepEqual(ids({ kind: "Strength", level: "1" }), []);
});

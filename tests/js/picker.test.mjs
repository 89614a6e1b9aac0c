import assert from "node:assert/strict";
import test from "node:test";
import { fitting } from "../../docs/assets/javascripts/studio/picker.js";
import { exerciseOf } from "./guide.mjs";

const EXERCISES = [
  exerciseOf("calf", { place: "Standing", kind: "Stretch", level: 1 }),
  exerciseOf("plank", { place: "On the floor", kind: "Strength", level: 3 }),
  exerciseOf("scarf", { place: "", kind: "Pattern", level: null }),
];
const ids = (wanted) => fitting(EXERCISES, { place: "", kind: "", level: "", ...wanted }).map(({ id }) => id);

test("without a filter there is everything", () => {
  assert.deepEqual(ids({}), ["calf", "plank", "scarf"]);
});

test("filters narrow together", () => {
  assert.deepEqual(ids({ place: "Standing" }), ["calf"]);
  assert.deepEqual(ids({ kind: "Strength", level: "3" }), ["plank"]);
  assert.deepEqual(ids({ kind: "Strength", level: "1" }), []);
});

import assert from "node:assert/strict";
import test from "node:test";
import { finderFor } from "../../docs/assets/javascripts/studio/finder.js";
import { exerciseOf } from "./guide.mjs";

const EXERCISES = [
  exerciseOf("calf", { search: "Wall calf stretch Standing calves" }),
  exerciseOf("plank", { search: "Front plank On the floor tummy mat" }),
  exerciseOf("curl", { search: "Seated curl On a chair" }),
  exerciseOf("scarf", { search: "Scarf, naïve" }),
];
const find = finderFor(EXERCISES, {
  small: ["a", "on", "my", "the", "up"],
  same: [
    ["bottom", "bum"],
    ["tummy", "belly", "front of body"],
    ["mat", "rug"],
  ],
  names: { curl: ["sit ups"] },
});
const ids = (query) => find(query).map(({ id }) => id);

test("without words there is everything, and with small words alone too", () => {
  assert.equal(ids("").length, 4);
  assert.equal(ids("on my").length, 4);
});

test("each word has to be among the words of an exercise, whole or begun", () => {
  assert.deepEqual(ids("FLOOR mat"), ["plank"]);
  assert.deepEqual(ids("st"), ["calf"]);
  assert.deepEqual(ids("naive"), ["scarf"]);
});

test("where no exercise has all the words, those come that have the most of them", () => {
  assert.deepEqual(ids("floor calf"), ["calf", "plank"]);
  assert.deepEqual(ids("floor calf stretch"), ["calf"]);
  assert.deepEqual(ids("floor xylophone"), ["plank"]);
});

test("words of one meaning stand for one another, phrases as well", () => {
  assert.deepEqual(ids("belly"), ["plank"]);
  assert.deepEqual(ids("my rug"), ["plank"]);
  assert.deepEqual(ids("front of body"), ["plank"]);
  assert.deepEqual(ids("bum"), []);
});

test("other forms and other names are known", () => {
  assert.deepEqual(ids("calfs"), ["calf"]);
  assert.deepEqual(ids("planks"), ["plank"]);
  assert.deepEqual(ids("sit ups"), ["curl"]);
});

test("a slip is seen through, where nothing has the word as it was typed", () => {
  assert.deepEqual(ids("strech"), ["calf"]);
  assert.deepEqual(ids("plnak"), ["plank"]);
  assert.deepEqual(ids("belyl"), ["plank"]);
  assert.deepEqual(ids("xylophone"), []);
});

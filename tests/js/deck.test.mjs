import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY, add, card, estimate, isRequired, move, remove, withCards, withChoice, withDose } from "../../docs/assets/javascripts/studio/deck.js";
import { guide } from "./guide.mjs";

const deckOf = (...ids) => withCards(EMPTY, ids.map(card), guide);
const ids = (deck) => deck.cards.map(({ id }) => id);

test("cards come in the order of the guide, each once, and strangers stay out", () => {
  assert.deepEqual(ids(deckOf("chair", "walk", "chair", "nobody")), ["walk", "chair"]);
});

test("what is done on the floor brings the way down along, and the last takes it away", () => {
  const both = add(deckOf("plank"), "swatch", guide);
  assert.deepEqual(ids(both), ["down", "plank", "swatch"]);
  assert.equal(isRequired(both, "down", guide), true);
  const one = remove(both, "plank", guide);
  assert.deepEqual(ids(one), ["down", "swatch"]);
  assert.deepEqual(ids(remove(one, "swatch", guide)), []);
});

test("the way down can be declined, until it is chosen after all or nothing is done on the floor", () => {
  const declined = remove(deckOf("chair", "plank", "swatch"), "down", guide);
  assert.deepEqual([ids(declined), declined.floor, isRequired(declined, "down", guide)], [["chair", "plank", "swatch"], "declined", false]);
  assert.deepEqual(ids(add(declined, "walk", guide)), ["walk", "chair", "plank", "swatch"]);
  const again = add(declined, "down", guide);
  assert.deepEqual([ids(again), again.floor, isRequired(again, "down", guide)], [["chair", "down", "plank", "swatch"], "auto", true]);
  const upright = remove(remove(declined, "plank", guide), "swatch", guide);
  assert.equal(upright.floor, "auto");
  assert.deepEqual(ids(add(upright, "plank", guide)), ["chair", "down", "plank"]);
});

test("the way down can be chosen by itself, and then stays one's own", () => {
  const alone = deckOf("down", "chair");
  assert.equal(isRequired(alone, "down", guide), false);
  assert.deepEqual(ids(remove(alone, "chair", guide)), ["down"]);
});

test("without an exercise that shows the way down nothing comes along", () => {
  const flat = { ...guide, wayDown: null };
  assert.deepEqual(ids(withCards(EMPTY, [card("plank")], flat)), ["plank"]);
  assert.equal(isRequired(deckOf("plank"), "down", flat), false);
});

test("a moved card stands where it was put, in an order of one's own from now on", () => {
  const moved = move(deckOf("walk", "chair", "down"), "walk", 1, guide);
  assert.deepEqual(ids(moved), ["chair", "walk", "down"]);
  assert.equal(moved.order, "own");
  assert.deepEqual(ids(move(moved, "chair", 99, guide)), ["walk", "down", "chair"]);
  assert.deepEqual(ids(move(moved, "down", -1, guide)), ["down", "chair", "walk"]);
  assert.deepEqual(ids(add(moved, "plank", guide)), ["chair", "walk", "down", "plank"]);
  assert.deepEqual(ids(withChoice(moved, { order: "auto" }, guide)), ["walk", "chair", "down"]);
});

test("choices that do not go together are mended", () => {
  const folded = withChoice(EMPTY, { sides: "fold" }, guide);
  assert.equal(folded.sides, "fold");
  assert.equal(withChoice(folded, { layout: "single" }, guide).sides, "one");
  assert.deepEqual([...withChoice(EMPTY, { days: ["su", "mo", "xx", "mo"] }, guide).days], ["mo", "su"]);
});

test("minutes are rounded up; blank doses and the way down are not counted, nor is what has no dose", () => {
  // 8 repeats of 4 seconds for plank and for the way down, 10 minutes for the walk
  const deck = withDose(deckOf("walk", "chair", "plank", "swatch"), "chair", { plan: "blank" });
  assert.deepEqual(ids(deck), ["walk", "chair", "down", "plank", "swatch"]);
  assert.deepEqual(estimate(deck, guide), { minutes: 12, blank: 1, exercises: 4 });
  assert.deepEqual(estimate(EMPTY, guide), { minutes: 0, blank: 0, exercises: 0 });
});

test("no function changes the deck that it was given", () => {
  const deck = deckOf("chair");
  assert.ok(Object.isFrozen(deck) && Object.isFrozen(deck.cards) && Object.isFrozen(deck.cards[0]));
  add(deck, "plank", guide);
  assert.deepEqual(ids(deck), ["chair"]);
});

import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY, add, card, estimate, move, remove, withCards, withChoice } from "../../docs/assets/javascripts/studio/deck.js";
import { advice, chosen, chosenWhole, doseSaid, doseShown, moved, pagesOn, toggled } from "../../docs/assets/javascripts/studio/says.js";
import { guide } from "./guide.mjs";

const deckOf = (...ids) => withCards(EMPTY, ids.map(card), guide);
const exercise = (id) => guide.byId.get(id);

test("adding and taking out name the exercise, what came or left with it, and how many cards there are", () => {
  const [chair, plank] = [deckOf("chair"), deckOf("chair", "plank")];
  assert.equal(toggled(exercise("chair"), EMPTY, chair, guide), "CHAIR is in. 1 card.");
  assert.equal(toggled(exercise("plank"), chair, add(chair, "plank", guide), guide), "PLANK is in. DOWN came too. 3 cards.");
  assert.equal(toggled(exercise("plank"), plank, remove(plank, "plank", guide), guide), "PLANK is out. DOWN left too. 1 card.");
  assert.equal(toggled(exercise("down"), chair, deckOf("chair", "down"), guide), "DOWN is in. 2 cards.");
  assert.equal(toggled(exercise("down"), deckOf("chair", "down"), chair, guide), "DOWN is out. 1 card.");
});

test("declining the way down says that it stays out", () => {
  const plank = deckOf("plank");
  assert.equal(toggled(exercise("down"), plank, remove(plank, "down", guide), guide), "DOWN is out. It stays out. 1 card.");
});

test("a first move says that the order is one's own", () => {
  const before = deckOf("walk", "chair");
  const after = move(before, "walk", 1, guide);
  assert.equal(moved(exercise("walk"), before, after, guide), "WALK is 2 of 2. Your own order.");
  assert.equal(moved(exercise("walk"), after, move(after, "walk", 0, guide), guide), "WALK is 1 of 2.");
});

test("a dose is said as sentences in the list and as one when it changes", () => {
  assert.equal(doseShown({ plan: "start" }, exercise("chair"), guide), "8 times. 3 days a week.");
  assert.equal(doseShown({ plan: "blank" }, exercise("chair"), guide), "For a pen.");
  assert.equal(doseShown({ plan: "start" }, exercise("swatch"), guide), "");
  assert.equal(doseSaid({ plan: "start" }, exercise("chair"), guide), "CHAIR: 8 times, 3 days a week.");
  assert.equal(doseSaid({ plan: "blank" }, exercise("chair"), guide), "CHAIR: for a pen.");
});

test("how much is chosen is told with its time, as far as that is known", () => {
  const walk = deckOf("walk");
  assert.equal(chosen(EMPTY, estimate(EMPTY, guide), guide), "Nothing yet");
  assert.equal(chosenWhole(EMPTY, estimate(EMPTY, guide), guide), "Nothing yet.");
  assert.equal(chosen(walk, estimate(walk, guide), guide), "1 card, some 10 minutes");
  assert.equal(chosenWhole(walk, { minutes: 0, blank: 1 }, guide), "1 card. 1 not counted.");
  assert.equal(chosenWhole(walk, { minutes: 1, blank: 2 }, guide), "1 card, some 1 minute. 2 not counted in all.");
});

test("two sides take half the paper", () => {
  assert.equal(pagesOn(1, EMPTY, guide), "1 page, 1 sheet, A4");
  assert.equal(pagesOn(4, { sides: "duplex", paper: "letter" }, guide), "4 pages, 2 sheets, US Letter");
});

test("each layout has its advice, and only what is cut is to be cut", () => {
  const said = (layout, sides) => advice(withChoice(EMPTY, { layout, sides }, guide), guide);
  assert.equal(said("four", "one"), "Print it. Cut it.");
  assert.equal(said("two", "duplex"), "Print both. Cut it.");
  assert.equal(said("four", "fold"), "Print it. Fold cards.");
  assert.equal(said("two", "fold"), "Print it. Fold sheets.");
  assert.equal(said("single", "one"), "Print it.");
  assert.equal(said("single", "duplex"), "Print both.");
  assert.equal(said("rows", "one"), "Print it.");
  assert.equal(said("log", "one"), "Print it.");
});

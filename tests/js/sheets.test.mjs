import assert from "node:assert/strict";
import test from "node:test";
import { sheets } from "../../docs/assets/javascripts/studio/sheets.js";

const cardsOf = (text) => [...text].map((id) => ({ id }));
const deckOf = (layout, sides, text) => ({ layout, sides, cards: cardsOf(text) });
// A capital letter is a back, "*" the plan and "#" its back, "-" an empty place.
const FACES = { front: (card) => card.id, back: (card) => card.id.toUpperCase(), plan: () => "*", "plan-back": () => "#" };
const slots = (sheet) => sheet.slots.map((slot) => (slot ? FACES[slot.face](slot.card) : "-")).join("");
const laid = (deck, more) => sheets(deck, more).map((sheet) => `${sheet.side} ${slots(sheet)}`);

test("cards fill sheet after sheet", () => {
  assert.deepEqual(laid(deckOf("four", "one", "abcde")), ["front abcd", "front e---"]);
  assert.deepEqual(laid(deckOf("two", "one", "abc")), ["front ab", "front c-"]);
  assert.deepEqual(laid(deckOf("single", "one", "ab")), ["front a", "front b"]);
});

test("a back lies behind its front when the sheet is turned over its long edge", () => {
  assert.deepEqual(laid(deckOf("four", "duplex", "abcde")), ["front abcd", "back BADC", "front e---", "back -E--"]);
  assert.deepEqual(laid(deckOf("two", "duplex", "abc")), ["front ab", "back AB", "front c-", "back C-"]);
});

test("a card to fold has its back beside its front", () => {
  assert.deepEqual(laid(deckOf("four", "fold", "abc")), ["fold aAbB", "fold cC--"]);
  assert.deepEqual(laid(deckOf("two", "fold", "ab")), ["fold aA", "fold bB"]);
});

test("a plan comes first", () => {
  assert.deepEqual(laid(deckOf("four", "duplex", "a"), { plan: true }), ["front *a--", "back A#--"]);
});

test("nothing chosen is no sheet", () => {
  assert.deepEqual(sheets(deckOf("four", "one", ""), { plan: true }), []);
  assert.deepEqual(sheets(deckOf("rows", "one", "")), []);
});

test("a handout is numbered through", () => {
  const found = sheets(deckOf("rows", "one", "abcde"), { rows: 3 });
  assert.deepEqual(found.map(({ first, cards }) => [first, cards.length]), [[1, 3], [4, 2]]);
});

test("a log has ten lines, those that are no exercises on its first sheet, and never the way down", () => {
  const found = sheets(deckOf("log", "one", "abcdefghijklmnopqdr"), { wayDown: "d", measures: 4 });
  assert.deepEqual(found.map(({ measures, cards }) => [measures, cards.map(({ id }) => id).join("")]), [
    [true, "abcefg"],
    [false, "hijklmnopq"],
    [false, "r"],
  ]);
});

test("a log of measures needs no exercise, a log without both is none", () => {
  assert.equal(sheets(deckOf("log", "one", ""), { measures: 4 }).length, 1);
  assert.equal(sheets(deckOf("log", "one", ""), { measures: 0 }).length, 0);
  assert.equal(sheets(deckOf("log", "one", "abcdefghij"), { measures: 0 }).length, 1);
});

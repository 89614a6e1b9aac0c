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

test("a handout is numbered through, and its pages have about as many exercises", () => {
  const rows = (text, most) => sheets(deckOf("rows", "one", text), { most }).map(({ first, cards }) => [first, cards.length]);
  assert.deepEqual(rows("abcde", 3), [[1, 3], [4, 2]]);
  assert.deepEqual(rows("abcde", 5), [[1, 5]]);
  assert.deepEqual(rows("abcdef", 5), [[1, 3], [4, 3]]);
});

test("a log has its measures on its first sheet, as many lines on each as it takes, and never the way down", () => {
  const found = sheets(deckOf("log", "one", "abcdefghijklmnopqdr"), { wayDown: "d", measures: 4, most: 12 });
  assert.deepEqual(found.map(({ measures, cards }) => [measures, cards.map(({ id }) => id).join("")]), [
    [true, "abcefgh"],
    [false, "ijklmnopqr"],
  ]);
});

test("a log of measures needs no exercise, a log without both is none", () => {
  const pages = (text, measures) => sheets(deckOf("log", "one", text), { measures, most: 10 }).length;
  assert.equal(pages("", 4), 1);
  assert.equal(pages("", 0), 0);
  assert.equal(pages("abcdefghij", 0), 1);
  assert.equal(pages("abcdefghijk", 0), 2);
});

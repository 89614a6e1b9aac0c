import assert from "node:assert/strict";
import test from "node:test";
import { capital, counted, fill, range, stopped } from "../../docs/assets/javascripts/phrase.js";

test("a blank is filled wherever it stands, and what fills it is never read as a phrase", () => {
  assert.equal(fill("{name} of {pages}, {name}", { name: 3, pages: 4 }), "3 of 4, 3");
  assert.equal(fill("Plan for {name}", { name: "$& {name} $1" }), "Plan for $& {name} $1");
  assert.equal(fill("Plain", {}), "Plain");
});

test("exactly one is said otherwise than any other number", () => {
  const cards = { one: "{number} card", many: "{number} cards" };
  assert.deepEqual([0, 1, 2, 21, "1", "1 to 2"].map((number) => counted(cards, number)), [
    "0 cards",
    "1 card",
    "2 cards",
    "21 cards",
    "1 card",
    "1 to 2 cards",
  ]);
});

test("a range of one number is that number", () => {
  assert.equal(range("{low} to {high}", { low: 8, high: 8 }), "8");
  assert.equal(range("{low} bis {high}", { low: 8, high: 10 }), "8 bis 10");
});

test("a sentence begins with a capital letter and ends with one full stop", () => {
  assert.equal(capital("éclair first"), "Éclair first");
  assert.equal(capital(""), "");
  assert.deepEqual(["Go", "Go.", "Go!", "Go?"].map(stopped), ["Go.", "Go.", "Go!", "Go?"]);
});

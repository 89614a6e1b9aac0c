// What both versions of a link say about their cards.

import assert from "node:assert/strict";
import test from "node:test";
import { gathered, notFitting } from "../../docs/assets/javascripts/studio/link/cards.js";
import { guide } from "./guide.mjs";

// A text of small letters is a card with that dose, any other one a stranger.
const read = (piece) => (/^[a-z]+$/.test(piece) ? { id: piece[0], dose: piece } : { id: null, name: piece });
const found = (text) => {
  const dropped = [];
  return { cards: gathered(text, ",", read, guide, dropped).map(({ id, dose }) => `${id}:${dose}`), dropped };
};

test("cards come in the order of the link, each as it stood there first", () => {
  assert.deepEqual(found("beta,alpha"), { cards: ["b:beta", "a:alpha"], dropped: [] });
  assert.deepEqual(found("alpha,beta,arch"), { cards: ["a:alpha", "b:beta"], dropped: ["1 twice."] });
  assert.deepEqual(found("alpha,arch,aloe"), { cards: ["a:alpha"], dropped: ["2 more than once."] });
});

test("no text, and nothing between two commas, is no card and nothing to tell", () => {
  assert.deepEqual(found(""), { cards: [], dropped: [] });
  assert.deepEqual(found(",,alpha,,"), { cards: ["a:alpha"], dropped: [] });
});

test("a card cannot be changed any more", () => {
  const [card] = gathered("alpha", ",", read, guide, []);
  assert.throws(() => (card.id = "b"), TypeError);
});

test("strangers are counted once each, and three of them named", () => {
  assert.deepEqual(found("1,1").dropped, ["Without 1 pattern: “1”."]);
  assert.deepEqual(found("1,2,3").dropped, ["Without 3 patterns: “1”, “2”, “3”."]);
  assert.deepEqual(found("1,2,3,4,alpha,arch").dropped, ["Without 4 patterns: “1”, “2”, “3” and others.", "1 twice."]);
});

test("the name of a stranger is short, and has no sign of a sentence or of HTML", () => {
  assert.deepEqual(found("<b>Call 0800</b>!").dropped, ["Without 1 pattern: “?b?Call?0800??b??”."]);
  assert.deepEqual(found("{names}").dropped, ["Without 1 pattern: “?names?”."]);
  assert.deepEqual(found("A".repeat(31)).dropped, [`Without 1 pattern: “${"A".repeat(30)}”.`]);
});

test("what does not fit an exercise is told with its title, and nothing where all fits", () => {
  const dropped = [];
  notFitting([], { title: "Chair" }, guide, dropped);
  notFitting(["hold_s"], { title: "Calf" }, guide, dropped);
  notFitting(["sets", "reps", "on_days"], { title: "{parts}" }, guide, dropped);
  assert.deepEqual(dropped, ["Calf: not hold.", "{parts}: not sets, reps & days."]);
});

// The plan of today: amounts as prescribed or for a sore day, in words, and how long they take.

import assert from "node:assert/strict";
import { test } from "node:test";
import { concerning, minutes, only, planOf, said, timesOf } from "../../docs/assets/javascripts/mine/plan.js";
import { voiceFor } from "../../docs/assets/javascripts/mine/speech.js";
import { catalogue } from "../../docs/assets/javascripts/studio/catalogue.js";
import { EMPTY, card, withCards, withDose } from "../../docs/assets/javascripts/studio/deck.js";
import { amountOf, exerciseOf, guide, span, words } from "./guide.mjs";

const eight = amountOf({ reps: span(8), days_a_week: span(3), note: "slowly" });
const three = amountOf({ reps: span(3), when: "now and then" });
const data = catalogue({
  ...guide,
  words: { ...words, mine: { as_told: "As you were told" } },
  exercises: [
    exerciseOf("bend", { dose: { start: eight, build: null, flare: three } }),
    exerciseOf("turn", { dose: { start: eight, build: null, flare: null } }),
    exerciseOf("down"),
    exerciseOf("lie", { needs_floor: true }),
    exerciseOf("rest", { dose: null }),
  ],
});
const deckOf = (...ids) => withCards(EMPTY, ids.map(card), data);
const usual = { sore: false, weekday: 0 };

test("an amount is said as prescribed, with its note", () => {
  const [bend] = planOf(deckOf("bend"), data, usual);
  assert.deepEqual(said(bend, data), { much: "8 times.", often: "3 days a week.", note: "Slowly." });
});

test("on a sore day an exercise shows its small amount, where it has one", () => {
  const [bend, turn] = planOf(deckOf("bend", "turn"), data, { ...usual, sore: true });
  assert.deepEqual([bend.small, said(bend, data).much, said(bend, data).often], [true, "3 times.", "Now and then."]);
  assert.deepEqual([turn.small, said(turn, data).much], [false, "8 times."]);
});

const bendWith = (dose) => withDose(deckOf("bend"), "bend", { plan: "own", from: "start", ...dose });
const onSoreDay = (dose) => planOf(bendWith(dose), data, { ...usual, sore: true })[0].amount;

test("a sore day never asks for more than was prescribed, nor for what was taken away", () => {
  assert.deepEqual(onSoreDay({ reps: span(2) }).reps, span(2));
  assert.deepEqual(onSoreDay({ reps: span(9, 12) }).reps, span(3));
  assert.equal(onSoreDay({ side: "left" }).side, "left");
  assert.deepEqual([onSoreDay({ on: ["tu"] }).on, onSoreDay({ on: ["tu"] }).when], [["tu"], null]);
  assert.deepEqual([onSoreDay({ days_a_week: span(5) }).days_a_week, onSoreDay({ days_a_week: span(5) }).when], [span(5), null]);
  assert.deepEqual(timesOf({ amount: onSoreDay({ times_a_day: span(2, 3) }) }), span(2, 3));
});

test("who was told by pen is not told another amount on a sore day", () => {
  const blank = withDose(deckOf("bend"), "bend", { plan: "blank" });
  const [bend] = planOf(blank, data, { ...usual, sore: true });
  assert.deepEqual([bend.small, bend.amount], [false, null]);
});

test("an exercise is for its own days only", () => {
  const days = (on) => [0, 1, 2].map((weekday) => planOf(bendWith({ on }), data, { sore: false, weekday })[0].today);
  assert.deepEqual([days(["tu"]), days(null)], [[false, true, false], [true, true, true]]);
});

test("nobody who does exercises is told of paper or layout", () => {
  const { no_paper, no_layout, no_sides, no_order, cut } = words.studio.link;
  assert.deepEqual(concerning([no_paper, no_layout, cut, no_sides, no_order], data), [cut]);
});

test("a dose for a pen and an exercise without one are done as told", () => {
  const blank = withDose(deckOf("bend", "rest"), "bend", { plan: "blank" });
  for (const entry of planOf(blank, data, usual)) {
    assert.deepEqual(said(entry, data), { much: "As you were told.", often: "", note: "" });
  }
});

test("the time of all together is rounded up to minutes", () => {
  assert.equal(minutes(planOf(deckOf("bend", "turn", "rest"), data, usual), data), 2);
  assert.equal(minutes([], data), 0);
});

test("one exercise is the only one, even when the way down comes along", () => {
  assert.equal(only(planOf(deckOf("lie"), data, usual), data).exercise.id, "lie");
  assert.equal(only(planOf(deckOf("down"), data, usual), data).exercise.id, "down");
  assert.equal(only(planOf(deckOf("bend", "turn"), data, usual), data), null);
});

test("only a voice that lives on the device reads, in the language of the page", () => {
  const far = { localService: false, lang: "en-GB" };
  const french = { localService: true, lang: "fr-FR" };
  const british = { localService: true, lang: "en-GB" };
  const chosen = { localService: true, lang: "en_US", default: true };
  assert.equal(voiceFor([far, french], "en"), null);
  assert.equal(voiceFor([far, french, british], "en"), british);
  assert.equal(voiceFor([british, chosen], "en-GB"), chosen);
});

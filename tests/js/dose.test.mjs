import assert from "node:assert/strict";
import test from "node:test";
import { amount, howMuch, howOften, plans, seconds } from "../../docs/assets/javascripts/studio/dose.js";
import { amountOf, exerciseOf, guide, span } from "./guide.mjs";

const SAID = [
  [{ reps: span(5), hold_s: span(5) }, {}, "5 times, keep 5 seconds"],
  [{ reps: span(1), hold_s: span(1) }, {}, "one time, keep 1 second"],
  [{ reps: span(1), hold_s: span(1, 3) }, { each_side: true }, "one time per side, keep 1 to 3 seconds"],
  [{ reps: span(3, 5), hold_s: span(5) }, { each_side: true }, "3 to 5 per side, keep 5 seconds"],
  [{ sets: span(2, 3), reps: span(8, 12) }, { each_side: true }, "2 to 3 rounds of 8 to 12 per side"],
  [{ sets: span(1, 2), reps: span(1) }, {}, "1 to 2 rounds of 1"],
  [{ sets: span(2), reps: span(20) }, { counted_in: "steps" }, "2 rounds of 20 steps"],
  [{ reps: span(1) }, { counted_in: "slopes" }, "1 slope"],
  [{ minutes: span(1) }, {}, "1 minute"],
  [{ minutes: span(5, 10), hold_s: span(2) }, { each_side: true }, "5 to 10 minutes per side, keep 2 seconds"],
  [{ reps: span(8), side: "left" }, { each_side: true }, "8, left"],
  [{ sets: span(2), reps: span(1), side: "right", hold_s: span(5), load: "red" }, { each_side: true }, "2 rounds of 1, right, keep 5 seconds, holding a red band"],
  [{ reps: span(1), load: "a1" }, {}, "one time, holding a pound"],
];

test("an amount is said as people say it", () => {
  for (const [given, about, said] of SAID) {
    assert.equal(howMuch(amountOf(given), exerciseOf("x", about), guide), said);
  }
});

test("days are said as people say them, and own words stand for them", () => {
  const said = (low, high) => howOften(amountOf({ days_a_week: span(low, high) }), guide);
  assert.deepEqual([said(1), said(2, 3), said(2, 7), said(7)], ["1 day a week", "2 to 3 days a week", "2 days or more", "daily"]);
  assert.equal(howOften(amountOf({ when: "on any walk" }), guide), "on any walk");
  assert.equal(howOften(amountOf({}), guide), "");
});

test("times a day and chosen days are said beside or instead of how many days", () => {
  assert.equal(howOften(amountOf({ days_a_week: span(2, 3), times_a_day: span(2) }), guide), "2 to 3 days a week; 2 times daily");
  assert.equal(howOften(amountOf({ when: "on any walk", times_a_day: span(1) }), guide), "on any walk; once daily");
  assert.equal(howOften(amountOf({ times_a_day: span(1, 3) }), guide), "1 to 3 times daily");
  assert.equal(howOften(amountOf({ on: ["mo"] }), guide), "each M");
  assert.equal(howOften(amountOf({ on: ["mo", "we", "su"] }), guide), "each M, W & Su");
  assert.equal(howOften(amountOf({ on: ["mo", "tu", "we", "th", "fr", "sa", "su"] }), guide), "daily");
});

test("time counts moves, holds, rests, sides and sets", () => {
  const time = (given, about = {}) => seconds(amountOf(given), exerciseOf("x", about), guide);
  assert.equal(time({ reps: span(5), hold_s: span(5), rest_s: span(10, 30) }), 5 * (4 + 5) + 4 * 30);
  assert.equal(time({ sets: span(2), reps: span(10), rest_s: span(60) }, { each_side: true }), 2 * 2 * 10 * 4 + 60);
  assert.equal(time({ reps: span(20) }, { counted_in: "steps" }), 20);
  assert.equal(time({ reps: span(2) }, { counted_in: "slopes" }), 240);
  assert.equal(time({ sets: span(2), minutes: span(5, 10), rest_s: span(60) }), 2 * 600 + 60);
  assert.equal(time({ reps: span(10), side: "left" }, { each_side: true }), 40);
});

test("only the doses that an exercise has can be chosen", () => {
  assert.deepEqual(plans(guide.byId.get("plank")), ["start", "build", "own", "blank"]);
  assert.deepEqual(plans(guide.byId.get("chair")), ["start", "own", "blank"]);
  assert.deepEqual(plans(guide.byId.get("swatch")), []);
});

test("a dose of one's own changes what was changed, and nothing else", () => {
  const calf = guide.byId.get("calf");
  const { start, build } = calf.dose;
  assert.deepEqual(amount({ plan: "own", from: "start" }, calf), start);
  assert.deepEqual(amount({ plan: "own", from: "start", reps: span(3) }, calf), { ...start, reps: span(3) });
  assert.deepEqual(amount({ plan: "own", from: "build", hold_s: span(20, 25) }, calf), { ...build, hold_s: span(20, 25) });
  assert.deepEqual(amount({ plan: "own", from: "start", side: "left", load: "a1" }, calf), { ...start, side: "left", load: "a1" });
});

test("days that were changed stand for the words of the exercise about when, and a hold can be taken away", () => {
  const walk = guide.byId.get("walk");
  const own = (more) => amount({ plan: "own", from: "start", ...more }, walk);
  assert.equal(howOften(own({ minutes: span(12) }), guide), "always");
  assert.equal(howOften(own({ days_a_week: span(2) }), guide), "2 days a week");
  assert.equal(howOften(own({ on: ["sa"] }), guide), "each S");
  assert.equal(howOften(own({ times_a_day: span(2) }), guide), "always; 2 times daily");
  assert.equal(amount({ plan: "own", from: "start", hold_s: span(0) }, guide.byId.get("calf")).hold_s, null);
});

test("a blank dose, one that an exercise lacks, and an exercise without doses have no amount", () => {
  assert.equal(amount({ plan: "blank" }, guide.byId.get("plank")), null);
  assert.equal(amount({ plan: "flare" }, guide.byId.get("plank")), null);
  assert.equal(amount({ plan: "start" }, guide.byId.get("swatch")), null);
});

import assert from "node:assert/strict";
import test from "node:test";
import { beyond, changed, fitting, hasLoad, numbersOf, ownFrom, readSpan } from "../../docs/assets/javascripts/studio/own.js";
import { amountOf, exerciseOf, guide, span } from "./guide.mjs";

const { byId } = guide;
const start = { plan: "own", from: "start" };
const fitted = (id, more) => {
  const { dose, dropped } = fitting({ ...start, ...more }, byId.get(id), guide);
  return [{ ...dose }, dropped];
};

test("one's own begins with the dose that was chosen before, and with the start after a blank one", () => {
  assert.deepEqual({ ...ownFrom({ plan: "build" }, byId.get("plank")) }, { plan: "own", from: "build" });
  assert.deepEqual({ ...ownFrom({ plan: "own", from: "build" }, byId.get("plank")) }, { plan: "own", from: "build" });
  assert.deepEqual({ ...ownFrom({ plan: "blank" }, byId.get("plank")) }, start);
});

test("only numbers that an exercise has can be changed", () => {
  const names = (id) => numbersOf(start, byId.get(id), guide).map(({ name, least, most }) => `${name} ${least} ${most}`);
  assert.deepEqual(names("walk"), ["sets 1 3", "minutes 1 60", "days_a_week 1 7", "times_a_day 1 6"]);
  assert.deepEqual(names("chair"), ["sets 1 5", "reps 1 60", "days_a_week 1 7", "times_a_day 1 6"]);
  assert.deepEqual(names("calf"), ["sets 1 5", "reps 1 20", "hold_s 0 100", "days_a_week 1 7", "times_a_day 1 6"]);
  assert.deepEqual([hasLoad(start, byId.get("walk")), hasLoad(start, byId.get("chair"))], [false, true]);
});

test("a number or a range can be typed, and an empty field is as it was", () => {
  const read = (text) => readSpan(text, "{low} to {high}");
  for (const text of ["8-10", "8 to 10", " 8  TO 10 ", "8–10", "8 - 10", "8to10", "8—10", "8−10", "８-１０"]) {
    assert.deepEqual(read(text), span(8, 10), text);
  }
  assert.deepEqual(read("08"), span(8));
  assert.equal(read("  "), null);
  for (const text of ["10-8", "-4", "8-", "8.5", "8,5", "eight", "8 10", "1-2-3", "8 to", "12345", "١"]) {
    assert.equal(read(text), undefined, text);
  }
  assert.deepEqual(readSpan("8 bis 10", "{low} bis {high}"), span(8, 10));
});

test("what says the same as before is no change", () => {
  assert.deepEqual(fitted("calf", { sets: span(1), reps: span(4, 6), hold_s: span(10, 15), days_a_week: span(2, 7), times_a_day: span(1) }), [start, []]);
  assert.deepEqual(fitted("calf", { reps: span(4) }), [{ ...start, reps: span(4) }, []]);
});

const UNFIT = [
  ["plank", { sets: span(5), minutes: span(60) }, {}, ["sets", "minutes"]],
  ["walk", { sets: span(1), reps: span(60), hold_s: span(5) }, {}, ["sets", "reps", "hold_s"]],
  ["chair", { reps: span(9), hold_s: span(5), days_a_week: span(5) }, { days_a_week: span(5) }, ["reps", "hold_s"]],
  ["chair", { reps: span(61) }, {}, ["reps"]],
  ["chair", { reps: { low: 9, high: 8 }, times_a_day: span(7) }, {}, ["reps", "times_a_day"]],
  ["chair", { reps: span(8.5) }, {}, ["reps"]],
  ["chair", { side: "left" }, {}, ["side"]],
  ["calf", { side: "left", load: "red" }, { side: "left", load: "red" }, []],
  ["calf", { side: "up", load: "toString", on: ["xx"] }, {}, ["side", "load", "on_days"]],
  ["walk", { load: "red" }, {}, ["load"]],
  ["calf", { sets: span(5), reps: span(20), hold_s: span(20) }, {}, ["sets", "reps", "hold_s"]], // 200 times 24 seconds, and rests
  ["calf", { minutes: span(9), hold_s: span(0) }, {}, ["minutes"]],
  ["calf", { hold_s: { low: 0, high: 5 } }, {}, ["hold_s"]],
  ["calf", { hold_s: span(0) }, { hold_s: span(0) }, []],
  ["chair", { on: ["we", "mo", "mo"], days_a_week: span(2) }, { on: ["mo", "we"] }, []],
];

test("what does not fit an exercise is dropped and named, and the rest is kept", () => {
  for (const [id, given, kept, dropped] of UNFIT) {
    assert.deepEqual(fitted(id, given), [{ ...start, ...kept }, dropped], JSON.stringify(given));
  }
});

test("a dose that an exercise lacks is the usual one", () => {
  for (const dose of [{ plan: "flare" }, { plan: "x" }, { plan: "own", from: "flare" }, { plan: "constructor" }, { plan: "sets" }]) {
    assert.deepEqual(fitting(dose, byId.get("chair"), guide), { dose: { plan: "start" }, dropped: ["all"] }, dose.plan);
  }
  assert.deepEqual(fitting({ plan: "start" }, byId.get("swatch"), guide), { dose: { plan: "start" }, dropped: [] });
  assert.deepEqual(fitting({ plan: "blank" }, byId.get("swatch"), guide), { dose: { plan: "start" }, dropped: ["all"] });
});

test("days of its own and days a week take each other's place", () => {
  const chair = byId.get("chair");
  const on = changed({ ...start, days_a_week: span(5) }, "on", ["tu"], chair, guide);
  assert.deepEqual({ ...on }, { ...start, on: ["tu"] });
  assert.deepEqual({ ...changed(on, "days_a_week", span(2), chair, guide) }, { ...start, days_a_week: span(2) });
  assert.deepEqual({ ...changed(on, "on", null, chair, guide) }, start);
});

test("numbers beyond the limits are named, and too much in all is too", () => {
  const over = (given) => beyond(amountOf(given), exerciseOf("x"), guide);
  assert.deepEqual(over({ reps: span(60), sets: span(5) }), []);
  assert.deepEqual(over({ reps: span(61), sets: span(6), days_a_week: span(8) }), ["sets", "reps", "days_a_week"]);
  assert.deepEqual(over({ reps: span(21), hold_s: span(101), times_a_day: span(7) }), ["reps", "hold_s", "times_a_day"]);
  assert.deepEqual(over({ minutes: span(5), hold_s: span(1) }), ["hold_s"]);
  assert.deepEqual(over({ minutes: span(31), sets: span(2) }), ["session"]);
});

// What the timer shows and says: the number, the words beside it, and what is heard when it changes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { aloud, number, shown, told } from "../../docs/assets/javascripts/mine/says.js";
import { begin, look, parts, pause } from "../../docs/assets/javascripts/mine/timer.js";
import { amountOf, counts, exerciseOf, span, words as guideWords } from "./guide.mjs";

const timer = {
  ...{ paused: "Halt", ready: "Ready", move: "Off", hold: "Keep", back: "Home", rest: "Breathe", change: "Swap", walk: "Roam", over: "Fin" },
  ...{ set: "round {number}/{sets}", repeat: "turn {number}/{repeats}", of: "of {repeats}", seconds: { one: "sec", many: "secs" }, minutes: { one: "min", many: "mins" } },
  ...{ one_side: "one", other_side: "two", may_stop: "To {number} if you like.", may_stop_time: "Longer if you like.", may_let_go: "Let go.", may_begin: "Go on." },
};
const words = { ...guideWords, mine: { timer } };
const START = { index: -1, may: "", over: false };

function running(amount, given = {}) {
  return begin(parts(amountOf(amount), exerciseOf("it", given), { counts }), 0);
}

/** Return all that is said by `say` when somebody looks every tenth of a second. */
function heard(say, run, until = 3_600_000) {
  const all = [];
  let before = START;
  for (let now = 0; now <= until && !before.over; now += 100) {
    const found = look(run, now);
    const text = say(before, found, words);
    text && all.push(text);
    before = found;
  }
  return all;
}

test("a repeat shows its number and how many there are", () => {
  const run = running({ reps: span(8) });
  assert.deepEqual(number(look(run, 10_000), words), { number: "2", unit: "of 8" });
  assert.deepEqual(shown(look(run, 10_000), words), { what: "Off", where: "turn 2/8", may: "" });
});

test("a hold counts its seconds down, and a walk its minutes", () => {
  const hold = running({ sets: span(2), reps: span(3), hold_s: span(5) }, { each_side: true });
  assert.deepEqual(number(look(hold, 8100), words), { number: "4", unit: "secs" });
  assert.deepEqual(number(look(hold, 11_500), words), { number: "1", unit: "sec" });
  assert.deepEqual(shown(look(hold, 8100), words), { what: "Keep", where: "turn 1/3 · round 1/2 · one", may: "" });
  const walk = running({ minutes: span(5, 10) });
  assert.deepEqual(number(look(walk, 6000), words), { number: "4:59", unit: "mins" });
  assert.deepEqual(number(look(walk, 301_000), words), { number: "4", unit: "secs" });
  assert.deepEqual(number(look(walk, 245_000), words), { number: "1:00", unit: "min" });
  assert.deepEqual(number(look(walk, 306_000), words), { number: "4:59", unit: "mins" });
});

test("a paused timer says so, and one that is over shows no number", () => {
  const run = running({ reps: span(2) });
  assert.equal(shown(look(pause(run, 6000), 9000), words).what, "Halt");
  assert.deepEqual(number(look(run, 99_000), words), { number: "", unit: "" });
  assert.deepEqual(shown(look(run, 99_000), words), { what: "Fin", where: "", may: "" });
});

test("each part is read aloud, but no second of it", () => {
  assert.deepEqual(heard(aloud, running({ reps: span(2), hold_s: span(5), rest_s: span(10) })), [
    ...["Ready.", "1.", "Keep, 5 seconds.", "Home.", "Breathe, 10 seconds.", "2.", "Keep, 5 seconds.", "Home.", "Fin."],
  ]);
});

test("quick steps are read aloud by fives", () => {
  assert.deepEqual(heard(aloud, running({ reps: span(12) }, { counted_in: "steps" })), ["Ready.", "5.", "10.", "Fin."]);
});

test("where a range begins both voices say that one may stop", () => {
  assert.deepEqual(heard(aloud, running({ reps: span(1, 2) })), ["Ready.", "1.", "2. To 2 if you like.", "Fin."]);
  assert.deepEqual(heard(told, running({ reps: span(1, 2) })), ["Ready.", "Off. turn 1/2.", "To 2 if you like.", "Fin."]);
  assert.deepEqual(heard(told, running({ minutes: span(1, 2) })), ["Ready.", "Roam, 1 minute.", "Longer if you like.", "Fin."]);
});

test("a screen reader hears what changes, never each repeat", () => {
  assert.deepEqual(heard(told, running({ sets: span(2), reps: span(10), rest_s: span(60) }, { each_side: true })), [
    ...["Ready.", "Off. turn 1/10 · round 1/2 · one.", "Swap, 5 seconds.", "Off. turn 1/10 · round 1/2 · two."],
    ...["Breathe, 1 minute.", "Off. turn 1/10 · round 2/2 · one.", "Swap, 5 seconds.", "Off. turn 1/10 · round 2/2 · two.", "Fin."],
  ]);
  assert.deepEqual(heard(told, running({ reps: span(5), hold_s: span(2, 3) })), ["Ready.", "Off. turn 1/5.", "Fin."]);
});

test("after a while asleep only what is true now is said", () => {
  const run = running({ reps: span(20) });
  assert.equal(aloud(look(run, 6000), look(run, 50_000), words), "12.");
  assert.equal(aloud(look(run, 6000), look(run, 900_000), words), "Fin.");
  assert.equal(aloud(look(run, 800_000), look(run, 900_000), words), "");
});

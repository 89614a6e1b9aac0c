// The timer with made-up time: what an amount comes to, and where one is in it after so many milliseconds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, enough, goOn, longest, look, parts, pause, redo, skip } from "../../docs/assets/javascripts/mine/timer.js";
import { amountOf, counts, exerciseOf, span } from "./guide.mjs";

const guide = { counts };
const plain = exerciseOf("plain");
const sided = exerciseOf("sided", { each_side: true });

function kinds(amount, exercise = plain) {
  return parts(amountOf(amount), exercise, guide).map(({ kind, least_ms, most_ms }) =>
    least_ms === most_ms ? `${kind} ${most_ms / 1000}` : `${kind} ${least_ms / 1000}-${most_ms / 1000}`,
  );
}

function seconds(amount, exercise = plain) {
  return longest(parts(amountOf(amount), exercise, guide)) / 1000;
}

test("repeats are counted at their pace, after a while to get ready", () => {
  assert.deepEqual(kinds({ reps: span(3) }), ["ready 5", "move 4", "move 4", "move 4"]);
});

test("a hold stands in the middle of a repeat, and rests stand between repeats", () => {
  assert.deepEqual(kinds({ reps: span(2), hold_s: span(5), rest_s: span(10) }), [
    ...["ready 5", "move 2", "hold 5", "back 2"],
    ...["rest 10", "move 2", "hold 5", "back 2"],
  ]);
});

test("a range of seconds has a least and a most", () => {
  assert.deepEqual(kinds({ reps: span(1), hold_s: span(10, 15) }), ["ready 5", "move 2", "hold 10-15", "back 2"]);
});

test("sides are changed before the next set, and a rest without a hold stands between sets alone", () => {
  assert.deepEqual(kinds({ sets: span(2), reps: span(1), rest_s: span(60) }, sided), [
    ...["ready 5", "move 4", "change 5", "move 4"],
    ...["rest 60", "move 4", "change 5", "move 4"],
  ]);
});

test("with a hold the rest is also the time to change sides", () => {
  assert.deepEqual(kinds({ reps: span(1), hold_s: span(5), rest_s: span(7) }, sided), [
    ...["ready 5", "move 2", "hold 5", "back 2"],
    ...["change 7", "move 2", "hold 5", "back 2"],
  ]);
});

test("sides that take turns do so after each repeat, without a pause, and a rest stands between sets alone", () => {
  const marched = exerciseOf("marched", { each_side: true, in_turn: true });
  const all = parts(amountOf({ sets: span(2), reps: span(2), rest_s: span(60) }), marched, guide);
  assert.deepEqual(all.map(({ kind, side, number }) => `${kind} ${side} ${number}`), [
    ...["ready 1 0", "move 1 1", "move 2 1", "move 1 2", "move 2 2"],
    ...["rest 1 0", "move 1 1", "move 2 1", "move 1 2", "move 2 2"],
  ]);
});

test("who has done enough repeats with both sides in turn is through with the set", () => {
  const marched = exerciseOf("marched", { each_side: true, in_turn: true });
  const all = parts(amountOf({ reps: span(1, 3) }), marched, guide);
  const third = 5000 + 2 * 4000 + 1;
  assert.equal(look(begin(all, 0), third).may, "repeat");
  assert.equal(look(enough(begin(all, 0), third), third).over, true);
});

test("only the side that was prescribed is done", () => {
  const one = parts({ ...amountOf({ reps: span(2) }), side: "left" }, sided, guide);
  assert.deepEqual(one.map(({ kind }) => kind), ["ready", "move", "move"]);
});

test("between sets one rests up to a minute where the dose says nothing, and may begin again after 5 seconds", () => {
  assert.deepEqual(kinds({ sets: span(2), reps: span(1) }), ["ready 5", "move 4", "rest 5-60", "move 4"]);
});

test("nothing hurries anyone down to the floor, or up a slope", () => {
  const down = exerciseOf("down");
  assert.deepEqual(parts(amountOf({ reps: span(3) }), down, { counts, wayDown: down }), []);
  const slopes = { slopes: { seconds: 120, name: null } };
  assert.deepEqual(parts(amountOf({ reps: span(2) }), exerciseOf("hill", { counted_in: "slopes" }), { counts: slopes, wayDown: down }), []);
});

test("a walk lasts its minutes", () => {
  assert.deepEqual(kinds({ minutes: span(5, 10) }), ["ready 5", "walk 300-600"]);
});

// Reckoned by hand: what one does, and 5 seconds for each time to get ready or to change sides.
test("whole exercises take as long as a person reckons", () => {
  assert.equal(seconds({ reps: span(8) }), 5 + 8 * 4);
  assert.equal(seconds({ sets: span(2), reps: span(10), hold_s: span(2, 4) }), 5 + 10 * 8 + 60 + 10 * 8);
  assert.equal(seconds({ reps: span(8, 10), hold_s: span(5, 10), rest_s: span(10, 30) }), 5 + 10 * 14 + 9 * 30);
  assert.equal(seconds({ sets: span(2, 3), reps: span(8, 12), rest_s: span(60) }, sided), 5 + 3 * (2 * 48 + 5) + 2 * 60);
  assert.equal(seconds({ reps: span(20, 30) }, exerciseOf("walker", { counted_in: "steps" })), 5 + 30);
  assert.equal(seconds({ sets: span(2), minutes: span(3), rest_s: span(30) }), 5 + 180 + 30 + 180);
});

const open = begin(parts(amountOf({ sets: span(1, 2), reps: span(2, 4) }), plain, guide), 0);
// ready 0 to 5; moves to 9 and 13; open ones to 17 and 21; a rest to 81; the open set to 97

test("where one is follows the clock alone, however long nobody looked", () => {
  assert.equal(look(open, 4999).part.kind, "ready");
  assert.equal(look(open, 5000).part.number, 1);
  assert.equal(look(open, 9500).part.number, 2);
  assert.equal(look(open, 9500).left_ms, 3500);
  assert.equal(look(open, 96_999).part.number, 4);
  assert.equal(look(open, 97_000).over, true);
  assert.equal(look(open, 9_000_000).over, true);
  assert.equal(look(open, -50).index, 0);
});

test("one may stop after the low number of repeats, and after the low number of sets", () => {
  assert.equal(look(open, 12_999).may, "");
  assert.equal(look(open, 13_000).may, "repeat");
  assert.equal(look(open, 22_000).may, "set");
});

test("a hold, a rest and a walk may end after their least time, and count down to each", () => {
  const hold = begin(parts(amountOf({ reps: span(1), hold_s: span(10, 15) }), plain, guide), 0);
  assert.deepEqual([look(hold, 16_999).may, look(hold, 16_999).left_ms], ["", 1]);
  assert.deepEqual([look(hold, 17_000).may, look(hold, 17_000).left_ms], ["hold", 5000]);
  assert.equal(look(enough(hold, 18_000), 18_000).part.kind, "back");
});

test("enough leaves out the repeats that are open, then all sets that are", () => {
  const after = enough(open, 13_500);
  assert.deepEqual([look(after, 13_500).part.kind, look(after, 13_500).part.set], ["rest", 2]);
  assert.equal(look(enough(after, 13_600), 13_600).over, true);
});

test("enough on one side leaves the other to be done", () => {
  const both = begin(parts(amountOf({ reps: span(1, 3) }), sided, guide), 0);
  const after = enough(both, 9500);
  assert.equal(look(after, 9500).part.kind, "change");
  assert.equal(look(after, 14_500).part.side, 2);
});

test("a pause stops the time, and it goes on from there", () => {
  const stopped = pause(open, 6000);
  assert.deepEqual(look(stopped, 90_000), { ...look(open, 6000), paused: true });
  assert.equal(pause(stopped, 7000), stopped);
  const on = goOn(stopped, 90_000);
  assert.deepEqual(look(on, 91_000), look(open, 7000));
  assert.equal(goOn(on, 95_000), on);
});

test("skip goes to the next part, and past the last one it is over", () => {
  assert.equal(look(skip(open, 2000), 2000).part.number, 1);
  assert.equal(look(skip(open, 96_000), 96_000).over, true);
  assert.equal(look(skip(open, 99_000), 99_000).over, true);
});

test("while it is paused one may skip and go back, and it stays paused", () => {
  const on = skip(pause(open, 2000), 60_000);
  assert.deepEqual([look(on, 70_000).part.number, look(on, 70_000).paused], [1, true]);
});

test("back begins a part again, and right after its begin the one before", () => {
  assert.equal(look(redo(open, 8000), 8000).left_ms, 4000);
  assert.equal(look(redo(open, 8000), 8000).part.number, 1);
  assert.equal(look(redo(open, 5500), 5500).part.kind, "ready");
  assert.equal(look(redo(open, 100), 100).part.kind, "ready");
});

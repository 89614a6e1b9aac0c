// Ways to set the front of a card: every one with the room that it leaves for pictures, and which of them is taken.

import assert from "node:assert/strict";
import test from "node:test";
import { bestOf, waysOf } from "../../docs/assets/javascripts/studio/paper/ways.js";

// One picture of 100 x 100 has the scale of the smaller side of its room. Parts stand 10 apart, the code is 60 high.
const EXTENTS = [{ columns: [100], heights: [100], gaps: 0, solid: 0 }];
const FRONT = { gap: 10, size: 20, quiet: 5, code: 60, extents: EXTENTS, stages: [] };

const told = (front) => waysOf(front).map(({ kind, count, taken, room, free, head, scale }) => {
  assert.equal(scale.toFixed(6), (Math.min(room, free) / 100).toFixed(6));
  return [kind, count, taken, `${room}x${Number(free.toFixed(6))}`, head].filter((each) => each !== undefined).join(" ");
});

const narrow = (more) => ({
  ...FRONT,
  wide: false,
  width: 100,
  height: 500,
  lines: 35,
  tail: ["start", "note"],
  columns: [{ column: 40, other: 50 }],
  high: new Map([
    [100, { head: 20, steps: 50, start: 30, note: 40, lines: 8 }],
    [35, { head: 60, steps: 150, start: 90, note: 120, lines: 15 }],
    [40, { head: 50, steps: 80, start: 60, note: 70, lines: 14 }],
  ]),
  ...more,
});

test("a narrow card has all of the tail above its foot, the steps below or beside the pictures", () => {
  // 500 without the foot (60 + 10) is 430; head, steps and tail take 140 and four gaps
  assert.deepEqual(told(narrow()), ["plain 2 100x250", "beside 2 0 50x310 0"]);
});

test("a foot is as high as its lines where these are more than the code", () => {
  const high = new Map([...narrow().high, [35, { lines: 75 }]]);
  assert.equal(told(narrow({ high }))[0], "plain 2 100x235");
});

test("the code keeps the white around it free of what stands above", () => {
  assert.equal(told(narrow({ size: 60 }))[0], "plain 2 100x240"); // 5 and a quarter of 60, less the gap
  assert.equal(told(narrow({ quiet: 0 }))[0], "plain 2 100x250"); // the gap is white enough
  assert.equal(told(narrow({ quiet: 12 }))[0], "plain 2 100x243");
});

test("steps that are higher than the room beside them stand below alone", () => {
  const high = (steps) => new Map([...narrow().high, [40, { head: 50, steps }]]);
  assert.deepEqual(told(narrow({ high: high(310) })), ["plain 2 100x250", "beside 2 0 50x310 0"]);
  assert.deepEqual(told(narrow({ high: high(311) })), ["plain 2 100x250"]);
});

test("in stages the steps take no height of their own", () => {
  const stages = [{ column: 50, wide: 10, heights: [10], solid: 10 }, { column: 30, wide: 10, heights: [40], solid: 110 }];
  const ways = waysOf(narrow({ stages })).filter(({ kind }) => kind === "stages");
  assert.deepEqual(ways, [
    { kind: "stages", room: 100, free: 310, scale: 5, stages: stages[0], count: 2 },
    { kind: "stages", room: 100, free: 310, scale: 3, stages: stages[1], count: 2 },
  ]);
});

const wide = (height) => ({
  ...FRONT,
  wide: true,
  width: 400,
  height,
  lines: 330,
  tail: ["start", "note", "ask"],
  columns: [{ column: 150, other: 240 }],
  high: new Map([
    [400, { head: 20, steps: 30, start: 10, note: 12, ask: 14, lines: 8 }],
    [330, { head: 22, steps: 33, start: 11, note: 13, ask: 16, lines: 20 }],
    [150, { head: 40, steps: 70, start: 20, note: 24, ask: 28, lines: 29 }],
    [240, { head: 30, steps: 50, start: 15, note: 18, ask: 20, lines: 19 }],
  ]),
});

test("a wide card may have two of the tail in its foot, and head and tail in its column", () => {
  // each with the head above the pictures, with it in the column, and with pictures above two columns
  assert.deepEqual(told(wide(400)), [
    "plain 3 400x194",
    ...["beside 3 0 240x234 0", "beside 3 0 240x264 40", "above 3 0 400x217"],
    ...["beside 3 1 240x254 0", "beside 3 1 240x284 40", "above 3 1 400x190"],
    ...["beside 3 2 240x276 0", "beside 3 2 240x306 40", "above 3 2 400x156"],
    ...["beside 3 3 240x300 0", "beside 3 3 240x330 40", "above 3 3 400x118"],
    "plain 2 400x218", // the lines (20) and who should ask (16 and a gap) are not higher than the code
    ...["beside 2 0 240x258 0", "beside 2 0 240x288 40", "above 2 0 400x220"],
    ...["beside 2 1 240x278 0", "beside 2 1 240x308 40", "above 2 1 400x190"],
    ...["beside 2 2 240x300 0", "beside 2 2 240x330 40", "above 2 2 400x156"],
    "plain 1 400x231", // with the note (13 and a gap) they are: 69
    ...["beside 1 0 240x271 0", "beside 1 0 240x301 40", "above 1 0 400x211"],
    ...["beside 1 1 240x291 0", "beside 1 1 240x321 40", "above 1 1 400x181"],
  ]);
});

test("a low card has few ways, and may have no room at all for pictures", () => {
  assert.deepEqual(told(wide(200)), ["plain 3 400x-6", "plain 2 400x18", "plain 1 400x31", "beside 1 0 240x71 0"]);
});

test("pictures above two columns need more than 20 mm", () => {
  const above = (height) => told(wide(height)).filter((way) => way.startsWith("above 3 0"));
  assert.deepEqual([above(258), above(259)], [[], ["above 3 0 400x76"]]); // 20 mm are 75.6 pixels
});

test("no tail is no way with less of it", () => {
  assert.deepEqual(told({ ...wide(400), tail: [] }).filter((way) => way.startsWith("plain")), ["plain 0 400x260"]);
});

const way = (scale, column) => (column ? { scale, column } : { scale });
const best = (ways, isWide) => ways.indexOf(bestOf(ways, isWide));

test("on a wide card the largest pictures win, and the plain way where none is larger", () => {
  assert.equal(best([way(10), way(10.1), way(12)], true), 2);
  assert.equal(best([way(10), way(10.2)], true), 1);
  assert.equal(best([way(10), way(10)], true), 0);
  assert.equal(best([way(10), way(9)], true), 0);
  assert.equal(best([way(10)], true), 0);
});

test("on a narrow card another way has to be larger by more than 15 of 100", () => {
  assert.equal(best([way(100), way(114.9)], false), 0);
  assert.equal(best([way(100), way(115.1)], false), 1);
});

test("of ways that are all but as large the one with the widest column wins", () => {
  assert.equal(best([way(10), way(20, 50), way(19.9, 80)], true), 2);
  assert.equal(best([way(10), way(20, 50), way(19.7, 80)], true), 1);
  assert.equal(best([way(10), way(19.9, 80), way(20, 80)], true), 2);
  assert.equal(best([way(10), way(20), way(19.9, 30)], true), 2);
});

test("where no way has room the least bad one is taken", () => {
  assert.equal(best([way(-2), way(-1, 50), way(-1.005, 80)], true), 1);
});

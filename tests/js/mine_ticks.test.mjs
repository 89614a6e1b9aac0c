// Ticks: what was done on which day, and that nothing is kept but that.

import assert from "node:assert/strict";
import { test } from "node:test";
import { recordOf } from "../../docs/assets/javascripts/mine/record.js";
import { asText, dateOf, dayOf, read, recent, timesDone, weekOf, withTicks, write } from "../../docs/assets/javascripts/mine/ticks.js";

function drawer(kept = {}) {
  const shelf = new Map(Object.entries(kept));
  return {
    shelf,
    open: () => ({ getItem: (key) => shelf.get(key) ?? null, setItem: (key, text) => shelf.set(key, text), removeItem: (key) => shelf.delete(key) }),
  };
}

const broken = () => {
  throw new Error("no storage");
};

test("a tick is there as often as it was made, and is gone when it is taken back", () => {
  const twice = withTicks(withTicks({}, "2026-11-27", "bridge", 1), "2026-11-27", "bridge", 2);
  assert.deepEqual(twice, { "2026-11-27": ["bridge", "bridge"] });
  assert.equal(timesDone(twice, "2026-11-27", "bridge"), 2);
  assert.equal(timesDone(twice, "2026-11-28", "bridge"), 0);
  assert.deepEqual(withTicks(twice, "2026-11-27", "bridge", 0), {});
});

test("ticks are kept for eight weeks", () => {
  assert.deepEqual(recent({ "2026-10-02": ["a"], "2026-10-03": ["b"], "2026-11-27": ["c"] }, "2026-11-27"), { "2026-10-03": ["b"], "2026-11-27": ["c"] });
});

test("a week goes from Monday to Sunday, over the end of a year and the change of the clocks", () => {
  assert.deepEqual(weekOf("2026-11-27"), ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"]);
  assert.equal(weekOf("2027-01-01")[0], "2026-12-28");
  assert.equal(weekOf("2026-11-29")[0], "2026-11-23");
  assert.equal(weekOf("2026-10-25")[6], "2026-10-25");
  assert.equal(dayOf(dateOf("2026-03-29")), "2026-03-29");
});

test("the text has a line for each day, the oldest first", () => {
  const text = asText({ "2026-11-27": ["a", "b", "a"], "2026-11-25": ["a"] }, "Mine", (id, times) => `${id.toUpperCase()}${times}`);
  assert.equal(text, "Mine\r\n\r\n2026-11-25: A1\r\n2026-11-27: A2, B1\r\n");
});

test("what is written is read again, and nothing is left when there is nothing", () => {
  const { shelf, open } = drawer();
  assert.equal(write(open, { "2026-11-27": ["a"] }), true);
  assert.deepEqual(read(open), { "2026-11-27": ["a"] });
  assert.equal(write(open, {}), true);
  assert.equal(shelf.size, 0);
});

test("a browser that keeps nothing is no error", () => {
  assert.deepEqual(read(broken), {});
  assert.equal(write(broken, { "2026-11-27": ["a"] }), false);
});

test("what cannot be read is no tick", () => {
  for (const text of ["{", "null", "7", '"a"', "[1]", '{"today": ["a"]}', '{"2026-11-27": "a"}']) {
    assert.deepEqual(read(drawer({ "bs-ticks": text }).open), {}, text);
  }
  assert.deepEqual(read(drawer({ "bs-ticks": '{"2026-11-27": ["a", 1, null]}' }).open), { "2026-11-27": ["a"] });
});

test("a record knows what is done today, also after midnight, and deletes with a way back", () => {
  const { shelf, open } = drawer();
  let now = new Date(2026, 10, 27, 23, 59);
  const record = recordOf(open, () => now);
  assert.equal(shelf.size, 0);
  record.tick("a", 1);
  assert.equal(record.times("a"), 1);
  now = new Date(2026, 10, 28, 0, 1);
  assert.equal(record.times("a"), 0);
  record.remove();
  assert.deepEqual([record.ticks(), record.canUndo(), shelf.size], [{}, true, 0]);
  record.undo();
  assert.deepEqual([record.ticks(), record.canUndo(), record.isKept()], [{ "2026-11-27": ["a"] }, false, true]);
  record.remove();
  record.tick("b", 1);
  assert.equal(record.canUndo(), false);
});

test("a record that cannot be kept lasts as long as the page and says that it is not kept", () => {
  const record = recordOf(broken, () => new Date(2026, 10, 27));
  record.tick("a", 1);
  assert.deepEqual([record.times("a"), record.isKept()], [1, false]);
});

test("what another tab ticked is kept, and what is older than eight weeks goes when the page opens", () => {
  const { shelf, open } = drawer({ "bs-ticks": '{"2026-10-02": ["old"], "2026-11-27": ["a"]}' });
  const [one, other] = [recordOf(open, () => new Date(2026, 10, 27)), recordOf(open, () => new Date(2026, 10, 27))];
  assert.equal(shelf.get("bs-ticks"), '{"2026-11-27":["a"]}');
  one.tick("b", 1);
  other.tick("c", 2);
  assert.deepEqual(JSON.parse(shelf.get("bs-ticks")), { "2026-11-27": ["a", "b", "c", "c"] });
  one.refresh();
  assert.equal(one.times("c"), 2);
});

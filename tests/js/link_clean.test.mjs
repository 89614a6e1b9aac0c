// A link as it comes back from mail programs: what was done to it on its way is undone, or told.

import assert from "node:assert/strict";
import test from "node:test";
import { LONGEST, clean } from "../../docs/assets/javascripts/studio/link/clean.js";

const read = (fragment) => {
  const { values, broken, tooLong } = clean(fragment);
  return { ...Object.fromEntries(values), ...(broken ? { broken } : {}), ...(tooLong ? { tooLong } : {}) };
};

test("a fragment is names with values, and the first of two with one name counts", () => {
  assert.deepEqual(read("#v=2&cards=a.b&as=l"), { v: "2", cards: "a.b", as: "l" });
  assert.deepEqual(read("v=1&v=2"), { v: "1" });
  assert.deepEqual(read("v=2&x"), { v: "2", x: "" });
});

test("nothing is one name without letters", () => {
  for (const nothing of ["", "#", "%20", ">"]) {
    assert.deepEqual(read(nothing), { "": "" }, nothing);
  }
});

const ON_THE_WAY = [
  ["v=2&amp;cards=a", "an entity"],
  ["v=2&#x26;cards=a", "an entity by its number"],
  ["v=2&amp;amp;#38;cards=a", "entities of an entity"],
  ["v%3D2%26cards%3Da", "escapes"],
  ["v%252525253D2%2526cards=a", "escapes of escapes, five times"],
  ["v=2&cards=\r\na", "a break"],
  ["v=3D2&cards=3Da", "quoted printable"],
  ["v=2&car=\r\nds=a", "a soft break in a name"],
  ["v=2&cards=\na", "a break after a name"],
  ["v=2 &cards=a", "a blank"],
  ["v=2&\u200bcards=a\ufeff", "what cannot be seen"],
  ["“v=2&cards=a”", "quotes"],
  ["https://example.org/cards/mine/#v=2&cards=a", "the address before it"],
  ["v=2&cards=a).", "what ended the sentence"],
  ["v=2&cards=a>", "a bracket"],
];

test("what mail programs do is undone", () => {
  for (const [fragment, what] of ON_THE_WAY) {
    assert.deepEqual(read(fragment), { v: "2", cards: "a" }, what);
  }
});

test("a sixth escape is left, so that no link is read for ever", () => {
  assert.deepEqual(read("v%25252525253D2&cards=a"), { "v%3D2": "", cards: "a" });
});

test("an equals sign before a break is a soft one, but after a name of ours", () => {
  for (const name of ["v", "cards", "as", "k", "paper", "layout", "sides", "order", "days"]) {
    assert.deepEqual(read(`x=a.b.c.d.e.f&${name}=\nb`), { x: "a.b.c.d.e.f", [name]: "b" });
  }
  assert.deepEqual(read("v=\n1&cards=a"), { v: "1", cards: "a" });
  assert.deepEqual(read("v=1&mycards=\na"), { v: "1", mycardsa: "" });
  assert.deepEqual(read("v==1"), { v: "1" });
});

test("a sign that no link of ours has stays as one that fits nowhere", () => {
  assert.deepEqual(read("v=1&cards=a$b,ü€/x"), { v: "1", cards: "a?b,???x" });
  assert.deepEqual(read("v=1&cards=<script>alert(1)</script>,a"), { v: "1", cards: "scriptalert1?script,a" });
});

test("a part that cannot be read is left out and told, the parts beside it are kept", () => {
  assert.deepEqual(read("v=1&cards=a,b%E0%A4x,c&days=mo.%80.we"), { v: "1", cards: "a,,c", days: "mo..we", broken: true });
  assert.deepEqual(read("v=1&cards=a%2"), { v: "1", cards: "", broken: true });
});

test("names that every object has are names like others", () => {
  assert.deepEqual([...clean("__proto__=1&constructor=2").values], [["__proto__", "1"], ["constructor", "2"]]);
});

test("4,000 letters are read, the sign before them not counted, and one more is told", () => {
  assert.equal(LONGEST, 4000);
  const most = "v=1&cards=".padEnd(4000, "a");
  assert.deepEqual(read(`#${most}`), { v: "1", cards: "a".repeat(3990) });
  assert.deepEqual(read(`#${most}b`), { v: "1", cards: "a".repeat(3990), tooLong: true });
});

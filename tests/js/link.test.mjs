import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY, card, withCards, withChoice, withDose } from "../../docs/assets/javascripts/studio/deck.js";
import { decode, encode } from "../../docs/assets/javascripts/studio/link.js";
import { guide } from "./guide.mjs";

const read = (fragment) => decode(fragment, guide);
const ids = ({ deck }) => deck.cards.map(({ id }) => id);

test("a link holds cards, doses and layout, and reads back as the same deck", () => {
  let deck = withChoice(EMPTY, { order: "own", paper: "letter", layout: "two", sides: "fold", days: ["tu"] }, guide);
  deck = withCards(deck, ["plank", "down", "walk", "chair"].map(card), guide);
  deck = withDose(deck, "plank", { plan: "own", sets: 2, reps: 8, minutes: null, hold_s: 5, days_a_week: 3 });
  deck = withDose(deck, "walk", { plan: "own", sets: 1, reps: null, minutes: 12, hold_s: null, days_a_week: null });
  deck = withDose(deck, "chair", { plan: "blank" });
  const fragment = encode(deck);
  assert.equal(
    fragment,
    "v=1&cards=plank.2x8h5d3,down,walk.1x12m,chair.blank&paper=letter&layout=two&sides=fold&order=own&days=tu",
  );
  assert.deepEqual(read(`#${fragment}`), { deck, dropped: [] });
});

test("no fragment is no deck, and one that is about something else says so", () => {
  assert.deepEqual(read(""), { deck: null, dropped: [] });
  assert.deepEqual(read("#"), { deck: null, dropped: [] });
  assert.deepEqual(read("#studio-list"), { deck: null, dropped: ["No plan."] });
});

const DROPPED = [
  ["v=2&cards=chair", ["chair"], ["Other version."]],
  ["cards=chair", ["chair"], ["Other version."]],
  ["v=1&cards=chair,chair", ["chair"], ["1 twice."]],
  ["v=1&cards=chair,chair,chair", ["chair"], ["2 more than once."]],
  ["v=1&cards=x", [], ["Without 1 pattern: “x”."]],
  ["v=1&cards=a,b,c,d<b>", [], ["Without 4 patterns: “a”, “b”, “c” and others."]],
  ["v=1&cards=%3Cb%3E", [], ["Without 1 pattern: “?b?”."]],
  ["v=1&cards=%E0%A4%A&days=mo", [], ["Broken part."]],
  ["v=1&cards=chair&paper=a0", ["chair"], ["No such paper."]],
  ["v=1&cards=chair&layout=toString&sides=__proto__&order=x", ["chair"], ["No such layout.", "No such order.", "No such sides."]],
  ["v=1&cards=chair&layout=single&sides=fold", ["chair"], ["No such sides."]],
  ["v=1&cards=chair&days=mo.xx", ["chair"], ["No such day."]],
  ["v=1&cards=chair.0x8", ["chair"], ["CHAIR: no such dose."]],
  ["v=1&cards=chair.2x8h121", ["chair"], ["CHAIR: no such dose."]],
  ["v=1&cards=chair.own", ["chair"], ["CHAIR: no such dose."]],
  ["v=1&cards=chair.build", ["chair"], ["CHAIR: no such dose."]],
  ["v=1&cards=down,swatch.blank", ["down", "swatch"], ["SWATCH: no such dose."]],
];

test("what cannot be read is dropped and named, and the rest is kept", () => {
  for (const [fragment, kept, dropped] of DROPPED) {
    const found = read(fragment);
    assert.deepEqual(ids(found), kept, fragment);
    assert.deepEqual(found.dropped, dropped, fragment);
  }
});

test("a dose that an exercise lacks becomes the usual one", () => {
  assert.deepEqual({ ...read("v=1&cards=chair.build").deck.cards[0].dose }, { plan: "start" });
});

test("a link of 4,000 letters is not too long", () => {
  const fragment = "v=1&cards=chair&more=".padEnd(4000, "x");
  assert.deepEqual(read(fragment).dropped, []);
  assert.deepEqual(read(`${fragment}x`).dropped, ["Too long: 4,000 read."]);
});

test("a link that is far too long is read as far as 4,000 letters", () => {
  const found = read(`v=1&cards=chair,${"x".repeat(10_000)}`);
  assert.deepEqual(ids(found), ["chair"]);
  assert.equal(found.dropped[0], "Too long: 4,000 read.");
});

// The second version of the link: what each letter says, and that it is read as it was written.

import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY } from "../../docs/assets/javascripts/studio/deck.js";
import { encode, read } from "../../docs/assets/javascripts/studio/link/two.js";
import { guide, span } from "./guide.mjs";

// The codes of exercises: chair jhd, walk 2u6, calf 9r2, plank hzp (code.test.mjs holds how they are made).
const deckOf = (dose, id = "chair", more = {}) => ({ ...EMPTY, cards: [{ id, dose }], ...more });
const own = (more, from = "start") => ({ plan: "own", from, ...more });
const written = (deck) => encode(deck).replace(/&k=.$/, "");
const cardOf = (...about) => written(deckOf(...about)).match(/cards=(.*)&as=a$/)[1];
const asOf = (more) => written({ ...EMPTY, ...more }).match(/&as=(.*)$/)[1];

const found = (values, usual = EMPTY) => {
  const dropped = [];
  return { ...read(new Map(Object.entries(values)), guide, usual, dropped), dropped };
};
const valuesOf = (deck) => Object.fromEntries(encode(deck).split("&").map((piece) => piece.split("=")));

test("a dose of the guide is a letter, the start none", () => {
  const letters = ["start", "build", "flare", "blank"].map((plan) => cardOf({ plan }));
  assert.deepEqual(letters, ["jhd", "jhdb", "jhdf", "jhdp"]);
});

test("one's own says with what it began, which numbers follow, and these", () => {
  assert.equal(cardOf(own({})), "jhdS0");
  assert.equal(cardOf(own({}, "build")), "jhdB0");
  assert.equal(cardOf(own({}, "flare")), "jhdF0");
  // sets are 1 in the sum, from and to are one letter: 1-1 the first, 1-7 the seventh, 2-2 the ninth, 7-7 the 49th
  assert.deepEqual([[1, 1], [1, 7], [2, 2], [7, 7]].map(([low, high]) => cardOf(own({ sets: span(low, high) }))), ["jhdS10", "jhdS16", "jhdS18", "jhdS1m"]);
  // a hold is 2, each of its two numbers one letter up to 61, then a minus and two
  assert.deepEqual([span(0), span(9, 10), span(61), span(62), span(61, 120)].map((hold_s) => cardOf(own({ hold_s }))), ["jhdS200", "jhdS29A", "jhdS2zz", "jhdS2-10-10", "jhdS2z-1w"]);
  // 1 + 2 + 4 + 8 + 32 = 47, which is l
  const all = { reps: span(8, 12), times_a_day: span(1, 2), days_a_week: span(3), hold_s: span(5), sets: span(2, 3) };
  assert.equal(cardOf(own(all)), "jhdSl955G18C");
  assert.equal(cardOf(own({ minutes: span(12, 15) })), "jhdSGCF");
});

test("a side, days and a load come after the numbers", () => {
  assert.equal(cardOf(own({ side: "left" })), "jhdS0l");
  assert.equal(cardOf(own({ side: "right", on: ["mo", "su"], load: "red" })), "jhdS0rW13Kred"); // 1 + 64 = 62 + 3
  assert.equal(cardOf(own({ on: ["tu"] })), "jhdS0W02");
});

test("choices that are not usual are a letter each; the paper is always said", () => {
  assert.equal(asOf({}), "a");
  assert.equal(asOf({ paper: "letter", layout: "two", sides: "fold", order: "own", floor: "declined" }), "l2fwn");
  assert.deepEqual(["single", "rows", "log"].map((layout) => asOf({ layout })), ["a1", "ao", "ag"]);
  assert.equal(asOf({ sides: "duplex", days: ["mo", "we", "fr"] }), "adD0L"); // 1 + 4 + 16 = 21
  assert.equal(asOf({ days: ["mo", "tu", "we", "th", "fr", "sa", "su"] }), "aD23"); // 127 = 2 * 62 + 3
});

test("cards stand in their order with a point between, and none is an empty value", () => {
  const cards = ["chair", "walk"].map((id) => ({ id, dose: { plan: "start" } }));
  assert.equal(written({ ...EMPTY, cards }), "v=2&cards=jhd.2u6&as=a");
  assert.equal(written(EMPTY), "v=2&cards=&as=a");
});

const DOSES = [
  ["chair", { plan: "blank" }],
  ["calf", { plan: "build" }],
  ["calf", own({ sets: span(2, 3), reps: span(1, 5), hold_s: span(61, 100), days_a_week: span(1), times_a_day: span(2, 6), side: "right" })],
  ["calf", own({ hold_s: span(0), on: ["tu", "sa"] })],
  ["walk", own({ minutes: span(1, 60) })],
  ["plank", own({ reps: span(60), load: "a1" }, "build")],
];

test("a plan is read as it was written, with nothing to tell", () => {
  for (const [id, dose] of DOSES) {
    const deck = deckOf(dose, id, { paper: "letter", layout: "two", sides: "fold", order: "own", floor: "declined", days: ["tu", "su"] });
    assert.deepEqual(found(valuesOf(deck)), { ...deck, dropped: [] }, `${id} ${JSON.stringify(dose)}`);
    assert.deepEqual(found(valuesOf(deckOf(dose, id))), { ...deckOf(dose, id), dropped: [] });
  }
});

test("the paper is that of the reader where a link says none; all else is not", () => {
  const { paper, layout, days } = found({ cards: "jhd" }, { ...EMPTY, paper: "letter", layout: "two", days: ["mo"] });
  assert.deepEqual([paper, layout, days], ["letter", "four", []]);
});

test("the check is FNV-1a of all before it, as one of 62 letters", () => {
  assert.equal(encode(deckOf({ plan: "start" })), "v=2&cards=jhd&as=a&k=g"); // 2837949788 = 62 * 45773383 + 42
});

test("one letter that was changed anywhere is seen, nearly always", () => {
  const values = valuesOf(deckOf({ plan: "start" }));
  assert.deepEqual(found({ ...values, cards: "2u6" }).dropped, ["Changed."]);
  assert.deepEqual(found({ ...values, as: "l" }).dropped, ["Changed."]);
  assert.deepEqual(found({ cards: values.cards, as: values.as }).dropped, ["Cut."]);
  assert.deepEqual(found({ ...values, k: "" }).dropped, ["Cut."]);
  assert.deepEqual(found({ ...values, k: `${values.k}thanks` }).dropped, []);
});

const told = (values) => found(values).dropped.filter((text) => text !== "Changed." && text !== "Cut.");

test("letters of another version are told once, and the others count", () => {
  const { paper, layout } = found({ as: "?l!2" });
  assert.deepEqual([paper, layout, told({ as: "?l!2" })], ["letter", "two", ["Other version."]]);
});

test("days are two letters of a sum below 128, or they are told", () => {
  for (const as of ["D", "D1", "D24", "Dzz", "D012", "D-1"]) {
    assert.deepEqual([found({ as }).days, told({ as })], [[], ["No such day."]], as);
  }
  assert.deepEqual([found({ as: "D00" }).days, found({ as: "D23" }).days.length, told({ as: "D23" })], [[], 7, []]);
});

test("a card with a dose that nobody can read has the start, and is told", () => {
  const NONE = ["x", "bb", "S", "S1", "S2-1", "S2-10", "S-", "S0W0", "S0Kabcde", "S0lr", "s0", "__proto__", "toString", "SzABCDEFGHIJK"];
  for (const text of NONE) {
    const { cards } = found({ cards: `jhd${text}` });
    assert.deepEqual([cards.map(({ dose }) => dose), told({ cards: `jhd${text}` })], [[{ plan: "start" }], ["CHAIR: not dose."]], text);
  }
});

test("numbers that no dose has are dropped by name", () => {
  assert.deepEqual(told({ cards: "jhdS17" }), ["CHAIR: not sets."]); // 2-1
  assert.deepEqual(told({ cards: "jhdS1z" }), ["CHAIR: not sets."]); // 9-6
  assert.deepEqual(told({ cards: "jhdSW-??-??" }), ["CHAIR: not reps."]);
  assert.deepEqual(told({ cards: "jhdS0lKred" }), ["CHAIR: not side."]);
  assert.deepEqual(told({ cards: "jhdS0Kblue" }), ["CHAIR: not load."]);
  assert.deepEqual(told({ cards: "jhdS0W00" }), ["CHAIR: not days."]);
});

test("a piece that is no card is named whole", () => {
  assert.deepEqual(told({ cards: "zzzS18.q" }), ["Without 2 patterns: “zzzS18”, “q”."]);
});

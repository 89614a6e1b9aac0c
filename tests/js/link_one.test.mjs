// The first version of the link, which is read for good.

import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY } from "../../docs/assets/javascripts/studio/deck.js";
import { read } from "../../docs/assets/javascripts/studio/link/one.js";
import { guide, span } from "./guide.mjs";

const found = (values, usual = EMPTY) => {
  const dropped = [];
  return { ...read(new Map(Object.entries(values)), guide, usual, dropped), dropped };
};
const doses = (cards) => found({ cards }).cards.map(({ id, dose }) => [id, dose]);

test("nothing is the usual choice without cards", () => {
  assert.deepEqual(found({}), { paper: "a4", layout: "four", order: "auto", days: [], cards: [], sides: "one", dropped: [] });
  const { paper, layout, days, dropped } = found({}, { ...EMPTY, paper: "letter", layout: "two", days: ["mo"] });
  assert.deepEqual([paper, layout, days, dropped], ["letter", "two", ["mo"], []]);
});

test("choices are those of the link", () => {
  const { paper, layout, sides, order, days, dropped } = found({ paper: "letter", layout: "two", sides: "fold", order: "own", days: "we.mo" });
  assert.deepEqual([paper, layout, sides, order, days, dropped], ["letter", "two", "fold", "own", ["we", "mo"], []]);
});

test("sides that the layout lacks are the first that it has, which is told", () => {
  const { sides, dropped } = found({ layout: "single", sides: "fold", days: "" });
  assert.deepEqual([sides, dropped], ["one", ["No such sides."]]);
  assert.equal(found({ layout: "four", sides: "fold", days: "" }).sides, "fold");
});

test("a name that every object has is no choice", () => {
  const { paper, layout, sides, order, days, dropped } = found({ paper: "constructor", layout: "__proto__", sides: "length", order: "", days: "toString" });
  assert.deepEqual([paper, layout, sides, order, days], ["a4", "four", "one", "auto", []]);
  assert.deepEqual(dropped, ["No such paper.", "No such layout.", "No such order.", "No such day.", "No such sides."]);
});

test("days that are none are told once, and the others kept", () => {
  const { days, dropped } = found({ days: "mo.xx..yy.su" });
  assert.deepEqual([days, dropped], [["mo", "su"], ["No such day."]]);
});

test("a link with choices but without days was cut; one of cards alone was not", () => {
  for (const choice of [{ paper: "a4" }, { layout: "two" }, { sides: "one" }, { order: "own" }]) {
    assert.deepEqual(found({ cards: "chair", ...choice }).dropped, ["Cut."]);
    assert.deepEqual(found({ cards: "chair", ...choice, days: "" }).dropped, []);
  }
  assert.deepEqual(found({ cards: "chair" }).dropped, []);
});

test("a card has the dose that is named, or the start", () => {
  assert.deepEqual(doses("chair,calf.build,swatch"), [
    ["chair", { plan: "start" }],
    ["calf", { plan: "build" }],
    ["swatch", { plan: "start" }],
  ]);
  assert.deepEqual(doses("chair.blank"), [["chair", { plan: "blank" }]]);
});

test("a card of an old name is the exercise of today, and one that is unknown is none", () => {
  const { cards, dropped } = found({ cards: "shin.build,gone.build" });
  assert.deepEqual([cards.map(({ id }) => id), dropped], [["calf"], ["Without 1 pattern: “gone”."]]);
});

test("numbers of one's own are those that differ from the start", () => {
  // the start of the chair is one set of 8 on 3 days
  assert.deepEqual(doses("chair.2x8d3"), [["chair", { plan: "own", from: "start", sets: span(2) }]]);
  assert.deepEqual(doses("chair.1x12d5"), [["chair", { plan: "own", from: "start", reps: span(12), days_a_week: span(5) }]]);
  assert.deepEqual(doses("walk.1x12m"), [["walk", { plan: "own", from: "start", minutes: span(12) }]]);
});

test("a dose of one's own without a hold took the hold of the exercise away", () => {
  const own = { plan: "own", from: "start" };
  // the start of the calf is one set of 4 to 6, held 10 to 15 seconds, on 2 to 7 days
  assert.deepEqual(doses("calf.1x5"), [["calf", { ...own, reps: span(5), hold_s: span(0) }]]);
  assert.deepEqual(doses("calf.1x5h20d3"), [["calf", { ...own, reps: span(5), hold_s: span(20), days_a_week: span(3) }]]);
});

test("much that does not fit together is not taken in part", () => {
  const { cards, dropped } = found({ cards: "chair.2x8h5d4" });
  assert.deepEqual([cards[0].dose, dropped], [{ plan: "own", from: "start", days_a_week: span(4) }, ["CHAIR: not sets, reps & hold."]]);
});

test("what is no dose is the start, and told", () => {
  for (const text of ["own", "2x", "x8", "2x1234", "2x8h", "2x8d123", "2x8 ", "start.build", "none", "2x8d3h5"]) {
    const { cards, dropped } = found({ cards: `chair.${text}` });
    assert.deepEqual([cards[0].dose, dropped], [{ plan: "start" }, ["CHAIR: not dose."]], text);
  }
  assert.deepEqual(doses("chair."), [["chair", { plan: "start" }]]);
});

test("an exercise without a dose has none of one's own", () => {
  const { cards, dropped } = found({ cards: "swatch.2x8d3" });
  assert.deepEqual([cards[0].dose, dropped], [{ plan: "start" }, ["SWATCH: not dose."]]);
});

import assert from "node:assert/strict";
import test from "node:test";
import { planOf } from "../../docs/assets/javascripts/studio/desk/plan.js";

const started = () => {
  const heard = [];
  const plan = planOf("first", (how) => heard.push({ ...how, deck: plan.deck }));
  return { plan, heard };
};

test("each change is heard with the new deck in place, and with what is said of it", () => {
  const { plan, heard } = started();
  plan.take("second", "Changed.");
  plan.take("third", "Typed.", { typing: true });
  assert.deepEqual(heard, [
    { said: "Changed.", typing: false, deck: "second" },
    { said: "Typed.", typing: true, deck: "third" },
  ]);
});

test("undo goes back step by step, and does nothing at the beginning", () => {
  const { plan, heard } = started();
  plan.take("second", "");
  plan.take("third", "");
  plan.undo((deck) => `Back to ${deck}.`);
  plan.undo((deck) => `Back to ${deck}.`);
  assert.equal(plan.canUndo, false);
  plan.undo(() => "never said");
  assert.deepEqual(
    heard.slice(2).map(({ said }) => said),
    ["Back to second.", "Back to first."],
  );
  assert.equal(plan.deck, "first");
});

test("all that is typed in one field is one step to undo, and what is typed in the next another", () => {
  const { plan } = started();
  for (const [deck, typing] of [["1", "reps"], ["12", "reps"], ["12, 3", "sets"]]) {
    plan.take(deck, "", { typing });
  }
  plan.undo(() => "");
  assert.equal(plan.deck, "12");
  plan.take("14", "", { typing: "reps" });
  plan.undo(() => "");
  assert.equal(plan.deck, "12");
  plan.undo(() => "");
  assert.equal(plan.deck, "first");
});

test("fifty steps are kept, no more", () => {
  const { plan } = started();
  for (let number = 1; number <= 60; number += 1) {
    plan.take(`deck ${number}`, "");
  }
  let steps = 0;
  while (plan.canUndo) {
    plan.undo(() => "");
    steps += 1;
  }
  assert.equal(steps, 50);
  assert.equal(plan.deck, "deck 10");
});

test("a plan from elsewhere has no past, and nobody is told", () => {
  const { plan, heard } = started();
  plan.take("second", "");
  plan.begin("other");
  assert.deepEqual([plan.deck, plan.canUndo, heard.length], ["other", false, 1]);
});

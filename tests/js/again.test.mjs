import assert from "node:assert/strict";
import test from "node:test";
import { keepPlan, keptPlan } from "../../docs/assets/javascripts/studio/desk/again.js";

const shelf = (values = {}) => ({
  getItem: (key) => values[key] ?? null,
  setItem: (key, value) => {
    values[key] = value;
  },
  removeItem: (key) => {
    delete values[key];
  },
  values,
});
const PLAN = { plan: "v=1&cards=bridge", day: "2026-11-27" };

test("a plan comes back as it was kept, and is gone when it is deleted", () => {
  const here = shelf();
  assert.equal(keptPlan(() => here), null);
  assert.equal(keepPlan(() => here, PLAN), true);
  assert.deepEqual(keptPlan(() => here), PLAN);
  assert.equal(keepPlan(() => here, null), true);
  assert.deepEqual(here.values, {});
});

test("a store that refuses is told, and is no error", () => {
  const refused = () => {
    throw new Error("denied");
  };
  const full = () => ({ ...shelf(), setItem: refused });
  assert.equal(keptPlan(refused), null);
  assert.equal(keepPlan(refused, PLAN), false);
  assert.equal(keepPlan(full, PLAN), false);
  assert.equal(keepPlan(refused, null), false);
});

test("what somebody else wrote there is no plan", () => {
  for (const text of ["", "{", "null", "7", '{"plan": 3, "day": "2026-11-27"}', '{"plan": "v=1", "day": "soon"}', '{"day": "2026-11-27"}', '{"plan": "v=1", "day": "2026-99-99"}']) {
    assert.equal(keptPlan(() => shelf({ "bs-plan": text })), null, text);
  }
});

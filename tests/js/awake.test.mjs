// The screen that stays on: one lock at a time, and none that nobody lets go.

import assert from "node:assert/strict";
import { test } from "node:test";
import { awake } from "../../docs/assets/javascripts/mine/awake.js";

test("a device that is slow to answer is asked once, and what comes too late is let go", async () => {
  const answers = [];
  let released = 0;
  const lock = { addEventListener() {}, release: () => (released += 1) };
  globalThis.document = { visibilityState: "visible", addEventListener() {} };
  Object.defineProperty(globalThis, "navigator", { value: { wakeLock: { request: () => new Promise((done) => answers.push(done)) } }, configurable: true });
  const keep = awake();
  keep(true);
  keep(true);
  keep(true);
  assert.equal(answers.length, 1);
  keep(false);
  answers[0](lock);
  await new Promise((done) => setImmediate(done));
  assert.equal(released, 1);
});

test("a device that needs its battery more is not asked again and again", async () => {
  let asked = 0;
  globalThis.document = { visibilityState: "visible", addEventListener() {} };
  const request = () => {
    asked += 1;
    return Promise.reject(new Error("low battery"));
  };
  Object.defineProperty(globalThis, "navigator", { value: { wakeLock: { request } }, configurable: true });
  const keep = awake();
  for (let look = 0; look < 5; look += 1) {
    keep(true);
    await new Promise((done) => setImmediate(done));
  }
  assert.equal(asked, 1);
});

import assert from "node:assert/strict";
import test from "node:test";
import { catalogue, fetchCatalogue } from "../../docs/assets/javascripts/studio/catalogue.js";
import { exerciseOf } from "./guide.mjs";

const exercises = ["b", "c", "a"].map((id) => exerciseOf(id));

test("exercises keep the order of the data and are found by id", () => {
  const found = catalogue({ format: 4, exercises, way_down: "c" });
  assert.deepEqual(found.exercises.map(({ id }) => id), ["b", "c", "a"]);
  assert.deepEqual(["a", "b", "c"].map((id) => found.rank.get(id)), [2, 0, 1]);
  assert.equal(found.byId.get("a"), exercises[2]);
  assert.equal(found.wayDown, exercises[1]);
});

test("a guide may have no exercise that shows the way down", () => {
  assert.equal(catalogue({ format: 4, exercises, way_down: null }).wayDown, null);
  assert.equal(catalogue({ format: 4, exercises, way_down: "gone" }).wayDown, null);
});

test("data that the site does not give is not read", async (context) => {
  const data = { format: 4, exercises, way_down: null };
  const answers = { "there.json": Response.json(data), "gone.json": Response.json(data, { status: 404 }) };
  context.mock.method(globalThis, "fetch", async (address) => answers[address]);
  assert.equal((await fetchCatalogue("there.json")).exercises.length, 3);
  await assert.rejects(fetchCatalogue("gone.json"), { message: "gone.json: 404" });
});

test("data of another format is not read", () => {
  assert.throws(() => catalogue({ format: 9, exercises }));
});

import assert from "node:assert/strict";
import test from "node:test";
import { clinicLine, pieces } from "../../docs/assets/javascripts/studio/paper/parts.js";
import { sizeOf } from "../../docs/assets/javascripts/studio/paper/scan.js";

test("a code is 26 mm wide as long as its modules are 0.4 mm, and grows after that", () => {
  assert.equal(sizeOf(29), 26);
  assert.equal(sizeOf(65), 26);
  assert.equal(sizeOf(69), 27.6);
  assert.equal(sizeOf(125), 50);
});

test("a phrase is filled with what is no text too, and what is filled in is never read as a phrase", () => {
  assert.deepEqual(pieces("For {name}.", { name: "{name}" }), ["For ", "{name}", "."]);
  assert.deepEqual(pieces("{a}{b}", { a: 1, b: 2 }), ["", 1, "", 2, ""]);
});

test("where nobody is named there is no line about whom to ask", () => {
  const about = { personal: { clinic: { name: "", telephone: "" } }, catalogue: { words: { studio: { sheet: {} } } } };
  assert.equal(clinicLine(about), null);
});

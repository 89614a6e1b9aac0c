import assert from "node:assert/strict";
import test from "node:test";
import { lacking } from "../../docs/assets/javascripts/studio/letters.js";

const LATIN = [[0x20, 0x7e], [0xa0, 0xff]];

test("letters that the fonts do not have are named once each, as they are seen", () => {
  assert.deepEqual(lacking("Zoë", LATIN), []);
  assert.deepEqual(lacking("ok 😀 and 😀, Š", LATIN), ["😀", "Š"]);
  assert.deepEqual(lacking("👩🏽‍⚕️", LATIN), ["👩🏽‍⚕️"]);
});

test("a letter that is made of two is one that the fonts have", () => {
  assert.deepEqual(lacking("e\u0308", LATIN), []);
});

test("line ends and marks that nobody sees need no letter", () => {
  assert.deepEqual(lacking("a\nb\tc\u200f\u2066d\u2069", LATIN), []);
  assert.deepEqual(lacking("", LATIN), []);
});

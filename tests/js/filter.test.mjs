import assert from "node:assert/strict";
import test from "node:test";
import { addressWith, fits, hasWords, plain, wordsOf } from "../../docs/assets/javascripts/filter.js";

test("words are compared in small letters without accents and punctuation", () => {
  assert.equal(plain("10,000 Steps?"), "10000 steps");
  assert.equal(plain("  Don’t — CAFÉ/naïve… "), "dont cafe naive");
  assert.equal(plain("Straße 日本"), "straße 日本");
});

test("no words are looked for in blanks and punctuation", () => {
  assert.deepEqual(wordsOf(" ?! "), []);
  assert.deepEqual(wordsOf("Hip, chair"), ["hip", "chair"]);
});

test("every word has to begin a word of the text", () => {
  const text = plain("Can I walk with sciatica?");
  assert.equal(hasWords(text, ["scia", "can"]), true);
  assert.equal(hasWords(text, ["walk", "run"]), false);
  assert.equal(hasWords(text, ["atica"]), false);
  assert.equal(hasWords(text, []), true);
});

test("what is chosen has to be among what there is; no choice fits all", () => {
  const has = { floor: "no", equipment: "mat low-step" };
  assert.equal(fits(has, { floor: "no", equipment: "low-step" }), true);
  assert.equal(fits(has, { floor: "", equipment: "" }), true);
  assert.equal(fits(has, { equipment: "low" }), false);
  assert.equal(fits(has, { kind: "stretch" }), false);
});

test("an address takes what is chosen, drops what is not, and keeps the rest", () => {
  const { href } = addressWith("https://example.org/a/?kind=old&lang=en#part", { floor: "no", kind: "" });
  assert.equal(href, "https://example.org/a/?lang=en&floor=no#part");
  assert.equal(addressWith("https://example.org/a/?q=x", { q: "a b&c" }).search, "?q=a+b%26c");
});

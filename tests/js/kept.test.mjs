// The units of what is kept: which file an address asks for, a part of one, and the sign of its bytes.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { begins, partOf, signOf, sought } from "../../docs/assets/javascripts/offline/kept.js";

const SCOPE = "https://boats.example/guide/";
const LIST = {
  files: { "": "a", "row/": "b", "row/oar.svg": "c", "words/1.js?k1": "d", "pages.json": "e", "caf%C3%A9/": "f" },
  moved: { "paddle/": "row/" },
};
const page = (address) => sought(LIST, SCOPE + address, SCOPE, { page: true });
const file = (address) => sought(LIST, SCOPE + address, SCOPE, { page: false });

test("a page is found by its folder, by its index, with any query and any fragment", () => {
  assert.deepEqual(page(""), { kept: "" });
  assert.deepEqual(page("index.html"), { kept: "" });
  assert.deepEqual(page("row/index.html?from=mail#oars"), { kept: "row/" });
  assert.deepEqual(page("café/"), { kept: "caf%C3%A9/" });
});

test("a folder without its slash leads to the one with it, and keeps its query", () => {
  assert.deepEqual(page("row?day=mo"), { moved: "row/?day=mo" });
});

test("an old address leads to the new one", () => {
  assert.deepEqual(page("paddle/"), { moved: "row/" });
  assert.deepEqual(page("paddle"), { moved: "paddle/" });
});

test("another file is found by its very address alone: with another query it is of another version", () => {
  assert.deepEqual(file("row/oar.svg"), { kept: "row/oar.svg" });
  assert.deepEqual(file("words/1.js?k1"), { kept: "words/1.js?k1" });
  assert.equal(file("words/1.js?k2"), undefined);
  assert.equal(file("row/oar.svg?v=2"), undefined);
  assert.equal(file("row"), undefined);
});

test("what is not in the list is not found, whatever it is called", () => {
  for (const each of ["nowhere/", "constructor", "__proto__", "row/oars/"]) {
    assert.equal(page(each), undefined, each);
  }
});

test("a part is the bytes that a header asks for, and no more than there are", () => {
  assert.deepEqual(partOf("bytes=0-99", 1000), { first: 0, last: 99 });
  assert.deepEqual(partOf("bytes=900-", 1000), { first: 900, last: 999 });
  assert.deepEqual(partOf("bytes=-100", 1000), { first: 900, last: 999 });
  assert.deepEqual(partOf("bytes=990-2000", 1000), { first: 990, last: 999 });
  assert.deepEqual(partOf("bytes=-2000", 1000), { first: 0, last: 999 });
});

test("a header that asks for several parts, or for none that there is, gets the whole", () => {
  for (const each of ["bytes=0-1,5-6", "bytes=1000-", "bytes=-", "lines=1-2", "", null]) {
    assert.equal(partOf(each, 1000), undefined, each);
  }
});

test("the sign of bytes is the beginning of their SHA-256", async () => {
  const bytes = new TextEncoder().encode("Row gently.");
  const whole = createHash("sha256").update(bytes).digest("base64");
  assert.equal(await signOf(bytes), whole.slice(0, 12));
});

test("two sites under one host do not share a cache", () => {
  assert.ok(!begins(`${SCOPE}more/`).startsWith(begins(SCOPE)));
  assert.ok(!begins(SCOPE).startsWith(begins("https://boats.example/")));
});

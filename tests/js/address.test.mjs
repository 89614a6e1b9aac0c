import assert from "node:assert/strict";
import test from "node:test";
import { linkTo } from "../../docs/assets/javascripts/studio/desk/address.js";
import { EMPTY } from "../../docs/assets/javascripts/studio/deck.js";

test("a link is the page's own address with the plan behind it", () => {
  globalThis.location = { protocol: "https:", origin: "https://example.org", pathname: "/guide/cards/studio/" };
  assert.match(linkTo(EMPTY), /^https:\/\/example\.org\/guide\/cards\/studio\/#v=\d+&/);
});

test("a plan that was made on a disk is opened on the web", () => {
  globalThis.location = { protocol: "file:", origin: "null", pathname: "/home/me/guide/cards/studio/index.html" };
  globalThis.document = { querySelector: () => ({ href: "https://example.org/cards/studio/" }) };
  assert.match(linkTo(EMPTY), /^https:\/\/example\.org\/cards\/studio\/#v=/);
});

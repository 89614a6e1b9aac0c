import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY, card, withCards } from "../../docs/assets/javascripts/studio/deck.js";
import { guide } from "./guide.mjs";
import { linkTo, writeAddress } from "../../docs/assets/javascripts/studio/desk/address.js";

const at = (href) => {
  const { protocol } = new URL(href);
  globalThis.location = { href, protocol };
  globalThis.document = { querySelector: () => ({ href: "https://example.org/guide/cards/studio/" }) };
};

test("a link is the page's own address with the plan behind it, without what stood there", () => {
  at("https://here.example/guide/cards/studio/?from=mail#v=1&cards=old");
  assert.match(linkTo(EMPTY), /^https:\/\/here\.example\/guide\/cards\/studio\/#v=\d+&/);
});

test("a link leads to the page that shows the plan, where the guide has one", () => {
  at("https://here.example/guide/cards/studio/#v=1");
  assert.match(linkTo(EMPTY, "../mine/"), /^https:\/\/here\.example\/guide\/cards\/mine\/#v=/);
});

test("a plan that was made on a disk is opened on the web", () => {
  at("file:///home/me/guide/cards/studio/index.html");
  assert.match(linkTo(EMPTY), /^https:\/\/example\.org\/guide\/cards\/studio\/#v=/);
  assert.match(linkTo(EMPTY, "../mine/"), /^https:\/\/example\.org\/guide\/cards\/mine\/#v=/);
});

test("a plan stands in the address, and an empty one leaves nothing behind", () => {
  const written = [];
  globalThis.history = { state: null, replaceState: (_state, _title, address) => written.push(address) };
  writeAddress(withCards(EMPTY, [card("chair")], guide));
  writeAddress(EMPTY);
  assert.match(written[0], /^#v=2&cards=/);
  assert.equal(written[1], "#");
});

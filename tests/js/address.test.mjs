import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY } from "../../docs/assets/javascripts/studio/deck.js";
import { linkTo } from "../../docs/assets/javascripts/studio/desk/address.js";

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

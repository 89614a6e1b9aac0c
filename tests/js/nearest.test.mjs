import assert from "node:assert/strict";
import test from "node:test";
import { nearest, respelled, wordsIn } from "../../docs/assets/javascripts/nearest.js";

const PAGES = [
  ["", "Home"],
  ["exercises/bridge/", "Bridge"],
  ["exercises/side-bridge/", "Side bridge"],
  ["exercises/calf-stretch/", "Calf stretch"],
  ["exercises/standing-hamstring-stretch/", "Standing hamstring stretch"],
  ["faq/shoes/", "Which shoes?"],
  ["walk-better/shoes/", "Shoes"],
  ["walking-plan/", "A walking plan"],
  ["get-help/", "When to get help"],
];

const first = (address) => nearest(address, PAGES)[0]?.[0];

test("a letter that is missing, wrong, added or swapped leads to the page", () => {
  assert.equal(first("exercises/brige/"), "exercises/bridge/");
  assert.equal(first("exercises/brodge/"), "exercises/bridge/");
  assert.equal(first("exercises/bridgee/"), "exercises/bridge/");
  assert.equal(first("exercises/brigde/"), "exercises/bridge/");
});

test("capitals, endings and what follows the path do not matter", () => {
  assert.equal(first("Walking-Plan.html?x=1#y"), "walking-plan/");
  assert.equal(first("get-help/index.html"), "get-help/");
  assert.equal(first("get%2Dhelp"), "get-help/");
});

test("of two pages with one name the one in the same folder is first", () => {
  assert.deepEqual(nearest("faq/shoe/", PAGES).map(([address]) => address), ["faq/shoes/", "walk-better/shoes/"]);
  assert.equal(first("walk-better/shoe/"), "walk-better/shoes/");
});

test("a page that lost its folder, or some of its words, is found", () => {
  assert.equal(first("calf-stretch"), "exercises/calf-stretch/");
  assert.equal(first("exercises/hamstring-stretch/"), "exercises/standing-hamstring-stretch/");
});

test("some words of a name lead to it before a name that only looks alike", () => {
  assert.equal(nearest("plan/", [["exercises/plank/", "Plank"], ...PAGES])[0][0], "walking-plan/");
  assert.equal(nearest("help/", [["today/helping/", "Helping"], ...PAGES])[0][0], "get-help/");
});

test("nothing is suggested for an address that is like none, or that has no name", () => {
  assert.deepEqual(nearest("wp-login.php", PAGES), []);
  assert.deepEqual(nearest("", PAGES), []);
  assert.deepEqual(nearest("%E0%A4%A", PAGES), []);
});

test("what is searched for are the words of the last part", () => {
  assert.equal(wordsIn("faq/my-foot_slaps.html"), "my foot slaps");
  assert.equal(wordsIn("/"), "");
});

test("a misspelt word is taken for the nearest one with the same first letter, a short one for none", () => {
  const known = ["balance", "ballast", "plank", "hip"];
  assert.equal(respelled("ballance", known), "balance");
  assert.equal(respelled("plnak", known), "plank");
  assert.equal(respelled("hipp", known), "hipp");
  assert.equal(respelled("flank", known), "flank");
});

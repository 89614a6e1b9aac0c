// The units of the search: what a query means, the sign that it sounds like, and the words that are shown of a page.

import assert from "node:assert/strict";
import test from "node:test";
import { excerptOf } from "../../docs/assets/javascripts/search/excerpt.js";
import { gather, pagesWith } from "../../docs/assets/javascripts/search/pages.js";
import { readerFor } from "../../docs/assets/javascripts/search/reader.js";
import { signsFor } from "../../docs/assets/javascripts/search/signs.js";
import { spellingFor } from "../../docs/assets/javascripts/search/spelling.js";
import { wordsOf } from "../../docs/assets/javascripts/search/words.js";

const reader = readerFor({ small: ["my", "the", "is", "not", "on"], same: [["boat", "ship", "canoe"], ["sink", "go under"], ["go", "went"], ["cannot", "not", "cant"]] });
const terms = (text) => reader.read(text).map(({ term }) => term);

test("a word is read in small letters, without marks, and a number without its commas", () => {
  assert.deepEqual(wordsOf("Can’t RÖW 10,000").map(({ word }) => word), ["cant", "row", "10000"]);
  assert.deepEqual(wordsOf("A row").at(-1), { word: "row", start: 2, end: 5 });
});

test("small words fall away, stems are alike, and words of one meaning are one", () => {
  assert.deepEqual(terms("my rowing boats"), terms("The row, the SHIP"));
  assert.deepEqual(terms("the my is"), []);
});

test("a phrase stands for one word, in any of its forms", () => {
  assert.deepEqual(terms("the canoe went under"), terms("boat sinks"));
  assert.equal(reader.read("it went under").at(-1).words.length, 2);
});

test("a small word with a meaning is read but not looked for", () => {
  assert.deepEqual(reader.read("not leaking").map(reader.sought), [false, true]);
});

const signs = [
  { id: "leak", level: "soon", words: ["boat leaks"] },
  { id: "sunk", level: "now", words: ["sinking", 'boat "holes"', '"man over board"'] },
  { id: "lost", level: "today", words: ["cannot see the shore"] },
  { id: "far", level: "today", words: ["cannot see the shore lights"] },
];
const sign = (query) => signsFor({ signs, harmless: ["kitchen sink"] }, reader)(query)?.id;

test("a sign is heard in any order, close together, and through words of the same meaning", () => {
  assert.equal(sign("water leaks into my canoe"), "leak");
  assert.equal(sign("my ship has a leak"), "leak");
  assert.equal(sign("a leak in the kitchen far behind the place where we moored the boat"), undefined);
});

test("the most urgent sign comes first, and the closest before one that it holds", () => {
  assert.equal(sign("my boat leaks and is sinking"), "sunk");
  assert.equal(sign("I can't see lights on the shore"), "far");
  assert.equal(sign("I cannot see the shore"), "lost");
});

test("what stands in quotes is meant by the letter", () => {
  assert.equal(sign("boat holes"), "sunk");
  assert.equal(sign("boat hole"), undefined);
  assert.equal(sign("Man over board!"), "sunk");
  assert.equal(sign("board over man"), undefined);
});

test("what is harmless is no sign, but does not hide another", () => {
  assert.equal(sign("the kitchen sink"), undefined);
  assert.equal(sign("kitchen sink, and the boat leaks"), "leak");
});

test("a misspelt word is taken for the nearest of the same first letter, a short one never", () => {
  const spelled = spellingFor(["sciatica", "bladder", "plank", "pilates"], () => false);
  assert.equal(spelled("siatica"), "sciatica");
  assert.equal(spelled("pillates"), "pilates");
  assert.equal(spelled("ladder"), "ladder");
  assert.equal(spelled("plan"), "plan");
});

test("letters that changed places change back, in a short word too, and two words typed as one come apart", () => {
  const known = new Set(["boat", "leak", "row", "sail"]);
  const spelled = spellingFor([...known], (word) => known.has(word.replace(/s$/, "")));
  assert.deepEqual(["baot", "obat", "lekas", "boatleaks", "rowboat", "boatlord", "oatboat"].map(spelled), ["boat", "boat", "leaks", "boat leaks", "row boat", "boatlord", "oatboat"]);
});

const head = { fields: ["names", "title", "headings", "text"], kinds: ["answer", "exercise"], pages: [[0, 0, 0, 1, 0, 9], [1, 1, 0, 2, 0, 9], [1, 1, 0, 2, 0, 9], [2, 0, 0, 3, 0, 9]] };
const postings = new Map();
gather(postings, { row: [[], [1, 1, 2, 1], [], [0, 1, 3, 2]], rowing: [[], [], [], [0, 2]], boat: [[], [1, 1, 2, 1]] }, new Set(["row", "rowing", "boat"]), reader);

test("words of one stem count together", () => {
  assert.deepEqual(postings.get("row")[3], { 0: 3, 3: 2 });
});

test("a page that is called what was asked for comes first, each page once, and a kind can be left out", () => {
  assert.deepEqual(pagesWith(["row", "boat"], postings, head).slice(0, 1), [1]);
  assert.equal(pagesWith(["row", "boat"], postings, head).includes(2), false);
  assert.deepEqual(new Set(pagesWith(["row", "boat"], postings, head, { leaveOut: "exercise" })), new Set([0, 3]));
  assert.deepEqual(pagesWith(["oar"], postings, head), []);
});

const page = { title: "Rowing", names: [], parts: [["", "", "Sit down. Row gently."], ["tide", "Tides", "Mind the tide when you row.\nIt turns."]] };
const shown = (query) => excerptOf(page, terms(query), reader);

test("the part that fits best is shown, with its words marked", () => {
  assert.equal(shown("tide row").anchor, "tide");
  assert.deepEqual(shown("tide row").pieces, [
    { text: "Mind the ", marked: false }, { text: "tide", marked: true }, { text: " when you ", marked: false }, { text: "row", marked: true }, { text: ".", marked: false },
  ]);
});

test("a page that is called what was asked for is opened at its top", () => {
  assert.equal(shown("rows").anchor, "");
  assert.equal(shown("rows").pieces.map(({ text }) => text).join(""), "Row gently.");
});

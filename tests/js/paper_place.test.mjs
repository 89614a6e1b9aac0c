// Places on a sheet of 200 x 310 mm with 10 mm for the strip: four cards of 100 x 150, 5 mm from the edge of the paper.

import assert from "node:assert/strict";
import test from "node:test";
import { places } from "../../docs/assets/javascripts/studio/paper/place.js";

const PAPER = { width_mm: 200, height_mm: 310 };
const ROOMS = { edge_mm: 5, cut_mm: { front: 3, back: 4 }, tick_mm: 6 };
const placed = (across, down, side, cuts = true) => places({ across, down, side }, { strip_mm: 10, cuts }, PAPER, ROOMS);
const facesOf = ({ faces }) => faces.map(({ x, y, width, height, turned }) => [x, y, width, height, turned ? "turned" : "upright"].join(" "));
const linesOf = (lines) => lines.map(({ x, y, toX, toY }) => `${x},${y} ${toX},${toY}`);

test("a face stands off the edge of the paper, off a cut, and above the strip", () => {
  const found = placed(2, 2, "front");
  assert.deepEqual(facesOf(found), ["5 5 92 142 upright", "103 5 92 142 upright", "5 155 92 142 upright", "103 155 92 142 upright"]);
  assert.equal(found.strip, 300);
});

test("a back stands further off a cut, as no printer meets the front exactly", () => {
  assert.deepEqual(facesOf(placed(2, 2, "back")), ["5 5 91 141 upright", "104 5 91 141 upright", "5 155 91 141 upright", "104 155 91 141 upright"]);
});

test("one card is off the edge on three sides", () => {
  assert.deepEqual(facesOf(placed(1, 1, "front")), ["5 5 190 292 upright"]);
});

test("a card to fold has its back beside it, or on its head below it", () => {
  assert.deepEqual(facesOf(placed(2, 2, "fold")), ["5 5 92 142 upright", "104 5 91 141 upright", "5 155 92 142 upright", "104 155 91 141 upright"]);
  assert.deepEqual(facesOf(placed(1, 2, "fold")), ["5 5 190 142 upright", "5 154 190 141 turned"]);
});

const ACROSS = ["5,150 11,150", "189,150 195,150", "5,300 11,300", "189,300 195,300"];

test("cuts are marked at both ends, with a cross where two meet", () => {
  const { cuts, folds } = placed(2, 2, "front");
  assert.deepEqual(linesOf(cuts), [...ACROSS, "100,5 100,11", "100,294 100,300", "97,150 103,150", "97,300 103,300", "100,147 100,153"]);
  assert.deepEqual(folds, []);
  assert.deepEqual(linesOf(placed(1, 2, "front").cuts), ACROSS);
});

test("a fold goes from edge to edge, and is no cut", () => {
  const four = placed(2, 2, "fold");
  assert.deepEqual(linesOf(four.folds), ["100,5 100,300"]);
  assert.deepEqual(linesOf(four.cuts), [...ACROSS, "97,150 103,150", "97,300 103,300"]);
  const two = placed(1, 2, "fold");
  assert.deepEqual(linesOf(two.folds), ["5,150 195,150"]);
  assert.deepEqual(linesOf(two.cuts), ["5,300 11,300", "189,300 195,300"]);
});

test("nothing is marked on a back, nor where nothing is cut", () => {
  assert.deepEqual([placed(2, 2, "back").cuts, placed(2, 2, "back").folds], [[], []]);
  assert.deepEqual(placed(2, 2, "front", false).cuts, []);
});

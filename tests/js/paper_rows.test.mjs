// Rows of pictures: how many side by side, how large, and where each stands.

import assert from "node:assert/strict";
import test from "node:test";
import { extentsOf, inRows, rowsScale, setPicture, setRows } from "../../docs/assets/javascripts/studio/paper/rows.js";

const MM = 96 / 25.4;
const CAPTION = 11.4 + 1.4 * MM; // of letters of 10 pixels: 1.14 lines and 1.4 mm
const rounded = (value) => Number(value.toFixed(6));

const pictureOf = (width, height) => ({ width, height, figure: { style: {}, firstChild: { style: {} } } });
const placeOf = ({ figure: { style, firstChild } }) => [style.left, style.top, style.width, firstChild.style.height].map((each) => rounded(Number.parseFloat(each)));

test("a list in rows has its last row as it comes", () => {
  assert.deepEqual(inRows([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]);
  assert.deepEqual(inRows([1, 2], 2), [[1, 2]]);
  assert.deepEqual(inRows([], 3), []);
});

test("extents are told from the most side by side to one above the other", () => {
  const pictures = [[10, 5], [20, 6], [30, 7]].map(([width, height]) => pictureOf(width, height));
  assert.deepEqual(extentsOf(pictures, 10).map(({ columns, heights, gap, gaps, solid }) => ({ columns, heights, gap: rounded(gap), gaps: rounded(gaps), solid: rounded(solid) })), [
    { columns: [10, 20, 30], heights: [7], gap: rounded(3 * MM), gaps: rounded(6 * MM), solid: rounded(CAPTION) },
    { columns: [30, 20], heights: [6, 7], gap: rounded(3 * MM), gaps: rounded(3 * MM), solid: rounded(3 * MM + 2 * CAPTION) },
    { columns: [30], heights: [5, 6, 7], gap: rounded(3 * MM), gaps: 0, solid: rounded(6 * MM + 3 * CAPTION) },
  ]);
  assert.deepEqual(extentsOf([], 10), []);
});

test("more than four side by side stand closer", () => {
  const gaps = extentsOf(Array.from({ length: 5 }, () => pictureOf(1, 1)), 10).map(({ gap }) => rounded(gap / MM));
  assert.deepEqual(gaps, [2, 3, 3, 3, 3]);
});

const BESIDE = { columns: [10, 10], heights: [10], gap: 10, gaps: 10, solid: 20 };
const BELOW = { columns: [10], heights: [10, 10], gap: 10, gaps: 0, solid: 40 };

test("a scale is the largest of those that fit in width and in height", () => {
  const scale = (width, height) => rowsScale({ extents: [BESIDE, BELOW] }, width, height);
  assert.equal(scale(110, 70), 5);
  assert.equal(scale(70, 170), 6.5); // one above the other: 7 wide, (170 - 40) / 20 high
  assert.equal(scale(60, 45), 2.5);
  assert.equal(scale(110, 10), -1);
});

const setOf = (pictures, extents, ...where) => {
  setRows({ pictures, size: 10, extents }, ...where);
  return pictures.map(placeOf);
};

test("pictures stand on one line, in the middle of their room", () => {
  assert.deepEqual(setOf([pictureOf(10, 10), pictureOf(10, 6)], [BESIDE, BELOW], 0, 0, 110, 70), [[0, 0, 50, 50], [60, 20, 50, 30]]);
  assert.deepEqual(setOf([pictureOf(10, 10), pictureOf(8, 10)], [BESIDE, BELOW], 7, 3, 110, 80), [[7, 8, 50, 50], [72, 8, 40, 50]]);
});

test("with room to spare pictures stand apart, by 10 mm at most", () => {
  const [one, other] = setOf([pictureOf(10, 10), pictureOf(10, 10)], [BESIDE, BELOW], 0, 0, 210, 70);
  assert.equal(rounded(other[0] - one[0] - 50), rounded(10 * MM));
  assert.equal(rounded(one[0]), rounded(210 - other[0] - 50));
  const [first, second] = setOf([pictureOf(10, 10), pictureOf(10, 10)], [BESIDE, BELOW], 0, 0, 130, 70);
  assert.equal(second[0] - first[0] - 50, 15); // half of the 30 that are left
});

test("rows stand one below the other with captions between", () => {
  const places = setOf([pictureOf(10, 10), pictureOf(10, 10)], [BESIDE, BELOW], 0, 0, 30, 140);
  assert.deepEqual(places, [[0, 20, 30, 30], [0, rounded(50 + CAPTION + 3 * MM), 30, 30]]);
});

test("pictures without room are nothing wide", () => {
  assert.deepEqual(setOf([pictureOf(10, 10), pictureOf(10, 10)], [BESIDE, BELOW], 0, 0, 110, 10).map(([, , width, height]) => [width, height]), [[0, 0], [0, 0]]);
});

test("a picture stands with its middle over a point of a line", () => {
  const picture = pictureOf(4, 3);
  setPicture(picture, 100, 50, 10);
  assert.deepEqual(placeOf(picture), [80, 20, 40, 30]);
});

// Stages: pictures of a narrow card in rows, each above its own step.

import assert from "node:assert/strict";
import test from "node:test";
import { measureStages, setStages, stagesScale } from "../../docs/assets/javascripts/studio/paper/stages.js";
import "./page.mjs";

const MM = 96 / 25.4;
const [GAP, TO_STEP, TO_ROW] = [3 * MM, 0.8 * MM, 1.4 * MM];
const rounded = (value) => Number(value.toFixed(6));

const pictureOf = (number, [width, height]) => ({ width, height, figure: { style: {}, firstChild: { style: {} }, querySelector: () => ({ textContent: number }) } });
const SIZES = [[10, 5], [12, 6], [11, 9], [10, 8], [10, 7], [10, 4]];
const HIGH = [10, 20, 30, 40, 50, 60];

function frontOf({ numbers = ["1", "2", "3", "4", "5", "6"], wide = false } = {}) {
  const widths = [];
  return {
    wide,
    widths,
    width: 200,
    face: { dataset: {}, style: { setProperty: (name, value) => widths.push(`${name} ${rounded(Number.parseFloat(value))}`) } },
    pictures: numbers.map((number, index) => pictureOf(number, SIZES[index % SIZES.length])),
    steps: numbers.map((_, index) => ({ computed: { height: `${HIGH[index % HIGH.length]}px` } })),
    stages: [],
  };
}

test("stages are measured in twos and in threes, each at its own width", () => {
  const front = frontOf();
  measureStages([front]);
  const [two, three] = front.stages.map(({ across, column, captions, solid, heights, wide }) => [across, rounded(column), captions, rounded(solid), heights, wide]);
  assert.deepEqual(two, [2, rounded((200 - GAP) / 2), [20, 40, 60], rounded(120 + 3 * TO_STEP + 2 * TO_ROW), [6, 9, 7], 12]);
  assert.deepEqual(three, [3, rounded((200 - 2 * GAP) / 3), [30, 60], rounded(90 + 2 * TO_STEP + TO_ROW), [9, 8], 12]);
  assert.deepEqual(front.widths, [`--stage ${rounded((200 - GAP) / 2)}`, `--stage ${rounded((200 - 2 * GAP) / 3)}`]);
});

test("all fronts take their width before one is measured, so that the browser lays out twice, not for each", () => {
  const order = [];
  const fronts = ["one", "other"].map((name) => {
    const front = frontOf();
    front.face.style.setProperty = () => order.push(`${name} takes`);
    Object.defineProperty(front.steps[0], "computed", { get: () => (order.push(`${name} told`), { height: "1px" }) });
    return front;
  });
  measureStages(fronts);
  const pass = ["one takes", "other takes", "one told", "other told"];
  assert.deepEqual(order, [...pass, ...pass]);
});

test("stages are for five pictures or more on a narrow card, each of which shows one step", () => {
  const number = (more) => {
    const front = frontOf(more);
    measureStages([front]);
    assert.equal("stages" in front.face.dataset, front.stages.length > 0);
    return front.stages.length;
  };
  assert.equal(number({ numbers: ["1", "2", "3", "4", "5"] }), 2);
  assert.equal(number({ numbers: ["1", "2", "3", "4"] }), 0);
  assert.equal(number({ numbers: ["1", "2", "3", "4", "56"] }), 0);
  assert.equal(number({ numbers: ["2", "1", "3", "4", "5"] }), 0);
  assert.equal(number({ numbers: ["1", "2", "3", "4", ""] }), 0);
  assert.equal(number({ wide: true }), 0);
  measureStages([]);
});

test("pictures are as large as the column, or as the height, lets them be", () => {
  const stages = { column: 100, wide: 50, heights: [10, 20], solid: 30 };
  assert.equal(stagesScale(stages, 120), 2);
  assert.equal(stagesScale(stages, 75), 1.5);
  assert.equal(stagesScale(stages, 0), -1);
});

test("each step stands below its picture, and what is left stands above the rows alike", () => {
  const front = frontOf({ numbers: ["1", "2", "3", "4", "5"] });
  const set = front.steps.map(() => ({}));
  front.steps = set.map((found) => ({ style: { setProperty: (name, value) => (found[name] = rounded(Number.parseFloat(value))) } }));
  const stages = { across: 3, column: 60, captions: [30, 50], heights: [9, 7], solid: 80 + 2 * TO_STEP + TO_ROW };
  // pictures take 2 * (9 + 7) = 32, so that of 40 more than the solid 8 are left, 4 for each row
  setStages(front, { stages, scale: 2, free: stages.solid + 40 }, 100);
  const lines = [100 + 18 + 4, 100 + 18 + 4 + TO_STEP + 30 + TO_ROW + 14 + 4];
  const lefts = [0, 60 + GAP, 120 + 2 * GAP];
  assert.deepEqual(set, [0, 1, 2, 3, 4].map((index) => ({ "--x": rounded(lefts[index % 3]), "--y": rounded(lines[Math.floor(index / 3)] + TO_STEP) })));
  const places = front.pictures.map(({ figure: { style } }) => [style.left, style.top, style.width].map((each) => rounded(Number.parseFloat(each))));
  assert.deepEqual(places, front.pictures.map(({ width, height }, index) => [rounded(lefts[index % 3] + 30 - width), rounded(lines[Math.floor(index / 3)] - 2 * height), 2 * width]));
  assert.deepEqual(front.widths, ["--stage 60"]);
});

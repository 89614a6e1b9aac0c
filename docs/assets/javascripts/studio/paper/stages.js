// Stages: many pictures on a narrow card stand in rows, each above its own step, so that both are larger.

import { PICTURE_GAP, PX_PER_MM, heightOf, sum } from "./lengths.js";
import { inRows, setPicture } from "./rows.js";

const STAGE_GAP = 0.8 * PX_PER_MM; // between a picture and its step
const ROW_GAP = 1.4 * PX_PER_MM;
const FEWEST = 5;
const ACROSS = [2, 3];

/** Measure the steps of the fronts that can show stages, and give each of these its `stages`: with so many side by side,
 * how high the steps of a row are, how much of the height is fixed, and how large the pictures are.
 */
export function measureStages(fronts) {
  const able = fronts.filter(canShow);
  for (const across of ACROSS) {
    // As in `arrangeFronts`: all take their widths before one is measured.
    for (const { face, width } of able) {
      face.dataset.stages = "";
      face.style.setProperty("--stage", `${columnOf(width, across)}px`);
    }
    for (const front of able) {
      front.stages.push(stagesOf(front, across));
    }
  }
}

/** Return how large a unit of the pictures is in a height. */
export function stagesScale({ column, wide, heights, solid }, free) {
  return Math.min(column / wide, (free - solid) / sum(heights));
}

/** Set pictures and steps from `top` down into a height. */
export function setStages({ face, pictures, steps }, { stages, scale, free }, top) {
  const { across, column, heights, captions, solid } = stages;
  const spare = (free - solid - scale * sum(heights)) / heights.length;
  face.style.setProperty("--stage", `${column}px`);
  let y = top;
  inRows(pictures, across).forEach((row, number) => {
    const bottom = y + scale * heights[number] + spare;
    row.forEach((picture, at) => {
      const x = (column + PICTURE_GAP) * at;
      setPicture(picture, x + column / 2, bottom, scale);
      const step = steps[number * across + at];
      step.style.setProperty("--x", `${x}px`);
      step.style.setProperty("--y", `${bottom + STAGE_GAP}px`);
    });
    y = bottom + STAGE_GAP + captions[number] + ROW_GAP;
  });
}

// On a narrow card, where each of many pictures shows one step.
function canShow({ wide, pictures }) {
  const own = ({ figure }, index) => figure.querySelector("figcaption").textContent === String(index + 1);
  return !wide && pictures.length >= FEWEST && pictures.every(own);
}

function columnOf(width, across) {
  return (width - PICTURE_GAP * (across - 1)) / across;
}

function stagesOf({ width, pictures, steps }, across) {
  const captions = inRows(steps, across).map((row) => Math.max(...row.map(heightOf)));
  return {
    across,
    column: columnOf(width, across),
    captions,
    solid: sum(captions) + STAGE_GAP * captions.length + ROW_GAP * (captions.length - 1),
    heights: inRows(pictures, across).map((row) => Math.max(...row.map(({ height }) => height))),
    wide: Math.max(...pictures.map(({ width: wide }) => wide)),
  };
}

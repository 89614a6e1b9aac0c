// Rows: pictures with the numbers of their steps below them, as large as fits, in as many rows as make them largest.

import { PICTURE_GAP, PX_PER_MM, sum } from "./lengths.js";

const CLOSE_GAP = 2 * PX_PER_MM; // of more than four side by side
const CAPTION_GAP = 1.4 * PX_PER_MM;
const MOST_SPARE = 10 * PX_PER_MM;

/** Return how wide and how high pictures are with so many side by side, the most first. */
export function extentsOf(pictures, size) {
  return pictures.map((_, fewer) => {
    const across = pictures.length - fewer;
    const rows = inRows(pictures, across);
    const columns = Array.from({ length: across }, (__, at) => Math.max(...rows.filter((row) => row.length > at).map((row) => row[at].width)));
    return {
      columns,
      heights: rows.map((row) => Math.max(...row.map(({ height }) => height))),
      gap: across > 4 ? CLOSE_GAP : PICTURE_GAP,
      gaps: (across > 4 ? CLOSE_GAP : PICTURE_GAP) * (across - 1),
      solid: PICTURE_GAP * (rows.length - 1) + (size * 1.14 + CAPTION_GAP) * rows.length,
    };
  });
}

/** Return a list in rows with so many side by side. */
export function inRows(list, across) {
  return Array.from({ length: Math.ceil(list.length / across) }, (_, row) => list.slice(row * across, (row + 1) * across));
}

/** Return how large a unit of the pictures of a front is at most in a room. */
export function rowsScale({ extents }, width, height) {
  return Math.max(...extents.map((extent) => scaleIn(extent, width, height)));
}

function scaleIn({ columns, heights, gaps, solid }, width, height) {
  return Math.min((width - gaps) / sum(columns), (height - solid) / sum(heights));
}

/** Set the pictures of a front in the middle of a room. */
export function setRows(front, left, top, room, free) {
  const { pictures, size, extents } = front;
  const scale = Math.max(0, rowsScale(front, room, free));
  const caption = size * 1.14 + CAPTION_GAP;
  const { columns, heights, solid, gap: least } = extents.find((extent) => scaleIn(extent, room, free) >= scale) ?? extents.at(-1);
  const across = columns.length;
  const gap = Math.max(least, Math.min(MOST_SPARE, (room - scale * sum(columns)) / across));
  const x = left + (room - scale * sum(columns) - gap * (across - 1)) / 2;
  const y = top + (free - scale * sum(heights) - solid) / 2;
  pictures.forEach((picture, index) => {
    const [row, at] = [Math.floor(index / across), index % across];
    const centre = x + scale * (sum(columns.slice(0, at)) + columns[at] / 2) + gap * at;
    const bottom = y + scale * sum(heights.slice(0, row + 1)) + caption * row + PICTURE_GAP * row;
    setPicture(picture, centre, bottom, scale);
  });
}

/** Set a picture of this scale on a line, with its middle over a point of it. */
export function setPicture({ figure, width, height }, centre, bottom, scale) {
  const [wide, high] = [width * scale, height * scale];
  Object.assign(figure.style, { left: `${centre - wide / 2}px`, top: `${bottom - high}px`, width: `${wide}px` });
  figure.firstChild.style.height = `${high}px`;
}

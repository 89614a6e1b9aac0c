// Lengths that several ways of setting a face share, in pixels.

export const PX_PER_MM = 96 / 25.4;
export const PICTURE_GAP = 3 * PX_PER_MM;

/** Return the sum of lengths. */
export function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/** Return the height of a part to a fraction of a pixel, as it is on paper (the preview may be smaller); nothing where it is
 * not shown.
 */
export function heightOf(part) {
  return Number.parseFloat(getComputedStyle(part).height) || 0;
}

// Lengths that several ways of setting a face share, in pixels.

export const PX_PER_MM = 96 / 25.4;
export const PICTURE_GAP = 3 * PX_PER_MM;

/** Return the sum of lengths. */
export function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

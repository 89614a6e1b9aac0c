// Short stand-ins for long texts: the code of an exercise, and the check of a link. The build makes the same codes
// (hooks/kit/exercises/code.py), to see that no two exercises have one; a test compares the two.

const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

/** Return the number that stands for a text: FNV-1a, 32 bits. */
export function hash(text) {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  }
  return sum;
}

/** Return the code of an exercise: three letters that follow from its id. */
export function code(id) {
  const sum = hash(id);
  const folded = sum ^ (sum >>> 15);
  return [10, 5, 0].map((shift) => LETTERS[(folded >>> shift) & 31]).join("");
}

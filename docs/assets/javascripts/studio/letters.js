// Letters: which ones of a text the fonts of the sheets do not have. The build says which they have (studio.json).

const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{Variation_Selector}]$/u;

/** Return the letters of a text that lie in none of the ranges `[first, last]` of code points, each once, as they are
 * seen: a picture made of several is one.
 */
export function lacking(text, ranges) {
  const has = (letter) => UNSEEN.test(letter) || ranges.some(([first, last]) => first <= letter.codePointAt(0) && letter.codePointAt(0) <= last);
  const seen = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text.normalize("NFC"));
  return [...new Set([...seen].map(({ segment }) => segment).filter((each) => ![...each].every(has)))];
}

// Filters: what fits the words and choices of a form, and an address that keeps them.

/** Return small letters without accents and punctuation: "10,000 steps?" becomes "10000 steps". */
export function plain(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}|[,'’]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** Return the words that somebody looks for, in plain letters. */
export function wordsOf(text) {
  return plain(text).split(" ").filter(Boolean);
}

/** Return whether each word begins some word of a text, both in plain letters. */
export function hasWords(text, words) {
  return words.every((word) => ` ${text}`.includes(` ${word}`));
}

/** Return whether something has every chosen value; what it has of each may be several, with blanks between. */
export function fits(has, choices) {
  return Object.entries(choices).every(([name, value]) => !value || (has[name] ?? "").split(" ").includes(value));
}

/** Return an address with these values in its query, and without those that are empty. */
export function addressWith(address, values) {
  const next = new URL(address);
  for (const [name, value] of Object.entries(values)) {
    next.searchParams.delete(name);
    if (value) {
      next.searchParams.set(name, value);
    }
  }
  return next;
}

// Phrases: words of the guide with named blanks in braces, such as "{number} of {pages}", filled in on the page.

const BLANK = /\{([^{}]*)\}/g;

/** Return the phrase with its blanks filled; what is filled in is never read as a phrase itself. */
export function fill(phrase, values) {
  return phrase.replace(BLANK, (_, name) => String(values[name]));
}

/** Return a phrase about a number, or about a range of them in words: `one` for exactly one, `many` for any other. */
export function counted({ one, many }, number) {
  return fill(String(number) === "1" ? one : many, { number });
}

/** Return a number or a range of them in words: `8`, or `8 to 10` with the phrase "{low} to {high}". */
export function range(phrase, { low, high }) {
  return low === high ? String(low) : fill(phrase, { low, high });
}

/** Return the text with a capital letter in front. */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Return the text with a full stop at its end, where it has none. */
export function stopped(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Return things in one line: `Mon, Wed and Fri`, with the word `and` of the data. */
export function listed({ and }, things) {
  return things.length < 2 ? things.join("") : things.slice(0, -1).join(", ") + and + things.at(-1);
}

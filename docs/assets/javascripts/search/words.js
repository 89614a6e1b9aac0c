// The words of a text as search compares them: in small letters, without accents or apostrophes. The build has the same rule.
// Keyboards have several signs that people take for an apostrophe, and "can t" is one word.

const WORD = /\d+(?:,\d{3})+|[\p{L}\p{N}]*[nN] [tT](?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:['’‘ʼ′´`][\p{L}\p{N}]+)*/gu;

/** Return each word of a text, with the places where it begins and ends. */
export function wordsOf(text) {
  return Array.from(text.matchAll(WORD), (match) => ({
    word: bare(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function bare(word) {
  return word.replace(/['’‘ʼ′´`, ]/g, "").normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
}

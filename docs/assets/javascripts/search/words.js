// The words of a text as search compares them: in small letters, without accents or apostrophes. The build has the same rule.

const WORD = /\d+(?:,\d{3})+|[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/** Return each word of a text, with the places where it begins and ends. */
export function wordsOf(text) {
  return Array.from(text.matchAll(WORD), (match) => ({
    word: bare(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function bare(word) {
  return word.replace(/['’,]/g, "").normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
}

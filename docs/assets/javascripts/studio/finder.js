// The finder: exercises by words, understood as the search of the site does: by words of one meaning, by other names, and
// through slips of the keyboard.

import { hasWords, plain } from "../filter.js";
import { respelled } from "../nearest.js";
import { readerFor } from "../search/reader.js";
import { wordsOf } from "../search/words.js";

/** Return what finds exercises: a query gives those that have each of its words, or another word of the same meaning. Where
 * none has them all, it gives those that have the most.
 *
 * `finding` is what the search of the site knows of words: small ones, those of one meaning, other names of exercises.
 */
export function finderFor(exercises, finding) {
  const reader = readerFor(finding);
  const entries = exercises.map((exercise) => {
    const text = [exercise.search, ...(finding.names[exercise.id] ?? [])].join(" ");
    return { exercise, text, plain: plain(text), terms: new Set(reader.read(text).map(({ term }) => term)) };
  });
  const texts = [...entries.map(({ text }) => text), ...finding.same.flat()];
  const known = [...new Set(texts.flatMap(wordsOf).map(({ word }) => word))];

  const sought = (query) => reader.read(query).filter(reader.sought);
  const has = (entry, { term, words }) => entry.terms.has(term) || hasWords(entry.plain, words.map(({ word }) => word));
  const meant = (token) => {
    const isKnown = entries.some((entry) => has(entry, token));
    return isKnown ? [token] : sought(token.words.map(({ word }) => respelled(word, known)).join(" "));
  };

  return (query) => {
    const tokens = sought(query).flatMap(meant);
    const many = entries.map((entry) => tokens.filter((token) => has(entry, token)).length);
    const most = Math.max(...many);
    return tokens.length > 0 && most === 0 ? [] : exercises.filter((_, index) => many[index] === most);
  };
}

// The pages that a query finds: MiniSearch weighs them, over the words that were fetched for this query.

import MiniSearch from "../vendor/minisearch.js";

const BOOST = { names: 7, title: 6, headings: 3, text: 1 };
const LESS = { evidence: 0.5 };
const MOST = 10;
const FAINT = 0.03;

/** Return the numbers of the pages that have some of the terms, best first, each page once. */
export function pagesWith(terms, postings, { fields, pages, kinds }, { leaveOut = "" } = {}) {
  const engine = MiniSearch.loadJS(serialized(terms, postings, fields, pages), {
    fields,
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });
  const kindOf = (number) => kinds[pages[number][1]];
  const title = fields.indexOf("title");
  // How far a title is what was asked, no more and no less.
  function called(number) {
    const named = terms.filter((term) => postings.get(term)?.[title]?.[number]).length;
    return named / Math.max(terms.length, pages[number][title + 2]);
  }
  const boostDocument = (number) => (LESS[kindOf(number)] ?? 1) * (1 + 3 * called(number) ** 2);
  const filter = ({ id }) => kindOf(id) !== leaveOut;
  const found = engine.search(terms.join(" "), { boost: BOOST, boostDocument, filter });
  const best = new Map();
  for (const { id, score } of found) {
    const page = pages[id][0];
    if (!best.has(page) && score > FAINT * found[0].score) {
      best.set(page, id);
    }
  }
  return [...best.values()].slice(0, MOST);
}

// An index as MiniSearch writes it down and reads it again, of these terms alone.
function serialized(terms, postings, fields, pages) {
  const numbers = Object.fromEntries(pages.map((_, number) => [number, number]));
  return {
    documentCount: pages.length,
    nextId: pages.length,
    documentIds: numbers,
    fieldIds: Object.fromEntries(fields.map((field, at) => [field, at])),
    fieldLength: Object.fromEntries(pages.map(([, , ...lengths], number) => [number, lengths])),
    averageFieldLength: fields.map((_, at) => pages.reduce((sum, each) => sum + each[at + 2], 0) / pages.length),
    storedFields: {},
    dirtCount: 0,
    serializationVersion: 2,
    index: terms.filter((term) => postings.has(term)).map((term) => [term, postings.get(term)]),
  };
}

/** Add the words of a fetched file to the postings: those of one term together. A rare word of a group is left out: no
 * query for another of its group would fetch it. */
export function gather(postings, words, met, reader) {
  for (const [word, fields] of Object.entries(words)) {
    const term = reader.termOf(word);
    if (reader.meant(term).slice(1).includes(word) && !met.has(word)) {
      continue;
    }
    const entry = postings.get(term) ?? {};
    postings.set(term, entry);
    fields.forEach((flat, field) => {
      for (let at = 0; at < flat.length; at += 2) {
        entry[field] ??= {};
        entry[field][flat[at]] = (entry[field][flat[at]] ?? 0) + flat[at + 1];
      }
    });
  }
}

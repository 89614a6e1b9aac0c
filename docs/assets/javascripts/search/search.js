// The search: what a query means, the sign that it sounds like, and the pages that it finds.

import { excerptOf } from "./excerpt.js";
import { gather, pagesWith } from "./pages.js";
import { readerFor } from "./reader.js";
import { signsFor } from "./signs.js";
import { spellingFor } from "./spelling.js";
import { wordsOf } from "./words.js";

const UNFINISHED = 4;

/** Return the search over the head of an index; `fetched` gives each other piece of it by name, later. */
export function searchOver(head, fetched) {
  const reader = readerFor(head);
  const listed = [...head.signs.flatMap(({ words }) => words), ...head.same.flat(), ...head.harmless];
  const met = new Set(head.known.split(" "));
  const known = [...new Set([...met, ...listed.flatMap((each) => wordsOf(each).map(({ word }) => word))])];
  const terms = new Set(known.map(reader.termOf));
  const spelled = spellingFor(known, (word) => terms.has(reader.termOf(word)));
  const signIn = signsFor(head, reader);
  const postings = new Map();
  const pieces = new Map();

  // The file that a word would be in: each has the words from its first one to the first of the next.
  function fileOf(word) {
    return `words/${head.shards.findLastIndex((first) => first <= word)}`;
  }

  function piece(name) {
    if (!pieces.has(name)) {
      pieces.set(name, name === "words/-1" ? Promise.resolve({}) : fetched(name).then((words) => gather(postings, words, met, reader) ?? words));
    }
    return pieces.get(name);
  }

  async function gathered(tokens) {
    const words = tokens.filter(reader.sought).flatMap((token) => [...token.words.map(({ word }) => word), ...reader.meant(token.term).filter((word) => met.has(word))]);
    await Promise.all([...new Set(words.map(fileOf))].map(piece));
  }

  /** Return the tokens of a query, with the nearest known word for an unknown one, and what its last word begins. */
  async function understood(query) {
    const tokens = reader.read(query);
    await gathered(tokens);
    const unknown = ({ term, words }) => words.length === 1 && !terms.has(term) && !postings.has(term);
    const last = tokens.at(-1);
    const begun = last && unknown(last) && last.words[0].word.length >= UNFINISHED && last.words[0].end === query.length ? await begunBy(last.words[0].word) : [];
    const wrong = tokens.filter((token) => unknown(token) && !(token === last && begun.length));
    const meant = wrong.reduceRight((text, { words: [{ word, start, end }] }) => text.slice(0, start) + spelled(word) + text.slice(end), query);
    const right = reader.read(meant);
    await gathered(right);
    return { meant, tokens: right, begun };
  }

  async function begunBy(word) {
    return Object.keys(await piece(fileOf(word))).filter((each) => each.startsWith(word)).map(reader.termOf);
  }

  /** Return the sign that a query sounds like, if any, and the results; with a sign no exercise is among them. */
  return async (query) => {
    const { meant, tokens, begun } = await understood(query);
    const sign = signIn(meant);
    const wanted = [...new Set([...tokens.filter(reader.sought).map(({ term }) => term), ...begun])];
    const numbers = pagesWith(wanted, postings, head, { leaveOut: sign && "exercise" });
    const results = numbers.map(async (number) => {
      const page = await fetched(`texts/${number}`);
      const { anchor, heading, pieces: said } = excerptOf(page, wanted, reader);
      const address = anchor ? `${page.address}#${anchor}` : page.address;
      return { address, title: page.title, heading, kind: head.kinds[head.pages[number][1]], said };
    });
    return { sign, results: await Promise.all(results) };
  };
}

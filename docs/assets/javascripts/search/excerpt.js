// The excerpt of a result: the part of a page that fits a query best, and the sentence there that has most of its words.
// A page that is called what was asked for is opened at its top.

const SHORT = 60;
const LONG = 180;
const SENTENCE = /[^\n]+?(?:[.!?](?=\s|$)|$)/gm;

/** Return the anchor and the heading of the best part, and what it says there, in pieces: `{text, marked}`. */
export function excerptOf({ parts, title, names }, terms, reader) {
  const wanted = new Set(terms);
  const inName = having([title, ...names].join("\n"), wanted, reader);
  const called = inName.size === wanted.size;
  const none = { weight: -1, anchor: "", heading: "", said: "" };
  let best = none;
  parts.forEach(([anchor, heading, text], number) => {
    const named = having(heading, wanted, reader).size;
    for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
      const here = having(sentence, wanted, reader);
      const beyond = [...here].filter((term) => !inName.has(term)).length;
      const weight = here.size + 2 * beyond + 2 * named + (called && here.size && !number ? LONG : 0);
      if (weight > best.weight) {
        best = { weight, anchor, heading, said: whole(sentence, text.slice(index + sentence.length)) };
      }
    }
  });
  const { anchor, heading } = called ? none : best;
  return { anchor, heading, pieces: shortened(piecesOf(best.said, wanted, reader)) };
}

/** Return a text in pieces, its wanted words marked. */
function piecesOf(text, wanted, reader) {
  const found = [];
  let end = 0;
  for (const { term, words } of reader.read(text)) {
    if (wanted.has(term)) {
      const from = words[0].start;
      found.push({ text: text.slice(end, from), marked: false });
      end = words.at(-1).end;
      found.push({ text: text.slice(from, end), marked: true });
    }
  }
  return [...found, { text: text.slice(end), marked: false }].filter((each) => each.text);
}

// A short sentence says little without the one after it.
function whole(sentence, rest) {
  const next = /^[^\n]/.test(rest) && sentence.trim().length < SHORT ? rest.match(SENTENCE)[0] : "";
  return (sentence + next).trim();
}

function having(text, wanted, reader) {
  return new Set(reader.read(text).flatMap(({ term }) => (wanted.has(term) ? term : [])));
}

function shortened(all) {
  const found = [];
  let left = LONG;
  for (const piece of all) {
    if (piece.text.length > left) {
      return [...found, { text: `${piece.text.slice(0, left).replace(/\s*\S*$/, "")} …`, marked: false }];
    }
    found.push(piece);
    left -= piece.text.length;
  }
  return found;
}

// The excerpt of a result: the part of a page that fits a query best, and the sentence there that has most of its words.
// A page that is called what was asked for is shown from its top.

const LENGTH = 180;
const SENTENCE = /[^\n]+?(?:[.!?](?=\s|$)|$)/gm;

/** Return the anchor and the heading of the best part, and its best sentence in pieces: `{text, marked}`. */
export function excerptOf({ parts, title, names }, terms, reader) {
  const wanted = new Set(terms);
  const inTitle = having([title, ...names].join("\n"), wanted, reader);
  let best = { weight: -1, anchor: "", heading: "", sentence: "" };
  for (const [anchor, heading, text] of inTitle.size === wanted.size ? parts.slice(0, 1) : parts) {
    const named = having(heading, wanted, reader).size;
    for (const each of text.match(SENTENCE) ?? [""]) {
      const here = having(each, wanted, reader);
      const beyond = [...here].filter((term) => !inTitle.has(term)).length;
      const weight = here.size + 2 * beyond + 2 * named;
      if (weight > best.weight) {
        best = { weight, anchor, heading, sentence: each.trim() };
      }
    }
  }
  const { anchor, heading, sentence } = best;
  return { anchor, heading, pieces: shortened(pieces(sentence, wanted, reader)) };
}

function having(text, wanted, reader) {
  return new Set(reader.read(text).flatMap(({ term }) => (wanted.has(term) ? term : [])));
}

function pieces(sentence, wanted, reader) {
  const found = [];
  let end = 0;
  for (const { term, words } of reader.read(sentence)) {
    if (wanted.has(term)) {
      const from = words[0].start;
      found.push({ text: sentence.slice(end, from), marked: false });
      end = words.at(-1).end;
      found.push({ text: sentence.slice(from, end), marked: true });
    }
  }
  return [...found, { text: sentence.slice(end), marked: false }].filter(({ text }) => text);
}

// A long sentence is cut after its last marked word that fits, at a word.
function shortened(all) {
  const found = [];
  let left = LENGTH;
  for (const piece of all) {
    if (piece.text.length > left) {
      return [...found, { text: `${piece.text.slice(0, left).replace(/\s*\S*$/, "")} …`, marked: false }];
    }
    found.push(piece);
    left -= piece.text.length;
  }
  return found;
}

// Sheets: a deck laid out on paper, as plain data. What a sheet looks like is drawn in paper/.

const ACROSS = { four: 2, two: 1, single: 1 };
const DOWN = { four: 2, two: 2, single: 1 };

/** Return the sheets of a deck. `plan` says whether name, notes or a clinic want a card of their own; `most` how many
 * exercises a sheet of the handout has, or lines one of the log, at most: all sheets have about as many. `measures` is how
 * many lines the first log has that are no exercises. A log leaves out the exercise `wayDown`, which is done with others.
 *
 * A sheet of cards has `side` (front, back or fold), how many slots go across and down, and its slots in reading order:
 * {face: "front" | "back" | "plan" | "plan-back", card} or null for an empty one. Handouts and logs have `cards`;
 * the log that has the measures says so.
 */
export function sheets(deck, { plan = false, wayDown = null, most = 5, measures = 0 } = {}) {
  if (deck.layout === "log") {
    return logs(deck.cards.filter((card) => card.id !== wayDown), measures, most);
  }
  if (deck.layout === "rows") {
    return handouts(deck.cards, most);
  }
  if (deck.cards.length === 0) {
    return [];
  }
  const faces = [...(plan ? [null] : []), ...deck.cards];
  return deck.sides === "fold" ? folded(faces, deck.layout) : flat(faces, deck);
}

function flat(faces, { layout, sides }) {
  const [across, down] = [ACROSS[layout], DOWN[layout]];
  return chunks(faces, across * down).flatMap((chunk) => {
    const front = padded(chunk.map((card) => slot(card, "front")), across * down);
    const about = { kind: "cards", layout, across, down };
    if (sides === "one") {
      return [{ ...about, side: "front", slots: front }];
    }
    // Turned over its long edge a sheet shows its columns the other way round.
    const back = padded(chunk.map((card) => slot(card, "back")), across * down);
    return [
      { ...about, side: "front", slots: front },
      { ...about, side: "back", slots: chunks(back, across).flatMap((row) => row.reverse()) },
    ];
  });
}

// Front and back stand beside each other (four) or one above the other (two), with the fold between them.
function folded(faces, layout) {
  const [across, down] = [ACROSS[layout], DOWN[layout]];
  const both = faces.flatMap((card) => [slot(card, "front"), slot(card, "back")]);
  return chunks(both, across * down).map((chunk) => ({
    kind: "cards",
    layout,
    across,
    down,
    side: "fold",
    slots: padded(chunk, across * down),
  }));
}

function slot(card, side) {
  return card === null ? { face: side === "front" ? "plan" : "plan-back", card } : { face: side, card };
}

function handouts(cards, most) {
  let first = 1;
  return evenly(cards, most).map((some) => {
    const sheet = { kind: "rows", side: "front", first, cards: some };
    first += some.length;
    return sheet;
  });
}

// The lines that are no exercises come first, and on the first sheet alone.
function logs(cards, measures, most) {
  const lines = [...Array(measures).fill(null), ...cards];
  return evenly(lines, Math.max(most, measures)).map((some, index) => ({
    kind: "log",
    side: "front",
    measures: index === 0,
    cards: some.filter((card) => card !== null),
  }));
}

// As few parts as it takes with no more than `most` in each, none much shorter than another.
function evenly(list, most) {
  return list.length ? chunks(list, Math.ceil(list.length / Math.ceil(list.length / most))) : [];
}

function chunks(list, size) {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}

function padded(list, size) {
  return [...list, ...Array(size - list.length).fill(null)];
}

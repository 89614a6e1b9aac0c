// The plan at hand: one deck, the decks that it was before, and who hears of each change.

const MOST_UNDO = 50;

/** Return a plan that begins with a deck. `changed` hears how: `{ said, typing }` as they were given to `take`. */
export function planOf(beginning, changed) {
  let deck = beginning;
  let past = [];
  return {
    get deck() {
      return deck;
    },

    get canUndo() {
      return past.length > 0;
    },

    /** Take another deck; `said` tells people what happened, `typing` that someone is still writing in the list. */
    take(next, said, { typing = false } = {}) {
      past = [...past.slice(1 - MOST_UNDO), deck];
      deck = next;
      changed({ said, typing });
    },

    /** Go back to the deck before, if there is one; `said` gets it and returns what to tell. */
    undo(said) {
      if (past.length) {
        deck = past.at(-1);
        past = past.slice(0, -1);
        changed({ said: said(deck), typing: false });
      }
    },

    /** Begin anew with a deck from elsewhere: nothing to undo, nobody told. */
    begin(next) {
      deck = next;
      past = [];
    },
  };
}

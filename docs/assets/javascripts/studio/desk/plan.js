// The plan at hand: one deck, the decks that it was before, and who hears of each change.

const MOST_UNDO = 50;

/** Return a plan that begins with a deck. `changed` hears how: `{ said, typing }` as they were given to `take`. */
export function planOf(beginning, changed) {
  let deck = beginning;
  let past = [];
  let typedIn = false;
  return {
    get deck() {
      return deck;
    },

    get canUndo() {
      return past.length > 0;
    },

    /** Take another deck; `said` tells people what happened, `typing` that someone is still writing in the list, and in
     * which field: all that is typed there at one go is one step to undo.
     */
    take(next, said, { typing = false } = {}) {
      if (!typing || typing !== typedIn) {
        past = [...past.slice(1 - MOST_UNDO), deck];
      }
      typedIn = typing;
      deck = next;
      changed({ said, typing });
    },

    /** Go back to the deck before, if there is one; `said` gets it and returns what to tell. */
    undo(said) {
      if (past.length) {
        deck = past.at(-1);
        past = past.slice(0, -1);
        typedIn = false;
        changed({ said: said(deck), typing: false });
      }
    },

    /** Begin anew with a deck from elsewhere: nothing to undo, nobody told. */
    begin(next) {
      deck = next;
      past = [];
      typedIn = false;
    },
  };
}

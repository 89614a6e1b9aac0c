// The record: the ticks as they stand now, kept on this device, with a way back after all of them were deleted.

import { dayOf, isDone, read, recent, withTick, write } from "./ticks.js";

/** Return the record of a storage. It asks `clock` for the date, since a page may stay open over midnight. */
export function recordOf(storage, clock = () => new Date()) {
  const today = () => dayOf(clock());
  let ticks = recent(read(storage), today());
  let kept = true;
  let deleted = null;
  const keep = (next) => {
    ticks = recent(next, today());
    kept = write(storage, ticks);
  };
  return Object.freeze({
    today,
    ticks: () => ticks,
    isKept: () => kept,
    canUndo: () => deleted !== null,
    isDone: (id) => isDone(ticks, today(), id),
    tick(id, done) {
      deleted = null;
      keep(withTick(ticks, today(), id, done));
    },
    remove() {
      deleted = ticks;
      keep({});
    },
    undo() {
      keep(deleted);
      deleted = null;
    },
  });
}

// The record: the ticks as they stand now, kept on this device, with a way back after all of them were deleted.

import { dayOf, read, recent, timesDone, withTicks, write } from "./ticks.js";

/** Return the record of a storage. It asks `clock` for the date, since a page may stay open over midnight. */
export function recordOf(storage, clock = () => new Date()) {
  const today = () => dayOf(clock());
  let ticks = {};
  let kept = true;
  let deleted = null;
  const keep = (next) => {
    ticks = recent(next, today());
    kept = write(storage, ticks);
  };
  // Another tab may have ticked since, and what is older than the weeks that we keep goes.
  const refresh = () => {
    if (kept) {
      const found = read(storage);
      ticks = recent(found, today());
      if (Object.keys(found).length > Object.keys(ticks).length) {
        keep(ticks);
      }
    }
  };
  refresh();
  return Object.freeze({
    today,
    refresh,
    ticks: () => ticks,
    isKept: () => kept,
    canUndo: () => deleted !== null,
    times: (id) => timesDone(ticks, today(), id),
    tick(id, times) {
      deleted = null;
      refresh();
      keep(withTicks(ticks, today(), id, times));
    },
    remove() {
      refresh();
      deleted = ticks;
      keep({});
    },
    undo() {
      keep(deleted);
      deleted = null;
    },
  });
}

// The timer: what an amount comes to in time, part by part, and where one is in it. It has no clock of its own: whoever
// asks says what time it is, in milliseconds, so that a page that slept is right again as soon as it is looked at.

// How long one gets to get ready and to change sides, and the least that a rest between sets lasts where a dose does not say.
const READY_MS = 5000;

// How long a rest between sets lasts at most where a dose does not say; one may begin again before.
const REST_MS = 60_000;

const AGAIN_MS = 1500;
const LONGEST_PACE_S = 30;

/** Return the parts of an exercise in order. Each has a kind, the least and the most it lasts, and says where it belongs.
 *
 * `extra` marks what a range leaves open: repeats after the low number, or sets after it. A pace comes from the counts.
 * There are none where nobody should be hurried: on the way down to the floor, and where one takes as long as a slope.
 */
export function parts(amount, exercise, { counts, wayDown }) {
  const { sets, reps, minutes, hold_s, rest_s } = amount;
  const pace_s = counts[exercise.counted_in].seconds;
  const pace_ms = pace_s * 1000;
  if (!minutes && (exercise === wayDown || pace_s > LONGEST_PACE_S)) {
    return Object.freeze([]);
  }
  const sides = exercise.each_side && !amount.side ? 2 : 1;
  const turns = exercise.in_turn && sides > 1 && !minutes;
  const resting = rest_s && rest_s.high > 0;
  const all = [];
  for (let set = 1; set <= sets.high; set += 1) {
    for (const [side, number] of inOrder(sides, minutes ? 1 : reps.high, turns)) {
      const about = { set, sets: sets.high, side: sides > 1 ? side : 0, turns, number: 0, repeats: reps ? reps.high : 0, extra: set > sets.low ? "set" : "" };
      const add = (kind, least_ms, most_ms, more = {}) => {
        if (most_ms > 0) {
          all.push(Object.freeze({ kind, least_ms, most_ms, ...about, ...more }));
        }
      };
      const span = (kind, { low, high }, more) => add(kind, low * 1000, high * 1000, more);
      const one = { number, extra: about.extra || (!minutes && number > reps.low ? "repeat" : "") };
      if (turns && side > 1) {
        // the other side follows at once
      } else if (number > 1) {
        hold_s && resting && span("rest", rest_s, one);
      } else if (side > 1) {
        hold_s && resting ? span("change", rest_s) : add("change", READY_MS, READY_MS);
      } else if (set > 1 && resting) {
        span("rest", rest_s);
      } else if (set > 1) {
        add("rest", about.extra ? REST_MS : READY_MS, REST_MS);
      } else {
        add("ready", READY_MS, READY_MS);
      }
      if (minutes) {
        add("walk", minutes.low * 60_000, minutes.high * 60_000);
      } else if (hold_s) {
        add("move", pace_ms / 2, pace_ms / 2, one);
        span("hold", hold_s, one);
        add("back", pace_ms / 2, pace_ms / 2, one);
      } else {
        add("move", pace_ms, pace_ms, one);
      }
    }
  }
  return Object.freeze(all);
}

function inOrder(sides, repeats, turns) {
  const numbers = Array.from({ length: repeats }, (_, index) => index + 1);
  const both = Array.from({ length: sides }, (_, index) => index + 1);
  return turns
    ? numbers.flatMap((number) => both.map((side) => [side, number]))
    : both.flatMap((side) => numbers.map((number) => [side, number]));
}

/** Return how long all parts take at most, in milliseconds. */
export function longest(all) {
  return all.reduce((sum, part) => sum + part.most_ms, 0);
}

/** Return a timer that begins now. */
export function begin(all, now) {
  let start = 0;
  const starts = all.map((part) => {
    start += part.most_ms;
    return start - part.most_ms;
  });
  return Object.freeze({ all, starts: Object.freeze([...starts, start]), from: now, paused: null });
}

/** Return where a timer is: the part and what is left of it, whether one may stop there, and whether all of it is over. */
export function look(timer, now) {
  const at = spent(timer, now);
  const over = at >= timer.starts.at(-1);
  const index = over ? timer.all.length : Math.max(0, timer.starts.findLastIndex((start) => start <= at));
  const share = over ? 1 : at / timer.starts.at(-1);
  if (over) {
    return { index, over, part: null, left_ms: 0, may: "", share, paused: false };
  }
  const part = timer.all[index];
  const here = at - timer.starts[index];
  const longer = here >= part.least_ms;
  return {
    index,
    over,
    part,
    left_ms: (longer ? part.most_ms : part.least_ms) - here,
    may: longer ? part.kind : part.extra,
    share,
    paused: timer.paused !== null,
  };
}

/** Return the timer, stopped now until it goes on. */
export function pause(timer, now) {
  return timer.paused === null ? Object.freeze({ ...timer, paused: now }) : timer;
}

/** Return the timer as it goes on from where it was paused. */
export function goOn(timer, now) {
  return timer.paused === null ? timer : Object.freeze({ ...timer, from: timer.from + now - timer.paused, paused: null });
}

/** Return the timer at the beginning of the next part. */
export function skip(timer, now) {
  return at(timer, look(timer, now).index + 1, now);
}

/** Return the timer at the beginning of this part again, or of the one before if this one has only just begun. */
export function redo(timer, now) {
  const { index } = look(timer, now);
  const since = spent(timer, now) - timer.starts[index];
  return at(timer, since < AGAIN_MS ? index - 1 : index, now);
}

/** Return the timer after all that a range leaves open here: the rest of the part, of the repeats, or of the sets. */
export function enough(timer, now) {
  const { index, part, may } = look(timer, now);
  if (may !== "repeat" && may !== "set") {
    return skip(timer, now);
  }
  const next = timer.all.findIndex((each, place) => place > index && !sameExtra(each, part));
  return at(timer, next < 0 ? timer.all.length : next, now);
}

function sameExtra(one, other) {
  return other.extra === "set" ? one.extra === "set" : one.extra === "repeat" && one.set === other.set && (one.turns || one.side === other.side);
}

function spent({ from, paused }, now) {
  return Math.max(0, (paused ?? now) - from);
}

function at(timer, index, now) {
  const there = timer.starts[Math.max(0, Math.min(index, timer.all.length))];
  return Object.freeze({ ...timer, from: (timer.paused ?? now) - there });
}

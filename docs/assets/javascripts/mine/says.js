// What the timer shows and says, in words, wherever it is.

import { counted, fill, stopped } from "../phrase.js";

const CLOCK_FROM_S = 60;
const LONG_MS = 8000;
const SLOW_MS = 2000;
const EVERY = 5;

/** Return what stands beside the large number: what to do, where one is, and whether one may stop there. */
export function shown({ part, over, paused, may }, { mine: { timer } }) {
  if (over) {
    return { what: timer.over, where: "", may: "" };
  }
  return { what: paused ? timer.paused : timer[part.kind], where: where(part, timer), may: mayStop(part, may, timer) };
}

/** Return the large number and its unit: of the repeat while one moves, else the seconds or minutes that are left. */
export function number({ part, over, left_ms }, { mine: { timer } }) {
  if (over) {
    return { number: "", unit: "" };
  }
  const moves = part.kind === "move" || part.kind === "back";
  if (moves && part.repeats > 1 && part.most_ms < CLOCK_FROM_S * 1000) {
    return { number: String(part.number), unit: fill(timer.of, part) };
  }
  const seconds = Math.max(0, Math.ceil(left_ms / 1000));
  return seconds < CLOCK_FROM_S
    ? { number: String(seconds), unit: counted(timer.seconds, seconds) }
    : { number: clock(seconds), unit: counted(timer.minutes, seconds / CLOCK_FROM_S) };
}

/** Return what is read aloud when a timer comes from one look to the next: each part and repeat, but no second. */
export function aloud(before, now, words) {
  const { timer } = words.mine;
  if (now.over) {
    return before.over ? "" : stopped(timer.over);
  }
  const { part } = now;
  const quick = part.kind === "move" && part.most_ms < SLOW_MS && part.number % EVERY;
  return sentences(before.index === now.index || quick ? "" : spoken(part, words), opened(before, now, timer));
}

/** Return what a screen reader hears at the same moment: only what changes what one does, never each repeat. */
export function told(before, now, words) {
  const { timer } = words.mine;
  if (now.over) {
    return before.over ? "" : stopped(timer.over);
  }
  const { part, may } = now;
  const long = part.most_ms >= LONG_MS && part.kind !== "move";
  const first = part.kind === "move" && part.number === 1;
  const news = before.index !== now.index && (long || first || part.kind === "change" || part.kind === "ready");
  return sentences(
    news ? (first ? timer.move : spoken(part, words)) : "",
    news && first ? where(part, timer) : "",
    long || may === part.extra ? opened(before, now, timer) : "",
  );
}

function spoken(part, words) {
  const { timer } = words.mine;
  if (part.kind === "move") {
    return part.repeats > 1 ? String(part.number) : timer.move;
  }
  if (part.kind === "back" || part.kind === "ready") {
    return timer[part.kind];
  }
  const seconds = Math.round(part.least_ms / 1000);
  const time = seconds < CLOCK_FROM_S ? counted(words.dose.second, seconds) : counted(words.dose.minute, Math.round(seconds / CLOCK_FROM_S));
  return `${timer[part.kind]}, ${time}`;
}

function where({ set, sets, side, number: repeat, repeats }, timer) {
  const parts = [
    repeats > 1 && repeat ? fill(timer.repeat, { number: repeat, repeats }) : "",
    sets > 1 ? fill(timer.set, { number: set, sets }) : "",
    side ? [timer.one_side, timer.other_side][side - 1] : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

function opened(before, { part, may }, timer) {
  return may && !before.may ? mayStop(part, may, timer) : "";
}

function mayStop({ repeats, sets }, may, timer) {
  return {
    "": "",
    repeat: fill(timer.may_stop, { number: repeats }),
    set: fill(timer.may_stop, { number: sets }),
    walk: timer.may_stop_time,
    hold: timer.may_let_go,
    rest: timer.may_begin,
    change: timer.may_begin,
  }[may];
}

function sentences(...parts) {
  return parts.filter(Boolean).map(stopped).join(" ");
}

function clock(seconds) {
  return `${Math.floor(seconds / CLOCK_FROM_S)}:${String(seconds % CLOCK_FROM_S).padStart(2, "0")}`;
}

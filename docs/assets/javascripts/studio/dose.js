// Doses: what may be chosen, how it is said in words, and how long it takes. The rules are those of the build
// (hooks/kit/exercises/dose.py), the words and times come with the data; a test compares the two.

import { counted, fill, range } from "../phrase.js";

/** The least and the most of each number that may be changed. */
export const LIMITS = Object.freeze({
  sets: [1, 5],
  reps: [1, 60],
  minutes: [1, 60],
  hold_s: [1, 120],
  days_a_week: [1, 7],
});

const STAGES = ["start", "build", "flare"];
const DAYS = 7;

/** Return the doses to choose from for an exercise; none for one without a dose. `own` carries numbers, the others not. */
export function plans({ dose }) {
  return dose ? [...STAGES.filter((stage) => dose[stage]), "own", "blank"] : [];
}

/** Return whether a number is whole and within its limits. */
export function within(name, value) {
  const [least, most] = LIMITS[name];
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Return the numbers to begin with when someone wants a dose of their own: those of the start dose. */
export function ownFrom(exercise) {
  const { sets, reps, minutes, hold_s, days_a_week } = exercise.dose.start;
  const most = (span) => (span ? span.high : null);
  return Object.freeze({
    plan: "own",
    sets: most(sets),
    reps: most(reps),
    minutes: most(minutes),
    hold_s: most(hold_s),
    days_a_week: most(days_a_week),
  });
}

/** Return the amount that a chosen dose stands for, in the shape of the data, or null where there is none to say. */
export function amount(dose, exercise) {
  if (dose.plan === "blank" || !exercise.dose) {
    return null;
  }
  if (dose.plan !== "own") {
    return exercise.dose[dose.plan] ?? null;
  }
  const span = (value) => (value === null ? null : { low: value, high: value });
  const { start } = exercise.dose;
  const days = span(dose.days_a_week);
  return {
    sets: span(dose.sets),
    reps: span(dose.reps),
    minutes: span(dose.minutes),
    hold_s: span(dose.hold_s),
    rest_s: start.rest_s,
    days_a_week: days ?? start.days_a_week,
    when: days ? null : start.when,
    note: null,
  };
}

/** Return how much in words: `2 sets of 8 to 10 each side, hold 5 seconds`. */
export function howMuch(amount, exercise, catalogue) {
  const words = catalogue.words.dose;
  const { sets, hold_s } = amount;
  const one = oneSet(amount, exercise, catalogue);
  const all = sets.high > 1 ? fill(words.sets, { sets: range(words.range, sets), much: one }) : one;
  const much = exercise.each_side ? fill(words.each_side, { much: all }) : all;
  return hold_s ? fill(words.hold, { much, time: counted(words.second, range(words.range, hold_s)) }) : much;
}

/** Return how often in words: `2 to 3 days a week`, or what the data says about when. */
export function howOften({ days_a_week, when }, catalogue) {
  const words = catalogue.words.dose;
  if (when || !days_a_week) {
    return when ?? "";
  }
  if (days_a_week.high === DAYS) {
    return days_a_week.low === DAYS ? words.every_day : fill(words.at_least, { number: days_a_week.low });
  }
  return counted(words.day, range(words.range, days_a_week));
}

/** Return about how many seconds one session takes at most, rests included. */
export function seconds({ sets, reps, minutes, hold_s, rest_s }, { each_side, counted_in }, { counts }) {
  const rounds = sets.high * (each_side ? 2 : 1);
  const rest = rest_s ? rest_s.high : 0;
  if (minutes) {
    return rounds * minutes.high * 60 + (sets.high - 1) * rest;
  }
  const repeats = rounds * reps.high;
  const hold = hold_s ? hold_s.high : 0;
  return repeats * (counts[counted_in].seconds + hold) + (hold ? repeats - 1 : sets.high - 1) * rest;
}

// A number stands alone where "sets of" or "each side" stands beside it.
function oneSet({ sets, reps, minutes }, { each_side, counted_in }, { counts, words: { dose: words } }) {
  if (minutes) {
    return counted(words.minute, range(words.range, minutes));
  }
  const number = range(words.range, reps);
  const { name } = counts[counted_in];
  if (name) {
    return counted(name, number);
  }
  if (sets.high > 1 || (each_side && number !== "1")) {
    return number;
  }
  return number === "1" ? words.once : fill(words.times, { number });
}

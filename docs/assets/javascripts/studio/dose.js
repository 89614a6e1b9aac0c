// Doses: what may be chosen, how it is said in words, and how long it takes. The rules are those of the build
// (hooks/kit/exercises/dose.py), the words and times come with the data; a test compares the two.

import { counted, fill, listed, range } from "../phrase.js";

/** The doses that an exercise comes with. */
export const STAGES = ["start", "build", "flare"];
/** The days of a week as links and doses name them. */
export const WEEK = Object.freeze(["mo", "tu", "we", "th", "fr", "sa", "su"]);
const SPANS = ["sets", "reps", "minutes", "hold_s", "rest_s", "days_a_week", "times_a_day"];

/** Return the doses to choose from for an exercise; none for one without a dose. `own` carries numbers, the others not. */
export function plans({ dose }) {
  return dose ? [...STAGES.filter((stage) => dose[stage]), "own", "blank"] : [];
}

/** Return the amount that a chosen dose stands for, in the shape of the data, or null where there is none to say.
 *
 * What nobody changed in a dose of one's own stays as the dose has it from which it was made.
 */
export function amount(dose, exercise) {
  const stage = dose.plan === "blank" ? null : exercise.dose?.[dose.plan === "own" ? dose.from : dose.plan];
  if (!stage || dose.plan !== "own") {
    return stage ?? null;
  }
  const spans = Object.fromEntries(SPANS.map((name) => [name, dose[name] ?? stage[name] ?? null]));
  const often = dose.on || dose.days_a_week;
  return {
    ...spans,
    hold_s: spans.hold_s?.high === 0 ? null : spans.hold_s, // one that was taken away
    days_a_week: dose.on ? null : spans.days_a_week,
    side: dose.side ?? stage.side ?? null,
    load: dose.load ?? stage.load ?? null,
    on: dose.on ?? (dose.days_a_week ? null : (stage.on ?? null)),
    when: often ? null : stage.when,
    note: stage.note,
  };
}

/** Return the small amount of an exercise for a sore day, as far as one has it; null where there is none.
 *
 * It never asks for more than the chosen dose does, nor for a side or a day that the dose leaves out. Who was told by
 * pen how much to do is not told another amount.
 */
export function smallAmount(dose, exercise) {
  const usual = amount(dose, exercise);
  if (!usual || !exercise.dose.flare) {
    return null;
  }
  const { side, on, days_a_week, times_a_day } = dose;
  const hold_s = dose.hold_s?.high === 0 ? dose.hold_s : null; // one that was taken away
  const from = dose.from === "flare" ? dose : { plan: "own", from: "flare", hold_s, side, on, days_a_week, times_a_day };
  const small = amount(from, exercise);
  const most = (name) => small[name] && usual[name] ? { [name]: least(small[name], usual[name]) } : {};
  return Object.assign({}, small, ...["sets", "reps", "minutes", "hold_s", "times_a_day"].map(most));
}

function least(one, other) {
  return { low: Math.min(one.low, other.low), high: Math.min(one.high, other.high) };
}

/** Return how much in words: `2 sets of 8 to 10 each side, hold 5 seconds`. */
export function howMuch(amount, exercise, catalogue) {
  const words = catalogue.words.dose;
  const { sets, hold_s, load } = amount;
  const beside = amount.side ?? (exercise.each_side ? "each_side" : null);
  const one = oneSet(amount, beside, exercise, catalogue);
  const all = sets.high > 1 ? fill(words.sets, { sets: range(words.range, sets), much: one }) : one;
  const sided = beside ? fill(words[beside], { much: all }) : all;
  const much = hold_s ? fill(words.hold, { much: sided, time: counted(words.second, range(words.range, hold_s)) }) : sided;
  return load ? fill(words.with_load, { much, load: words.loads[load] ?? load }) : much;
}

/** Return how often in words: `2 to 3 days a week, 2 times a day`, or what the data says about when. */
export function howOften({ days_a_week, times_a_day, on, when }, catalogue) {
  const words = catalogue.words.dose;
  const days = when ?? onDays(on, words) ?? daysOf(days_a_week, words);
  const times = times_a_day ? counted(words.times_a_day, range(words.range, times_a_day)) : "";
  return days && times ? fill(words.days_and_times, { days, times }) : days || times;
}

/** Return about how many seconds one session takes at most, rests included. */
export function seconds({ sets, reps, minutes, hold_s, rest_s, side }, { each_side, counted_in }, { counts }) {
  const rounds = sets.high * (each_side && !side ? 2 : 1);
  const rest = rest_s ? rest_s.high : 0;
  if (minutes) {
    return rounds * minutes.high * 60 + (sets.high - 1) * rest;
  }
  const repeats = rounds * reps.high;
  const hold = hold_s ? hold_s.high : 0;
  return repeats * (counts[counted_in].seconds + hold) + (hold ? repeats - 1 : sets.high - 1) * rest;
}

// A number stands alone where "sets of" or "each side" stands beside it.
function oneSet({ sets, reps, minutes }, beside, { counted_in }, { counts, words: { dose: words } }) {
  if (minutes) {
    return counted(words.minute, range(words.range, minutes));
  }
  const number = range(words.range, reps);
  const { name } = counts[counted_in];
  if (name) {
    return counted(name, number);
  }
  if (sets.high > 1 || (beside && number !== "1")) {
    return number;
  }
  return number === "1" ? words.once : fill(words.times, { number });
}

function onDays(on, words) {
  if (!on?.length) {
    return null;
  }
  return on.length === WEEK.length ? words.every_day : fill(words.on_days, { days: listed(words, on.map((day) => words.weekdays[WEEK.indexOf(day)])) });
}

function daysOf(days_a_week, words) {
  if (!days_a_week) {
    return "";
  }
  if (days_a_week.high === WEEK.length) {
    return days_a_week.low === WEEK.length ? words.every_day : fill(words.at_least, { number: days_a_week.low });
  }
  return counted(words.day, range(words.range, days_a_week));
}

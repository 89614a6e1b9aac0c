// Doses: what may be chosen, how it is said in words, and how long it takes. The words and times of the data's own
// doses are the same as those that the build writes (hooks/kit/dose.py); a test compares them.

/** The least and the most of each number that may be changed. */
export const LIMITS = Object.freeze({
  sets: [1, 5],
  reps: [1, 60],
  minutes: [1, 60],
  hold_s: [1, 120],
  days_a_week: [1, 7],
});

/** The doses to choose from. `own` carries numbers; the others do not. */
export const PLANS = Object.freeze(["start", "build", "flare", "own", "blank"]);

const MOVE_S = 4;
const STEP_S = 1;
const SLOPE_S = 120;

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

/** Return the amount that a chosen dose stands for, in the shape of the data, or null when it is left blank. */
export function amount(dose, exercise) {
  if (dose.plan === "blank") {
    return null;
  }
  if (dose.plan !== "own") {
    return exercise.dose[dose.plan];
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
export function howMuch({ sets, reps, minutes, hold_s }, { each_side, counted_in }) {
  const side = each_side ? " each side" : "";
  const inSets = sets.high > 1 ? `${said(sets)} sets of ` : "";
  const hold = hold_s ? `, hold ${said(hold_s)} ${plural("second", hold_s)}` : "";
  if (minutes) {
    return `${inSets}${said(minutes)} ${plural("minute", minutes)}${side}${hold}`;
  }
  if (counted_in !== "repeats") {
    return `${inSets}${said(reps)} ${plural(counted_in.slice(0, -1), reps)}${side}${hold}`;
  }
  const once = reps.low === 1 && reps.high === 1 && !inSets;
  const count = once ? "once" : inSets || side ? said(reps) : `${said(reps)} times`;
  return `${inSets}${count}${side}${hold}`;
}

/** Return how often in words: `2 to 3 days a week`, or what the data says about when. */
export function howOften({ days_a_week, when }) {
  if (when) {
    return when;
  }
  if (days_a_week.high === 7) {
    return days_a_week.low === 7 ? "every day" : `${days_a_week.low} or more days a week`;
  }
  return `${said(days_a_week)} ${plural("day", days_a_week)} a week`;
}

/** Return about how many seconds one session takes at most, rests included. */
export function seconds({ sets, reps, minutes, hold_s, rest_s }, { each_side, counted_in }) {
  const sides = each_side ? 2 : 1;
  const rest = rest_s ? rest_s.high : 0;
  if (minutes) {
    return sets.high * sides * minutes.high * 60 + (sets.high - 1) * rest;
  }
  if (counted_in === "slopes") {
    return sets.high * reps.high * SLOPE_S;
  }
  const repeats = sets.high * sides * reps.high;
  const move = counted_in === "steps" ? STEP_S : MOVE_S;
  const hold = hold_s ? hold_s.high : 0;
  return repeats * (move + hold) + (hold ? repeats - 1 : sets.high - 1) * rest;
}

/** Return the text with a capital letter in front. */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function said({ low, high }) {
  return low === high ? String(low) : `${low} to ${high}`;
}

function plural(noun, { low, high }) {
  return low === 1 && high === 1 ? noun : `${noun}s`;
}

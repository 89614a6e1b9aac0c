// A dose of one's own: what may be changed in the dose of an exercise, within which limits, and what was changed.

import { STAGES, WEEK, amount, plans, seconds } from "./dose.js";

const MUCH = ["sets", "reps", "minutes", "hold_s"];
const OFTEN = ["days_a_week", "times_a_day"];
const SIDES = ["left", "right"];

/** Return the dose of one's own that begins with a dose that was chosen before, and changes nothing in it. */
export function ownFrom({ plan, from }, { dose }) {
  const before = from ?? plan;
  return Object.freeze({ plan: "own", from: dose[before] ? before : "start" });
}

/** Return the numbers that may be changed in a dose of one's own: `{name, least, most, usual}` each, in order.
 *
 * Minutes are there only for what is in minutes, a hold only where the exercise has one (0 takes it away).
 */
export function numbersOf({ from }, exercise, { limits }) {
  const stage = exercise.dose[from];
  const most = limits[kindOf(stage)];
  const numbers = MUCH.filter((name) => name in most).map((name) => ({
    name,
    least: name === "hold_s" ? 0 : 1,
    most: most[name],
    usual: stage[name],
  }));
  return [...numbers, ...OFTEN.map((name) => ({ name, least: 1, most: limits[name], usual: stage[name] ?? null }))];
}

/** Return whether a load may be named: for what is counted in repeats. */
export function hasLoad({ from }, { dose }) {
  return Boolean(dose[from].reps);
}

/** Return the span that was typed: `8`, `8-10` or `8 to 10` in the words of the guide; null for an empty field, and
 * undefined for what is no whole number and no range of them.
 */
export function readSpan(text, phrase) {
  const plain = text.normalize("NFKC").trim(); // digits of full width count too
  if (plain === "") {
    return null;
  }
  const between = phrase.replace("{low}", "").replace("{high}", "").trim().toLowerCase();
  const parts = plain.toLowerCase().split(between && plain.toLowerCase().includes(between) ? between : /\p{Pd}|−/u);
  const numbers = parts.map((part) => (/^\d{1,4}$/.test(part.trim()) ? Number(part) : NaN));
  const [low, high = low] = numbers;
  return numbers.length < 3 && low <= high ? { low, high } : undefined;
}

/** Return what in an amount is beyond the limits: names of its numbers, or `session` when it is too much in all. */
export function beyond(amount, exercise, catalogue) {
  const { limits } = catalogue;
  const most = limits[kindOf(amount)];
  const over = (name, limit) => amount[name] && !(limit && amount[name].low >= 1 && amount[name].high <= limit);
  const much = MUCH.filter((name) => over(name, most[name]));
  const often = OFTEN.filter((name) => over(name, limits[name]));
  const long = !much.length && seconds(amount, exercise, catalogue) > limits.session_minutes * 60;
  return [...much, ...(long ? ["session"] : []), ...often];
}

/** Return a dose of one's own with one thing changed; null or nothing makes it again what it was. */
export function changed(dose, name, value, exercise, catalogue) {
  const others = name === "on" ? { days_a_week: null } : name === "days_a_week" ? { on: null } : {};
  return fitting({ ...dose, ...others, [name]: value }, exercise, catalogue).dose;
}

/** Return a dose as far as it fits its exercise, and the names of what had to be dropped.
 *
 * How much one does is one thing: does a part of it not fit, then none of its parts is taken. What says the same as the
 * dose it was made from is no change.
 */
export function fitting(dose, exercise, catalogue) {
  if (dose.plan !== "own") {
    const known = plans(exercise).includes(dose.plan);
    return { dose: known ? Object.freeze({ plan: dose.plan }) : usual(), dropped: known || dose.plan === "start" ? [] : ["all"] };
  }
  const stage = STAGES.includes(dose.from) ? exercise.dose?.[dose.from] : null;
  if (!stage) {
    return { dose: usual(), dropped: ["all"] };
  }
  const dropped = [];
  const found = { plan: "own", from: dose.from };
  const numbers = numbersOf(dose, exercise, catalogue);
  const fits = (name) => {
    const field = numbers.find((each) => each.name === name);
    return field && spans(dose[name], field);
  };
  const given = (names) => names.filter((name) => dose[name]);
  const take = (name) => {
    if (!same(dose[name], stage[name] ?? plain(name))) {
      found[name] = Object.freeze({ low: dose[name].low, high: dose[name].high });
    }
  };
  const much = given(MUCH);
  if (!much.every(fits)) {
    dropped.push(...much.filter((name) => name !== "hold_s" || dose[name].high > 0)); // no hold is none to name
  } else {
    much.forEach(take);
  }
  for (const name of given(OFTEN)) {
    if (!fits(name)) {
      dropped.push(name);
    } else if (!(name === "days_a_week" && dose.on)) {
      take(name);
    }
  }
  const other = (name, allowed) => {
    if (dose[name] && !allowed) {
      dropped.push(name);
    } else if (dose[name] && dose[name] !== stage[name]) {
      found[name] = dose[name];
    }
  };
  other("side", exercise.each_side && SIDES.includes(dose.side));
  other("load", hasLoad(dose, exercise) && Object.hasOwn(catalogue.words.dose?.loads ?? {}, dose.load));
  if (dose.on) {
    const on = WEEK.filter((day) => dose.on.includes(day));
    if (on.length) {
      found.on = Object.freeze(on);
    } else {
      dropped.push("on_days");
    }
  }
  if (seconds(amount(found, exercise), exercise, catalogue) > catalogue.limits.session_minutes * 60) {
    for (const name of MUCH.filter((each) => found[each])) {
      delete found[name];
      dropped.push(name);
    }
  }
  return { dose: Object.freeze(found), dropped };
}

function usual() {
  return Object.freeze({ plan: "start" });
}

function kindOf({ minutes, hold_s }) {
  return minutes ? "minutes" : hold_s ? "holds" : "repeats";
}

function spans({ low, high }, { least, most }) {
  const whole = Number.isInteger(low) && Number.isInteger(high);
  return whole && least <= low && low <= high && high <= most && (low > 0 || high === 0);
}

// Once a day is what is meant where nobody says how often.
function plain(name) {
  return name === "times_a_day" ? { low: 1, high: 1 } : null;
}

function same(one, other) {
  return Boolean(other) && one.low === other.low && one.high === other.high;
}

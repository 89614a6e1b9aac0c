// The plan: what one does today, taken from a deck: each exercise with its amount, in words, as prescribed or for a sore day.

import { capital, stopped } from "../phrase.js";
import { amount, howMuch, howOften, seconds, smallAmount } from "../studio/dose.js";
import { DAYS } from "../studio/deck.js";

/** Return the entries of a deck in order: `today` says whether the days chosen for one are this day (0 is Monday). */
export function planOf(deck, catalogue, { sore, weekday }) {
  return deck.cards.map((card) => {
    const exercise = catalogue.byId.get(card.id);
    const usual = amount(card.dose, exercise);
    const small = sore ? smallAmount(card.dose, exercise) : null;
    const on = usual?.on?.length ? usual.on : DAYS;
    return Object.freeze({ exercise, amount: small ?? usual, small: small !== null, today: on.includes(DAYS[weekday]) });
  });
}

/** Return how many times a day an entry is done: the least, after which it is done for the day, and the most. */
export function timesOf({ amount }) {
  return amount?.times_a_day ?? { low: 1, high: 1 };
}

/** Return what was dropped from a link as far as it concerns who does the exercises: not the paper or the layout. */
export function concerning(dropped, { words }) {
  const { no_paper, no_layout, no_sides, no_order } = words.studio.link;
  return dropped.filter((text) => ![no_paper, no_layout, no_sides, no_order].includes(text));
}

/** Return an amount in sentences: `5 lifts, hold 2 to 3 seconds. 2 to 3 days a week.` */
export function said({ amount, exercise }, catalogue) {
  if (!amount) {
    return { much: stopped(catalogue.words.mine.as_told), often: "", note: "" };
  }
  const sentence = (text) => (text ? stopped(capital(text)) : "");
  return {
    much: sentence(howMuch(amount, exercise, catalogue)),
    often: sentence(howOften(amount, catalogue)),
    note: sentence(amount.note ?? ""),
  };
}

/** Return who should ask first as one list, the short one and what is beside it. */
export function askFirst({ ask, ask_more }) {
  return [ask.replace(/\.$/, ask_more ? "," : "."), ask_more].filter(Boolean).join(" ");
}

/** Return about how many minutes entries take. */
export function minutes(entries, catalogue) {
  const all = entries.map(({ amount, exercise }) => (amount ? seconds(amount, exercise, catalogue) : 0));
  return Math.ceil(all.reduce((sum, some) => sum + some, 0) / 60);
}

/** Return the one exercise of a plan that has no other but the way down to the floor; null where there are more. */
export function only(entries, { wayDown }) {
  const others = entries.filter(({ exercise }) => exercise !== wayDown);
  const found = entries.length === 1 ? entries : others;
  return found.length === 1 ? found[0] : null;
}

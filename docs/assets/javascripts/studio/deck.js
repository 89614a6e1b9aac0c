// The deck: everything that was chosen, as one frozen value. Each function returns a new deck that keeps the rules.

import { WEEK, amount, seconds } from "./dose.js";

/** Paper sizes in millimetres. */
export const PAPERS = Object.freeze({
  a4: Object.freeze({ width_mm: 210, height_mm: 297 }),
  letter: Object.freeze({ width_mm: 215.9, height_mm: 279.4 }),
});

/** Layouts, with the ways in which each may use the two sides of the paper; the first is the usual one. */
export const LAYOUTS = Object.freeze({
  four: ["one", "duplex", "fold"],
  two: ["one", "duplex", "fold"],
  single: ["one", "duplex"],
  rows: ["one"],
  log: ["one"],
});

export const DAYS = WEEK;

/** Above this many exercises the studio says gently that a short list is easier. */
export const MANY = 4;

const USUAL_DOSE = Object.freeze({ plan: "start" });

export const EMPTY = Object.freeze({
  cards: Object.freeze([]),
  order: "auto",
  paper: "a4",
  layout: "four",
  sides: "one",
  days: Object.freeze([]),
  floor: "auto",
});

/** Return a card with the usual dose. */
export function card(id) {
  return Object.freeze({ id, dose: USUAL_DOSE });
}

/** Return the deck with these cards: each once, sorted unless the order is one's own, with the way down.
 *
 * The way down comes along unless it was declined. That holds as long as something is done on the floor, and nobody
 * chose it after all.
 */
export function withCards(deck, cards, catalogue) {
  const kept = new Map();
  for (const each of cards) {
    if (catalogue.byId.has(each.id) && !kept.has(each.id)) {
      kept.set(each.id, each);
    }
  }
  const needed = [...kept.values()].some((each) => onFloor(each, catalogue));
  const floor = needed && !kept.has(catalogue.wayDown?.id) ? deck.floor : "auto";
  const chosen = floor === "auto" ? withWayDown([...kept.values()], catalogue) : [...kept.values()];
  return Object.freeze({ ...deck, floor, cards: Object.freeze(deck.order === "auto" ? sorted(chosen, catalogue) : chosen) });
}

/** Return the deck with one more exercise at its end, or at its place. */
export function add(deck, id, catalogue) {
  return withCards(deck, [...deck.cards, card(id)], catalogue);
}

/** Return the deck without an exercise. When the last one that needs the way down goes, the way goes with it; the way
 * itself taken out while one needs it is declined.
 */
export function remove(deck, id, catalogue) {
  const left = deck.cards.filter((each) => each.id !== id);
  if (isRequired(deck, id, catalogue)) {
    return withCards({ ...deck, floor: "declined" }, left, catalogue);
  }
  const floor = (cards) => cards.some((each) => onFloor(each, catalogue));
  const gone = floor(deck.cards) && !floor(left) ? catalogue.wayDown?.id : null;
  return withCards(deck, left.filter((each) => each.id !== gone), catalogue);
}

/** Return the deck with one card at another place (0 is first), from now on in one's own order. */
export function move(deck, id, place, catalogue) {
  const moved = deck.cards.find((each) => each.id === id);
  const others = deck.cards.filter((each) => each.id !== id);
  others.splice(Math.max(0, Math.min(place, others.length)), 0, moved);
  return withCards({ ...deck, order: "own" }, others, catalogue);
}

/** Return the deck with another dose on one card. */
export function withDose(deck, id, dose) {
  const cards = deck.cards.map((each) => (each.id === id ? Object.freeze({ id, dose: Object.freeze(dose) }) : each));
  return Object.freeze({ ...deck, cards: Object.freeze(cards) });
}

/** Return the deck with another order, paper, layout, use of the sides, or days; what does not go together is mended. */
export function withChoice(deck, choice, catalogue) {
  const next = { ...deck, ...choice };
  const sides = LAYOUTS[next.layout].includes(next.sides) ? next.sides : LAYOUTS[next.layout][0];
  const days = Object.freeze(DAYS.filter((day) => next.days.includes(day)));
  return withCards({ ...next, sides, days }, next.cards, catalogue);
}

/** Return whether a card is there by rule: the way down, while one needs it. */
export function isRequired(deck, id, catalogue) {
  return id === catalogue.wayDown?.id && deck.floor === "auto" && deck.cards.some((each) => onFloor(each, catalogue));
}

/** Return the minutes that all doses take, rounded up, the number of exercises, and of cards whose dose is left blank. */
export function estimate(deck, catalogue) {
  let total = 0;
  let blank = 0;
  for (const each of deck.cards) {
    const exercise = catalogue.byId.get(each.id);
    const much = amount(each.dose, exercise);
    total += much ? seconds(much, exercise, catalogue) : 0;
    blank += each.dose.plan === "blank" && exercise.dose ? 1 : 0;
  }
  const exercises = deck.cards.filter((each) => each.id !== catalogue.wayDown?.id).length;
  return { minutes: Math.ceil(total / 60), blank, exercises };
}

function onFloor(each, catalogue) {
  return each.id !== catalogue.wayDown?.id && catalogue.byId.get(each.id).needs_floor;
}

function sorted(cards, { rank }) {
  return [...cards].sort((one, other) => rank.get(one.id) - rank.get(other.id));
}

function withWayDown(cards, catalogue) {
  const first = cards.findIndex((each) => onFloor(each, catalogue));
  if (first < 0 || !catalogue.wayDown || cards.some((each) => each.id === catalogue.wayDown.id)) {
    return cards;
  }
  return [...cards.slice(0, first), card(catalogue.wayDown.id), ...cards.slice(first)];
}

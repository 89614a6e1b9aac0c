// A small guide for the tests: other words than ours, so that a test sees which word of the data was taken.

import { catalogue } from "../../docs/assets/javascripts/studio/catalogue.js";

const one = { low: 1, high: 1 };
const none = {
  reps: null, minutes: null, hold_s: null, rest_s: null, days_a_week: null, times_a_day: null, on: null, side: null, load: null,
  when: null, note: null,
};

/** Return an amount of the data: one set, and what is given. */
export function amountOf(given) {
  return { ...none, sets: one, ...given };
}

/** Return a span of the data. */
export function span(low, high = low) {
  return { low, high };
}

export const words = {
  dose: {
    range: "{low} to {high}",
    sets: "{sets} rounds of {much}",
    each_side: "{much} per side",
    left: "{much}, left",
    right: "{much}, right",
    hold: "{much}, keep {time}",
    once: "one time",
    times: "{number} times",
    second: { one: "{number} second", many: "{number} seconds" },
    minute: { one: "{number} minute", many: "{number} minutes" },
    day: { one: "{number} day a week", many: "{number} days a week" },
    at_least: "{number} days or more",
    every_day: "daily",
    on_days: "each {days}",
    weekdays: ["M", "T", "W", "Th", "F", "S", "Su"],
    and: " & ",
    times_a_day: { one: "once daily", many: "{number} times daily" },
    days_and_times: "{days}; {times}",
    with_load: "{much}, holding {load}",
    loads: { a1: "a pound", red: "a red band" },
    amounts: { start: { name: "First" }, build: { name: "Later" }, flare: { name: "Little" } },
  },
  cards: { count: { one: "{number} card", many: "{number} cards" }, pages: { one: "{number} page", many: "{number} pages" } },
  studio: {
    items: { blank: "for a pen" },
    says: {
      exercises: { one: "{number} pattern", many: "{number} patterns" },
      added: "{title} is in.",
      taken_out: "{title} is out.",
      came_along: "{title} came too.",
      went_along: "{title} left too.",
      left_out: "It stays out.",
      moved: "{title} is {number} of {cards}.",
      own_order: "Your own order.",
      dose: "{title}: {much}, {often}.",
      blank: "{title}: for a pen.",
      nothing: "Nothing yet",
      about: { one: "some {number} minute", many: "some {number} minutes" },
      uncounted: { one: "{number} not counted", many: "{number} not counted in all" },
      sheets: { one: "{number} sheet", many: "{number} sheets" },
      pages: "{pages}, {sheets}, {paper}",
    },
    link: {
      too_long: "Too long: {number} read.",
      no_plan: "No plan.",
      other_version: "Other version.",
      broken: "Broken part.",
      cut: "Cut.",
      changed: "Changed.",
      empty: "Empty.",
      no_paper: "No such paper.",
      no_layout: "No such layout.",
      no_sides: "No such sides.",
      no_order: "No such order.",
      no_day: "No such day.",
      unknown: "Without {exercises}: {names}.",
      and_more: "{names} and others",
      twice: { one: "{number} twice.", many: "{number} more than once." },
      dose: "{title}: not {parts}.",
      parts: {
        all: "dose", sets: "sets", reps: "reps", minutes: "minutes", hold_s: "hold", days_a_week: "days a week",
        times_a_day: "times", side: "side", load: "load", on_days: "days",
      },
    },
    advice: { print: "Print it.", print_both: "Print both.", cut: "Cut it.", fold_cards: "Fold cards.", fold_sheets: "Fold sheets." },
  },
};

export const counts = {
  repeats: { seconds: 4, name: null },
  steps: { seconds: 1, name: { one: "{number} step", many: "{number} steps" } },
  slopes: { seconds: 120, name: { one: "{number} slope", many: "{number} slopes" } },
};

export const limits = {
  repeats: { sets: 5, reps: 60 },
  holds: { sets: 5, reps: 20, hold_s: 100 },
  minutes: { sets: 3, minutes: 60 },
  days_a_week: 7,
  times_a_day: 6,
  session_minutes: 60,
};

const eight = amountOf({ reps: span(8), days_a_week: span(3) });

/** Return an exercise of the data, with the start dose of 8 times on 3 days unless something else is given. */
export function exerciseOf(id, given = {}) {
  return {
    id,
    formerly: [],
    title: id.toUpperCase(),
    kind: "Kind",
    place: "Place",
    level: 1,
    search: id,
    needs_floor: false,
    each_side: false,
    counted_in: "repeats",
    dose: { start: eight, build: null, flare: null },
    ...given,
  };
}

const held = { reps: span(4, 6), hold_s: span(10, 15), rest_s: span(5), days_a_week: span(2, 7), note: "When warm." };

/** The walk, the chair, the calf (each side, held), the way down, the two on the floor; one has no dose. */
export const guide = catalogue({
  format: 4,
  language: "en",
  papers: { a4: "A4", letter: "US Letter" },
  counts,
  limits,
  words,
  way_down: "down",
  exercises: [
    exerciseOf("walk", { dose: { start: amountOf({ minutes: span(5, 10), when: "always" }), build: null, flare: null } }),
    exerciseOf("chair"),
    exerciseOf("calf", {
      each_side: true,
      formerly: ["shin"],
      dose: { start: amountOf(held), build: amountOf({ ...held, hold_s: span(15, 30) }), flare: null },
    }),
    exerciseOf("down"),
    exerciseOf("plank", { needs_floor: true, dose: { start: eight, build: amountOf({ reps: span(12), days_a_week: span(3) }), flare: null } }),
    exerciseOf("swatch", { needs_floor: true, dose: null }),
  ],
});

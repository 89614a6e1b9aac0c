// The same again: the last plan, kept on this device when someone asks for it, and brought back with one press.
// Only the deck is kept, as in a link: nothing personal is in it.

import { counted, fill } from "../../phrase.js";
import { decode, encode } from "../link.js";

const KEY = "bs-plan";
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Return the plan that a store keeps, `{plan, day}` with a fragment and a date; null without one, or without a store. */
export function keptPlan(store) {
  try {
    const { plan, day } = JSON.parse(store().getItem(KEY));
    return typeof plan === "string" && DAY.test(day) ? { plan, day } : null;
  } catch {
    return null; // nothing is kept there, or nothing may be
  }
}

/** Keep a plan, or with null keep none; return whether the store does as it was told. */
export function keepPlan(store, kept) {
  try {
    if (kept) {
      store().setItem(KEY, JSON.stringify(kept));
    } else {
      store().removeItem(KEY);
    }
    return true;
  } catch {
    return false;
  }
}

/** Start the tick that keeps the plan and the button that brings back the one of last time; return `show`. */
export function startAgain({ root, data, words, plan, say, sayDropped }) {
  const store = () => localStorage;
  const tick = root.querySelector("[data-bs-keep-tick]");
  const keeping = root.querySelector("[data-bs-keep-place]");
  const told = root.querySelector("[data-bs-keep-told]");
  const place = root.querySelector("[data-bs-again-place]");
  const button = root.querySelector("[data-bs-again]");
  const before = keptPlan(store);
  const date = before?.plan ? dated(before.day, data) : "";

  function keep() {
    const done = keepPlan(store, { plan: plan.deck.cards.length ? encode(plan.deck) : "", day: today() });
    if (!done) {
      tick.checked = false;
      told.textContent = words.says.not_kept;
    }
    return done;
  }

  function show({ changed = false } = {}) {
    keeping.hidden = plan.deck.cards.length === 0 && !tick.checked;
    place.hidden = !date || !tick.checked || plan.deck.cards.length > 0;
    if (changed && tick.checked && plan.deck.cards.length) {
      keep();
    }
  }

  tick.checked = before !== null;
  tick.addEventListener("change", () => {
    if (tick.checked) {
      say(keep() ? words.says.kept : words.says.not_kept);
    } else {
      keepPlan(store, null);
      say(words.says.deleted);
    }
    show();
  });
  button.textContent = fill(words.says.again, { date });
  button.addEventListener("click", () => {
    const { deck, dropped } = decode(before.plan, data, plan.deck);
    plan.take(deck ?? plan.deck, fill(words.says.back, { date, cards: counted(words.says.in_list, (deck ?? plan.deck).cards.length) }));
    sayDropped(dropped);
    document.getElementById("studio-list").focus();
  });
  return { show };
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
}

function dated(day, { language, words }) {
  const month = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(new Date(day));
  return fill(words.studio.says.date, { day: Number(day.slice(-2)), month });
}

// The chooser: ready sets to begin with, and every exercise with a button that adds it or takes it out.

import { counted, fill } from "../../phrase.js";
import { add, card, isRequired, remove, withCards } from "../deck.js";
import { element } from "../element.js";
import { found, pickItem, startPicker } from "../picker.js";
import * as tell from "../says.js";

/** Start the chooser; return `show`, which draws the exercises that are searched for as the plan has them. */
export function startChooser({ root, data, words, plan, address }) {
  const sets = root.querySelector("[data-bs-sets]");
  const search = root.querySelector("[data-bs-search]");
  const count = root.querySelector("[data-bs-found]");
  const picks = root.querySelector("[data-bs-picks]");

  function show() {
    const fitting = found(data.exercises, Object.fromEntries(new FormData(search)));
    const chosen = new Set(plan.deck.cards.map((each) => each.id));
    count.textContent = fitting.length ? counted(words.says.exercises, fitting.length) : words.says.none_fits;
    picks.replaceChildren(
      ...fitting.map((each) =>
        pickItem(each, {
          chosen: chosen.has(each.id),
          required: isRequired(plan.deck, each.id, data),
          words: words.items,
          address,
          toggle: () => toggle(plan, each, data),
        }),
      ),
    );
  }

  sets.replaceChildren(
    ...data.sets.map((set) =>
      element(
        "button",
        { type: "button", class: "bs-set", onclick: () => takeSet(plan, set, data) },
        element("b", {}, set.title),
        element("span", {}, set.text),
      ),
    ),
  );
  startPicker(search, data, show);
  return { show };
}

/** Add an exercise to the plan, or take it out. */
export function toggle(plan, exercise, data) {
  const { deck } = plan;
  const had = deck.cards.some((each) => each.id === exercise.id);
  const next = had ? remove(deck, exercise.id, data) : add(deck, exercise.id, data);
  plan.take(next, tell.toggled(exercise, deck, next, data));
}

function takeSet(plan, set, data) {
  const { says } = data.words.studio;
  const next = withCards({ ...plan.deck, order: "own" }, set.exercises.map(card), data);
  plan.take(next, fill(says.set, { title: set.title, cards: counted(says.in_list, next.cards.length) }));
}

// The chooser: every exercise with a button that adds it or takes it out, a search, filters, and ready sets.

import { counted, fill } from "../../phrase.js";
import { add, card, isRequired, remove, withCards } from "../deck.js";
import { element } from "../element.js";
import { finderFor } from "../finder.js";
import { filtersOn, fitting, pickItem, startPicker } from "../picker.js";
import * as tell from "../says.js";
import { focusOn } from "./focus.js";

/** Start the chooser; return `show`, which draws the exercises that are searched for as the plan has them. */
export function startChooser(desk) {
  const { root, data, words, plan, address } = desk;
  const part = (name) => root.querySelector(`[data-bs-${name}]`);
  const [search, filtered, count, picks] = ["search", "filtered", "found", "picks"].map(part);
  const find = finderFor(data.exercises, data.finding);
  const sets = startSets(desk);

  function show() {
    const wanted = Object.fromEntries(new FormData(search));
    const found = fitting(find(wanted.words), wanted);
    const chosen = new Set(plan.deck.cards.map((each) => each.id));
    filtered.textContent = filtersOn(search);
    count.textContent = found.length ? counted(words.says.exercises, found.length) : words.says.none_fits;
    picks.replaceChildren(
      ...found.map((each) =>
        pickItem(each, {
          chosen: chosen.has(each.id),
          required: isRequired(plan.deck, each.id, data),
          words: words.items,
          address,
          toggle: () => toggle(plan, each, data),
        }),
      ),
    );
    sets.show();
  }

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

// A ready set fills an empty plan. It joins what was there before, and then it may also stand alone.
function startSets({ root, data, words, plan }) {
  const offer = root.querySelector("[data-bs-offer]");
  const list = root.querySelector("[data-bs-sets]");
  let joined = { deck: null, set: null };

  const said = (phrase, { title }, { cards }) => fill(phrase, { title, cards: counted(words.says.in_list, cards.length) });
  const alone = (set) => withCards({ ...plan.deck, order: "own" }, set.exercises.map(card), data);

  function takeSet(set) {
    const { deck } = plan;
    if (deck.cards.length === 0) {
      const next = alone(set);
      plan.take(next, said(words.says.set, set, next));
    } else {
      const next = withCards(deck, [...deck.cards, ...set.exercises.map(card)], data);
      joined = { deck: next, set };
      plan.take(next, said(words.says.set_added, set, next));
    }
  }

  function show() {
    const open = joined.deck === plan.deck;
    offer.hidden = !open;
    if (open) {
      list.querySelector(`[data-focus="set:${CSS.escape(joined.set.id)}"]`).after(offer);
    }
    root.querySelector("[data-bs-offered]").textContent = open ? said(words.says.set_added, joined.set, plan.deck) : "";
  }

  root.querySelector("[data-bs-only]").addEventListener("click", () => {
    const { set } = joined;
    const next = alone(set);
    plan.take(next, said(words.says.set, set, next));
    focusOn(root, `set:${set.id}`);
  });
  list.replaceChildren(
    ...data.sets.map((set) =>
      element(
        "button",
        { type: "button", class: "bs-set", "data-focus": `set:${set.id}`, onclick: () => takeSet(set) },
        element("b", {}, set.title),
        element("span", {}, ` ${set.text}`),
      ),
    ),
  );
  return { show };
}

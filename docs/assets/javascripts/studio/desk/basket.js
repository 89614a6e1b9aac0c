// The basket: the chosen exercises one after another, how long they take, and the buttons that undo and clear.

import { counted, fill } from "../../phrase.js";
import { MANY, estimate, isRequired, move, withCards, withDose } from "../deck.js";
import { listItem, startDragging } from "../list.js";
import * as tell from "../says.js";
import { toggle } from "./chooser.js";
import { focusOn, goTo } from "./focus.js";

/** Start the list; return `show`, which draws it, unless someone is typing in it, and says how much is chosen. */
export function startBasket({ root, data, words, plan, notes, address, exercise }) {
  const list = root.querySelector("[data-bs-list]");
  const sum = root.querySelector("[data-bs-sum]");
  const short = root.querySelector("[data-bs-short]");
  const many = root.querySelector("[data-bs-many]");
  const undo = root.querySelector("[data-bs-undo]");
  const clear = root.querySelector("[data-bs-clear]");
  const tools = root.querySelector("[data-bs-list-tools]");
  const beside = matchMedia("(min-width: 60em)");
  let opened = null;
  let before = new Set();
  let cleared = { deck: null, bringBack: null };

  function show({ typing = false, changed = false } = {}) {
    if (!typing) {
      const fresh = changed ? plan.deck.cards.filter(({ id }) => !before.has(id) && id !== data.wayDown?.id) : [];
      opened = fresh.length === 1 ? fresh[0].id : opened;
      list.replaceChildren(...plan.deck.cards.map(item));
      before = new Set(plan.deck.cards.map(({ id }) => id));
      if (fresh.length === 1 && beside.matches) {
        list.scrollTop = list.querySelector("details[open]")?.closest("li").offsetTop ?? 0;
      }
    }
    const estimated = estimate(plan.deck, data);
    sum.textContent = tell.chosenWhole(plan.deck, estimated, data);
    short.textContent = tell.chosen(plan.deck, estimated, data);
    many.hidden = estimated.exercises <= MANY;
    many.textContent = fill(words.says.many, { number: estimated.exercises });
    undo.disabled = !plan.canUndo;
    clear.disabled = plan.deck.cards.length === 0;
    tools.hidden = undo.disabled && clear.disabled;
  }

  function item(card, index) {
    const { deck } = plan;
    return listItem(card, exercise(card.id), {
      index,
      last: deck.cards.length - 1,
      required: isRequired(deck, card.id, data),
      catalogue: data,
      address,
      open: card.id === opened,
      opens: (open) => {
        opened = open ? card.id : opened === card.id ? null : opened;
      },
      noteField: notes.cardNoteField(exercise(card.id)),
      moveTo: (place) => moved(card.id, place),
      remove: () => {
        const next = deck.cards[index + 1] ?? deck.cards[index - 1];
        toggle(plan, exercise(card.id), data);
        focusOn(root, next ? `remove:${next.id}` : "none");
      },
      setDose: (dose, typing) => {
        plan.take(withDose(plan.deck, card.id, dose), tell.doseSaid(dose, exercise(card.id), data), {
          typing: typing && (document.activeElement?.dataset.focus ?? card.id),
        });
      },
    });
  }

  function moved(id, place) {
    const { deck } = plan;
    const next = move(deck, id, place, data);
    plan.take(next, tell.moved(exercise(id), deck, next, data));
  }

  startDragging(list, moved);
  root.querySelector("[data-bs-to-list]").addEventListener("click", () => goTo("studio-list"));
  undo.addEventListener("click", () => {
    if (plan.deck === cleared.deck) {
      cleared.bringBack?.();
    }
    plan.undo((deck) => fill(words.says.undone, { cards: counted(words.says.in_list, deck.cards.length) }));
    if (undo.disabled) {
      document.getElementById("studio-list").focus();
    }
  });
  clear.addEventListener("click", () => {
    // The next plan is most often for somebody else: no name and no note may come along unseen.
    const bringBack = notes.forget();
    const deck = withCards(plan.deck, [], data);
    cleared = { deck, bringBack };
    plan.take(deck, bringBack ? words.says.cleared_all : words.says.cleared);
    undo.focus();
  });
  return { show };
}

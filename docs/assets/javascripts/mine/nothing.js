// Nothing open: what the page is for, and ready sets to begin with.

import { element } from "../studio/element.js";
import { EMPTY, card, withCards } from "../studio/deck.js";
import { encode } from "../studio/link.js";

/** Return what stands there without a plan. */
export function nothingView({ catalogue, studio }) {
  const { mine } = catalogue.words;
  const [before, after] = mine.own_choice.split("{link}");
  return [
    element("h2", { id: "mine-head", tabindex: -1 }, mine.no_plan),
    element("p", {}, mine.no_plan_told),
    catalogue.sets.length ? element("h3", { id: "mine-sets" }, mine.ready_sets) : null,
    element("ul", { class: "bs-mine__sets", "aria-labelledby": "mine-sets" }, catalogue.sets.map((set) => setView(set, catalogue))),
    studio ? element("p", {}, before, element("a", { href: studio }, mine.studio), after) : null,
  ];
}

function setView({ title, text, exercises }, catalogue) {
  const deck = withCards(EMPTY, exercises.map(card), catalogue);
  return element("li", {}, element("a", { class: "bs-mine__set", href: `#${encode(deck)}` }, element("strong", {}, title), ` ${text}`));
}

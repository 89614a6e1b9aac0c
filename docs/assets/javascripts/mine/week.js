// The week at a glance: Monday to Sunday, with how much was done on each day, and what may be done with the ticks.

import { counted, fill } from "../phrase.js";
import { element } from "../studio/element.js";
import { dayName } from "./list.js";
import { weekOf } from "./ticks.js";

/** Return the section of the week. `undo` is there after all ticks were deleted. */
export function weekView({ ticks, today, kept, save, remove, undo, catalogue }) {
  const { ticks: words } = catalogue.words.mine;
  const any = Object.keys(ticks).length > 0;
  return element(
    "section",
    { class: "bs-mine__week", "aria-labelledby": "mine-week" },
    element("h2", { id: "mine-week" }, words.week),
    element("ol", { class: "bs-mine__days" }, weekOf(today).map((day) => dayView(day, ticks[day]?.length ?? 0, { today, catalogue }))),
    element("p", {}, kept ? words.private : words.not_kept),
    any || undo
      ? element(
          "p",
          { class: "bs-mine__tools" },
          any ? element("button", { type: "button", class: "bs-button bs-button--quiet", onclick: save }, words.save) : null,
          any ? element("button", { type: "button", class: "bs-button bs-button--quiet", "data-focus": "delete", onclick: remove }, words.delete) : null,
          undo ? element("button", { type: "button", class: "bs-button", "data-focus": "undo", onclick: undo }, words.undo) : null,
        )
      : null,
  );
}

function dayView(day, number, { today, catalogue }) {
  const { ticks: words } = catalogue.words.mine;
  const name = dayName(day, catalogue);
  const done = number ? counted(words.count, number) : words.none;
  return element(
    "li",
    { class: "bs-mine__day", "data-done": number > 0, "aria-current": day === today ? "date" : null },
    element("span", { "aria-hidden": "true" }, dayName(day, catalogue, "short")),
    element("b", { "aria-hidden": "true" }, number ? String(number) : ""),
    element("span", { class: "bs-unseen" }, fill(words.day, { day: day === today ? fill(words.today, { day: name }) : name, done })),
  );
}

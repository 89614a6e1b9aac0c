// The list: what there is to do today, each exercise in a large row with its amount and a box to tick.

import { counted, fill, listed, stopped } from "../phrase.js";
import { element } from "../studio/element.js";
import { pictureOf } from "./moving.js";
import { askFirst, minutes, said, timesOf } from "./plan.js";
import { dateOf, timesDone } from "./ticks.js";

const SUNDAY_FIRST = 7;

/** Return the name of a day of the week, from its day or from a number (0 is Monday), as the browser writes it. */
export function dayName(day, { language }, weekday = "long") {
  const date = typeof day === "number" ? new Date(2024, 0, 1 + (day % SUNDAY_FIRST), 12) : dateOf(day); // a Monday
  return new Intl.DateTimeFormat(language, { weekday }).format(date);
}

/** Return the head of the list: the day, how many, about how long, and the button that begins. */
export function listHead({ entries, ticks, today, days, begin, catalogue }) {
  const { mine } = catalogue.words;
  const now = entries.filter((entry) => entry.today);
  const left = now.filter((entry) => timesDone(ticks, today, entry.exercise.id) < timesOf(entry).low);
  const done = now.length - left.length;
  const all = now.length > 0 && left.length === 0;
  const about = minutes(now, catalogue);
  const planned = days.length ? ` ${fill(mine.days, { days: listed(catalogue.words.dose, days.map((number) => dayName(number, catalogue))) })}` : "";
  const sum = [counted(mine.exercises, now.length), about ? counted(mine.about, about) : ""].filter(Boolean).join(", ");
  const label = all ? mine.begin_again : done ? mine.timer.go_on : mine.begin;
  return [
    element("h2", { id: "mine-head", tabindex: -1 }, all ? mine.ticks.done_all : fill(mine.today, { day: dayName(today, catalogue) })),
    element(
      "p",
      { class: "bs-mine__sum" },
      now.length ? element("strong", {}, stopped(sum)) : mine.none_today,
      planned,
      done && !all ? element("span", { class: "bs-mine__now" }, ` ${fill(mine.ticks.done_some, { number: done, exercises: now.length })}`) : "",
    ),
    now.length
      ? element("p", { class: "bs-mine__begin" }, element("button", { type: "button", class: "bs-button bs-mine__big", onclick: () => begin((left[0] ?? now[0]).exercise.id) }, label))
      : null,
  ];
}

/** Return the rows of the list; those of other days come after, under a heading of their own. */
export function listRows(about) {
  const { entries, catalogue } = about;
  const list = (some, labelled) => element("ol", { class: "bs-mine__rows", "aria-labelledby": labelled }, some.map((entry) => row(entry, about)));
  const others = entries.filter((entry) => !entry.today);
  const now = entries.filter((entry) => entry.today);
  return [
    now.length ? list(now, "mine-head") : [],
    others.length ? [element("h3", { id: "mine-others" }, catalogue.words.mine.other_days), list(others, "mine-others")] : [],
  ];
}

function row(entry, { ticks, today, begin, tick, catalogue, site, sore }) {
  const { exercise, small } = entry;
  const { mine } = catalogue.words;
  const { much, often, note } = said(entry, catalogue);
  const times = timesDone(ticks, today, exercise.id);
  const { low, high } = timesOf(entry);
  const { id, title } = exercise;
  return element(
    "li",
    { class: "bs-mine__row", "data-done": times >= low },
    element("span", { class: "bs-mine__picture" }, pictureOf(exercise.frames[1] ?? exercise.frames[0], site, { alt: "" })),
    element(
      "div",
      { class: "bs-mine__words" },
      element("h3", {}, element("button", { type: "button", class: "bs-mine__open", onclick: () => begin(id) }, title)),
      element("p", { class: "bs-mine__dose" }, element("strong", {}, much), ` ${often}`),
      sore && small ? element("p", { class: "bs-mine__small" }, mine.sore_now) : sore && exercise.dose ? element("p", { class: "bs-mine__small" }, mine.sore_none) : null,
      paper(exercise, note, catalogue.words.cards),
    ),
    element(
      "div",
      { class: "bs-mine__ticks" },
      Array.from({ length: high }, (_, index) => {
        const label = high > 1 ? fill(mine.ticks.done_of, { number: index + 1, times: high }) : mine.ticks.done;
        const about = { "data-focus": `${id} ${index}`, "aria-label": `${label}: ${title}`, checked: index < times };
        return element(
          "label",
          { class: "bs-mine__tick" },
          element("input", { type: "checkbox", ...about, onchange: (event) => tick(id, times + (event.target.checked ? 1 : -1)) }),
          element("span", { "aria-hidden": "true" }, label),
        );
      }),
    ),
  );
}

// What a paper says besides: nobody can press it there.
function paper(exercise, note, { ask_first }) {
  const { steps, stop, ask } = exercise;
  return element(
    "div",
    { class: "bs-mine__paper" },
    note ? element("p", {}, note) : null,
    element("ol", {}, steps.map((step) => element("li", {}, step.do))),
    stop ? element("p", {}, element("strong", {}, stop)) : null,
    ask ? element("p", {}, `${ask_first} ${askFirst(exercise)}`) : null,
  );
}

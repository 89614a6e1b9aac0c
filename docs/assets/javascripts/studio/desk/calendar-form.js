// The form for a calendar: the days of the plan, a time and a number of weeks become a file to open in one's calendar.

import { counted } from "../../phrase.js";
import { calendar } from "../calendar.js";
import { estimate, withChoice } from "../deck.js";
import { amount, howMuch } from "../dose.js";
import { element } from "../element.js";

const KEPT_MS = 10_000;

/** Start the form; return `show`, which ticks the days of the plan. */
export function startCalendarForm({ root, data, words, plan, exercise, link, say }) {
  const form = root.querySelector("[data-bs-calendar]");

  function show() {
    for (const box of form.elements.days) {
      box.checked = plan.deck.days.includes(box.value);
    }
  }

  form.addEventListener("change", (event) => {
    if (event.target.name === "days") {
      const days = new FormData(form).getAll("days");
      plan.take(withChoice(plan.deck, { days }, data), counted(words.says.days, days.length));
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { deck } = plan;
    if (deck.days.length === 0 || deck.cards.length === 0) {
      say(deck.cards.length ? words.event.no_day : words.event.no_exercise);
      return;
    }
    const { time, weeks } = Object.fromEntries(new FormData(form));
    const text = calendar({
      title: words.event.title,
      description: deck.cards.map((card) => line(card, exercise(card.id), data)).join("\n"),
      link: link(),
      days: deck.days,
      time,
      weeks: Number(weeks),
      minutes: estimate(deck, data).minutes,
      now: new Date(),
      host: location.hostname,
      id: crypto.getRandomValues(new Uint32Array(4)).join("-"),
    });
    save(text, `${words.event.file}.ics`);
    say(words.event.saved);
  });
  return { show };
}

function line({ dose }, exercise, data) {
  const much = amount(dose, exercise);
  return [exercise.title, much ? howMuch(much, exercise, data) : ""].filter(Boolean).join(": ");
}

function save(text, name) {
  const file = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  element("a", { href: file, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(file), KEPT_MS);
}

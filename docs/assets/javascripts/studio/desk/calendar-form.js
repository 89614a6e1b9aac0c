// The form for a calendar: the days of the plan, a time and a number of weeks become a file to open in one's calendar.

import { counted } from "../../phrase.js";
import { calendar } from "../calendar.js";
import { estimate, withChoice } from "../deck.js";
import { amount, howMuch } from "../dose.js";
import { element } from "../element.js";

const KEPT_MS = 10_000;
const OFFERED = ["mo", "we", "fr"];

/** Start the form; return `show`, which ticks the days of the plan. While it has none, the form offers some. */
export function startCalendarForm({ root, data, words, plan, exercise, link, say }) {
  const form = root.querySelector("[data-bs-calendar]");
  let emptied = false;

  function show() {
    const { days } = plan.deck;
    const shown = days.length || emptied ? days : OFFERED;
    for (const box of form.elements.days) {
      box.checked = shown.includes(box.value);
    }
  }

  form.addEventListener("change", (event) => {
    if (event.target.name === "days") {
      const days = new FormData(form).getAll("days");
      emptied = days.length === 0;
      plan.take(withChoice(plan.deck, { days }, data), counted(words.says.days, days.length));
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { deck } = plan;
    const days = new FormData(form).getAll("days");
    if (days.length === 0 || deck.cards.length === 0) {
      say(deck.cards.length ? words.event.no_day : words.event.no_exercise);
      return;
    }
    const { time, weeks } = Object.fromEntries(new FormData(form));
    const text = calendar({
      title: words.event.title,
      description: deck.cards.map((card) => line(card, exercise(card.id), data)).join("\n"),
      link: link(),
      days,
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

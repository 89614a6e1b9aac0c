// The back of a card: how to go on, what is easy to get wrong, and four weeks to tick.

import { capital, stopped } from "../../phrase.js";
import { amount, howMuch, howOften } from "../dose.js";
import { element } from "../element.js";
import { cardNote, pen, strong } from "./parts.js";
import { ticks } from "./ticks.js";

const MOST_CHOICES = 2;

/** Return what stands on the back of a card. */
export function back({ id, dose }, about) {
  const { catalogue, layout } = about;
  const exercise = catalogue.byId.get(id);
  const labels = catalogue.words.exercise ?? {};
  const entry = (label, text) => (text ? element("p", {}, strong(label), text) : null);
  const choices = (options) => options.slice(0, MOST_CHOICES).map((option) => stopped(capital(option))).join(" ");
  const whole = layout === "single" && exercise.ask_first.length > 0;
  return [
    element(
      "div",
      { class: "bs-face__words" },
      element("h3", { class: "bs-face__title" }, exercise.title),
      about.noteOn === "back" ? cardNote(id, about) : null,
      later(dose, exercise, about),
      entry(labels.mistakes, exercise.mistakes.map(stopped).join(" ")),
      entry(labels.breathing, exercise.breathing),
      entry(labels.easier, choices(exercise.easier)),
      entry(labels.harder, choices(exercise.harder)),
      whole ? entry(labels.ask_first, exercise.ask_first.join(" ")) : entry(catalogue.words.cards.ask_first, exercise.ask_more),
    ),
    ticks(about),
  ];
}

function later(dose, exercise, { catalogue }) {
  if (!exercise.dose) {
    return null;
  }
  const now = amount(dose, exercise);
  // The front says how often already, where that stays the same.
  const said = (much) => howOften(much, catalogue);
  const often = (much) => (now && said(now) === said(much) ? "" : `, ${said(much)}`);
  const row = (label, much) =>
    element("p", {}, strong(label), `${capital(howMuch(much, exercise, catalogue))}${often(much)}.`, much.note ? ` ${stopped(much.note)}` : "");
  const { amounts } = catalogue.words.dose;
  const { build, flare } = exercise.dose;
  return [
    build && dose.plan === "start" ? row(amounts.build.name, build) : null,
    dose.plan === "own" || dose.plan === "blank" ? pen(amounts.build.name) : null,
    flare && dose.plan !== "flare" ? row(amounts.flare.name, flare) : null,
  ];
}

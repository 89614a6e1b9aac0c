// Parts that several kinds of sheet have: numbered steps, the dose, when to stop, a note, lines to write on.

import { capital, stopped } from "../../phrase.js";
import { amount, howMuch, howOften } from "../dose.js";
import { element } from "../element.js";

const MOST_TOGETHER = 16;

/** Return the words of sheets. */
export function wordsOf({ catalogue }) {
  return catalogue.words.studio.sheet;
}

/** Return the pieces of a phrase with each blank filled by a text or an element. */
export function pieces(phrase, values) {
  return phrase.split(/\{([^{}]*)\}/).map((piece, index) => (index % 2 ? values[piece] : piece));
}

/** Return what somebody wrote, in its own direction: from left to right or from right to left. */
export function written(text) {
  return element("bdi", {}, text);
}

export function strong(label) {
  return label ? element("strong", { class: "bs-label" }, label, " ") : null;
}

function disc(number) {
  return element("b", { class: "bs-disc" }, String(number));
}

/** Return the numbers of the steps that a frame shows. */
export function numbersOf(exercise, frame) {
  return exercise.steps.flatMap((step, index) => (step.frame === frame + 1 ? [disc(index + 1)] : []));
}

export function steps(exercise) {
  return element("ol", { class: "bs-face__steps" }, exercise.steps.map((step, index) => element("li", {}, disc(index + 1), step.do)));
}

export function stop(exercise, { catalogue }) {
  if (!exercise.stop) {
    return null;
  }
  const word = catalogue.words.exercise?.stop_word ?? "";
  const start = exercise.stop.startsWith(word) ? word : "";
  return element("p", { class: "bs-face__stop" }, start && element("strong", {}, start), exercise.stop.slice(start.length));
}

/** Return who should ask first, in few words, or null where nobody has to. */
export function ask(who, { catalogue }) {
  return who ? element("p", {}, strong(catalogue.words.cards.ask_first), who) : null;
}

export function doseBox(dose, exercise, { catalogue }) {
  if (!exercise.dose) {
    return null;
  }
  const much = amount(dose, exercise);
  if (!much) {
    const labels = catalogue.words.exercise ?? {};
    return element("div", { class: "bs-dosebox" }, pen(labels.dose), pen(labels.how_often));
  }
  const often = howOften(much, catalogue);
  const { amounts } = catalogue.words.dose;
  return element(
    "p",
    { class: "bs-dosebox" },
    strong(amounts[dose.plan]?.name ?? catalogue.words.exercise?.dose),
    together(`${capital(howMuch(much, exercise, catalogue))}${often ? "," : "."}`),
    often && " ",
    often && element("span", { class: "bs-whole" }, `${often}.`),
    much.note && dose.plan !== "start" ? ` ${stopped(much.note)}` : "",
  );
}

// Words whose last two stay together where they are short: a line of one word looks left behind.
function together(words) {
  const parts = words.split(" ");
  const last = parts.slice(-2).join(" ");
  return parts.length < 4 || last.length > MOST_TOGETHER ? words : [`${parts.slice(0, -2).join(" ")} `, element("span", { class: "bs-whole" }, last)];
}

/** Return the note on one card, or null where nobody wrote one. */
export function cardNote(id, about) {
  const note = about.personal.cardNotes.get(id);
  return note ? element("p", { class: "bs-face__notes", dir: "auto" }, strong(wordsOf(about).note), note) : null;
}

/** Return the note on the whole plan, or null. */
export function planNote({ personal }) {
  return personal.notes ? element("p", { class: "bs-face__notes", dir: "auto" }, personal.notes) : null;
}

/** Return whom to ring or ask, as pieces of a sentence, or null where nobody is named. */
export function clinicLine(about) {
  const { name, telephone } = about.personal.clinic;
  const { ring, ring_number, ask } = wordsOf(about);
  if (!name && !telephone) {
    return null;
  }
  const phrase = name ? (telephone ? ring : ask) : ring_number;
  return pieces(phrase, { name: written(name), telephone: element("span", { class: "bs-whole" }, written(telephone)) });
}

/** When to call for help: the number of the country stands out, those of others follow in brackets. */
export function emergencyOf({ title }) {
  const [number, ...others] = title.split(" (");
  return [element("strong", {}, number), others.map((other) => ` (${other}`), " "];
}

export function heading(title, goal) {
  return element("header", { class: "bs-face__head" }, element("h3", { class: "bs-face__title" }, title), element("p", {}, goal));
}

/** Return a line with a label and what is written on it. */
export function field(label, value) {
  return element("p", { class: "bs-pen" }, label ? element("strong", {}, `${label}: `) : null, element("span", { class: "bs-pen__line", dir: "auto" }, value));
}

/** Return a line to write on with a pen. */
export function pen(label) {
  return field(label, "");
}

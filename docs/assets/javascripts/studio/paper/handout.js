// The handout: exercises one below the other with nothing to cut out, and the head that it shares with the log.

import { counted } from "../../phrase.js";
import { element } from "../element.js";
import { ask, cardNote, clinicLine, doseBox, field, numbersOf, pen, planNote, steps, stop, wordsOf } from "./parts.js";
import { linkCode } from "./scan.js";

// Large letters and pictures first; then less air and narrower pictures, before an exercise goes to the next page. Who
// should ask first stands below the words, or in one line below pictures and words where there is less room.
const BELOW_WORDS = { "--ask": 2, "--lines": "auto 1fr" };
const BELOW_ALL = { "--ask": 1, "--lines": "1fr auto" };
const LOOKS = [
  [13.5, 40, 1],
  [13, 40, 1],
  [12.5, 40, 1],
  [12, 40, 1],
  [12, 38, 0.7],
  [12, 34, 0.5],
  [12, 30, 0.3],
].map(([points, share, air], index) => {
  const roomy = index < 4;
  return { roomy, styles: { "--letter": `${points}pt`, "--share": `${share}%`, "--air": air, ...(roomy ? BELOW_WORDS : BELOW_ALL) } };
});

/** Return what stands on one page of the handout. */
export function rowsSheet({ cards, first }, about) {
  const { personal, minutes, link, paper, strip, keep } = about;
  const head = first === 1 ? [personal.name, personal.notes, personal.clinic, minutes, link] : null;
  const notes = cards.map(({ id }) => personal.cardNotes.get(id));
  return keep(["rows", paper, strip, first, cards, notes, head], () =>
    element(
      "div",
      { class: "bs-sheet__rows", "data-looks": JSON.stringify(LOOKS) },
      head && handoutHead(wordsOf(about).handout, wordsOf(about).date, minutes, about),
      element(
        "ol",
        { class: "bs-rows", start: first },
        cards.map((card, index) => row(card, first + index, about)),
      ),
    ),
  );
}

/** Return the head of a handout or a log: whose it is, a line for the day (`from`), the note, whom to ask, the code. */
export function handoutHead(title, from, minutes, about) {
  const clinic = clinicLine(about);
  return element(
    "header",
    { class: "bs-handout", "data-card": "plan" },
    element(
      "div",
      {},
      element("h2", { class: "bs-handout__title" }, title),
      element("div", { class: "bs-handout__who" }, field(about.catalogue.words.studio.name, about.personal.name), pen(from)),
      minutes ? element("p", {}, counted(wordsOf(about).time_in_all, minutes)) : null,
      planNote(about),
      clinic && element("p", { class: "bs-face__ring" }, clinic),
    ),
    linkCode(about),
  );
}

function row({ id, dose }, number, about) {
  const exercise = about.catalogue.byId.get(id);
  return element(
    "li",
    { class: "bs-row", "data-card": id },
    frames(exercise, about),
    element(
      "div",
      { class: "bs-row__words" },
      element("h3", { class: "bs-face__title" }, `${number}. ${exercise.title}`),
      steps(exercise),
      doseBox(dose, exercise, about),
      cardNote(id, about),
      stop(exercise, about),
    ),
    ask(everyoneIn(exercise), about),
  );
}

// A handout has no back, where a card has those for whom its front has no room.
function everyoneIn({ ask: first, ask_more: others }) {
  return first && others ? `${first.slice(0, -1)}, ${others}` : first || others;
}

function frames(exercise, { address }) {
  const { width, height } = exercise.frames[0];
  return element(
    "div",
    { class: "bs-face__frames", "data-ratio": width / height },
    exercise.frames.map(({ figure, alt }, index) =>
      element("figure", {}, element("img", { src: address(figure), alt }), element("figcaption", {}, numbersOf(exercise, index))),
    ),
  );
}

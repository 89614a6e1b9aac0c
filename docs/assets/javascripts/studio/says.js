// What the studio says, in words: what a change did, how much is chosen, and what to do with the sheets.

import { capital, counted, fill, stopped } from "../phrase.js";
import { amount, howMuch, howOften } from "./dose.js";

/** Return a dose as it stands in the list: `2 sets of 8. 3 days a week.`, or nothing for an exercise without one. */
export function doseShown(dose, exercise, catalogue) {
  if (!exercise.dose) {
    return "";
  }
  const much = amount(dose, exercise);
  const parts = much ? [howMuch(much, exercise, catalogue), howOften(much, catalogue)] : [catalogue.words.studio.items.blank];
  return sentences(...parts);
}

/** Return what is said when a dose changes. */
export function doseSaid(dose, exercise, catalogue) {
  const { says } = catalogue.words.studio;
  const { title } = exercise;
  const much = amount(dose, exercise);
  return much
    ? fill(says.dose, { title, much: capital(howMuch(much, exercise, catalogue)), often: howOften(much, catalogue) })
    : fill(says.blank, { title });
}

/** Return what is said when an exercise is added or taken out, and whether the way down came or went with it. */
export function toggled(exercise, before, after, catalogue) {
  const { says } = catalogue.words.studio;
  const { wayDown } = catalogue;
  const has = (deck, id) => deck.cards.some((each) => each.id === id);
  const gone = has(before, exercise.id);
  const along = wayDown && wayDown !== exercise && has(before, wayDown.id) !== has(after, wayDown.id);
  return sentences(
    fill(gone ? says.taken_out : says.added, exercise),
    along ? fill(gone ? says.went_along : says.came_along, wayDown) : "",
    after.floor === "declined" && before.floor !== "declined" ? says.left_out : "",
    cardCount(after, catalogue),
  );
}

/** Return what is said when a card is moved to another place. */
export function moved(exercise, before, after, catalogue) {
  const { says } = catalogue.words.studio;
  const number = after.cards.findIndex((each) => each.id === exercise.id) + 1;
  return sentences(
    fill(says.moved, { title: exercise.title, number, cards: after.cards.length }),
    before.order === "auto" ? says.own_order : "",
  );
}

/** Return how much is chosen: `3 cards, about 12 minutes`, from an estimate. */
export function chosen(deck, { minutes }, catalogue) {
  const { says } = catalogue.words.studio;
  if (deck.cards.length === 0) {
    return says.nothing;
  }
  return [cardCount(deck, catalogue), minutes ? counted(says.about, minutes) : ""].filter(Boolean).join(", ");
}

/** Return how much is chosen as sentences, with the doses that the time does not count. */
export function chosenWhole(deck, estimated, catalogue) {
  const { blank } = estimated;
  return sentences(chosen(deck, estimated, catalogue), blank ? counted(catalogue.words.studio.says.uncounted, blank) : "");
}

/** Return how many pages there are, and how many sheets of which paper they take. */
export function pagesOn(pages, { sides, paper }, { words, papers }) {
  const sheets = Math.ceil(pages / (sides === "duplex" ? 2 : 1));
  const { says } = words.studio;
  return fill(says.pages, { pages: counted(words.cards.pages, pages), sheets: counted(says.sheets, sheets), paper: papers[paper] });
}

/** Return what to choose in the print window, and what to do with the sheets. */
export function advice({ layout, sides }, { words }) {
  const { print, print_both, cut, fold_cards, fold_sheets } = words.studio.advice;
  const isCut = layout === "four" || layout === "two";
  if (sides === "fold") {
    return sentences(print, layout === "four" ? fold_cards : fold_sheets);
  }
  return sentences(sides === "duplex" ? print_both : print, isCut ? cut : "");
}

function cardCount(deck, { words }) {
  return counted(words.cards.count, deck.cards.length);
}

function sentences(...parts) {
  return parts
    .filter(Boolean)
    .map((part) => stopped(capital(part)))
    .join(" ");
}

// Makes a long link: reads {catalogue, number} and writes the link of as many exercises, one of them on the floor without
// the way down, with every number of each changed to a range, of two digits where it may have them, and each choice named.

import { readFileSync } from "node:fs";
import { catalogue } from "../../docs/assets/javascripts/studio/catalogue.js";
import { EMPTY, withCards, withChoice, withDose } from "../../docs/assets/javascripts/studio/deck.js";
import { encode } from "../../docs/assets/javascripts/studio/link.js";
import { fitting } from "../../docs/assets/javascripts/studio/own.js";

const given = JSON.parse(readFileSync(0, "utf8"));
const data = catalogue(given.catalogue);
const span = (low, high) => ({ low, high });
const numbers = { sets: span(1, 2), reps: span(11, 13), hold_s: span(21, 22), days_a_week: span(4, 6), times_a_day: span(2, 3) };

const held = data.exercises.filter(({ dose, id }) => dose?.start.hold_s && id !== data.way_down);
const some = held.sort((one, other) => other.needs_floor - one.needs_floor).slice(0, given.number);
let deck = withChoice(EMPTY, { paper: "letter", layout: "two", sides: "fold", order: "own", days: ["tu", "th"] }, data);
deck = withCards({ ...deck, floor: "declined" }, some.map(({ id }) => ({ id, dose: { plan: "start" } })), data);
for (const exercise of some) {
  const { dose, dropped } = fitting({ plan: "own", from: "build", ...numbers }, exercise, data);
  if (dropped.length || Object.keys(dose).length !== 2 + Object.keys(numbers).length) {
    throw new Error(exercise.id);
  }
  deck = withDose(deck, exercise.id, dose);
}
if (deck.cards.length !== given.number || deck.floor !== "declined") {
  throw new Error("deck");
}
process.stdout.write(JSON.stringify([encode(deck)]));

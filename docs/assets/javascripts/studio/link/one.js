// The first version of the link, which is read for good:
// v=1&cards=plank,bridge.build,lunge.2x8h5d3&paper=a4&layout=four&sides=one&order=own&days=mo.we.fr
// A card is an id, then a point and its dose: a name, or sets x repeats (m for minutes), h hold seconds, d days a week.

import { DAYS, LAYOUTS, PAPERS } from "../deck.js";
import { fitting } from "../own.js";
import { gathered, notFitting } from "./cards.js";

const OWN = /^(\d{1,3})x(\d{1,3})(m?)(?:h(\d{1,3}))?(?:d(\d{1,2}))?$/;
const CHOICES = ["paper", "layout", "sides", "order"];

/** Return the choices that the values of a link stand for; what cannot be read is named in `dropped`. */
export function read(values, catalogue, usual, dropped) {
  const words = catalogue.words.studio.link;
  const option = (name, allowed, otherwise) => {
    const value = values.get(name) ?? otherwise;
    if (allowed.includes(value)) {
      return value;
    }
    dropped.push(words[`no_${name}`]);
    return otherwise;
  };
  const choice = {
    paper: option("paper", Object.keys(PAPERS), usual.paper),
    layout: option("layout", Object.keys(LAYOUTS), usual.layout),
    order: option("order", ["auto", "own"], usual.order),
    days: days(values, usual.days, words.no_day, dropped),
    cards: gathered(values.get("cards") ?? "", ",", (piece) => card(piece, catalogue, dropped), catalogue, dropped),
  };
  choice.sides = option("sides", LAYOUTS[choice.layout], LAYOUTS[choice.layout][0]);
  // Days were always written, and last.
  if (CHOICES.some((name) => values.has(name)) && !values.has("days")) {
    dropped.push(words.cut);
  }
  return choice;
}

function days(values, usual, unknown, dropped) {
  if (!values.has("days")) {
    return usual;
  }
  const named = values.get("days").split(".").filter(Boolean);
  if (named.some((day) => !DAYS.includes(day))) {
    dropped.push(unknown);
  }
  return named.filter((day) => DAYS.includes(day));
}

function card(piece, catalogue, dropped) {
  const [name, ...rest] = piece.split(".");
  const id = catalogue.idOf.get(name);
  if (!id) {
    return { id: null, name };
  }
  const exercise = catalogue.byId.get(id);
  const found = fitting(dosed(rest.join("."), exercise), exercise, catalogue);
  notFitting(found.dropped, exercise, catalogue, dropped);
  return { id, dose: found.dose };
}

function dosed(text, { dose }) {
  const match = OWN.exec(text);
  if (match === null) {
    return { plan: text === "" ? "start" : text === "own" ? "none" : text };
  }
  const [sets, count, hold_s, days_a_week] = [match[1], match[2], match[4], match[5]].map((digits) => {
    return digits === undefined ? null : { low: Number(digits), high: Number(digits) };
  });
  const start = dose?.start;
  // A dose of one's own began with the start, and said each of its numbers: a hold that it does not say was taken away.
  const hold = hold_s ?? (start?.hold_s ? { low: 0, high: 0 } : null);
  return { plan: "own", from: "start", sets, [match[3] ? "minutes" : "reps"]: count, hold_s: hold, days_a_week };
}

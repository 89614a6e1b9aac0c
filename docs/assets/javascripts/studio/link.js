// The link: a deck as the fragment of an address, and back. A fragment never leaves the browser.
// Version 1: v=1&cards=plank,bridge.build,lunge.2x8h5d3&paper=a4&layout=four&sides=one&order=own&days=mo.we.fr
// A card is an id, then a point and its dose: a name, or sets x repeats (m for minutes), h hold seconds, d days a week.

import { counted, fill } from "../phrase.js";
import { DAYS, EMPTY, LAYOUTS, PAPERS, card, withChoice } from "./deck.js";
import { plans, within } from "./dose.js";

export const VERSION = 1;
const LONGEST = 4000;
const OWN = /^(\d{1,3})x(\d{1,3})(m?)(?:h(\d{1,3}))?(?:d(\d{1,2}))?$/;

/** Return the fragment of a deck, without its #. */
export function encode(deck) {
  const parts = [
    `v=${VERSION}`,
    `cards=${deck.cards.map(written).join(",")}`,
    `paper=${deck.paper}`,
    `layout=${deck.layout}`,
    `sides=${deck.sides}`,
    `order=${deck.order}`,
    `days=${deck.days.join(".")}`,
  ];
  return parts.join("&");
}

/** Return the deck that a fragment describes, as far as it can be read, and a sentence for each thing dropped.
 *
 * A fragment that is not about a deck at all gives null.
 */
export function decode(fragment, catalogue, usual = EMPTY) {
  const text = fragment.replace(/^#/, "");
  if (text === "") {
    return { deck: null, dropped: [] };
  }
  const words = catalogue.words.studio.link;
  const dropped = [];
  if (text.length > LONGEST) {
    dropped.push(fill(words.too_long, { number: LONGEST.toLocaleString(catalogue.language) }));
  }
  const values = pieces(text.slice(0, LONGEST), words.broken, dropped);
  if (!values.has("v") && !values.has("cards")) {
    return { deck: null, dropped: [words.no_plan] };
  }
  if (values.get("v") !== String(VERSION)) {
    dropped.push(words.other_version);
  }
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
    cards: cards(values.get("cards") ?? "", catalogue, dropped),
  };
  choice.sides = option("sides", LAYOUTS[choice.layout], LAYOUTS[choice.layout][0]);
  return { deck: withChoice(usual, choice, catalogue), dropped };
}

function written({ id, dose }) {
  if (dose.plan !== "own") {
    return dose.plan === "start" ? id : `${id}.${dose.plan}`;
  }
  const much = dose.minutes ? `${dose.minutes}m` : dose.reps;
  const hold = dose.hold_s ? `h${dose.hold_s}` : "";
  const often = dose.days_a_week ? `d${dose.days_a_week}` : "";
  return `${id}.${dose.sets}x${much}${hold}${often}`;
}

function pieces(text, broken, dropped) {
  const values = new Map();
  for (const piece of text.split("&")) {
    const [key, ...rest] = piece.split("=");
    const value = readable(rest.join("="));
    if (value === null) {
      dropped.push(broken);
    } else if (!values.has(key)) {
      values.set(key, value);
    }
  }
  return values;
}

function readable(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
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

function cards(text, catalogue, dropped) {
  const { link, says } = catalogue.words.studio;
  const read = new Map();
  const unknown = new Set();
  let twice = 0;
  for (const piece of text.split(",").filter(Boolean)) {
    const [id, ...rest] = piece.split(".");
    if (!catalogue.byId.has(id)) {
      unknown.add(id);
    } else if (read.has(id)) {
      twice += 1;
    } else {
      read.set(id, dosed(id, rest.join("."), catalogue, dropped));
    }
  }
  if (unknown.size) {
    dropped.push(fill(link.unknown, { exercises: counted(says.exercises, unknown.size), names: named([...unknown], link.and_more) }));
  }
  if (twice) {
    dropped.push(counted(link.twice, twice));
  }
  return [...read.values()];
}

function dosed(id, text, catalogue, dropped) {
  if (text === "") {
    return card(id);
  }
  const exercise = catalogue.byId.get(id);
  const allowed = plans(exercise);
  if (allowed.includes(text) && text !== "own") {
    return Object.freeze({ id, dose: Object.freeze({ plan: text }) });
  }
  const dose = allowed.includes("own") ? own(text) : null;
  if (dose === null) {
    dropped.push(fill(catalogue.words.studio.link.dose, exercise));
    return card(id);
  }
  return Object.freeze({ id, dose });
}

function own(text) {
  const match = OWN.exec(text);
  if (match === null) {
    return null;
  }
  const [sets, count, hold_s, days_a_week] = [match[1], match[2], match[4], match[5]].map((digits) =>
    digits === undefined ? null : Number(digits),
  );
  const minutes = match[3] ? count : null;
  const reps = match[3] ? null : count;
  const numbers = { sets, reps, minutes, hold_s, days_a_week };
  const sane = Object.entries(numbers).every(([name, value]) => value === null || within(name, value));
  return sane ? Object.freeze({ plan: "own", ...numbers }) : null;
}

// Names from a link are strangers: three of them, short, letters that no reader takes for words of ours.
function named(ids, andMore) {
  const shown = ids.slice(0, 3).map((id) => `“${id.replace(/[^\w-]/g, "?").slice(0, 30)}”`);
  const names = shown.join(", ");
  return ids.length > shown.length ? fill(andMore, { names }) : names;
}

// The second version of the link: v=2&cards=k3a.m7qb.x2dS7A0c0k&as=l2fwD0Q&k=7
//
// A card is the code of its exercise, then a letter for its dose: none for the start, b to build up to, f for a sore
// day, p for a pen, and S, B or F for one's own that began with one of them. One's own says which numbers were changed
// (a sum of NUMBERS), then each of them from and to; then l or r for one side, W and a sum of days, K and a load.
// `as` are the choices that are not the usual ones, a letter each. `k` is the check: a link without it was cut.

import { DAYS, EMPTY } from "../deck.js";
import { fitting } from "../own.js";
import { gathered, notFitting } from "./cards.js";
import { code, hash } from "./code.js";

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = LETTERS.length;
const CODE = 3;
const PLANS = { "": "start", b: "build", f: "flare", p: "blank" };
const FROM = { S: "start", B: "build", F: "flare" };
const SIDES = { l: "left", r: "right" };
// Minutes and repeats never come together, so that any sum is a letter.
const NUMBERS = { sets: 1, hold_s: 2, days_a_week: 4, times_a_day: 8, minutes: 16, reps: 32 };
const SMALL = ["sets", "days_a_week", "times_a_day"]; // 1 to 7: from and to in one letter
const MOST_SMALL = 7;
const CHOICES = {
  paper: { a4: "a", letter: "l" },
  layout: { four: "4", two: "2", single: "1", rows: "o", log: "g" },
  sides: { one: "s", duplex: "d", fold: "f" },
  order: { auto: "u", own: "w" },
  floor: { auto: "y", declined: "n" },
};

/** Return the fragment of a deck, without its #. */
export function encode(deck) {
  const cards = deck.cards.map(written).join(".");
  const text = checked(cards, choices(deck));
  return `${text}&k=${check(text)}`;
}

/** Return the choices that the values of a link stand for; what cannot be read is named in `dropped`. */
export function read(values, catalogue, usual, dropped) {
  const words = catalogue.words.studio.link;
  const cards = values.get("cards") ?? "";
  const as = values.get("as") ?? "";
  const sign = (values.get("k") ?? "").slice(0, 1);
  if (sign === "") {
    dropped.push(words.cut);
  } else if (sign !== check(checked(cards, as))) {
    dropped.push(words.changed);
  }
  return {
    ...EMPTY,
    paper: usual.paper,
    ...chosen(as, words, dropped),
    cards: gathered(cards, ".", (piece) => card(piece, catalogue, dropped), catalogue, dropped),
  };
}

function checked(cards, as) {
  return `v=2&cards=${cards}${as ? `&as=${as}` : ""}`;
}

// One letter is enough to see that something was changed.
function check(text) {
  return LETTERS[hash(text) % BASE];
}

// ---------- Choices ----------

// The paper is always named: which one is usual depends on where a link is read.
function choices(deck) {
  const usual = { ...EMPTY, paper: null };
  const letters = Object.entries(CHOICES).map(([name, signs]) => (deck[name] === usual[name] ? "" : signs[deck[name]]));
  const days = sum(deck.days, DAYS);
  return letters.join("") + (days === sum(EMPTY.days, DAYS) ? "" : `D${pair(days)}`);
}

function chosen(text, words, dropped) {
  const found = {};
  const [letters, days] = /^([^D]*)(?:D(.*))?$/.exec(text).slice(1);
  for (const letter of letters) {
    const name = Object.keys(CHOICES).find((each) => Object.values(CHOICES[each]).includes(letter));
    if (name) {
      found[name] = Object.keys(CHOICES[name]).find((each) => CHOICES[name][each] === letter);
    } else if (!dropped.includes(words.other_version)) {
      dropped.push(words.other_version);
    }
  }
  if (days !== undefined) {
    const which = /^[0-9A-Za-z]{2}$/.test(days) ? unpair(days) : NaN;
    if (which < 2 ** DAYS.length) {
      found.days = parts(which, DAYS);
    } else {
      dropped.push(words.no_day);
    }
  }
  return found;
}

// ---------- Cards ----------

function written({ id, dose }) {
  if (dose.plan !== "own") {
    return code(id) + keyOf(PLANS, dose.plan);
  }
  const changed = Object.keys(NUMBERS).filter((name) => dose[name]);
  return [
    code(id),
    keyOf(FROM, dose.from),
    LETTERS[changed.reduce((all, name) => all + NUMBERS[name], 0)],
    ...changed.map((name) => span(dose[name], SMALL.includes(name))),
    dose.side ? keyOf(SIDES, dose.side) : "",
    dose.on ? `W${pair(sum(dose.on, DAYS))}` : "",
    dose.load ? `K${dose.load}` : "",
  ].join("");
}

function card(piece, catalogue, dropped) {
  const name = piece.slice(0, CODE);
  const id = catalogue.idOfCode.get(name);
  if (!id) {
    return { id: null, name: piece };
  }
  const exercise = catalogue.byId.get(id);
  const found = fitting(dosed(piece.slice(CODE)), exercise, catalogue);
  notFitting(found.dropped, exercise, catalogue, dropped);
  return { id, dose: found.dose };
}

function dosed(text) {
  if (Object.hasOwn(PLANS, text)) {
    return { plan: PLANS[text] };
  }
  const match = /^([SBF])([0-9A-Za-z])(.*)$/.exec(text);
  const own = match && numbers(LETTERS.indexOf(match[2]), match[3]);
  const rest = own && /^([lr]?)(?:W([0-9A-Za-z]{2}))?(?:K([a-z0-9]{1,4}))?$/.exec(own.rest);
  if (!rest) {
    return { plan: "none" };
  }
  const [, side, on, load] = rest;
  return {
    plan: "own",
    from: FROM[match[1]],
    ...own.spans,
    side: SIDES[side] ?? null,
    on: on ? parts(unpair(on), DAYS) : null,
    load: load ?? null,
  };
}

function numbers(which, text) {
  const spans = {};
  let rest = text;
  for (const name of parts(which, Object.keys(NUMBERS), NUMBERS)) {
    const match = SMALL.includes(name) ? /^([0-9A-Za-z])()/.exec(rest) : /^(-..|[0-9A-Za-z])(-..|[0-9A-Za-z])/.exec(rest);
    if (!match) {
      return null;
    }
    spans[name] = match[2] === "" ? small(match[1]) : { low: number(match[1]), high: number(match[2]) };
    rest = rest.slice(match[0].length);
  }
  return { spans, rest };
}

// ---------- Numbers as letters ----------

function span({ low, high }, isSmall) {
  return isSmall ? LETTERS[(low - 1) * MOST_SMALL + high - 1] : letter(low) + letter(high);
}

function small(sign) {
  const value = LETTERS.indexOf(sign);
  return { low: Math.floor(value / MOST_SMALL) + 1, high: (value % MOST_SMALL) + 1 };
}

function letter(value) {
  return value < BASE ? LETTERS[value] : `-${pair(value)}`;
}

function number(sign) {
  return sign.length === 1 ? LETTERS.indexOf(sign) : unpair(sign.slice(1));
}

function pair(value) {
  return LETTERS[Math.floor(value / BASE)] + LETTERS[value % BASE];
}

function unpair([high, low]) {
  return LETTERS.indexOf(high) * BASE + LETTERS.indexOf(low);
}

function sum(chosenDays, all) {
  return all.reduce((whole, day, index) => whole + (chosenDays.includes(day) ? 2 ** index : 0), 0);
}

function parts(whole, all, weights) {
  return all.filter((name, index) => Math.floor(whole / (weights ? weights[name] : 2 ** index)) % 2 === 1);
}

function keyOf(table, value) {
  return Object.keys(table).find((key) => table[key] === value);
}

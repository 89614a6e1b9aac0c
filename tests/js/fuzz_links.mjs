// Reads many strange fragments, always the same ones: reads {catalogue, number} and writes what went wrong, how many
// plans were read and how many sentences were said.

import { readFileSync } from "node:fs";
import { catalogue } from "../../docs/assets/javascripts/studio/catalogue.js";
import { EMPTY, LAYOUTS, PAPERS, withCards, withChoice, withDose } from "../../docs/assets/javascripts/studio/deck.js";
import { amount, howMuch, howOften, plans } from "../../docs/assets/javascripts/studio/dose.js";
import { decode, encode } from "../../docs/assets/javascripts/studio/link.js";
import { beyond, fitting } from "../../docs/assets/javascripts/studio/own.js";

const given = JSON.parse(readFileSync(0, "utf8"));
const data = catalogue(given.catalogue);
const NOISE = ["&", "=", "%", ".", ",", "#", "v=1", "v=2", "&cards=", "&as=", "&k=", "<b>", "\0", "\n", "=\n", "%3D", "&amp;", "\u200b", "💩", "\ud800", "__proto__", "constructor", "-", "W", "K", "S", "B"];
const WEEK = ["mo", "tu", "we", "th", "fr", "sa", "su"];
const wrong = [];

// mulberry32
let state = 20261127;
function chance() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
const below = (most) => Math.floor(chance() * most);
const one = (list) => list[below(list.length)];
const some = (list, share = 0.5) => list.filter(() => chance() < share);
const span = (most) => ({ low: 1 + below(most), high: 1 + below(most) });

function dose(exercise) {
  const plan = one(["start", "build", "flare", "blank", "own", "own"]);
  const numbers = { sets: span(6), reps: span(30), minutes: span(40), hold_s: span(40), days_a_week: span(8), times_a_day: span(7) };
  const kept = Object.fromEntries(some(Object.entries(numbers)));
  const more = { side: one(["left", "right", null]), load: one([null, "k1", "by", "x"]), on: chance() < 0.3 ? some(WEEK) : null };
  const own = { plan: "own", from: one(["start", "build", "flare"]), ...kept, ...more };
  return plans(exercise).length ? fitting(plan === "own" ? own : { plan }, exercise, data).dose : { plan: "start" };
}

function deck() {
  const layout = one(Object.keys(LAYOUTS));
  const choice = { layout, paper: one(Object.keys(PAPERS)), sides: one(LAYOUTS[layout]), order: one(["auto", "own"]), floor: one(["auto", "declined"]), days: some(WEEK) };
  let found = withChoice(EMPTY, choice, data);
  found = withCards({ ...found, floor: choice.floor }, some(data.exercises, 0.2).map(({ id }) => ({ id, dose: { plan: "start" } })), data);
  for (const { id } of found.cards) {
    found = withDose(found, id, dose(data.byId.get(id)));
  }
  return found;
}

function old() {
  const cards = some(data.exercises, 0.2).map(({ id }) => `${id}${one(["", ".build", ".blank", `.${below(7)}x${below(70)}${one(["", "m"])}${one(["", `h${below(130)}`])}${one(["", "d3"])}`])}`);
  return `v=1&cards=${cards.join(",")}&paper=a4&layout=four&sides=one&order=own&days=mo`;
}

function mangled(text) {
  let found = text;
  for (let times = below(4); times >= 0; times -= 1) {
    const at = below(found.length + 1);
    found = one([
      () => found.slice(0, at) + one(NOISE) + found.slice(at),
      () => found.slice(0, at) + found.slice(at + 1 + below(5)),
      () => found.slice(0, at),
      () => found.slice(0, at) + String.fromCharCode(below(65536)) + found.slice(at),
      () => encodeURIComponent(found.toWellFormed?.() ?? found.replace(/[\ud800-\udfff]/g, "")),
      () => found.replaceAll("&", "&amp;"),
      () => found.slice(at) + found.slice(0, at),
    ])();
  }
  return found;
}

const noise = () => Array.from({ length: below(60) }, () => one([one(NOISE), String.fromCharCode(below(256)), String.fromCharCode(below(65536))])).join("");

function same(fragment, deck) {
  return JSON.stringify(sorted(decode(fragment, data).deck)) === JSON.stringify(sorted(deck));
}

// The order of the keys of a dose says nothing.
function sorted(deck) {
  return deck.cards.map(({ id, dose }) => [id, Object.entries(dose).sort()]).concat([[deck.order, deck.paper, deck.layout, deck.sides, deck.floor, deck.days]]);
}

function check(fragment) {
  const { deck: found, dropped } = decode(fragment, data);
  if (!dropped.every((sentence) => typeof sentence === "string" && sentence && !/undefined|NaN|\{|\[object/.test(sentence))) {
    throw new Error("sentence");
  }
  if (found === null || found.cards.length === 0) {
    if (fragment.replace(/^#/, "") !== "" && dropped.length === 0) {
      throw new Error("silent");
    }
  }
  if (found === null) {
    return dropped.length;
  }
  for (const { id, dose: each } of found.cards) {
    const exercise = data.byId.get(id);
    const much = amount(each, exercise);
    if (!exercise || (each.plan !== "start" && !plans(exercise).includes(each.plan)) || (much && beyond(much, exercise, data).length)) {
      throw new Error("dose");
    }
    if (much && /undefined|NaN|null|\{/.test(howMuch(much, exercise, data) + howOften(much, data))) {
      throw new Error("words");
    }
  }
  const fragmentNow = encode(found);
  const again = decode(fragmentNow, data);
  if (!same(fragmentNow, found) || encode(again.deck) !== fragmentNow || (again.dropped.length && found.cards.length)) {
    throw new Error("fixed point");
  }
  return dropped.length;
}

let sentences = 0;
let plansRead = 0;
for (let number = 0; number < given.number; number += 1) {
  const whole = number % 10 === 0 ? encode(deck()) : null;
  const fragment = whole ?? one([noise, () => mangled(encode(deck())), () => mangled(old()), old])();
  try {
    const said = check(fragment);
    sentences += said;
    plansRead += decode(fragment, data).deck?.cards.length ? 1 : 0;
    if (whole && said && decode(whole, data).deck.cards.length) {
      throw new Error("a whole link");
    }
  } catch (error) {
    wrong.push([error.message, fragment.slice(0, 400)]);
  }
}
process.stdout.write(JSON.stringify({ wrong: wrong.slice(0, 5), plansRead, sentences }));

import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY, card, remove, withCards, withChoice, withDose } from "../../docs/assets/javascripts/studio/deck.js";
import { decode, encode } from "../../docs/assets/javascripts/studio/link.js";
import { guide } from "./guide.mjs";

const read = (fragment) => decode(fragment, guide);
const ids = ({ deck }) => deck.cards.map(({ id }) => id);

const span = (low, high = low) => ({ low, high });
const own = (from, more) => Object.freeze({ plan: "own", from, ...more });

function whole() {
  let deck = withChoice(EMPTY, { order: "own", paper: "letter", layout: "two", sides: "fold", days: ["tu"] }, guide);
  deck = withCards(deck, ["plank", "down", "walk", "calf", "chair"].map(card), guide);
  deck = withDose(deck, "plank", own("build", { sets: span(2, 3), reps: span(8, 12), days_a_week: span(4), times_a_day: span(1, 2), load: "red" }));
  deck = withDose(deck, "walk", own("start", { minutes: span(12, 15) }));
  deck = withDose(deck, "calf", own("start", { hold_s: span(65), side: "left", on: Object.freeze(["mo", "su"]) }));
  return withDose(deck, "chair", { plan: "blank" });
}

test("a link holds cards, doses and layout, and reads back as the same deck", () => {
  const fragment = encode(whole());
  assert.equal(fragment.replace(/&k=.$/, ""), "v=2&cards=hzpBj9O18CKred.svg.2u6SGCF.9r2S2-13-13lW13.jhdp&as=l2fwD02");
  assert.deepEqual(read(`#${fragment}`), { deck: whole(), dropped: [] });
});

test("what is usual is left out of a link, but for the paper", () => {
  assert.match(encode(withCards(EMPTY, [card("chair")], guide)), /^v=2&cards=jhd&as=a&k=[0-9A-Za-z]$/);
});

test("a plan without the way down stays without it", () => {
  const left = remove(withCards(EMPTY, [card("plank")], guide), "down", guide);
  const { deck, dropped } = read(encode(left));
  assert.deepEqual([ids({ deck }), deck.floor, dropped], [["plank"], "declined", []]);
});

const MAILED = [
  ["escaped", (text) => text.replaceAll("&", "&amp;")],
  ["escaped twice", (text) => text.replaceAll("&", "&amp;amp;")],
  ["escaped by number", (text) => text.replaceAll("&", "&#38;")],
  ["wrapped", (text) => text.replace(/.{20}/g, "$&\r\n")],
  ["wrapped and quoted", (text) => `> ${text.replace(/.{20}/g, "$&\n> ")}`],
  ["wrapped after a name", (text) => text.replace("cards=", "cards=\n")],
  ["quoted printable", (text) => text.replaceAll("=", "=3D").replace(/.{20}/g, "$&=\n")],
  ["blanks", (text) => text.replace(/.{30}/g, "$& ").replace("&as", "%20&as")],
  ["percent", (text) => encodeURIComponent(text)],
  ["percent of percent", (text) => encodeURIComponent(encodeURIComponent(text))],
  ["some percent", (text) => text.replaceAll("=", "%3d").replaceAll("&", "%2526")],
  ["commas", (text) => text.replaceAll(",", "%252C")],
  ["unseen", (text) => `\ufeff${text.replace(/.{15}/g, "$&\u200b")}%E2%80%8B`],
  ["soft hyphens", (text) => text.replace(/.{15}/g, "$&\u00ad")],
  ["bracket", (text) => `${text}>`],
  ["full stop", (text) => `${text}.`],
  ["round bracket", (text) => `${text}).`],
  ["quotes", (text) => `“${text}”`],
  ["the whole address", (text) => `https://example.org/cards/mine/#${text}`],
  ["the next word", (text) => (text.includes("&k=") ? `${text} Kind regards` : text)],
  ["a counter of clicks", (text) => `${text}&utm_source=mail`],
];

test("a link is read whatever mail programs make of it", () => {
  const v1 = "v=1&cards=plank.2x8h5d3,down,walk.1x12m,chair.blank&paper=letter&layout=two&sides=fold&order=own&days=tu";
  for (const link of [encode(whole()), v1]) {
    const expected = read(link);
    for (const [how, mail] of MAILED) {
      assert.deepEqual(read(`#${mail(link)}`), expected, `${how}: ${link}`);
    }
  }
});

test("a link that was cut is read up to there, and says so", () => {
  const link = encode(whole());
  for (let length = link.length - 1; length > "v=2&cards=".length; length -= 1) {
    const { deck, dropped } = read(link.slice(0, length));
    assert.equal(dropped[0], "Cut.", link.slice(0, length));
    assert.ok(deck.cards.length <= 5);
  }
  assert.deepEqual(ids(read(link.slice(0, link.indexOf(".9r2")))), ["walk", "down", "plank"]);
  assert.deepEqual(read("v=1&cards=chair&paper=a4&layout=fo").dropped, ["No such layout.", "Cut."]);
});

test("a link that was changed on its way says so, and is read", () => {
  const link = encode(withCards(EMPTY, ["chair", "walk"].map(card), guide));
  const found = read(link.replace("2u6.jhd", "2u6.9r2b"));
  assert.deepEqual([ids(found), found.dropped], [["walk", "calf"], ["Changed."]]);
});

test("an exercise is found by the names that it had", () => {
  assert.deepEqual(ids(read("v=1&cards=shin.build")), ["calf"]);
  assert.deepEqual(ids(read("v=2&cards=eerb")), ["calf"]);
  assert.deepEqual(ids(read("v=1&cards=shin,calf")), ["calf"]);
});

test("a plan without exercises comes with a sentence", () => {
  assert.deepEqual(read(encode(EMPTY)).dropped, ["Empty."]);
  assert.deepEqual(read("v=1&cards=").dropped, ["Empty."]);
});

test("no fragment is no deck, and one that is about something else says so", () => {
  assert.deepEqual(read(""), { deck: null, dropped: [] });
  assert.deepEqual(read("#"), { deck: null, dropped: [] });
  assert.deepEqual(read("#studio-list"), { deck: null, dropped: ["No plan."] });
});

const DROPPED = [
  ["v=3&cards=chair", ["chair"], ["Other version."]],
  ["cards=chair", ["chair"], ["Other version."]],
  ["v=1&cards=chair,chair", ["chair"], ["1 twice."]],
  ["v=1&cards=chair,chair,chair", ["chair"], ["2 more than once."]],
  ["v=1&cards=x", [], ["Without 1 pattern: “x”."]],
  ["v=1&cards=a,b,c,d<b>", [], ["Without 4 patterns: “a”, “b”, “c” and others."]],
  ["v=1&cards=%3Cb%3E", [], ["Without 1 pattern: “b”."]],
  ["v=1&cards=%E0%A4%A&days=mo", [], ["Broken part."]],
  ["v=1&cards=chair&paper=a0&days=", ["chair"], ["No such paper."]],
  ["v=1&cards=chair&layout=toString&sides=__proto__&order=x&days=", ["chair"], ["No such layout.", "No such order.", "No such sides."]],
  ["v=1&cards=chair&layout=single&sides=fold&days=", ["chair"], ["No such sides."]],
  ["v=1&cards=chair&days=mo.xx", ["chair"], ["No such day."]],
  ["v=1&cards=chair.0x8", ["chair"], ["CHAIR: not sets & reps."]],
  ["v=1&cards=chair.2x8h121", ["chair"], ["CHAIR: not sets, reps & hold."]],
  ["v=1&cards=chair.own", ["chair"], ["CHAIR: not dose."]],
  ["v=1&cards=chair.build", ["chair"], ["CHAIR: not dose."]],
  ["v=1&cards=plank.5x60m", ["down", "plank"], ["PLANK: not sets & minutes."]],
  ["v=1&cards=walk.1x60h5", ["walk"], ["WALK: not sets, reps & hold."]],
  ["v=1&cards=chair.toString,walk.__proto__", ["walk", "chair"], ["CHAIR: not dose.", "WALK: not dose."]],
  ["v=1&cards=toString,__proto__", [], ["Without 2 patterns: “toString”, “__proto__”."]],
  ["v=2&cards=jhdSz.zzz&as=a7&k=x", ["chair"], ["Changed.", "Other version.", "CHAIR: not dose.", "Without 1 pattern: “zzz”."]],
  ["v=2&cards=jhdS0lKred&as=aDzz", ["chair"], ["Cut.", "No such day.", "CHAIR: not side."]],
  ["v=1&cards=down,swatch.blank", ["down", "swatch"], ["SWATCH: not dose."]],
];

test("what cannot be read is dropped and named, and the rest is kept", () => {
  for (const [fragment, kept, dropped] of DROPPED) {
    const found = read(fragment);
    assert.deepEqual(ids(found), kept, fragment);
    assert.deepEqual(found.dropped, dropped, fragment);
  }
});

test("a dose that an exercise lacks becomes the usual one", () => {
  assert.deepEqual({ ...read("v=1&cards=chair.build").deck.cards[0].dose }, { plan: "start" });
});

test("a link of 4,000 letters is not too long", () => {
  const fragment = "v=1&cards=chair&more=".padEnd(4000, "x");
  assert.deepEqual(read(fragment).dropped, []);
  assert.deepEqual(read(`${fragment}x`).dropped, ["Too long: 4,000 read."]);
});

test("a link that is far too long is read as far as 4,000 letters", () => {
  const found = read(`v=1&cards=chair,${"x".repeat(10_000)}`);
  assert.deepEqual(ids(found), ["chair"]);
  assert.equal(found.dropped[0], "Too long: 4,000 read.");
});

test("no days are planned that nobody chose", () => {
  const link = encode(withCards(EMPTY, [card("chair")], guide));
  assert.deepEqual([...read(link).deck.days], []);
  assert.deepEqual([...read("v=1&cards=chair").deck.days], []);
  assert.deepEqual([...read("v=1&cards=chair&days=mo.we.fr").deck.days], ["mo", "we", "fr"]);
});

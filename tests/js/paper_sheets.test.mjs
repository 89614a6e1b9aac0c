// What stands on paper, as elements: fronts and backs of cards, the plan, the handout, the log, and the foot of each sheet.

import assert from "node:assert/strict";
import test from "node:test";
import { html } from "./page.mjs";
import { catalogue } from "../../docs/assets/javascripts/studio/catalogue.js";
import { element } from "../../docs/assets/javascripts/studio/element.js";
import { back } from "../../docs/assets/javascripts/studio/paper/back.js";
import { cardsSheet } from "../../docs/assets/javascripts/studio/paper/cards.js";
import { foot, withOwnLine } from "../../docs/assets/javascripts/studio/paper/foot.js";
import { front } from "../../docs/assets/javascripts/studio/paper/front.js";
import { rowsSheet } from "../../docs/assets/javascripts/studio/paper/handout.js";
import { layOut } from "../../docs/assets/javascripts/studio/paper/lay.js";
import { logSheet } from "../../docs/assets/javascripts/studio/paper/log.js";
import { planBack, planFront } from "../../docs/assets/javascripts/studio/paper/plan.js";
import { roomFor } from "../../docs/assets/javascripts/studio/paper/room.js";
import { sheetElement } from "../../docs/assets/javascripts/studio/paper/sheet.js";
import { tickOff, ticks } from "../../docs/assets/javascripts/studio/paper/ticks.js";
import { amountOf, exerciseOf, guide, span, words } from "./guide.mjs";

const eight = amountOf({ reps: span(8), days_a_week: span(3) });
const drawn = (id, more) => exerciseOf(id, {
  goal: "Good for all.", stop: "Halt if it hurts.", ask: "you fall.", ask_more: "", ask_first: ["You fall."], breathing: "Calm.",
  steps: [{ do: "Sit.", frame: 1 }, { do: "Wait.", frame: 1 }, { do: "Stand.", frame: 2 }],
  frames: [{ figure: "1.svg", alt: "One", width: 100, height: 50 }, { figure: "2.svg", alt: "Two", width: 90, height: 60 }],
  mistakes: ["Too fast", "Too far!"], easier: ["use a chair", "lean", "rest"], harder: [], credit: "Version 3.", short: "c/x/", version: 3, ...more,
});
const same = (phrase) => ({ one: phrase, many: phrase });
const data = catalogue({
  ...guide,
  licence: "CC",
  checked: "Checked.",
  days: ["M", "T", "W", "T", "F", "S", "S"],
  emergency: { title: "Call 1 (2, 3):", signs: "All signs." },
  sheet: { edge_mm: 8, foot_mm: 12, tick_mm: 5, cut_mm: { front: 4, back: 6 }, layouts: { four: { text_pt: 12, strip_pt: 12, strip_mm: 29, cuts: true }, two: { text_pt: 18, strip_pt: 12, strip_mm: 29, cuts: true }, single: { text_pt: 20, strip_pt: 14, strip_mm: 38, cuts: false } } },
  words: {
    ...words,
    exercise: { mistakes: "Wrong:", breathing: "Breathe:", easier: "Easier:", harder: "Harder:", ask_first: "Ask:", stop_word: "Halt", dose: "Much", how_often: "Often" },
    cards: { ...words.cards, signs: "Some signs.", ask_first: "Ask if:", ruler: "100 mm.", ticks: "Tick", sides: { "one-sided": { text: "Cut." }, duplex: { text: "Flip." }, "fold-over": { text: "Fold." } } },
    log: { rows: ["Walk", "Pain"] },
    studio: {
      ...words.studio,
      name: "Name",
      sheet: {
        page: "{number} of {pages}", front: "{page} front", back: "{page} back", fold: "{page} fold", name_for: "For {name}", plan_for: "Plan of {name}", plan: "Plan", time: same("{number} min"), time_in_all: same("{number} min in all"),
        more: "and {number}", went: "How?", handout: "Mine", date: "Date", log: "Log", starting: "From", weeks: "{first}-{last}", ticks: "Boxes", card_code: "Code of {title}", plan_code: "Code", scan: "Scan.", note: "Note:",
        ring: "Ring {name} on {telephone}.", ring_number: "Ring {telephone}.", ask: "Ask {name}.",
      },
    },
  },
  exercises: [
    drawn("chair", { dose: { start: eight, build: amountOf({ reps: span(12), days_a_week: span(3), note: "More" }), flare: amountOf({ reps: span(2), when: "often" }) } }),
    drawn("bare", { dose: null, stop: "", ask: "", mistakes: [], easier: [], ask_first: [], ask_more: "" }),
    ...Array.from({ length: 12 }, (_, index) => drawn(`x${index}`)),
  ],
});
const NOBODY = { name: "", notes: "", clinic: { name: "", telephone: "" }, cardNotes: new Map() };
const RING = { name: "Dr <i>", telephone: "12" };
const about = (more = {}) => ({
  catalogue: data, paper: { width_mm: 200, height_mm: 309 }, sides: "one", deckLayout: "four", layout: "four", noteOn: "front", cards: [], minutes: 0, strip: 29,
  link: "https://example.org/#v=2", site: "https://example.org/g/", address: (name) => `/${name}`, keep: (_, make) => make(), ...more, personal: { ...NOBODY, ...more.personal },
});
const start = { plan: "start" };
const cardOf = (id = "chair", dose = start) => ({ id, dose });
const whole = (...parts) => element("main", {}, parts);
const noted = { cardNotes: new Map([["chair", "<b>slow</b>"]]) };

test("a front has its parts in order, all as text", () => {
  const root = whole(front(cardOf(), about({ personal: noted })));
  const parts = root.children.map(({ dataset, textContent }) => [dataset.part, textContent]);
  assert.deepEqual(parts, [
    ["head", "CHAIRGood for all."], ["pictures", "123"], ["steps", "1Sit.2Wait.3Stand."], ["start", "First 8 times, 3 days a week."], ["note", "Note: <b>slow</b>"], ["stop", "Halt if it hurts."],
    ["ask", "Ask if: you fall."], ["lines", "Call 1 (2, 3): Some signs.Checked. example.org/g/c/x/ Version 3."], ["code", ""],
  ]);
  assert.deepEqual(root.querySelectorAll("figcaption").map((each) => each.textContent), ["12", "3"]);
  assert.equal(root.querySelector("svg").attributes.get("aria-label"), "Code of CHAIR");
  const code = root.querySelector("[data-part=code]");
  assert.equal(Number(code.dataset.modules), Number(code.querySelector("svg").dataset.modules) - 8); // without its white
});

test("a front leaves out what an exercise lacks, and the note that stands on the back", () => {
  const parts = (card, more) => whole(front(card, about(more))).children.map(({ dataset }) => dataset.part).join(" ");
  assert.equal(parts(cardOf("bare")), "head pictures steps lines code");
  assert.equal(parts(cardOf(), { personal: noted, noteOn: "back" }), "head pictures steps start stop ask lines code");
});

const backText = (card, more) => whole(back(card, about(more))).textContent;

test("a back has how to go on, what is easy to get wrong, and two ways to make it easier", () => {
  const more = "Wrong: Too fast. Too far!Breathe: Calm.Easier: Use a chair. Lean.";
  assert.equal(backText(cardOf()), `CHAIRLater 12 times. More.Little 2 times, often.${more}`);
  assert.equal(backText(cardOf("chair", { plan: "flare" })), `CHAIR${more}`);
  assert.equal(backText(cardOf("chair", { plan: "own", from: "start", days_a_week: span(5) })), `CHAIRLater: Little 2 times, often.${more}`);
  assert.equal(backText(cardOf("bare")), "BAREBreathe: Calm.");
  assert.equal(backText(cardOf("bare"), { layout: "single" }), "BAREBreathe: Calm.");
  assert.match(backText(cardOf(), { layout: "single" }), /Ask: You fall\.$/);
  assert.match(backText(cardOf(), { noteOn: "back", personal: noted }), /^CHAIRNote: <b>slow<\/b>Later/);
});

test("the plan lists ten exercises whole, and of eleven nine", () => {
  const listed = (number, more) => whole(planFront(null, about({ cards: Array.from({ length: number }, (_, index) => cardOf(`x${index}`)), ...more }))).textContent;
  assert.equal(listed(1), "Plan1.X0Scan.");
  assert.match(listed(10), /10\.X9Scan\.$/);
  assert.match(listed(11), /9\.X8and 2Scan\.$/);
  assert.equal(listed(0, { minutes: 12, personal: { name: "<A>", notes: "Rest", clinic: RING } }), "Plan of <A>12 minRestRing Dr <i> on 12.Scan.");
  assert.deepEqual([whole(planBack(null, about())).textContent, whole(planBack(null, about())).querySelectorAll("i").length], ["How?", 24]);
});

test("a handout has its head on the first page alone, and goes on counting", () => {
  const page = (first, more) => rowsSheet({ cards: [cardOf()], first }, about(more));
  assert.equal(page(1, { minutes: 12 }).textContent, "MineName: Date: 12 min in allScan.1231. CHAIR1Sit.2Wait.3Stand.First 8 times, 3 days a week.Halt if it hurts.Ask if: you fall.");
  assert.equal(page(3, { personal: noted }).textContent, "1233. CHAIR1Sit.2Wait.3Stand.First 8 times, 3 days a week.Note: <b>slow</b>Halt if it hurts.Ask if: you fall.");
  assert.equal(page(3).querySelector("ol").attributes.get("start"), "3");
  assert.match(page(1).textContent, /^MineName: Date: Scan\./);
});

test("a handout names all who should ask first, those on the back of a card too", () => {
  const said = (more) => {
    const byId = new Map([["chair", { ...data.byId.get("chair"), ...more }]]);
    return rowsSheet({ cards: [cardOf()], first: 2 }, about({ catalogue: { ...data, byId } })).textContent.split("hurts.")[1];
  };
  assert.equal(said({ ask_more: "you are dizzy." }), "Ask if: you fall, you are dizzy.");
  assert.equal(said({ ask: "", ask_more: "you are dizzy." }), "Ask if: you are dizzy.");
  assert.equal(said({ ask: "" }), "");
});

test("a log has two tables of two weeks, and measures and note on its first page", () => {
  const page = (measures) => logSheet({ cards: [cardOf()], measures }, about({ personal: { notes: "Rest", name: "Ann" } }));
  assert.deepEqual(page(true).querySelectorAll("caption").map((each) => each.textContent), ["1-2", "3-4"]);
  const lines = (found) => found.querySelector("table").querySelectorAll("[scope=row]").map((each) => each.textContent).join();
  assert.deepEqual([lines(page(true)), lines(page(false))], ["Walk,Pain,CHAIR", "CHAIR"]);
  assert.deepEqual([true, false].map((first) => page(first).querySelector("header").textContent), ["LogName: AnnFrom: RestScan.", "LogName: AnnFrom: Scan."]);
  assert.equal(page(true).querySelector("table").querySelectorAll("td").length, 1 + 3 * 14);
});

test("a foot says which page it is, how to cut, and whom to ask", () => {
  const text = (sheet, more) => foot("1 of 2", sheet, about(more)).textContent;
  const cards = { kind: "cards", side: "front" };
  assert.equal(text(cards), "Call 1 (2, 3): All signs.Checked. 1 of 2100 mm. Cut.");
  assert.equal(text(cards, { deckLayout: "single" }), "Call 1 (2, 3): All signs.Checked. 1 of 2100 mm.");
  assert.equal(text(cards, { sides: "duplex" }).slice(-5), "Flip.");
  assert.equal(text({ kind: "rows", side: "front" }, { deckLayout: "rows", personal: { name: "<A>", clinic: { name: "", telephone: "12" } } }), "Call 1 (2, 3): All signs.Checked. 1 of 2 · CC100 mm.For <A>. Ring 12.");
  assert.deepEqual([NOBODY, { ...NOBODY, name: "A" }, { ...NOBODY, clinic: RING }].map((personal) => withOwnLine({ strip_mm: 29 }, personal).strip_mm), [29, 33.2, 33.2]);
});

const total = { pages: 2, sides: "one", paper: "a4" };
const four = (side) => ({ kind: "cards", layout: "four", across: 2, down: 2, side, slots: [{ face: "front", card: cardOf() }, null, null, null] });

test("a sheet says its number, its side where there are two, and its sizes in millimetres", () => {
  const label = (side, more) => sheetElement(four(side), 1, { ...total, ...more }, about()).attributes.get("aria-label");
  assert.deepEqual([label("front"), label("front", { sides: "duplex" }), label("back"), label("fold")], ["1 of 2", "1 of 2 front", "1 of 2 back", "1 of 2 fold"]);
  assert.equal(sheetElement(four("front"), 1, total, about({ personal: { name: "A" } })).style.cssText, "--sheet-width:200mm;--sheet-height:309mm;--strip:33.2mm;--edge:8mm;--bottom:12mm;--strip-letter:12pt");
  assert.match(html(sheetElement({ kind: "log", side: "front", measures: true, cards: [] }, 1, total, about())), /^<section class="bs-sheet bs-sheet--log bs-sheet--log bs-sheet--front"/);
});

test("cards stand in their places, empty ones too, with marks to cut and to fold at", () => {
  const sheet = (side) => cardsSheet(four(side), about(), data.sheet.layouts.four);
  const slots = sheet("front").querySelectorAll(".bs-slot");
  assert.deepEqual(slots.map(({ style, childElementCount }) => [style.cssText, childElementCount])[0], ["left:8mm;top:8mm;width:88mm;height:128mm", 1]);
  assert.deepEqual(slots.map(({ childElementCount }) => childElementCount), [1, 0, 0, 0]);
  const [mark, , , , upright] = sheet("front").querySelectorAll("i").map(({ style }) => style.cssText);
  assert.deepEqual([mark, upright], ["left:8mm;top:140mm;width:5mm", "left:100mm;top:8mm;height:5mm"]);
  const marks = (side) => ["cut--across", "cut--down", "fold--across", "fold--down"].map((kind) => sheet(side).querySelectorAll(`.bs-${kind}`).length);
  assert.deepEqual([marks("front"), marks("back"), marks("fold")], [[6, 3, 0, 0], [0, 0, 0, 0], [6, 0, 0, 1]]);
});

test("boxes to tick are as large as there is room for, four weeks of seven days", () => {
  const drawnIn = (room, width = 300) => {
    const words = Object.assign(element("div", { class: "bs-face__words" }));
    const place = ticks(about());
    const face = Object.assign(element("article", {}, words, place), { clientWidth: width, computed: { fontSize: "10px" } });
    return [tickOff(face, room), place.querySelectorAll("svg").length, place.querySelectorAll("span").map((each) => each.textContent).join("")];
  };
  assert.deepEqual(drawnIn(200), [true, 1, "MTWTFSS1234"]);
  assert.deepEqual(drawnIn(100), [true, 2, "MTWTFSS12MTWTFSS34"]);
  assert.deepEqual(drawnIn(50), [true, 4, "1234"]);
  assert.deepEqual(drawnIn(40), [false, 4, "1234"]);
});

// ---------- On sheets of so many letters ----------

function measured(room) {
  const made = document.createElement;
  document.createElement = (tag) => {
    const part = Object.assign(made(tag), { clientWidth: 300, clientHeight: room, computed: { fontSize: "10px", height: "10px" } });
    Object.defineProperties(part, { scrollHeight: { get: () => part.textContent.length }, offsetHeight: { get: () => part.textContent.length } });
    return part;
  };
  return () => (document.createElement = made);
}

test("a handout has as few pages as its words take, and a note that does not fit stays off", () => {
  const undo = measured(350);
  const parent = element("main");
  const deck = { layout: "rows", sides: "one", paper: "a4", cards: ["x0", "x1", "x2", "x3", "x4"].map((id) => cardOf(id)) };
  const lay = (notes) => layOut(parent, deck, about({ personal: { cardNotes: new Map(Object.entries(notes)) } }));
  // a row takes 89 letters, the head 21, a note 6 more than it has
  assert.deepEqual(lay({}), { pages: 2, notes: [], words: [], codeless: false });
  assert.deepEqual(lay({ x1: "a".repeat(120) }), { pages: 3, notes: [], words: [], codeless: false });
  assert.deepEqual(lay({ x1: "a".repeat(400) }), { pages: 2, notes: ["x1"], words: [], codeless: false });
  assert.equal(parent.textContent.includes("aaa"), false);
  assert.deepEqual([layOut(parent, { ...deck, cards: [] }, about()), parent.hidden], [{ pages: 0, notes: [], words: [], codeless: false }, true]);
  undo();
  const undoRoomy = measured(1000);
  assert.equal(layOut(element("main"), deck, about()).pages, 1);
  undoRoomy();
});

test("a note may have as many letters as its card has room for, in tens, and no more than the most", () => {
  const undo = measured(400);
  const deck = { layout: "four", sides: "duplex", paper: "a4", cards: [cardOf()] };
  const hidden = element("main");
  const room = (most, note = "") => roomFor("chair", note, most, { deck, about: about({ sides: "duplex" }), hidden });
  const taken = back(cardOf(), about({ noteOn: "back", personal: { cardNotes: new Map([["chair", "!"]]) } }))[0].textContent.length - 1;
  // one row of boxes takes 41.2 pixels, a letter one
  assert.equal(room(600), Math.floor((400 - 41.2 - taken) / 10) * 10);
  assert.deepEqual([room(50), room(0), hidden.childElementCount], [50, 0, 0]);
  undo();
  const undoFull = measured(taken + 40);
  assert.deepEqual([room(600), hidden.childElementCount], [0, 0]);
  undoFull();
});

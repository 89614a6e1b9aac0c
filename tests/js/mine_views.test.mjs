// What stands on the page of one's exercises, as elements: the list, the week, what was dropped, and nothing at all.

import assert from "node:assert/strict";
import { test } from "node:test";
import { html } from "./page.mjs";
import { dayName, listHead, listRows } from "../../docs/assets/javascripts/mine/list.js";
import { nothingView } from "../../docs/assets/javascripts/mine/nothing.js";
import { planOf } from "../../docs/assets/javascripts/mine/plan.js";
import { droppedView, soreSwitch } from "../../docs/assets/javascripts/mine/top.js";
import { weekView } from "../../docs/assets/javascripts/mine/week.js";
import { catalogue } from "../../docs/assets/javascripts/studio/catalogue.js";
import { EMPTY, card, withCards, withDose } from "../../docs/assets/javascripts/studio/deck.js";
import { element } from "../../docs/assets/javascripts/studio/element.js";
import { amountOf, exerciseOf, guide, span, words } from "./guide.mjs";

const TODAY = "2026-11-27"; // a Friday
const twice = amountOf({ reps: span(8), times_a_day: span(1, 2), days_a_week: span(3), note: "Slowly" });
const drawn = { frames: [{ figure: "a.svg", alt: "One", width: 9.6, height: 5 }, { figure: "b.svg", alt: "Two", width: 9.6, height: 5 }], steps: [{ do: "<b>Sit</b>" }], stop: "Stop if it hurts.", ask: "you fall.", ask_more: "" };
const mine = {
  as_told: "As told", today: "It is {day}", days: "On {days}.", exercises: { one: "{number} pattern", many: "{number} patterns" },
  about: { one: "some {number} minute", many: "some {number} minutes" }, begin: "Go", begin_again: "Once more", none_today: "None.", other_days: "Other days",
  sore: "Sore", sore_told: "Less.", sore_now: "Small.", sore_none: "No small one.", no_plan: "No plan", no_plan_told: "Open one.", ready_sets: "Sets",
  own_choice: "Or in the {link}!", studio: "desk", timer: { go_on: "On" },
  ticks: {
    done: "Done", done_of: "Done {number}/{times}", done_all: "All done", done_some: "{number} of {exercises}.", week: "Week", day: "{day}: {done}", today: "{day} (now)",
    count: { one: "{number} time", many: "{number} times" }, none: "none", private: "Here only.", not_kept: "Not kept.", save: "Save", delete: "Delete", undo: "Undo",
  },
};
const data = catalogue({
  ...guide,
  words: { ...words, mine, cards: { ...words.cards, ask_first: "Ask if:" }, studio: { ...words.studio, link: { ...words.studio.link, not_all: "Not all:", more: "{number} more" } } },
  sets: [{ title: "Set", text: "a few", exercises: ["plank"] }],
  exercises: [
    exerciseOf("bend", { ...drawn, dose: { start: twice, build: null, flare: amountOf({ reps: span(2), when: "often" }) } }),
    exerciseOf("turn", drawn),
    exerciseOf("down", drawn),
    exerciseOf("plank", { ...drawn, needs_floor: true }),
  ],
});
const own = (deck, id, on) => withDose(deck, id, { plan: "own", from: "start", on });
const entriesOf = (deck = withCards(EMPTY, ["bend", "turn"].map(card), data), sore = false) => planOf(deck, data, { sore, weekday: 4 });
const head = (ticks, more = {}) => {
  const begun = [];
  const made = listHead({ entries: entriesOf(), ticks: { [TODAY]: ticks }, today: TODAY, days: [], begin: (id) => begun.push(id), catalogue: data, ...more });
  made[2]?.querySelector("button").listeners.click();
  return [...made.map((each) => each?.textContent ?? ""), ...begun];
};

test("a day is named as the language has it, Monday first", () => {
  assert.deepEqual([0, 6, 7].map((number) => dayName(number, { language: "en" })), ["Monday", "Sunday", "Monday"]);
  assert.equal(dayName(TODAY, { language: "de" }), "Freitag");
  assert.equal(dayName(TODAY, { language: "en" }, "short"), "Fri");
});

test("the head tells what is left, and its button begins with that", () => {
  // 8 repeats of 4 seconds each
  assert.deepEqual(head([]), ["It is Friday", "2 patterns, some 2 minutes.", "Go", "bend"]);
  assert.deepEqual(head(["bend"]), ["It is Friday", "2 patterns, some 2 minutes. 1 of 2.", "On", "turn"]);
  assert.deepEqual(head(["turn", "bend"]), ["All done", "2 patterns, some 2 minutes.", "Once more", "bend"]);
  assert.equal(head([], { days: [0, 2] })[1], "2 patterns, some 2 minutes. On Monday & Wednesday.");
});

test("a day without exercises says so, and has nothing to begin", () => {
  assert.deepEqual(head([], { entries: [] }), ["It is Friday", "None.", ""]);
});

const rows = (deck, { ticks = [], sore = false } = {}) => {
  const called = [];
  const view = listRows({ entries: entriesOf(deck, sore), ticks: { [TODAY]: ticks }, today: TODAY, begin: (id) => called.push(id), tick: (...what) => called.push(what), catalogue: data, site: (name) => `/${name}`, sore });
  return { called, root: element("main", {}, view) };
};

test("a row has a box for each time of the day, which ticks and unticks one", () => {
  const { root, called } = rows(undefined, { ticks: ["bend"] });
  const [bend, turn] = root.querySelectorAll("li").filter((item) => item.matches(".bs-mine__row"));
  const boxes = bend.querySelectorAll("input");
  assert.deepEqual(boxes.map((box) => [box.attributes.get("aria-label"), box.attributes.has("checked")]), [["Done 1/2: BEND", true], ["Done 2/2: BEND", false]]);
  assert.deepEqual([turn.querySelectorAll("input").length, turn.querySelector("label").textContent], [1, "Done"]);
  boxes[1].listeners.change({ target: { checked: true } });
  boxes[0].listeners.change({ target: { checked: false } });
  bend.querySelector("button").listeners.click();
  assert.deepEqual(called, [["bend", 2], ["bend", 0], "bend"]);
  assert.deepEqual([bend, turn].map(({ dataset }) => dataset.done), ["", undefined]);
});

test("a row says amount, note, steps and whom it is not for, all as text", () => {
  const [bend] = rows().root.querySelectorAll(".bs-mine__row");
  assert.equal(bend.textContent, "BEND8 times. 3 days a week; 1 to 2 times daily.Slowly.<b>Sit</b>Stop if it hurts.Ask if: you fall.Done 1/2Done 2/2");
  assert.match(html(bend), /<img src="\/b.svg" alt width="10" height="5">.*<li>&lt;b>Sit&lt;\/b>/);
});

test("exercises of other days stand below, under a heading of their own", () => {
  const { root } = rows(own(own(withCards(EMPTY, ["bend", "turn"].map(card), data), "bend", ["mo"]), "turn", ["fr"]));
  assert.deepEqual(root.children.map(({ tag, attributes }) => `${tag} ${attributes.get("aria-labelledby") ?? attributes.get("id")}`), ["ol mine-head", "h3 mine-others", "ol mine-others"]);
  assert.deepEqual(root.querySelectorAll(".bs-mine__open").map((button) => button.textContent), ["TURN", "BEND"]);
});

test("on a sore day each row says whether its amount is a small one", () => {
  const { root } = rows(undefined, { sore: true });
  assert.deepEqual(root.querySelectorAll(".bs-mine__small").map((said) => said.textContent), ["Small.", "No small one."]);
});

test("the switch for a sore day is there where an exercise has a small amount", () => {
  const turned = [];
  const view = soreSwitch(entriesOf(), { sore: true, turn: (on) => turned.push(on), catalogue: data });
  assert.deepEqual([view.textContent, view.querySelector("input").attributes.has("checked")], ["SoreLess.", true]);
  const off = soreSwitch(entriesOf(), { sore: false, turn() {}, catalogue: data });
  assert.equal(off.querySelector("input").attributes.has("checked"), false);
  view.querySelector("input").listeners.change({ target: { checked: false } });
  assert.deepEqual(turned, [false]);
  assert.equal(soreSwitch(entriesOf().slice(1), { catalogue: data }), null);
});

test("six sentences about a link are told, and how many more there are", () => {
  const said = (number) => droppedView(Array.from({ length: number }, (_, index) => `<${index}>`), data)?.querySelectorAll("li").map((item) => item.textContent).join(" ");
  assert.equal(said(0), undefined);
  assert.equal(said(6), "<0> <1> <2> <3> <4> <5>");
  assert.equal(said(8), "<0> <1> <2> <3> <4> <5> 2 more");
});

const week = (ticks, more = {}) => weekView({ ticks, today: TODAY, kept: true, save() {}, remove() {}, undo: null, catalogue: data, ...more });

test("the week says for each day how much was done, and which one it is", () => {
  const view = week({ "2026-11-23": ["bend"], [TODAY]: ["bend", "bend"], "2026-11-20": ["turn"] });
  const said = view.querySelectorAll(".bs-unseen").map((each) => each.textContent);
  assert.deepEqual(said, ["Monday: 1 time", "Tuesday: none", "Wednesday: none", "Thursday: none", "Friday (now): 2 times", "Saturday: none", "Sunday: none"]);
  assert.deepEqual(view.querySelectorAll("b").map((each) => each.textContent).join(), "1,,,,2,,");
  assert.equal(view.querySelectorAll("[aria-current=date]").length, 1);
});

test("ticks may be saved and deleted where there are some, and brought back after that", () => {
  const buttons = (...about) => week(...about).querySelectorAll("button").map((each) => each.textContent).join();
  assert.deepEqual([buttons({}), buttons({ [TODAY]: ["bend"] }), buttons({}, { undo() {} })], ["", "Save,Delete", "Undo"]);
  assert.ok(week({}, { kept: false }).textContent.includes("Not kept.") && week({}).textContent.includes("Here only."));
});

test("without a plan there are ready sets as links, with what comes along, and the way to the studio", () => {
  const root = element("main", {}, nothingView({ catalogue: data, studio: "/desk/" }));
  assert.equal(root.textContent, "No planOpen one.SetsSet a fewOr in the desk!");
  const [set, studio] = root.querySelectorAll("a").map(({ attributes }) => attributes.get("href"));
  assert.match(set, /^#v=2&cards=svg.hzp&as=a&k=.$/); // the way down, then the plank
  assert.equal(studio, "/desk/");
  assert.equal(element("main", {}, nothingView({ catalogue: { ...data, sets: [] }, studio: null })).textContent, "No planOpen one.");
});

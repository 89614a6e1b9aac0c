// The choices of the studio: rows of radio buttons that show the plan, and change it.

import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY } from "../../docs/assets/javascripts/studio/deck.js";
import { startChoices } from "../../docs/assets/javascripts/studio/desk/choices.js";
import { element } from "../../docs/assets/javascripts/studio/element.js";
import { guide } from "./guide.mjs";
import "./page.mjs";

const OPTIONS = { layout: ["four", "two", "single", "rows", "log"], sides: ["one", "duplex", "fold"], paper: ["a4", "letter"] };

function desk(deck) {
  const label = (value) => element("label", {}, Object.assign(element("input"), { value }), `\n  The ${value} \n one `);
  const root = element("form", {}, Object.entries(OPTIONS).map(([name, values]) => element("fieldset", { "data-bs-choice": name }, values.map(label))));
  const taken = [];
  const plan = { deck: { ...EMPTY, ...deck }, take: (...what) => taken.push(what) };
  const { show } = startChoices({ root, data: guide, plan });
  show();
  const group = (name) => root.querySelector(`[data-bs-choice=${name}]`);
  const radios = (name) => group(name).querySelectorAll("input");
  return {
    plan,
    show,
    taken,
    chosen: () => Object.keys(OPTIONS).map((name) => radios(name).filter(({ checked }) => checked).map(({ value }) => value).join()).join(" "),
    sides: () => (group("sides").hidden ? "none" : radios("sides").filter((radio) => !radio.closest("label").hidden).map(({ value }) => value).join(" ")),
    choose: (name, value) => group(name).listeners.change({ target: radios(name).find((radio) => radio.value === value) }),
    hidden: (name) => radios(name).filter((radio) => radio.closest("label").hidden).length,
  };
}

test("what the plan has is marked, each time it is shown", () => {
  const shown = desk({ layout: "two", sides: "fold", paper: "letter" });
  assert.equal(shown.chosen(), "two fold letter");
  shown.plan.deck = EMPTY;
  shown.show();
  assert.equal(shown.chosen(), "four one a4");
});

test("sides that do not go with a layout are hidden, and all of them where there is but one", () => {
  const sides = (layout) => desk({ layout }).sides();
  assert.deepEqual(OPTIONS.layout.map(sides), ["one duplex fold", "one duplex fold", "one duplex", "none", "none"]);
  const shown = desk({ layout: "log" });
  assert.deepEqual([shown.hidden("layout"), shown.hidden("paper")], [0, 0]);
  shown.plan.deck = EMPTY;
  shown.show();
  assert.equal(shown.sides(), "one duplex fold");
});

test("a choice is taken with its label, and what does not go with it is mended", () => {
  const shown = desk({ layout: "two", sides: "fold" });
  shown.choose("layout", "single");
  const [[deck, said]] = shown.taken;
  assert.deepEqual([deck.layout, deck.sides, said], ["single", "one", "The single one"]);
  shown.choose("paper", "letter");
  assert.deepEqual([shown.taken[1][0].paper, shown.taken[1][0].layout, shown.taken.length], ["letter", "two", 2]);
});

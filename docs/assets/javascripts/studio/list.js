// The list: the chosen cards in order, each with its dose, buttons to move it and to take it out, and a handle to drag.

import { fill } from "../phrase.js";
import { plans } from "./dose.js";
import { element } from "./element.js";
import { numbers } from "./fields.js";
import { ownFrom } from "./own.js";
import { doseShown } from "./says.js";

/** Return the list item of one card. */
export function listItem({ id, dose }, exercise, { index, last, required, open, opens, catalogue, address, noteField, moveTo, remove, setDose }) {
  const words = catalogue.words.studio.items;
  const label = (phrase) => fill(phrase, exercise);
  const picture = exercise.frames[1] ?? exercise.frames[0];
  const says = element("p", { class: "bs-item__dose" }, doseShown(dose, exercise, catalogue));
  const button = (key, name, sign, disabled, onclick) =>
    element("button", { type: "button", class: "bs-tool bs-tool--icon", title: name, "data-focus": `${key}:${id}`, disabled, onclick }, element("span", { "aria-hidden": "true" }, sign));
  return element(
    "li",
    { class: "bs-item", "data-id": id },
    element("span", { class: "bs-item__handle", "data-bs-handle": true, "aria-hidden": "true", title: words.drag }, "⠿"),
    element("span", { class: "bs-plate" }, element("img", { src: address(picture.figure), alt: "" })),
    element("div", { class: "bs-item__words" }, element("h3", {}, `${index + 1}. ${exercise.title}`), says),
    element(
      "div",
      { class: "bs-item__tools" },
      button("up", label(words.up), "↑", index === 0, () => moveTo(index - 1)),
      button("down", label(words.down), "↓", index === last, () => moveTo(index + 1)),
      required ? null : button("remove", label(words.take_out), "✕", false, remove),
    ),
    exercise.dose ? change({ id, dose }, exercise, { open, opens, catalogue, noteField, says, setDose }) : noteField,
    required ? byRule(id, exercise, words, remove) : null,
  );
}

// The way down comes by rule. Whoever knows better leaves it out by a plain word.
function byRule(id, { title }, words, remove) {
  return element(
    "div",
    { class: "bs-item__rule" },
    element("p", { id: `rule-${id}` }, words.along_why),
    element(
      "button",
      {
        type: "button",
        class: "bs-tool",
        "data-focus": `remove:${id}`,
        "aria-label": `${words.leave_out}: ${title}`,
        "aria-describedby": `rule-${id}`,
        onclick: remove,
      },
      words.leave_out,
    ),
  );
}

function change({ id, dose }, exercise, { open, opens, catalogue, noteField, says, setDose }) {
  const own = dose.plan === "own" ? dose : ownFrom(dose, exercise);
  const typed = (next, typing) => {
    if (typing) {
      panel.querySelector("[value=own]").checked = true;
    }
    setDose(next, typing);
  };
  const panel = element(
    "details",
    { class: "bs-item__change", name: "studio-change", open, ontoggle: (event) => opens(event.target.open) },
    element(
      "summary",
      { "data-focus": `change:${id}` },
      catalogue.words.studio.items.change,
      element("span", { class: "bs-unseen" }, ` ${exercise.title}`),
    ),
    stages({ id, dose }, exercise, own, catalogue.words, setDose),
    dose.plan === "blank" ? null : numbers({ id, dose: own }, exercise, { catalogue, says, setDose: typed }),
    noteField,
  );
  return panel;
}

function stages({ id, dose }, exercise, own, words, setDose) {
  const names = { ...words.studio.items.amounts };
  for (const stage of ["build", "flare"]) {
    names[stage] = words.dose.amounts[stage].name;
  }
  const radio = (value) =>
    element("input", {
      type: "radio",
      name: `studio-stage-${id}`,
      value,
      checked: value === dose.plan,
      "data-focus": `stage-${value}:${id}`,
      onchange: () => setDose(value === "own" ? own : { plan: value }, false),
    });
  return element(
    "fieldset",
    { class: "bs-choices bs-choices--small" },
    element("legend", {}, words.exercise?.dose, element("span", { class: "bs-unseen" }, ` ${exercise.title}`)),
    element(
      "div",
      { class: "bs-choices__row" },
      plans(exercise).map((value) => element("label", { class: "bs-choice" }, radio(value), element("span", {}, element("b", {}, names[value])))),
    ),
  );
}

/** Let the handles be dragged with mouse, pen or finger; `moved` hears the id and the new place. */
export function startDragging(list, moved) {
  list.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest("[data-bs-handle]");
    if (!handle || event.button !== 0) {
      return;
    }
    event.preventDefault();
    const item = handle.closest("[data-id]");
    const others = [...list.children].filter((other) => other !== item);
    const before = [...list.children].indexOf(item);
    let place = before;
    item.dataset.dragged = "yes";
    const follow = (at) => {
      place = others.filter((other) => middle(other) < at.clientY).length;
      list.insertBefore(item, others[place] ?? null);
    };
    const stop = (end) => {
      document.removeEventListener("pointermove", follow);
      document.removeEventListener("pointerup", stop);
      document.removeEventListener("pointercancel", stop);
      delete item.dataset.dragged;
      if (end.type === "pointerup" && place !== before) {
        moved(item.dataset.id, place);
      } else {
        list.insertBefore(item, others[before] ?? null);
      }
    };
    document.addEventListener("pointermove", follow);
    document.addEventListener("pointerup", stop);
    document.addEventListener("pointercancel", stop);
  });
}

function middle(item) {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}

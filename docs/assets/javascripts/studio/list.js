// The list: the chosen cards in order, each with its dose, buttons to move it and to take it out, and a handle to drag.

import { fill, range } from "../phrase.js";
import { LIMITS, ownFrom, plans, within } from "./dose.js";
import { element } from "./element.js";
import { doseShown } from "./says.js";

const MAY_BE_EMPTY = ["hold_s", "days_a_week"];

/** Return the list item of one card. */
export function listItem({ id, dose }, exercise, { index, last, required, catalogue, address, noteField, moveTo, remove, setDose }) {
  const words = catalogue.words.studio.items;
  const label = (phrase) => fill(phrase, exercise);
  const picture = exercise.frames[1] ?? exercise.frames[0];
  const says = element("p", { class: "bs-item__dose" }, doseShown(dose, exercise, catalogue));
  const button = (key, name, sign, disabled, onclick) =>
    element("button", { type: "button", class: "bs-tool bs-tool--icon", title: name, "data-focus": `${key}:${id}`, disabled, onclick }, element("span", { "aria-hidden": "true" }, sign));
  return element(
    "li",
    { class: "bs-item", "data-id": id },
    element(
      "div",
      { class: "bs-item__head" },
      element("span", { class: "bs-item__handle", "data-bs-handle": true, "aria-hidden": "true", title: words.drag }, "⠿"),
      element("span", { class: "bs-plate" }, element("img", { src: address(picture.figure), alt: "" })),
      element("div", { class: "bs-item__words" }, element("h3", {}, `${index + 1}. ${exercise.title}`), says),
    ),
    element(
      "div",
      { class: "bs-item__tools" },
      exercise.dose ? choice(id, dose, exercise, catalogue, setDose) : null,
      button("up", label(words.up), "↑", index === 0, () => moveTo(index - 1)),
      button("down", label(words.down), "↓", index === last, () => moveTo(index + 1)),
      required ? element("span", { class: "bs-item__rule" }, words.along) : button("remove", label(words.take_out), "✕", false, remove),
    ),
    dose.plan === "own" ? numbers(id, dose, exercise, { catalogue, says, setDose }) : null,
    noteField,
  );
}

function choice(id, dose, exercise, { words }, setDose) {
  const names = { ...words.studio.items.amounts };
  for (const stage of ["build", "flare"]) {
    names[stage] = words.dose.amounts[stage].name;
  }
  return element(
    "label",
    { class: "bs-item__how" },
    element("span", {}, words.exercise?.dose),
    element(
      "select",
      {
        "data-focus": `dose:${id}`,
        "aria-label": fill(words.studio.items.dose_of, exercise),
        onchange: (event) => setDose(event.target.value === "own" ? ownFrom(exercise) : { plan: event.target.value }, false),
      },
      plans(exercise).map((value) => element("option", { value, selected: value === dose.plan }, names[value])),
    ),
  );
}

function numbers(id, dose, exercise, { catalogue, says, setDose }) {
  const { words } = catalogue;
  const current = { ...dose };
  const fields = Object.keys(LIMITS).filter((name) => !(name === "reps" && dose.minutes) && !(name === "minutes" && dose.reps));
  return element(
    "div",
    { class: "bs-item__numbers" },
    fields.map((name) => {
      const [least, most] = LIMITS[name];
      const wrong = element("small", { class: "bs-item__wrong", id: `wrong-${name}-${id}` });
      const box = element("input", {
        type: "number",
        inputmode: "numeric",
        min: least,
        max: most,
        step: 1,
        value: dose[name],
        "data-focus": `${name}:${id}`,
        "aria-describedby": wrong.id,
        oninput: () => {
          const empty = box.value === "" && MAY_BE_EMPTY.includes(name) && !box.validity.badInput;
          const sane = empty || within(name, box.valueAsNumber);
          wrong.textContent = sane ? "" : range(words.dose.range, { low: least, high: most });
          box.setAttribute("aria-invalid", String(!sane));
          if (sane) {
            current[name] = empty ? null : box.valueAsNumber;
            says.textContent = doseShown({ ...current }, exercise, catalogue);
            setDose({ ...current }, true);
          }
        },
      });
      return element("label", {}, element("span", {}, words.studio.items.fields[name]), box, wrong);
    }),
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

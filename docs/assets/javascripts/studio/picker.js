// The picker: every exercise, fewer when one searches or filters, each with a button that adds it or takes it out.

import { fill } from "../phrase.js";
import { element } from "./element.js";

/** Give the filters their options, and call `show` at each change. */
export function startPicker(form, { exercises, levels, words }, show) {
  for (const name of ["place", "kind"]) {
    const values = exercises.map((exercise) => exercise[name]).filter(Boolean);
    form.elements[name].append(...[...new Set(values)].sort().map((value) => element("option", { value }, value)));
  }
  form.elements.level.append(
    ...levels.map((name, index) => element("option", { value: index + 1 }, fill(words.studio.items.level_option, { level: index + 1, name }))),
  );
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
}

/** Return the exercises that fit every filter. */
export function fitting(exercises, { place, kind, level }) {
  return exercises.filter(
    (exercise) =>
      (!place || exercise.place === place) && (!kind || exercise.kind === kind) && (!level || exercise.level === Number(level)),
  );
}

/** Return the names of the filters that are on: `On a chair, 2: harder`. */
export function filtersOn({ elements }) {
  const chosen = ["place", "kind", "level"].map((name) => elements[name]).filter(({ value }) => value);
  return chosen.map(({ selectedOptions: [option] }) => option.textContent).join(", ");
}

/** Return the list item of one exercise. */
export function pickItem(exercise, { chosen, required, words, address, toggle }) {
  const picture = exercise.frames[1] ?? exercise.frames[0];
  const level = exercise.level ? fill(words.level, exercise) : "";
  const facts = [exercise.place, exercise.kind, level].filter(Boolean).join(" · ");
  return element(
    "li",
    { class: "bs-pick", "data-chosen": chosen },
    element("span", { class: "bs-plate" }, element("img", { src: address(picture.figure), alt: "", loading: "lazy" })),
    element("span", { class: "bs-pick__words" }, element("b", {}, exercise.title), element("span", {}, exercise.goal), element("small", {}, facts)),
    element(
      "button",
      {
        type: "button",
        class: "bs-tool",
        disabled: chosen && required,
        title: chosen && required ? words.along : null,
        "data-focus": `pick:${exercise.id}`,
        onclick: toggle,
      },
      chosen ? words.added : words.add,
      element("span", { class: "bs-unseen" }, ` ${exercise.title}`),
    ),
  );
}

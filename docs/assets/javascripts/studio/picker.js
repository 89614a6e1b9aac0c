// The picker: every exercise, fewer when one searches or filters, each with a button that adds it or takes it out.

import { capital } from "./dose.js";
import { element } from "./element.js";

/** Give the filters their options, and call `show` at each change. */
export function startPicker(form, { exercises }, show) {
  for (const [name, values] of [
    ["place", exercises.map((exercise) => exercise.place)],
    ["kind", exercises.map((exercise) => exercise.kind)],
  ]) {
    const options = [...new Set(values)].sort().map((value) => element("option", { value }, capital(value.replaceAll("-", " "))));
    form.elements[name].append(...options);
  }
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
}

/** Return the exercises that have every searched word and fit every filter. */
export function found(exercises, { words, place, kind, level }) {
  const wanted = plain(words).split(" ").filter(Boolean);
  return exercises.filter(
    (exercise) =>
      (!place || exercise.place === place) &&
      (!kind || exercise.kind === kind) &&
      (!level || exercise.level === Number(level)) &&
      wanted.every((word) => text(exercise).includes(word)),
  );
}

/** Return the list item of one exercise. */
export function pickItem(exercise, { chosen, required, address, toggle }) {
  const picture = exercise.frames[1] ?? exercise.frames[0];
  const facts = [exercise.place, capital(exercise.kind.replaceAll("-", " ")), `level ${exercise.level}`].join(" · ");
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
        "aria-pressed": String(chosen),
        "aria-label": `${exercise.title}: in my list`,
        disabled: chosen && required,
        title: chosen && required ? "Comes with the floor exercises" : null,
        "data-focus": `pick ${exercise.id}`,
        onclick: toggle,
      },
      chosen ? "Added" : "Add",
    ),
  );
}

function text(exercise) {
  const { title, goal, kind, position, place, areas, equipment } = exercise;
  return plain([title, goal, kind, position, place, ...areas, ...equipment].join(" "));
}

// Small letters, no accents, no punctuation.
function plain(words) {
  return words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();
}

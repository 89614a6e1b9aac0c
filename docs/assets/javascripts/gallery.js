// The gallery's filter: shows the exercises that fit, says how many, and keeps the choice in the address.

import { addressWith, fits } from "./filter.js";
import { counted } from "./phrase.js";

function startFilter(filter) {
  const choices = [...filter.querySelectorAll("select")];
  choose(choices, new URLSearchParams(location.search));
  show(filter, choices);
  if (choices.some(({ value }) => value)) {
    remember(choices);
  }
  filter.addEventListener("submit", (event) => event.preventDefault());
  filter.addEventListener("change", () => {
    show(filter, choices);
    remember(choices);
  });
  filter.addEventListener("reset", (event) => {
    event.preventDefault();
    choose(choices, new URLSearchParams(choices.map(({ name }) => [name, ""])));
    show(filter, choices);
    remember(choices);
    choices[0].focus();
  });
}

// What the address asks for, where it is one of the options; anything else counts as no choice.
function choose(choices, wanted) {
  for (const choice of choices) {
    const value = wanted.get(choice.name) ?? choice.value; // what was chosen before this script was there stays
    choice.value = [...choice.options].some((option) => option.value === value) ? value : "";
  }
}

function show(filter, choices) {
  const exercises = [...document.querySelectorAll("[data-bs-exercise]")];
  const wanted = values(choices);
  for (const exercise of exercises) {
    exercise.hidden = !fits(exercise.dataset, wanted);
  }
  for (const group of document.querySelectorAll("[data-bs-group]")) {
    group.hidden = !group.querySelector("[data-bs-exercise]:not([hidden])");
  }
  const count = exercises.filter((exercise) => !exercise.hidden).length;
  const says = filter.querySelector("[data-bs-count]");
  says.textContent = count === 0 ? says.dataset.none : counted(says.dataset, count);
  filter.querySelector("[data-bs-clear]").hidden = choices.every((choice) => !choice.value);
}

function remember(choices) {
  history.replaceState(history.state, "", addressWith(location.href, values(choices)));
}

function values(choices) {
  return Object.fromEntries(choices.map(({ name, value }) => [name, value]));
}

startFilter(document.querySelector("[data-bs-filter]"));

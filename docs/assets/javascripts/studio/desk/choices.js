// The choices: the order of the list, the layout, the sides and the paper, as rows of radio buttons.

import { LAYOUTS, withChoice } from "../deck.js";

/** Start the choices; return `show`, which marks what the plan has chosen and hides what does not go with it. */
export function startChoices({ root, data, plan }) {
  const groups = [...root.querySelectorAll("[data-bs-choice]")];

  function show() {
    const { deck } = plan;
    const ways = LAYOUTS[deck.layout];
    for (const group of groups) {
      const name = group.dataset.bsChoice;
      for (const radio of group.querySelectorAll("input")) {
        radio.checked = radio.value === deck[name];
        radio.closest("label").hidden = name === "sides" && !ways.includes(radio.value);
      }
      if (name === "sides") {
        group.hidden = ways.length < 2;
      }
    }
  }

  for (const group of groups) {
    group.addEventListener("change", (event) => {
      const said = event.target.closest("label").textContent.replace(/\s+/g, " ").trim();
      plan.take(withChoice(plan.deck, { [group.dataset.bsChoice]: event.target.value }, data), said);
    });
  }
  return { show };
}

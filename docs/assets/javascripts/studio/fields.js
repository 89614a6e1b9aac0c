// The fields of a dose of one's own: its numbers, and under "More" what is changed more rarely.

import { counted, fill, range } from "../phrase.js";
import { WEEK, amount } from "./dose.js";
import { element } from "./element.js";
import { beyond, changed, hasLoad, numbersOf, readSpan } from "./own.js";
import { doseShown } from "./says.js";

const RARE = ["times_a_day"];

/** Return the fields of a card's own dose. `says` is where the dose stands in words; `setDose` hears of each change. */
export function numbers({ id, dose }, exercise, { catalogue, says, setDose }) {
  const { items } = catalogue.words.studio;
  let now = dose;
  const about = { id, exercise, catalogue, dose: () => now };
  const take = (next) => {
    now = next;
    says.textContent = doseShown(now, exercise, catalogue);
    setDose(now, true);
  };
  const change = (name, value) => {
    take(changed(now, name, value, exercise, catalogue));
    // Days that were chosen and days a week take each other's place.
    if (name === "days_a_week") {
      group.querySelectorAll("input[type=checkbox]").forEach((tick) => (tick.checked = false));
    } else if (name === "on") {
      group.querySelector(`[data-focus="days_a_week:${CSS.escape(id)}"]`).value = "";
    }
  };
  const fields = numbersOf(dose, exercise, catalogue).map((field) => [field.name, number(field, about, change)]);
  const of = (rare) => fields.filter(([name]) => RARE.includes(name) === rare).map(([, field]) => field);
  const isRare = [...RARE, "side", "load", "on"].some((name) => dose[name]);
  const group = element(
    "div",
    { class: "bs-item__numbers", role: "group", "aria-label": exercise.title },
    of(false),
    element(
      "details",
      { class: "bs-item__more", open: isRare },
      element("summary", { "data-focus": `more:${id}` }, items.more),
      element(
        "div",
        { class: "bs-item__numbers" },
        of(true),
        exercise.each_side ? select("side", items.sides, about, change) : null,
        hasLoad(dose, exercise) ? select("load", { "": items.no_load, ...catalogue.words.dose.loads }, about, change) : null,
        days(about, change),
      ),
    ),
  );
  return group;
}

function number({ name, least, most, usual }, { id, exercise, catalogue, dose }, change) {
  const { words } = catalogue;
  const said = (span) => (span ? range(words.dose.range, span) : "");
  const wrong = element("small", { class: "bs-item__wrong", id: `wrong-${name}-${id}`, role: "status" });
  const mistake = (span) => {
    if (span === null) {
      return "";
    }
    if (!span || span.low < least || span.high > most || (span.low === 0 && span.high > 0)) {
      return fill(words.studio.items.wrong, { low: least, high: most });
    }
    const next = amount({ ...dose(), [name]: span }, exercise);
    return beyond(next, exercise, catalogue).includes("session")
      ? counted(words.studio.items.too_long, catalogue.limits.session_minutes)
      : "";
  };
  let pressed = false;
  // No keypad of digits alone: on some phones it has no hyphen and no blank.
  const box = element("input", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    size: 8,
    value: name === "days_a_week" && dose().on ? "" : said(dose()[name] ?? usual),
    placeholder: said(usual),
    "data-focus": `${name}:${id}`,
    "aria-describedby": wrong.id,
    onpointerdown: () => {
      pressed = document.activeElement !== box;
    },
    onclick: () => pressed && box.select(), // so that what one types takes its place
    oninput: () => {
      const span = readSpan(box.value, words.dose.range);
      wrong.textContent = mistake(span);
      box.setAttribute("aria-invalid", String(wrong.textContent !== ""));
      if (wrong.textContent === "") {
        change(name, span);
      }
    },
  });
  return element("div", {}, element("label", {}, element("span", {}, words.studio.items.fields[name]), box), wrong);
}

function select(name, choices, { id, catalogue, dose }, change) {
  const chosen = dose()[name] ?? "";
  return element(
    "label",
    {},
    element("span", {}, catalogue.words.studio.items.fields[name]),
    element(
      "select",
      { "data-focus": `${name}:${id}`, onchange: (event) => change(name, event.target.value || null) },
      Object.entries(choices).map(([value, text]) => element("option", { value: value === "both" ? "" : value, selected: value === chosen }, text)),
    ),
  );
}

function days({ id, catalogue, dose }, change) {
  const words = catalogue.words;
  const boxes = WEEK.map((day, index) =>
    element(
      "label",
      {},
      element("input", { type: "checkbox", value: day, checked: Boolean(dose().on?.includes(day)), "data-focus": `on-${day}:${id}` }),
      element("span", {}, words.dose.weekdays[index]),
    ),
  );
  const ticked = () => boxes.map(({ firstChild }) => firstChild).filter(({ checked }) => checked).map(({ value }) => value);
  return element(
    "fieldset",
    {
      class: "bs-item__days",
      onchange: () => change("on", ticked().length ? ticked() : null),
    },
    element("legend", {}, words.studio.items.fields.on_days),
    boxes,
  );
}

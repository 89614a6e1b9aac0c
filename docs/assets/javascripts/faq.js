// The index of questions: a filter that keeps its text in the address, and a button that copies a question's address.

import { addressWith, hasWords, plain, wordsOf } from "./filter.js";
import { counted, fill } from "./phrase.js";

const KEY = "filter";

const place = document.querySelector("[data-bs-faq]");
addFilter(place);
addCopyButtons(place);

function addFilter(faq) {
  const form = faq.querySelector("form");
  const input = form.querySelector("input");
  const count = form.querySelector("[role=status]");
  const items = [...faq.querySelectorAll("[data-bs-question]")].map((element) => ({
    element,
    text: plain([element.querySelector("h3").textContent, element.querySelector("p").textContent, element.dataset.bsWords].join(" ")),
  }));

  const themes = [...faq.querySelectorAll("section")];

  function show() {
    const words = wordsOf(input.value);
    let shown = 0;
    for (const { element, text } of items) {
      element.hidden = !hasWords(text, words);
      shown += element.hidden ? 0 : 1;
    }
    for (const theme of themes) {
      theme.hidden = !theme.querySelector("[data-bs-question]:not([hidden])");
    }
    const urgent = (theme) => words.length && theme.querySelector("[data-bs-question]:not([hidden]) .bs-urgency--emergency");
    faq.querySelector("nav").after(...themes.filter(urgent), ...themes.filter((theme) => !urgent(theme))); // what cannot wait stands first
    faq.querySelector("nav").hidden = words.length > 0;
    faq.querySelector("[data-bs-none]").hidden = shown > 0;
    const number = items.length;
    count.textContent = words.length ? fill(faq.dataset.some, { shown, number }) : counted(faq.dataset, number);
  }

  function keep() {
    history.replaceState(history.state, "", addressWith(location.href, { [KEY]: input.value.trim() }));
  }

  input.value = new URL(location.href).searchParams.get(KEY) ?? input.value; // what was typed before this script was there stays
  input.addEventListener("input", () => {
    show();
    keep();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && input.value) {
      event.preventDefault();
      input.value = "";
      show();
      keep();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    faq.querySelector("[data-bs-question]:not([hidden]) a")?.focus();
  });
  show();
}

function addCopyButtons(faq) {
  if (!navigator.clipboard) {
    return; // browsers offer it on secure addresses only
  }
  const template = faq.querySelector("[data-bs-faq-copy]").content.firstElementChild;
  for (const question of faq.querySelectorAll("[data-bs-question]")) {
    const link = question.querySelector("h3 a");
    const button = template.cloneNode(true);
    const label = button.querySelector("[data-bs-label]");
    const usual = label.textContent;
    button.querySelector("[data-bs-what]").textContent = ` ${fill(faq.dataset.copyTo, { question: link.textContent })}`;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(link.href);
      label.textContent = faq.dataset.copied;
      faq.querySelector("[role=status]").textContent = faq.dataset.copied;
    });
    button.addEventListener("blur", () => {
      label.textContent = usual;
    });
    question.querySelector("[data-bs-more]").append(button);
  }
}

import { fill } from "./phrase.js";

// The header stays while pages are swapped without a reload, so its relative links are made absolute once.
for (const link of document.querySelectorAll("[data-bs-fixed]")) {
  link.setAttribute("href", link.href);
}

// The arrows that open a part of the menu are drawings; here they get a name, a state and the space bar.
function nameArrows() {
  for (const arrow of document.querySelectorAll(".md-nav__container > label.md-nav__link[tabindex]")) {
    const toggle = document.getElementById(arrow.htmlFor);
    const part = arrow.parentElement.querySelector("a").textContent.trim();
    const tell = () => arrow.setAttribute("aria-expanded", String(toggle.checked));
    arrow.setAttribute("role", "button");
    arrow.setAttribute("aria-label", fill(arrow.dataset.pagesIn ?? "{part}", { part }));
    tell();
    toggle.addEventListener("change", tell);
    arrow.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        arrow.click();
      }
    });
  }
}

// The meaning of a word shows when it is pointed at; here Tab gets to it as well, and Escape puts it away.
function openWordsToKeys() {
  for (const word of document.querySelectorAll("article abbr")) {
    word.tabIndex = 0;
    word.addEventListener("keydown", (event) => event.key === "Escape" && word.blur());
  }
}

window.document$.subscribe(nameArrows);
window.document$.subscribe(openWordsToKeys);

// Handing on: the link to the plan, to copy or to point a camera at.

import { code } from "../code.js";
import { element } from "../element.js";

/** Start the link and its code; return `show`, which brings both up to date. */
export function startHandingOn({ root, words, plan, link, say }) {
  const field = root.querySelector("[data-bs-link]");
  const copy = root.querySelector("[data-bs-copy]");
  const showCode = root.querySelector("[data-bs-show-code]");
  const picture = root.querySelector("[data-bs-code]");

  function show() {
    field.value = link();
    copy.disabled = plan.deck.cards.length === 0;
    if (!picture.hidden) {
      picture.replaceChildren(code(field.value, words.code), element("p", {}, words.code_told));
    }
  }

  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      say(words.says.copied);
      copy.textContent = words.copied;
    } catch {
      field.focus();
      field.select();
      say(words.says.marked);
    }
  });
  copy.addEventListener("blur", () => {
    copy.textContent = words.copy_link;
  });
  field.addEventListener("focus", () => field.select());
  showCode.addEventListener("click", () => {
    picture.hidden = !picture.hidden;
    showCode.setAttribute("aria-expanded", String(!picture.hidden));
    showCode.textContent = picture.hidden ? words.show_code : words.hide_code;
    show();
  });
  return { show };
}

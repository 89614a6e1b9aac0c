// Handing on: the link to the plan, to copy or to point a camera at.

import { code } from "../code.js";
import { element } from "../element.js";
import { linkTo } from "./address.js";

/** Start the link and its code; return `show`, which brings both up to date. */
export function startHandingOn({ root, words, plan, say }) {
  const link = root.querySelector("[data-bs-link]");
  const copy = root.querySelector("[data-bs-copy]");
  const showCode = root.querySelector("[data-bs-show-code]");
  const picture = root.querySelector("[data-bs-code]");

  function show() {
    link.value = linkTo(plan.deck);
    if (!picture.hidden) {
      picture.replaceChildren(code(link.value, words.code), element("p", {}, words.code_told));
    }
  }

  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link.value);
      say(words.says.copied);
      copy.textContent = words.copied;
    } catch {
      link.focus();
      link.select();
      say(words.says.marked);
    }
  });
  copy.addEventListener("blur", () => {
    copy.textContent = words.copy_link;
  });
  link.addEventListener("focus", () => link.select());
  showCode.addEventListener("click", () => {
    picture.hidden = !picture.hidden;
    showCode.setAttribute("aria-expanded", String(!picture.hidden));
    showCode.textContent = picture.hidden ? words.show_code : words.hide_code;
    show();
  });
  return { show };
}

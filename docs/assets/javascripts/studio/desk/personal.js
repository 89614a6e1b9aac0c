// What is personal: a name and notes. They go onto the sheets and nowhere else.

import { counted } from "../../phrase.js";

const TYPING_MS = 250;

/** Start the fields; `changed` is called when someone pauses. Return `personal`, which gives what is in them now. */
export function startPersonal({ root, words }, changed) {
  const name = root.querySelector("[data-bs-name]");
  const notes = root.querySelector("[data-bs-notes]");
  const left = root.querySelector("[data-bs-left]");
  let typing = 0;
  for (const field of [name, notes]) {
    field.addEventListener("input", () => {
      left.textContent = counted(words.says.left, notes.maxLength - notes.value.length);
      clearTimeout(typing);
      typing = setTimeout(changed, TYPING_MS);
    });
  }
  return { personal: () => ({ name: name.value.trim(), notes: notes.value.trim() }) };
}

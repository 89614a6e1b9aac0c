// The meaning of a word of the glossary, shown beside it where it is pointed at, touched or reached by Tab.

let shown;

function put(word) {
  away();
  word.dataset.meaning ??= word.title;
  word.removeAttribute("title"); // or the browser shows it too
  const box = document.createElement("span");
  box.className = "bs-meaning";
  box.id = "bs-meaning";
  box.setAttribute("role", "tooltip");
  box.textContent = word.dataset.meaning;
  document.body.append(box);
  word.setAttribute("aria-describedby", box.id);
  const place = word.getClientRects()[0];
  const room = document.documentElement.clientWidth - box.offsetWidth - 8;
  box.style.left = `${scrollX + Math.max(8, Math.min(place.left, room))}px`;
  box.style.top = `${scrollY + place.bottom + 6}px`;
  shown = { word, box };
}

function away() {
  if (shown) {
    shown.word.title = shown.word.dataset.meaning;
    shown.word.removeAttribute("aria-describedby");
    shown.box.remove();
    shown = undefined;
  }
}

/** Show the meaning that was first asked for, and from then on each. */
export function begin(place) {
  const word = (event) => event.target.closest?.("abbr:is([title], [data-meaning])");
  for (const touch of ["pointerover", "focusin", "click"]) {
    document.addEventListener(touch, (event) => word(event) && word(event) !== shown?.word && put(word(event)));
  }
  document.addEventListener("pointerout", (event) => word(event) && document.activeElement !== shown?.word && away());
  document.addEventListener("focusout", (event) => word(event) && away());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      away();
    } else if (word(event) && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      put(event.target);
    }
  });
  if (document.activeElement === place || place.matches(":hover")) {
    put(place); // unless one has moved on while this came
  }
}

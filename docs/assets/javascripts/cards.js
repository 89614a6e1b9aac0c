// The page of cards: two questions, and the one file that answers them. Paper and kind stay on the device.

const KEPT = "bs-cards";

function start(form) {
  recall(form.elements);
  show(form);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    keep(form.elements);
    show(form);
  });
}

function show(form) {
  const { set, paper, kind } = form.elements;
  const files = [...document.querySelectorAll("[data-set]")].filter(
    ({ dataset }) => dataset.set === set.value && dataset.paper === paper.value,
  );
  const file = files.find(({ dataset }) => dataset.kind === kind.value) ?? files[0];
  const button = form.querySelector("[data-bs-file]");
  form.querySelector("[data-bs-kind]").hidden = files.length < 2;
  button.hidden = !file;
  if (file) {
    button.href = file.querySelector("a").href;
    const told = [set.selectedOptions[0].text, file.dataset.kind, file.querySelector(".bs-sheet__facts").textContent];
    form.querySelector("[data-bs-said]").textContent = told.filter(Boolean).map((part) => `${part}.`).join(" ");
  }
}

// What was chosen the time before, where it is still one of the choices.
function recall({ paper, kind }) {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT)) ?? {};
    const has = (options, value) => [...options].some((option) => option.value === value);
    paper.value = has(paper, kept.paper) ? kept.paper : paper.value;
    kind.value = has(kind.options, kept.kind) ? kept.kind : kind.value;
  } catch {
    // a browser that keeps nothing begins anew
  }
}

function keep({ paper, kind }) {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ paper: paper.value, kind: kind.value }));
  } catch {
    // a browser that keeps nothing begins anew
  }
}

start(document.querySelector("[data-bs-cards]"));

// The index of questions: a filter that keeps its text in the address, and a button that copies a question's address.

const KEY = "filter";

document$.subscribe(() => {
  const faq = document.querySelector("[data-bs-faq]");
  if (faq && !faq.querySelector("form")) {
    addFilter(faq);
    addCopyButtons(faq);
  }
});

function addFilter(faq) {
  const form = faq.querySelector("[data-bs-faq-filter]").content.firstElementChild.cloneNode(true);
  faq.prepend(form);
  const input = form.querySelector("input");
  const count = form.querySelector("[role=status]");
  const items = [...faq.querySelectorAll("[data-bs-question]")].map((element) => ({
    element,
    text: ` ${plain(`${element.querySelector("h3").textContent} ${element.querySelector("p").textContent} ${element.dataset.bsWords}`)}`,
  }));

  const themes = [...faq.querySelectorAll("section")];

  function show() {
    const words = plain(input.value).split(" ").filter(Boolean);
    let shown = 0;
    for (const { element, text } of items) {
      element.hidden = !words.every((word) => text.includes(` ${word}`));
      shown += element.hidden ? 0 : 1;
    }
    for (const theme of themes) {
      theme.hidden = !theme.querySelector("[data-bs-question]:not([hidden])");
    }
    const urgent = (theme) => words.length && theme.querySelector("[data-bs-question]:not([hidden]) .bs-urgency--emergency");
    faq.querySelector("nav").after(...themes.filter(urgent), ...themes.filter((theme) => !urgent(theme))); // what cannot wait stands first
    faq.querySelector("nav").hidden = words.length > 0;
    faq.querySelector("[data-bs-none]").hidden = shown > 0;
    count.textContent = words.length ? `${shown} of ${items.length} questions` : `${items.length} questions`;
  }

  function keep() {
    const address = new URL(location.href);
    if (input.value.trim()) {
      address.searchParams.set(KEY, input.value.trim());
    } else {
      address.searchParams.delete(KEY);
    }
    history.replaceState(history.state, "", address);
  }

  input.value = new URL(location.href).searchParams.get(KEY) ?? "";
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
    button.querySelector("[data-bs-what]").textContent = ` to: ${link.textContent}`;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(link.href);
      label.textContent = "Link copied";
      faq.querySelector("[role=status]").textContent = "Link copied";
    });
    button.addEventListener("blur", () => {
      label.textContent = usual;
    });
    question.querySelector("[data-bs-more]").append(button);
  }
}

// Small letters, no accents, no punctuation: "10,000 steps?" becomes "10000 steps".
function plain(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}|[,'’]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

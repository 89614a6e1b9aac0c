// Evidence: citations open their note in place, and the ledger can be filtered by verdict and section.
// Without this script a citation is a plain link to the ledger, and the ledger is shown whole.

import { addressWith, fits } from "./filter.js";
import { fill } from "./phrase.js";

const canPop = "popover" in HTMLElement.prototype;

/** Let each citation that has a note open it, and stay a link for every other way of following it. */
function openNotes() {
  if (!canPop) return;
  for (const link of document.querySelectorAll("a.bs-cite")) {
    const note = document.getElementById(`note-${link.dataset.cites}`);
    if (!note) continue;
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    let wasOpen = false;
    link.addEventListener("pointerdown", () => {
      wasOpen = link.getAttribute("aria-expanded") === "true"; // the press itself closes an open note
    });
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      event.stopPropagation(); // instant navigation would follow the link
      if (wasOpen) {
        wasOpen = false;
        return;
      }
      for (const other of document.querySelectorAll("a.bs-cite")) other.style.removeProperty("anchor-name");
      link.style.setProperty("anchor-name", "--bs-cite");
      note.addEventListener(
        "toggle",
        () => {
          link.setAttribute("aria-expanded", "true");
          note.addEventListener("toggle", () => link.setAttribute("aria-expanded", "false"), { once: true });
        },
        { once: true },
      );
      note.showPopover();
    });
  }
}

/** Show the claims that fit the form, keep its choice in the address, and say how many there are. */
function filterLedger() {
  const form = document.querySelector("form.bs-ledger-filter");
  if (!form) return;
  const count = form.querySelector("[role=status]");
  const parts = [...document.querySelectorAll(".bs-part")];
  const fields = ["verdict", "section"];

  function apply() {
    const choices = Object.fromEntries(new FormData(form));
    const chosen = Object.values(choices).some(Boolean);
    let shown = 0;
    for (const part of parts) {
      const claims = [...part.querySelectorAll(".bs-claim")];
      for (const claim of claims) {
        claim.hidden = !fits({ ...part.dataset, ...claim.dataset }, choices);
        if (!claim.hidden) shown += 1;
      }
      part.hidden = claims.length ? claims.every((claim) => claim.hidden) : chosen;
    }
    const number = document.querySelectorAll(".bs-claim").length;
    count.textContent = fill(shown === number ? form.dataset.all : form.dataset.shown, { shown, number });
  }

  function remember() {
    const choices = Object.fromEntries(new FormData(form));
    history.replaceState(history.state, "", addressWith(location.href, choices));
  }

  /** A link to one claim wins over the filter. */
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    form.reset();
  }

  const asked = new URL(location.href).searchParams;
  for (const name of fields) {
    const value = asked.get(name) ?? "";
    if ([...form.elements[name].options].some((option) => option.value === value)) form.elements[name].value = value;
  }
  form.hidden = false;
  form.addEventListener("change", () => {
    apply();
    remember();
  });
  form.addEventListener("reset", () => {
    setTimeout(() => {
      apply();
      remember();
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  apply();
  reveal();
}

document$.subscribe(() => {
  openNotes();
  filterLedger();
});

// The ledger: filtered by verdict and section, and opened at the claim that a link leads to. Without this script every claim is listed.

import { addressWith, fits } from "./filter.js";
import { fill } from "./phrase.js";

/** Show the claims that fit the form, keep its choice in the address, and say how many there are. */
function filterLedger(form) {
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
    count.textContent = fill(form.dataset.shown, { shown, number });
  }

  function remember() {
    const choices = Object.fromEntries(new FormData(form));
    history.replaceState(history.state, "", addressWith(location.href, choices));
  }

  /** A link to one claim opens it, and wins over the filter. */
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const claim = target?.closest("details");
    if (claim) claim.open = true;
    if (target?.closest("[hidden]")) form.reset();
  }

  function openAll() {
    for (const claim of document.querySelectorAll(".bs-claim:not([hidden])")) claim.open = true;
  }

  const asked = new URL(location.href).searchParams;
  for (const name of fields) {
    const value = asked.get(name) ?? form.elements[name].value; // what was chosen before this script was there stays
    if ([...form.elements[name].options].some((option) => option.value === value)) form.elements[name].value = value;
  }
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
  form.querySelector("[data-bs-open]").addEventListener("click", openAll);
  addEventListener("hashchange", reveal);
  apply();
  reveal();
}

filterLedger(document.querySelector(".bs-ledger-filter"));

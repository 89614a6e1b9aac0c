// Evidence: citations open their note in place, and the ledger can be filtered by verdict and section.
// Without this script a citation is a plain link to the ledger, and the ledger is shown whole.

const canPop = "popover" in HTMLElement.prototype;

/** Turn each citation that has a note into a button that opens it: the browser does the rest. */
function openNotes() {
  for (const link of document.querySelectorAll("a.bs-cite")) {
    const note = document.getElementById(`note-${link.dataset.cites}`);
    if (!note || !canPop) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bs-cite";
    button.dataset.note = link.dataset.note;
    button.setAttribute("popovertarget", note.id);
    button.setAttribute("aria-haspopup", "dialog");
    button.append(...link.childNodes);
    link.replaceWith(button);
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
    const { verdict, section } = Object.fromEntries(new FormData(form));
    let shown = 0;
    for (const part of parts) {
      const claims = [...part.querySelectorAll(".bs-claim")];
      for (const claim of claims) {
        claim.hidden = Boolean((verdict && claim.dataset.verdict !== verdict) || (section && part.dataset.section !== section));
        if (!claim.hidden) shown += 1;
      }
      part.hidden = claims.length ? claims.every((claim) => claim.hidden) : Boolean(verdict || section);
    }
    const all = document.querySelectorAll(".bs-claim").length;
    count.textContent = shown === all ? `All ${all} claims are shown.` : `${shown} of ${all} claims are shown.`;
  }

  function remember() {
    const address = new URL(location.href);
    for (const name of fields) {
      const value = form.elements[name].value;
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, "", address);
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

// Citations open their note in place. Without this script a citation is a plain link to the ledger.

const canPop = "popover" in HTMLElement.prototype;

/** Let each citation that has a note open it, and stay a link for every other way of following it. */
export function begin() {
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
      note.focus();
    });
  }
}

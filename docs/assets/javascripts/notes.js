// Citations open their note in place. Without this script a citation is a plain link to the ledger.

const canPop = "popover" in HTMLElement.prototype;

/** Let each citation that has a note open it, and stay a link for every other way of following it. */
export function begin() {
  if (!canPop) return;
  let opener; // the citation whose note is open

  function opens(link) {
    opener?.setAttribute("aria-expanded", "false");
    opener = link;
    opener?.setAttribute("aria-expanded", "true");
  }

  function shut({ newState, target }) {
    if (newState === "closed" && target.id === noteOf(opener)) opens(undefined);
  }

  for (const link of document.querySelectorAll("a.bs-cite")) {
    const note = document.getElementById(noteOf(link));
    if (!note) continue;
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    note.addEventListener("toggle", shut);
    let wasOpen = false;
    link.addEventListener("pointerdown", () => {
      wasOpen = link === opener && note.matches(":popover-open"); // the press itself closes an open note
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
      note.showPopover();
      opens(link);
      note.focus();
    });
  }
}

const noteOf = (link) => `note-${link?.dataset.cites}`;

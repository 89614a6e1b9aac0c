// The door to the print studio: its parts are fetched only on the page that has it.

async function start() {
  const root = document.querySelector("[data-bs-studio]");
  if (root) {
    const { open } = await import("./studio/page.js");
    await open(root);
  }
}

// Material swaps pages without a reload and says so through document$.
if (window.document$) {
  window.document$.subscribe(start);
} else {
  start();
}

// The door to the print studio: its parts are fetched only on the page that has it.

async function start() {
  const root = document.querySelector("[data-bs-studio]");
  if (root) {
    const { open } = await import("./studio/page.js");
    await open(root);
  }
}

start();

// The door to My exercises: its parts are fetched only on the page that has it.

async function start() {
  const root = document.querySelector("[data-bs-mine]");
  if (root) {
    const { open } = await import("./mine/page.js");
    await open(root);
  }
}

start();

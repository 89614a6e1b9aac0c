// The frame: the dialogs that the header opens, the choice of colours, and the parts that a page asks for.
// A part is fetched only where it is used: at once after the first paint, when it comes near the view, or when it is first touched.

const NOW = {
  "[data-bs-filter]": "./gallery.js",
  "[data-bs-faq]": "./faq.js",
  "[data-bs-studio]": "./studio.js",
  "[data-bs-mine]": "./mine.js",
  "[data-bs-cards]": "./cards.js",
  ".bs-ledger-filter": "./ledger.js",
  "[data-bs-missing]": "./missing.js",
};
const NEAR = { "[data-bs-move], [data-bs-phases]": "./figures.js", ".bs-wide": "./tables.js" };
const TOUCHED = { "a.bs-cite": "./notes.js", "abbr[title]": "./meanings.js" };
const TOUCHES = ["pointerover", "pointerdown", "focusin", "click"];

const LATEST = 1500;

// The words are on the screen before any part is asked for. A browser that does not tell when they are gets its parts a while after it loaded the page.
const painted = new Promise((done) => {
  if (globalThis.PerformanceObserver?.supportedEntryTypes?.includes("paint")) {
    new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").length && done()).observe({ type: "paint", buffered: true });
  }
  addEventListener("load", () => setTimeout(done, LATEST));
});

painted.then(() => {
  const manifest = document.querySelector("head > noscript"); // a browser with scripts reads it as text
  manifest?.insertAdjacentHTML("afterend", manifest.textContent);
});

for (const [selector, part] of Object.entries(NOW)) {
  if (document.querySelector(selector)) {
    painted.then(() => import(part));
  }
}

for (const [selector, part] of Object.entries(NEAR)) {
  const watcher = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        watcher.disconnect();
        painted.then(() => import(part));
      }
    },
    { rootMargin: "300px" },
  );
  document.querySelectorAll(selector).forEach((place) => watcher.observe(place));
}

// The part takes over from the first touch on; a press while it is on its way is done again when it is there.
for (const [selector, part] of Object.entries(TOUCHED)) {
  let pressed;
  let asked = false;
  const first = (event) => {
    const place = event.target.closest?.(selector);
    if (!place) {
      return;
    }
    if (event.type === "click" && place.matches("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.button) {
      event.preventDefault();
      pressed = place;
    }
    if (asked) {
      return;
    }
    asked = true;
    const done = () => TOUCHES.forEach((touch) => document.removeEventListener(touch, first));
    import(part).then(
      ({ begin }) => {
        done();
        begin(place);
        pressed?.click();
      },
      () => {
        done();
        pressed && location.assign(pressed.href);
      },
    );
  };
  if (document.querySelector(selector)) {
    TOUCHES.forEach((touch) => document.addEventListener(touch, first));
  }
}

for (const button of document.querySelectorAll("[data-bs-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// Meanings are reached by Tab as well, and what is reached says what it is.
document.querySelectorAll("abbr[title]").forEach((word) => {
  word.tabIndex = 0;
  word.setAttribute("role", "button");
});

// The search is a classic script: a page that was opened from a disk may load it.
function addSearch(dialog) {
  const script = document.createElement("script");
  script.src = dialog.dataset.script;
  script.addEventListener("load", () => globalThis.siteSearch.begin(dialog));
  script.addEventListener("error", () => {
    script.remove();
    dialog.querySelector("[role=status]").textContent = dialog.dataset.failed;
  });
  document.querySelector(`script[src="${dialog.dataset.script}"]`) || document.head.append(script);
}

function openDialog(dialog) {
  const borrowed = document.getElementById(dialog.dataset.bsBorrows);
  if (borrowed) {
    const home = document.createComment("menu");
    borrowed.before(home);
    dialog.querySelector("[data-bs-place]").append(borrowed);
    dialog.addEventListener("close", () => home.replaceWith(borrowed), { once: true });
  }
  dialog.showModal();
  if (dialog.id === "bs-search") {
    addSearch(dialog);
  }
}

for (const opener of document.querySelectorAll("[data-bs-opens]")) {
  opener.addEventListener("click", () => openDialog(document.getElementById(opener.dataset.bsOpens)));
}

for (const dialog of document.querySelectorAll(".bs-dialog")) {
  dialog.addEventListener("click", (event) => {
    const box = dialog.getBoundingClientRect();
    const beside = event.clientY > box.bottom || event.clientY < box.top || event.clientX < box.left || event.clientX > box.right;
    if ((event.target === dialog && beside && event.detail) || event.target.closest("a[href]")) {
      dialog.close();
    }
  });
}

// The menu belongs to narrow screens: on wide ones its pages stand beside the article.
matchMedia("(min-width: 76.25em)").addEventListener("change", () => document.getElementById("bs-menu")?.close());

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, select, textarea, [contenteditable]");
  const asked = (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey);
  const dialog = document.getElementById("bs-search");
  if (asked && dialog && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    openDialog(dialog);
  }
  // Chromium takes the focus away once more when it comes to the place that an address names: what is typed then is still for the field.
  if (dialog?.open && document.activeElement === document.body && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    dialog.querySelector("input").focus();
  }
});

const colours = [...document.querySelectorAll("#bs-colours [name=colours]")];
for (const choice of colours) {
  choice.checked = choice.value === (document.documentElement.dataset.chosen ?? "");
  choice.addEventListener("change", () => {
    try {
      if (choice.value) {
        localStorage.setItem("bs-colours", choice.value);
      } else {
        localStorage.removeItem("bs-colours");
      }
    } catch {
      // a browser that keeps nothing shows the colours until the page closes
    }
    dispatchEvent(new CustomEvent("bs-colours", { detail: choice.value }));
  });
}

// Where the address holds a plan, a link to a place on the page leads there and leaves the address alone.
if (document.querySelector("[data-bs-studio], [data-bs-mine]")) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const place = link && document.getElementById(link.hash.slice(1));
    if (place && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      place.focus(); // brings it into view as well
    }
  });
}

// What is kept for times without a network waits until the page has all that it needs, and shows it. A page on a disk needs no network.
if (document.querySelector("[data-bs-worker]") && location.protocol !== "file:") {
  addEventListener("load", async () => {
    await painted;
    const keep = () => import("./offline/keep.js");
    // A slow device in which a figure moves may never be idle.
    globalThis.requestIdleCallback?.(keep, { timeout: LATEST }) ?? setTimeout(keep);
  });
}

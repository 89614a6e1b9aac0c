// The page for an address that is not there: the pages that may have been meant, and a search for its words.

import { nearest, wordsIn } from "./nearest.js";
import { fill } from "./phrase.js";

// Some mail programs escape the sign in front of a fragment, so that the server takes the fragment for a name.
const [page, fragment] = location.pathname.split(/%23(.*)/i);
if (fragment) {
  location.replace(`${page}#${fragment}`);
}

const place = document.querySelector("[data-bs-missing]");
const root = new URL(place.dataset.root, location.href);
const asked = location.pathname.startsWith(root.pathname) ? location.pathname.slice(root.pathname.length) : location.pathname;
const { default: pages } = await import(new URL(place.dataset.addresses, location.href));

const found = nearest(asked, pages).map(([address, title]) => {
  const link = document.createElement("a");
  link.href = new URL(address, root);
  link.textContent = title;
  const item = document.createElement("li");
  item.append(link);
  return item;
});
place.querySelector("ul").append(...found);
place.hidden = found.length === 0;

const words = wordsIn(asked);
const button = document.querySelector("[data-bs-words]");
if (words && button) {
  button.textContent = fill(button.dataset.bsWords, { words });
  button.hidden = false;
  button.addEventListener("click", () => {
    document.getElementById("bs-seek").value = words;
  }, { capture: true });
}

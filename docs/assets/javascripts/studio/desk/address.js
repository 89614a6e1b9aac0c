// The plan in the address: the studio's own address holds it as its fragment, and so does the link that one passes on.

import { encode } from "../link.js";

/** Return the link to a deck: to the page at the path `to` from here, or to this page itself without one. A plan that
 * was made on a disk is opened on the web.
 */
export function linkTo(deck, to = "") {
  const own = location.protocol === "file:" && document.querySelector("link[rel=canonical]")?.href;
  const place = new URL(to, own || location.href);
  return `${place.href.replace(/[?#].*$/, "")}#${encode(deck)}`;
}

/** Write a deck into the address of this page; an empty one leaves nothing there to open again. */
export function writeAddress(deck) {
  history.replaceState(history.state, "", fragmentOf(deck) || "#");
}

/** Call `load` with the fragment whenever another plan is put into the address, until the studio is gone. */
export function followAddress(root, plan, load) {
  const onAddress = () => {
    if (!root.isConnected) {
      window.removeEventListener("hashchange", onAddress);
    } else if (location.hash !== fragmentOf(plan.deck)) {
      load(location.hash);
    }
  };
  window.addEventListener("hashchange", onAddress);
}

function fragmentOf(deck) {
  return deck.cards.length ? `#${encode(deck)}` : "";
}

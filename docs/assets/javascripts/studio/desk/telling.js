// Telling: what just happened, for people who do not see it, and what of a link could not be used, for everybody.

import { fill } from "../../phrase.js";
import { element } from "../element.js";

const MOST_SAID = 6;

/** Return the ways to tell people something in the studio. */
export function telling(root, words) {
  const status = root.querySelector("[data-bs-status]");
  const dropped = root.querySelector("[data-bs-dropped]");
  const say = (text) => {
    status.textContent = "";
    status.textContent = text;
  };
  return {
    say,

    /** Show what of a link was dropped, a sentence each, or nothing when all of it was read. */
    sayDropped(sentences) {
      dropped.hidden = sentences.length === 0;
      dropped.replaceChildren(
        element("p", {}, element("strong", {}, words.link.not_all)),
        element("ul", {}, sentences.slice(0, MOST_SAID).map((sentence) => element("li", {}, sentence))),
        sentences.length > MOST_SAID ? element("p", {}, fill(words.link.more, { number: sentences.length - MOST_SAID })) : "",
      );
      if (sentences.length) {
        say([words.link.not_all, sentences[0]].join(" "));
      }
    },
  };
}

/** Show that the studio could not be loaded. */
export function tellFailure(root) {
  const dropped = root.querySelector("[data-bs-dropped]");
  root.dataset.failed = "yes";
  dropped.hidden = false;
  dropped.textContent = root.dataset.notLoaded;
}

// The preview: the sheets as they will be printed, made smaller to fit the screen, and the print window.

import { fill } from "../../phrase.js";
import { PAPERS, estimate } from "../deck.js";
import { keeper } from "../element.js";
import { layOut } from "../paper/lay.js";
import { roomFor } from "../paper/room.js";
import * as tell from "../says.js";
import { goTo } from "./focus.js";

const MM_PER_PX = 25.4 / 96;

/** Start the preview. Return `show`, which lays every sheet out anew; `takes` and `room` tell which notes have a place, and how
 * long they may be. */
export function startPreview({ root, data, words, plan, notes, address, link, exercise }) {
  const part = (name) => root.querySelector(`[data-bs-${name}]`);
  const [pages, empty, advice, tooFull, paper, hidden, toPreview] = ["pages", "empty", "advice", "too-full", "sheets", "hidden-sheets", "to-preview"].map(part);
  const prints = [...root.querySelectorAll("[data-bs-print-sheets]")];
  const keep = keeper();

  function about() {
    const { deck } = plan;
    return {
      catalogue: data,
      paper: PAPERS[deck.paper],
      sides: deck.sides,
      deckLayout: deck.layout,
      cards: deck.cards,
      personal: notes.personal(),
      minutes: estimate(deck, data).minutes,
      link: link(),
      site: data.source,
      address,
      keep,
    };
  }

  function show() {
    const { deck } = plan;
    keep.turn();
    const laid = layOut(paper, deck, about());
    empty.hidden = laid.pages > 0;
    root.dataset.sheets = laid.pages;
    pages.textContent = laid.pages ? tell.pagesOn(laid.pages, deck, data) : "";
    advice.textContent = laid.pages ? tell.advice(deck, data) : "";
    const codeless = laid.codeless ? words.notes.no_code : "";
    tooFull.textContent = [...laid.words.map((id) => fill(words.notes.too_full, { title: exercise(id)?.title ?? words.sheet.plan })), leftOff(laid.notes), codeless].filter(Boolean).join(" ");
    tooFull.hidden = tooFull.textContent === "";
    notes.tell(laid.notes);
    for (const button of prints) {
      button.disabled = laid.pages === 0;
    }
    scale();
  }

  // Fields of notes are often folded away: what stays off the paper is told where one prints.
  function leftOff(tooLong) {
    const { cardNotes } = notes.personal();
    const nowhere = plan.deck.cards.map(({ id }) => id).filter((id) => cardNotes.has(id) && !takes(id));
    const named = [...tooLong, ...nowhere].map((id) => (id === "plan" ? words.notes.plan : fill(words.notes.card, exercise(id))));
    return named.length ? fill(words.notes.left_off, { notes: named.join(", ") }) : "";
  }

  // On the log a single exercise has no place for a note.
  function takes(id) {
    return plan.deck.layout !== "log" || id === "plan";
  }

  // Pages of the handout and the log make room by themselves.
  function room(id, note, most) {
    const { deck } = plan;
    return deck.layout === "log" || deck.layout === "rows" ? most : roomFor(id, note, most, { deck, about: about(), hidden });
  }

  function scale() {
    const room = paper.clientWidth;
    if (room > 0) {
      const whole = PAPERS[plan.deck.paper].width_mm / MM_PER_PX;
      paper.style.setProperty("--scale", Math.min(1, (room - 4) / whole).toFixed(4));
    }
  }

  async function print() {
    show();
    const images = [...paper.querySelectorAll("img")];
    await Promise.allSettled(images.map((image) => image.decode()));
    window.print();
  }

  for (const button of prints) {
    button.addEventListener("click", print);
  }
  toPreview.addEventListener("click", () => goTo("studio-preview"));
  new ResizeObserver(scale).observe(paper);
  return { show, takes, room };
}

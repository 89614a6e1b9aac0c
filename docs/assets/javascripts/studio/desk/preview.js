// The preview: the sheets as they will be printed, made smaller to fit the screen, and the print window.

import { PAPERS, estimate } from "../deck.js";
import { element, keeper } from "../element.js";
import { fit, sheetElement } from "../paper.js";
import * as tell from "../says.js";
import { sheets } from "../sheets.js";
import { goTo } from "./focus.js";

const ROWS = [4, 3, 2, 1];
const MM_PER_PX = 25.4 / 96;

/** Start the preview; `personal` gives the name and notes. Return `show`, which lays every sheet out anew. */
export function startPreview({ root, data, plan, address, link }, personal) {
  const part = (name) => root.querySelector(`[data-bs-${name}]`);
  const [pages, empty, advice, paper, toPreview] = ["pages", "empty", "advice", "sheets", "to-preview"].map(part);
  const prints = [...root.querySelectorAll("[data-bs-print-sheets]")];
  const keep = keeper();

  function show() {
    const { deck } = plan;
    keep.turn();
    const laid = laidOut({
      catalogue: data,
      paper: PAPERS[deck.paper],
      sides: deck.sides,
      deckLayout: deck.layout,
      cards: deck.cards,
      ...personal(),
      minutes: estimate(deck, data).minutes,
      link: link(),
      site: data.source,
      address,
      keep,
    });
    empty.hidden = laid.length > 0;
    root.dataset.sheets = laid.length;
    pages.textContent = laid.length ? tell.pagesOn(laid.length, deck, data) : "";
    advice.textContent = laid.length ? tell.advice(deck, data) : "";
    for (const button of prints) {
      button.disabled = laid.length === 0;
    }
    scale();
  }

  // Fewer exercises on a sheet of the handout when four do not fit.
  function laidOut(about) {
    const { deck } = plan;
    const fixed = { plan: Boolean(about.name || about.notes), wayDown: data.wayDown?.id, measures: data.words.log?.rows.length ?? 0 };
    let laid = [];
    for (const rows of ROWS) {
      laid = sheets(deck, { ...fixed, rows });
      const total = { pages: laid.length, sides: deck.sides, paper: deck.paper };
      paper.hidden = laid.length === 0;
      paper.replaceChildren(
        ...laid.map((sheet, index) => element("div", { class: "bs-frame-sheet" }, sheetElement(sheet, index + 1, total, about))),
      );
      if (fit(paper)) {
        break;
      }
    }
    return laid;
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
  return { show };
}

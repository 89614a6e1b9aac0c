// A sheet as an element in true millimetres. The preview and the printer show the same elements.

import { fill } from "../../phrase.js";
import { element } from "../element.js";
import { cardsSheet } from "./cards.js";
import { foot, withOwnLine } from "./foot.js";
import { rowsSheet } from "./handout.js";
import { logSheet } from "./log.js";
import { wordsOf } from "./parts.js";

const KINDS = { cards: cardsSheet, rows: rowsSheet, log: logSheet };

/** Return one sheet. `about` has the catalogue, the paper, what is personal, the link, minutes, the address of the site,
 * and `keep`, which remembers what was made and fitted before.
 */
export function sheetElement(sheet, number, total, about) {
  const { paper, catalogue, sides } = about;
  const words = wordsOf(about);
  const layout = withOwnLine(catalogue.sheet.layouts[sheet.layout] ?? catalogue.sheet.layouts.four, about.personal);
  const page = fill(words.page, { number, pages: total.pages });
  const inside = { ...about, strip: layout.strip_mm, noteOn: sides === "one" ? "front" : "back" };
  return element(
    "section",
    {
      class: `bs-sheet bs-sheet--${sheet.kind} bs-sheet--${sheet.layout ?? sheet.kind} bs-sheet--${sheet.side}`,
      "data-paper": total.paper,
      style: [
        `--sheet-width:${paper.width_mm}mm;--sheet-height:${paper.height_mm}mm;--strip:${layout.strip_mm}mm`,
        `--edge:${catalogue.sheet.edge_mm}mm;--bottom:${catalogue.sheet.foot_mm}mm;--strip-letter:${layout.strip_pt}pt`,
      ].join(";"),
      "aria-label": sheet.side === "front" && total.sides !== "duplex" ? page : fill(words[sheet.side], { page }),
    },
    KINDS[sheet.kind](sheet, inside, layout),
    foot(page, sheet, about),
  );
}

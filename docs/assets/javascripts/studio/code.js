// QR codes as SVG: dark squares on white, with the quiet zone of four modules that readers need.

import { correction, generate } from "../vendor/lean-qr.js";
import { drawing } from "./element.js";

/** White modules on each side. */
export const QUIET = 4;
const DARK = "#000";

/** Return the QR code of a text as an SVG element without a size of its own; `label` is its text alternative. */
export function code(text, label) {
  const { whole, path } = squares(text);
  return drawing(
    "svg",
    { viewBox: `0 0 ${whole} ${whole}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges", "data-modules": whole },
    drawing("rect", { width: whole, height: whole, fill: "#fff" }),
    drawing("path", { d: path, fill: DARK }),
  );
}

/** Return the QR code of a text as a path of its dark squares, and the modules from edge to edge, quiet zone included. */
export function squares(text) {
  const modules = generate(text, { minCorrectionLevel: correction.M });
  const path = Array.from({ length: modules.size }, (_, y) => row(modules, y)).join("");
  return { whole: modules.size + 2 * QUIET, path };
}

function row(modules, y) {
  let path = "";
  for (let x = 0; x < modules.size; x += 1) {
    if (!modules.get(x, y)) {
      continue;
    }
    const start = x;
    while (modules.get(x + 1, y)) {
      x += 1;
    }
    path += `M${start + QUIET} ${y + QUIET}h${x + 1 - start}v1h-${x + 1 - start}z`;
  }
  return path;
}

// Says doses as the page does: reads {catalogue, doses: [[amount, exercise], …]} and writes [much, often, seconds] of each.

import { readFileSync } from "node:fs";
import { LIMITS, howMuch, howOften, seconds } from "../../docs/assets/javascripts/studio/dose.js";

const { catalogue, doses } = JSON.parse(readFileSync(0, "utf8"));
const said = doses.map(([amount, exercise]) => [
  howMuch(amount, exercise, catalogue),
  howOften(amount, catalogue),
  seconds(amount, exercise, catalogue),
]);
process.stdout.write(JSON.stringify({ limits: LIMITS, said }));

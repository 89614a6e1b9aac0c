// Says doses as the page does: reads {catalogue, doses: [[amount, exercise], …]} and writes of each [much, often, seconds]
// and what in it is beyond the limits.

import { readFileSync } from "node:fs";
import { howMuch, howOften, seconds } from "../../docs/assets/javascripts/studio/dose.js";
import { beyond } from "../../docs/assets/javascripts/studio/own.js";

const { catalogue, doses } = JSON.parse(readFileSync(0, "utf8"));
const said = doses.map(([amount, exercise]) => [
  howMuch(amount, exercise, catalogue),
  howOften(amount, catalogue),
  seconds(amount, exercise, catalogue),
]);
const over = doses.map(([amount, exercise]) => beyond(amount, exercise, catalogue));
process.stdout.write(JSON.stringify({ said, beyond: over }));

// Makes codes as the page does: reads ids and writes the code of each.

import { readFileSync } from "node:fs";
import { code } from "../../docs/assets/javascripts/studio/link/code.js";

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(code)));

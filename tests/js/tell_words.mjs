// Take texts apart as the search does, and say the words of each.

import { readFileSync } from "node:fs";
import { wordsOf } from "../../docs/assets/javascripts/search/words.js";

const texts = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(texts.map((text) => wordsOf(text).map(({ word }) => word))));

// Search a built site: the folder and the queries come as JSON; what each of them finds goes out.

import { readFileSync } from "node:fs";
import { searchOver } from "../../docs/assets/javascripts/search/search.js";

const { site, queries } = JSON.parse(readFileSync(0, "utf-8"));

function piece(name) {
  let found;
  new Function("siteSearch", readFileSync(`${site}/search/${name}.js`, "utf-8"))({ take: (_, value) => (found = value) });
  return found;
}

const find = searchOver(piece("head"), async (name) => piece(name));
const answers = [];
for (const query of queries) {
  const { sign, results } = await find(query);
  answers.push({
    sign: sign?.address ?? null,
    results: results.map(({ address, title, heading, kind, said }) => ({ address, title, heading, kind, said: said.map(({ text }) => text).join(""), marked: said.filter(({ marked }) => marked).map(({ text }) => text) })),
  });
}
process.stdout.write(JSON.stringify(answers));

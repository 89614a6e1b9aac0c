// Asks one engine all queries over the texts of a built index, and prints what it found, how long it took, what it read.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const EACH = 8; // what is read is told for every eighth query
const SCRIPTS = "../docs/assets/javascripts";
const { engine, folder, peers, queries } = JSON.parse(readFileSync(0, "utf-8"));

function piece(name) {
  let found;
  new Function("siteSearch", readFileSync(`${folder}/${name}.js`, "utf-8"))({ take: (_, value) => (found = value) });
  return found;
}

// What a plain engine is given: each part of each page.
function documents() {
  return readdirSync(`${folder}/texts`).flatMap((file) => {
    const { address, title, names, parts } = piece(`texts/${file.slice(0, -3)}`);
    return parts.map(([anchor, heading, text]) => ({ id: anchor ? `${address}#${anchor}` : address, title, heading, names: anchor ? "" : names.join(" "), text }));
  });
}

function plain(docs) {
  const seen = new Set();
  return docs.filter((doc) => !seen.has(doc.id) && seen.add(doc.id));
}

const pageOf = (place) => place.split("#")[0];
const firstOfPages = (places) => places.filter((place, at) => places.findIndex((other) => pageOf(other) === pageOf(place)) === at);

const ENGINES = {
  async ours() {
    const { searchOver } = await import(`${SCRIPTS}/search/search.js`);
    const head = piece("head");
    const pieces = new Map();
    const kept = async (name) => pieces.get(name) ?? pieces.set(name, piece(name)).get(name);
    const find = searchOver(head, kept);
    let asked = 0;
    return async (query) => {
      await find(query);
      const before = performance.now();
      const { sign, results } = await find(query);
      const ms = performance.now() - before;
      const read = asked++ % EACH ? undefined : ["head"];
      if (read) {
        await searchOver(head, (name) => (read.push(name), kept(name)))(query); // what a first answer needs
      }
      return { places: [...(sign ? [sign.address] : []), ...results.map((each) => each.address)], read, ms };
    };
  },
  async minisearch() {
    const { default: MiniSearch } = await import(`${SCRIPTS}/vendor/minisearch.js`);
    const index = new MiniSearch({ fields: ["names", "title", "heading", "text"] });
    index.addAll(plain(documents()));
    const options = { boost: { names: 7, title: 6, heading: 3 }, prefix: (term) => term.length > 3, fuzzy: (term) => (term.length > 4 ? 0.2 : false) };
    return (query) => timed(() => index.search(query, options).map((each) => each.id));
  },
  async lunr() {
    const lunr = createRequire(pathToFileURL(`${peers}/`))("lunr");
    const docs = plain(documents());
    const index = lunr(function build() {
      this.ref("id");
      Object.entries({ names: 7, title: 6, heading: 3, text: 1 }).forEach(([field, boost]) => this.field(field, { boost }));
      docs.forEach((doc) => this.add(doc));
    });
    const answer = (query) => timed(() => index.query((asked) => asked.term(lunr.tokenizer(query), {})).map((each) => each.ref));
    answer.whole = JSON.stringify(index);
    return answer;
  },
};

function timed(ask) {
  const before = performance.now();
  return { places: firstOfPages(ask()), ms: performance.now() - before };
}

const ask = await ENGINES[engine]();
const answers = [];
for (const query of queries) {
  answers.push(await ask(query));
}
process.stdout.write(JSON.stringify({ answers, whole: ask.whole ?? (engine === "minisearch" ? JSON.stringify(plain(documents())) : "") }));

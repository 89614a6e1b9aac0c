// Let the engine make its own index of documents, and say what it made: by word, field and document, and all lengths.

import { readFileSync } from "node:fs";
import MiniSearch from "../../docs/assets/javascripts/vendor/minisearch.js";

const documents = JSON.parse(readFileSync(0, "utf-8"));
const small = new Set(["to", "the"]);
const engine = new MiniSearch({ fields: ["names", "title", "headings", "text"], processTerm: (term) => (small.has(term.toLowerCase()) ? null : term.toLowerCase()) });
engine.addAll(documents);
const { index } = engine.toJSON();
const lengths = documents.map((_, number) => ["0", "1", "2", "3"].map((field) => index.reduce((sum, [, fields]) => sum + (fields[field]?.[number] ?? 0), 0)));
process.stdout.write(JSON.stringify({ index: Object.fromEntries(index), lengths }));

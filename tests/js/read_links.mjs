// Reads links as the page does: reads {catalogue, links} and writes the plan of each in one line, and what was dropped.

import { readFileSync } from "node:fs";
import { catalogue } from "../../docs/assets/javascripts/studio/catalogue.js";
import { amount } from "../../docs/assets/javascripts/studio/dose.js";
import { decode } from "../../docs/assets/javascripts/studio/link.js";

const NAMES = ["sets", "reps", "minutes", "hold_s", "days_a_week", "times_a_day"];
const given = JSON.parse(readFileSync(0, "utf8"));
const data = catalogue(given.catalogue);

function told({ id, dose }) {
  const much = amount(dose, data.byId.get(id));
  const numbers = NAMES.filter((name) => dose.plan === "own" && much[name]).map((name) => {
    const { low, high } = much[name];
    return `${name}=${low === high ? low : `${low}-${high}`}`;
  });
  return [id, dose.plan, ...numbers].join(" ");
}

const read = given.links.map((link) => {
  const { deck, dropped } = decode(link, data);
  const choices = [deck.paper, deck.layout, deck.sides, deck.order, deck.days.join(".") || "-"];
  return { plan: `${deck.cards.map(told).join(", ")} | ${choices.join(" ")}`, dropped };
});
process.stdout.write(JSON.stringify(read));

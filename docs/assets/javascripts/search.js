// The search: its engine and its index are fetched when it is first opened. Results are plain links, best first.

import { counted } from "./phrase.js";
import MiniSearch from "./vendor/minisearch.js";

const MOST = 12;
const EXCERPT = 140;
const LONG = 4;
const WEIGHTS = { boost: { tags: 12, title: 6 }, prefix: (term) => term.length >= LONG, fuzzy: (term) => (term.length > LONG ? 0.2 : false), maxFuzzy: 1 };

let index;

/** Make the dialog of the search answer. */
export async function begin(dialog) {
  const field = dialog.querySelector("input");
  const status = dialog.querySelector("[role=status]");
  const list = dialog.querySelector(".bs-finds");
  const show = () => {
    const found = field.value.trim() ? find(field.value) : [];
    const root = new URL(`${dialog.dataset.root}/`.replace(/\/+$/, "/"), location.href);
    list.replaceChildren(...found.map((each) => result(each, root)));
    status.textContent = !field.value.trim() ? "" : found.length ? counted(dialog.dataset, found.length) : dialog.dataset.none;
  };
  if (!index) {
    dialog.querySelector("[data-bs-seek]").addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.focus();
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        dialog.close();
      }
    });
    try {
      index = built(await (await fetch(dialog.dataset.index)).json());
    } catch {
      status.textContent = dialog.dataset.failed;
      return;
    }
    field.addEventListener("input", show);
  }
  show();
}

function built({ docs }) {
  const engine = new MiniSearch({ fields: ["title", "text", "tags"], storeFields: ["location", "title", "text", "page"], idField: "location", processTerm });
  const titles = Object.fromEntries(docs.map((each) => [each.location, words(each.title)]));
  engine.addAll(
    docs.map((each) => ({
      ...each,
      title: words(each.title),
      text: words(each.text),
      tags: (each.tags ?? []).join(" "),
      page: titles[each.location.split("#")[0]],
    })),
  );
  return engine;
}

function processTerm(term) {
  return term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// The index holds HTML: its words alone are shown, as text.
function words(html) {
  return new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/\s+/g, " ").trim();
}

// The best place of each page, best page first: all words if any place has them, else as many as can be.
function find(text) {
  const pages = new Map();
  for (const combineWith of ["AND", "OR"]) {
    for (const each of index.search(text, { ...WEIGHTS, combineWith })) {
      const page = each.location.split("#")[0];
      pages.has(page) || pages.set(page, each);
    }
  }
  return [...pages.values()].slice(0, MOST);
}

function result({ location: place, title, text, page }, root) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const excerpt = document.createElement("p");
  link.href = new URL(place, root);
  link.textContent = page && page !== title ? `${page}: ${title}` : title;
  excerpt.textContent = text.length > EXCERPT ? `${text.slice(0, EXCERPT).replace(/\s+\S*$/, "")} …` : text;
  item.append(link, excerpt);
  return item;
}

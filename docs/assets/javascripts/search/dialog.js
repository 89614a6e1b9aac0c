// The dialog of the search. The index comes in scripts, which a page that was opened from a disk may load as well.

import { counted } from "../phrase.js";
import { searchOver } from "./search.js";

const WAIT = 120;

const waiting = new Map();
const pieces = new Map();
let search;
let asked = "";

globalThis.siteSearch = {
  begin,
  take: (name, value) => waiting.get(name)?.(value),
};

/** Make a dialog answer, and answer what was typed before this script was there. */
function begin(dialog) {
  const root = new URL(`${dialog.dataset.root}/`.replace(/\/+$/, "/"), location.href);
  const field = dialog.querySelector("input");
  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => answer(dialog, root), WAIT);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.querySelector("[data-bs-seek]").addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    await answer(dialog, root);
    dialog.querySelector(".bs-finds__sign:not([hidden]) a, .bs-finds a")?.focus();
  });
  answer(dialog, root);
}

async function answer(dialog, root) {
  const query = dialog.querySelector("input").value.trim();
  const status = dialog.querySelector("[role=status]");
  asked = query;
  try {
    search ??= begun(root);
    const { head, find } = await search;
    const { sign, results } = query ? await find(query) : { results: [] };
    if (asked === query) {
      show(dialog, { sign, results, query, root, say: head.say });
      status.textContent = query ? told(sign, results, head.say) : "";
    }
  } catch {
    search = undefined;
    status.textContent = dialog.dataset.failed;
  }
}

async function begun(root) {
  const head = await piece("head", root, "");
  return { head, find: searchOver(head, (name) => piece(name, root, `?${head.key}`)) };
}

// A piece that did not come is asked for again the next time.
function piece(name, root, version) {
  const found = pieces.get(name) ?? new Promise((resolve, reject) => {
    const script = document.createElement("script");
    waiting.set(name, resolve);
    script.src = new URL(`search/${name}.js${version}`, root);
    script.addEventListener("error", () => {
      pieces.delete(name);
      reject(new Error(name));
    });
    document.head.append(script);
  });
  pieces.set(name, found);
  return found;
}

function told(sign, results, say) {
  const number = results.length ? counted(say.found, results.length) : say.none;
  return sign ? `${say.sign}\n${number}` : number;
}

function show(dialog, { sign, results, query, root, say }) {
  const line = dialog.querySelector(".bs-finds__sign");
  line.hidden = !sign;
  if (sign) {
    const [link, level] = ["a", "strong"].map((name) => document.createElement(name));
    link.href = target(sign.address, root);
    level.textContent = say.levels[sign.level];
    link.append(level, ` ${sign.text}`);
    line.replaceChildren(link);
  }
  dialog.querySelector(".bs-finds").replaceChildren(...results.map((each) => item(each, root, say)));
  dialog.querySelector(".bs-finds__none").hidden = !query || results.length > 0;
}

function item({ address, title, heading, kind, said }, root, say) {
  const [whole, link, label, words] = ["li", "a", "small", "p"].map((name) => document.createElement(name));
  link.href = target(address, root);
  link.textContent = heading ? `${title}${/[?!.]$/.test(title) ? "" : ":"} ${heading}` : title;
  label.textContent = say.kinds[kind];
  words.append(...said.map(({ text, marked }) => {
    const mark = document.createElement("mark");
    mark.textContent = text;
    return marked ? mark : text;
  }));
  whole.append(link, label, words);
  return whole;
}

// A disk serves no folder: there the page of a folder is named.
function target(address, root) {
  const found = new URL(address, root);
  if (found.protocol === "file:" && found.pathname.endsWith("/")) {
    found.pathname += "index.html";
  }
  return found;
}

// The page: joins the deck with what one sees and presses. All of it works with a keyboard; each change is announced.

import { counted, fill } from "../phrase.js";
import { calendar } from "./calendar.js";
import { fetchCatalogue } from "./catalogue.js";
import { code } from "./code.js";
import { EMPTY, LAYOUTS, MANY, PAPERS, add, card, estimate, isRequired, move, remove, withCards, withChoice, withDose } from "./deck.js";
import { amount, howMuch } from "./dose.js";
import { element, keeper } from "./element.js";
import { decode, encode } from "./link.js";
import { listItem, startDragging } from "./list.js";
import { fit, sheetElement } from "./paper.js";
import { found, pickItem, startPicker } from "./picker.js";
import * as tell from "./says.js";
import { sheets } from "./sheets.js";

const MOST_UNDO = 50;
const MOST_SAID = 6;
const TYPING_MS = 250;
const ROWS = [4, 3, 2, 1];
const MM_PER_PX = 25.4 / 96;

/** Open the studio in its element: read the catalogue and the link, then answer to every control. */
export async function open(root) {
  if (root.dataset.open) {
    return;
  }
  root.dataset.open = "yes";
  const here = (path) => new URL(path, location.href);
  const siteRoot = here(`${root.dataset.root}/`.replace(/\/+$/, "/"));
  const page = parts(root);
  root.hidden = false;
  let data;
  try {
    [data] = await Promise.all([fetchCatalogue(here(root.dataset.cards)), letters(root)]);
  } catch {
    root.dataset.failed = "yes";
    page.dropped.hidden = false;
    page.dropped.textContent = root.dataset.notLoaded;
    return;
  }
  start(root, page, data, siteRoot);
}

// Words are measured in the letters that they are printed in.
function letters(root) {
  const { fontFamily } = getComputedStyle(root);
  return Promise.allSettled([400, 700].map((weight) => document.fonts.load(`${weight} 12pt ${fontFamily}`)));
}

function parts(root) {
  const part = (name) => root.querySelector(`[data-bs-${name}]`);
  return {
    status: part("status"),
    dropped: part("dropped"),
    sets: part("sets"),
    search: part("search"),
    found: part("found"),
    picks: part("picks"),
    sum: part("sum"),
    many: part("many"),
    list: part("list"),
    undo: part("undo"),
    clear: part("clear"),
    name: part("name"),
    notes: part("notes"),
    left: part("left"),
    prints: [...root.querySelectorAll("[data-bs-print-sheets]")],
    advice: part("advice"),
    link: part("link"),
    copy: part("copy"),
    showCode: part("show-code"),
    code: part("code"),
    calendar: part("calendar"),
    pages: part("pages"),
    empty: part("empty"),
    sheets: part("sheets"),
    short: part("short"),
    toPreview: part("to-preview"),
    choices: [...root.querySelectorAll("[data-bs-choice]")],
  };
}

function start(root, page, data, siteRoot) {
  const address = (path) => new URL(path, siteRoot).href;
  const site = data.source;
  const words = data.words.studio;
  const american = /^en-(US|CA)\b/.test(navigator.language);
  const usual = Object.freeze({ ...EMPTY, paper: american ? "letter" : "a4" });
  let deck = usual;
  let past = [];
  let typing = 0;
  const keep = keeper();

  const say = (text) => {
    page.status.textContent = "";
    page.status.textContent = text;
  };
  // A plan that was made on a disk is opened on the web.
  const own = location.protocol === "file:" && document.querySelector("link[rel=canonical]")?.href;
  const link = () => `${own || location.origin + location.pathname}#${encode(deck)}`;
  const exercise = (id) => data.byId.get(id);

  /** Take a new deck: keep the old one for Undo, show everything, write the address, say what happened. */
  function take(next, said, { keepList = false } = {}) {
    past = [...past.slice(-MOST_UNDO), deck];
    deck = next;
    history.replaceState(history.state, "", `#${encode(deck)}`);
    show({ keepList });
    say(said);
  }

  function show({ keepList = false } = {}) {
    const focus = document.activeElement?.dataset?.focus;
    showPicks();
    if (!keepList) {
      showList();
    }
    showChoices();
    showSums();
    showSheets();
    if (focus && !document.activeElement?.dataset?.focus) {
      refocus(focus);
    }
  }

  function refocus(key) {
    const wanted = root.querySelector(`[data-focus="${CSS.escape(key)}"]`);
    const [what, id] = key.split(":");
    const other = { up: `down:${id}`, down: `up:${id}` }[what];
    const target = wanted && !wanted.disabled ? wanted : other && root.querySelector(`[data-focus="${CSS.escape(other)}"]`);
    (target ?? document.getElementById("studio-list")).focus();
  }

  function showPicks() {
    const wanted = Object.fromEntries(new FormData(page.search));
    const fitting = found(data.exercises, wanted);
    const chosen = new Set(deck.cards.map((each) => each.id));
    page.found.textContent = fitting.length ? counted(words.says.exercises, fitting.length) : words.says.none_fits;
    page.picks.replaceChildren(
      ...fitting.map((each) =>
        pickItem(each, {
          chosen: chosen.has(each.id),
          required: isRequired(deck, each.id, data),
          words: words.items,
          address,
          toggle: () => toggle(each.id),
        }),
      ),
    );
  }

  function toggle(id) {
    const had = deck.cards.some((each) => each.id === id);
    const next = had ? remove(deck, id, data) : add(deck, id, data);
    take(next, tell.toggled(exercise(id), deck, next, data));
  }

  function showList() {
    page.list.replaceChildren(
      ...deck.cards.map((each, index) =>
        listItem(each, exercise(each.id), {
          index,
          last: deck.cards.length - 1,
          required: isRequired(deck, each.id, data),
          catalogue: data,
          address,
          moveTo: (place) => moved(each.id, place),
          remove: () => {
            const next = deck.cards[index + 1] ?? deck.cards[index - 1];
            toggle(each.id);
            refocus(next ? `remove:${next.id}` : "none");
          },
          setDose: (dose, keepList) => {
            take(withDose(deck, each.id, dose), tell.doseSaid(dose, exercise(each.id), data), { keepList });
          },
        }),
      ),
    );
  }

  function moved(id, place) {
    const next = move(deck, id, place, data);
    take(next, tell.moved(exercise(id), deck, next, data));
  }

  function showChoices() {
    for (const group of page.choices) {
      const name = group.dataset.bsChoice;
      for (const radio of group.querySelectorAll("input")) {
        radio.checked = radio.value === deck[name];
        radio.closest("label").hidden = name === "sides" && !LAYOUTS[deck.layout].includes(radio.value);
      }
      group.hidden = name === "sides" && LAYOUTS[deck.layout].length < 2;
    }
    for (const box of page.calendar.elements.days) {
      box.checked = deck.days.includes(box.value);
    }
  }

  function showSums() {
    const estimated = estimate(deck, data);
    page.sum.textContent = tell.chosenWhole(deck, estimated, data);
    page.short.textContent = tell.chosen(deck, estimated, data);
    page.many.hidden = estimated.exercises <= MANY;
    page.many.textContent = fill(words.says.many, { number: estimated.exercises });
    page.undo.disabled = past.length === 0;
    page.clear.disabled = deck.cards.length === 0;
    page.link.value = link();
    if (!page.code.hidden) {
      showCode();
    }
  }

  function showSheets() {
    const about = {
      catalogue: data,
      paper: PAPERS[deck.paper],
      sides: deck.sides,
      deckLayout: deck.layout,
      cards: deck.cards,
      name: page.name.value.trim(),
      notes: page.notes.value.trim(),
      minutes: estimate(deck, data).minutes,
      link: link(),
      site,
      address,
      keep,
    };
    keep.turn();
    const laid = laidOut(about);
    page.empty.hidden = laid.length > 0;
    root.dataset.sheets = laid.length;
    page.pages.textContent = laid.length ? tell.pagesOn(laid.length, deck, data) : "";
    page.advice.textContent = laid.length ? tell.advice(deck, data) : "";
    for (const button of page.prints) {
      button.disabled = laid.length === 0;
    }
    scale();
  }

  // Fewer exercises on a sheet of the handout when four do not fit.
  function laidOut(about) {
    const fixed = { plan: Boolean(about.name || about.notes), wayDown: data.wayDown?.id, measures: data.words.log?.rows.length ?? 0 };
    let laid = [];
    for (const rows of ROWS) {
      laid = sheets(deck, { ...fixed, rows });
      const total = { pages: laid.length, sides: deck.sides, paper: deck.paper };
      page.sheets.hidden = laid.length === 0;
      page.sheets.replaceChildren(
        ...laid.map((sheet, index) => element("div", { class: "bs-frame-sheet" }, sheetElement(sheet, index + 1, total, about))),
      );
      if (fit(page.sheets)) {
        break;
      }
    }
    return laid;
  }

  function scale() {
    const room = page.sheets.clientWidth;
    if (room > 0) {
      const whole = PAPERS[deck.paper].width_mm / MM_PER_PX;
      page.sheets.style.setProperty("--scale", Math.min(1, (room - 4) / whole).toFixed(4));
    }
  }

  function showCode() {
    page.code.replaceChildren(
      code(link(), words.code),
      element("p", {}, words.code_told),
    );
  }

  async function print() {
    clearTimeout(typing);
    showSheets();
    const images = [...page.sheets.querySelectorAll("img")];
    await Promise.allSettled(images.map((image) => image.decode()));
    window.print();
  }

  function load(fragment) {
    const { deck: read, dropped } = decode(fragment, data, usual);
    deck = read ?? usual;
    past = [];
    page.dropped.hidden = dropped.length === 0;
    page.dropped.replaceChildren(
      element("p", {}, element("strong", {}, words.link.not_all)),
      element("ul", {}, dropped.slice(0, MOST_SAID).map((sentence) => element("li", {}, sentence))),
      dropped.length > MOST_SAID ? element("p", {}, fill(words.link.more, { number: dropped.length - MOST_SAID })) : "",
    );
    show();
    if (dropped.length) {
      say([words.link.not_all, dropped[0]].join(" "));
    }
  }

  // ---------- What one presses ----------

  startPicker(page.search, data, showPicks);
  page.sets.replaceChildren(
    ...data.sets.map((set) =>
      element(
        "button",
        {
          type: "button",
          class: "bs-set",
          onclick: () => {
            const next = withCards({ ...deck, order: "own" }, set.exercises.map(card), data);
            take(next, fill(words.says.set, { title: set.title, cards: counted(words.says.in_list, next.cards.length) }));
          },
        },
        element("b", {}, set.title),
        element("span", {}, set.text),
      ),
    ),
  );
  for (const group of page.choices) {
    group.addEventListener("change", (event) => {
      const name = group.dataset.bsChoice;
      const next = withChoice(deck, { [name]: event.target.value }, data);
      take(next, event.target.closest("label").textContent.replace(/\s+/g, " ").trim());
    });
  }
  startDragging(page.list, moved);
  page.undo.addEventListener("click", () => {
    deck = past.at(-1);
    past = past.slice(0, -1);
    history.replaceState(history.state, "", `#${encode(deck)}`);
    show();
    say(fill(words.says.undone, { cards: counted(words.says.in_list, deck.cards.length) }));
    if (page.undo.disabled) {
      document.getElementById("studio-list").focus();
    }
  });
  page.clear.addEventListener("click", () => {
    take(withCards(deck, [], data), words.says.cleared);
    page.undo.focus();
  });
  for (const box of [page.name, page.notes]) {
    box.addEventListener("input", () => {
      page.left.textContent = counted(words.says.left, page.notes.maxLength - page.notes.value.length);
      clearTimeout(typing);
      typing = setTimeout(showSheets, TYPING_MS);
    });
  }
  for (const button of page.prints) {
    button.addEventListener("click", print);
  }
  page.copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link());
      say(words.says.copied);
      page.copy.textContent = words.copied;
    } catch {
      page.link.focus();
      page.link.select();
      say(words.says.marked);
    }
  });
  page.copy.addEventListener("blur", () => {
    page.copy.textContent = words.copy_link;
  });
  page.link.addEventListener("focus", () => page.link.select());
  page.showCode.addEventListener("click", () => {
    page.code.hidden = !page.code.hidden;
    page.showCode.setAttribute("aria-expanded", String(!page.code.hidden));
    page.showCode.textContent = page.code.hidden ? words.show_code : words.hide_code;
    if (!page.code.hidden) {
      showCode();
    }
  });
  page.toPreview.addEventListener("click", () => {
    const heading = document.getElementById("studio-preview");
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  });
  page.calendar.addEventListener("change", (event) => {
    if (event.target.name === "days") {
      const days = new FormData(page.calendar).getAll("days");
      take(withChoice(deck, { days }, data), counted(words.says.days, days.length));
    }
  });
  page.calendar.addEventListener("submit", (event) => {
    event.preventDefault();
    const { time, weeks } = Object.fromEntries(new FormData(page.calendar));
    if (deck.days.length === 0 || deck.cards.length === 0) {
      say(deck.cards.length ? words.event.no_day : words.event.no_exercise);
      return;
    }
    const lines = deck.cards.map((each) => {
      const much = amount(each.dose, exercise(each.id));
      return [exercise(each.id).title, much ? howMuch(much, exercise(each.id), data) : ""].filter(Boolean).join(": ");
    });
    const text = calendar({
      title: words.event.title,
      description: lines.join("\n"),
      link: link(),
      days: deck.days,
      time,
      weeks: Number(weeks),
      minutes: estimate(deck, data).minutes,
      now: new Date(),
      host: location.hostname,
      id: crypto.getRandomValues(new Uint32Array(4)).join("-"),
    });
    save(text, `${words.event.file}.ics`);
    say(words.event.saved);
  });

  new ResizeObserver(scale).observe(page.sheets);
  const onAddress = () => {
    if (!root.isConnected) {
      window.removeEventListener("hashchange", onAddress);
    } else if (location.hash !== `#${encode(deck)}`) {
      load(location.hash);
    }
  };
  window.addEventListener("hashchange", onAddress);

  load(location.hash);
}

function save(text, name) {
  const file = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  element("a", { href: file, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(file), 10_000);
}

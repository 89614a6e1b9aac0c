// The page: joins the deck with what one sees and presses. All of it works with a keyboard; each change is announced.

import { calendar } from "./calendar.js";
import { fetchCatalogue } from "./catalogue.js";
import { code } from "./code.js";
import { EMPTY, LAYOUTS, MANY, PAPERS, add, card, estimate, isRequired, move, remove, withCards, withChoice, withDose } from "./deck.js";
import { amount, capital, howMuch, howOften } from "./dose.js";
import { counted, element, keeper } from "./element.js";
import { decode, encode } from "./link.js";
import { listItem, startDragging } from "./list.js";
import { fit, sheetElement } from "./paper.js";
import { found, pickItem, startPicker } from "./picker.js";
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
    page.dropped.textContent = "The exercises did not load. Check your connection and load the page again, or print a ready-made set.";
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
  const link = () => `${location.origin}${location.pathname}#${encode(deck)}`;
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
    const [what, id] = key.split(" ");
    const other = { up: `down ${id}`, down: `up ${id}` }[what];
    const target = wanted && !wanted.disabled ? wanted : other && root.querySelector(`[data-focus="${CSS.escape(other)}"]`);
    (target ?? document.getElementById("studio-list")).focus();
  }

  function showPicks() {
    const wanted = Object.fromEntries(new FormData(page.search));
    const fitting = found(data.exercises, wanted);
    const chosen = new Set(deck.cards.map((each) => each.id));
    page.found.textContent = fitting.length ? counted(fitting.length, "exercise") : "No exercise fits. Try another word, or fewer filters.";
    page.picks.replaceChildren(
      ...fitting.map((each) =>
        pickItem(each, {
          chosen: chosen.has(each.id),
          required: isRequired(deck, each.id, data),
          address,
          toggle: () => toggle(each.id),
        }),
      ),
    );
  }

  function toggle(id) {
    const { title } = exercise(id);
    const had = deck.cards.some((each) => each.id === id);
    const next = had ? remove(deck, id, data) : add(deck, id, data);
    const floor = rule(deck, next, had);
    take(next, `${title} ${had ? "taken out" : "added"}.${floor} ${counted(next.cards.length, "card")}.`);
  }

  // What the rule about the floor did, in words.
  function rule(before, after, removing) {
    const way = data.transfer?.id;
    const has = (some) => some.cards.some((each) => each.id === way);
    if (!way || has(before) === has(after)) {
      return "";
    }
    return removing ? ` ${exercise(way).title} went with it.` : after.cards.length - before.cards.length > 1 ? ` ${exercise(way).title} came along.` : "";
  }

  function showList() {
    page.list.replaceChildren(
      ...deck.cards.map((each, index) =>
        listItem(each, exercise(each.id), {
          index,
          last: deck.cards.length - 1,
          required: isRequired(deck, each.id, data),
          address,
          moveTo: (place) => moved(each.id, place),
          remove: () => {
            const next = deck.cards[index + 1] ?? deck.cards[index - 1];
            toggle(each.id);
            refocus(next ? `remove ${next.id}` : "none");
          },
          setDose: (dose, keepList) => {
            const { title } = exercise(each.id);
            const much = amount(dose, exercise(each.id));
            const words = much ? `${capital(howMuch(much, exercise(each.id)))}, ${howOften(much)}` : "left blank for a pen";
            take(withDose(deck, each.id, dose), `${title}: ${words}.`, { keepList });
          },
        }),
      ),
    );
  }

  function moved(id, place) {
    const next = move(deck, id, place, data);
    const now = next.cards.findIndex((each) => each.id === id) + 1;
    take(next, `${exercise(id).title} is now number ${now} of ${next.cards.length}.${deck.order === "auto" ? " The order is now your own." : ""}`);
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
    const { minutes, blank, exercises } = estimate(deck, data);
    const some = deck.cards.length > 0;
    const time = minutes ? `about ${counted(minutes, "minute")}` : "";
    const open = blank ? ` ${counted(blank, "blank dose")} not counted.` : "";
    page.sum.textContent = some ? `${counted(deck.cards.length, "card")}${time && `, ${time}`}.${open}` : "Nothing chosen yet.";
    page.short.textContent = some ? `${counted(deck.cards.length, "card")}${time && `, ${time}`}` : "Nothing chosen yet";
    page.many.hidden = exercises <= MANY;
    page.many.textContent = `You chose ${exercises} exercises. Two to four are easier to keep up. You can do some on one day and some on the next.`;
    page.undo.disabled = past.length === 0;
    page.clear.disabled = !some;
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
    const paper = Math.ceil(laid.length / (deck.sides === "duplex" ? 2 : 1));
    page.pages.textContent = laid.length ? `${counted(laid.length, "page")} on ${counted(paper, "sheet")} of ${PAPERS[deck.paper].title} paper` : "";
    page.advice.textContent = laid.length ? advice(deck) : "";
    for (const button of page.prints) {
      button.disabled = laid.length === 0;
    }
    scale();
  }

  // Fewer exercises on a sheet of the handout when four do not fit.
  function laidOut(about) {
    let laid = [];
    for (const rows of ROWS) {
      laid = sheets(deck, { plan: Boolean(about.name || about.notes), transfer: data.transfer?.id, rows });
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
      code(link(), "QR code of the link to this list"),
      element("p", {}, "Point a phone's camera here to open this list on the phone."),
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
      element("p", {}, element("strong", {}, "We could not use all of this link.")),
      element("ul", {}, dropped.slice(0, MOST_SAID).map((sentence) => element("li", {}, sentence))),
      dropped.length > MOST_SAID ? element("p", {}, `And ${dropped.length - MOST_SAID} more.`) : "",
    );
    show();
    if (dropped.length) {
      say(`We could not use all of this link. ${dropped[0]}`);
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
            const next = withCards({ ...deck, order: "auto" }, set.exercises.map(card), data);
            take(next, `${set.title}: ${counted(next.cards.length, "card")} in your list.`);
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
    say(`Undone. ${counted(deck.cards.length, "card")} in your list.`);
    if (page.undo.disabled) {
      document.getElementById("studio-list").focus();
    }
  });
  page.clear.addEventListener("click", () => {
    take(withCards(deck, [], data), "The list is empty. Undo brings it back.");
    page.undo.focus();
  });
  for (const box of [page.name, page.notes]) {
    box.addEventListener("input", () => {
      page.left.textContent = `${counted(page.notes.maxLength - page.notes.value.length, "letter")} left`;
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
      say("Link copied.");
      page.copy.textContent = "Copied";
    } catch {
      page.link.focus();
      page.link.select();
      say("The link is marked. Copy it with your keyboard or menu.");
    }
  });
  page.copy.addEventListener("blur", () => {
    page.copy.textContent = "Copy link";
  });
  page.link.addEventListener("focus", () => page.link.select());
  page.showCode.addEventListener("click", () => {
    page.code.hidden = !page.code.hidden;
    page.showCode.setAttribute("aria-expanded", String(!page.code.hidden));
    page.showCode.textContent = page.code.hidden ? "Show QR code" : "Hide QR code";
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
      take(withChoice(deck, { days }, data), counted(days.length, "day"));
    }
  });
  page.calendar.addEventListener("submit", (event) => {
    event.preventDefault();
    const { time, weeks } = Object.fromEntries(new FormData(page.calendar));
    if (deck.days.length === 0 || deck.cards.length === 0) {
      say(deck.cards.length ? "Choose at least one day." : "Choose at least one exercise first.");
      return;
    }
    const lines = deck.cards.map((each) => {
      const much = amount(each.dose, exercise(each.id));
      return `${exercise(each.id).title}${much ? `: ${howMuch(much, exercise(each.id))}` : ""}`;
    });
    const text = calendar({
      title: "Back exercises",
      description: lines.join("\n"),
      link: link(),
      days: deck.days,
      time,
      weeks: Number(weeks),
      minutes: estimate(deck, data).minutes,
      now: new Date(),
      uid: `${crypto.getRandomValues(new Uint32Array(4)).join("-")}@backstride`,
    });
    save(text, "back-exercises.ics");
    say("The calendar file is saved. Open it to add the days to your calendar.");
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

function advice({ layout, sides }) {
  if (layout === "log" || layout === "rows") {
    return "In the print window choose 100% and no margins.";
  }
  const fold = layout === "four" ? "Cut along the dashed lines and fold each card down its middle." : "Fold each sheet across its middle.";
  return {
    one: `In the print window choose 100% and no margins. ${layout === "single" ? "" : "Then cut along the dashed lines."}`,
    duplex: `In the print window choose 100%, no margins, both sides, and turn on the long edge. ${layout === "single" ? "" : "Then cut along the dashed lines."}`,
    fold: `In the print window choose 100% and no margins. ${fold}`,
  }[sides].trim();
}

function save(text, name) {
  const file = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  element("a", { href: file, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(file), 10_000);
}

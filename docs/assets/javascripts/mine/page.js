// The page: opens the plan of a link, shows its list or one exercise of it, and keeps the ticks.

import { fill } from "../phrase.js";
import { fetchCatalogue } from "../studio/catalogue.js";
import { DAYS } from "../studio/deck.js";
import { element } from "../studio/element.js";
import { decode } from "../studio/link.js";
import { listHead, listRows } from "./list.js";
import { nothingView } from "./nothing.js";
import { only, planOf } from "./plan.js";
import { asText, dayOf, isDone, read, recent, withTick, write } from "./ticks.js";
import { weekView } from "./week.js";

const MOST_SAID = 6;
const storage = () => localStorage;

/** Open the page in its element: read the catalogue and the link, then answer to every press. */
export async function open(root) {
  if (root.dataset.open) {
    return;
  }
  root.dataset.open = "yes";
  const view = root.querySelector("[data-bs-view]");
  const here = (path) => new URL(path, location.href);
  try {
    start(root, view, await fetchCatalogue(here(root.dataset.cards)), here(`${root.dataset.root}/`.replace(/\/+$/, "/")));
  } catch (error) {
    view.replaceChildren(element("p", { class: "bs-mine__dropped" }, root.dataset.notLoaded));
    root.hidden = false;
    throw error;
  }
}

function start(root, view, catalogue, siteRoot) {
  const { mine, studio: studioWords } = catalogue.words;
  const site = (path) => new URL(path, siteRoot).href;
  const saidPlace = root.querySelector("[data-bs-said]");
  const studio = root.querySelector("[data-bs-change]")?.getAttribute("href");
  let deck = null;
  let dropped = [];
  let sore = false;
  let today = dayOf(new Date());
  let ticks = recent(read(storage), today);
  let kept = true;
  let deleted = null;
  let shown = null;
  let fragment = null;
  let one = null;

  const say = (text) => {
    saidPlace.textContent = "";
    saidPlace.textContent = text;
  };
  const weekday = () => (new Date().getDay() + DAYS.length - 1) % DAYS.length;
  const entries = () => planOf(deck, catalogue, { sore, weekday: weekday() });

  /** Show the list, or one exercise, or that nothing is open; the heading gets the focus unless the page has just come. */
  async function show(id, { focus = true } = {}) {
    today = dayOf(new Date());
    shown = id;
    root.dataset.shows = deck ? (id ? "one" : "list") : "nothing";
    if (id) {
      one ??= import("./one.js").then(({ oneViews }) => oneViews(catalogue));
      const views = await one;
      if (shown !== id) {
        return;
      }
      view.replaceChildren(...droppedView(), views(...about(id)));
    } else {
      one?.then((views) => views.leave());
      view.replaceChildren(...droppedView(), ...(deck ? listView() : flat(nothingView({ catalogue, studio }))));
    }
    root.hidden = false;
    if (focus) {
      const head = document.getElementById("mine-head");
      head.focus({ preventScroll: true });
      (id ? view : document.querySelector("h1")).scrollIntoView({ block: "start" });
    }
  }

  function about(id) {
    const all = entries();
    const round = all.filter((entry) => entry.today).some(({ exercise }) => exercise.id === id) ? all.filter((entry) => entry.today) : all;
    const number = round.findIndex(({ exercise }) => exercise.id === id);
    const to = (entry) => entry && (() => go(entry.exercise.id));
    const place = round.length > 1 ? fill(mine.place, { number: number + 1, exercises: round.length }) : "";
    const done = () => {
      tick(id, true, { shownAnew: false });
      const left = [...round.slice(number + 1), ...round.slice(0, number)].find(({ exercise }) => !isDone(ticks, today, exercise.id));
      go(left?.exercise.id ?? null);
    };
    return [
      round[number],
      { place, toList: () => go(null), site, moving: root.dataset.moving, sore, previous: to(round[number - 1]), next: to(round[number + 1]), done, say },
    ];
  }

  // Each exercise is a step in the history: the device's own way back leads to the list.
  function go(id) {
    history[id && !shown ? "pushState" : "replaceState"](id ? { exercise: id } : null, "", location.href);
    show(id);
  }

  function listView() {
    const all = entries();
    const days = only(all, catalogue) ? [] : deck.days.map((day) => DAYS.indexOf(day)); // a link to one exercise plans no week
    const given = { entries: all, ticks, today, days, begin: go, tick, catalogue, site, sore };
    return flat([
      element("div", { class: "bs-mine__top" }, listHead(given)),
      soreSwitch(all),
      listRows(given),
      element(
        "p",
        { class: "bs-mine__tools" },
        element("button", { type: "button", class: "bs-button bs-button--quiet", onclick: () => window.print() }, mine.print),
        studio ? element("a", { class: "bs-button bs-button--quiet", href: `${studio}${location.hash}` }, mine.change) : null,
      ),
      weekView({ ticks, today, kept, save, remove, undo: deleted ? undo : null, catalogue }),
    ]);
  }

  function soreSwitch(all) {
    if (!all.some(({ exercise }) => exercise.dose?.flare)) {
      return null;
    }
    const turn = (event) => {
      sore = event.target.checked;
      again();
    };
    return element(
      "div",
      { class: "bs-mine__sore" },
      element("label", { class: "bs-mine__switch" }, element("input", { type: "checkbox", role: "switch", "data-focus": "sore", checked: sore, "aria-describedby": "mine-sore", onchange: turn }), element("span", {}, mine.sore)),
      element("p", { id: "mine-sore" }, mine.sore_told),
    );
  }

  function droppedView() {
    if (!dropped.length) {
      return [];
    }
    const { not_all, more } = studioWords.link;
    const rest = dropped.length - MOST_SAID;
    const said = [...dropped.slice(0, MOST_SAID), ...(rest > 0 ? [fill(more, { number: rest })] : [])];
    return [element("div", { class: "bs-mine__dropped" }, element("p", {}, element("strong", {}, not_all)), element("ul", {}, said.map((text) => element("li", {}, text))))];
  }

  /** Show the list anew, with the focus where it was. */
  function again() {
    const focus = document.activeElement?.dataset?.focus;
    const at = scrollY;
    show(null, { focus: false });
    scrollTo(scrollX, at);
    const other = { delete: "undo", undo: "delete" }[focus];
    const wanted = [focus, other].filter(Boolean).map((key) => view.querySelector(`[data-focus="${CSS.escape(key)}"]`));
    wanted.find(Boolean)?.focus({ preventScroll: true });
  }

  function keep(next) {
    ticks = recent(next, today);
    kept = write(storage, ticks);
  }

  function tick(id, done, { shownAnew = true } = {}) {
    const { title } = catalogue.byId.get(id);
    today = dayOf(new Date());
    deleted = null;
    keep(withTick(ticks, today, id, done));
    say(fill(done ? mine.ticks.ticked : mine.ticks.unticked, { title }));
    if (shownAnew) {
      again();
    }
  }

  function remove() {
    deleted = ticks;
    keep({});
    again();
    say(mine.ticks.deleted);
  }

  function undo() {
    keep(deleted);
    deleted = null;
    again();
    say(mine.ticks.undone);
  }

  function save() {
    const text = asText(ticks, document.querySelector("h1").textContent, (id) => catalogue.byId.get(id)?.title ?? id);
    const file = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    element("a", { href: file, download: `${mine.ticks.file}.txt` }).click();
    setTimeout(() => URL.revokeObjectURL(file), 10_000);
    say(mine.ticks.saved);
  }

  function load({ focus }) {
    fragment = location.hash;
    const found = decode(fragment, catalogue);
    deck = found.deck?.cards.length ? found.deck : null;
    dropped = found.dropped;
    const single = deck && only(entries(), catalogue);
    const asked = history.state?.exercise;
    const there = (id) => deck?.cards.some((each) => each.id === id);
    show(there(asked) ? asked : (single?.exercise.id ?? null), { focus });
  }

  // A link to another plan changes the fragment; a step back within this plan does not.
  addEventListener("hashchange", () => root.isConnected && location.hash !== fragment && load({ focus: true }));
  addEventListener("popstate", () => location.hash === fragment && deck && show(history.state?.exercise ?? null));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && deck && !shown && dayOf(new Date()) !== today) {
      again();
    }
  });

  load({ focus: false });
}

function flat(parts) {
  return parts.flat(Infinity).filter(Boolean);
}

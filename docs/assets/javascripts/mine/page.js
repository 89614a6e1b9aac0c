// The page: opens the plan of a link, and shows its list or one exercise of it.

import { counted, fill } from "../phrase.js";
import { fetchCatalogue } from "../studio/catalogue.js";
import { DAYS } from "../studio/deck.js";
import { element } from "../studio/element.js";
import { decode } from "../studio/link.js";
import { listHead, listRows } from "./list.js";
import { nothingView } from "./nothing.js";
import { oneViews } from "./one.js";
import { concerning, only, planOf, timesOf } from "./plan.js";
import { recordOf } from "./record.js";
import { asText } from "./ticks.js";
import { droppedView, soreSwitch } from "./top.js";
import { weekView } from "./week.js";

const MINUTE_MS = 60_000;

/** Open the page in its element: read the catalogue and the link, then answer to every press. */
export async function open(root) {
  if (root.dataset.open) {
    return;
  }
  root.dataset.open = "yes";
  const view = root.querySelector("[data-bs-view]");
  const here = (path) => new URL(path, location.href);
  let catalogue;
  try {
    catalogue = await fetchCatalogue(here(root.dataset.cards));
  } catch {
    view.replaceChildren(element("p", { class: "bs-mine__dropped" }, root.dataset.notLoaded));
    root.hidden = false;
    return;
  }
  start(root, view, catalogue, here(`${root.dataset.root}/`.replace(/\/+$/, "/")));
}

function start(root, view, catalogue, siteRoot) {
  const { mine } = catalogue.words;
  const site = (path) => new URL(path, siteRoot).href;
  const studio = root.querySelector("[data-bs-change]")?.getAttribute("href");
  const record = recordOf(() => localStorage);
  const say = speaker(root.querySelector("[data-bs-said]"));
  let deck = null;
  let dropped = [];
  let sore = false;
  let shown = null;
  let shownOn = "";
  let fragment = null;
  let one = null;

  const weekday = () => (new Date().getDay() + DAYS.length - 1) % DAYS.length;
  const entries = () => planOf(deck, catalogue, { sore, weekday: weekday() });

  /** Show the list, or one exercise, or that nothing is open; the heading gets the focus unless the page has just come. */
  function show(id, { focus = true } = {}) {
    shown = id;
    shownOn = record.today();
    root.dataset.shows = deck ? (id ? "one" : "list") : "nothing";
    const put = (...parts) => view.replaceChildren(...flat([droppedView(dropped, catalogue), parts]));
    if (id) {
      one ??= oneViews(catalogue);
      put(one(...about(id)));
    } else {
      one?.leave();
      put(deck ? listView() : nothingView({ catalogue, studio }));
    }
    root.hidden = false;
    if (focus) {
      document.getElementById("mine-head").focus({ preventScroll: true });
      (id ? view : document.querySelector("h1")).scrollIntoView({ block: "start" });
    }
  }

  /** Return an exercise and all that its view needs: the way on is through those of the same day. */
  function about(id) {
    const all = entries();
    const now = all.filter((entry) => entry.today);
    const round = now.some(({ exercise }) => exercise.id === id) ? now : all;
    const number = round.findIndex(({ exercise }) => exercise.id === id);
    const to = (entry) => entry && (() => go(entry.exercise.id));
    const place = round.length > 1 ? fill(mine.place, { number: number + 1, exercises: round.length }) : "";
    // A round goes on to what was done less often than this; one that is done again goes on in order.
    const done = () => {
      const before = record.times(id);
      const { low, high } = timesOf(round[number]);
      const times = Math.min(before + 1, Math.max(before, high));
      tick(id, times);
      const after = round.slice(number + 1);
      const left = [...after, ...round.slice(0, number)].find((entry) => record.times(entry.exercise.id) < Math.min(times, timesOf(entry).low));
      go((left ?? (before >= low ? after[0] : null))?.exercise.id ?? null);
    };
    const switches = soreSwitch([round[number]], { sore, turn: turnSore, catalogue });
    const ways = { switches, toList: () => go(null), previous: to(round[number - 1]), next: to(round[number + 1]), done };
    return [round[number], { ...ways, place, site, moving: root.dataset.moving, sore, say }];
  }

  // The exercises are one step in the history: the device's own way back leads to the list, and so does ours.
  function go(id) {
    if (!id && history.state?.back) {
      history.back();
      return;
    }
    const back = !shown || Boolean(history.state?.back);
    history[id && !shown ? "pushState" : "replaceState"](id ? { exercise: id, back } : null, "", location.href);
    show(id);
  }

  function listView() {
    const all = entries();
    const days = only(all, catalogue) ? [] : deck.days.map((day) => DAYS.indexOf(day)); // a link to one exercise plans no week
    const ticked = (id, times) => {
      tick(id, times);
      again();
    };
    const given = { entries: all, ticks: record.ticks(), today: record.today(), days, begin: go, tick: ticked, catalogue, site, sore };
    return [
      element("div", { class: "bs-mine__top" }, listHead(given)),
      soreSwitch(all, { sore, turn: turnSore, catalogue }),
      listRows(given),
      element(
        "p",
        { class: "bs-mine__tools" },
        element("button", { type: "button", class: "bs-button bs-button--quiet", onclick: () => window.print() }, mine.print),
        studio ? element("a", { class: "bs-button bs-button--quiet", href: `${studio}${location.hash}` }, mine.change) : null,
      ),
      weekView({ ticks: record.ticks(), today: record.today(), kept: record.isKept(), save, remove, undo: record.canUndo() ? undo : null, catalogue }),
    ];
  }

  /** Show the list or the exercise anew, with the focus where it was. */
  function again() {
    const focus = document.activeElement?.dataset?.focus;
    const at = scrollY;
    show(shown, { focus: false });
    scrollTo(scrollX, at);
    const other = { delete: "undo", undo: "delete" }[focus];
    const wanted = [focus, other].filter(Boolean).map((key) => view.querySelector(`[data-focus="${CSS.escape(key)}"]`));
    wanted.find(Boolean)?.focus({ preventScroll: true });
  }

  function turnSore(on) {
    sore = on;
    again();
  }

  function tick(id, times) {
    const less = times < record.times(id);
    record.tick(id, times);
    say(fill(less ? mine.ticks.unticked : mine.ticks.ticked, catalogue.byId.get(id)));
  }

  function remove() {
    record.remove();
    again();
    say(mine.ticks.deleted);
  }

  function undo() {
    record.undo();
    again();
    say(mine.ticks.undone);
  }

  function save() {
    const heading = document.querySelector("h1").textContent;
    const often = (times) => (times > 1 ? ` (${counted(mine.ticks.times, times)})` : "");
    const titled = (id, times) => `${catalogue.byId.get(id)?.title ?? id}${often(times)}`;
    download(asText(record.ticks(), heading, titled), `${mine.ticks.file}.txt`);
    say(mine.ticks.saved);
  }

  function load({ focus }) {
    fragment = location.hash;
    const found = decode(fragment, catalogue);
    deck = found.deck?.cards.length ? found.deck : null;
    dropped = concerning(found.dropped, catalogue);
    sore = false;
    const single = deck && only(entries(), catalogue);
    const asked = history.state?.exercise;
    const there = deck?.cards.some(({ id }) => id === asked);
    show(there ? asked : (single?.exercise.id ?? null), { focus });
  }

  // A link to another plan changes the fragment; a step back within this plan does not.
  addEventListener("hashchange", () => root.isConnected && location.hash !== fragment && load({ focus: true }));
  addEventListener("popstate", () => location.hash === fragment && deck && show(history.state?.exercise ?? null));
  // The list follows the day, and the ticks of other tabs.
  const follow = () => {
    if (document.visibilityState === "visible" && root.isConnected) {
      record.refresh();
      if (deck && !shown) {
        again();
      }
    }
  };
  document.addEventListener("visibilitychange", follow);
  addEventListener("storage", follow);
  setInterval(() => shownOn !== record.today() && follow(), MINUTE_MS);

  load({ focus: false });
}

// The same words said twice are news twice.
function speaker(place) {
  return (text) => {
    place.textContent = "";
    place.textContent = text;
  };
}

function download(text, name) {
  const file = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  element("a", { href: file, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(file), 10_000);
}

function flat(parts) {
  return parts.flat(Infinity).filter(Boolean);
}

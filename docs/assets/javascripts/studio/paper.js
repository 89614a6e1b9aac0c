// Paper: each sheet as elements in true millimetres. The preview and the printer show the same elements.

import { capital, counted, fill, stopped } from "../phrase.js";
import { code } from "./code.js";
import { amount, howMuch, howOften } from "./dose.js";
import { element } from "./element.js";

const WEEKS = 4;
const LISTED = 9;
const CAPTION_PX = 22;
const GAP_PX = 8;
const LINES = 24;
const ROOMY_PX = 130;
const HOLE = 0.9;

/** Return one sheet. `about` has the catalogue, the paper, name, notes, the link, minutes, the address of the site, and
 * `keep`, which remembers what was made and fitted before. */
export function sheetElement(sheet, number, total, about) {
  const { paper } = about;
  const words = wordsOf(about);
  const page = fill(words.page, { number, pages: total.pages });
  const inside = { cards: cardsSheet, rows: rowsSheet, log: logSheet }[sheet.kind];
  return element(
    "section",
    {
      class: `bs-sheet bs-sheet--${sheet.kind} bs-sheet--${sheet.layout ?? sheet.kind} bs-sheet--${sheet.side}`,
      "data-paper": total.paper,
      style: `--sheet-width:${paper.width_mm}mm;--sheet-height:${paper.height_mm}mm`,
      "aria-label": sheet.side === "front" && total.sides !== "duplex" ? page : fill(words[sheet.side], { page }),
    },
    inside(sheet, about),
    foot(page, about),
  );
}

function wordsOf({ catalogue }) {
  return catalogue.words.studio.sheet;
}

/** Make the words of each new face fit beside pictures of a good size: smaller letters first (never under the layout's
 * least), then smaller pictures, then without what can be left out, the least needed first. Return whether all fit.
 */
export function fit(parent) {
  const faces = [...parent.querySelectorAll("[data-sizes]:not([data-fits])")].map(search);
  // All faces take a step before one is measured: so the browser lays out once for each step, not once for each face.
  for (let open = faces; open.length; open = open.filter(({ from, to }) => from < to)) {
    for (const each of open) {
      each.middle = Math.floor((each.from + each.to) / 2);
      take(each, each.middle);
    }
    const good = open.map((each) => fits(each.face) && (!each.looks[each.middle].roomy || isRoomy(each.face)));
    open.forEach((each, index) => Object.assign(each, good[index] ? { to: each.middle } : { from: each.middle + 1 }));
  }
  faces.forEach((each) => take(each, each.to));
  const fitting = faces.map(({ face }) => fits(face));
  const pictures = faces.flatMap(({ face }) => [...face.querySelectorAll(".bs-face__frames")]);
  const places = pictures.map(arrangement);
  faces.forEach(({ face }, index) => face.setAttribute("data-fits", fitting[index]));
  pictures.forEach((frames, index) => arrange(frames, places[index]));
  return !parent.querySelector("[data-fits=false]");
}

// The looks of a face from the best to the barest, as letters in points and, with pictures beside the words, the part of
// the width that these take; `from` and `to` close in on the first that fits.
function search(face) {
  const extras = [...face.querySelectorAll("[data-extra]")].sort((one, other) => other.dataset.extra - one.dataset.extra);
  const sizes = face.dataset.sizes.split(" ").map((size) => size.split("/"));
  const [least, narrowest] = sizes.at(-1);
  const looks = [
    ...sizes.map(([points, share]) => ({ points, share, roomy: true, without: 0 })),
    ...Array.from({ length: extras.length + 1 }, (_, without) => ({ points: least, share: narrowest, roomy: false, without })),
  ];
  return { face, extras, looks, from: 0, to: looks.length - 1 };
}

function take({ face, extras, looks }, index) {
  const { points, share, without } = looks[index];
  face.style.setProperty("--letter", `${points}pt`);
  face.style.setProperty("--share", `${share ?? 40}%`);
  extras.forEach((extra, place) => {
    extra.hidden = place < without;
  });
}

function fits(face) {
  return face.scrollHeight <= face.clientHeight + 1;
}

// Pictures are of a good size when they are tall enough, or as wide as the card lets them be.
function isRoomy(face) {
  return [...face.querySelectorAll(".bs-face__frames")].every((frames) => frames.clientHeight >= ROOMY_PX || arrangement(frames).wide);
}

// Pictures side by side or one above the other, whichever shows them larger, and as large as there is room. A hole in
// the last row counts against it.
function arrangement(frames) {
  const count = frames.children.length;
  const ratio = Number(frames.dataset.ratio);
  const room = (columns) => frames.clientHeight / Math.ceil(count / columns) - CAPTION_PX;
  const widest = (columns) => (frames.clientWidth / columns - GAP_PX) / ratio;
  const tall = (columns) => Math.max(0, Math.min(room(columns), widest(columns)));
  const worth = (columns) => tall(columns) * (count % columns ? HOLE : 1);
  const columns = Array.from({ length: count }, (_, index) => index + 1).sort((one, other) => worth(other) - worth(one))[0];
  return { columns, height: tall(columns), wide: widest(columns) <= room(columns) };
}

function arrange(frames, { columns, height }) {
  frames.style.setProperty("--columns", columns);
  frames.style.setProperty("--picture", `${height.toFixed(1)}px`);
}

function cardsSheet({ layout, across, down, side, slots }, about) {
  const sizes = { four: "13 12.5 12", two: "18/44 18/40 18/36", single: about.sides === "one" ? "15 14 13" : "18 17 16 15 14 13" }[layout];
  return element(
    "div",
    { class: "bs-sheet__cards", style: `--across:${across};--down:${down}` },
    slots.map((slot) => element("div", { class: "bs-slot" }, slot && face(slot, sizes, { ...about, layout, oneSided: side === "front" && about.sides === "one" }))),
    side === "back" || layout === "single" ? null : cuts(across, down, side),
  );
}

function cuts(across, down, side) {
  const lines = [element("i", { class: "bs-cut bs-cut--foot" })];
  if (across > 1) {
    lines.push(element("i", { class: `bs-cut bs-cut--down${side === "fold" ? " bs-cut--fold" : ""}` }));
  }
  if (down > 1) {
    lines.push(element("i", { class: `bs-cut bs-cut--across${side === "fold" && across === 1 ? " bs-cut--fold" : ""}` }));
  }
  return lines;
}

function face(slot, sizes, about) {
  const { layout, oneSided, paper, name, notes, cards, link, minutes, keep } = about;
  const draw = { front, back, plan: planFront, "plan-back": planBack }[slot.face];
  const says = slot.card ?? [name, notes, cards, link, minutes];
  return keep([layout, paper, slot.face, oneSided, says], () =>
    element(
      "article",
      { class: `bs-face bs-face--${slot.face}`, "data-sizes": sizes, "data-card": slot.card?.id ?? "plan" },
      draw(slot.card, about),
    ),
  );
}

function front({ id, dose }, about) {
  const exercise = about.catalogue.byId.get(id);
  const whole = about.layout === "single";
  return [
    heading(exercise.title, exercise.goal),
    frames(exercise, about),
    element(
      "div",
      { class: "bs-face__words" },
      steps(exercise),
      doseBox(dose, exercise, about),
      whole && about.oneSided ? [later(dose, exercise, about), how(exercise, about)] : null,
      about.oneSided ? versions(exercise, about, { most: 1, extra: whole ? null : 1 }) : null,
      element(
        "div",
        { class: "bs-face__end" },
        element(
          "div",
          {},
          stop(exercise, about),
          element("p", { class: "bs-face__credit" }, credit(exercise, about)),
        ),
        shortCode(exercise, about),
      ),
    ),
  ];
}

function back({ id, dose }, about) {
  const exercise = about.catalogue.byId.get(id);
  return [
    element("h3", { class: "bs-face__title" }, exercise.title),
    element("div", { class: "bs-face__words" }, later(dose, exercise, about), how(exercise, about), versions(exercise, about, { most: 3, extra: 3 })),
    ticks(about),
    about.layout === "single" ? element("h3", { class: "bs-face__title" }, about.catalogue.words.studio.notes) : null,
    about.layout === "single" ? lines() : null,
  ];
}

function planFront(_, about) {
  const { name, notes, catalogue, cards, minutes } = about;
  const words = wordsOf(about);
  const shown = cards.length > LISTED + 1 ? cards.slice(0, LISTED) : cards;
  const more = cards.length - shown.length;
  return [
    heading(name ? fill(words.plan_for, { name }) : words.plan, minutes ? counted(words.time, minutes) : ""),
    element(
      "ol",
      { class: "bs-face__list" },
      shown.map(({ id }) => element("li", {}, catalogue.byId.get(id).title)),
    ),
    more ? element("p", {}, fill(words.more, { number: more })) : null,
    notes ? element("p", { class: "bs-face__notes" }, notes) : null,
    linkCode(about),
  ];
}

function planBack(_, about) {
  return [element("h3", { class: "bs-face__title" }, wordsOf(about).went), lines()];
}

// As many lines to write on as there is room for.
function lines() {
  return element("div", { class: "bs-face__lines" }, Array.from({ length: LINES }, () => element("i")));
}

function heading(title, goal) {
  return element("header", { class: "bs-face__head" }, element("h3", { class: "bs-face__title" }, title), element("p", {}, goal));
}

function frames(exercise, { address }) {
  const { width, height } = exercise.frames[0];
  return element(
    "div",
    { class: "bs-face__frames", "data-ratio": width / height },
    exercise.frames.map(({ figure, alt }, index) => {
      const numbers = exercise.steps.flatMap((step, place) => (step.frame === index + 1 ? [place + 1] : []));
      return element("figure", {}, element("img", { src: address(figure), alt }), element("figcaption", {}, numbers.join(" · ")));
    }),
  );
}

function steps(exercise) {
  return element("ol", { class: "bs-face__steps" }, exercise.steps.map((step) => element("li", {}, step.do)));
}

function stop(exercise, { catalogue }) {
  if (!exercise.stop) {
    return null;
  }
  const word = catalogue.words.exercise?.stop_word ?? "";
  const start = exercise.stop.startsWith(word) ? word : "";
  return element("p", { class: "bs-face__stop" }, start && element("strong", {}, start), exercise.stop.slice(start.length));
}

function doseBox(dose, exercise, { catalogue }) {
  if (!exercise.dose) {
    return null;
  }
  const much = amount(dose, exercise);
  if (!much) {
    const labels = catalogue.words.exercise ?? {};
    return element("div", { class: "bs-dosebox" }, pen(labels.dose), pen(labels.how_often));
  }
  return element(
    "p",
    { class: "bs-dosebox" },
    element("strong", {}, capital(howMuch(much, exercise, catalogue)), "."),
    ` ${capital(howOften(much, catalogue))}.`,
    much.note ? ` ${stopped(much.note)}` : "",
  );
}

function later(dose, exercise, { catalogue }) {
  if (!exercise.dose) {
    return null;
  }
  const now = amount(dose, exercise);
  // The front says how often already, where that stays the same.
  const said = (much) => howOften(much, catalogue);
  const often = (much) => (now && said(now) === said(much) ? "" : ` ${capital(said(much))}.`);
  const row = (label, much) =>
    element("p", {}, strong(label), `${capital(howMuch(much, exercise, catalogue))}.${often(much)}`, much.note ? ` ${stopped(much.note)}` : "");
  const { amounts } = catalogue.words.dose;
  const { build, flare } = exercise.dose;
  return element(
    "div",
    { class: "bs-face__later" },
    build && dose.plan === "start" ? row(amounts.build.name, build) : null,
    dose.plan === "own" || dose.plan === "blank" ? pen(amounts.build.name) : null,
    flare && dose.plan !== "flare" ? row(amounts.flare.name, flare) : null,
  );
}

// Each with the rank in which it may be left out when a card is full: the web page has it all.
function how(exercise, { catalogue }) {
  const labels = catalogue.words.exercise ?? {};
  const part = (label, text, extra) => (text ? element("p", { "data-extra": extra }, strong(label), text) : null);
  return [
    part(labels.breathing, exercise.breathing, 2),
    part(labels.feel, exercise.feel, 4),
    part(labels.mistakes, exercise.mistakes.map(stopped).join(" "), 1),
  ];
}

function versions({ easier, harder }, { catalogue }, { most, extra }) {
  const labels = catalogue.words.exercise ?? {};
  const words = (options) => stopped(options.slice(0, most).map((option) => option.replace(/\.$/, "")).join("; "));
  const line = (label, options) => (options.length ? element("p", {}, strong(label), words(options)) : null);
  const some = easier.length + harder.length > 0;
  return some ? element("div", { class: "bs-face__versions", "data-extra": extra }, line(labels.easier, easier), line(labels.harder, harder)) : null;
}

function ticks(about) {
  const { days } = about.catalogue;
  const words = wordsOf(about);
  const week = (_, index) => [element("span", { class: "bs-ticks__week" }, fill(words.week, { number: index + 1 })), ...days.map(() => element("i"))];
  return element(
    "div",
    { class: "bs-ticks", role: "img", "aria-label": words.ticks },
    element("span"),
    days.map((day) => element("span", {}, day)),
    Array.from({ length: WEEKS }, week),
  );
}

function shortCode(exercise, about) {
  const label = fill(wordsOf(about).card_code, exercise);
  return element("div", { class: "bs-face__code" }, code(`${about.site}${exercise.short}#v${exercise.version}`, label));
}

function linkCode(about) {
  const words = wordsOf(about);
  const drawn = code(about.link, words.plan_code);
  // A module smaller than 0.4 mm cannot be read from paper.
  return drawn.dataset.modules * 0.4 <= 30 ? element("div", { class: "bs-face__link", "data-extra": 9 }, drawn, element("p", {}, words.scan)) : null;
}

// An address may break after a slash, never at a hyphen.
function credit(exercise, about) {
  const { site, catalogue } = about;
  const { version, reviewed } = exercise;
  const host = site.replace(/^https?:\/\//, "");
  return [
    element("span", { class: "bs-whole" }, host),
    element("wbr"),
    element("span", { class: "bs-whole" }, exercise.short),
    element("br"),
    fill(wordsOf(about).credit, { version, date: reviewed, licence: catalogue.licence }),
  ];
}

function rowsSheet({ cards, first }, about) {
  const { name, notes, minutes, link, paper, keep } = about;
  const head = first === 1 ? [name, notes, minutes, link] : null;
  return keep(["rows", paper, first, cards, head], () =>
    element(
      "div",
      { class: "bs-sheet__rows", "data-sizes": "13.5 13 12.5 12" },
      head && handoutHead(wordsOf(about).handout, { ...about, from: wordsOf(about).date }),
      element(
        "ol",
        { class: "bs-rows", start: first },
        cards.map((card, index) => row(card, first + index, about)),
      ),
    ),
  );
}

function row({ id, dose }, number, about) {
  const exercise = about.catalogue.byId.get(id);
  return element(
    "li",
    { class: "bs-row", "data-card": id },
    frames(exercise, about),
    element(
      "div",
      { class: "bs-row__words" },
      element("h3", { class: "bs-face__title" }, `${number}. ${exercise.title}`),
      steps(exercise),
      doseBox(dose, exercise, about),
      stop(exercise, about),
    ),
  );
}

function handoutHead(title, about) {
  const { name, notes, minutes } = about;
  return element(
    "header",
    { class: "bs-handout" },
    element(
      "div",
      {},
      element("h2", { class: "bs-handout__title" }, title),
      element("div", { class: "bs-handout__who" }, field(about.catalogue.words.studio.name, name), pen(about.from)),
      minutes ? element("p", {}, counted(wordsOf(about).time_in_all, minutes)) : null,
      notes ? element("p", { class: "bs-face__notes" }, notes) : null,
    ),
    linkCode(about),
  );
}

function logSheet({ cards, measures }, about) {
  const { catalogue } = about;
  const words = wordsOf(about);
  const lines = [...(measures ? (catalogue.words.log?.rows ?? []) : []), ...cards.map(({ id }) => catalogue.byId.get(id).title)];
  return element(
    "div",
    { class: "bs-sheet__log", "data-sizes": "12" },
    handoutHead(words.log, { ...about, from: words.starting, minutes: 0, notes: measures ? about.notes : "" }),
    element("div", { class: "bs-logs", style: `--lines:${2 * lines.length}` }, [1, 3].map((week) => fortnight(week, lines, about))),
  );
}

function fortnight(week, lines, about) {
  const days = [...about.catalogue.days, ...about.catalogue.days];
  return element(
    "table",
    { class: "bs-log" },
    element("caption", {}, fill(wordsOf(about).weeks, { first: week, last: week + 1 })),
    element("thead", {}, element("tr", {}, element("td"), days.map((day) => element("th", { scope: "col" }, day)))),
    element(
      "tbody",
      {},
      lines.map((line) => element("tr", {}, element("th", { scope: "row" }, line), days.map(() => element("td")))),
    ),
  );
}

function strong(label) {
  return label ? element("strong", {}, `${label}: `) : null;
}

function field(label, value) {
  return element("p", { class: "bs-pen" }, strong(label), element("span", { class: "bs-pen__line" }, value));
}

function pen(label) {
  return field(label, "");
}

function foot(page, about) {
  const { catalogue, name } = about;
  const { emergency, checked, licence } = catalogue;
  return element(
    "footer",
    { class: "bs-sheet__foot" },
    emergency && element("p", { class: "bs-sheet__help" }, element("strong", {}, `${emergency.title} `), emergency.signs),
    element(
      "div",
      { class: "bs-sheet__line" },
      element(
        "div",
        {},
        element("p", { class: "bs-sheet__page" }, name && [element("span", { class: "bs-sheet__for" }, fill(wordsOf(about).name_for, { name })), " · "], `${page} · ${licence}`),
        checked ? element("p", {}, checked) : null,
      ),
      element("div", { class: "bs-ruler" }, element("span", {}, catalogue.words.cards.ruler)),
    ),
  );
}

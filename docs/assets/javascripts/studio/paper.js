// Paper: each sheet as elements in true millimetres. The preview and the printer show the same elements.

import { capital, counted, fill, stopped } from "../phrase.js";
import { arrangeFronts } from "./arrange.js";
import { QUIET, code } from "./code.js";
import { amount, howMuch, howOften } from "./dose.js";
import { drawing, element } from "./element.js";
import { places } from "./place.js";

const WEEKS = 4;
const PX_PER_MM = 96 / 25.4;
const [LEAST_BOX, MOST_BOX, BETWEEN_WEEKS] = [6 * PX_PER_MM, 10 * PX_PER_MM, 5 * PX_PER_MM];
const MOST_CHOICES = 2;
const LISTED = 9;
const CAPTION_PX = 22;
const GAP_PX = 8;
const LINES = 24;
const ROOMY_PX = 130;
const HOLE = 0.9;

/** Return one sheet. `about` has the catalogue, the paper, name, notes, the link, minutes, the address of the site, and
 * `keep`, which remembers what was made and fitted before. */
export function sheetElement(sheet, number, total, about) {
  const { paper, catalogue } = about;
  const words = wordsOf(about);
  const layout = catalogue.sheet.layouts[sheet.layout] ?? catalogue.sheet.layouts.four;
  const page = fill(words.page, { number, pages: total.pages });
  const inside = { cards: cardsSheet, rows: rowsSheet, log: logSheet }[sheet.kind];
  return element(
    "section",
    {
      class: `bs-sheet bs-sheet--${sheet.kind} bs-sheet--${sheet.layout ?? sheet.kind} bs-sheet--${sheet.side}`,
      "data-paper": total.paper,
      style: [
        `--sheet-width:${paper.width_mm}mm;--sheet-height:${paper.height_mm}mm;--strip:${layout.strip_mm}mm`,
        `--edge:${catalogue.sheet.edge_mm}mm;--bottom:${catalogue.sheet.foot_mm}mm;--strip-letter:${layout.strip_pt}pt`,
      ].join(";"),
      "aria-label": sheet.side === "front" && total.sides !== "duplex" ? page : fill(words[sheet.side], { page }),
    },
    inside(sheet, about, layout),
    foot(page, sheet, about),
  );
}

function wordsOf({ catalogue }) {
  return catalogue.words.studio.sheet;
}

/** Make the words of each new face fit beside pictures of a good size: smaller letters first (never under the layout's
 * least), then smaller pictures, then without what can be left out, the least needed first. Return whether all fit.
 */
export function fit(parent) {
  const fronts = [...parent.querySelectorAll(".bs-face--front:not([data-fits])")];
  arrangeFronts(fronts).forEach((good, index) => fronts[index].setAttribute("data-fits", good));
  const backs = [...parent.querySelectorAll(".bs-face--back:not([data-fits])")];
  const rooms = backs.map((face) => face.clientHeight - face.querySelector(".bs-face__words").offsetHeight - 0.6 * Number.parseFloat(getComputedStyle(face).fontSize));
  backs.forEach((face, index) => face.setAttribute("data-fits", tickOff(face, rooms[index])));
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

function cardsSheet(sheet, about, layout) {
  const { side, slots } = sheet;
  const { faces, cuts, folds } = places(sheet, layout, about.paper, about.catalogue.sheet);
  const box = ({ x, y, width, height }) => `left:${x}mm;top:${y}mm;width:${width}mm;height:${height}mm`;
  const slotClass = (place) => `bs-slot${place.turned ? " bs-slot--turned" : ""}`;
  return element(
    "div",
    { class: "bs-sheet__cards", style: `--letter:${layout.text_pt}pt` },
    slots.map((slot, index) =>
      element("div", { class: slotClass(faces[index]), style: box(faces[index]) }, slot && face(slot, { ...about, layout: sheet.layout, side, points: layout.text_pt })),
    ),
    cuts.map((line) => mark(line, "cut")),
    folds.map((line) => mark(line, "fold")),
  );
}

function mark({ x, y, toX, toY }, kind) {
  const size = x === toX ? `height:${toY - y}mm` : `width:${toX - x}mm`;
  return element("i", { class: `bs-${kind} bs-${kind}--${x === toX ? "down" : "across"}`, style: `left:${x}mm;top:${y}mm;${size}` });
}

function face(slot, about) {
  const { layout, paper, name, notes, cards, link, minutes, keep, points } = about;
  const draw = { front, back, plan: planFront, "plan-back": planBack }[slot.face];
  const says = slot.card ?? [name, notes, cards, link, minutes];
  const isPlan = slot.card === null;
  return keep([layout, paper, slot.face, about.side, says], () =>
    element(
      "article",
      { class: `bs-face bs-face--${slot.face}`, "data-sizes": isPlan ? `${points} 12` : null, "data-card": slot.card?.id ?? "plan" },
      draw(slot.card, about),
    ),
  );
}

// Its parts in the order in which they are read; arrange.js puts them in their places.
function front({ id, dose }, about) {
  const exercise = about.catalogue.byId.get(id);
  const part = (name, ...inside) => element("div", { class: "bs-part", "data-part": name }, inside);
  const start = doseBox(dose, exercise, about);
  const rule = stop(exercise, about);
  return [
    part("head", element("h3", { class: "bs-face__title" }, exercise.title), element("p", {}, exercise.goal)),
    element("div", { "data-part": "pictures" }, figures(exercise, about)),
    part("steps", steps(exercise)),
    start && part("start", start),
    rule && part("stop", rule),
    exercise.ask ? part("ask", element("p", {}, strong(about.catalogue.words.cards.ask_first), exercise.ask)) : null,
    part("lines", lines(exercise, about)),
    shortCode(exercise, about),
  ];
}

function figures(exercise, { address }) {
  return exercise.frames.map(({ figure, alt, width, height }, index) => {
    const numbers = exercise.steps.flatMap((step, place) => (step.frame === index + 1 ? [place + 1] : []));
    return element(
      "figure",
      { "data-width": width, "data-height": height },
      element("img", { src: address(figure), alt }),
      element("figcaption", {}, numbers.map((number) => element("b", { class: "bs-disc" }, String(number)))),
    );
  });
}

// What stays true when a card is cut out: when to call for help, who has reviewed it, where it comes from.
function lines(exercise, { catalogue, site }) {
  const { emergency, checked, words } = catalogue;
  const host = site.replace(/^https?:\/\//, "");
  return [
    emergency && words.cards.signs ? element("p", { class: "bs-face__call" }, emergencyOf(emergency), words.cards.signs) : null,
    element(
      "p",
      { class: "bs-face__credit" },
      checked && element("span", {}, `${checked} `),
      element("span", { class: "bs-face__address" }, element("span", { class: "bs-whole" }, host), element("wbr"), element("span", { class: "bs-whole" }, exercise.short)),
      element("span", {}, ` ${exercise.credit}`),
    ),
  ];
}

// When to call for help: the number of the country stands out, those of others follow in brackets.
function emergencyOf({ title }) {
  const [number, ...others] = title.split(" (");
  return [element("strong", {}, number), others.map((other) => ` (${other}`), " "];
}

function back({ id, dose }, about) {
  const { catalogue, layout } = about;
  const exercise = catalogue.byId.get(id);
  const labels = catalogue.words.exercise ?? {};
  const entry = (label, text) => (text ? element("p", {}, strong(label), text) : null);
  const choices = (options) => options.slice(0, MOST_CHOICES).map((option) => stopped(capital(option))).join(" ");
  const whole = layout === "single" && exercise.ask_first.length > 0;
  return [
    element(
      "div",
      { class: "bs-face__words" },
      element("h3", { class: "bs-face__title" }, exercise.title),
      later(dose, exercise, about),
      entry(labels.mistakes, exercise.mistakes.map(stopped).join(" ")),
      entry(labels.breathing, exercise.breathing),
      entry(labels.easier, choices(exercise.easier)),
      entry(labels.harder, choices(exercise.harder)),
      whole ? entry(labels.ask_first, exercise.ask_first.join(" ")) : entry(catalogue.words.cards.ask_first, exercise.ask_more),
    ),
    element("div", { class: "bs-ticks", role: "img", "aria-label": wordsOf(about).ticks, "data-days": catalogue.days.join(" "), "data-title": catalogue.words.cards.ticks }),
  ];
}

// Four weeks to tick, at the foot of the height: the days over the boxes, the number of its week before each row. Weeks
// stand side by side where the height asks for it. Return whether there is room.
function tickOff(face, room) {
  const ticks = face.querySelector(".bs-ticks");
  const size = Number.parseFloat(getComputedStyle(face).fontSize);
  const width = face.clientWidth;
  const line = 1.3 * size;
  const head = (across) => (across < WEEKS ? line : 0);
  const high = (across) => ((room - line - head(across)) * across) / WEEKS;
  const wide = (across) => ((width - BETWEEN_WEEKS * (across - 1)) / across - line) / 7;
  const across = [1, 2].find((count) => high(count) >= LEAST_BOX && wide(count) <= 3 * MOST_BOX) ?? WEEKS;
  const rows = WEEKS / across;
  const [box, down] = [wide(across), Math.min(MOST_BOX, high(across))];
  const at = (x, y, text, center) => element("span", { class: center ? "bs-ticks__day" : null, style: `left:${x}px;top:${y}px` }, text);
  ticks.style.height = `${line + head(across) + rows * down}px`;
  ticks.replaceChildren(
    element("strong", {}, ticks.dataset.title),
    ...Array.from({ length: across }, (_, part) => {
      const left = part * (line + 7 * box + BETWEEN_WEEKS);
      const days = head(across) ? ticks.dataset.days.split(" ").map((day, index) => at(left + line + (index + 0.5) * box, line, day, true)) : [];
      const numbers = Array.from({ length: rows }, (_unused, row) => at(left, line + head(across) + (row + 0.5) * down - size / 3, String(1 + part * rows + row)));
      return [...days, ...numbers, boxes(left + line, line + head(across), rows, box, down)];
    }).flat(),
  );
  return high(across) >= LEAST_BOX - 0.5;
}

function boxes(left, top, rows, box, down) {
  const path = [
    ...Array.from({ length: rows + 1 }, (_, row) => `M0 ${row * down}h${7 * box}`),
    ...Array.from({ length: 8 }, (_, column) => `M${column * box} 0v${rows * down}`),
  ].join("");
  const size = { width: 7 * box + 1, height: rows * down + 1 };
  const style = `left:${left - 0.5}px;top:${top - 0.5}px;width:${size.width}px;height:${size.height}px`;
  return drawing("svg", { viewBox: `-0.5 -0.5 ${size.width} ${size.height}`, style }, drawing("path", { d: path, fill: "none", stroke: "#000", "stroke-width": 0.4 }));
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
  return [element("h3", { class: "bs-face__title" }, wordsOf(about).went), ruled()];
}

// As many lines to write on as there is room for.
function ruled() {
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
      return element("figure", {}, element("img", { src: address(figure), alt }), element("figcaption", {}, numbers.map((number) => element("b", { class: "bs-disc" }, String(number)))));
    }),
  );
}

function steps(exercise) {
  return element("ol", { class: "bs-face__steps" }, exercise.steps.map((step, index) => element("li", {}, element("b", { class: "bs-disc" }, String(index + 1)), step.do)));
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
  const often = howOften(much, catalogue);
  const { amounts } = catalogue.words.dose;
  return element(
    "p",
    { class: "bs-dosebox" },
    strong(amounts[dose.plan]?.name ?? catalogue.words.exercise?.dose),
    `${capital(howMuch(much, exercise, catalogue))}${often ? ", " : "."}`,
    often && element("span", { class: "bs-whole" }, `${often}.`),
    much.note && dose.plan !== "start" ? ` ${stopped(much.note)}` : "",
  );
}

function later(dose, exercise, { catalogue }) {
  if (!exercise.dose) {
    return null;
  }
  const now = amount(dose, exercise);
  // The front says how often already, where that stays the same.
  const said = (much) => howOften(much, catalogue);
  const often = (much) => (now && said(now) === said(much) ? "" : `, ${said(much)}`);
  const row = (label, much) =>
    element("p", {}, strong(label), `${capital(howMuch(much, exercise, catalogue))}${often(much)}.`, much.note ? ` ${stopped(much.note)}` : "");
  const { amounts } = catalogue.words.dose;
  const { build, flare } = exercise.dose;
  return [
    build && dose.plan === "start" ? row(amounts.build.name, build) : null,
    dose.plan === "own" || dose.plan === "blank" ? pen(amounts.build.name) : null,
    flare && dose.plan !== "flare" ? row(amounts.flare.name, flare) : null,
  ];
}

function shortCode(exercise, about) {
  const label = fill(wordsOf(about).card_code, exercise);
  const drawn = code(`${about.site}${exercise.short}#v${exercise.version}`, label);
  const quiet = 2 * QUIET;
  return element("div", { class: "bs-face__code", "data-part": "code", "data-modules": drawn.dataset.modules - quiet }, drawn);
}

function linkCode(about) {
  const words = wordsOf(about);
  const drawn = code(about.link, words.plan_code);
  // A module smaller than 0.4 mm cannot be read from paper.
  return drawn.dataset.modules * 0.4 <= 30 ? element("div", { class: "bs-face__link", "data-extra": 9 }, drawn, element("p", {}, words.scan)) : null;
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
  return label ? element("strong", { class: "bs-label" }, label, " ") : null;
}

function field(label, value) {
  return element("p", { class: "bs-pen" }, label ? element("strong", {}, `${label}: `) : null, element("span", { class: "bs-pen__line" }, value));
}

function pen(label) {
  return field(label, "");
}

function foot(page, { kind, side }, about) {
  const { catalogue, name, sides } = about;
  const { emergency, checked, licence, words } = catalogue;
  const notes = { one: "one-sided", duplex: "duplex", fold: "fold-over" };
  const isCut = kind === "cards" && catalogue.sheet.layouts[about.deckLayout]?.cuts;
  const note = isCut && side ? words.cards.sides[notes[sides]].text : "";
  return element(
    "footer",
    { class: "bs-sheet__foot" },
    emergency && element("p", { class: "bs-sheet__help" }, emergencyOf(emergency), emergency.signs),
    element(
      "div",
      { class: "bs-sheet__line" },
      element(
        "div",
        {},
        element("div", { class: "bs-ruler" }),
        element(
          "p",
          { class: "bs-sheet__page" },
          checked ? element("span", {}, `${checked} `) : null,
          name && [element("span", { class: "bs-sheet__for" }, fill(wordsOf(about).name_for, { name })), " · "],
          element("span", {}, kind === "cards" ? page : `${page} · ${licence}`),
        ),
      ),
      element("p", {}, [words.cards.ruler, note].filter(Boolean).join(" ")),
    ),
  );
}

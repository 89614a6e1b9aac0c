// One exercise, large: the moving figure, the amount, the steps, when to stop, and the timer with its big buttons.

import { element } from "../studio/element.js";
import { awake } from "./awake.js";
import { figureOf } from "./moving.js";
import { askFirst, said } from "./plan.js";
import * as tell from "./says.js";
import { canSound, sound } from "./sound.js";
import { speech } from "./speech.js";
import { begin, enough, goOn, look, longest, parts, pause, redo, skip } from "./timer.js";

const LOOK_MS = 200;

/** Return show(entry, about): what the page shows of one exercise; sounds and speech stay as they are from one to the next. */
export function oneViews(catalogue) {
  const { mine } = catalogue.words;
  const keepAwake = awake();
  const tones = sound();
  const reader = { voice: null };
  const switches = element("div", { class: "bs-mine__switches" }, canSound() ? toggle(mine.sound, tones.turn) : null);
  // A browser may need a second to know its voices: nothing waits for them.
  speech(catalogue.language).then((voice) => {
    reader.voice = voice;
    switches.append(voice ? toggle(mine.speech, voice.turn) : element("p", {}, mine.no_voice));
  });
  let stop = () => undefined;
  const show = (entry, about) => {
    stop();
    const desk = timerDesk(entry, { ...about, catalogue, keepAwake, tones, reader, switches });
    stop = desk.stop;
    return oneView(entry, about, { catalogue, desk: desk.element });
  };
  show.leave = () => stop();
  return show;
}

function oneView(entry, { place, toList, site, moving, sore, switches, previous, next }, { catalogue, desk }) {
  const { mine, exercise: words } = catalogue.words;
  const { exercise, small } = entry;
  const { much, often, note } = said(entry, catalogue);
  return element(
    "section",
    { class: "bs-mine__one", "aria-labelledby": "mine-head" },
    element(
      "div",
      { class: "bs-mine__head" },
      element("p", { class: "bs-mine__place" }, element("button", { type: "button", class: "bs-mine__link", onclick: toList }, mine.to_list), place ? element("span", {}, place) : null),
      element("h2", { id: "mine-head", tabindex: -1 }, exercise.title),
      element("p", { class: "bs-mine__dose" }, element("strong", {}, much), ` ${often}`, note ? ` ${note}` : ""),
      sore && exercise.dose ? element("p", { class: "bs-mine__small" }, small ? mine.sore_now : mine.sore_none) : null,
    ),
    figureOf(exercise, { site, moving, words: mine }),
    element(
      "div",
      { class: "bs-mine__how" },
      element("h3", {}, words.steps),
      element("ol", { class: "bs-mine__steps" }, exercise.steps.map((step) => element("li", {}, step.do))),
      exercise.breathing ? element("p", {}, element("strong", {}, `${words.breathing}: `), exercise.breathing) : null,
      switches,
      previous || next
        ? element(
            "p",
            { class: "bs-mine__tools" },
            previous ? element("button", { type: "button", class: "bs-button bs-button--quiet", onclick: previous }, mine.previous) : null,
            next ? element("button", { type: "button", class: "bs-button bs-button--quiet", onclick: next }, mine.next) : null,
          )
        : null,
    ),
    desk,
  );
}

function timerDesk({ amount, exercise }, { done, say, catalogue, keepAwake, tones, reader, switches }) {
  const { words } = catalogue;
  const { mine } = words;
  const all = amount ? parts(amount, exercise, catalogue) : [];
  let timer = null;
  let before = null;
  let ticking = 0;

  const button = (label, press, quiet = false) => element("button", { type: "button", class: `bs-button bs-mine__big${quiet ? " bs-button--quiet" : ""}`, onclick: press }, label);
  const number = element("b", { class: "bs-mine__number" });
  const unit = element("span");
  const what = element("strong");
  const where = element("span");
  const may = element("span", { class: "bs-mine__may" });
  const desk = element("div", { class: "bs-mine__desk" });
  const bar = element("progress", { max: 1, value: 0, "aria-hidden": "true" });
  const face = element("div", { class: "bs-mine__face", role: "timer", "aria-label": mine.timer.name, hidden: true }, element("span", { class: "bs-mine__count" }, number, unit), element("p", {}, what, where, may), bar);
  const main = button(mine.timer.start, () => (timer && !look(timer, Date.now()).over ? change(toggled) : start()));
  const next = button(mine.timer.skip, () => change(look(timer, Date.now()).may ? enough : skip), true);
  const again = button(mine.timer.redo, () => change(redo), true);
  const finish = button(mine.done, done, all.length > 0);

  // From here on one looks at the figure, and listens or looks at the number: where both have no room, at the number.
  function start() {
    change((_, now) => begin(all, now));
    const stays = getComputedStyle(desk).position === "sticky";
    (stays ? desk.parentNode.querySelector(".bs-mine__figure") : desk).scrollIntoView({ block: "nearest" });
  }

  function toggled(running, now) {
    return running.paused === null ? pause(running, now) : goOn(running, now);
  }

  function change(how) {
    const now = Date.now();
    timer = how(timer, now);
    show(now);
  }

  function show(now = Date.now()) {
    const found = look(timer, now);
    const runs = !found.over && !found.paused;
    const { what: text, where: place, may: open } = tell.shown(found, words);
    const large = tell.number(found, words);
    fillIn(number, large.number);
    fillIn(unit, large.unit);
    fillIn(what, text);
    fillIn(where, place);
    fillIn(may, open);
    bar.value = found.share;
    face.hidden = false;
    desk.toggleAttribute("data-runs", runs);
    fillIn(main, found.over ? mine.timer.again : runs ? mine.timer.pause : mine.timer.go_on);
    main.classList.toggle("bs-button--quiet", found.over);
    finish.classList.toggle("bs-button--quiet", !found.over);
    fillIn(next, found.may ? mine.timer.enough : mine.timer.skip);
    if (found.over && [next, again].includes(document.activeElement)) {
      finish.focus();
    }
    next.hidden = again.hidden = found.over;
    finish.hidden = runs;
    const last = before ?? { index: -1, may: "", over: false };
    if (runs || found.over) {
      hear(last, found);
      before = found;
    }
    keepAwake(runs);
    clearInterval(ticking);
    ticking = runs ? setInterval(show, LOOK_MS, undefined) : 0;
  }

  function hear(last, found) {
    if (last.index !== found.index) {
      tones.play(found.over ? "over" : found.part.kind);
    } else if (found.may && !last.may) {
      tones.play("open");
    }
    reader.voice?.say(tell.aloud(last, found, words));
    const text = tell.told(last, found, words);
    text && say(text);
  }

  const wake = () => timer && face.isConnected && document.visibilityState === "visible" && show();
  document.addEventListener("visibilitychange", wake);
  next.hidden = again.hidden = true;
  const timed = longest(all) > 0;
  desk.append(
    face,
    stopRule(exercise, words.cards),
    timed ? switches : amount ? element("p", {}, mine.own_pace) : "",
    element("p", { class: "bs-mine__buttons" }, timed ? [main, next, again] : null, finish),
  );
  return {
    element: desk,
    stop() {
      clearInterval(ticking);
      keepAwake(false);
      document.removeEventListener("visibilitychange", wake);
      reader.voice?.hush();
    },
  };
}

// When to stop stands beside the clock, so that it is in sight while one counts.
function stopRule(exercise, { ask_first }) {
  const { stop, ask } = exercise;
  return element(
    "div",
    { class: "bs-mine__stop" },
    stop ? element("p", {}, element("strong", {}, stop)) : null,
    ask ? element("p", {}, element("strong", {}, ask_first), ` ${askFirst(exercise)}`) : null,
  );
}

function fillIn(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

function toggle(label, turn) {
  return element("label", { class: "bs-mine__switch" }, element("input", { type: "checkbox", role: "switch", onchange: (event) => turn(event.target.checked) }), element("span", {}, label));
}

// Figures that move: exercises go from start to end and back, walkers walk, and a step can be leafed through.
// The paths of a few moments come with the page; numbers in between are blended here. Nothing moves by itself
// for people who asked their system for less motion, and everything that moves has a button that stops it.

import { blending, heightAt, phaseAt, thereAndBack } from "./motion.js";
import { fill } from "./phrase.js";

const MOMENT_MS = { loop: 75, "there-and-back": 420 };
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

function start() {
  for (const place of document.querySelectorAll("[data-bs-move]")) {
    startMoving(place);
  }
  for (const place of document.querySelectorAll("[data-bs-phases]")) {
    startPhases(place);
  }
}

// Returns show(moment): draws the figure at any moment, whole or between two, of the frames given.
function painter(svg, data, { loop }) {
  const paths = [...svg.querySelectorAll("path")].filter((_, index) => !data.still.includes(index));
  const at = blending(data.frames, { loop });
  return (moment) => {
    at(moment).forEach((text, index) => paths[index].setAttribute("d", text));
  };
}

// Returns { play, pause, playing }: calls step(ms) on every frame while it plays, the place is on the page and in sight.
function clock(place, step, changed) {
  let playing = false;
  let seen = true;
  let before;
  const tick = (now) => {
    if (!place.isConnected || !playing) {
      return;
    }
    if (seen && before !== undefined) {
      step(Math.min(now - before, 100));
    }
    before = now;
    requestAnimationFrame(tick);
  };
  new IntersectionObserver(([entry]) => {
    seen = entry.isIntersecting;
  }).observe(place);
  const set = (value) => {
    const begin = value && !playing;
    playing = value;
    before = undefined;
    changed(value);
    if (begin) {
      requestAnimationFrame(tick);
    }
  };
  return { play: () => set(true), pause: () => set(false), toggle: () => set(!playing) };
}

function startMoving(place) {
  if (place.dataset.ready) {
    return;
  }
  place.dataset.ready = "yes";
  const loop = place.dataset.bsMove === "loop";
  const data = JSON.parse(place.querySelector("script").textContent);
  const show = painter(place.querySelector("svg"), data, { loop });
  const button = place.querySelector("button");
  const length = data.frames.length - 1;
  const oneWay = length * MOMENT_MS["there-and-back"];
  let time = 0;
  const moment = () => (loop ? time / MOMENT_MS.loop : thereAndBack(time, oneWay, length));
  const run = clock(
    place,
    (ms) => {
      time += ms;
      show(moment());
    },
    (playing) => {
      button.textContent = playing ? button.dataset.pause : button.dataset.play;
      button.setAttribute("aria-label", `${button.textContent}: ${button.dataset.what}`);
      button.dataset.playing = playing;
    },
  );
  button.hidden = false;
  button.addEventListener("click", run.toggle);
  calm.matches ? run.pause() : run.play();
  calm.addEventListener("change", () => calm.matches && run.pause());
}

function startPhases(place) {
  if (place.dataset.ready) {
    return;
  }
  place.dataset.ready = "yes";
  const data = JSON.parse(place.querySelector("script").textContent);
  const view = place.querySelector(".bs-phases__view");
  const show = painter(view.querySelector("svg"), data, { loop: true });
  const charts = [...view.querySelectorAll(".bs-curve svg")].map((svg) => ({
    line: svg.querySelector(".now"),
    dot: svg.querySelector(".dot"),
    heights: JSON.parse(svg.dataset.heights),
  }));
  const [back, play, on] = view.querySelectorAll("button");
  const slider = view.querySelector("input");
  const name = view.querySelector(".bs-phases__name");
  let percent = 0;
  const draw = (value, { said = true } = {}) => {
    percent = ((value % 100) + 100) % 100;
    show((percent / 100) * data.frames.length);
    for (const { line, dot, heights } of charts) {
      line.setAttribute("d", `M${percent.toFixed(1)} 0V40`);
      dot.setAttribute("cx", percent.toFixed(1));
      dot.setAttribute("cy", heightAt(heights, percent).toFixed(1));
    }
    const number = phaseAt(data.phases, percent);
    const text = `${number + 1}. ${data.phases[number].plain}`;
    name.setAttribute("aria-live", said ? "polite" : "off");
    if (name.textContent !== text) {
      name.textContent = text;
    }
    slider.value = Math.round(percent);
    slider.setAttribute("aria-valuetext", fill(slider.dataset.percent, { phase: text, number: Math.round(percent) }));
  };
  const run = clock(
    place,
    (ms) => draw(percent + (ms / (MOMENT_MS.loop * data.frames.length * 2)) * 100, { said: false }),
    (playing) => {
      play.textContent = playing ? play.dataset.pause : play.dataset.play;
    },
  );
  const leaf = (by) => {
    run.pause();
    const count = data.phases.length;
    draw(data.phases[(phaseAt(data.phases, percent) + by + count) % count].shown);
  };
  back.addEventListener("click", () => leaf(-1));
  on.addEventListener("click", () => leaf(1));
  play.addEventListener("click", run.toggle);
  slider.addEventListener("input", () => {
    run.pause();
    draw(Number(slider.value), { said: false });
  });
  view.hidden = false;
  place.classList.add("bs-phases--live");
  draw(0, { said: false });
}

start();

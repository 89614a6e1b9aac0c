// The player: shows a figure at any moment, and sets it moving. Nothing moves by itself for people who asked their
// system for less motion, and everything that moves has a button that stops it.

import { blending, thereAndBack } from "./motion.js";

/** How long a figure takes from one of its moments to the next. */
export const MOMENT_MS = Object.freeze({ loop: 75, "there-and-back": 420 });

const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

/** Return show(moment): draws the figure at any moment, whole or between two, of the frames given. */
export function painter(svg, data, { loop }) {
  const paths = [...svg.querySelectorAll("path")].filter((_, index) => !data.still.includes(index));
  const at = blending(data.frames, { loop });
  return (moment) => {
    at(moment).forEach((text, index) => paths[index].setAttribute("d", text));
  };
}

/** Return { play, pause, toggle }: calls step(ms) on every frame while it plays, the place is on the page and in sight. */
export function clock(place, step, changed) {
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

/** Set a figure moving, once: an element with its drawing and its button; its frames stand in it, or are given. */
export function startMoving(place, frames = null) {
  if (place.dataset.ready) {
    return;
  }
  place.dataset.ready = "yes";
  const loop = place.dataset.bsMove === "loop";
  const data = frames ?? JSON.parse(place.querySelector("script").textContent);
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

// Figures that move: exercises go from start to end and back, walkers walk, and a step can be leafed through.
// The paths of a few moments come with the page; numbers in between are blended (player.js).

import { heightAt, phaseAt } from "./motion.js";
import { fill } from "./phrase.js";
import { MOMENT_MS, clock, painter, startMoving } from "./player.js";

function start() {
  for (const place of document.querySelectorAll("[data-bs-move]")) {
    startMoving(place);
  }
  for (const place of document.querySelectorAll("[data-bs-phases]")) {
    startPhases(place);
  }
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

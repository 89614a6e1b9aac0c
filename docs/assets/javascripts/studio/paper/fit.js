// Fitting: the words of each new face beside pictures of a good size, from its best look to its barest.

import { arrangeFronts } from "./arrange.js";
import { fitFeet } from "./foot.js";
import { arrange, arrangement, isRoomy } from "./pictures.js";
import { tickOff } from "./ticks.js";

/** Make the words of each new face fit: smaller letters first (never under the layout's least), then smaller pictures,
 * then without what can be left out, the least needed first. Return the faces that are too full all the same.
 */
export function fit(parent) {
  const full = fitFronts([...parent.querySelectorAll(".bs-face--front:not([data-fits])")]);
  fitFronts(full.filter(withoutGoal));
  const backs = [...parent.querySelectorAll(".bs-face--back:not([data-fits])")];
  const rooms = backs.map((face) => face.clientHeight - face.querySelector(".bs-face__words").offsetHeight);
  backs.forEach((face, index) => face.setAttribute("data-fits", tickOff(face, rooms[index])));
  fitLooks([...parent.querySelectorAll("[data-looks]:not([data-fits])")].map(search));
  fitFeet(parent);
  return [...parent.querySelectorAll("[data-fits=false]")];
}

// Return the fronts that are too full.
function fitFronts(fronts) {
  const good = arrangeFronts(fronts);
  fronts.forEach((face, index) => face.setAttribute("data-fits", good[index]));
  return fronts.filter((_, index) => !good[index]);
}

// What an exercise is good for stands on its page too: a front that is too full does without. Return whether it had it.
function withoutGoal(face) {
  const goal = face.querySelector("[data-part=head] p");
  goal?.setAttribute("hidden", "");
  return Boolean(goal);
}

function fitLooks(faces) {
  // All faces take a step before one is measured: so the browser lays out once for each step, not once for each face.
  for (let open = faces; open.length; open = open.filter(({ from, to }) => from < to)) {
    for (const each of open) {
      each.middle = Math.floor((each.from + each.to) / 2);
      take(each, each.middle);
    }
    const good = open.map((each) => fits(each.face, 0) && (!each.looks[each.middle].roomy || isRoomy(each.face)));
    open.forEach((each, index) => Object.assign(each, good[index] ? { to: each.middle } : { from: each.middle + 1 }));
  }
  faces.forEach((each) => take(each, each.to));
  const fitting = faces.map(({ face }) => fits(face));
  const pictures = faces.flatMap(({ face }) => [...face.querySelectorAll(".bs-face__frames")]);
  const places = pictures.map(arrangement);
  faces.forEach(({ face }, index) => face.setAttribute("data-fits", fitting[index]));
  pictures.forEach((frames, index) => arrange(frames, places[index]));
}

// The looks of a face from the best to the barest, each as styles; the last ones leave out what can be left out. `from`
// and `to` close in on the first that fits.
function search(face) {
  const extras = [...face.querySelectorAll("[data-extra]")].sort((one, other) => other.dataset.extra - one.dataset.extra);
  const own = JSON.parse(face.dataset.looks).map((look) => ({ ...look, without: 0 }));
  const looks = [...own, ...extras.map((_, index) => ({ styles: own.at(-1).styles, without: index + 1 }))];
  return { face, extras, looks, from: 0, to: looks.length - 1 };
}

function take({ face, extras, looks }, index) {
  const { styles, without } = looks[index];
  for (const [name, value] of Object.entries(styles)) {
    face.style.setProperty(name, value);
  }
  extras.forEach((extra, place) => {
    extra.hidden = place < without;
  });
}

// Pictures that are set later may round up by a pixel: a look is chosen without this, and kept with it.
function fits(face, slack = 1) {
  return face.scrollHeight <= face.clientHeight + slack;
}

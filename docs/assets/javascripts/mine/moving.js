// The figure of an exercise: it moves where its motion can be fetched; else its pictures stand still side by side.

import { startMoving } from "../player.js";
import { element } from "../studio/element.js";

/** Return the place of the figure of an exercise; the figure comes when it is there. */
export function figureOf(exercise, { site, moving, words }) {
  const place = element("div", { class: "bs-mine__figure" });
  const still = () => place.replaceChildren(...exercise.frames.map((frame) => pictureOf(frame, site)));
  fetched(site(moving.replace("{}", exercise.id)))
    .then((figure) => {
      Object.assign(figure.querySelector("button").dataset, { play: words.play, pause: words.still }); // the timer has a pause of its own
      place.replaceChildren(figure);
      startMoving(figure);
    })
    .catch(still);
  return place;
}

/** Return the picture of one frame. */
export function pictureOf({ figure, alt, width, height }, site, about = {}) {
  return element("img", { src: site(figure), alt, width: Math.round(width), height: Math.round(height), ...about });
}

// The build wrote it, in the same form as on the page of the exercise.
async function fetched(address) {
  if (new URL(address).protocol === "file:") {
    throw new Error(address);
  }
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  const { figure } = await answer.json();
  const read = new DOMParser().parseFromString(figure, "text/html");
  const found = read.querySelector("[data-bs-move]");
  if (!found) {
    throw new Error(address);
  }
  return document.adoptNode(found);
}

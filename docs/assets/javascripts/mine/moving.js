// The figure of an exercise: it moves where its motion can be fetched; else, and on paper, its pictures stand still side
// by side.

import { startMoving } from "../player.js";
import { drawing, element } from "../studio/element.js";

/** Return the place of the figure of an exercise; the figure comes when it is there. */
export function figureOf(exercise, { site, moving, words }) {
  const place = element("div", { class: "bs-mine__figure" });
  fetched(site(moving.replace("{}", exercise.id)))
    .then((motion) => {
      const figure = motion && figureElement(motion, exercise, words);
      const still = exercise.frames.map((frame) => pictureOf(frame, site, figure ? { loading: "lazy" } : {})); // for paper
      place.replaceChildren(...(figure ? [figure] : []), ...still);
      figure && startMoving(figure, motion);
    })
    .catch(() => place.replaceChildren(...exercise.frames.map((frame) => pictureOf(frame, site))));
  return place;
}

/** Return the picture of one frame. */
export function pictureOf({ figure, alt, width, height }, site, about = {}) {
  return element("img", { src: site(figure), alt, width: Math.round(width), height: Math.round(height), ...about });
}

// The timer has a pause of its own, so the button of the figure says what it stops.
function figureElement({ moves, box, look, paths }, { title, frames }, words) {
  return element(
    "div",
    { class: "bs-move", "data-bs-move": moves },
    drawing(
      "svg",
      { viewBox: box, class: look, role: "img", "aria-label": frames.map(({ alt }) => alt).join(" ") },
      paths.map(([kind, d]) => drawing("path", { class: kind, d })),
    ),
    element("button", { type: "button", class: "bs-move__button", "data-what": title, "data-play": words.play, "data-pause": words.still }),
  );
}

// A page on a disk may fetch nothing.
async function fetched(address) {
  if (new URL(address).protocol === "file:") {
    return null;
  }
  const answer = await fetch(address);
  return answer.ok ? answer.json() : null;
}

// Pictures of a row of the handout: side by side or one above the other, whichever shows them larger.

const CAPTION_PX = 22;
const GAP_PX = 8;
const GAP_DOWN_PX = 4;
const ROOMY_PX = 130;
const HOLE = 0.9;

/** Return whether the pictures of a face are of a good size: tall enough, or as wide as the face lets them be. */
export function isRoomy(face) {
  return [...face.querySelectorAll(".bs-face__frames")].every((frames) => frames.clientHeight >= ROOMY_PX || arrangement(frames).wide);
}

/** Return how many pictures stand side by side to be as large as there is room, and how high they are then. A hole in
 * the last row counts against it.
 */
export function arrangement(frames) {
  const count = frames.children.length;
  const ratio = Number(frames.dataset.ratio);
  const room = (columns) => {
    const down = Math.ceil(count / columns);
    return (frames.clientHeight - GAP_DOWN_PX * (down - 1)) / down - CAPTION_PX;
  };
  const widest = (columns) => (frames.clientWidth / columns - GAP_PX) / ratio;
  const tall = (columns) => Math.max(0, Math.min(room(columns), widest(columns)));
  const worth = (columns) => tall(columns) * (count % columns ? HOLE : 1);
  const columns = Array.from({ length: count }, (_, index) => index + 1).sort((one, other) => worth(other) - worth(one))[0];
  return { columns, height: tall(columns), wide: widest(columns) <= room(columns) };
}

/** Set pictures out as `arrangement` says. */
export function arrange(frames, { columns, height }) {
  frames.style.setProperty("--columns", columns);
  frames.style.setProperty("--picture", `${height.toFixed(1)}px`);
}

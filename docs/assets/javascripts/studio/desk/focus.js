// The focus: controls that are drawn anew keep it, by a key of their own (`data-focus`, such as "up:bridge").

const OTHER_WAY = { up: "down", down: "up" };

/** Draw, and bring the focus back to the control that had it. */
export function keepingFocus(root, draw) {
  const key = document.activeElement?.dataset?.focus;
  draw();
  if (key && !document.activeElement?.dataset?.focus) {
    focusOn(root, key);
  }
}

/** Put the focus on the control with a key; where it is off, on the one that goes the other way, else on the list. */
export function focusOn(root, key) {
  const [what, id] = key.split(":");
  const target = control(root, key) ?? (what in OTHER_WAY ? control(root, `${OTHER_WAY[what]}:${id}`) : null);
  (target ?? document.getElementById("studio-list")).focus();
}

/** Go to a heading: bring it into sight, and let the keyboard go on from there. */
export function goTo(id) {
  const heading = document.getElementById(id);
  heading.scrollIntoView();
  heading.focus({ preventScroll: true });
}

function control(root, key) {
  const found = root.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  return found?.disabled ? null : found;
}

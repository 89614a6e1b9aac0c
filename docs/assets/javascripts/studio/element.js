// Elements made from plain values. Text is always set as text, so that nothing in data or in a link can become HTML.

const SVG = "http://www.w3.org/2000/svg";

/** Return an element. `about` holds attributes; a key that starts with "on" is an event listener; null leaves one out. */
export function element(tag, about = {}, ...children) {
  return filled(document.createElement(tag), about, children);
}

/** Return an SVG element. */
export function drawing(tag, about = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), about, children);
}

function filled(node, about, children) {
  for (const [key, value] of Object.entries(about)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (key.startsWith("on")) {
      node.addEventListener(key.slice(2), value);
    } else if (key === "style") {
      node.style.cssText = value; // an attribute would need a laxer policy
    } else {
      node.setAttribute(key, value === true ? "" : value);
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Return a function that gives back what it made for the same key (plain data) at the last `turn`, or makes it anew. */
export function keeper() {
  let before = new Map();
  let now = new Map();
  const keep = (about, make) => {
    const key = JSON.stringify(about);
    now.set(key, now.get(key) ?? before.get(key) ?? make());
    return now.get(key);
  };
  keep.turn = () => {
    before = now;
    now = new Map();
  };
  return keep;
}

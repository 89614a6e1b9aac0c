// As much of a page as elements need that are made and asked without one: attributes, children, styles, simple selectors.

const dashed = (name) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
const escaped = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

class Part {
  constructor(tag) {
    this.tag = tag;
    this.attributes = new Map();
    this.childNodes = [];
    this.listeners = {};
    this.parentElement = null;
    this.computed = {};
    this.style = { setProperty: (name, value) => (this.style[name] = String(value)) };
    this.dataset = new Proxy(this.attributes, {
      get: (attributes, name) => attributes.get(dashed(name)),
      set: (attributes, name, value) => attributes.set(dashed(name), String(value)),
      deleteProperty: (attributes, name) => attributes.delete(dashed(name)) || true,
    });
  }

  get children() {
    return this.childNodes.filter((child) => child instanceof Part);
  }

  get childElementCount() {
    return this.children.length;
  }

  get firstChild() {
    return this.childNodes[0];
  }

  get hidden() {
    return this.attributes.has("hidden");
  }

  set hidden(value) {
    this.toggleAttribute("hidden", value);
  }

  get textContent() {
    return this.childNodes.map((child) => (child instanceof Part ? child.textContent : child)).join("");
  }

  set textContent(text) {
    this.replaceChildren(text);
  }

  append(...children) {
    for (const child of children) {
      this.childNodes.push(child instanceof Part ? Object.assign(child, { parentElement: this }) : String(child));
    }
  }

  replaceChildren(...children) {
    this.childNodes = [];
    this.append(...children);
  }

  setAttribute(name, value) {
    this.attributes.set(name, String(value));
  }

  toggleAttribute(name, there) {
    return there ? this.setAttribute(name, "") : this.attributes.delete(name);
  }

  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }

  matches(selector) {
    const { attributes } = this;
    return [...selector.matchAll(/^(\w+)|\.([\w-]+)|:not\(\[([\w-]+)\]\)|\[([\w-]+)(?:="?([^\]"]*)"?)?\]/g)].every(([, tag, name, without, attribute, value]) => {
      return tag ? tag === this.tag
        : name ? (attributes.get("class") ?? "").split(" ").includes(name)
        : without ? !attributes.has(without)
        : attributes.has(attribute) && (value === undefined || attributes.get(attribute) === value);
    });
  }

  closest(selector) {
    return this.matches(selector) ? this : (this.parentElement?.closest(selector) ?? null);
  }

  querySelectorAll(selector) {
    const [first, ...inside] = selector.split(" ");
    const found = this.children.flatMap((child) => [...(child.matches(first) ? [child] : []), ...child.querySelectorAll(first)]);
    return inside.length ? [...new Set(found.flatMap((each) => each.querySelectorAll(inside.join(" "))))] : found;
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
}

globalThis.document = { createElement: (tag) => new Part(tag), createElementNS: (_, tag) => new Part(tag) };
globalThis.window = { matchMedia: () => ({ matches: false }) };
globalThis.getComputedStyle = ({ computed }) => computed;

/** Return elements and texts as HTML; what a script sets as a style is told as an attribute. */
export function html(...parts) {
  const those = parts.flat(Infinity).filter((part) => part !== null && part !== undefined && part !== false);
  return those.map((part) => (part instanceof Part ? whole(part) : escaped(part))).join("");
}

function whole({ tag, attributes, childNodes, style }) {
  const styled = style.cssText ? [["style", style.cssText]] : [];
  const about = [...attributes, ...styled].map(([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${escaped(value)}"`));
  return `<${tag}${about.join("")}>${html(childNodes)}</${tag}>`;
}

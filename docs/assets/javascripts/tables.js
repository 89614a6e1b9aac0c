// Tables: one that is wider than its page scrolls by keyboard too, under the name of what it belongs to.

const HEADS = "main :is(h1, h2, h3, h4, .bs-chart__title)";
const watcher = new ResizeObserver((entries) => new Set(entries.map(({ target }) => target.closest(".bs-wide"))).forEach(fit));

function fit(box) {
  const said = { tabindex: 0, role: "region", "aria-labelledby": nameOf(box) };
  for (const [name, value] of Object.entries(said)) {
    if (box.scrollWidth > box.clientWidth) {
      box.setAttribute(name, value);
    } else {
      box.removeAttribute(name);
    }
  }
}

function nameOf(box) {
  const above = [...document.querySelectorAll(HEADS)].filter((each) => each.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
  const head = above[above.length - 1];
  head.id ||= `table-${above.length}`;
  return head.id;
}

for (const box of document.querySelectorAll(".bs-wide")) {
  watcher.observe(box);
  watcher.observe(box.firstElementChild);
}

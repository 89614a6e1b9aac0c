import assert from "node:assert/strict";
import test from "node:test";
import { tellFailure, telling } from "../../docs/assets/javascripts/studio/desk/telling.js";
import { element } from "../../docs/assets/javascripts/studio/element.js";
import { html } from "./page.mjs";

function desk() {
  const [status, dropped] = [element("p", { "data-bs-status": true }), element("div", { "data-bs-dropped": true, hidden: true })];
  const root = element("main", { "data-not-loaded": "It did not load." }, status, dropped);
  return { root, status, dropped, tell: telling(root, { link: { not_all: "Not all:", more: "{number} more." } }) };
}

test("what was dropped is shown, the first of it said, and six at most are listed", () => {
  const { status, dropped, tell } = desk();
  tell.sayDropped(["<b>", "2", "3", "4", "5", "6", "7", "8"]);
  assert.equal(dropped.hidden, false);
  assert.equal(html(dropped.childNodes), "<p><strong>Not all:</strong></p><ul><li>&lt;b></li><li>2</li><li>3</li><li>4</li><li>5</li><li>6</li></ul><p>2 more.</p>");
  assert.equal(status.textContent, "Not all: <b>");
  tell.sayDropped(["1", "2", "3", "4", "5", "6"]);
  assert.ok(!dropped.textContent.includes("more"));
});

test("nothing dropped is nothing shown nor said", () => {
  const { status, dropped, tell } = desk();
  tell.say("Hello");
  tell.sayDropped([]);
  assert.deepEqual([dropped.hidden, status.textContent], [true, "Hello"]);
});

test("a studio that could not be loaded says so where all can read it", () => {
  const { root, dropped } = desk();
  tellFailure(root);
  assert.deepEqual([dropped.hidden, dropped.textContent, root.dataset.failed], [false, "It did not load.", "yes"]);
});

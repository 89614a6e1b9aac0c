import assert from "node:assert/strict";
import test from "node:test";
import { squares } from "../../docs/assets/javascripts/studio/code.js";

test("a short text takes the smallest code: 21 modules and a quiet zone of four around them", () => {
  const { whole, path } = squares("HELLO");
  assert.equal(whole, 21 + 2 * 4);
  // the upper edges of the three squares by which a reader finds the code, and nothing in the quiet zone
  assert.ok(path.startsWith("M4 4h7v1h-7z"));
  for (const edge of ["M18 4h7v1h-7z", "M4 18h7v1h-7z"]) {
    assert.ok(path.includes(edge), edge);
  }
  const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => [Number(x), Number(y), Number(width)]);
  assert.ok(starts.every(([x, y, width]) => x >= 4 && y >= 4 && x + width <= 25 && y < 25));
});

test("a longer text takes a larger code", () => {
  assert.equal(squares("x".repeat(200)).whole, 57 + 2 * 4); // version 10 holds 213 bytes at level M, version 9 holds 180
});

import assert from "node:assert/strict";
import test from "node:test";
import { keeper } from "../../docs/assets/javascripts/studio/element.js";

test("what is asked for again is not made again, until a turn goes by without it", () => {
  const keep = keeper();
  let made = 0;
  const make = () => ({ number: (made += 1) });
  const first = keep(["a", 1], make);
  assert.equal(keep(["a", 1], make), first);
  assert.notEqual(keep(["a", 2], make), first);
  keep.turn();
  assert.equal(keep(["a", 1], make), first);
  keep.turn();
  keep.turn();
  assert.notEqual(keep(["a", 1], make), first);
  assert.equal(made, 3);
});

// Tones: none before a person asks for them, and one for each part of the timer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { canSound, sound } from "../../docs/assets/javascripts/mine/sound.js";
import { parts } from "../../docs/assets/javascripts/mine/timer.js";
import { amountOf, counts, exerciseOf, span } from "./guide.mjs";

function device() {
  const found = { contexts: 0, resumed: 0, tones: [] };
  globalThis.AudioContext = class {
    currentTime = 10;
    destination = "loudspeaker";

    constructor() {
      found.contexts += 1;
    }

    resume() {
      found.resumed += 1;
    }

    createOscillator() {
      const tone = { frequency: {}, connect: (next) => Object.assign(tone, { next }).next, start: (at) => (tone.from = at), stop: (at) => (tone.to = at) };
      found.tones.push(tone);
      return tone;
    }

    createGain() {
      const volume = { connect: (next) => (volume.next = next), gain: { setValueAtTime: (...first) => (volume.first = first), exponentialRampToValueAtTime: (...last) => (volume.last = last) } };
      return volume;
    }
  };
  return found;
}

test("a browser that makes no tones says so", () => {
  delete globalThis.AudioContext;
  assert.equal(canSound(), false);
  device();
  assert.equal(canSound(), true);
});

test("nothing is heard, and no device asked for, until a person turns it on, nor after it is turned off", () => {
  const found = device();
  const { turn, play } = sound();
  play("move");
  turn(false);
  play("over");
  assert.deepEqual(found, { contexts: 0, resumed: 0, tones: [] });
  turn(true);
  turn(false);
  play("move");
  assert.deepEqual([found.contexts, found.resumed, found.tones.length], [1, 1, 1]);
  turn(true);
  assert.deepEqual([found.contexts, found.resumed, found.tones.length], [1, 2, 2]);
});

test("a tone is soft, begins at once and dies away; that of the end is five times as long", () => {
  const { tones } = device();
  const { turn, play } = sound();
  turn(true);
  play("over");
  assert.deepEqual(tones.map(({ frequency, from, to }) => [frequency.value, from, to]), [[740, 10, 11], [990, 10, 11]]);
  const [short, long] = tones.map(({ next }) => next);
  assert.deepEqual([short.first, short.next], [[0.25, 10], "loudspeaker"]);
  assert.deepEqual([short, long].map(({ last: [loud, at] }) => [loud, at.toFixed(2)]), [[0.001, "10.14"], [0.001, "10.70"]]);
});

test("each part that a timer can have has a tone", () => {
  const found = device();
  const { turn, play } = sound();
  const held = amountOf({ sets: span(2), reps: span(2), hold_s: span(5), rest_s: span(5) });
  const sided = parts(held, exerciseOf("sided", { each_side: true }), { counts });
  const walked = parts(amountOf({ minutes: span(5) }), exerciseOf("walk"), { counts });
  const kinds = new Set([...sided, ...walked].map(({ kind }) => kind));
  assert.equal(kinds.size, 7);
  turn(true);
  [...kinds, "open", "over"].forEach(play);
  assert.ok(found.tones.every(({ frequency }) => frequency.value >= 440 && frequency.value <= 990));
});

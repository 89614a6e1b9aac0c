// Sound: short tones that the device makes itself, without files. Silent until it is turned on.

const TONES_HZ = Object.freeze({ move: 660, back: 520, hold: 880, rest: 440, change: 590, ready: 440, walk: 660, open: 740, over: 990 });
const LENGTH_S = 0.14;
const LOUD = 0.25;

/** Return { turn, play }: turn it on or off by a press of a person, and play the tone of a part of the timer. */
export function sound() {
  let context = null;
  let on = false;
  const play = (name) => {
    if (!on) {
      return;
    }
    const tone = context.createOscillator();
    const volume = context.createGain();
    const now = context.currentTime;
    tone.frequency.value = TONES_HZ[name];
    volume.gain.setValueAtTime(LOUD, now);
    volume.gain.exponentialRampToValueAtTime(0.001, now + LENGTH_S * (name === "over" ? 5 : 1));
    tone.connect(volume).connect(context.destination);
    tone.start(now);
    tone.stop(now + 1);
  };
  const turn = (value) => {
    on = value;
    if (on) {
      context ??= new AudioContext();
      context.resume();
      play("open");
    }
  };
  return { turn, play };
}

/** Return whether this browser can make tones. */
export function canSound() {
  return typeof AudioContext === "function";
}

// Motion: the paths of a figure at any moment, blended from those of a few, and where it is after some time.

const NUMBER = /-?(?:\d+\.\d+|\.\d+|\d+)/g;
const REST_MS = 900;

/** Return at(moment), the paths at any moment, whole or between two, of frames of the same shapes. */
export function blending(frames, { loop }) {
  const last = frames.length;
  const numbers = frames.map((frame) => frame.map((path) => path.match(NUMBER).map(Number)));
  const letters = frames[0].map((path) => path.split(NUMBER).map((text) => text.trim()));
  return (moment) => {
    const whole = Math.floor(moment);
    const share = moment - whole;
    const here = numbers[loop ? whole % last : Math.min(whole, last - 1)];
    const next = numbers[loop ? (whole + 1) % last : Math.min(whole + 1, last - 1)];
    return letters.map((between, index) =>
      here[index].reduce((text, number, place) => {
        const value = number + (next[index][place] - number) * share;
        return `${text}${value.toFixed(1)} ${between[place + 1]}`;
      }, between[0]),
    );
  };
}

/** Return the moment, 0 to `length`, of a figure that goes there in so many milliseconds, rests, comes back and rests. */
export function thereAndBack(time, oneWay, length) {
  const at = time % (2 * (oneWay + REST_MS));
  const there = Math.min(at, oneWay) - Math.max(0, Math.min(at - oneWay - REST_MS, oneWay));
  return Math.max(0, (there / oneWay) * length);
}

/** Return the number of the phase in which a percentage of a step falls, from 0. */
export function phaseAt(phases, percent) {
  return phases.findLastIndex((phase) => phase.from <= percent);
}

/** Return the height of a curve at a percentage; its heights are given at every second percent. */
export function heightAt(heights, percent) {
  const low = Math.floor(percent / 2);
  return heights[low] + (heights[low + 1] - heights[low]) * (percent / 2 - low);
}

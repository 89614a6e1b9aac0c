// Ways to set pictures, steps and what follows these (the tail) above the foot of a front, as in the ready PDFs. Plain: one
// below the other. Stages: each step below its own picture. Beside: pictures beside a column that has the steps. A wide card
// has more: the column may have the head and some of the tail, the pictures may stand above two columns, and the last one or
// two parts of the tail may stand in the foot, beside the code.

import { PX_PER_MM, sum } from "./lengths.js";
import { rowsScale } from "./rows.js";
import { stagesScale } from "./stages.js";

const MOST_IN_FOOT = 2;
const LEAST_ROOM = 20 * PX_PER_MM; // of pictures above two columns
const MUCH_LARGER = 1.15;
const AS_LARGE = 0.99;

/** Return every way, the plain one first, each with the scale that pictures have in it. `count` is how much of the tail
 * stands above the foot, `room` and `free` the width and the height that are left for pictures.
 */
export function waysOf(front) {
  const { tail, wide } = front;
  const most = wide ? Math.min(MOST_IN_FOOT, tail.length) : 0;
  return Array.from({ length: most + 1 }, (_, inFoot) => waysAbove(front, tail.length - inFoot)).flat();
}

/** Return the way in which pictures are largest; of those in which they are all but as large, the one with the widest
 * column. On a narrow card it is the plain one, unless another shows them a good deal larger.
 */
export function bestOf(ways, wide) {
  const [plain] = ways;
  const scale = Math.max(...ways.map((way) => way.scale));
  const wideness = ({ column = 0 }) => column;
  const [largest] = ways
    .filter((way) => way.scale >= Math.min(scale, AS_LARGE * scale))
    .sort((one, other) => wideness(other) - wideness(one) || other.scale - one.scale);
  return largest.scale > (wide ? 1 : MUCH_LARGER) * plain.scale ? largest : plain;
}

// With the foot as it is when so much of the tail stands above it.
function waysAbove(front, count) {
  const { width, height, high, columns } = front;
  const free = height - used(front, [footOf(front, count)]);
  const { head } = high.get(width);
  const [steps, ...after] = heightsOf(front, width, count);
  const plain = { ...inRowsOf(front, width, free - used(front, [head, steps, ...after])), kind: "plain", count };
  return [
    plain,
    ...inStages(front, free - used(front, [head, ...after]), count),
    ...columns.flatMap((column) => inColumns(front, column, free, count)),
  ];
}

function footOf({ tail, size, gap, quiet, lines, code, high }, count) {
  // What stands above the code keeps out of the white around it.
  const white = Math.max(0, quiet + 0.25 * size - gap);
  const lower = high.get(lines);
  return Math.max(code + white, lower.lines + sum(tail.slice(count).map((name) => lower[name] + gap)));
}

function inStages({ width, stages }, free, count) {
  return stages.map((each) => ({ kind: "stages", room: width, free, scale: stagesScale(each, free), stages: each, count }));
}

function inColumns(front, { column, other }, free, count) {
  const { wide, width, high, gap } = front;
  const [full, narrow] = [width, column].map((at) => heightsOf(front, at, count));
  const right = wide ? heightsOf(front, other, count) : [];
  const [head, narrowHead] = [width, column].map((at) => high.get(at).head);
  const found = [];
  for (let taken = 0; taken <= (wide ? count : 0); taken += 1) {
    const beside = free - used(front, full.slice(taken + 1));
    const tall = used(front, narrow.slice(0, taken + 1));
    const way = (kind, room, left, more) => found.push({ ...inRowsOf(front, room, left), kind, count, column, taken, ...more });
    if (tall - gap <= beside - used(front, [head])) {
      way("beside", other, beside - used(front, [head]), { head: 0 });
    }
    if (wide && tall - gap + used(front, [narrowHead]) <= beside) {
      way("beside", other, beside, { head: narrowHead });
    }
    const below = Math.max(tall, used(front, right.slice(taken + 1))) - gap;
    const above = free - used(front, [head, below]);
    if (wide && above > LEAST_ROOM) {
      way("above", width, above, { other });
    }
  }
  return found;
}

function inRowsOf(front, room, free) {
  return { room, free, scale: rowsScale(front, room, free) };
}

// How high the steps and so much of the tail are at a width.
function heightsOf({ tail, high }, width, count) {
  return ["steps", ...tail.slice(0, count)].map((name) => high.get(width)[name]);
}

function used({ gap }, heights) {
  return sum(heights) + gap * heights.length;
}

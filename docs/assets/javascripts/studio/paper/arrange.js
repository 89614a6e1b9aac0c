// Arrangements: on the front of each card pictures are as large as they can be, as in the ready PDFs. There are several
// ways to set pictures, steps and what follows them; the heights of the parts are measured, and the best way is taken.

const TAIL = ["start", "note", "stop", "ask"]; // what follows the steps
const PX_PER_MM = 96 / 25.4;
const PICTURE_GAP = 3 * PX_PER_MM;
const CLOSE_GAP = 2 * PX_PER_MM; // of more than four side by side
const CAPTION_GAP = 1.4 * PX_PER_MM;
const MOST_SPARE = 10 * PX_PER_MM;
const BETWEEN = 6 * PX_PER_MM;
const CODE = 20 * PX_PER_MM;
const SHARES = [0.48, 0.56, 0.64];
const WIDE_SHARES = [0.34, 0.42, 0.5, 0.58, 0.66];
const MUCH_LARGER = 1.15;
const AS_LARGE = 0.99;
const [LEAST, LEAST_OF_MANY] = [0.015 * PX_PER_MM, 0.0125 * PX_PER_MM]; // more than four stages have to be smaller

/** Set the parts of new fronts in their places. Return whether the pictures of all of them are large enough. */
export function arrangeFronts(fronts) {
  const all = fronts.map(measured);
  for (let pass = 0; pass < Math.max(0, ...all.map(({ widths }) => widths.length)); pass += 1) {
    // All fronts take a width before one is measured: so the browser lays out once for each width, not for each front.
    for (const { parts, widths } of all) {
      for (const part of Object.values(parts)) {
        part.style.width = `${widths[Math.min(pass, widths.length - 1)]}px`;
      }
    }
    for (const { parts, widths, high } of all) {
      if (pass < widths.length) {
        high.set(widths[pass], Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.offsetHeight])));
      }
    }
  }
  const ways = all.map((front) => best(waysOf(front), front.wide));
  all.forEach((front, index) => set(front, ways[index]));
  return ways.map(({ scale }, index) => scale >= (all[index].pictures.length > 4 ? LEAST_OF_MANY : LEAST));
}

function measured(face) {
  const size = Number.parseFloat(getComputedStyle(face).fontSize);
  const { clientWidth: width, clientHeight: height } = face;
  const wide = width > height;
  const part = (name) => face.querySelector(`[data-part="${name}"]`);
  const parts = Object.fromEntries(["head", "steps", ...TAIL, "lines"].map((name) => [name, part(name)]).filter(([, found]) => found));
  const quiet = (CODE * 4) / Number(part("code").dataset.modules);
  const lines = width - CODE - quiet;
  const columns = wide
    ? WIDE_SHARES.map((share, index) => ({ column: share * (width - BETWEEN), other: WIDE_SHARES.at(-1 - index) * (width - BETWEEN) }))
    : SHARES.map((share) => ({ column: share * width, other: width - share * width - BETWEEN }));
  const widths = [width, lines, ...columns.map(({ column }) => column)];
  const pictures = [...face.querySelectorAll("[data-part=pictures] figure")].map((figure) => ({
    figure,
    width: Number(figure.dataset.width),
    height: Number(figure.dataset.height),
  }));
  const gap = (wide ? 0.42 : 0.5) * size;
  const extents = extentsOf(pictures, size);
  return { face, part, parts, size, width, height, wide, lines, quiet, columns, widths, pictures, extents, gap, high: new Map() };
}

// How wide and how high pictures are with so many side by side, the most first.
function extentsOf(pictures, size) {
  return pictures.map((_, fewer) => {
    const across = pictures.length - fewer;
    const rows = Array.from({ length: Math.ceil(pictures.length / across) }, (__, row) => pictures.slice(row * across, (row + 1) * across));
    const columns = Array.from({ length: across }, (__, at) => Math.max(...rows.filter((row) => row.length > at).map((row) => row[at].width)));
    return {
      columns,
      heights: rows.map((row) => Math.max(...row.map(({ height }) => height))),
      gap: across > 4 ? CLOSE_GAP : PICTURE_GAP,
      gaps: (across > 4 ? CLOSE_GAP : PICTURE_GAP) * (across - 1),
      solid: PICTURE_GAP * (rows.length - 1) + (size * 1.14 + CAPTION_GAP) * rows.length,
    };
  });
}

// How large a unit of the pictures is then.
function scaleIn({ columns, heights, gaps, solid }, width, height) {
  return Math.min((width - gaps) / sum(columns), (height - solid) / sum(heights));
}

function bestScale({ extents }, width, height) {
  return Math.max(...extents.map((extent) => scaleIn(extent, width, height)));
}

function waysOf(front) {
  const { wide, width, height, gap, size, quiet, lines, high, columns, parts } = front;
  const tail = TAIL.filter((name) => parts[name]);
  const used = (some) => sum(some) + gap * some.length;
  const whole = (at) => ["steps", ...tail].map((name) => high.get(at)[name]);
  const code = CODE + Math.max(0, quiet + 0.25 * size - gap);
  const lower = high.get(lines);
  const way = (kind, room, free, more) => ({ kind, room, free, scale: bestScale(front, room, free), ...more });
  const found = [];
  for (let count = tail.length; count >= (wide ? Math.max(0, tail.length - 2) : tail.length); count -= 1) {
    const inFoot = used(tail.slice(count).map((name) => lower[name]));
    const foot = Math.max(code, inFoot + lower.lines);
    const free = height - used([foot]);
    const head = high.get(width).head;
    const full = whole(width).slice(0, count + 1);
    const about = { count, foot, tail };
    found.push(way("plain", width, free - used([head, ...full]), about));
    for (const { column, other } of columns) {
      const inside = whole(column).slice(0, count + 1);
      for (let taken = 0; taken <= (wide ? count : 0); taken += 1) {
        const beside = free - used(full.slice(taken + 1));
        const tall = used(inside.slice(0, taken + 1));
        const more = { ...about, column, taken };
        if (tall - gap <= beside - used([head])) {
          found.push(way("beside", other, beside - used([head]), { ...more, head: 0 }));
        }
        if (wide) {
          const narrow = high.get(column).head;
          if (used([narrow, ...inside.slice(0, taken + 1)]) - gap <= beside) {
            found.push(way("beside", other, beside, { ...more, head: narrow }));
          }
          const below = Math.max(tall, used(whole(other).slice(taken + 1, count + 1))) - gap;
          found.push(way("above", width, free - used([head, below]), { ...more, other, below }));
        }
      }
    }
  }
  return found;
}

function best(ways, wide) {
  const [plain] = ways;
  const scale = Math.max(...ways.map((way) => way.scale));
  const wideness = ({ column = 0 }) => column;
  const [largest] = ways
    .filter((way) => way.scale >= Math.min(scale, AS_LARGE * scale))
    .sort((one, other) => wideness(other) - wideness(one) || other.scale - one.scale);
  return largest.scale > (wide ? 1 : MUCH_LARGER) * plain.scale ? largest : plain;
}

function set(front, way) {
  const { face, part, parts, width, height, gap, high } = front;
  const { kind, tail, count } = way;
  const put = (name, x, y, wide) => {
    Object.assign(parts[name].style, { left: `${x}px`, top: `${y}px`, width: `${wide}px` });
    return y + high.get(wide)[name] + gap;
  };
  const column = (names, x, y, wide) => names.reduce((down, name) => put(name, x, down, wide), y);
  const following = tail.slice(0, count);
  let y = 0;
  if (kind === "beside") {
    const { head, column: wide, room, free, taken } = way;
    const aside = room + BETWEEN;
    const top = head ? put("head", aside, 0, wide) : 0;
    y = head ? 0 : put("head", 0, 0, width);
    const names = ["steps", ...following.slice(0, taken)];
    const tall = sum(names.map((name) => high.get(wide)[name])) + gap * (names.length - 1);
    column(names, aside, y + (free - tall) / 2 + top / 2, wide);
    setPictures(front, 0, y, room, free);
    y = column(following.slice(taken), 0, y + free + gap, width);
  } else {
    y = put("head", 0, 0, width);
    setPictures(front, 0, y, way.room, way.free);
    y += Math.max(0, way.free) + gap;
    if (kind === "above") {
      column(["steps", ...following.slice(0, way.taken)], 0, y, way.column);
      column(following.slice(way.taken), way.column + BETWEEN, y, way.other);
    } else {
      y = column(["steps", ...following], 0, y, width);
    }
  }
  const { lines } = front;
  const last = height - high.get(lines).lines;
  put("lines", 0, last, lines);
  const inFoot = tail.slice(count);
  column(inFoot, 0, last - sum(inFoot.map((name) => high.get(lines)[name] + gap)), lines);
  Object.assign(part("code").style, { left: `${width - CODE - front.quiet}px`, top: `${height - CODE - front.quiet}px`, width: `${CODE + 2 * front.quiet}px` });
  face.dataset.scale = (way.scale / PX_PER_MM).toFixed(4);
}

function setPictures(front, left, top, room, free) {
  const { pictures, size, extents } = front;
  const scale = Math.max(0, bestScale(front, room, free));
  const caption = size * 1.14 + CAPTION_GAP;
  const { columns, heights, solid, gap: least } = extents.find((extent) => scaleIn(extent, room, free) >= scale) ?? extents.at(-1);
  const across = columns.length;
  const gap = Math.max(least, Math.min(MOST_SPARE, (room - scale * sum(columns)) / across));
  const x = left + (room - scale * sum(columns) - gap * (across - 1)) / 2;
  const y = top + (free - scale * sum(heights) - solid) / 2;
  pictures.forEach((picture, index) => {
    const [row, at] = [Math.floor(index / across), index % across];
    const [width, height] = [picture.width * scale, picture.height * scale];
    const centre = x + scale * (sum(columns.slice(0, at)) + columns[at] / 2) + gap * at;
    const bottom = y + scale * sum(heights.slice(0, row + 1)) + caption * (row + 1) + PICTURE_GAP * row;
    Object.assign(picture.figure.style, {
      left: `${centre - width / 2}px`,
      top: `${bottom - height - caption}px`,
      width: `${width}px`,
      height: `${height + caption}px`,
    });
    picture.figure.firstChild.style.height = `${height}px`;
  });
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

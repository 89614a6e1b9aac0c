// Places on a sheet, in millimetres from its top left corner: cards, cut marks, folds, and where the strip begins. The
// numbers come with the data, so that a sheet of the studio is that of the ready PDF.

/** Return the places of a sheet: `faces` in the order of its slots (where a face may be printed, and whether it stands
 * on its head), `cuts` and `folds` as lines, and `strip`, the top of what is left for the strip at the foot.
 */
export function places({ across, down, side }, layout, paper, { edge_mm: edge, cut_mm: cut, tick_mm: tick }) {
  const strip = paper.height_mm - layout.strip_mm;
  const size = { width: paper.width_mm / across, height: strip / down };
  const faces = Array.from({ length: across * down }, (_, slot) => {
    const column = slot % across;
    const row = Math.floor(slot / across);
    const isBack = side === "back" || (side === "fold" && slot % 2 === 1);
    const inner = isBack ? cut.back : cut.front;
    const turned = side === "fold" && across === 1 && isBack;
    const [top, bottom] = turned ? [inner, edge] : [edge, inner];
    const left = column === 0 ? edge : inner;
    const right = column === across - 1 ? edge : inner;
    return {
      x: column * size.width + left,
      y: row * size.height + top,
      width: size.width - left - right,
      height: size.height - top - bottom,
      turned,
    };
  });
  const fold = side === "fold" ? folded(across, strip, size, edge, paper) : null;
  const marks = layout.cuts && side !== "back" ? ticks(across, down, strip, size, edge, tick, paper) : [];
  const isFold = (line) => fold && (line.x === line.toX ? line.x === fold.x && fold.x === fold.toX : line.y === fold.y && fold.y === fold.toY);
  return { faces, cuts: marks.filter((line) => !isFold(line)), folds: fold ? [fold] : [], strip };
}

function folded(across, strip, { height }, edge, { width_mm: width }) {
  return across > 1 ? { x: width / 2, y: edge, toX: width / 2, toY: strip } : { x: edge, y: height, toX: width - edge, toY: height };
}

// A tick at both ends of each cut, and a cross where two cuts meet.
function ticks(across, down, strip, { width, height }, edge, tick, paper) {
  const rows = Array.from({ length: down }, (_, row) => (row + 1) * height);
  const columns = Array.from({ length: across - 1 }, (_, column) => (column + 1) * width);
  const far = paper.width_mm - edge;
  const half = tick / 2;
  const flat = (x, y, length) => ({ x, y, toX: x + length, toY: y });
  const upright = (x, y, length) => ({ x, y, toX: x, toY: y + length });
  return [
    ...rows.flatMap((y) => [flat(edge, y, tick), flat(far - tick, y, tick)]),
    ...columns.flatMap((x) => [
      upright(x, edge, tick),
      upright(x, strip - tick, tick),
      ...rows.map((y) => flat(x - half, y, tick)),
      ...rows.slice(0, -1).map((y) => upright(x, y - half, tick)),
    ]),
  ];
}

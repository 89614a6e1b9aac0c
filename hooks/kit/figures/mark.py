"""Marks: what a figure points out: where it works, which way it moves, where it started, a line to compare with."""

from collections.abc import Sequence
from math import cos, hypot, pi, radians, sin, sqrt

from kit.bodies.body import SIDES, Body, place
from kit.bodies.pose import Marks
from kit.bodies.stance import Stance
from kit.bodies.vector import NOISE, Point, Vector, add, along, between, flat, mix, unit
from kit.figures.drawing import Drawing, Shape
from kit.figures.outline import Outline, ball

ARROW_SHORTEST, ARROW_LONGEST, HEAD_LENGTH, HEAD_WIDTH = 0.085, 0.3, 0.036, 0.023
CLEARANCE = 0.028
HATCH_EVERY = 0.017
BREATH_FROM, BREATH_LONG, MOUTH = 0.085, 0.13, -0.02
"""How far from the middle of the head a breath is drawn, how long it is, and how far up from there the mouth is."""
STRING_LENGTH = 0.085

SOLES_BELOW = 0.065
SOLE: tuple[tuple[Point, ...], ...] = (
    ((-0.004, 0.0), (0.004, 0.016), (0.024, 0.021), (0.046, 0.019), (0.048, -0.017), (0.024, -0.021), (0.004, -0.016)),
    (
        (0.06, 0.019), (0.09, 0.024), (0.12, 0.029), (0.143, 0.024), (0.153, 0.008), (0.144, -0.012),
        (0.122, -0.023), (0.095, -0.024), (0.06, -0.017),
    ),
)  # fmt: skip
"""The two pads of a sole: how far ahead of the heel, and how far towards the other foot."""

AREAS: dict[str, tuple[str, str, float, float, float, float]] = {
    # area: from, to, how far along, how far ahead (-) behind, half its length, half its width
    "belly": ("hips", "spine3", 0.45, 0.03, 0.06, 0.024),
    "side": ("hips", "spine3", 0.52, 0.0, 0.055, 0.026),
    "low-back": ("hips", "spine3", 0.42, -0.032, 0.05, 0.019),
    "upper-back": ("spine2", "spine4", 0.5, -0.035, 0.055, 0.019),
    "chest": ("spine2", "spine4", 0.55, 0.035, 0.045, 0.022),
    "neck": ("spine4", "head", 0.35, -0.012, 0.03, 0.015),
    "shoulder": ("shoulder", "elbow", 0.1, 0.0, 0.034, 0.022),
    "buttock": ("hips", "spine1", -0.12, -0.046, 0.038, 0.026),
    "hip-front": ("hip", "knee", 0.08, 0.036, 0.045, 0.017),
    "thigh-front": ("hip", "knee", 0.5, 0.026, 0.075, 0.02),
    "thigh-back": ("hip", "knee", 0.5, -0.028, 0.075, 0.019),
    "calf": ("knee", "ankle", 0.34, -0.02, 0.06, 0.018),
    "shin": ("knee", "ankle", 0.45, 0.014, 0.06, 0.014),
    "foot": ("heel", "ball", 0.6, -0.017, 0.042, 0.014),
}
TRUNK_AHEAD = {"hips": "spine1.forward", "spine2": "spine3.forward", "spine4": "spine4.forward"}
TRACKED: dict[str, str] = {"head": "head", "chest": "spine3", "hips": "hips", "belly": "belly"}
JOINTS = {"hand": "wrist", "elbow": "elbow", "knee": "knee", "foot": "ankle", "heel": "heel", "toes": "toetip"}
BONES: tuple[tuple[str, str, float], ...] = (
    ("hips", "spine2", 0.075), ("spine2", "spine4", 0.07), ("spine4", "head", 0.05), ("head", "head", 0.086),
    *((f"{side}.{one}", f"{side}.{two}", radius) for side in SIDES for one, two, radius in (
        ("shoulder", "elbow", 0.038), ("elbow", "wrist", 0.03), ("wrist", "fingertip", 0.022),
        ("hip", "knee", 0.06), ("knee", "ankle", 0.047), ("heel", "ball", 0.035), ("ball", "toetip", 0.025),
    )),
)  # fmt: skip


def area_shapes(body: Body, marks: Marks, *, far: bool) -> Drawing:
    """Return the working areas of the far limbs, or all others, as hatched patches on the body."""
    shapes: list[Shape] = []
    for name in marks.area:
        if name.startswith("far-") != far:
            continue
        middle, way, half = _patch(body, name)
        shapes.append(Shape("area", (_ellipse(middle, way, half),)))
        shapes.append(Shape("hatch", _hatching(middle, way, half)))
    return tuple(shapes)


def line_shapes(stance: Stance, top: float) -> Drawing:
    """Return the plumb line through the ankle and the string over the head, where the pose asks for them."""
    marks, points = stance.pose.marks, stance.body.points
    shapes: list[Shape] = []
    if marks.plumb:
        across = (points["near.ankle"][0] + points["far.ankle"][0]) / 2 + 0.02
        shapes.append(Shape("plumb", (Outline(((across, 0.0), (across, top)), closed=False, smooth=False),)))
    if marks.string:
        head = flat(add(points["head"], stance.body.ways["head.up"], 0.116))
        end = (head[0], head[1] + STRING_LENGTH)
        shapes.append(Shape("string", (Outline((head, end), closed=False, smooth=False),)))
        shapes.append(Shape("arrowhead", (_head(end, (0.0, 1.0)),)))
    return tuple(shapes)


def breath_shapes(stance: Stance) -> Drawing:
    """Return air that goes to the mouth or from it, as a broken arrow."""
    breath, ways = stance.pose.marks.breath, stance.body.ways
    if breath is None:
        return ()
    ahead, up = (unit(flat(ways[name])) for name in ("head.forward", "head.up"))
    mouth = along(along(flat(stance.body.points["head"]), up, MOUTH), ahead, BREATH_FROM)
    path = [mouth, along(mouth, ahead, BREATH_LONG)]
    start, tip = path if breath == "out" else reversed(path)
    way = unit((tip[0] - start[0], tip[1] - start[1]))
    line = Outline((start, along(tip, way, -0.6 * HEAD_LENGTH)), closed=False, smooth=False)
    return Shape("breath", (line,)), Shape("arrowhead", (_head(tip, way),))


def sole_shapes(stance: Stance) -> Drawing:
    """Return the soles of both feet as seen from above, below the floor; the nearer foot is the lower one."""
    if not stance.pose.marks.soles:
        return ()
    points = stance.body.points
    farthest = min(points[f"{side}.{part}"][2] for side in SIDES for part in ("heel", "toetip"))
    shapes: list[Shape] = []
    for side in ("far", "near"):
        heel, toes = (
            (across, farthest - out - SOLES_BELOW)
            for across, _, out in (points[f"{side}.{part}"] for part in ("heel", "toetip"))
        )
        way = unit((toes[0] - heel[0], toes[1] - heel[1]))
        inner = (-way[1], way[0]) if side == "near" else (way[1], -way[0])
        pads = (Outline(tuple(along(along(heel, way, x), inner, y) for x, y in pad)) for pad in SOLE)
        shapes.append(Shape("footprint", tuple(pads)))
    return tuple(shapes)


def ghost_shapes(body: Body) -> Drawing:
    """Return the person of the frame before as a plain silhouette of thick lines."""
    points = body.points
    spine = [flat(points[name]) for name in ("hips", "spine1", "spine2", "spine3", "spine4")]
    chains = {"ghost-leg": ("hip", "knee", "ankle"), "ghost-arm": ("shoulder", "elbow", "wrist")}
    shapes = [
        Shape(role, tuple(
            Outline(tuple(flat(points[f"{side}.{joint}"]) for joint in chain), closed=False, smooth=False)
            for side in SIDES
        ))
        for role, chain in chains.items()
    ]  # fmt: skip
    trunk = Shape("ghost-trunk", (Outline((*spine[:-1], between(spine[3], spine[4], 0.7)), closed=False),))
    head = Shape("ghost-head", (ball(flat(points["head"]), 0.06),))
    return (*shapes, trunk, head)


def arrow_shapes(before: Stance, after: Stance) -> Drawing:
    """Return an arrow for each part that the pose tracks, beside the way it came from the frame before."""
    middle = _halfway(before.body, after.body)
    shapes: list[Shape] = []
    for part in after.pose.marks.arrow:
        name = _tracked(part)
        path = [flat(body.points[name]) for body in (before.body, middle, after.body)]
        way = _beside(_long_enough(path), after.body)
        end = unit((way[2][0] - way[1][0], way[2][1] - way[1][1]))
        shapes.append(
            Shape("arrow", (Outline((way[0], way[1], along(way[2], end, -0.6 * HEAD_LENGTH)), closed=False),))
        )
        shapes.append(Shape("arrowhead", (_head(way[2], end),)))
    return tuple(shapes)


def _patch(body: Body, name: str) -> tuple[Point, Point, tuple[float, float]]:
    side, area = ("far", name.removeprefix("far-")) if name.startswith("far-") else ("near", name)
    first, second, share, ahead, long, wide = AREAS[area]
    limb = first not in TRUNK_AHEAD
    start, end = (body.points[f"{side}.{joint}" if limb else joint] for joint in (first, second))
    forward = body.ways[_ahead(side, first)] if limb else body.ways[TRUNK_AHEAD[first]]
    middle = add(mix(start, 1 - share, end, share), forward, ahead)
    return flat(middle), unit((end[0] - start[0], end[1] - start[1])), (long, wide)


def _ahead(side: str, joint: str) -> str:
    names = {"shoulder": "elbow.ahead", "hip": "knee.ahead", "knee": "shin.ahead", "heel": "sole"}
    return f"{side}.{names[joint]}"


def _ellipse(middle: Point, way: Point, half: tuple[float, float]) -> Outline:
    across = (-way[1], way[0])
    turns = [2 * pi * k / 10 for k in range(10)]
    return Outline(tuple(along(along(middle, way, half[0] * cos(t)), across, half[1] * sin(t)) for t in turns))


def _hatching(middle: Point, way: Point, half: tuple[float, float]) -> tuple[Outline, ...]:
    """Return the chords of the ellipse that lie aslant to it, evenly apart."""
    slant = radians(50)
    across = (-way[1], way[0])
    run, rise = cos(slant), sin(slant)
    lines = []
    reach = hypot(half[0] * rise, half[1] * run)
    count = int(reach / HATCH_EVERY)
    for step in range(-count, count + 1):
        off = step * HATCH_EVERY
        # the chord: points p = off * normal + s * slanted, inside (p1/a)^2 + (p2/b)^2 = 1
        first, second = -off * rise, off * run
        a = (run / half[0]) ** 2 + (rise / half[1]) ** 2
        b = 2 * (first * run / half[0] ** 2 + second * rise / half[1] ** 2)
        c = (first / half[0]) ** 2 + (second / half[1]) ** 2 - 1
        if (root := b * b - 4 * a * c) <= 0:
            continue
        ends = [(-b + sign * sqrt(root)) / (2 * a) for sign in (-1, 1)]
        line = tuple(along(along(middle, way, first + s * run), across, second + s * rise) for s in ends)
        lines.append(Outline(line, closed=False, smooth=False))
    return tuple(lines)


def _tracked(part: str) -> str:
    if part in TRACKED:
        return TRACKED[part]
    side, name = part.split("-", 1)
    return f"{side}.{JOINTS[name]}"


def _halfway(first: Body, second: Body) -> Body:
    joints = {name: (angle + second.joints[name]) / 2 for name, angle in first.joints.items()}
    hips: Vector = mix(first.points["hips"], 0.5, second.points["hips"], 0.5)
    return place(joints, hips)


def _long_enough(path: Sequence[Point]) -> list[Point]:
    """Return the path, its length brought between the shortest and the longest arrow worth drawing."""
    start, middle, end = path
    size = hypot(end[0] - start[0], end[1] - start[1])
    if size < 1e-4:  # noqa: PLR2004 the part did not move
        return [start, (start[0], start[1] + ARROW_SHORTEST / 2), (start[0], start[1] + ARROW_SHORTEST)]
    scale = min(ARROW_LONGEST, max(ARROW_SHORTEST, size)) / size
    centre = between(start, end, 0.5)
    return [between(centre, point, scale) for point in (start, middle, end)]


def _beside(path: Sequence[Point], body: Body) -> list[Point]:
    """Return the path moved aside just so far that it is clear of the body and the ground."""
    bones = [(flat(body.points[one]), flat(body.points[two]), radius) for one, two, radius in BONES]
    best, widest = list(path), -1.0
    for ring in range(2, 15):
        for turn in range(24):
            angle = 2 * pi * turn / 24
            moved = [along(point, (cos(angle), sin(angle)), 0.022 * ring) for point in path]
            free = _clearance((*moved, between(moved[1], moved[2], 0.6)), bones, enough=widest + NOISE)
            if free > widest + NOISE:
                best, widest = moved, free
            if free >= CLEARANCE - NOISE:
                return moved
    return best


def _clearance(points: Sequence[Point], bones: Sequence[tuple[Point, Point, float]], *, enough: float) -> float:
    """Return how far points are from the ground and from any bone's flesh, or something below `enough`."""
    found = min(point[1] for point in points) - 0.015
    for point in points:
        for start, end, radius in bones:
            if found <= enough:
                return found
            found = min(found, _distance(point, start, end) - radius)
    return found


def _distance(point: Point, start: Point, end: Point) -> float:
    span = (end[0] - start[0], end[1] - start[1])
    size = span[0] ** 2 + span[1] ** 2
    share = 0.0 if size < 1e-9 else ((point[0] - start[0]) * span[0] + (point[1] - start[1]) * span[1]) / size  # noqa: PLR2004 a dot
    nearest = between(start, end, max(0.0, min(1.0, share)))
    return hypot(point[0] - nearest[0], point[1] - nearest[1])


def _head(tip: Point, way: Point) -> Outline:
    base, across = along(tip, way, -HEAD_LENGTH), (-way[1], way[0])
    return Outline((tip, along(base, across, HEAD_WIDTH), along(base, across, -HEAD_WIDTH)), smooth=False)

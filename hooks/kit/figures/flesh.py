"""Flesh: the shapes of a person round a body's bones, from back to front."""

from collections.abc import Sequence
from math import pi, sin

from kit.bodies.body import CM, FIST_DEG, SIDES, SPINE, Body
from kit.bodies.person import Person
from kit.bodies.vector import NOISE, Point, Vector, add, along, flat, length, mix, unit
from kit.figures.drawing import Drawing, Shape
from kit.figures.head import head_shapes, neck_shapes
from kit.figures.outline import Limb, Outline, Station, ball, limb, turned, upper_part

LEG_UPPER: tuple[Station, ...] = (
    (-0.16, 0.03, 0.03),
    (0.0, 0.058, 0.064),
    (0.3, 0.06, 0.063),
    (0.62, 0.053, 0.053),
    (0.88, 0.045, 0.044),
)
LEG_LOWER: tuple[Station, ...] = ((0.12, 0.041, 0.044), (0.32, 0.037, 0.05), (0.62, 0.031, 0.039), (0.96, 0.028, 0.029))
ARM_UPPER: tuple[Station, ...] = ((-0.16, 0.02, 0.02), (0.0, 0.036, 0.036), (0.35, 0.036, 0.035), (0.8, 0.029, 0.029))
ARM_LOWER: tuple[Station, ...] = ((0.15, 0.028, 0.027), (0.4, 0.027, 0.026), (1.0, 0.0175, 0.0175))
KNEE, ELBOW = 0.043, 0.0275
TRUNK = (
    # from the hip along the spine, then how far the flesh reaches to the front, back and sides
    (0.018, 0.064, 0.07, 0.094),
    (0.055, 0.063, 0.066, 0.09),
    (0.092, 0.058, 0.052, 0.08),
    (0.14, 0.057, 0.048, 0.08),
    (0.19, 0.062, 0.056, 0.09),
    (0.235, 0.064, 0.063, 0.1),
    (0.272, 0.054, 0.06, 0.11),
    (0.3, 0.036, 0.046, 0.096),
    (0.318, 0.018, 0.03, 0.05),
)
SEAT = (
    (-0.056, 0.012, 0.03, 0.05),
    (-0.04, 0.044, 0.062, 0.085),
    (-0.01, 0.058, 0.076, 0.094),
    (0.03, 0.046, 0.054, 0.08),
)
WAIST = (0.06, 0.2)
BELLY = (0.04, 0.22)
"""From where to where the belly is rounder or drawn in, from the hip along the spine."""
FIST_OUTLINE: tuple[Point, ...] = (
    (-0.012, 0.016), (0.006, 0.022), (0.022, 0.028), (0.038, 0.029), (0.05, 0.026), (0.058, 0.017), (0.061, 0.004),
    (0.06, -0.01), (0.052, -0.02), (0.034, -0.025), (0.01, -0.021), (-0.012, -0.016),
)  # fmt: skip
"""A closed hand: how far ahead of the wrist, and how far to its back; an open one has as many points."""
FRONTAL, HALF, END_ON, AHEAD = 0.5, 0.95, 0.6, 0.052
STANDS = 0.008
"""How high above the ground a foot counts as standing on it."""


def person_shapes(body: Body, person: Person, *, on_far: Drawing = (), on_near: Drawing = ()) -> Drawing:
    """Return the shapes of a person in this body, the farthest first.

    `on_far` is drawn on the far leg, `on_near` on the near leg and the trunk, under the near arm.
    """
    frontal, turned_to_us = (abs(body.ways["near"][2]) < limit for limit in (FRONTAL, HALF))
    trousers = {side: _leg(body, side, person) for side in SIDES}
    seat = turned(_trunk_outline(body, person, SEAT))
    shirt = Shape("shirt", (_trunk_outline(body, person, TRUNK),))
    arms = {side: _arm(body, side, person, frontal=frontal or turned_to_us) for side in SIDES}
    before = {side: body.points[f"{side}.fingertip"][2] > body.points["hips"][2] + AHEAD for side in SIDES}
    shoes = {side: _shoe(body, side) for side in SIDES}
    head = (*neck_shapes(body), shirt, *head_shapes(body, person))
    if frontal:
        hidden = [shape for side in SIDES if not before[side] for shape in arms[side]]
        shown = [shape for side in SIDES if before[side] for shape in arms[side]]
        legs = Shape("trousers", (seat, trousers["far"], trousers["near"]))
        return (*hidden, *shoes["far"], *shoes["near"], legs, *head, *on_far, *on_near, *shown)
    far_arm, far_leg = _darker(arms["far"]), _darker((*shoes["far"], Shape("trousers", (trousers["far"],))))
    near_leg = (*shoes["near"], Shape("trousers", (seat, trousers["near"])))
    return (*far_arm, *far_leg, *on_far, *near_leg, *head, *on_near, *arms["near"])


def _darker(shapes: Drawing) -> Drawing:
    return tuple(Shape(shape.role, shape.outlines, far=True, bare=shape.bare) for shape in shapes)


def _arm(body: Body, side: str, person: Person, *, frontal: bool) -> Drawing:
    points, ways = body.points, body.ways
    joints = (flat(points[f"{side}.shoulder"]), flat(points[f"{side}.elbow"]), flat(points[f"{side}.wrist"]))
    shape = Limb(joints, flat(ways[f"{side}.elbow.ahead"]), ARM_UPPER, ARM_LOWER, ELBOW, (1 + person.girth) / 2)
    hand, whole = turned(_hand(body, side)), limb(shape)
    patch = () if frontal else (Shape("shirt", (ball(joints[0], 0.035 * shape.girth),), bare=True),)
    if person.long_sleeves:
        return Shape("skin", (hand,)), Shape("shirt", (whole,)), *patch
    return Shape("skin", (hand, whole)), Shape("shirt", (upper_part(shape, 0.62),)), *patch


def _leg(body: Body, side: str, person: Person) -> Outline:
    points, ways = body.points, body.ways
    joints = (flat(points[f"{side}.hip"]), flat(points[f"{side}.knee"]), flat(points[f"{side}.ankle"]))
    return limb(Limb(joints, flat(ways[f"{side}.knee.ahead"]), LEG_UPPER, LEG_LOWER, KNEE, person.girth))


def _shoe(body: Body, side: str) -> Drawing:
    ball_point, under = body.points[f"{side}.ball"], body.points[f"{side}.heel"]
    foot, sole, toes, toe_sole = (body.ways[f"{side}.{name}"] for name in ("foot", "sole", "toes", "toes.sole"))

    if abs(body.ways[f"{side}.out"][2]) < FRONTAL:
        return _shoe_end_on(body, side) if length((*flat(foot), 0.0)) < END_ON else _shoe_from_above(body, side)

    def at(ahead: float, up: float) -> Point:
        return flat(add(add(under, foot, ahead), sole, -up))

    def at_toe(ahead: float, up: float) -> Point:
        return flat(add(add(ball_point, toes, ahead), toe_sole, -up))

    upper = (
        at(-0.004, 0.004), at(-0.006, 0.03), at(0.01, 0.064), at(0.01, 0.064), at(0.062, 0.064), at(0.062, 0.064),
        at(0.08, 0.047), at(0.105, 0.036), at_toe(0.018, 0.03), at_toe(0.037, 0.018), at_toe(0.04, 0.004),
        at_toe(0.04, 0.004), at_toe(0.0, 0.004), at(0.05, 0.004), at(-0.004, 0.004),
    )  # fmt: skip
    bottom = (
        at(-0.006, 0.0), at(-0.006, 0.011), at(-0.006, 0.011), at(0.05, 0.011), at_toe(0.0, 0.011),
        at_toe(0.04, 0.009), at_toe(0.041, 0.0), at_toe(0.041, 0.0), at_toe(0.0, 0.0), at(0.05, 0.0), at(-0.006, 0.0),
    )  # fmt: skip
    return Shape("shoe", (Outline(upper),)), Shape("sole", (Outline(bottom),))


def _shoe_end_on(body: Body, side: str) -> Drawing:
    """Return a shoe whose toes look at us; a foot that stands is flat, whichever way the leg leans."""
    middle = flat(body.points[f"{side}.ball"])
    stands = all(abs(body.points[f"{side}.{part}"][1]) < STANDS for part in ("ball", "heel"))
    down = (0.0, -1.0) if stands else unit(flat(body.ways[f"{side}.sole"]))

    def at(across: float, up: float) -> Point:
        return along(along(middle, (-down[1], down[0]), across), down, -up)

    upper = (
        at(-0.027, 0.004), at(-0.027, 0.004), at(-0.028, 0.022), at(-0.02, 0.05), at(0.0, 0.058), at(0.02, 0.05),
        at(0.028, 0.022), at(0.027, 0.004), at(0.027, 0.004),
    )  # fmt: skip
    bottom = tuple(at(x, y) for x, y in ((-0.029, 0.0), (0.029, 0.0), (0.029, 0.01), (-0.029, 0.01)))
    return Shape("shoe", (Outline(upper),)), Shape("sole", (Outline(bottom, smooth=False),))


def _shoe_from_above(body: Body, side: str) -> Drawing:
    """Return a shoe seen onto its top or sole."""
    heel, tip = flat(body.points[f"{side}.heel"]), flat(body.points[f"{side}.toetip"])
    way = unit((tip[0] - heel[0], tip[1] - heel[1]))
    across = (-way[1], way[0])
    wide = ((-0.004, 0.014), (0.02, 0.022), (0.07, 0.025), (0.105, 0.026), (0.13, 0.014))
    left = [along(along(heel, way, x), across, y) for x, y in wide]
    right = [along(along(heel, way, x), across, -y) for x, y in reversed(wide)]
    return (Shape("shoe", (Outline((*left, *right)),)),)


def _hand(body: Body, side: str) -> Outline:
    wrist, hand = flat(body.points[f"{side}.wrist"]), flat(body.ways[f"{side}.hand"])
    way = unit(hand)
    back = (-way[1], way[0])
    opened = flat(body.ways[f"{side}.hand.back"])
    if back[0] * opened[0] + back[1] * opened[1] < -NOISE:
        back = (way[1], -way[0])
    size = max(0.4, length((*hand, 0.0)))
    thumb = max(0.0, 1 - max(0.0, body.joints[f"{side}.wrist"]) / 45)

    def at(ahead: float, up: float) -> Point:
        return along(along(wrist, way, ahead * size), back, up)

    opened_out: tuple[tuple[float, float], ...] = (
        (-0.012, 0.016), (0.012, 0.018), (0.034, 0.019 + 0.012 * thumb), (0.052, 0.019 + 0.009 * thumb),
        (0.056, 0.018), (0.078, 0.014), (0.098, 0.004), (0.097, -0.006), (0.075, -0.013), (0.04, -0.018),
        (0.01, -0.018), (-0.012, -0.016),
    )  # fmt: skip
    curl = body.joints[f"{side}.fingers"] / FIST_DEG
    return Outline(
        tuple(
            at((1 - curl) * one[0] + curl * two[0], (1 - curl) * one[1] + curl * two[1])
            for one, two in zip(opened_out, FIST_OUTLINE, strict=True)
        )
    )


def _trunk_outline(body: Body, person: Person, stations: Sequence[tuple[float, float, float, float]]) -> Outline:
    """Return the line round some stretch of the trunk: an ellipse at each height, seen from wherever we look."""
    right: list[Point] = []
    left: list[Point] = []
    for height, front, back, wide in stations:
        middle, way, ahead = _on_spine(body, height)
        normal = unit((way[1], -way[0]), (1.0, 0.0))
        belly = person.belly if WAIST[0] <= height <= WAIST[1] else 1.0
        bust = person.chest if height > WAIST[1] - 0.02 else 1.0
        reach = front * person.girth * belly * bust + _breath(height) * body.joints["belly_cm"] * CM
        back_reach = back * person.girth
        depth = ahead[0] * normal[0] + ahead[1] * normal[1]
        side = body.ways["near"]
        width = side[0] * normal[0] + side[1] * normal[1]
        shift = depth * (reach - back_reach) / 2
        half = (((reach + back_reach) / 2 * depth) ** 2 + (wide * person.girth * width) ** 2) ** 0.5
        right.append(along(middle, normal, shift + half))
        left.append(along(middle, normal, shift - half))
    return Outline((right[0], *right, *reversed(left), left[0]))


def _breath(height: float) -> float:
    """Return how much of what the belly rises or sinks by is seen at a height above the hip."""
    share = (height - BELLY[0]) / (BELLY[1] - BELLY[0])
    return sin(pi * min(1.0, max(0.0, share)))


def _on_spine(body: Body, height: float) -> tuple[Point, Point, Vector]:
    """Return the point of the spine at a height above the hip, its direction on the page and its way ahead."""
    names = ("hips", "spine1", "spine2", "spine3", "spine4")
    start = 0.0
    for index, size in enumerate(SPINE):
        if height <= start + size or index == len(SPINE) - 1:
            break
        start += size
    share = (height - start) / SPINE[index]
    point = add(body.points[names[index]], body.ways[f"spine{index + 1}"], height - start)
    way, ahead = body.ways[f"spine{index + 1}"], body.ways[f"spine{index + 1}.forward"]
    other = index + (1 if share > 0.5 else -1)  # noqa: PLR2004 the nearer neighbour
    if 0 <= other < len(SPINE):
        blend = min(0.5, max(0.0, abs(share - 0.5)))
        way = mix(way, 1 - blend, body.ways[f"spine{other + 1}"], blend)
        ahead = mix(ahead, 1 - blend, body.ways[f"spine{other + 1}.forward"], blend)
    return flat(point), unit(flat(way), (0.0, 1.0)), ahead

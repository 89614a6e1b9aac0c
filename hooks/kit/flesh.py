"""Flesh: the shapes of a person round a body's bones, from back to front."""

from collections.abc import Sequence

from kit.body import Body
from kit.drawing import Drawing, Shape
from kit.outline import Limb, Outline, Station, ball, limb, upper_part
from kit.person import Person
from kit.vector import Point, Vector, add, along, between, flat, mix, unit

LEG_UPPER: tuple[Station, ...] = ((0.0, 0.058, 0.064), (0.3, 0.06, 0.063), (0.62, 0.053, 0.053), (0.88, 0.045, 0.044))
LEG_LOWER: tuple[Station, ...] = ((0.12, 0.041, 0.044), (0.32, 0.037, 0.05), (0.62, 0.031, 0.039), (0.96, 0.028, 0.029))
ARM_UPPER: tuple[Station, ...] = ((0.0, 0.036, 0.036), (0.35, 0.036, 0.035), (0.8, 0.029, 0.029))
ARM_LOWER: tuple[Station, ...] = ((0.15, 0.028, 0.027), (0.4, 0.027, 0.026), (1.0, 0.0175, 0.0175))
KNEE, ELBOW = 0.043, 0.0275
TRUNK = (
    # from the hip along the spine, then how far the flesh reaches to the front, back and sides
    (0.022, 0.064, 0.074, 0.094),
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
    (-0.01, 0.06, 0.078, 0.094),
    (0.03, 0.062, 0.073, 0.093),
    (0.06, 0.058, 0.064, 0.088),
)
WAIST = (0.06, 0.2)


def person_shapes(body: Body, person: Person) -> Drawing:
    """Return the shapes of a person in this body, the farthest first."""
    far_arm, near_arm = (_arm(body, side, person) for side in ("far", "near"))
    far_leg, near_leg = (_leg(body, side, person) for side in ("far", "near"))
    seat = Shape("trousers", (_trunk_outline(body, person, SEAT),))
    patch = Shape("trousers", (ball(flat(body.points["near.hip"]), 0.052 * person.girth),), bare=True)
    shirt = Shape("shirt", (_trunk_outline(body, person, TRUNK),))
    return (
        *_darker(far_arm), *_darker(far_leg), seat, *near_leg, patch,
        _neck(body), shirt, *head_shapes(body, person), *near_arm,
    )  # fmt: skip


def _darker(shapes: Drawing) -> Drawing:
    return tuple(Shape(shape.role, shape.outlines, far=True, bare=shape.bare) for shape in shapes)


def _arm(body: Body, side: str, person: Person) -> Drawing:
    points, ways = body.points, body.ways
    joints = (flat(points[f"{side}.shoulder"]), flat(points[f"{side}.elbow"]), flat(points[f"{side}.wrist"]))
    shape = Limb(joints, flat(ways[f"{side}.elbow.ahead"]), ARM_UPPER, ARM_LOWER, ELBOW, (1 + person.girth) / 2)
    hand = Shape("skin", (_hand(body, side),))
    patch = Shape("shirt", (ball(joints[0], 0.035 * shape.girth),), bare=True)
    if person.long_sleeves:
        return hand, Shape("shirt", (limb(shape),)), patch
    return hand, Shape("skin", (limb(shape),)), Shape("shirt", (upper_part(shape, 0.62),)), patch


def _leg(body: Body, side: str, person: Person) -> Drawing:
    points, ways = body.points, body.ways
    joints = (flat(points[f"{side}.hip"]), flat(points[f"{side}.knee"]), flat(points[f"{side}.ankle"]))
    shape = Limb(joints, flat(ways[f"{side}.knee.ahead"]), LEG_UPPER, LEG_LOWER, KNEE, person.girth)
    return (*_shoe(body, side), Shape("trousers", (limb(shape),)))


def _shoe(body: Body, side: str) -> Drawing:
    ball_point, under = body.points[f"{side}.ball"], body.points[f"{side}.heel"]
    foot, sole, toes, toe_sole = (body.ways[f"{side}.{name}"] for name in ("foot", "sole", "toes", "toes.sole"))

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


def _hand(body: Body, side: str) -> Outline:
    wrist, hand, back = (
        flat(body.points[f"{side}.wrist"]),
        unit(flat(body.ways[f"{side}.hand"])),
        unit(flat(body.ways[f"{side}.hand.back"])),
    )
    thumb = max(0.0, 1 - max(0.0, body.joints[f"{side}.wrist"]) / 45)

    def at(ahead: float, up: float) -> Point:
        return along(along(wrist, hand, ahead), back, up)

    return Outline(
        (
            at(-0.012, 0.016), at(0.012, 0.018), at(0.034, 0.019 + 0.012 * thumb), at(0.052, 0.019 + 0.009 * thumb),
            at(0.056, 0.018), at(0.078, 0.014), at(0.098, 0.004), at(0.097, -0.006), at(0.075, -0.013),
            at(0.04, -0.018), at(0.01, -0.018), at(-0.012, -0.016),
        )
    )  # fmt: skip


def _neck(body: Body) -> Shape:
    base, top = flat(body.points["spine4"]), flat(body.points["neck"])
    way = unit((top[0] - base[0], top[1] - base[1]), (0.0, 1.0))
    across = (way[1], -way[0])
    bottom, head = along(base, way, -0.005), along(between(base, top, 1.0), way, 0.02)
    return Shape(
        "skin",
        (
            Outline(
                (
                    along(bottom, across, 0.036), along(between(base, top, 0.6), across, 0.027),
                    along(head, across, 0.027), along(head, across, -0.03),
                    along(between(base, top, 0.6), across, -0.032), along(bottom, across, -0.042),
                )
            ),
        ),
    )  # fmt: skip


def _trunk_outline(body: Body, person: Person, stations: Sequence[tuple[float, float, float, float]]) -> Outline:
    """Return the line round some stretch of the trunk: an ellipse at each height, seen from wherever we look."""
    right: list[Point] = []
    left: list[Point] = []
    for height, front, back, wide in stations:
        middle, way, ahead = _on_spine(body, height)
        normal = unit((way[1], -way[0]), (1.0, 0.0))
        belly = person.belly if WAIST[0] <= height <= WAIST[1] else 1.0
        bust = person.chest if height > WAIST[1] - 0.02 else 1.0
        reach = front * person.girth * belly * bust
        back_reach = back * person.girth
        depth = ahead[0] * normal[0] + ahead[1] * normal[1]
        side = body.ways["near"]
        width = side[0] * normal[0] + side[1] * normal[1]
        shift = depth * (reach - back_reach) / 2
        half = (((reach + back_reach) / 2 * depth) ** 2 + (wide * person.girth * width) ** 2) ** 0.5
        right.append(along(middle, normal, shift + half))
        left.append(along(middle, normal, shift - half))
    return Outline((*right, *reversed(left)))


def _on_spine(body: Body, height: float) -> tuple[Point, Point, Vector]:
    """Return the point of the spine at a height above the hip, its direction on the page and its way ahead."""
    names = ("hips", "spine1", "spine2", "spine3", "spine4")
    lengths = (0.092, 0.072, 0.062, 0.062)
    start = 0.0
    for index, size in enumerate(lengths):
        if height <= start + size or index == len(lengths) - 1:
            break
        start += size
    share = (height - start) / lengths[index]
    point = add(body.points[names[index]], body.ways[f"spine{index + 1}"], height - start)
    way, ahead = body.ways[f"spine{index + 1}"], body.ways[f"spine{index + 1}.forward"]
    other = index + (1 if share > 0.5 else -1)  # noqa: PLR2004 the nearer neighbour
    if 0 <= other < len(lengths):
        blend = min(0.5, max(0.0, abs(share - 0.5)))
        way = mix(way, 1 - blend, body.ways[f"spine{other + 1}"], blend)
        ahead = mix(ahead, 1 - blend, body.ways[f"spine{other + 1}.forward"], blend)
    return flat(point), unit(flat(way), (0.0, 1.0)), ahead


def head_shapes(body: Body, person: Person) -> Drawing:
    """Return head, hair and face, seen from the side."""
    middle, ahead, up = body.points["head"], body.ways["head.forward"], body.ways["head.up"]

    def line(*places: Point, closed: bool = True) -> Outline:
        return Outline(tuple(flat(add(add(middle, ahead, x), up, y)) for x, y in places), closed=closed)

    face = line(
        (0.0, 0.064), (0.034, 0.052), (0.049, 0.024), (0.05, 0.008), (0.064, -0.013), (0.062, -0.019), (0.051, -0.021),
        (0.053, -0.034), (0.049, -0.053), (0.034, -0.063), (0.008, -0.055), (-0.014, -0.04), (-0.04, -0.036),
        (-0.055, 0.002), (-0.046, 0.042),
    )  # fmt: skip
    shapes = [Shape("skin", (face,))]
    if person.beard:
        shapes.append(Shape("hair", (line(
            (-0.004, -0.004), (0.01, -0.024), (0.034, -0.027), (0.052, -0.025), (0.052, -0.03), (0.044, -0.034),
            (0.054, -0.04), (0.05, -0.062), (0.03, -0.07), (0.006, -0.058), (-0.012, -0.034),
        ),)))  # fmt: skip
    shapes += [Shape("hair", (line(*outline),)) for outline in HAIR[person.hair]]
    if person.hair != "scarf":
        shapes.append(Shape("skin", (line((-0.004, 0.006), (0.004, -0.004), (-0.003, -0.022), (-0.011, -0.008)),)))
    eye = line((0.034, 0.006), (0.037, 0.002), (0.034, -0.002), (0.031, 0.002))
    smile = line((0.052, -0.036), (0.043, -0.039), (0.037, -0.035), closed=False)
    return (*shapes, Shape("eye", (eye,)), Shape("line", (smile,)))


HAIR: dict[str, tuple[tuple[Point, ...], ...]] = {
    "short": ((
        (0.046, 0.04), (0.036, 0.063), (0.004, 0.076), (-0.034, 0.066), (-0.06, 0.024), (-0.058, -0.016),
        (-0.044, -0.037), (-0.032, -0.03), (-0.022, -0.008), (-0.008, 0.004), (0.006, -0.002), (0.01, 0.024),
        (0.026, 0.036),
    ),),
    "bun": (
        ((-0.05, 0.06), (-0.068, 0.07), (-0.085, 0.055), (-0.082, 0.034), (-0.06, 0.028), (-0.048, 0.042)),
        (
            (0.046, 0.038), (0.034, 0.064), (0.0, 0.074), (-0.036, 0.064), (-0.06, 0.024), (-0.056, -0.014),
            (-0.04, -0.032), (-0.026, -0.014), (-0.01, 0.006), (0.006, 0.008), (0.016, 0.026), (0.03, 0.034),
        ),
    ),
    "bald": ((
        (-0.05, 0.03), (-0.06, 0.012), (-0.057, -0.016), (-0.044, -0.037), (-0.032, -0.03), (-0.022, -0.01),
        (-0.006, 0.0), (-0.006, 0.012), (-0.03, 0.016),
    ),),
    "bob": ((
        (0.048, 0.034), (0.038, 0.064), (0.004, 0.078), (-0.036, 0.07), (-0.066, 0.026), (-0.066, -0.03),
        (-0.054, -0.058), (-0.024, -0.06), (0.004, -0.05), (0.008, -0.02), (0.014, 0.014), (0.032, 0.028),
    ),),
    "curly": ((
        (0.05, 0.036), (0.052, 0.058), (0.034, 0.066), (0.026, 0.084), (0.0, 0.078), (-0.022, 0.088), (-0.04, 0.07),
        (-0.064, 0.062), (-0.062, 0.038), (-0.078, 0.018), (-0.066, -0.004), (-0.072, -0.028), (-0.05, -0.036),
        (-0.036, -0.044), (-0.024, -0.02), (-0.008, 0.004), (0.008, 0.004), (0.012, 0.026), (0.03, 0.032),
    ),),
    "scarf": ((
        (0.046, 0.05), (0.034, 0.07), (0.0, 0.08), (-0.04, 0.068), (-0.064, 0.024), (-0.062, -0.024), (-0.05, -0.07),
        (-0.052, -0.1), (-0.01, -0.112), (0.036, -0.094), (0.044, -0.066), (0.026, -0.062), (0.014, -0.03),
        (0.014, 0.008), (0.026, 0.036),
    ),),
}  # fmt: skip
"""Hair round the head in profile: how far forward of the middle of the head, and how far up."""

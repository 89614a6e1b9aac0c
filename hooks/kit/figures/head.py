"""Heads: face, hair and neck, from the side, from the front or from behind."""

from collections.abc import Callable, Sequence

from kit.bodies.body import Body
from kit.bodies.person import Person
from kit.bodies.vector import Point, add, along, between, flat, length, unit
from kit.figures.drawing import Drawing, Shape
from kit.figures.outline import Outline, turned

PROFILE = 0.9
"""From this share of its length seen, a head is drawn in profile."""


def neck_shapes(body: Body) -> Drawing:
    """Return the neck, from between the shoulders to under the skull."""
    base, top = flat(body.points["spine4"]), flat(body.points["neck"])
    way = unit((top[0] - base[0], top[1] - base[1]), (0.0, 1.0))
    across = (way[1], -way[0])
    bottom, middle, head = along(base, way, -0.005), between(base, top, 0.6), along(top, way, 0.02)
    points = (
        along(bottom, across, 0.036), along(middle, across, 0.027), along(head, across, 0.027),
        along(head, across, -0.03), along(middle, across, -0.032), along(bottom, across, -0.042),
    )  # fmt: skip
    return (Shape("skin", (turned(Outline(points)),)),)


def head_shapes(body: Body, person: Person) -> Drawing:
    """Return the head of a person: in profile, with both eyes when it looks towards us, or none when it looks away."""
    middle, ahead, up = body.points["head"], body.ways["head.forward"], body.ways["head.up"]
    if length((*flat(ahead), 0.0)) > PROFILE:
        return _profile(lambda x, y: flat(add(add(middle, ahead, x), up, y)), person)
    upward = unit(flat(up), (0.0, 1.0))
    right = (upward[1], -upward[0])
    aside = ahead[0] * right[0] + ahead[1] * right[1]

    def at(x: float, y: float) -> Point:
        return along(along(flat(middle), right, x), upward, y)

    return _frontal(at, person, aside) if ahead[2] > 0 else _from_behind(at, person)


def _profile(at: Callable[[float, float], Point], person: Person) -> Drawing:
    def line(places: Sequence[Point], *, closed: bool = True) -> Outline:
        return Outline(tuple(at(x, y) for x, y in places), closed=closed)

    shapes = [Shape("skin", (line(FACE),))]
    if person.beard:
        shapes.append(Shape("hair", (line(BEARD),)))
    shapes += [Shape("hair", (line(outline),)) for outline in HAIR[person.hair]]
    if person.hair != "scarf":
        shapes.append(Shape("skin", (line(EAR),)))
    eye = line(((0.034, 0.0065), (0.0365, 0.002), (0.034, -0.0025), (0.0315, 0.002)))
    smile = line(((0.051, -0.036), (0.043, -0.039), (0.037, -0.035)), closed=False)
    return (*shapes, Shape("eye", (eye,)), Shape("line", (smile,)))


def _frontal(at: Callable[[float, float], Point], person: Person, aside: float) -> Drawing:
    """Return a head that looks at us, or a share `aside` (-1 to 1) to one side."""
    shift = 0.026 * aside

    def line(places: Sequence[Point], *, moved: float = 1.0, closed: bool = True) -> Outline:
        return Outline(tuple(at(x + moved * shift, y) for x, y in places), closed=closed)

    behind, before = FRONT_HAIR[person.hair]
    shapes = [Shape("hair", (line(outline, moved=-0.6),)) for outline in behind]
    if person.hair != "scarf":
        shapes += [Shape("skin", (line(_both(EAR_FRONT, side), moved=-0.5),)) for side in (1, -1)]
    shapes.append(Shape("skin", (line(FRONT_FACE, moved=0.15),)))
    if person.beard:
        shapes.append(Shape("hair", (line(FRONT_BEARD, moved=0.5),)))
    shapes += [Shape("hair", (line(outline, moved=0.2),)) for outline in before]
    eyes = tuple(
        line([(side * 0.018 + x, 0.002 + y) for x, y in ((0, 0.0045), (0.003, 0), (0, -0.0045), (-0.003, 0))])
        for side in (1, -1)
    )
    nose = line(((0.001, -0.004), (0.006, -0.016), (-0.002, -0.018)), moved=1.3, closed=False)
    smile = line(((-0.012, -0.034), (0.0, -0.039), (0.012, -0.034)), closed=False)
    return (*shapes, Shape("eye", eyes), Shape("line", (nose, smile)))


def _from_behind(at: Callable[[float, float], Point], person: Person) -> Drawing:
    def line(places: Sequence[Point]) -> Outline:
        return Outline(tuple(at(x, y) for x, y in places))

    ears = [Shape("skin", (line(_both(EAR_FRONT, side)),)) for side in (1, -1)] if person.hair != "scarf" else []
    skull = Shape("skin" if person.hair == "bald" else "hair", (line(FRONT_FACE),))
    return (*ears, skull, *(Shape("hair", (line(outline),)) for outline in FRONT_HAIR[person.hair][0]))


def _both(places: Sequence[Point], side: int) -> Sequence[Point]:
    return [(side * x, y) for x, y in places]


FACE: tuple[Point, ...] = (
    (0.0, 0.064), (0.034, 0.052), (0.049, 0.024), (0.05, 0.008), (0.064, -0.013), (0.062, -0.019), (0.051, -0.021),
    (0.053, -0.034), (0.049, -0.053), (0.034, -0.063), (0.008, -0.055), (-0.012, -0.04), (-0.032, -0.03),
    (-0.055, 0.002), (-0.046, 0.042),
)  # fmt: skip
BEARD: tuple[Point, ...] = (
    (-0.004, -0.004), (0.01, -0.024), (0.034, -0.027), (0.052, -0.025), (0.052, -0.03), (0.044, -0.034),
    (0.054, -0.04), (0.05, -0.062), (0.03, -0.07), (0.006, -0.058), (-0.012, -0.034),
)  # fmt: skip
EAR: tuple[Point, ...] = (
    (-0.004, 0.007), (0.004, 0.002), (0.003, -0.009), (-0.002, -0.02), (-0.009, -0.015), (-0.012, -0.003),
)  # fmt: skip
HAIR: dict[str, tuple[tuple[Point, ...], ...]] = {
    "short": ((
        (0.046, 0.04), (0.036, 0.063), (0.004, 0.076), (-0.034, 0.066), (-0.06, 0.024), (-0.058, -0.016),
        (-0.044, -0.037), (-0.032, -0.03), (-0.022, -0.008), (-0.008, 0.004), (0.006, -0.002), (0.01, 0.024),
        (0.026, 0.036),
    ),),
    "bun": (
        ((-0.03, 0.066), (-0.05, 0.082), (-0.044, 0.104), (-0.02, 0.11), (0.0, 0.096), (-0.002, 0.072)),
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

FRONT_FACE: tuple[Point, ...] = (
    (0.0, 0.062), (0.03, 0.05), (0.044, 0.02), (0.043, -0.016), (0.034, -0.046), (0.014, -0.065), (-0.014, -0.065),
    (-0.034, -0.046), (-0.043, -0.016), (-0.044, 0.02), (-0.03, 0.05),
)  # fmt: skip
EAR_FRONT: tuple[Point, ...] = ((0.04, 0.008), (0.052, 0.008), (0.052, -0.01), (0.043, -0.02))
FRONT_BEARD: tuple[Point, ...] = (
    (0.042, -0.008), (0.034, -0.026), (0.012, -0.027), (0.0, -0.025), (-0.012, -0.027), (-0.034, -0.026),
    (-0.042, -0.008), (-0.037, -0.048), (-0.014, -0.072), (0.014, -0.072), (0.037, -0.048),
)  # fmt: skip
_CAP: tuple[Point, ...] = (
    (0.0, 0.074), (0.034, 0.062), (0.05, 0.028), (0.046, 0.004), (0.04, 0.022), (0.026, 0.036), (0.0, 0.04),
    (-0.026, 0.036), (-0.04, 0.022), (-0.046, 0.004), (-0.05, 0.028), (-0.034, 0.062),
)  # fmt: skip
FRONT_HAIR: dict[str, tuple[tuple[tuple[Point, ...], ...], tuple[tuple[Point, ...], ...]]] = {
    "short": ((), (_CAP,)),
    "bun": ((((-0.02, 0.07), (-0.022, 0.09), (0.0, 0.1), (0.022, 0.09), (0.02, 0.07)),), (_CAP,)),
    "bald": (
        (((-0.05, 0.02), (0.05, 0.02), (0.054, -0.006), (0.046, -0.026), (-0.046, -0.026), (-0.054, -0.006)),),
        (),
    ),
    "bob": (
        ((
            (0.0, 0.074), (0.04, 0.06), (0.058, 0.02), (0.058, -0.05), (0.03, -0.06), (-0.03, -0.06), (-0.058, -0.05),
            (-0.058, 0.02), (-0.04, 0.06),
        ),),
        (_CAP,),
    ),
    "curly": (
        ((
            (0.0, 0.086), (0.026, 0.084), (0.046, 0.066), (0.064, 0.044), (0.066, 0.012), (0.064, -0.02),
            (0.05, -0.04), (-0.05, -0.04), (-0.064, -0.02), (-0.066, 0.012), (-0.064, 0.044), (-0.046, 0.066),
            (-0.026, 0.084),
        ),),
        (_CAP,),
    ),
    "scarf": (
        ((
            (0.0, 0.08), (0.04, 0.064), (0.056, 0.02), (0.054, -0.04), (0.07, -0.1), (0.03, -0.125), (-0.03, -0.125),
            (-0.07, -0.1), (-0.054, -0.04), (-0.056, 0.02), (-0.04, 0.064),
        ),),
        (_CAP,),
    ),
}  # fmt: skip
"""Hair behind and before a face that looks at us: how far to the right of its middle, and how far up."""

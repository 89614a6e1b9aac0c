"""Outlines: the closed lines round limbs, trunk, hands and feet, as points on the page. Knows shapes, no colours."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import acos, cos, fsum, hypot, pi, sin

from kit.bodies.vector import NOISE, Point, along, between, unit


@dataclass(frozen=True)
class Outline:
    """A line through points; a smooth one is rounded at every point, and a doubled point makes a corner."""

    points: tuple[Point, ...]
    closed: bool = True
    smooth: bool = True


Station = tuple[float, float, float]
"""Where along a bone (0 to 1), and how far the flesh reaches there to the front and to the back."""


@dataclass(frozen=True)
class Limb:
    """Three joints of an arm or leg on the page, which way its front looks, and its flesh."""

    joints: tuple[Point, Point, Point]
    front: Point
    upper: tuple[Station, ...]
    lower: tuple[Station, ...]
    joint_radius: float
    girth: float = 1.0


def limb(shape: Limb) -> Outline:
    """Return the outline round both bones of a limb, round outside the bent joint and creased inside it."""
    front, back = (_flank(shape, sign) for sign in (1.0, -1.0))
    return turned(Outline((*front, front[-1], back[-1], *reversed(back))))


def turned(outline: Outline) -> Outline:
    """Return the outline run through one way round (counter-clockwise), so that outlines that overlap join."""
    points = outline.points
    area = fsum(one[0] * two[1] - two[0] * one[1] for one, two in zip(points, (*points[1:], points[0]), strict=True))
    return outline if area > -NOISE else Outline(tuple(reversed(points)), closed=outline.closed, smooth=outline.smooth)


def upper_part(shape: Limb, until: float, *, ease: float = 0.004) -> Outline:
    """Return the outline round the first bone down to the share `until`, a little wider: a sleeve."""
    start, end = shape.joints[0], shape.joints[1]
    way = unit((end[0] - start[0], end[1] - start[1]))
    stations = [station for station in shape.upper if station[0] < until]
    stations.append((until, *_width_at(shape.upper, until)))
    sides = []
    for sign in (1.0, -1.0):
        normal, share = _normal(way, shape.front, sign)
        sides.append(
            [
                along(between(start, end, t), normal, _half(front, back, share) * shape.girth + ease)
                for t, front, back in stations
            ]
        )
    return turned(Outline((*sides[0], sides[0][-1], sides[1][-1], *reversed(sides[1]))))


def _width_at(stations: Sequence[Station], share: float) -> tuple[float, float]:
    for first, second in pairwise(stations):
        if first[0] <= share <= second[0]:
            part = (share - first[0]) / (second[0] - first[0])
            return first[1] + part * (second[1] - first[1]), first[2] + part * (second[2] - first[2])
    return stations[-1][1:]


def _flank(shape: Limb, sign: float) -> list[Point]:
    """Return one side of a limb from its root to its end."""
    root, joint, end = shape.joints
    first, second = unit((joint[0] - root[0], joint[1] - root[1])), unit((end[0] - joint[0], end[1] - joint[1]))
    normal_one, share_one = _normal(first, shape.front, sign)
    normal_two, share_two = _normal(second, shape.front, sign, like=(first, normal_one))
    upper = [
        along(between(root, joint, t), normal_one, _half(front, back, share_one) * shape.girth)
        for t, front, back in shape.upper
    ]
    lower = [
        along(between(joint, end, t), normal_two, _half(front, back, share_two) * shape.girth)
        for t, front, back in shape.lower
    ]
    radius = shape.joint_radius * shape.girth
    turn = normal_one[0] * second[0] + normal_one[1] * second[1]
    if turn <= NOISE:
        return [*upper, *_arc(joint, normal_one, normal_two, radius), *lower]
    return _creased(shape, upper, lower, (normal_one, normal_two))


def _normal(way: Point, front: Point, sign: float, like: tuple[Point, Point] | None = None) -> tuple[Point, float]:
    """Return the direction out of one flank, and how far (1 to -1) it looks to the front of the limb."""
    left = (-way[1], way[0])
    facing = left[0] * front[0] + left[1] * front[1]
    if like is None:
        forward = left if facing > -NOISE else (way[1], -way[0])
    else:
        (first, normal) = like
        handed = first[0] * normal[1] - first[1] * normal[0]
        forward = left if handed * sign > 0 else (way[1], -way[0])
    share = forward[0] * front[0] + forward[1] * front[1]
    return (sign * forward[0], sign * forward[1]), sign * max(-1.0, min(1.0, share))


def _half(front: float, back: float, share: float) -> float:
    return (front + back) / 2 + share * (front - back) / 2


def _arc(middle: Point, first: Point, second: Point, radius: float) -> list[Point]:
    angle = acos(max(-1.0, min(1.0, first[0] * second[0] + first[1] * second[1])))
    if angle < 0.02:  # noqa: PLR2004 one degree: a straight joint
        return [along(middle, first, radius)] * 3
    shares = (sin(angle * (1 - t)) / sin(min(angle, pi - 0.01)) for t in (0.12, 0.5, 0.88))
    others = (sin(angle * t) / sin(min(angle, pi - 0.01)) for t in (0.12, 0.5, 0.88))
    return [
        along(middle, unit((a * first[0] + b * second[0], a * first[1] + b * second[1])), radius)
        for a, b in zip(shares, others, strict=True)
    ]


def _creased(shape: Limb, upper: list[Point], lower: list[Point], normals: tuple[Point, Point]) -> list[Point]:
    """Return the inner flank: what one bone's flesh covers of the other's is drawn into the crease."""
    root, joint, end = shape.joints
    (ax, ay), (bx, by) = normals
    middle = unit((ax + bx, ay + by), normals[0])
    half = max(0.3, middle[0] * ax + middle[1] * ay)
    longest = 0.62 * min(_distance(root, joint), _distance(joint, end))
    crease = along(joint, middle, min(shape.joint_radius * shape.girth / half, longest))
    upper_bone, lower_bone = (root, joint, shape.upper), (joint, end, shape.lower)
    return [
        *(crease if _covered(point, lower_bone, shape.girth) else point for point in upper),
        *[crease] * 3,
        *(crease if _covered(point, upper_bone, shape.girth) else point for point in lower),
    ]


def _covered(point: Point, bone: tuple[Point, Point, tuple[Station, ...]], girth: float) -> bool:
    start, end, stations = bone
    way = unit((end[0] - start[0], end[1] - start[1]))
    ahead = (point[0] - start[0]) * way[0] + (point[1] - start[1]) * way[1]
    share = max(0.0, min(1.0, ahead / max(_distance(start, end), 1e-6)))
    nearest = between(start, end, share)
    front, back = _width_at(stations, max(share, stations[0][0]))
    return _distance(point, nearest) < girth * (front + back) / 2 - NOISE


def _distance(first: Point, second: Point) -> float:
    return hypot(first[0] - second[0], first[1] - second[1])


def ball(middle: Point, radius: float, *, count: int = 8) -> Outline:
    """Return a circle."""
    return Outline(
        tuple(
            (middle[0] + radius * cos(2 * pi * k / count), middle[1] + radius * sin(2 * pi * k / count))
            for k in range(count)
        )
    )

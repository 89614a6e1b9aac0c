from math import cos, hypot, pi, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit.figures.outline import Limb, Outline, ball, limb, turned, upper_part
from shapes import area, inside

UPPER = ((0.0, 0.06, 0.05), (0.5, 0.05, 0.045), (0.9, 0.04, 0.04))
LOWER = ((0.1, 0.04, 0.04), (0.5, 0.035, 0.045), (1.0, 0.03, 0.03))


def leg(bend_deg: float, *, turn_deg: float = 0.0, girth: float = 1.0) -> Limb:
    """Return a limb that hangs down, its lower bone bent to the left, all of it turned by an angle."""

    def at(x: float, y: float) -> tuple[float, float]:
        angle = radians(turn_deg)
        return (x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle))

    end = (-0.24 * sin(radians(bend_deg)), -0.24 - 0.24 * cos(radians(bend_deg)))
    return Limb((at(0, 0), at(0, -0.24), at(*end)), at(1, 0), UPPER, LOWER, 0.043, girth)


@given(st.floats(0, 150), st.floats(-180, 180))
def test_the_middle_of_both_bones_lies_inside_the_outline(bend: float, turn: float) -> None:
    shape = leg(bend, turn_deg=turn)
    points = limb(shape).points
    root, joint, end = shape.joints
    for start, stop in ((root, joint), (joint, end)):
        assert inside(((start[0] + stop[0]) / 2, (start[1] + stop[1]) / 2), points)


@given(st.floats(0, 150), st.floats(-180, 180))
def test_a_limb_has_equally_many_points_however_it_bends(bend: float, turn: float) -> None:
    assert len(limb(leg(bend, turn_deg=turn)).points) == len(limb(leg(0.0)).points)


@given(st.floats(0, 150), st.floats(-180, 180))
def test_a_limb_is_run_through_counter_clockwise(bend: float, turn: float) -> None:
    assert area(limb(leg(bend, turn_deg=turn)).points) > 0


def test_a_straight_limb_is_as_wide_in_front_and_behind_as_its_flesh() -> None:
    points = limb(leg(0.0)).points
    for height, front, back in ((0.0, 0.06, 0.05), (-0.12, 0.05, 0.045), (-0.36, 0.035, 0.045)):
        across = sorted(x for x, y in points if abs(y - height) < 1e-9)
        assert (across[0], across[-1]) == pytest.approx((-back, front))


def test_a_bent_joint_is_round_outside_and_has_one_crease_inside() -> None:
    points = limb(leg(90.0)).points
    assert sum(hypot(x, y + 0.24) == pytest.approx(0.043) and x > 0 for x, y in points) == 3
    creases = {point for point in points if points.count(point) >= 3}
    assert len(creases) == 1
    (crease,) = creases
    assert crease[0] < 0
    assert crease[1] > -0.24


def test_a_stouter_person_has_wider_limbs() -> None:
    assert area(limb(leg(20.0, girth=1.2)).points) > 1.1 * area(limb(leg(20.0)).points)


def test_turning_changes_the_way_round_and_nothing_else() -> None:
    square = Outline(((0, 0), (0, 1), (1, 1), (1, 0)), smooth=False)
    assert area(turned(square).points) == 1
    assert set(turned(square).points) == set(square.points)
    assert turned(square).smooth is False
    assert turned(turned(square)) == turned(square)


def test_a_sleeve_ends_where_it_is_told_and_is_wider_than_the_arm() -> None:
    sleeve = upper_part(leg(0.0), 0.5, ease=0.004).points
    assert min(y for _, y in sleeve) == pytest.approx(-0.12)
    assert max(x for x, y in sleeve if abs(y + 0.12) < 1e-9) == pytest.approx(0.05 + 0.004)


def test_a_sleeve_ends_between_two_stations_as_wide_as_the_arm_is_there() -> None:
    sleeve = upper_part(leg(0.0), 0.25, ease=0.0).points
    assert max(x for x, y in sleeve if abs(y + 0.06) < 1e-9) == pytest.approx((0.06 + 0.05) / 2)


def test_a_ball_is_round() -> None:
    circle = ball((2.0, 3.0), 0.5)
    assert {round(hypot(x - 2, y - 3), 9) for x, y in circle.points} == {0.5}
    assert area(circle.points) == pytest.approx(0.5 * 8 * 0.25 * sin(2 * pi / 8))

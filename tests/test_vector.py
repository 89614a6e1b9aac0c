from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit.bodies.vector import add, along, between, dot, flat, length, mix, nearest, unit


@pytest.mark.parametrize(
    ("value", "whole"), [(2.4, 2), (2.6, 3), (2.5, 3), (-2.5, -2), (-2.6, -3), (2.5 - 1e-9, 3), (2.499, 2), (0.0, 0)]
)
def test_halves_go_up_whatever_rounding_noise_did_to_them(value: float, whole: int) -> None:
    assert nearest(value) == whole


@given(st.floats(-1e6, 1e6))
def test_the_nearest_whole_number_is_half_a_step_away_at_most(value: float) -> None:
    assert abs(nearest(value) - value) <= 0.5 + 2e-5


def test_sums_and_products_of_vectors() -> None:
    assert add((1, 2, 3), (10, 20, 30), 0.5) == (6, 12, 18)
    assert mix((1, 0, 0), 3, (0, 1, 1), 4) == (3, 4, 4)
    assert dot((1, 2, 3), (4, 5, 6)) == 32
    assert length((2, 3, 6)) == 7
    assert flat((1, 2, 3)) == (1, 2)


def test_points_on_the_way_between_two() -> None:
    assert between((0, 0), (4, 8), 0.25) == (1, 2)
    assert along((1, 1), (0, 1), 3) == (1, 4)


@given(st.floats(-10, 10), st.floats(-10, 10))
def test_a_direction_has_length_one(across: float, up: float) -> None:
    assert hypot(*unit((across, up))) == pytest.approx(1)


def test_a_way_without_length_has_the_direction_that_is_asked_for() -> None:
    assert unit((0.0, 0.0)) == (0.0, -1.0)
    assert unit((1e-9, 0.0), (1.0, 0.0)) == (1.0, 0.0)
    assert unit((3.0, 4.0), (1.0, 0.0)) == pytest.approx((0.6, 0.8))

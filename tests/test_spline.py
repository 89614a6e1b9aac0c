from itertools import pairwise
from math import cos, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit.bodies.spline import periodic


def test_a_cosine_is_found_again_from_twelve_of_its_values() -> None:
    places = [360 * index / 12 for index in range(12)]
    curve = periodic(places, [cos(2 * pi * place / 360) for place in places], 360.0)
    for place in range(-400, 800, 7):
        assert curve(place) == pytest.approx(cos(2 * pi * place / 360), abs=0.001)


def test_uneven_places_give_the_same_curve() -> None:
    places = [0.0, 20.0, 55.0, 85.0, 120.0, 140.0, 180.0, 215.0, 240.0, 275.0, 310.0, 340.0]
    curve = periodic(places, [cos(2 * pi * place / 360) for place in places], 360.0)
    assert max(abs(curve(place) - cos(2 * pi * place / 360)) for place in range(360)) < 0.005


@given(st.lists(st.floats(-50, 50), min_size=4, max_size=9))
def test_the_curve_runs_through_its_values_without_a_kink(values: list[float]) -> None:
    places = [10.0 * index for index in range(len(values))]
    curve = periodic(places, values, 10.0 * len(values))
    for place, value in zip(places, values, strict=True):
        assert curve(place) == pytest.approx(value, abs=1e-6)
        slopes = [(curve(place + 1e-3 * (k + 1)) - curve(place + 1e-3 * k)) / 1e-3 for k in (-2, -1, 0, 1)]
        assert max(abs(after - before) for before, after in pairwise(slopes)) < 0.05


def test_a_level_line_stays_level() -> None:
    curve = periodic([0, 10, 30, 60], [4, 4, 4, 4], 100)
    assert [curve(place) for place in (0, 5, 29, 80, 99)] == pytest.approx([4] * 5)

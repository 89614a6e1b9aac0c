from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit.bodies.least_squares import Spring, minimise

FREE = Spring()


def test_a_line_through_points_is_the_one_of_the_textbook() -> None:
    """Points (0, 1), (1, 3), (2, 4), (3, 4): the line of least squares is 1.5 + x."""
    points = ((0, 1), (1, 3), (2, 4), (3, 4))

    def misses(line: Sequence[float]) -> list[float]:
        return [line[0] + line[1] * x - y for x, y in points]

    assert minimise(misses, [FREE, FREE], [0.0, 0.0]) == pytest.approx([1.5, 1.0], abs=1e-3)


def test_the_bent_valley_of_rosenbrock_is_followed_to_its_lowest_point() -> None:
    def misses(at: Sequence[float]) -> list[float]:
        return [10 * (at[1] - at[0] ** 2), 1 - at[0]]

    assert minimise(misses, [FREE, FREE], [-1.2, 1.0]) == pytest.approx([1.0, 1.0], abs=1e-2)


@given(st.floats(-5, 5), st.floats(0.1, 5), st.floats(-5, 5), st.floats(0.1, 5))
def test_two_wishes_meet_between_them_as_their_firmness_says(
    rest: float, stiffness: float, goal: float, pull: float
) -> None:
    found = minimise(lambda at: [pull * (at[0] - goal)], [Spring(rest, stiffness)], [0.0])[0]
    weights = stiffness**2 + pull**2
    assert found == pytest.approx((stiffness**2 * rest + pull**2 * goal) / weights, abs=0.02)


@pytest.mark.parametrize(("goal", "end"), [(5.0, 2.0), (-5.0, -1.0), (0.5, 0.5)])
def test_a_wall_stops_a_number_at_its_ends_and_nowhere_else(goal: float, end: float) -> None:
    wall = Spring(0.0, 0.0, -1.0, 2.0, 100.0)
    assert minimise(lambda at: [at[0] - goal], [wall], [0.0])[0] == pytest.approx(end, abs=0.01)


def test_numbers_that_nothing_asks_about_stay_where_they_are() -> None:
    assert minimise(lambda at: [at[0] - 3], [FREE, FREE], [0.0, 7.0]) == pytest.approx([3.0, 7.0], abs=1e-3)


@given(st.lists(st.floats(-3, 3), min_size=2, max_size=2))
def test_the_end_is_never_worse_than_the_start(start: list[float]) -> None:
    def misses(at: Sequence[float]) -> list[float]:
        return [at[0] ** 3 - at[1], at[0] * at[1] - 1, at[1] ** 2 - 2]

    springs = [Spring(0.5, 0.2, -1.0, 1.0, 3.0), Spring(1.0, 0.1)]

    def cost(at: Sequence[float]) -> float:
        pulls = 0.04 * (at[0] - 0.5) ** 2 + 0.01 * (at[1] - 1) ** 2 + 9 * max(0.0, abs(at[0]) - 1) ** 2
        return sum(miss**2 for miss in misses(at)) + pulls

    assert cost(minimise(misses, springs, start)) <= cost(start) * (1 + 1e-9)

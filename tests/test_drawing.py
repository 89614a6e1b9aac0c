from kit.figures.drawing import Box, Shape, bounds, mirrored
from kit.figures.outline import Outline

LEFT = Shape("skin", (Outline(((0, 0), (2, 1), (1, 3))),), far=True)
RIGHT = Shape("shoe", (Outline(((5, -1), (6, 0)), closed=False, smooth=False),), bare=True)


def test_the_bounds_of_a_drawing_are_the_outermost_of_all_its_points() -> None:
    assert bounds([LEFT, RIGHT]) == Box(0, -1, 6, 3)


def test_a_box_grows_on_all_sides_and_joins_another() -> None:
    assert Box(0, 1, 2, 3).grown(0.5) == Box(-0.5, 0.5, 2.5, 3.5)
    assert Box(0, 1, 2, 3).joined(Box(-1, 2, 1, 9)) == Box(-1, 1, 2, 9)


def test_a_mirror_changes_left_and_right_and_keeps_all_else() -> None:
    left, right = mirrored((LEFT, RIGHT))
    assert left.outlines[0].points == ((0, 0), (-2, 1), (-1, 3))
    assert (left.role, left.far, right.bare) == ("skin", True, True)
    assert (right.outlines[0].closed, right.outlines[0].smooth) == (False, False)

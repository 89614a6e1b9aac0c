from collections.abc import Mapping

import pytest
from kit.bodies.person import PEOPLE
from kit.bodies.pose import Pose
from kit.bodies.series import stances
from kit.bodies.stance import Stance
from kit.figures.drawing import Drawing, bounds
from kit.figures.scene import scene
from kit.record import Record

OMAR = PEOPLE["omar"]
STAND = {"contacts": {"feet": "floor"}}
REACH = {"near": {"shoulder": 120}, "marks": {"ghost": True, "arrow": ["near-hand"], "area": ["belly"], "plumb": True}}


def settled(*poses: Mapping[str, object]) -> tuple[Stance, ...]:
    found, problems = stances([Pose.model_validate(pose) for pose in poses], record=Record("a.md", {}))
    assert found is not None, problems
    return found


def roles(drawing: Drawing) -> list[str]:
    return [shape.role for shape in drawing]


def test_all_frames_share_a_box_with_a_margin_round_everything() -> None:
    made = scene(settled(STAND, REACH), OMAR)
    around = bounds([shape for frame in made.frames for shape in frame if shape.role != "floor"])
    assert len(made.frames) == 2
    assert made.box.left == pytest.approx(around.left - 0.03)
    assert made.box.top == pytest.approx(around.top + 0.03)
    assert made.box.right == pytest.approx(around.right + 0.03)
    assert made.box.bottom <= -0.015


def test_the_ground_lies_under_everything_else() -> None:
    assert roles(scene(settled({**STAND, "ground": "mat"}), OMAR).frames[0])[:2] == ["floor", "mat"]


def test_a_ghost_is_in_the_second_frame_only() -> None:
    first, second = scene(settled({**STAND, **REACH}, REACH), OMAR).frames
    assert "ghost-head" not in roles(first)
    assert {"ghost-head", "arrow", "arrowhead", "area", "hatch", "plumb"} <= set(roles(second))


def test_an_arrow_in_the_first_frame_shows_the_way_back_from_the_last() -> None:
    lowered = {**STAND, "near": {"shoulder": 0}, "marks": {"arrow": ["near-hand"]}}
    first, second = (
        next(shape for shape in frame if shape.role == "arrowhead").outlines[0].points[0][1]
        - next(shape for shape in frame if shape.role == "arrow").outlines[0].points[0][1]
        for frame in scene(settled(lowered, REACH), OMAR).frames
    )
    assert first < -0.1
    assert second > 0.1


def test_the_ghost_is_behind_the_person_and_the_arrow_before() -> None:
    second = roles(scene(settled(STAND, REACH), OMAR).frames[1])
    assert second.index("ghost-trunk") < second.index("shirt") < second.index("arrow")


def test_a_scene_within_the_box_of_another_keeps_that_box() -> None:
    whole = scene(settled(STAND, REACH), OMAR)
    part = scene(settled(STAND), OMAR, within=whole.box)
    assert part.box == whole.box


def test_a_band_is_held_by_a_post_behind_the_person_and_crosses_before_them() -> None:
    drawn = roles(scene(settled({**STAND, "props": {"band": {"fixed": "left"}}}), OMAR).frames[0])
    assert drawn.index("post") < drawn.index("shirt") < drawn.index("band")


@pytest.mark.parametrize("facing", ["left", "half-left", "viewer-left"])
def test_somebody_who_faces_left_is_drawn_in_a_mirror_box_and_all(facing: str) -> None:
    other = facing.replace("left", "right")
    right, left = (scene(settled({**STAND, **REACH, "facing": way}), OMAR) for way in (other, facing))
    assert (left.box.left, left.box.right) == (-right.box.right, -right.box.left)
    again = scene(settled({**STAND, **REACH, "facing": facing}), OMAR, within=left.box)
    assert again == left


def test_a_slope_has_room_on_both_sides_and_its_foot_is_in_the_box() -> None:
    made = scene(settled({**STAND, "props": {"slope_deg": 10}}), OMAR)
    assert made.box.right - made.box.left >= 0.84
    ground = bounds([shape for shape in made.frames[0] if shape.role == "ground"])
    assert made.box.bottom <= ground.bottom

from collections.abc import Mapping
from math import hypot

import pytest
from kit.bodies.body import REST, place
from kit.bodies.person import PEOPLE
from kit.bodies.pose import Marks, Pose
from kit.bodies.stance import Stance
from kit.figures.drawing import Shape, bounds
from kit.figures.flesh import person_shapes
from kit.figures.mark import (
    ARROW_LONGEST,
    ARROW_SHORTEST,
    CLEARANCE,
    area_shapes,
    arrow_shapes,
    breath_shapes,
    ghost_shapes,
    line_shapes,
    sole_shapes,
)
from shapes import inside

AREAS = {
    "belly": "spine1", "side": "spine1", "low-back": "spine1", "upper-back": "spine3", "chest": "spine3",
    "neck": "neck", "shoulder": "near.shoulder", "buttock": "near.hip", "hip-front": "near.hip",
    "thigh-front": "near.knee", "thigh-back": "near.knee", "calf": "near.knee", "shin": "near.knee",
    "foot": "near.ball", "far-shoulder": "far.shoulder", "far-buttock": "hips", "far-hip-front": "far.hip",
    "far-thigh-front": "far.knee", "far-thigh-back": "far.knee", "far-calf": "far.knee", "far-shin": "far.knee",
    "far-foot": "far.ball",
}  # fmt: skip
FRONT_OF = {"belly": "low-back", "chest": "upper-back", "thigh-front": "thigh-back", "shin": "calf"}


def stance(marks: Mapping[str, object] | None = None, /, up: float = 0.53, **joints: float) -> Stance:
    angles = {**REST, **{name if name in REST else name.replace("_", ".", 1): angle for name, angle in joints.items()}}
    return Stance(Pose.model_validate({"marks": marks or {}}), place(angles, (0.0, up, 0.0)), {})


def patch(area: str) -> tuple[Shape, Shape]:
    marks = Marks.model_validate({"area": (area,)})
    first, second = area_shapes(stance().body, marks, far=area.startswith("far-"))
    assert area_shapes(stance().body, marks, far=not area.startswith("far-")) == ()
    return first, second


def middle(shape: Shape) -> tuple[float, float]:
    around = bounds([shape])
    return ((around.left + around.right) / 2, (around.bottom + around.top) / 2)


@pytest.mark.parametrize("area", sorted(AREAS))
def test_a_working_area_is_a_hatched_patch_by_the_joint_it_is_named_after(area: str) -> None:
    shape, hatch = patch(area)
    assert (shape.role, hatch.role) == ("area", "hatch")
    joint = stance().body.points[AREAS[area]]
    at = middle(shape)
    assert hypot(at[0] - joint[0], at[1] - joint[1]) < 0.16
    assert len(hatch.outlines) >= 3
    for line in hatch.outlines:
        (x1, y1), (x2, y2) = line.points
        assert inside(((x1 + x2) / 2, (y1 + y2) / 2), shape.outlines[0].points)
        edge = shape.outlines[0].points
        assert min(hypot(x1 - x, y1 - y) for x, y in edge) < 0.03


@pytest.mark.parametrize(("front", "back"), FRONT_OF.items())
def test_areas_in_front_lie_ahead_of_those_behind(front: str, back: str) -> None:
    assert middle(patch(front)[0])[0] > middle(patch(back)[0])[0] + 0.02


def test_a_patch_turns_with_the_limb() -> None:
    marks = Marks.model_validate({"area": ("thigh-front",)})
    raised = area_shapes(stance(near_hip=90.0).body, marks, far=False)[0]
    assert middle(raised)[1] > stance().body.points["near.hip"][1]


def clear_of(point: tuple[float, float], found: Stance) -> float:
    """Return how far a point is from the middle of the nearest long bone."""
    pairs = [("hips", "spine2"), ("spine2", "spine4"), ("spine4", "head")]
    limbs = (("hip", "knee"), ("knee", "ankle"), ("shoulder", "elbow"))
    pairs += [(f"{side}.{one}", f"{side}.{two}") for side in ("near", "far") for one, two in limbs]
    places = [
        [a + share / 9 * (b - a) for a, b in zip(found.body.points[one], found.body.points[two], strict=True)]
        for one, two in pairs
        for share in range(10)
    ]
    return min(hypot(point[0] - x, point[1] - y) for x, y, _ in places)


@pytest.mark.parametrize(
    ("part", "joint", "joints"),
    [
        ("near-hand", "near.wrist", {"near_shoulder": 80.0}),
        ("far-knee", "far.knee", {"far_hip": 60.0, "far_knee": 60.0}),
        ("near-foot", "near.ankle", {"near_hip": 40.0}),
        ("near-toes", "near.toetip", {"near_ankle": 20.0, "near_hip": 20.0}),
        ("head", "head", {"lean": 30.0}),
        ("chest", "spine3", {"lean": 40.0}),
        ("hips", "hips", {"up": 0.4}),
    ],
)
def test_an_arrow_goes_the_way_its_part_went_and_is_clear_of_the_body(
    part: str, joint: str, joints: dict[str, float]
) -> None:
    before, after = stance(), stance({"arrow": [part]}, **joints)
    line, head = arrow_shapes(before, after)
    assert (line.role, head.role) == ("arrow", "arrowhead")
    start, _, _ = line.outlines[0].points
    tip = head.outlines[0].points[0]
    moved = [a - b for a, b in zip(after.body.points[joint][:2], before.body.points[joint][:2], strict=True)]
    pointed = (tip[0] - start[0], tip[1] - start[1])
    size = hypot(*pointed)
    assert (moved[0] * pointed[0] + moved[1] * pointed[1]) / (hypot(*moved) * size) > 0.95
    assert ARROW_SHORTEST * 0.99 <= size <= ARROW_LONGEST * 1.01
    for point in (start, tip):
        assert point[1] > 0.015 + CLEARANCE * 0.9
        assert clear_of(point, after) > CLEARANCE


def test_a_part_that_did_not_move_gets_an_arrow_up() -> None:
    line, head = arrow_shapes(stance(), stance({"arrow": ["hips"]}))
    start, tip = line.outlines[0].points[0], head.outlines[0].points[0]
    assert tip[0] == pytest.approx(start[0])
    assert tip[1] - start[1] == pytest.approx(ARROW_SHORTEST)


def test_an_arrow_lies_as_near_as_it_may() -> None:
    line, _ = arrow_shapes(stance(), stance({"arrow": ["near-hand"]}, near_shoulder=80.0))
    wrist = stance(near_shoulder=80.0).body.points["near.wrist"]
    assert min(hypot(x - wrist[0], y - wrist[1]) for x, y in line.outlines[0].points) < 0.35


@pytest.mark.parametrize(("rises", "way"), [(5.0, 1), (-3.0, -1)])
def test_an_arrow_of_the_belly_goes_out_when_it_fills_and_in_when_it_is_drawn_in(rises: float, way: int) -> None:
    line, head = arrow_shapes(stance(), stance({"arrow": ["belly"]}, belly_cm=rises))
    assert (head.outlines[0].points[0][0] - line.outlines[0].points[0][0]) * way > 0.07


@pytest.mark.parametrize(("breath", "way"), [("out", 1), ("in", -1)])
def test_air_goes_from_the_face_or_to_it(breath: str, way: int) -> None:
    found = stance({"breath": breath})
    line, head = breath_shapes(found)
    start, tip = line.outlines[0].points[0], head.outlines[0].points[0]
    nose = max(
        point[0]
        for shape in person_shapes(found.body, PEOPLE["omar"])
        if shape.role == "skin"
        for outline in shape.outlines
        for point in outline.points
        if point[1] > found.body.points["neck"][1]
    )
    assert min(start[0], tip[0]) > nose + 0.005
    assert (tip[0] - start[0]) * way > 0.1
    assert abs(tip[1] - found.body.points["head"][1]) < 0.04
    assert breath_shapes(stance()) == ()


def test_soles_lie_below_the_floor_under_their_feet_the_nearer_one_lower() -> None:
    found = stance({"soles": True}, near_hip=14.0)
    far, near = sole_shapes(found)
    for side, sole in (("far", far), ("near", near)):
        around = bounds([sole])
        assert around.left == pytest.approx(found.body.points[f"{side}.heel"][0], abs=0.012)
        assert around.right == pytest.approx(found.body.points[f"{side}.toetip"][0], abs=0.016)
        assert around.top < -0.02
    assert middle(near)[1] - middle(far)[1] == pytest.approx(
        found.body.points["far.heel"][2] - found.body.points["near.heel"][2], abs=0.006
    )
    assert sole_shapes(stance()) == ()


def test_the_soles_of_feet_in_one_line_lie_in_one_line() -> None:
    far, near = sole_shapes(stance({"soles": True}, near_hip=12.0, far_hip=-8.0, near_leg_out=-5.7, far_leg_out=-5.7))
    assert abs(middle(near)[1] - middle(far)[1]) < 0.008


def test_a_plumb_line_hangs_by_the_ankle_and_a_string_lifts_the_head() -> None:
    found = stance({"plumb": True, "string": True})
    plumb, string, head = line_shapes(found, 1.1)
    ankle, skull = found.body.points["near.ankle"], found.body.points["head"]
    assert [point[1] for point in plumb.outlines[0].points] == [0.0, 1.1]
    assert 0 < bounds([plumb]).left - ankle[0] < 0.04
    assert bounds([string]).bottom > skull[1] + 0.1
    assert bounds([head]).top >= bounds([string]).top
    assert line_shapes(stance(), 1.1) == ()


def test_a_ghost_has_legs_arms_trunk_and_head_of_the_frame_before() -> None:
    body = stance().body
    drawn = {shape.role: shape for shape in ghost_shapes(body)}
    assert set(drawn) == {"ghost-leg", "ghost-arm", "ghost-trunk", "ghost-head"}
    assert len(drawn["ghost-leg"].outlines) == len(drawn["ghost-arm"].outlines) == 2
    assert drawn["ghost-leg"].outlines[0].points[-1] == body.points["near.ankle"][:2]
    assert middle(drawn["ghost-head"]) == pytest.approx(body.points["head"][:2])

import pytest
from kit.bodies.body import CM
from kit.bodies.pose import Pose
from kit.bodies.series import stances
from kit.bodies.stance import Stance
from kit.figures.drawing import Box, Shape, bounds
from kit.figures.thing import band_shapes, ground_shapes, lowest, thing_shapes
from kit.record import Record

BOX = Box(-0.5, -0.05, 0.7, 1.0)


def settled(**said: object) -> tuple[Stance, ...]:
    pose = Pose.model_validate({"contacts": {"feet": "floor"}, **said})
    found, problems = stances([pose], record=Record("a.md", {}))
    assert found is not None, problems
    return found


def things(**said: object) -> dict[str, Box]:
    return {shape.role: bounds([shape]) for shape in thing_shapes(settled(**said))}


def ground(**said: object) -> list[Shape]:
    return list(ground_shapes(Pose.model_validate(said), BOX))


def test_the_floor_runs_from_edge_to_edge() -> None:
    (floor,) = ground()
    around = bounds([floor])
    assert floor.role == "floor"
    assert (around.bottom, around.top) == (0, 0)
    assert BOX.left < around.left < BOX.left + 0.01
    assert BOX.right - 0.01 < around.right < BOX.right


def test_a_mat_lies_on_the_floor_with_its_top_where_people_lie() -> None:
    floor, mat = ground(ground="mat")
    assert bounds([mat]).top == 0
    assert bounds([mat]).bottom == bounds([floor]).top == pytest.approx(-2.2 * CM)
    assert lowest(Pose(ground="mat"), BOX) == pytest.approx(-2.2 * CM)


@pytest.mark.parametrize(("slope", "higher"), [(10, "right"), (-10, "left")])
def test_a_slope_rises_by_its_angle(slope: float, higher: str) -> None:
    (wedge,) = ground(props={"slope_deg": slope})
    points = wedge.outlines[0].points
    left, right = (max(y for x, y in points if x == side) for side in (min(points)[0], max(points)[0]))
    assert (right > left) == (higher == "right")
    assert (right - left) / (max(points)[0] - min(points)[0]) == pytest.approx(0.17633 * (1 if slope > 0 else -1), 1e-4)
    assert min(y for _, y in points) == pytest.approx(
        lowest(Pose.model_validate({"props": {"slope_deg": slope}}), BOX), abs=0.003
    )


def test_nothing_stands_about_that_the_pose_does_not_name_or_touch() -> None:
    assert things() == {}


def test_a_worktop_that_is_touched_starts_where_the_pose_says_and_goes_on_past_the_hand() -> None:
    found = settled(contacts={"feet": "floor", "far-hand": "worktop"}, props={"worktop": {"at_cm": -45}})
    around = next(bounds([shape]) for shape in thing_shapes(found) if shape.role == "worktop")
    assert around.left == pytest.approx(found[0].body.points["hips"][0] - 45 / 170)
    assert around.right > found[0].body.points["far.fingertip"][0] + 0.05


def test_a_chair_has_its_seat_under_who_sits_on_it() -> None:
    found = settled(contacts={"bottom": "chair", "feet": "floor"}, near={"hip": 90, "knee": 90}, trunk={"lean": 0})
    (chair,) = thing_shapes(found)
    around = bounds([chair])
    assert chair.role == "chair"
    assert around.left < found[0].body.points["hips"][0] < around.right
    assert around.bottom == 0
    assert around.top == pytest.approx(88 / 170)
    assert any(y == pytest.approx(45 / 170) for _, y in chair.outlines[0].points)


def test_a_chair_that_looks_at_the_person_has_its_back_on_the_other_side() -> None:
    same, person = (things(props={"chair": {"faces": faces}})["chair"] for faces in ("same", "person"))
    assert same.left < person.left
    assert same.right - same.left == pytest.approx(person.right - person.left)


@pytest.mark.parametrize("name", ["chair", "wall", "step", "worktop", "cushion"])
def test_a_thing_that_nobody_touches_stands_as_far_ahead_as_it_is_told(name: str) -> None:
    near, far = (things(props={name: {"at_cm": at}})[name] for at in (40, 90))
    assert far.left - near.left == pytest.approx(50 / 170)
    assert things(props={name: {}})[name].left > 0


def test_a_wall_touches_the_palms_and_is_as_high_as_a_person() -> None:
    found = settled(contacts={"feet": "floor", "hands": "wall"}, trunk={"lean": 10})
    (wall,) = thing_shapes(found)
    assert bounds([wall]).left == pytest.approx(found[0].places["wall"])
    assert bounds([wall]).top > 1
    assert bounds([wall]).left == pytest.approx(found[0].body.points["near.wrist"][0] + 0.02, abs=0.003)


def test_a_wall_behind_has_its_thickness_behind_it() -> None:
    found = settled(contacts={"feet": "floor", "back": "wall"}, props={"wall": {"where": "behind"}})
    assert bounds(thing_shapes(found)).right == pytest.approx(found[0].places["wall"])


@pytest.mark.parametrize(("name", "high_cm"), [("step", 20), ("cushion", 6)])
def test_a_step_is_under_the_whole_foot_that_stands_on_it(name: str, high_cm: float) -> None:
    found = settled(contacts={"near-foot": name, "far-foot": "floor"}, near={"hip": 40, "knee": 50})
    (block,) = thing_shapes(found)
    points = found[0].body.points
    assert bounds([block]).left < points["near.heel"][0] < points["near.ball"][0] < bounds([block]).right
    assert bounds([block]).top == pytest.approx(high_cm / 170)
    assert bounds([block]).bottom == 0


def test_a_band_goes_from_its_post_to_the_nearer_hand() -> None:
    for fixed, sign in (("left", -1), ("right", 1)):
        found = settled(facing="viewer", props={"band": {"fixed": fixed, "height_cm": 100, "reach_cm": 80}})
        (post,) = thing_shapes(found)
        band, knob = band_shapes(found, found[0])
        start, end = band.outlines[0].points
        points = found[0].body.points
        hips = points["hips"][0]
        assert start == pytest.approx((hips + sign * 80 / 170, 100 / 170))
        wrists = sorted((points["near.wrist"], points["far.wrist"]), key=lambda wrist: sign * wrist[0])
        assert abs(end[0] - wrists[1][0]) < 0.05
        assert bounds([post]).left == bounds([post]).right == start[0]
        assert bounds([knob]).bottom < start[1] < bounds([knob]).top


def test_without_a_band_there_is_no_post() -> None:
    found = settled()
    assert band_shapes(found, found[0]) == ()
    assert thing_shapes(found) == ()

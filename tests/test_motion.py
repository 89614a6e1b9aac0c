from collections.abc import Mapping
from itertools import pairwise
from math import dist

from kit.bodies.contact import gaps
from kit.bodies.pose import Marks, Pose, each_contact
from kit.bodies.series import stances
from kit.bodies.stance import Stance
from kit.figures.motion import BETWEEN, moving
from kit.record import Record

MARKED = {"contacts": {"feet": "floor"}, "marks": {"plumb": True}}
SQUAT = {"trunk": {"lean": 35}, "near": {"hip": 80, "knee": 80}, "marks": {"ghost": True}}


def settled(*poses: Mapping[str, object]) -> tuple[Stance, ...]:
    found, problems = stances([Pose.model_validate(pose) for pose in poses], record=Record("a.md", {}))
    assert found is not None, problems
    return found


def test_a_motion_goes_through_its_frames_with_stances_between_them_and_no_marks() -> None:
    frames = settled(MARKED, SQUAT, {"near": {"hip": 20, "knee": 20}, "trunk": {"lean": 5}})
    steps = moving(frames)
    assert len(steps) == 3 + 2 * BETWEEN
    assert [steps[index].body for index in (0, BETWEEN + 1, 2 * BETWEEN + 2)] == [frame.body for frame in frames]
    assert all(step.pose.marks == Marks() for step in steps)


def test_joints_turn_evenly_slower_at_the_ends() -> None:
    knees = [step.body.joints["near.knee"] for step in moving(settled(MARKED, SQUAT))]
    assert knees == sorted(knees)
    changes = [after - before for before, after in pairwise(knees)]
    assert changes[1] > 1.5 * changes[0]
    assert changes[1] > 1.5 * changes[-1]


def test_feet_that_stand_in_both_frames_stand_in_between() -> None:
    steps = moving(settled(MARKED, SQUAT))
    for step in steps:
        assert each_contact(step.pose) == {"near-foot": "floor", "far-foot": "floor"}
        assert max(abs(size) for gap in gaps(step.body, step.pose, step.places) for size in gap.sizes) < 0.004
    heels = [step.body.points["near.heel"][:2] for step in steps]
    assert max(dist(heel, heels[0]) for heel in heels) < 0.004


def test_a_foot_that_steps_is_free_on_its_way() -> None:
    steps = moving(
        settled(MARKED, {"near": {"hip": 40, "knee": 30}, "far": {"hip": 0, "knee": 0}, "moves": ["near-foot"]})
    )
    assert [sorted(each_contact(step.pose)) for step in steps[1:-1]] == [["far-foot"]] * BETWEEN


def test_what_is_let_go_of_holds_nothing_between() -> None:
    steps = moving(settled({"contacts": {"feet": "floor", "hands": "wall"}}, {"contacts": {"hands": None}}))
    assert all("near-hand" not in each_contact(step.pose) for step in steps[1:])

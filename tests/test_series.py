import pytest
from kit.bodies.pose import Pose
from kit.bodies.series import stances
from kit.problem import Problem
from kit.record import Record

LINES = {("frames",): 4, ("frames", 0, "pose"): 5, ("frames", 0, "pose", "near", "knee"): 9, ("frames", 2, "pose"): 30}
STAND = {"contacts": {"feet": "floor"}}


def series(*poses: object, **more: object) -> tuple[object, list[Problem]]:
    found = [Pose.model_validate(pose) for pose in poses]
    return stances(found, record=Record("a.md", {}, LINES), **more)  # type: ignore[arg-type] # as the cases say


def test_things_stand_at_one_place_in_all_frames() -> None:
    frames = [
        Pose.model_validate(pose)
        for pose in (STAND, {"contacts": {"hands": "wall"}, "trunk": {"lean": 10}}, {"contacts": {"hands": None}})
    ]
    settled, problems = stances(frames, record=Record("a.md", {}))
    assert problems == []
    assert settled is not None
    assert all(stance.places == settled[1].places for stance in settled)
    assert settled[0].places["wall"] > 0.2


def test_each_frame_takes_what_it_does_not_say_from_the_one_before() -> None:
    settled, _ = stances(
        [Pose.model_validate({**STAND, "neck": 30}), Pose.model_validate({"trunk": {"lean": 10}})],
        record=Record("a.md", {}),
    )
    assert settled is not None
    assert settled[1].body.joints["neck"] == 30


def test_an_angle_against_the_contacts_is_told_at_its_own_line() -> None:
    wrong = {**STAND, "trunk": {"lean": 0}, "near": {"hip": 0, "knee": 120}, "far": {"hip": 0, "knee": 0}}
    settled, problems = series(wrong)
    assert settled is None
    knees = [problem for problem in problems if problem.rule == "frames.1.pose.near.knee"]
    assert knees[0].line == 9
    assert "near.knee is 120 degrees, but the contacts of this pose need" in knees[0].text


def test_a_part_under_the_ground_is_told_in_centimetres() -> None:
    body = {"trunk": {"lean": 0}, "near": {"hip": 0, "knee": 0}, "far": {"hip": 30, "knee": 0}}
    _, problems = series({**body, "contacts": {"far-foot": "floor"}})
    sunk = [problem.text for problem in problems if "under the floor" in problem.text]
    # a straight leg that is 30 degrees ahead is 13 % shorter in height: 0.53 x 170 cm x 0.13 is 12 cm
    assert any("near.heel is 1" in text and " cm under the floor" in text for text in sunk)


@pytest.mark.parametrize(("places", "line", "rule"), [(None, 5, "frames.1."), ([2], 30, "frames.3.")])
def test_a_problem_names_the_frame_by_the_place_it_is_given(places: list[int] | None, line: int, rule: str) -> None:
    reach = {"trunk": {"lean": 0}, "near": {"hip": 0, "knee": 0}, "contacts": {"feet": "floor", "hands": "floor"}}
    _, problems = series(reach, places=places)
    assert {problem.line for problem in problems} == {line}
    assert all(problem.rule.startswith(rule) for problem in problems)


def test_a_frame_is_told_of_its_contacts_first_and_of_angles_only_when_they_are_met() -> None:
    reach = {"trunk": {"lean": 0}, "near": {"hip": 0, "knee": 0}, "contacts": {"feet": "floor", "hands": "floor"}}
    _, problems = series(reach)
    assert problems
    assert all("cannot reach" in problem.text for problem in problems)

import pytest
from kit.bodies.pose import Pose, each_contact, sequence
from pydantic import ValidationError


def test_a_later_frame_keeps_what_it_does_not_say() -> None:
    first = Pose.model_validate({"trunk": {"lean": 10}, "near": {"hip": 40}, "contacts": {"feet": "floor"}})
    second = Pose.model_validate({"near": {"knee": 50}})
    full = sequence([first, second])[1]
    assert (full.trunk.lean, full.near.hip, full.near.knee) == (10, 40, 50)
    assert each_contact(full) == {"near-foot": "floor", "far-foot": "floor"}


def test_a_contact_set_to_null_lets_go_of_one_side_only() -> None:
    first = Pose.model_validate({"contacts": {"feet": "floor"}})
    second = Pose.model_validate({"contacts": {"far-foot": None}})
    assert each_contact(sequence([first, second])[1]) == {"near-foot": "floor"}


def test_marks_and_moves_hold_for_one_frame() -> None:
    first = Pose.model_validate({"marks": {"plumb": True}, "moves": ["near-foot"]})
    full = sequence([first, Pose()])[1]
    assert not full.marks.plumb
    assert full.moves == ()


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError):
        Pose.model_validate({"near": {"kneee": 3}})


def test_only_hands_touch_the_body() -> None:
    with pytest.raises(ValidationError, match="only hands and fingers"):
        Pose.model_validate({"contacts": {"feet": "thighs"}})


def test_each_part_that_cannot_touch_the_body_is_told() -> None:
    with pytest.raises(ValidationError) as told:
        Pose.model_validate({"contacts": {"feet": "thighs", "back": "wall", "head": "chest"}})
    assert [each["loc"] for each in told.value.errors()] == [("contacts", "feet"), ("contacts", "head")]


def test_a_plural_stands_for_both_sides_and_none_for_nothing() -> None:
    pose = Pose.model_validate({"contacts": {"hands": "wall", "back": None, "head": "mat"}})
    assert each_contact(pose) == {"near-hand": "wall", "far-hand": "wall", "head": "mat"}


def test_the_place_of_a_thing_is_kept_and_what_it_adds_is_joined() -> None:
    first = Pose.model_validate({"props": {"chair": {"at_cm": 30, "height_cm": 50}}})
    second = Pose.model_validate({"props": {"chair": {"at_cm": 40}, "wall": {}}})
    props = sequence([first, second])[1].props
    assert props.chair is not None
    assert (props.chair.at_cm, props.chair.height_cm) == (40, 50)
    assert props.wall is not None


def test_a_third_frame_follows_the_second() -> None:
    frames = [Pose.model_validate(said) for said in ({"neck": 10}, {"neck": 20}, {"head": 5})]
    assert [pose.neck for pose in sequence(frames)] == [10, 20, 20]


@pytest.mark.parametrize("said", [{"near": {"knee": 200}}, {"trunk": {"lean": -200}}, {"neck": float("nan")}])
def test_an_angle_that_no_joint_has_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Pose.model_validate(said)

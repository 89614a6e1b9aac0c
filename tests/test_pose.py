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

import pytest
from kit.bodies.body import REST
from kit.bodies.pose import Pose, each_contact
from kit.bodies.wish import free_joints, habits, wishes


def pose(**said: object) -> Pose:
    return Pose.model_validate(said)


def free(**said: object) -> set[str]:
    found = pose(**said)
    return set(free_joints(found, each_contact(found)))


def test_what_a_pose_says_is_asked_for_firmly_and_the_rest_loosely() -> None:
    wanted, firmness = wishes(pose(trunk={"lean": 30}, near={"knee": 70}))
    assert (wanted["lean"], wanted["near.knee"]) == (30, 70)
    assert firmness["lean"] < firmness["near.knee"] < firmness["near.hip"]
    assert wanted["near.hip"] == REST["near.hip"]


def test_the_far_side_is_like_the_near_side_unless_it_says_otherwise() -> None:
    wanted, firmness = wishes(pose(near={"knee": 70, "hip": 40}, far={"hip": 10}))
    assert (wanted["far.knee"], wanted["far.hip"], wanted["near.hip"]) == (70, 10, 40)
    assert firmness["far.knee"] == firmness["near.knee"]


def test_nought_degrees_is_said_too() -> None:
    wanted, firmness = wishes(pose(near={"elbow": 0}))
    assert wanted["near.elbow"] == 0
    assert firmness["near.elbow"] < firmness["near.knee"]


def test_somebody_who_faces_us_is_turned_by_a_right_angle() -> None:
    assert wishes(pose(facing="viewer"))[0]["turn"] == 90
    assert wishes(pose(facing="away"))[0]["turn"] == -90
    assert wishes(pose(facing="left"))[0]["turn"] == 0


@pytest.mark.parametrize(
    ("contacts", "lean", "joint", "low", "high"),
    [
        ({"bottom": "chair"}, 0, "near.knee", 80, 95),
        ({"bottom": "mat"}, -90, "far.knee", 80, 95),
        ({"near-hand": "wall"}, 0, "near.wrist", 60, 90),
        ({"near-hand": "mat"}, 80, "near.shoulder", 75, 85),
        ({"near-hand": "mat"}, -90, "near.shoulder", -5, 5),
        ({"near-hand": "chair"}, 40, "near.shoulder", 65, 75),
        ({"near-hand": "chair", "bottom": "chair"}, 0, "near.shoulder", -10, 0),
        ({"far-forearm": "mat"}, 84, "far.elbow", 85, 95),
        ({"far-elbow": "mat"}, 84, "far.shoulder", 80, 90),
        ({"near-shin": "mat"}, 0, "near.ankle", -80, -60),
        ({"near-shin": "mat"}, 90, "near.hip", 85, 95),
        ({"near-toes": "mat"}, 80, "near.toes", 50, 70),
        ({"near-hand": "step"}, 45, "near.wrist", 80, 90),
        ({"far-fingers": "head"}, 0, "far.elbow", 110, 145),
    ],
)
def test_people_take_usual_angles_for_what_they_touch(
    contacts: dict[str, str], lean: float, joint: str, low: float, high: float
) -> None:
    assert low <= habits(contacts, lean)[joint] <= high


def test_what_is_said_comes_before_what_is_usual() -> None:
    assert wishes(pose(contacts={"bottom": "chair"}, near={"knee": 40}))[0]["near.knee"] == 40


def test_the_part_that_is_named_first_decides_between_two_habits() -> None:
    first = habits({"near-hand": "wall", "near-forearm": "wall"}, 0)
    second = habits({"near-forearm": "wall", "near-hand": "wall"}, 0)
    assert first["near.elbow"] < second["near.elbow"]


def test_only_limbs_that_touch_something_may_move() -> None:
    assert free(contacts={"near-foot": "floor"}) == {"lean", "near.hip", "near.knee", "near.ankle"}
    assert free(contacts={"near-foot": "floor", "far-hand": "wall"}) == {
        "lean", "near.hip", "near.knee", "near.ankle", "far.shoulder", "far.elbow", "far.wrist",
    }  # fmt: skip


def test_a_forearm_that_lies_frees_no_wrist_and_toes_that_stand_bend() -> None:
    assert free(contacts={"forearms": "mat", "near-toes": "mat"}) == {
        "lean", "near.shoulder", "near.elbow", "far.shoulder", "far.elbow",
        "near.hip", "near.knee", "near.ankle", "near.toes",
    }  # fmt: skip


def test_a_head_on_the_mat_frees_the_neck_and_a_hand_on_the_body_may_go_aside() -> None:
    assert "neck" in free(contacts={"head": "mat"})
    assert free(contacts={"near-hand": "hips"}) == {
        "lean", "near.shoulder", "near.elbow", "near.wrist", "near.arm_out",
    }  # fmt: skip


def test_somebody_turned_may_move_sideways_too() -> None:
    assert free(facing="viewer", contacts={"near-foot": "floor", "near-hand": "wall"}) == {
        "lean", "tilt", "near.shoulder", "near.elbow", "near.wrist", "near.arm_out", "near.arm_turn",
        "near.hip", "near.knee", "near.ankle", "near.leg_out",
    }  # fmt: skip

from math import dist, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit.bodies.body import FOREARM, LIMITS, REST, SHANK, SPINE, THIGH, UPPER_ARM, place
from kit.bodies.contact import gaps
from kit.bodies.pose import Pose
from kit.bodies.series import stances
from kit.bodies.stance import settle
from kit.record import Record

STAND = {"contacts": {"feet": "floor"}}
CHAIR = {
    "trunk": {"lean": 0},
    "near": {"hip": 90, "knee": 90},
    "contacts": {"bottom": "chair", "feet": "floor", "hands": "thighs"},
}
PLANK = {
    "ground": "mat",
    "trunk": {"lean": 84},
    "near": {"hip": 0, "knee": 0},
    "contacts": {"forearms": "mat", "toes": "mat"},
}
BRIDGE = {
    "ground": "mat",
    "trunk": {"lean": -118},
    "near": {"hip": 0, "knee": 80},
    "contacts": {"back": "mat", "head": "mat", "feet": "mat", "hands": "mat"},
}
CALF = {
    "trunk": {"lean": 12},
    "near": {"hip": 50, "knee": 45},
    "far": {"hip": -8, "knee": 0},
    "contacts": {"feet": "floor", "hands": "wall"},
}
POSES = {"stand": STAND, "chair": CHAIR, "plank": PLANK, "bridge": BRIDGE, "calf": CALF}
NOWHERE = Record("pose.md", {})


def joints() -> st.SearchStrategy[dict[str, float]]:
    return st.fixed_dictionaries({name: st.floats(*LIMITS.get(name.split(".")[-1], (-40, 40))) for name in REST})


@given(joints())
def test_bones_keep_their_lengths_however_the_joints_bend(angles: dict[str, float]) -> None:
    points = place(angles).points
    spine = ("hips", "spine1", "spine2", "spine3", "spine4")
    for first, second, size in zip(spine, spine[1:], SPINE, strict=False):
        assert isclose(dist(points[second], points[first]), size, rel_tol=1e-9)
    for side in ("near", "far"):
        bones = {
            ("hip", "knee"): THIGH,
            ("knee", "ankle"): SHANK,
            ("shoulder", "elbow"): UPPER_ARM,
            ("elbow", "wrist"): FOREARM,
        }
        for (first, second), size in bones.items():
            found = dist(points[f"{side}.{second}"], points[f"{side}.{first}"])
            assert isclose(found, size, rel_tol=1e-9)


@pytest.mark.parametrize("name", sorted(POSES))
def test_named_contacts_touch_within_half_a_percent_of_height(name: str) -> None:
    stance = settle(Pose.model_validate(POSES[name]))
    sizes = [abs(size) for gap in gaps(stance.body, stance.pose, stance.places) for size in gap.sizes]
    assert max(sizes) < 0.005


def test_a_standing_body_has_the_heights_of_the_tables() -> None:
    points = settle(Pose.model_validate(STAND)).body.points
    assert points["hips"][1] == pytest.approx(0.53, abs=0.004)
    assert points["near.knee"][1] == pytest.approx(0.285, abs=0.004)
    assert points["spine4"][1] == pytest.approx(0.818, abs=0.006)


def test_what_keeps_touching_stays_on_its_spot_in_the_next_frame() -> None:
    frames = [Pose.model_validate(CALF), Pose.model_validate({"trunk": {"lean": 20}})]
    settled, problems = stances(frames, record=NOWHERE)
    assert problems == []
    assert settled is not None
    first, second = (stance.body.points for stance in settled)
    for point in ("near.heel", "far.heel", "near.wrist"):
        assert dist(first[point], second[point]) < 0.005


def test_a_contact_out_of_reach_is_a_problem_that_names_pose_part_and_gap() -> None:
    frame = Pose.model_validate(
        {"trunk": {"lean": 0}, "near": {"hip": 0, "knee": 0}, "contacts": {"feet": "floor", "hands": "floor"}}
    )
    settled, problems = stances([frame], record=Record("a.md", {}, {("frames", 0, "pose"): 7}))
    assert settled is None
    assert str(problems[0]).startswith("a.md:7: frames.1.pose.contacts.")
    shown = "\n".join(map(str, problems))
    assert "frame 1: near-foot cannot reach floor" in shown
    assert "% of body height" in shown


def test_an_angle_that_the_contacts_contradict_is_a_problem() -> None:
    frame = Pose.model_validate(
        {
            "trunk": {"lean": 0},
            "near": {"hip": 0, "knee": 120},
            "far": {"hip": 0, "knee": 0},
            "contacts": {"feet": "floor"},
        }
    )
    settled, problems = stances([frame], record=NOWHERE)
    assert settled is None
    assert "but the contacts of this pose need" in str(problems[0])


def test_a_part_under_the_ground_is_a_problem() -> None:
    frame = Pose.model_validate(
        {
            "trunk": {"lean": 0},
            "near": {"hip": 0, "knee": 0},
            "far": {"hip": 30, "knee": 0},
            "contacts": {"far-foot": "floor"},
        }
    )
    settled, problems = stances([frame], record=NOWHERE)
    assert settled is None
    assert any("under the floor" in str(problem) for problem in problems)


def test_an_elbow_rests_on_the_mat_when_a_hand_lies_on_the_belly() -> None:
    frame = Pose.model_validate(
        {
            "ground": "mat",
            "trunk": {"lean": -90},
            "contacts": {"back": "mat", "bottom": "mat", "feet": "mat", "near-hand": "belly"},
        }
    )
    settled, problems = stances([frame], record=NOWHERE)
    assert problems == []
    assert settled is not None
    assert settled[0].body.points["near.elbow"][1] > 0.02


@pytest.mark.parametrize(("fingers", "reach_cm"), [(0, 17.0), (90, 8.8)])
def test_a_fist_ends_at_its_knuckles_and_an_open_hand_at_its_fingertips(fingers: float, reach_cm: float) -> None:
    body = place({**REST, "near.fingers": fingers})
    assert dist(body.points["near.wrist"], body.points["near.fingertip"]) * 170 == pytest.approx(reach_cm, abs=0.1)

"""A stance meets the contacts of its pose and bends the body as little as it can."""

from dataclasses import FrozenInstanceError
from math import dist

import pytest
from kit.bodies.body import LIMITS, REST, Body, place
from kit.bodies.contact import depths, gaps, spots
from kit.bodies.pose import Pose, each_contact
from kit.bodies.stance import Stance, settle

STAND = {"contacts": {"feet": "floor"}}
SIT = {"trunk": {"lean": 0}, "near": {"hip": 90, "knee": 90}, "contacts": {"bottom": "chair", "feet": "floor"}}
LEAN_ON_WALL = {"trunk": {"lean": 12}, "contacts": {"feet": "floor", "hands": "wall"}}


def pose(said: object = None, **more: object) -> Pose:
    return Pose.model_validate({**(said if isinstance(said, dict) else {}), **more})


def worst(stance: Stance) -> float:
    return max(abs(size) for gap in gaps(stance.body, stance.pose, stance.places) for size in gap.sizes)


def spot(stance: Stance, part: str) -> tuple[float, float]:
    across, up, _ = spots(stance.body, part)[0].middle
    return (across, up)


def changes(stance: Stance, body: Body) -> dict[str, float]:
    """Return the joints that differ from a body, and by how many degrees."""
    joints = {name: stance.body.joints[name] - angle for name, angle in body.joints.items()}
    return {name: change for name, change in joints.items() if abs(change) > 0.02}


@pytest.mark.parametrize(
    "said",
    [
        STAND,
        SIT,
        LEAN_ON_WALL,
        {"ground": "mat", "trunk": {"lean": 84}, "contacts": {"forearms": "mat", "toes": "mat"}},
        {"ground": "mat", "trunk": {"lean": -90}, "contacts": {"back": "mat", "head": "mat", "feet": "mat"}},
        {"contacts": {"near-foot": "step", "far-foot": "floor"}, "near": {"hip": 40, "knee": 50}},
        {"props": {"slope_deg": 8}, **STAND},
    ],
)
def test_contacts_are_met_within_a_thousandth_of_height(said: dict[str, object]) -> None:
    assert worst(settle(pose(said))) < 0.001


def test_joints_lie_on_a_128th_of_a_degree_and_places_on_a_32768th_of_the_height() -> None:
    stance = settle(pose(LEAN_ON_WALL, near={"hip": 12.3}))
    for each in (stance, settle(pose(SIT, trunk={"lean": 13.7})), settle(pose(STAND, near={"knee": 11.1}))):
        assert all((angle * 128).is_integer() for angle in each.body.joints.values())
        assert all((value * 32768).is_integer() for value in (*each.body.points["hips"], *each.places.values()))
    assert stance.places.keys() == {"wall"}
    assert place(stance.body.joints, stance.body.points["hips"]).points == stance.body.points


def test_what_already_touches_is_left_as_it_is_said() -> None:
    stance = settle(pose(STAND, near={"elbow": 50, "shoulder": 30, "hip": 0, "knee": 0, "ankle": 0}, trunk={"lean": 0}))
    assert changes(stance, place({**REST, **{f"{s}.{j}": a for s in ("near", "far") for j, a in
                                             (("elbow", 50.0), ("shoulder", 30.0))}})) == {}  # fmt: skip


def test_limbs_that_touch_nothing_never_move() -> None:
    stance = settle(pose({"near": {"hip": 40, "knee": 70}, "contacts": {"far-foot": "floor"}}))
    assert not {name for name in changes(stance, place(dict(REST))) if "arm" in name or "shoulder" in name}
    assert stance.body.joints["near.knee"] == 70
    assert stance.body.joints["near.hip"] == 40


def test_said_angles_give_way_less_than_unsaid_ones() -> None:
    stance = settle(
        pose({"trunk": {"lean": 20}, "near": {"hip": 50}, "far": {"hip": 50}, "contacts": {"feet": "floor"}})
    )
    assert abs(stance.body.joints["near.hip"] - 50) < 4
    assert abs(stance.body.joints["lean"] - 20) < 4
    assert abs(stance.body.joints["near.ankle"]) > 10


def test_the_trunk_gives_way_less_than_a_limb_that_is_said() -> None:
    """Feet flat on the floor, trunk upright, thighs forward and knees straight: not everything can be."""
    stance = settle(pose({"trunk": {"lean": 0}, "near": {"hip": 30, "knee": 0}, "contacts": {"feet": "floor"}}))
    given_way = {name: abs(change) for name, change in changes(stance, place(dict(REST))).items()}
    assert given_way.get("lean", 0.0) < abs(stance.body.joints["near.hip"] - 30) + 12


def test_the_first_stance_has_its_hips_in_the_middle_of_the_picture() -> None:
    assert settle(pose(STAND)).body.points["hips"][0] == pytest.approx(0, abs=1e-3)
    assert settle(pose(SIT)).body.points["hips"][0] == pytest.approx(0, abs=1e-2)


def test_the_next_stance_stays_where_the_one_before_is() -> None:
    before = settle(pose(STAND))
    moved = Stance(before.pose, place(before.body.joints, (0.4, before.body.points["hips"][1], 0.0)), {})
    after = settle(pose({"near": {"hip": 30, "knee": 60}, "contacts": {"far-foot": "floor"}}), after=moved)
    assert dist(spot(after, "far-foot"), spot(moved, "far-foot")) < 0.001
    free = settle(pose({"contacts": {"near-toes": "floor"}}), after=moved)
    assert free.body.points["hips"][0] == pytest.approx(0.4, abs=0.01)


def test_feet_stay_on_their_spots_when_the_body_bends() -> None:
    before = settle(pose(STAND))
    after = settle(pose(STAND, trunk={"lean": 60}, near={"hip": 70, "knee": 20}), after=before)
    for part in ("near-foot", "far-foot"):
        assert dist(spot(after, part), spot(before, part)) < 0.001


def test_a_hand_stays_at_its_height_on_a_wall_and_the_wall_where_it_is() -> None:
    before = settle(pose(LEAN_ON_WALL))
    after = settle(pose(LEAN_ON_WALL, trunk={"lean": 25}), after=before)
    assert spot(after, "near-hand")[1] == pytest.approx(spot(before, "near-hand")[1], abs=0.001)
    assert after.places["wall"] == before.places["wall"]


def test_a_part_that_moves_takes_a_spot_of_its_own() -> None:
    before = settle(pose(STAND))
    lunge = {"near": {"hip": 60, "knee": 60}, "far": {"hip": -15, "knee": 20}, "trunk": {"lean": 0}}
    held = settle(pose(lunge, contacts={"feet": "floor"}), after=before)
    for moves in (["near-foot"], ["feet"]):
        stepped = settle(pose(lunge, contacts={"feet": "floor"}, moves=moves), after=before)
        assert dist(spot(held, "near-foot"), spot(before, "near-foot")) < 0.002
        assert spot(stepped, "near-foot")[0] > spot(before, "near-foot")[0] + 0.1


def test_a_hand_that_slides_on_the_body_is_not_held_where_it_was() -> None:
    sit = settle(pose(SIT, contacts={"bottom": "chair", "feet": "floor", "hands": "thighs"}))
    bent = settle(
        pose(
            SIT,
            trunk={"lean": 35},
            near={"hip": 120, "knee": 90},
            contacts={"bottom": "chair", "feet": "floor", "hands": "thighs"},
        ),
        after=sit,
    )
    assert worst(bent) < 0.003
    assert spot(bent, "near-hand") != spot(sit, "near-hand")


def test_a_chair_stands_where_somebody_sits_on_it() -> None:
    stance = settle(pose(SIT))
    assert stance.body.points["hips"][0] - stance.places["chair"] == pytest.approx(20 / 170, abs=0.001)
    assert stance.body.points["hips"][1] == pytest.approx(45 / 170 + 0.062, abs=0.01)


def test_a_seat_that_only_hands_lean_on_stands_under_them() -> None:
    lean_on = {"trunk": {"lean": 50}, "contacts": {"feet": "floor", "hands": "chair"}}
    stance = settle(pose(lean_on))
    wrists = [stance.body.points[f"{side}.wrist"][0] for side in ("near", "far")]
    assert sum(wrists) / 2 - stance.places["chair"] == pytest.approx(0.075, abs=0.001)
    after = settle(pose(lean_on, trunk={"lean": 40}), after=stance)
    assert after.places["chair"] == stance.places["chair"]


def test_a_chair_that_is_sat_on_does_not_move_to_the_hands_on_its_seat() -> None:
    stance = settle(pose(SIT, contacts={"bottom": "chair", "feet": "floor", "hands": "chair"}))
    assert stance.body.points["hips"][0] - stance.places["chair"] == pytest.approx(20 / 170, abs=0.002)


@pytest.mark.parametrize("part", ["hands", "back"])
def test_the_place_of_a_chair_follows_from_its_back(part: str) -> None:
    surface = {"hands": "chair-top", "back": "chair-back"}[part]
    stance = settle(pose({"contacts": {"feet": "floor", part: surface}}))
    assert "chair" in stance.places
    assert worst(stance) < 0.001


def test_near_a_body_only_what_must_moves() -> None:
    """The feet of this body are a centimetre in the air: legs and hips mend that, the rest stays."""
    body = place({**REST, "near.elbow": 60.0, "neck": 12.0}, (0.1, 0.536, 0.0))
    stance = settle(pose(STAND), near=body)
    assert worst(stance) < 0.001
    assert stance.body.points["hips"][0] == pytest.approx(0.1, abs=0.004)
    assert {name.split(".")[-1] for name in changes(stance, body)} <= {"hip", "knee", "ankle", "lean"}
    assert max(map(abs, changes(stance, body).values()), default=0.0) < 12
    assert (stance.body.joints["near.elbow"], stance.body.joints["neck"]) == (60, 12)


def test_near_a_body_the_hips_keep_their_height_if_they_can() -> None:
    body = place({**REST, "near.hip": 30.0, "near.knee": 60.0, "far.hip": 30.0, "far.knee": 60.0, "near.ankle": 30.0,
                  "far.ankle": 30.0}, (0.0, 0.47, 0.0))  # fmt: skip
    stance = settle(pose(STAND), near=body)
    assert stance.body.points["hips"][1] == pytest.approx(0.47, abs=0.02)
    assert stance.body.joints["near.knee"] > 40


@pytest.mark.parametrize(
    ("sunk", "limb"),
    [
        ({"lean": -90.0, "far.hip": -26.0}, ("far.hip", "far.knee")),
        ({"near.shoulder": 0.0, "near.elbow": 0.0}, ("near.shoulder", "near.elbow")),
    ],
    ids=["a leg", "an arm"],
)
def test_a_limb_of_a_sitting_body_that_has_sunk_is_lifted_though_it_touches_nothing(
    sunk: dict[str, float], limb: tuple[str, str]
) -> None:
    away = {"near.hip": 90.0, "far.hip": 90.0, "near.shoulder": 60.0, "far.shoulder": 60.0}
    body = place({**REST, **away, **sunk}, (0.0, 0.062, 0.0))
    sitting = pose({"ground": "mat", "contacts": {"bottom": "mat"}})
    assert max(depths(body, sitting).values()) > 0.02
    stance = settle(sitting, near=body)
    assert worst(stance) < 0.006
    assert max(depth for name, depth in depths(stance.body, sitting).items() if "." in name) < 0.012
    assert max(abs(changes(stance, body).get(name, 0.0)) for name in limb) > 5


def test_a_trunk_that_has_sunk_alone_lifts_no_limb() -> None:
    up = {"near.hip": 60.0, "far.hip": 60.0, "near.shoulder": 90.0, "far.shoulder": 90.0}
    body = place({**REST, **up, "lean": -90.0}, (0.0, 0.03, 0.0))
    assert settle(pose(ground="mat"), near=body).body.joints["near.hip"] == 60


def test_pins_hold_a_part_at_a_place_and_the_hips_on_their_way() -> None:
    body = place(dict(REST), (0.0, 0.53, 0.0))
    stance = settle(pose(STAND), near=body, pins=[("near-foot", 0, 0.2), ("far-foot", 0, -0.02)])
    assert spot(stance, "near-foot")[0] == pytest.approx(0.2, abs=0.001)
    assert spot(stance, "far-foot")[0] == pytest.approx(-0.02, abs=0.001)
    assert stance.body.points["hips"][0] == pytest.approx(0, abs=0.03)


def test_a_pin_may_hold_a_height() -> None:
    body = place(dict(REST), (0.0, 0.53, 0.0))
    stance = settle(
        pose({"contacts": {"near-foot": "floor", "far-hand": "wall"}}), near=body, pins=[("far-hand", 1, 0.6)]
    )
    assert spot(stance, "far-hand")[1] == pytest.approx(0.6, abs=0.001)


def test_a_joint_goes_no_farther_than_healthy_joints_go() -> None:
    squat = settle(pose({"trunk": {"lean": 20}, "contacts": {"feet": "floor", "hands": "floor"}}))
    for name, angle in squat.body.joints.items():
        low, high = LIMITS.get(name.split(".")[-1], (-180, 180))
        assert low - 4 < angle < high + 4, name


def test_an_elbow_that_would_sink_into_the_mat_is_lifted() -> None:
    lying = {"ground": "mat", "trunk": {"lean": -90}, "contacts": {"back": "mat", "bottom": "mat", "feet": "mat"}}
    contacts = {"back": "mat", "bottom": "mat", "feet": "mat", "near-hand": "belly", "far-hand": "belly"}
    stance = settle(pose(lying, contacts=contacts))
    under = depths(stance.body, stance.pose)
    assert max(under["near.elbow"], under["far.elbow"]) < 0.003
    assert worst(stance) < 0.003


def test_a_knee_that_would_sink_into_the_mat_is_lifted() -> None:
    kneel = {"ground": "mat", "trunk": {"lean": 80}, "near": {"hip": 60, "knee": 60},
             "contacts": {"hands": "mat", "toes": "mat"}}  # fmt: skip
    stance = settle(pose(kneel))
    under = depths(stance.body, stance.pose)
    assert max(under["near.knee"], under["far.knee"]) < 0.003


@pytest.mark.parametrize("tilt", [0, 30, 80])
def test_somebody_tilted_with_a_hand_on_the_body_can_be_settled(tilt: float) -> None:
    stance = settle(pose({"trunk": {"lean": 40, "tilt": tilt}, "contacts": {"near-foot": "floor", "far-hand": "hips"}}))
    assert all(abs(value) < 10 for point in stance.body.points.values() for value in point)


def test_a_pose_without_contacts_stands_at_its_hips() -> None:
    stance = settle(pose({"near": {"knee": 30}}))
    assert stance.body.points["hips"] == (0.0, 0.0, 0.0)
    assert each_contact(stance.pose) == {}
    assert stance.places == {}


@pytest.mark.parametrize(
    "contacts",
    [
        {"back": "mat", "feet": "mat"},
        {"near-hand": "belly"},
        {"feet": "floor"},
        {"hands": "wall"},
        {"hands": "worktop"},
        {"near-foot": "step"},
    ],
)
def test_only_what_touches_a_chair_says_where_a_chair_stands(contacts: dict[str, str]) -> None:
    stance = settle(pose({"trunk": {"lean": -90 if "back" in contacts else 0}, "contacts": contacts}))
    assert set(stance.places) == ({"wall"} if "wall" in contacts.values() else set())


def test_a_stance_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        settle(pose(STAND)).places = {}  # type: ignore[misc] # that is the point

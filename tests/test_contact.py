import pytest
from kit.bodies.body import CM, REST, Body, place
from kit.bodies.contact import depths, gaps, height, plane, spots
from kit.bodies.pose import Pose
from kit.bodies.stance import settle

STAND = 0.53
"""How high the hips of somebody stand whose heels are on the floor: thigh, shank and foot together."""


def pose(**said: object) -> Pose:
    return Pose.model_validate(said)


def standing(up: float = 0.0, **joints: float) -> Body:
    return place({**REST, **{name.replace("_", "."): angle for name, angle in joints.items()}}, (0.0, STAND + up, 0.0))


def sizes(body: Body, said: Pose, **places: float) -> dict[str, tuple[float, ...]]:
    return {gap.part: gap.sizes for gap in gaps(body, said, places)}


@pytest.mark.parametrize("up", [0.0, 0.01, -0.02])
def test_the_gap_of_a_foot_is_how_far_heel_and_ball_are_from_the_floor(up: float) -> None:
    found = sizes(standing(up), pose(contacts={"feet": "floor"}))
    assert set(found) == {"near-foot", "far-foot"}
    for gap in found.values():
        assert gap == pytest.approx((up, up), abs=1e-9)


def test_a_joint_under_the_ground_is_as_deep_as_it_has_sunk() -> None:
    found = depths(standing(-0.02), pose())
    assert found["near.heel"] == pytest.approx(0.02, abs=1e-9)
    assert found["near.knee"] < 0
    assert set(found) >= {"head", "hips", "far.fingertip", "near.toetip", "far.elbow"}


def test_flesh_lies_on_the_ground_before_the_bone_does() -> None:
    lying = place({**REST, "lean": -90.0}, (0.0, 0.05, 0.0))
    assert depths(lying, pose(ground="mat"))["hips"] == pytest.approx(0.01, abs=1e-9)


def test_on_a_slope_the_gap_is_measured_square_to_the_ground() -> None:
    normal, level = plane("floor", pose(props={"slope_deg": 10}))
    assert normal == pytest.approx((-0.17365, 0.98481, 0.0), abs=1e-5)
    assert level == 0
    assert plane("mat", pose())[0] == pytest.approx((0, 1, 0))


@pytest.mark.parametrize(
    ("surface", "props", "high_cm"),
    [
        ("chair", {}, 45),
        ("chair", {"chair": {"height_cm": 50}}, 50),
        ("chair-top", {}, 88),
        ("step", {}, 20),
        ("step", {"step": {"height_cm": 12}}, 12),
        ("step", {"step": {}}, 20),
        ("cushion", {}, 6),
        ("worktop", {}, 92),
        ("worktop", {"worktop": {"height_cm": 100}}, 100),
    ],
)
def test_things_are_as_high_as_the_pose_says_or_as_is_usual(
    surface: str, props: dict[str, object], high_cm: float
) -> None:
    assert height(surface, pose(props=props)) == pytest.approx(high_cm / 170)
    assert plane(surface, pose(props=props)) == ((0.0, 1.0, 0.0), height(surface, pose(props=props)))


def test_a_wall_ahead_looks_back_and_a_wall_behind_looks_ahead() -> None:
    body = standing()
    palm = body.points["near.wrist"][0]
    ahead = sizes(body, pose(contacts={"near-hand": "wall"}), wall=palm + 0.1)["near-hand"]
    behind = sizes(body, pose(contacts={"near-hand": "wall"}, props={"wall": {"where": "behind"}}), wall=palm - 0.1)
    assert ahead[0] == pytest.approx(0.1 - 0.02)
    assert behind["near-hand"][0] == pytest.approx(0.1 - 0.02)


def test_the_back_of_a_chair_is_touched_from_its_seat() -> None:
    body = standing()
    spot = spots(body, "back")[0]
    found = sizes(body, pose(contacts={"back": "chair-back"}), chair=spot.middle[0] - spot.radius - 0.03)
    assert found["back"] == pytest.approx((0.03,))


@pytest.mark.parametrize(("sit", "inset_cm"), [("back", 13), ("middle", 20), ("front", 28)])
def test_somebody_sits_as_far_ahead_on_the_seat_as_the_pose_says(sit: str, inset_cm: float) -> None:
    said = pose(contacts={"bottom": "chair"}, props={"chair": {"sit": sit}})
    assert sizes(standing(), said, chair=-0.3)["bottom"][1] == pytest.approx(0.3 - inset_cm * CM)


def test_hands_on_a_seat_stay_between_its_edges() -> None:
    said, body = pose(contacts={"near-hand": "chair"}), standing()
    wrist = body.points["near.wrist"][0]
    assert sizes(body, said, chair=wrist - 20 * CM)["near-hand"][2] == 0
    assert sizes(body, said, chair=wrist + 2 * CM)["near-hand"][2] == pytest.approx(5 * CM)
    assert sizes(body, said, chair=wrist - 42 * CM)["near-hand"][2] == pytest.approx(3 * CM)
    assert len(sizes(body, said)["near-hand"]) == 2


def test_a_hand_on_the_top_of_a_chair_is_where_the_chair_is() -> None:
    body = standing()
    found = sizes(body, pose(contacts={"near-hand": "chair-top"}), chair=0.2)["near-hand"]
    assert found[-1] == pytest.approx(body.points["near.wrist"][0] - 0.2)


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ({}, 2),
        ({"facing": "left"}, 2),
        ({"facing": "viewer"}, 3),
        ({"facing": "half-right"}, 3),
        ({"trunk": {"tilt": 9}}, 3),
    ],
)
def test_a_side_view_does_not_count_how_far_out_a_hand_is(said: dict[str, object], count: int) -> None:
    found = pose(contacts={"near-hand": "hips"}, **said)
    for lean in (0.0, 50.0, 90.0):
        assert len(sizes(standing(lean=lean), found)["near-hand"]) == count


@pytest.mark.parametrize("target", ["thighs", "knees", "shins", "belly", "hips", "chest", "shoulders", "head"])
def test_each_place_on_the_body_is_near_the_part_that_it_is_named_after(target: str) -> None:
    joint = {
        "thighs": "near.knee", "knees": "near.knee", "shins": "near.ankle", "belly": "spine1", "hips": "hips",
        "chest": "spine3", "shoulders": "spine4", "head": "head",
    }[target]  # fmt: skip
    body = standing()
    away = sizes(body, pose(contacts={"near-fingers": target}))["near-fingers"]
    tip = body.points["near.fingertip"]
    goal = (tip[0] - away[0], tip[1] - away[1])
    place_of_joint = body.points[joint]
    far_off = {"thighs": 0.13, "shins": 0.2, "chest": 0.1, "head": 0.06}.get(target, 0.085)
    assert abs(goal[1] - place_of_joint[1]) < far_off
    assert abs(goal[0] - place_of_joint[0]) < 0.1
    assert goal[0] > place_of_joint[0] - 0.06


def test_the_spots_of_a_shin_are_the_knee_and_the_top_of_the_foot() -> None:
    body = place({**REST, "near.knee": 90.0, "near.ankle": -75.0})
    knee, top = spots(body, "near-shin")
    assert knee.middle == body.points["near.knee"]
    assert knee.radius > 0
    assert top.radius == 0
    assert abs(top.middle[1] - body.points["near.ankle"][1]) < 0.05


@pytest.mark.parametrize("part", ["bottom", "low-back", "back", "chest", "belly"])
def test_spots_of_the_trunk_turn_with_it(part: str) -> None:
    upright, lying = spots(standing(), part)[0], spots(place({**REST, "lean": -90.0}), part)[0]
    assert lying.radius == upright.radius
    assert lying.middle[0] == pytest.approx(-(upright.middle[1] - STAND), abs=1e-9)
    assert lying.middle[1] == pytest.approx(upright.middle[0], abs=1e-9)


def test_nothing_touches_when_nothing_is_said() -> None:
    assert gaps(standing(), pose(contacts={"feet": None}), {}) == []


def test_a_hand_on_the_belly_rises_with_it() -> None:
    lies = {"ground": "mat", "contacts": {"back": "mat", "bottom": "mat", "near-hand": "belly"}}
    full, flat = (settle(pose(**lies, trunk={"lean": -90, "belly_cm": rise})).body for rise in (5, 0))
    rise = (
        full.points["near.wrist"][1]
        - full.points["spine1"][1]
        - flat.points["near.wrist"][1]
        + flat.points["spine1"][1]
    )
    assert rise == pytest.approx(5 / 170, abs=0.01)

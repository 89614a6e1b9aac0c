import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kit.bodies.body import LIMITS, REST, Body, place
from kit.bodies.person import PEOPLE, Person
from kit.figures.drawing import Drawing, Shape, bounds
from kit.figures.flesh import person_shapes
from kit.figures.outline import ball
from shapes import inside

OMAR, MEI = PEOPLE["omar"], PEOPLE["mei"]
STANDING = place(dict(REST))
VIEWER = place({**REST, "turn": 90.0})


def shapes(drawing: Drawing, role: str, *, far: bool | None = None) -> list[Shape]:
    return [shape for shape in drawing if shape.role == role and far in {None, shape.far}]


def covers(drawing: Drawing, point: tuple[float, ...]) -> bool:
    return any(inside((point[0], point[1]), outline.points) for shape in drawing for outline in shape.outlines)


@pytest.mark.parametrize("body", [STANDING, VIEWER], ids=["side", "front"])
@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_every_joint_of_trunk_and_limbs_is_under_flesh_and_clothes(name: str, body: Body) -> None:
    drawing = person_shapes(body, PEOPLE[name])
    for joint in ("hips", "spine1", "spine2", "spine3", "spine4", "neck", "head"):
        assert covers(drawing, body.points[joint]), joint
    for side in ("near", "far"):
        for joint in ("shoulder", "elbow", "wrist", "hip", "knee", "ankle"):
            assert covers(drawing, body.points[f"{side}.{joint}"]), joint


@pytest.mark.parametrize("hip", [-20.0, 0.0, 45.0, 90.0, 120.0])
def test_no_gap_opens_between_shirt_and_trousers_when_the_hip_bends(hip: float) -> None:
    body = place({**REST, "near.hip": hip, "far.hip": hip})
    drawing = (*shapes(person_shapes(body, OMAR), "shirt"), *shapes(person_shapes(body, OMAR), "trousers"))
    hips, waist = body.points["hips"], body.points["spine1"]
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        assert covers(drawing, (hips[0] + share * (waist[0] - hips[0]), hips[1] + share * (waist[1] - hips[1])))


def test_the_far_limbs_come_first_and_are_darker_and_the_near_arm_comes_last() -> None:
    drawing = person_shapes(STANDING, OMAR)
    darker = [shape.far for shape in drawing]
    assert darker == sorted(darker, reverse=True)
    assert 3 <= darker.count(True) < len(darker) / 2
    last = [shape for shape in drawing if not shape.bare][-2:]
    wrist = STANDING.points["near.wrist"]
    assert covers(tuple(last), wrist)


def test_nothing_is_darker_when_both_sides_are_as_near() -> None:
    assert not any(shape.far for shape in person_shapes(VIEWER, OMAR))


@pytest.mark.parametrize(("lifted", "flat"), [(0.0, True), (0.1, False)])
def test_in_front_view_a_foot_that_stands_is_flat_and_one_in_the_air_hangs_from_its_leg(
    lifted: float, *, flat: bool
) -> None:
    leaning = {**REST, "turn": 90.0, "tilt": -20.0}
    low = min(place(leaning).points[f"near.{part}"][1] for part in ("heel", "ball"))
    body = place(leaning, (0.0, lifted - low, 0.0))
    sole = shapes(person_shapes(body, OMAR), "sole")[1]
    heights = sorted(y for _, y in sole.outlines[0].points)
    assert (heights[1] - heights[0] < 0.001) == flat


def test_long_sleeves_leave_only_the_hand_bare() -> None:
    wrist, elbow = STANDING.points["near.wrist"], STANDING.points["near.elbow"]
    forearm = tuple((a + b) / 2 for a, b in zip(wrist, elbow, strict=True))

    def top(person: Person) -> str:
        return [shape.role for shape in person_shapes(STANDING, person) if covers((shape,), forearm)][-1]

    assert top(MEI) == "shirt"
    assert top(OMAR) == "skin"


def test_patches_lie_on_the_far_leg_and_under_the_near_arm() -> None:
    far, near = Shape("area", (ball((0, 0), 0.01),)), Shape("hatch", (ball((0, 0), 0.01),))
    drawing = person_shapes(STANDING, OMAR, on_far=(far,), on_near=(near,))
    roles = [(shape.role, shape.far) for shape in drawing]
    first, second = drawing.index(far), drawing.index(near)
    assert roles.index(("trousers", True)) < first < roles.index(("trousers", False)) < second
    assert second < max(index for index, role in enumerate(roles) if role == ("skin", False))


@given(st.floats(*LIMITS["ankle"]), st.floats(*LIMITS["toes"]))
def test_the_sole_of_a_shoe_lies_along_heel_and_ball(ankle: float, toes: float) -> None:
    body = place({**REST, "near.ankle": ankle, "near.toes": toes})
    sole = shapes(person_shapes(body, OMAR), "sole", far=False)[0].outlines[0].points
    for joint in ("heel", "ball", "toetip"):
        point = body.points[f"near.{joint}"]
        assert min((x - point[0]) ** 2 + (y - point[1]) ** 2 for x, y in sole) < 0.0075**2, joint


def test_a_stouter_person_is_wider() -> None:
    wide = [bounds(shapes(person_shapes(VIEWER, PEOPLE[name]), "trousers")) for name in ("rosa", "mei")]
    assert wide[0].right - wide[0].left > 1.08 * (wide[1].right - wide[1].left)


def test_hands_before_the_body_are_drawn_over_it() -> None:
    pressing = place({**REST, "turn": 90.0, "near.shoulder": 80.0, "far.shoulder": -20.0})
    drawing = person_shapes(pressing, OMAR)
    order = [index for index, shape in enumerate(drawing) if covers((shape,), pressing.points["near.wrist"])]
    shirt = next(index for index, shape in enumerate(drawing) if covers((shape,), pressing.points["spine3"]))
    assert max(order) > shirt
    behind = [index for index, shape in enumerate(drawing) if covers((shape,), pressing.points["far.wrist"])]
    assert min(behind) < shirt


@settings(max_examples=40)
@given(st.fixed_dictionaries({name: st.floats(*LIMITS.get(name.split(".")[-1], (-40, 40))) for name in REST}))
def test_flesh_stays_near_the_bones_in_every_position(angles: dict[str, float]) -> None:
    body = place(angles)
    points = [(x, y) for x, y, _ in body.points.values()]
    for shape in person_shapes(body, OMAR):
        for outline in shape.outlines:
            for x, y in outline.points:
                assert min((x - a) ** 2 + (y - b) ** 2 for a, b in points) < 0.2**2, shape.role


@pytest.mark.parametrize("belly_cm", [6.0, -3.0])
def test_a_belly_comes_forward_by_what_it_is_said_to_and_the_back_stays(belly_cm: float) -> None:
    before, after = (
        shapes(person_shapes(body, OMAR), "shirt", far=False)[0].outlines[0].points
        for body in (STANDING, place({**REST, "belly_cm": belly_cm}))
    )
    moved = [(new[0] - old[0], old[0]) for old, new in zip(before, after, strict=True)]
    assert max((way for way, _ in moved), key=abs) == pytest.approx(belly_cm / 170, rel=0.05)
    assert all(abs(way) < 1e-9 for way, place_before in moved if place_before < 0)

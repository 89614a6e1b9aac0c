import pytest
from kit.bodies.body import REST, Body, place
from kit.bodies.person import PEOPLE, Person
from kit.figures.drawing import Drawing, bounds
from kit.figures.head import head_shapes, neck_shapes
from shapes import area, inside

BODY = place(dict(REST))
VIEWER = place({**REST, "turn": 90.0})


def roles(drawing: Drawing) -> list[str]:
    return [shape.role for shape in drawing]


def person(**looks: object) -> Person:
    return Person.model_validate({"hair": "short", "skin": "a", "hair_colour": "black", "clothes": "a"} | looks)


@pytest.mark.parametrize("name", sorted(PEOPLE))
@pytest.mark.parametrize("body", [BODY, VIEWER], ids=["side", "front"])
def test_a_head_lies_round_its_middle_and_has_skin_an_eye_and_a_mouth(name: str, body: Body) -> None:
    drawing = head_shapes(body, PEOPLE[name])
    assert {"skin", "hair", "eye", "line"} <= set(roles(drawing))
    face = next(shape for shape in drawing if shape.role == "skin" and abs(area(shape.outlines[0].points)) > 0.005)
    middle = body.points["head"]
    assert inside((middle[0], middle[1]), face.outlines[0].points)
    around = bounds(drawing)
    assert 0.1 < around.top - around.bottom < 0.24
    assert 0.09 < around.right - around.left < 0.16


def test_the_nose_shows_which_way_somebody_looks() -> None:
    face = head_shapes(BODY, person())[0].outlines[0].points
    tip = max(face)
    assert tip[0] - BODY.points["head"][0] > 0.06
    assert tip[1] < BODY.points["head"][1]


def test_a_head_that_nods_turns_its_face_down() -> None:
    nodding = place({**REST, "head": 40.0})
    eye, level = (
        next(shape for shape in head_shapes(body, person()) if shape.role == "eye").outlines[0].points[0][1]
        - body.points["head"][1]
        for body in (nodding, BODY)
    )
    assert eye < level - 0.01


def test_a_profile_has_one_eye_and_a_face_from_the_front_has_two() -> None:
    side = [shape for shape in head_shapes(BODY, person()) if shape.role == "eye"]
    front = [shape for shape in head_shapes(VIEWER, person()) if shape.role == "eye"]
    assert len(side[0].outlines) == 1
    assert len(front[0].outlines) == 2


@pytest.mark.parametrize("body", [BODY, VIEWER], ids=["side", "front"])
def test_a_scarf_covers_the_ears_and_a_beard_is_hair(body: Body) -> None:
    plain = roles(head_shapes(body, person()))
    assert roles(head_shapes(body, person(hair="scarf"))).count("skin") == 1 < plain.count("skin")
    assert roles(head_shapes(body, person(beard=True))).count("hair") == plain.count("hair") + 1


def test_a_face_half_turned_moves_its_eyes_to_that_side() -> None:
    turned = place({**REST, "turn": 60.0})
    eyes = bounds([shape for shape in head_shapes(turned, person()) if shape.role == "eye"])
    assert (eyes.left + eyes.right) / 2 > turned.points["head"][0] + 0.005


def test_the_neck_goes_from_between_the_shoulders_into_the_head() -> None:
    neck = neck_shapes(BODY)[0].outlines[0].points
    low, high = BODY.points["spine4"], BODY.points["neck"]
    assert inside((low[0], low[1]), neck)
    assert inside((high[0], high[1]), neck)
    assert area(neck) > 0


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_a_head_that_looks_away_shows_hair_where_its_face_would_be(name: str) -> None:
    away = place({**REST, "turn": -90.0})
    drawing = head_shapes(away, PEOPLE[name])
    assert not {"eye", "line"} & set(roles(drawing))
    middle = (away.points["head"][0], away.points["head"][1])
    covers = [shape.role for shape in drawing if any(inside(middle, outline.points) for outline in shape.outlines)]
    assert covers[-1] == "hair"

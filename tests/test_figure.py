import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from kit.bodies.person import PEOPLE
from kit.bodies.pose import Pose
from kit.bodies.series import stances
from kit.bodies.stance import Stance
from kit.figures.drawing import Box, Drawing, bounds, mirrored
from kit.figures.figure import UNITS, frame_paths, path_data, printed, screen
from kit.figures.motion import moving
from kit.figures.outline import Outline
from kit.figures.scene import Scene, scene
from kit.record import Record

GOLDEN = Path(__file__).parent / "golden" / "figures"
CASES = sorted(GOLDEN.glob("*.yml"))
SVG = "{http://www.w3.org/2000/svg}"
PRINT_ATTRIBUTES = {
    "d", "fill", "stroke", "stroke-width", "stroke-linejoin", "stroke-linecap", "stroke-dasharray", "paint-order",
    "viewBox", "role", "aria-label",
}  # fmt: skip


@cache
def settled(case: Path) -> tuple[Stance, ...]:
    poses = [Pose.model_validate(data) for data in yaml.safe_load(case.read_text(encoding="utf-8"))["frames"]]
    found, problems = stances(poses, record=Record(case.name, {}))
    assert problems == []
    assert found is not None
    return found


def person_of(case: Path) -> str:
    return str(yaml.safe_load(case.read_text(encoding="utf-8"))["person"])


@cache
def drawn(case: Path) -> Scene:
    return scene(settled(case), PEOPLE[person_of(case)])


@cache
def pictures(case: Path) -> list[str]:
    made = drawn(case)
    person = PEOPLE[person_of(case)]
    return [screen(frame, made.box, person=person, alt="A <person> & a mat.") for frame in made.frames]


@cache
def on_paper(case: Path) -> list[str]:
    made = drawn(case)
    width, person = (made.box.right - made.box.left) * 45, PEOPLE[person_of(case)]
    return [printed(frame, made.box, person=person, width_mm=width, alt="Alt.") for frame in made.frames]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_figure_is_drawn_as_its_golden_file_says(case: Path) -> None:
    assert "".join(pictures(case)) == case.with_suffix(".svg").read_text(encoding="utf-8")


def test_the_same_data_gives_the_same_bytes() -> None:
    case = GOLDEN / "bridge.yml"
    first = pictures(case)
    for made in (settled, drawn, pictures):
        made.cache_clear()
    assert pictures(case) == first


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_figure_is_under_six_kilobytes(case: Path) -> None:
    assert max(len(svg.encode()) for svg in [*pictures(case), *on_paper(case)]) < 6 * 1024


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_everything_drawn_lies_inside_the_view_box(case: Path) -> None:
    made = drawn(case)
    for frame in made.frames:
        inside = bounds(frame)
        assert made.box.left <= inside.left <= inside.right <= made.box.right
        assert made.box.bottom <= inside.bottom <= inside.top <= made.box.top


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_mirroring_twice_gives_the_same_drawing(case: Path) -> None:
    def twice(drawing: Drawing) -> Drawing:
        return mirrored(mirrored(drawing))

    for frame in drawn(case).frames:
        assert twice(frame) == frame


def test_a_figure_that_faces_left_is_the_mirror_of_one_that_faces_right() -> None:
    right = Pose.model_validate({"near": {"hip": 40, "knee": 30}, "contacts": {"far-foot": "floor"}})
    left = right.model_copy(update={"facing": "left"})
    scenes = []
    for pose in (right, Pose.model_validate(left.model_dump(exclude_unset=True))):
        found, _ = stances([pose], record=Record("a", {}))
        assert found is not None
        scenes.append(scene(found, PEOPLE["omar"]))
    assert mirrored(scenes[0].frames[0]) == scenes[1].frames[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_figure_says_what_it_shows_once(case: Path) -> None:
    for svg in pictures(case):
        root = ET.fromstring(svg)  # noqa: S314 our own text
        assert (root.get("role"), root.get("aria-label")) == ("img", "A <person> & a mat.")
        assert svg.count("&amp; a mat") == 1
        assert {element.tag for element in root} == {f"{SVG}path"}


def test_a_figure_without_words_is_hidden_from_screen_readers() -> None:
    made = drawn(CASES[0])
    root = ET.fromstring(screen(made.frames[0], made.box, person=PEOPLE["ada"], alt=""))  # noqa: S314 our own text
    assert (root.get("aria-hidden"), root.get("role"), root.get("aria-label")) == ("true", None, None)


def test_figures_have_no_ids_so_that_one_may_stand_on_a_page_twice() -> None:
    assert not [case for case in CASES for svg in [*pictures(case), *on_paper(case)] if " id=" in svg]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_print_uses_presentation_attributes_only_and_no_text(case: Path) -> None:
    for svg in on_paper(case):
        for element in ET.fromstring(svg).iter():  # noqa: S314 our own text
            assert element.tag.removeprefix(SVG) in {"svg", "g", "path"}
            assert set(element.attrib) <= PRINT_ATTRIBUTES
        assert "var(" not in svg


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_paths_have_whole_numbers(case: Path) -> None:
    assert not [svg for svg in [*pictures(case), *on_paper(case)] if re.search(r"\.\d", svg)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_all_moments_of_a_motion_have_equally_many_numbers(case: Path) -> None:
    made = scene(moving(settled(case)), PEOPLE[person_of(case)])
    counts = {
        tuple(len(re.findall(r"-?(?:\d+\.\d+|\.\d+|\d+)", path)) for path in frame_paths(frame, made.box))
        for frame in made.frames
    }
    assert len(counts) == 1


BOX = Box(-1.0, -1.0, 1.0, 1.0)
PIECE = re.compile(r"[Mclsz]|-?(?:\d+\.\d+|\.\d+|\d+)")


def passed(data: str) -> list[tuple[float, float]]:
    """Return the places that a path goes through, as a reader of SVG finds them."""
    pieces, places, x, y, letter = PIECE.findall(data), [], 0.0, 0.0, ""
    taken = {"M": 2, "c": 6, "s": 4, "l": 2}
    while pieces:
        if pieces[0] in "Mclsz":
            letter = pieces.pop(0)
            continue
        numbers = [float(pieces.pop(0)) for _ in range(taken[letter])]
        x, y = (0.0 if letter == "M" else value for value in (x, y))
        x, y = x + numbers[-2], y + numbers[-1]
        places.append((x, y))
    return places


@given(
    st.lists(st.tuples(st.floats(-0.99, 0.99), st.floats(-0.99, 0.99)), min_size=2, max_size=12),
    st.tuples(st.booleans(), st.booleans()),
)
def test_the_numbers_of_a_path_lead_through_every_point(
    points: list[tuple[float, float]], ends: tuple[bool, bool]
) -> None:
    closed, smooth = ends
    outline = Outline(tuple(points), closed=closed, smooth=smooth)
    places = passed(path_data(outline, BOX, whole=True))
    expected = [((x - BOX.left) * UNITS, (BOX.top - y) * UNITS) for x, y in points]
    expected += expected[:1] if closed and smooth else []
    assert len(places) == len(expected)
    for found, wanted in zip(places, expected, strict=True):
        assert found == pytest.approx(wanted, abs=0.502)


def test_a_path_is_written_as_short_as_svg_reads_it() -> None:
    line = Outline(((-1.0, 1.0), (-0.9975, 1.0), (-0.9975, 0.9), (-1.0, 1.0)), closed=False, smooth=False)
    assert path_data(line, BOX) == "M0 0l2 0 0 80-2-80"


def test_a_doubled_point_is_a_corner_and_any_other_point_is_round() -> None:
    corner = Outline(((0.0, 0.0), (0.5, 0.0), (0.5, 0.0), (0.5, 0.5)), closed=False)
    assert path_data(corner, BOX, whole=True) == "M800 800c0 0 400 0 400 0s0 0 0 0 0-400 0-400"
    bend = Outline(((0.0, 0.0), (0.3, 0.0), (0.3, 0.3)), closed=False)
    # the way at the bend is a sixth of the way from its first to its last neighbour: (40, -40)
    assert path_data(bend, BOX) == "M800 800c0 0 200 40 240 0s0-240 0-240"


def test_halfway_between_two_units_noise_decides_nothing() -> None:
    paths = {path_data(Outline(((x, 0.0), (0.5, 0.5)), smooth=False), BOX) for x in (0.000625, 0.000625 - 1e-12)}
    assert len(paths) == 1


def test_what_stands_still_on_the_ground_does_not_move_in_between() -> None:
    steps = moving(settled(GOLDEN / "bridge.yml"))
    places = [step.body.points["near.heel"] for step in steps]
    assert max(place[0] for place in places) - min(place[0] for place in places) < 0.005
    assert max(abs(place[1]) for place in places) < 0.005


def test_six_people_wear_different_clothes_and_hair() -> None:
    assert len({person.clothes for person in PEOPLE.values()}) == len(PEOPLE) == 6
    assert len({person.hair for person in PEOPLE.values()}) == 6
    assert len({person.skin for person in PEOPLE.values()}) >= 4

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from kit.bodies.person import PEOPLE
from kit.bodies.pose import Pose
from kit.bodies.series import stances
from kit.bodies.stance import Stance
from kit.figures.drawing import Drawing, bounds, mirrored
from kit.figures.figure import frame_paths, printed, screen
from kit.figures.motion import moving
from kit.figures.scene import Scene, scene
from kit.record import Record

GOLDEN = Path(__file__).parent / "golden" / "figures"
CASES = sorted(GOLDEN.glob("*.yml"))
SVG = "{http://www.w3.org/2000/svg}"
PRINT_ATTRIBUTES = {
    "d", "fill", "stroke", "stroke-width", "stroke-linejoin", "stroke-linecap", "stroke-dasharray", "paint-order",
    "viewBox", "role", "aria-labelledby", "id",
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
    return [
        screen(frame, made.box, person=person, name=f"{case.stem}-{number}", words=(case.stem, "A <person> & a mat."))
        for number, frame in enumerate(made.frames, 1)
    ]


@cache
def on_paper(case: Path) -> list[str]:
    made = drawn(case)
    width, person = (made.box.right - made.box.left) * 45, PEOPLE[person_of(case)]
    return [
        printed(frame, made.box, person=person, width_mm=width, name="a", words=(case.stem, "Alt."))
        for frame in made.frames
    ]


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
def test_a_figure_has_a_role_a_title_and_a_description_for_screen_readers(case: Path) -> None:
    for svg in pictures(case):
        root = ET.fromstring(svg)  # noqa: S314 our own text
        title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert root.get("role") == "img"
        assert title is not None
        assert description is not None
        assert description.text == "A <person> & a mat."
        assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


def test_ids_of_all_figures_on_a_page_differ() -> None:
    ids = [name for case in CASES for svg in pictures(case) for name in re.findall(r' id="([^"]+)"', svg)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_print_uses_presentation_attributes_only_and_no_text(case: Path) -> None:
    for svg in on_paper(case):
        for element in ET.fromstring(svg).iter():  # noqa: S314 our own text
            assert element.tag.removeprefix(SVG) in {"svg", "title", "desc", "g", "path"}
            assert set(element.attrib) <= PRINT_ATTRIBUTES
        assert "var(" not in svg


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_numbers_have_at_most_one_decimal(case: Path) -> None:
    assert not [svg for svg in pictures(case) if re.search(r"\d*\.\d{2,}", svg)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_all_moments_of_a_motion_have_equally_many_numbers(case: Path) -> None:
    made = scene(moving(settled(case)), PEOPLE[person_of(case)])
    counts = {
        tuple(len(re.findall(r"-?(?:\d+\.\d+|\.\d+|\d+)", path)) for path in frame_paths(frame, made.box))
        for frame in made.frames
    }
    assert len(counts) == 1


def test_what_stands_still_on_the_ground_does_not_move_in_between() -> None:
    steps = moving(settled(GOLDEN / "bridge.yml"))
    places = [step.body.points["near.heel"] for step in steps]
    assert max(place[0] for place in places) - min(place[0] for place in places) < 0.005
    assert max(abs(place[1]) for place in places) < 0.005


def test_six_people_wear_different_clothes_and_hair() -> None:
    assert len({person.clothes for person in PEOPLE.values()}) == len(PEOPLE) == 6
    assert len({person.hair for person in PEOPLE.values()}) == 6
    assert len({person.skin for person in PEOPLE.values()}) >= 4

"""The hook that draws, on a small site about dancing, and the pictures of every exercise of this one."""

import re
from pathlib import Path

import pytest
from building import ROOT, Build, build_here, copy_of, spoil
from guides import guide_in
from kit.bodies.contact import depths
from kit.bodies.series import stances
from kit.exercises.exercise import walks
from kit.figures import diagram
from kit.figures.album import Album
from kit.figures.motion import moving
from kit.pictures import Pictures, pictures_of
from shelves import Pile

FIGURES = "docs/assets/figures.yml"
ID = re.compile(r' id="([^"]+)"')
TURNING = {"floor-and-up-again"}
"""Its person faces us in one frame and not in the next: nothing can move from one to the other."""


@pytest.fixture(scope="module")
def dance(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("dance")
    return build_here(copy_of("dance", folder), folder / "site")


def test_the_hook_draws_for_a_site_about_something_else(dance: Build) -> None:
    assert dance.code == 0, dance.said
    page = (dance.site / "index.html").read_text(encoding="utf-8")
    assert "<figcaption>Low</figcaption>" in page
    assert page.count("<svg") == 1 + 2 + 1 + 3  # the bow; two phases, the person and three curves
    assert "data-embed" not in page


def test_ids_on_a_page_with_several_diagrams_differ(dance: Build) -> None:
    ids = ID.findall((dance.site / "index.html").read_text(encoding="utf-8"))
    assert ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "lean: 60",
            "lean: steep",
            "docs/assets/figures.yml:19: diagrams.bow.panels.1.pose.trunk.lean: expected a number",
        ),
        ("walk: {at: 0}", "walk: {att: 0}", "diagrams.stride.panels.1.walk.att: unknown key"),
        ("shows: phases", "shows: phase", 'Did you mean "phases"?'),
        ("feet: floor}", "feet: floor, head: floor}", "diagrams.bow.panels.1.pose.contacts"),
        ("percent: 30", "percent: 60", "expected the keyframes in order of percent"),
        ("        walk: {at: 0}\n", "", "expected either pose or walk"),
        ("cycle:", "\tcycle:", "a tab is used for indentation"),
    ],
)
def test_a_mistake_in_the_data_file_fails_the_build_with_file_and_line(
    tmp_path: Path, before: str, after: str, message: str
) -> None:
    project = copy_of("dance", tmp_path)
    spoil(project, FIGURES, before, after)
    done = build_here(project, tmp_path / "site")
    assert done.code != 0
    assert message in done.said
    assert "docs/assets/figures.yml:" in done.said
    assert "Traceback" not in done.said


def test_a_data_file_that_is_not_text_is_a_problem() -> None:
    assert diagram.read(b"\xff\xfe", file="a.yml")[1][0].rule == "encoding"


@pytest.fixture(scope="module")
def drawn() -> Pictures:
    found = pictures_of(guide_in(), Pile(), "")
    assert found.problems == ()
    return found


@pytest.fixture(scope="module")
def pictures(drawn: Pictures) -> Album:
    return drawn.album


def test_every_diagram_of_the_site_is_drawn_and_small(drawn: Pictures) -> None:
    read, _ = diagram.read((ROOT / FIGURES).read_bytes(), file="figures.yml")
    assert read is not None
    assert set(drawn.diagrams) == set(read[0].diagrams)
    for figure in drawn.diagrams.values():
        assert len(figure.printed.encode()) < 6 * 1024
        assert all(len(svg.encode()) < 6 * 1024 for svg in re.findall(r"<svg.*?</svg>", figure.html, re.DOTALL))


def slugs() -> list[str]:
    return sorted(file.stem for file in (ROOT / "docs/exercises").glob("*.md") if file.name != "index.md")


def test_every_exercise_has_pictures_for_screen_and_paper_and_moves_unless_its_person_turns_round(
    pictures: Album,
) -> None:
    assert sorted(pictures.motions) == slugs()
    assert {slug for slug, moving in pictures.motions.items() if not moving} == TURNING
    assert set(pictures.screen) == set(pictures.printed)
    assert sorted({name.rsplit("-", 1)[0] for name in pictures.screen}) == slugs()


def test_every_picture_of_an_exercise_is_under_six_kilobytes(pictures: Album) -> None:
    large = [name for name, svg in (pictures.screen | pictures.printed).items() if len(svg.encode()) >= 6 * 1024]
    assert not large


def test_people_of_all_kinds_do_the_exercises(pictures: Album) -> None:
    skins = {re.findall(r"bs-skin-\w", svg)[0] for svg in pictures.screen.values()}
    clothes = {re.findall(r"bs-clothes-\w", svg)[0] for svg in pictures.screen.values()}
    assert len(skins) == 4
    assert len(clothes) >= 4


@pytest.mark.parametrize("slug", sorted({*slugs()} - TURNING))
def test_nothing_goes_under_the_ground_while_a_figure_moves(slug: str) -> None:
    catalogue = guide_in().catalogue
    found = catalogue.exercises[slug]
    poses = [frame.pose for frame in found.frames if frame.pose is not None]
    settled, problems = stances(poses, record=catalogue.records[slug])
    assert problems == []
    assert settled is not None
    if not walks(found, catalogue.vocabulary):  # walkers move by the cycle of walking
        for stance in moving(settled):
            assert max(depths(stance.body, stance.pose).values()) < 0.015

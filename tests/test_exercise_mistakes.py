"""Mistakes in front matter, one data file each: `find` becomes `put`, and the guide then `says` what is wrong."""

import shutil
from pathlib import Path

import breaks
import pytest
import yaml
from building import ROOT, Build, build
from kit.guide import Guide
from kit.pictures import pictures_of
from shelves import Pile

pytestmark = pytest.mark.xdist_group("exercise-mistakes")  # its builds are made once, by one worker

SITE = ROOT / "tests/breaks"
GOOD = (breaks.DOCS / "exercises/arm-reach.md").read_text(encoding="utf-8")
SHELF = Pile()
MISTAKES = sorted((ROOT / "tests/golden/mistakes").glob("*.yml"))


def spoiled(mistake: Path) -> tuple[dict[str, str | bytes | None], str]:
    """Return the files that a mistake makes, and the message it must give."""
    case = yaml.safe_load(mistake.read_text(encoding="utf-8"))
    assert case["find"] in GOOD, f"{mistake.name} changes nothing"
    name = f"exercises/{mistake.stem}.md"
    text = GOOD.replace(case["find"], case["put"].replace("SELF", mistake.stem), 1)
    raw = text.encode(case.get("encoding", "utf-8"))
    raw = raw.ljust(case.get("pad_to_mb", 0) * 1024 * 1024, b"\n")
    files: dict[str, str | bytes | None] = {name: raw}
    if mistake.stem == "circle":
        files["exercises/circle-partner.md"] = GOOD.replace('["Reach halfway."]', "[circle]")
    says = case["says"].replace("SELF", mistake.stem)
    return files, f"docs/{name}{says}" if says.startswith(":") else says


def told(guide: Guide) -> list[str]:
    """Return what is wrong with the exercises, and what keeps a pose from being drawn."""
    return breaks.said([*guide.problems["exercises"], *pictures_of(guide, SHELF, "").problems])


def test_there_are_at_least_thirty_planted_mistakes() -> None:
    assert len(MISTAKES) >= 30


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda f: f.stem)
def test_each_mistake_is_named_with_file_line_and_cure(mistake: Path) -> None:
    files, says = spoiled(mistake)
    found = told(breaks.guide(files))
    assert any(says in each for each in found), "\n".join(found)


def test_the_guide_itself_has_no_mistake() -> None:
    assert told(breaks.guide()) == []


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a build of a site in which every mistake stands in a file of its own."""
    folder = tmp_path_factory.mktemp("broken")
    project = folder / "tests/breaks"
    shutil.copytree(SITE, project)
    shutil.copytree(ROOT / "hooks", folder / "hooks")
    for mistake in MISTAKES:
        for name, raw in spoiled(mistake)[0].items():
            assert raw is not None
            (project / "docs" / name).write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return build(project, folder / "site")


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda f: f.stem)
def test_a_build_with_all_mistakes_says_each_of_them(broken: Build, mistake: Path) -> None:
    assert spoiled(mistake)[1] in broken.said


def test_a_build_with_mistakes_fails_without_a_traceback(broken: Build) -> None:
    assert broken.code != 0
    assert "Traceback" not in broken.said


def test_a_build_says_nothing_twice(broken: Build) -> None:
    said = [line for line in broken.said.splitlines() if line.startswith("WARNING")]
    assert len(said) == len(set(said))

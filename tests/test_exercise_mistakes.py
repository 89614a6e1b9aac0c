"""Mistakes in front matter, one data file each: `find` becomes `put`, and the build then `says` what is wrong."""

import shutil
from pathlib import Path

import pytest
import yaml
from building import ROOT, Build, build
from kit.exercises.catalogue import read_all

SITE = ROOT / "tests/sites/knitting"
GOOD = (SITE / "docs/exercises/arm-reach.md").read_text(encoding="utf-8")
OTHERS = {f"docs/exercises/{name}.md": GOOD.replace("[arm-raise]", "[]") for name in ("arm-raise", "arm-reach")}
MISTAKES = sorted((ROOT / "tests/golden/mistakes").glob("*.yml"))
SEEN_BY_DRAWING = {"unreachable-contact"}
"""Mistakes that only the hook that draws can see."""


def spoiled(mistake: Path) -> tuple[dict[str, bytes], str]:
    """Return the files that a mistake makes, and the message it must give."""
    case = yaml.safe_load(mistake.read_text(encoding="utf-8"))
    assert case["find"] in GOOD, f"{mistake.name} changes nothing"
    name = f"docs/exercises/{mistake.stem}.md"
    text = GOOD.replace(case["find"], case["put"].replace("SELF", mistake.stem), 1)
    raw = text.encode(case.get("encoding", "utf-8"))
    raw = raw.ljust(case.get("pad_to_mb", 0) * 1024 * 1024, b"\n")
    files = {name: raw}
    if mistake.stem == "circle":
        files["docs/exercises/circle-partner.md"] = GOOD.replace('["Reach halfway."]', "[circle]").encode()
    says = case["says"].replace("SELF", mistake.stem)
    return files, name + says if says.startswith(":") else says


def test_there_are_at_least_thirty_planted_mistakes() -> None:
    assert len(MISTAKES) >= 30


@pytest.mark.parametrize(
    "mistake", [file for file in MISTAKES if file.stem not in SEEN_BY_DRAWING], ids=lambda f: f.stem
)
def test_each_mistake_is_named_with_file_line_and_cure(mistake: Path) -> None:
    files, says = spoiled(mistake)
    sources = {name: text.encode() for name, text in OTHERS.items()} | files
    _, problems = read_all(sources, pages={"index.md"})
    assert [problem for problem in problems if says in str(problem)], "\n".join(map(str, problems))


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a build of a site in which every mistake stands in a file of its own."""
    folder = tmp_path_factory.mktemp("broken")
    project = folder / "tests/sites/knitting"
    shutil.copytree(SITE, project)
    shutil.copytree(ROOT / "hooks", folder / "hooks")
    for mistake in MISTAKES:
        for name, raw in spoiled(mistake)[0].items():
            (project / name).write_bytes(raw)
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

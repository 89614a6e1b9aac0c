"""Proofreading: Markdown that became something else is told with its file and line; good Markdown never is."""

import re
import shutil
from pathlib import Path

import pytest
from building import Build, build_here, spoil
from hostile import INNOCENT
from slips import NO_SLIPS, SLIPS
from test_guard_pages import ABOVE, FOLDER, MATTER, small, told, write

RULES = {each.rule for each in SLIPS.values()}
HEAD = f"{MATTER}# Words\n\n"
EPOCH = "1774000000"
"""2026-03-20, as a build takes it."""


def proofread(folder: Path) -> Path:
    project = small(folder)
    never = '  markdown: {never: {"\u2014": Write a comma.}}\n  structured_data:\n'
    spoil(project, "mkdocs.yml", "  structured_data:\n", never)
    return project


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Build]:
    """Return what has to be told of the small guide with all slips in it, and how its build ended."""
    project = proofread(tmp_path_factory.mktemp("proofread"))
    place, expected = project / FOLDER, {}
    for number, (what, each) in enumerate(SLIPS.items()):
        write(place / f"slip-{number}.md", f"{HEAD}{each.text}\n")
        expected[what] = f"{FOLDER}/slip-{number}.md:{ABOVE + 2 + each.line}: {each.rule}: "
    for number, text in enumerate([*NO_SLIPS.values(), *INNOCENT.values()]):
        write(place / f"good-{number}.md", f"{HEAD}{text}\n")
    for day in (20, 21, 22):
        write(place / f"day-{day}.md", HEAD.replace("2026-03-01", f"2026-03-{day}"))
    write(place / "days.yml", "a: 1\nb: {checked: 2026-04-01, begins: 2026-05-01}\n")
    write(place / "versions.yml", "a: 1\nb: |\n  one\n  <<<<<<< HEAD\n  two\n")
    write(place / "dash.yml", "a: 1\nb: [one, two \u2014 three]\n")
    write(place / "dash.md", HEAD.replace("Words about", "Words \u2014 about"))
    expected["a day to come"] = f"{FOLDER}/day-22.md:4: reviewed: 2026-03-22 is still to come, expected "
    expected["a day to come in data"] = f"{FOLDER}/days.yml:2: b.checked: 2026-04-01 is still to come, expected "
    expected["two versions in data"] = f"{FOLDER}/versions.yml:2: two-versions: "
    expected["a long dash in data"] = f'{FOLDER}/dash.yml:2: b.2: "\u2014" is not written here. Write a comma.'
    expected["a long dash in a description"] = f'{FOLDER}/dash.md:3: description: "\u2014" is not written here. '
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        return expected, build_here(project, project.parent / "site")


def test_each_slip_is_told_once_with_its_file_and_line(planted: tuple[dict[str, str], Build]) -> None:
    expected, done = planted
    found = told(done)
    assert {
        what: each for what, each in expected.items() if sum(map(str.startswith, found, [each] * len(found))) != 1
    } == {}
    assert "Traceback" not in done.said


def test_nothing_is_told_of_good_markdown(planted: tuple[dict[str, str], Build]) -> None:
    expected, done = planted
    found = [each for each in told(done) if re.search(rf"^\S+ ({'|'.join(RULES)}): | still to come| not written", each)]
    assert [each for each in found if not each.startswith(tuple(expected.values()))] == []


def test_without_the_linter_one_sentence_says_what_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "docs/index.md", "# Words\n\n# Again\n\n**more\n")
    hook = Path(__file__).parents[1] / "hooks/proofread_pages.py"
    write(tmp_path / "mkdocs.yml", f"site_name: A\ntheme: mkdocs\nhooks: [{hook}]\n")
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    done = build_here(tmp_path, tmp_path / "site")
    assert [each.partition(": a *")[0] for each in told(done)] == ["docs/index.md:5: emphasis"]
    said = "tables, lists and headings are not proofread: the program rumdl is not installed."
    assert [line for line in done.said.splitlines() if "rumdl" in line] == [f"INFO - {said}"]


@pytest.mark.parametrize("place", [".", "docs", ".."])
def test_a_slip_is_told_wherever_the_build_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    project = proofread(tmp_path)
    spoil(project, "docs/help.md", "Stop when you drop", "See https://nhs.uk/x. Stop when you drop")
    monkeypatch.chdir(project / place)
    assert "docs/help.md:10: address-bare: " in build_here(project, tmp_path / "site").said

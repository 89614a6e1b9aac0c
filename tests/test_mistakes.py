"""Each mistake that people make is told once, at its place, with how to mend it, and nothing else is told for it."""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from building import build_here, spoil
from mistakes import MISTAKES, Judged, Mistake, Table

pytestmark = pytest.mark.xdist_group("mistakes")


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    return Table(tmp_path_factory.mktemp("mistakes"))


def test_the_table_is_of_all_kinds_each_once() -> None:
    assert [kind for kind, count in Counter(each.kind for each in MISTAKES).items() if count > 1] == []
    assert len(MISTAKES) >= 85


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each.kind.replace(" ", "-"))
def test_a_mistake_is_told_once_at_its_place_with_how_to_mend_it(table: Table, mistake: Mistake) -> None:
    judged = table.judge(mistake)
    assert judged.found == "well", "\n".join([f"{mistake.at}: … {mistake.says}", *judged.told])


def test_without_a_mistake_nothing_is_told(table: Table) -> None:
    raw = table.files["docs/help.md"].decode()
    for built in (False, True):
        sound = Mistake("none", "docs/help.md", "", raw, "", "", built=built)
        assert table.judge(sound).found == "missed"


def test_a_second_line_the_wrong_place_and_a_harmful_guess_are_not_well() -> None:
    mistake = Mistake("", "docs/a.md", "", "", "docs/a.md:3", "is no day", never="Did you mean")
    right = "docs/a.md:3: reviewed: this is no day."
    assert Judged(mistake, (right,)).found == "well"
    assert Judged(mistake, ()).found == "missed"
    assert Judged(mistake, (right, "docs/b.md:1: id: unknown.")).found == "badly"
    assert Judged(mistake, (right.replace(":3:", ":4:"),)).found == "badly"
    assert Judged(mistake, (f'{right} Did you mean "a"?',)).found == "badly"


def test_of_two_questions_that_clash_the_one_that_was_committed_later_is_blamed(table: Table, tmp_path: Path) -> None:
    project = Path(shutil.copytree(table.project, tmp_path / "guide"))
    faq = project / "docs/faq"
    for command in ("init -q", "add docs", "-c user.name=a -c user.email=a@b.example commit -qm All"):
        subprocess.run(["git", *command.split()], cwd=project, check=True)  # noqa: S603, S607 ours
    (faq / "again.md").write_text((faq / "lamp.md").read_text("utf-8").replace("id: lamp", "id: again"), "utf-8")
    spoil(project, "docs/faq/again.md", "The lamp fell on the carpet. What now?", "May I juggle in the kitchen?")
    done = build_here(project, tmp_path / "site")
    told = [line for line in done.said.splitlines() if line.startswith("WARNING - docs/faq")]
    assert [line.split(" - ")[1].split(" is already")[0] for line in told] == [
        'docs/faq/again.md:4: aliases.1: "broken-glass"'
    ]

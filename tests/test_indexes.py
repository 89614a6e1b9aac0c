"""An index that is needed and not there is told once, and nothing that would have led to it."""

from pathlib import Path

import pytest
from building import SMALL, build_here, copy_of
from kit.reading.indexes import indexes_lacking, same_address

INDEXES = ("index.md", "exercises/index.md", "evidence/index.md", "evidence/references.md")


@pytest.mark.parametrize(
    ("names", "lacking"),
    [
        ({"help.md"}, {"index.md"}),
        ({"README.md", "help.md"}, set()),
        ({"words.yml"}, set()),
        ({"index.md", "exercises/vocabulary.yml"}, set()),
        ({"index.md", "exercises/toss.md"}, {"exercises/index.md"}),
        ({"index.md", "exercises/more/toss.md"}, set()),
        ({"index.md", "evidence/facts.yml"}, {"evidence/index.md"}),
        ({"index.md", "evidence/README.md", "evidence/claims.yml"}, set()),
        ({"index.md", "evidence/references.yml"}, {"evidence/references.md"}),
        (set(INDEXES) | {"exercises/toss.md", "evidence/claims.yml", "evidence/references.yml"}, set()),
    ],
)
def test_an_index_is_lacking_where_something_needs_it(names: set[str], lacking: set[str]) -> None:
    assert indexes_lacking(names).keys() == lacking


def test_indexes_that_are_gone_are_told_once_each(tmp_path: Path) -> None:
    project = copy_of(SMALL, tmp_path)
    for name in INDEXES:
        (project / "docs" / name).unlink()
    done = build_here(project, tmp_path / "site")
    told = [line for line in done.said.splitlines() if line.startswith(("WARNING", "ERROR", "Traceback"))]
    assert done.code == 1
    assert [line.split(" - ")[1].split(" Add it")[0] for line in told] == [
        f"docs/{name}: file: this file is missing." for name in sorted(INDEXES)
    ]


def test_of_pages_with_one_address_the_later_is_told_with_the_first() -> None:
    addresses = {"a/index.md": "a/", "a.md": "a/", "b.md": "b/", "README.md": "", "index.md": "./"}
    assert list(same_address(addresses)) == [("a/index.md", "a.md")]


def test_two_pages_with_one_address_are_told_and_nothing_that_the_one_hides(tmp_path: Path) -> None:
    project = copy_of(SMALL, tmp_path)
    (project / "docs/help").mkdir()
    page = (project / "docs/help.md").read_text("utf-8")
    (project / "docs/help/index.md").write_text(f"{page.partition('# ')[0]}# Other help\n\nCall.\n", "utf-8")
    done = build_here(project, tmp_path / "site")
    told = [line for line in done.said.splitlines() if line.startswith(("WARNING", "ERROR", "Traceback"))]
    assert done.code == 1
    assert told == [
        'WARNING - docs/help/index.md: file: "docs/help.md" has the same address, "help/". Rename one of the two files.'
    ]

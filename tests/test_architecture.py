"""The architecture page tells the truth: its tables are compared with the tree and with the import rules."""

import re

from building import ROOT
from test_rooms import FLOORS

PAGE = (ROOT / "docs/about/architecture.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the first table after a heading, without its head."""
    table = PAGE.split(f"## {heading}\n", 1)[1].split("\n| --- | --- |\n", 1)[1].split("\n\n", 1)[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_every_folder_that_the_page_names_exists() -> None:
    assert not [name for row in rows("Folders") for name in names(row[0]) if not (ROOT / name).exists()]


def test_every_folder_of_the_tree_is_on_the_page() -> None:
    named = {name.rstrip("/") for row in rows("Folders") for name in names(row[0])}
    ours = {"docs", "hooks", "overrides", "tests", "benchmarks"}
    assert ours <= named


def test_the_floors_on_the_page_are_the_floors_of_the_code() -> None:
    assert [sorted(names(row[1])) for row in rows("Who may import what")] == [sorted(floor) for floor in FLOORS]


def test_the_page_names_every_folder_of_the_kit_with_its_files() -> None:
    kit = ROOT / "hooks/kit"
    listed = {names(row[0])[0]: sorted(names(row[1])) for row in rows("What belongs together")}
    folders = {f"kit/{file.parent.relative_to(kit).as_posix()}/".replace("./", "") for file in kit.rglob("*.py")}
    assert listed.keys() == folders
    for folder, files in listed.items():
        assert files == sorted(file.stem for file in (kit.parent / folder).glob("*.py")), folder

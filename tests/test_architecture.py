"""The architecture page tells the truth: the tree that it draws is the tree."""

import re
import tomllib

from building import ROOT

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
    assert {"docs", "hooks", "overrides", "tests", "benchmarks"} <= named


def test_every_hook_is_on_the_page_in_the_order_of_the_recipe() -> None:
    recipe = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = re.findall(r"^  - hooks/(\w+)\.py", recipe, re.MULTILINE)
    assert [names(row[0])[0] for row in rows("Hooks")] == listed


def test_every_folder_and_file_of_the_kit_is_on_the_page() -> None:
    kit = ROOT / "hooks/kit"
    there = {path.name for path in kit.iterdir() if path.is_dir() and list(path.glob("*.py"))}
    there |= {path.stem for path in kit.glob("*.py")}
    assert {name.rstrip("/") for row in rows("The kit") for name in names(row[0])} == there


def test_the_floors_on_the_page_are_those_that_are_checked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    shown = [{name.rstrip("/") for name in names(row[0])} for row in rows("The kit")]
    assert shown == [set(re.split(r" [|:] ", layer)) for layer in layers]

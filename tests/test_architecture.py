"""The architecture page tells the truth: the tree that it draws is the tree, and each module of it has tests."""

import ast
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
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


PACKAGES = ("kit", "site_link_check")


def untested(hooks: Path, tests: Iterable[Path]) -> list[str]:
    """Return the modules of our packages that no test imports, by name; a file that holds no code is none.

    What a package hands on counts for the package, not for the module from which it has it.
    """
    named = {name for file in tests for name in imported(ast.parse(file.read_text(encoding="utf-8")))}
    files = [file for package in PACKAGES for file in (hooks / package).rglob("*.py") if has_code(file)]
    return sorted({module_of(file.relative_to(hooks)) for file in files} - named)


def imported(tree: ast.Module) -> Iterable[str]:
    """Yield the name of each module that is imported, and each name from it, which may be a module too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def has_code(file: Path) -> bool:
    """Return whether a module holds more than words about itself."""
    return any(not isinstance(node, ast.Expr) for node in ast.parse(file.read_text(encoding="utf-8")).body)


def module_of(file: Path) -> str:
    return ".".join(part for part in file.with_suffix("").parts if part != "__init__")


def test_every_module_has_a_test_that_imports_it() -> None:
    assert untested(ROOT / "hooks", (ROOT / "tests").rglob("*.py")) == []


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("import kit.a.one", ["kit.a", "kit.a.two"]),
        ("import kit.a.one as one, kit.a.two", ["kit.a"]),
        ("from kit.a import one", ["kit.a.two"]),
        ("from kit.a.two import name", ["kit.a", "kit.a.one"]),
        ("from kit.a import name", ["kit.a.one", "kit.a.two"]),
        ("def test() -> None:\n    from kit import a", ["kit.a.one", "kit.a.two"]),
        ("from . import one", ["kit.a", "kit.a.one", "kit.a.two"]),
        ("# import kit.a.one", ["kit.a", "kit.a.one", "kit.a.two"]),
    ],
)
def test_a_module_that_no_test_imports_is_named(tmp_path: Path, line: str, left: list[str]) -> None:
    for name, text in (("a/__init__", "from kit.a.one import name\n"), ("a/one", "name = 1\n"), ("a/two", "x = 1\n")):
        file = tmp_path / "hooks/kit" / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "hooks/kit/__init__.py").write_text('"""Words alone."""\n', encoding="utf-8")
    test = tmp_path / "test_it.py"
    test.write_text(f"{line}\n", encoding="utf-8")
    assert untested(tmp_path / "hooks", [test]) == left

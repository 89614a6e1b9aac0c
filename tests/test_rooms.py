"""The rooms of the house: what a hook may import, and how long it may be. pyproject.toml has the kit's layers."""

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from building import ROOT

HOOKS = ROOT / "hooks"
KIT = HOOKS / "kit"
SHARED = {
    "page_templates",
    "site_assets",
    "site_disk",
    "site_folders",
    "site_guide",
    "site_log",
    "site_sources",
    "site_unmade",
}
"""The files beside the hooks that they all may import."""
COMMANDS: dict[str, set[str]] = {
    "visit_links": {"httpx"},
    "compare_sites": set(),
    "list_late": set(),
    "write_new": set(),
    "rename_page": set(),
}
"""Files beside the hooks that are commands of the Makefile, and the libraries of their own."""
HOOK_LIBRARIES = {"mkdocs", "kit", "markupsafe", "jinja2", "site_link_check", *SHARED}


def imports(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each module that a file imports, and each name from it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file.name} imports by a relative path, which MkDocs cannot load"
            yield from ((node.module or "", alias.name) for alias in node.names)


def faults(file: Path) -> Iterator[str]:
    """Yield one sentence for each import of a hook, or of the kit, that its room does not allow."""
    for module, name in sorted(set(imports(file))):
        top = module.split(".")[0]
        if KIT in file.parents:
            if module == "pathlib" and name not in {"PurePath", "PurePosixPath"}:
                yield f"{file.name} uses pathlib.{name}, which touches the disk"
        elif top not in sys.stdlib_module_names | HOOK_LIBRARIES | COMMANDS.get(file.stem, set()):
            yield f"{file.name} imports {top}, which hooks leave to kit"


@pytest.mark.parametrize(
    "file", sorted([*HOOKS.glob("*.py"), *KIT.rglob("*.py")]), ids=lambda file: str(file.relative_to(HOOKS))
)
def test_each_file_imports_only_what_its_room_allows(file: Path) -> None:
    assert not list(faults(file))


def test_no_hook_is_longer_than_a_screen_or_two() -> None:
    hooks = [file for file in HOOKS.glob("*.py") if file.stem not in {*COMMANDS, *SHARED}]
    assert not [file.name for file in hooks if len(file.read_text(encoding="utf-8").splitlines()) > 110]


@pytest.mark.parametrize(
    ("folder", "source", "sentence"),
    [
        ("hooks/kit", "from pathlib import Path", "problem.py uses pathlib.Path, which touches the disk"),
        ("hooks", "import check_pages", "problem.py imports check_pages, which hooks leave to kit"),
        ("hooks", "import yaml", "problem.py imports yaml, which hooks leave to kit"),
    ],
)
def test_a_forbidden_import_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, source: str, sentence: str
) -> None:
    file = tmp_path / folder / "problem.py"
    file.parent.mkdir(parents=True)
    monkeypatch.setattr(sys.modules[__name__], "KIT", tmp_path / "hooks/kit")
    file.write_text(f"{source}\n", encoding="utf-8")
    assert list(faults(file)) == [sentence]


def constants(files: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Yield each path, pattern and kind of text that a module names, with the name of the file."""
    for file in files:
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign):
                values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
                for value in map(ast.unparse, values):
                    if re.match(r"re\.compile\(|Annotated\[|'[\w.-]+/[\w./-]+'$", value):
                        yield value, file.name


def said_twice(files: Sequence[Path]) -> list[str]:
    found = list(constants(files))
    return sorted({f"{value} in {name}" for value, name in found if [each for each, _ in found].count(value) > 1})


def test_a_path_a_pattern_or_a_kind_of_text_has_one_name() -> None:
    assert said_twice([*HOOKS.glob("*.py"), *KIT.rglob("*.py")]) == []


def test_what_two_files_name_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('A, B = "assets/x", 4\nC = re.compile("[a-z]")\nD = "a"', encoding="utf-8")
    (tmp_path / "b.py").write_text('E = "assets/x"\nF = re.compile("[a-z]")\nG = "a"', encoding="utf-8")
    assert said_twice(sorted(tmp_path.iterdir())) == [
        "'assets/x' in a.py",
        "'assets/x' in b.py",
        "re.compile('[a-z]') in a.py",
        "re.compile('[a-z]') in b.py",
    ]

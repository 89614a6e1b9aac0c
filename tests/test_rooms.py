"""The rooms of the house: what each file of hooks/ may import, as one list that the architecture page repeats."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import ROOT

HOOKS = ROOT / "hooks"
KIT = HOOKS / "kit"

FLOORS = (
    {
        "address",
        "built_page",
        "citation",
        "dose",
        "embed",
        "fault",
        "font",
        "least_squares",
        "markdown_source",
        "move",
        "navigation",
        "person",
        "pose",
        "problem",
        "publication",
        "qr_code",
        "recipe",
        "redirect",
        "sheet",
        "spline",
        "text_markup",
        "thumbnail",
        "typeset",
        "vector",
        "yaml_text",
    },
    {
        "body",
        "built_data",
        "definition",
        "link_settings",
        "menu",
        "outline",
        "record",
        "scheme",
        "site",
        "source",
        "template_text",
    },
    {"contact", "drawing", "entry", "exercise", "front_matter", "location", "suggestion", "wish", "words"},
    {
        "catalogue",
        "chart",
        "claim",
        "editor",
        "figure",
        "head",
        "log",
        "page",
        "question",
        "reference",
        "stance",
        "target",
    },
    {
        "bibliography",
        "card",
        "deck",
        "faq",
        "flesh",
        "gait",
        "glossary",
        "ledger",
        "links",
        "mark",
        "motion",
        "series",
        "structured_data",
        "thing",
    },
    {"document", "faq_index", "reach", "scene", "studio", "treatment", "visit"},
    {"album", "link_check", "print_order", "print_run"},
    {"card_index", "diagram", "link_build", "link_report"},
)
"""The floors of kit/, lowest first: a file imports from lower floors only."""

EVERY_KIT_FILE = {"pydantic", "pydantic_core", "yaml"}
"""Libraries that any file of kit/ may import, beside the standard library."""

KIT_LIBRARIES = {
    "font": {"fontTools"},
    "qr_code": {"segno"},
    "typeset": {"typst"},
    "thumbnail": {"pypdfium2"},
    "built_data": {"pypdfium2"},
    "built_page": {"selectolax"},
    "bibliography": {"bibtexparser"},
    "citation": {"markdown", "selectolax"},
    "embed": {"markdown"},
    "faq": {"rapidfuzz"},
    "glossary": {"markdown"},
}
"""Libraries that one file of kit/ may import as well."""

NEVER_IN_KIT = {"logging", "os", "pathlib", "shutil", "socket", "subprocess", "tempfile", "time", "urllib.request"}
"""Standard modules that touch disk, network, clock or log."""

HOOK_LIBRARIES = {"mkdocs", "kit"}

COMMAND_LIBRARIES = {"visit_links": {"httpx"}}
"""Libraries of the files beside the hooks that are commands of the Makefile."""


def imports(file: Path) -> Iterator[str]:
    """Yield the full name of each module that a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file.name} imports by a relative path, which MkDocs cannot load"
            names = [alias.name for alias in node.names]
            if node.module and (HOOKS / node.module.replace(".", "/")).is_dir():
                yield from (f"{node.module}.{name}" for name in names)
            elif names not in (["PurePosixPath"], ["PurePath"]):  # a way to split addresses; it touches no disk
                yield node.module or ""


def floor(name: str) -> int:
    """Return the number of the floor on which a file of kit/ stands."""
    numbers = [number for number, names in enumerate(FLOORS) if name in names]
    assert numbers, f"{name}.py stands on no floor: add it to FLOORS"
    return numbers[0]


def faults(file: Path) -> Iterator[str]:
    """Yield one sentence for each import of a file that its room does not allow."""
    in_kit = KIT in file.parents
    for module in sorted(set(imports(file))):
        top = module.split(".")[0]
        if top == "kit":
            other = module.split(".")[-1]
            if in_kit and floor(other) >= floor(file.stem):
                yield f"{file.name} reaches up to {other}"
        elif in_kit and module in NEVER_IN_KIT:
            yield f"{file.name} uses {module}, which only hooks may"
        elif in_kit and top not in sys.stdlib_module_names | EVERY_KIT_FILE | KIT_LIBRARIES.get(file.stem, set()):
            yield f"{file.name} imports {top}, which is not in its list"
        elif not in_kit and top not in sys.stdlib_module_names | HOOK_LIBRARIES | COMMAND_LIBRARIES.get(
            file.stem, set()
        ):
            yield f"{file.name} imports {top}, which hooks leave to kit"


@pytest.mark.parametrize("file", sorted(HOOKS.rglob("*.py")), ids=lambda file: str(file.relative_to(HOOKS)))
def test_each_file_imports_only_what_its_room_allows(file: Path) -> None:
    assert not list(faults(file))


def test_every_file_of_the_floors_exists() -> None:
    standing = sorted(file.stem for file in KIT.rglob("*.py"))
    assert sorted(name for names in FLOORS for name in names) == standing


def test_no_hook_is_longer_than_a_screen_or_two() -> None:
    hooks = [file for file in HOOKS.glob("*.py") if file.stem not in COMMAND_LIBRARIES]
    assert not [file.name for file in hooks if len(file.read_text(encoding="utf-8").splitlines()) > 80]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("from kit.pages.page import Page", "problem.py reaches up to page"),
        ("from kit.links import target", "problem.py reaches up to target"),
        ("import logging", "problem.py uses logging, which only hooks may"),
        ("import mkdocs", "problem.py imports mkdocs, which is not in its list"),
    ],
)
def test_a_forbidden_import_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, sentence: str
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "KIT", tmp_path)
    file = tmp_path / "problem.py"
    file.write_text(source + "\n", encoding="utf-8")
    assert list(faults(file)) == [sentence]

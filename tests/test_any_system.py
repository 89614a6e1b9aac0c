"""Any system: messages name files with forward slashes, on Windows too, where a file may be on another drive."""

import ast
from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from building import ROOT
from kit.safety.files import seen_from
from site_link_check.build import relative


@pytest.mark.parametrize(
    ("path", "folder", "name"),
    [
        (PurePosixPath("/guide/docs/linked"), PurePosixPath("/guide"), "docs/linked"),
        (PurePosixPath("/looks/of/others"), PurePosixPath("/guide"), "../looks/of/others"),
        (PureWindowsPath(r"C:\guide\docs\linked"), PureWindowsPath(r"C:\guide"), "docs/linked"),
        (PureWindowsPath(r"c:\looks\linked"), PureWindowsPath(r"C:\guide"), "../looks/linked"),
        (PureWindowsPath(r"D:\looks\linked"), PureWindowsPath(r"C:\guide"), "D:/looks/linked"),
        (PureWindowsPath(r"\\host\share\linked"), PureWindowsPath(r"C:\guide"), "//host/share/linked"),
    ],
)
def test_a_message_names_a_file_from_the_folder_of_the_recipe(path: PurePath, folder: PurePath, name: str) -> None:
    assert seen_from(path, folder) == name


@pytest.mark.parametrize(
    ("path", "folder", "name"),
    [
        ("/guide/known.json", "/guide", "known.json"),
        ("C:/guide/known.json", "c:/guide/here", "../known.json"),
        ("D:/known.json", "C:/guide", "D:/known.json"),
    ],
)
def test_the_link_check_names_a_file_from_a_folder(path: str, folder: str, name: str) -> None:
    assert relative(path, folder) == name


def of_one_system(file: Path) -> Iterator[str]:
    """Yield each place where a path would be written as only this system writes it."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "os.path.relpath":
            yield f"{file.name}:{node.lineno}: os.path.relpath"
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.BinOp) and not node.format_spec:
            yield from [f"{file.name}:{node.lineno}: a path"] * isinstance(node.value.op, ast.Div)


def test_no_hook_writes_a_path_as_this_system_does() -> None:
    assert [each for file in sorted((ROOT / "hooks").rglob("*.py")) for each in of_one_system(file)] == []

"""On whole sites with other themes, plugins and hooks every fault is found at its line, and nothing sound is."""

import hashlib
import logging
import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from river import CHECK, LINKS, Case, messages, prepare, read_case, start

SITES = sorted((LINKS / "sites").glob("*.yml"))


@pytest.mark.parametrize("file", SITES, ids=lambda file: file.stem)
def test_a_site_gives_its_messages_and_no_others(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = read_case(file)
    said = messages(prepare(case, tmp_path / "project"), monkeypatch)
    assert sorted(line for line in said if not line.startswith("mkdocs_")) == sorted(case.messages)


@pytest.mark.parametrize("file", SITES, ids=lambda file: file.stem)
def test_the_check_changes_no_byte_of_a_site(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = read_case(file)
    assert built(case, tmp_path / "with", monkeypatch) == built(without_check(case), tmp_path / "without", monkeypatch)


def test_the_check_changes_no_byte_of_the_river(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sites = {}
    for name in ("with", "without"):
        project = prepare(Case("sound"), tmp_path / name)
        if name == "without":
            recipe = (project / "mkdocs.yml").read_text().replace(f"  - {CHECK}\n", "")
            (project / "mkdocs.yml").write_text(recipe)
        monkeypatch.chdir(project)
        sites[name] = digest(project)
    assert sites["with"] == sites["without"]


def without_check(case: Case) -> Case:
    recipe = case.write["mkdocs.yml"]
    bare = recipe.replace("hooks: [CHECK_LINKS]\n", "").replace(", CHECK_LINKS]", "]")
    assert "CHECK_LINKS" not in bare
    return Case(case.title, write={**case.write, "mkdocs.yml": bare})


def built(case: Case, project: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.chdir(prepare(case, project))
    return digest(project)


def digest(project: Path) -> dict[str, str]:
    """Build a project and return what each file of its site holds, in short; the hour is left out."""
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    config: Any = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"))
    start(config)
    build(config)
    site = project / "site"
    found = {}
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix != ".gz":
            content = b"\n".join(line for line in path.read_bytes().split(b"\n") if b"Build Date" not in line)
            found[path.relative_to(site).as_posix()] = hashlib.sha256(content).hexdigest()
    shutil.rmtree(site)
    return found

"""Building a MkDocs site in a test, as `mkdocs build` would from a folder's own mkdocs.yml."""

import io
import logging
import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

ROOT = Path(__file__).parent.parent
SITES = ROOT / "tests/sites"
ABOVE = "../../../"
"""How the recipe of a small site leads to this project."""
SMALL = "small"
"""The site that has a little of everything, and borrows our words."""


@dataclass(frozen=True)
class Build:
    """How a build ended: its exit code, what it said, and the folder it wrote."""

    code: int
    said: str
    site: Path

    def text(self, name: str) -> str:
        """Return a file of the site."""
        return (self.site / name).read_text(encoding="utf-8")


def build(project: Path, site: Path, **environment: str) -> Build:
    """Build the project in a process of its own, strictly, and return how that ended."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(project / "mkdocs.yml")]
    done = subprocess.run(  # noqa: S603 the command is ours
        [*command, "--site-dir", str(site)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **environment},
    )
    return Build(done.returncode, done.stdout + done.stderr, site)


def build_here(project: Path, site: Path) -> Build:
    """Build the project in this process, strictly: what is loaded once is loaded once for many builds."""
    said = io.StringIO()
    listener = logging.StreamHandler(said)
    listener.setFormatter(logging.Formatter("%(levelname)s - %(message)s"))
    log = logging.getLogger("mkdocs")
    before, level = list(log.handlers), log.level
    log.addHandler(listener)
    log.setLevel(logging.INFO)
    try:
        code = _built(project, site)
    except Exception:  # noqa: BLE001 whatever ends a build is told
        code = 1
        said.write(traceback.format_exc())
    finally:
        log.handlers[:] = before  # MkDocs leaves its own behind when a build fails
        log.setLevel(level)
    return Build(code, said.getvalue(), site)


def copy_of(name: str, folder: Path) -> Path:
    """Return a copy of a small site in a folder, for a test to change; its recipe leads to this project's hooks."""
    project = folder / name
    shutil.copytree(SITES / name, project, ignore=shutil.ignore_patterns(".cache"))
    if name == SMALL:
        shutil.copy(ROOT / "docs/words.yml", project / "docs/words.yml")
    recipe = project / "mkdocs.yml"
    recipe.write_text(recipe.read_text("utf-8").replace(ABOVE, f"{ROOT.as_posix()}/"), encoding="utf-8")
    return project


def changed(project: Path, changes: Mapping[str, Any]) -> Path:
    """Change keys of the recipe of a copied site, and return the site."""
    recipe = project / "mkdocs.yml"
    data = yaml.safe_load(recipe.read_text("utf-8"))
    recipe.write_text(yaml.safe_dump(data | changes, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return project


def spoil(project: Path, file: str, before: str, after: str) -> None:
    """Replace a piece of a file that has to be there."""
    text = (project / file).read_text("utf-8")
    assert before in text, f"{before!r} is not in {file}"
    (project / file).write_text(text.replace(before, after), encoding="utf-8")


def _built(project: Path, site: Path) -> int:
    config = load_config(str(project / "mkdocs.yml"), strict=True, site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_site(config)
    except Abort as end:
        return int(end.code or 0)
    finally:
        config.plugins.on_shutdown()
    return 0

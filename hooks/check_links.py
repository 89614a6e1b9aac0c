"""Check every link of the site as it was built, and trace each fault to the line that made it."""

import datetime as dt
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from kit.links.link_build import build_of
from kit.links.link_check import Build, check_links
from kit.links.link_report import closing_line, line_of, reports
from kit.links.markdown_source import without_unreadable
from kit.links.pdf import PdfMemory
from kit.links.recipe import Disk, made_of, nav_of, recipe_of
from kit.problem import Problem
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

log = logging.getLogger("mkdocs.hooks")
RENAMES = "git log --diff-filter=R --name-status --format= --relative --max-count=5000 -- ."
_preview = {"is_on": 0, "build": 0}
"""Whether the site is served, and the number of the newest build: only that one is checked."""


class _Outdated(Exception):  # noqa: N818 no error: a newer build has begun
    pass


def on_startup(command: str, **_: object) -> None:
    """Note whether the site is built or served: a preview does not wait for the check."""
    _preview["is_on"] = command == "serve"


def on_shutdown() -> None:
    """Drop the check that still runs."""
    _preview["build"] += 1


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Keep MkDocs' own link checks quiet while this one runs, so that each fault is reported once."""
    _preview["build"] += 1
    for group in (config.validation.links, config.validation.nav):
        group.update(dict.fromkeys(group, logging.DEBUG))
    return config


@event_priority(-100)
def on_page_markdown(markdown: str, **_: object) -> str:
    """Keep an address that no program can read from ending the build before it is reported."""
    return without_unreadable(markdown)


@event_priority(-100)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Keep the navigation and the files of this build for the check at its end."""
    config.extra["_links"] = (nav_of(nav.pages if config.nav else (), files), files)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Check the links of the finished site and report what is wrong with them: in a preview, while people read."""
    start, site = time.perf_counter(), Path(config.site_dir)
    nav, files = config.extra.pop("_links")
    disk = Disk(_text, _files, lambda path: Path(path).exists(), lambda: _renames(config.docs_dir))
    names = frozenset(name.removeprefix(f"{site.as_posix()}/") for name in _files(config.site_dir))
    recipe = recipe_of(config, here=os.getcwd(), disk=disk)  # noqa: PTH109 a plain text
    build, problems = build_of(
        recipe, made_of(files, recipe, disk), nav=nav, names=names, disk=disk, today=dt.datetime.now(dt.UTC).date()
    )
    memory = Path(recipe.file).parent / ".cache" / "links" / "pdfs.json"
    if not _preview["is_on"]:
        _check(build, problems, lambda name: (site / name).read_bytes(), memory, start)
        return
    number = _preview["build"]

    def content(name: str) -> bytes:
        if number != _preview["build"]:
            raise _Outdated
        return (site / name).read_bytes()

    threading.Thread(target=_check_quietly, args=(build, problems, content, memory, start), daemon=True).start()


def _check_quietly(
    build: Build, problems: list[Problem], content: Callable[[str], bytes], memory: Path, start: float
) -> None:
    """Check beside the preview: a newer build ends this check without a word, and a fault in it ends nothing else."""
    number = _preview["build"]
    try:
        _check(build, problems, content, memory, start)
    except Exception as error:  # noqa: BLE001 whatever goes wrong, the preview stays
        if number == _preview["build"]:
            log.warning("links: this build could not be checked (%s: %s).", type(error).__name__, error)


def _check(build: Build, problems: list[Problem], content: Callable[[str], bytes], memory: Path, start: float) -> None:
    pdfs = PdfMemory(_text(str(memory)) or "")
    outcome = check_links(build, content, pdfs)
    shown = [line_of(finding, _text if sys.stderr.isatty() else None) for finding in outcome.findings]
    for level, line in [*(("error", str(each)) for each in problems), *zip(outcome.levels, shown, strict=True)]:
        log.log(logging.getLevelNamesMapping()[level.upper()], line)
    log.info(closing_line(outcome, seconds := time.perf_counter() - start))
    for path, mode, text in reports(outcome, build.settings, os.environ, seconds):
        with Path(path).open(mode, encoding="utf-8") as file:
            file.write(text)
    if pdfs.has_news:
        memory.parent.mkdir(parents=True, exist_ok=True)
        memory.write_text(pdfs.text, encoding="utf-8")


def _text(path: str) -> str | None:
    try:
        return Path(path).read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return None


def _files(folder: str) -> list[str]:
    found = (os.path.join(place, name) for place, _, names in os.walk(folder) for name in sorted(names))  # noqa: PTH118 much faster
    return [name.replace(os.sep, "/") for name in found]


def _renames(folder: str) -> str:
    try:
        return subprocess.run(RENAMES.split(), cwd=folder, capture_output=True, text=True, check=False).stdout  # noqa: S603 a constant
    except OSError:
        return ""

"""The door to MkDocs: notes what a build does, changes nothing in it, and checks the finished site."""

import datetime as dt
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from site_link_check.build import Facts, build_of
from site_link_check.check import check_links
from site_link_check.disk import files_of, renames_of, text_of
from site_link_check.finding import Outcome
from site_link_check.problem import counted
from site_link_check.read.pdf import PdfMemory
from site_link_check.read.reader import Reader, Recorder, Renderer
from site_link_check.read.recipe import Disk, MadeFile, Nav, Recipe, made_of, nav_of, recipe_of
from site_link_check.say.baseline import baseline
from site_link_check.say.mend import difference, mended
from site_link_check.say.report import closing_line, line_of, reports

log = logging.getLogger("mkdocs.plugins.site_link_check")
LAST = -1000
UNMADE = "_unmade"
"""The key of `extra` under which another hook can say what a build could not make, as patterns."""

LEFT_OUT = "_left_out"
"""The key of `extra` under which another hook says which files and ids a build leaves out, as patterns.

Where none does, and the check is a hook itself, nobody knows which other hooks there might be.
"""


class _Outdated(Exception):  # noqa: N818 no error: a newer build has begun
    pass


@dataclass
class _Notes:
    """What is noted of one build, and of the builds within it."""

    recorder: Recorder = field(default_factory=Recorder)
    texts: dict[str, str] = field(default_factory=dict)
    rendered: set[str] = field(default_factory=set)
    made: list[MadeFile] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    exempt: set[str] = field(default_factory=set)
    open: list[tuple[Navigation, Files] | None] = field(default_factory=list)
    count: int = 0


class Door:
    """Takes part in builds by the events of MkDocs; one door serves all builds of a process."""

    def __init__(self) -> None:
        """Begin with nothing noted."""
        self._notes = _Notes()
        self._config: MkDocsConfig | None = None
        self._is_preview = False
        self._is_dirty = False
        self._build = 0
        self.settings: dict[str, Any] | None = None

    def on_startup(self, *, command: str, dirty: bool = False, **_: object) -> None:
        """Note whether the site is built or served: a preview does not wait for the check."""
        self._is_preview, self._is_dirty = command == "serve", dirty

    def on_shutdown(self, **_: object) -> None:
        """Drop a check that still runs."""
        self._build += 1

    def on_config(self, config: MkDocsConfig, **_: object) -> MkDocsConfig:
        """Keep MkDocs' own link checks quiet, so that each fault is told once, and listen to its reader."""
        if self._config is not config or not self._notes.open:
            self._notes, self._config = _Notes(), config
            self._build += 1
        for group in (config.validation.links, config.validation.nav):
            group.update({name: logging.DEBUG for name, level in group.items() if level > logging.DEBUG})
        extensions: list[Any] = config.markdown_extensions
        extensions[:] = [*(each for each in extensions if not isinstance(each, Recorder)), self._notes.recorder]
        return config

    def on_pre_build(self, **_: object) -> None:
        """Note that a build begins, perhaps within another."""
        self._notes.open.append(None)

    def on_nav(self, nav: Navigation, files: Files, **_: object) -> None:
        """Note the navigation and the files of the innermost build."""
        if self._notes.open:
            self._notes.open[-1] = nav, files

    @event_priority(LAST)
    def on_page_markdown(self, markdown: str, page: Page, **_: object) -> None:
        """Note the Markdown of a page as its reader gets it."""
        name = page.file.dest_uri
        self._notes.recorder.page = name
        self._notes.texts[name] = str(markdown)
        self._notes.rendered.add(name)

    @event_priority(LAST)
    def on_post_build(self, config: MkDocsConfig, **_: object) -> None:
        """Check the finished site, once all builds are over: in a preview while people read."""
        start, notes = time.perf_counter(), self._notes
        seen = notes.open.pop() if notes.open else None
        disk = Disk(text_of, files_of, lambda path: Path(path).exists(), lambda: renames_of(config.docs_dir))
        recipe = recipe_of(config, here=os.getcwd(), disk=disk, links=self.settings)  # noqa: PTH109 a plain text
        if seen is not None:
            nav, files = seen
            listed = nav_of(nav.pages if config.nav else (), files)
            notes.listed += listed.files
            notes.exempt |= listed.exempt
            notes.made += made_of(files, recipe, disk, notes.count)
        notes.count += 1
        if notes.open:
            return
        folder = Path(config.site_dir)
        facts = Facts(
            list({file.name: file for file in notes.made}.values()),
            frozenset(name.removeprefix(f"{folder.as_posix()}/") for name in files_of(config.site_dir)),
            Nav(notes.listed, frozenset(notes.exempt)),
            Reader(
                notes.texts, notes.recorder.readings, Renderer(config.markdown_extensions, config.mdx_configs or {})
            ),
            frozenset(notes.rendered) if self._is_dirty else None,
            tuple(config.extra.get(UNMADE, ())),
            tuple(config.extra.get(LEFT_OUT, ("*",) if self.settings is None else ())),
        )
        number = self._build

        def content(name: str) -> bytes:
            if number != self._build:
                raise _Outdated
            return _read(folder / name, may_be_gone=self._is_preview)

        def check() -> None:
            outcome, lines = _checked(recipe, facts, disk, content, start)
            if number == self._build:
                for level, line in lines:
                    log.log(level, line)
                _report(outcome)

        if self._is_preview:
            threading.Thread(target=self._quietly, args=(check, number), daemon=True).start()
        else:
            check()

    def _quietly(self, check: Callable[[], None], number: int) -> None:
        """Check beside a preview: a newer build ends this check without a word, and no fault of it ends the preview."""
        try:
            check()
        except Exception as error:  # noqa: BLE001 whatever goes wrong, the preview stays
            if number == self._build:
                log.warning("links: this build could not be checked (%s: %s).", type(error).__name__, error)


def _read(file: Path, *, may_be_gone: bool) -> bytes:
    """Return what a file holds; nothing where another hook took it out of a preview, and told why."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        if may_be_gone:
            return b""
        raise


@dataclass(frozen=True)
class _Result:
    outcome: Outcome
    reports: list[tuple[str, str, str]]
    memory: tuple[Path, str] | None


def _checked(
    recipe: Recipe, facts: Facts, disk: Disk, content: Callable[[str], bytes], start: float
) -> tuple[_Result, list[tuple[int, str]]]:
    """Return what came out, and each line to say with its level."""
    build, problems = build_of(recipe, facts, disk=disk, today=dt.datetime.now(dt.UTC).date())
    kept = Path(recipe.file).parent / ".cache" / "links" / "pdfs.json"
    memory = PdfMemory(text_of(str(kept)) or "")
    outcome = check_links(build, content, memory)
    shown = [line_of(finding, text_of if sys.stderr.isatty() else None) for finding in outcome.findings]
    lines = [(logging.ERROR, str(each)) for each in problems]
    levels = logging.getLevelNamesMapping()
    lines += [(levels[level.upper()], line) for level, line in zip(outcome.levels, shown, strict=True)]
    seconds = time.perf_counter() - start
    lines.append((logging.INFO, closing_line(outcome, seconds)))
    made = list(reports(outcome, build.settings, os.environ, seconds))
    beside = Path(recipe.file).parent
    if build.settings.baseline and os.environ.get("LINKS_BASELINE") == "write":
        known = [*outcome.findings, *outcome.known]
        made.append((str(beside / build.settings.baseline), "w", baseline(known)))
        lines.append(
            (
                logging.INFO,
                f"{build.settings.baseline}: {counted(len(known), 'finding is known now', 'findings are known now')}.",
            )
        )
    if wish := os.environ.get("LINKS_FIX"):
        texts = mended(outcome.findings, lambda file: text_of(str(Path(recipe.root) / file)))
        lines += [(logging.INFO, line) for line in difference(texts).splitlines()]
        if wish == "write":
            made += [(str(Path(recipe.root) / file), "w", after) for file, (_, after) in texts.items()]
    if memory.unread:
        text = f"links: {memory.unread} PDFs are not read, since pikepdf is not installed."
        lines.append((logging.INFO, text))
    return _Result(outcome, made, (kept, memory.text) if memory.has_news else None), lines


def _report(result: _Result) -> None:
    for path, mode, text in result.reports:
        with Path(path).open(mode, encoding="utf-8", newline="") as file:
            file.write(text)
    if result.memory:
        kept, memory = result.memory
        with suppress(OSError):  # what is kept saves work, and no more
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(memory, encoding="utf-8")

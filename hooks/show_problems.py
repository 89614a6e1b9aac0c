"""Show problems: in a preview, a page with a problem says so at its top; a site that is built never does."""

import logging
import re
from pathlib import Path
from typing import Literal

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from site_guide import guide_of

PLACE = re.compile(r"<(?:article|body(?!.*<article\b))\b[^>]*>", re.DOTALL)
"""Where a page begins: its article, or its body where it has none."""
BOX = re.compile(r'<aside class="bs-told".*?</aside>', re.DOTALL)
EMPTY = '<aside class="bs-told" role="status" data-search-exclude hidden></aside>'
FULL = Markup('<aside class="bs-told" role="status" data-search-exclude><p>{}</p><ul>{}</ul></aside>')
ENTRY = Markup("<li>{}: {}</li>")
TITLE = "Only this preview shows what is wrong in {file}:"
MESSAGE = re.compile(r"(?P<file>[^:]+\.md)(?::(?P<line>\d+))?(?::\d+)?: (?P<text>.+)", re.DOTALL)


class Board(logging.Handler):
    """Listens to what a preview tells, and writes it into the pages that it is about."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        super().__init__(logging.WARNING)
        self.is_preview = False
        self.is_built = False
        self.pages: dict[str, Path] = {}
        self.told: dict[str, list[tuple[str, str]]] = {}
        self.boxed: set[str] = set()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
        """Listen in a preview."""
        self.is_preview = command == "serve"
        if self.is_preview:
            logging.getLogger("mkdocs").addHandler(self)

    def on_pre_build(self, **_: object) -> None:
        """Forget what the build before told."""
        self.is_built = False
        self.told = {}

    @event_priority(-50)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Read the guide, and note where each page will lie."""
        guide_of(config, files)
        docs = Path(config.docs_dir).name
        self.pages = {f"{docs}/{file.src_uri}": Path(file.abs_dest_path) for file in files.documentation_pages()}
        return files

    @event_priority(50)
    def on_post_page(self, output: str, **_: object) -> str:
        """Leave room at the top of each page of a preview, before its stylesheet is chosen."""
        place = PLACE.search(output) if self.is_preview else None
        return output if place is None else f"{output[: place.end()]}{EMPTY}{output[place.end() :]}"

    @event_priority(-500)
    def on_post_build(self, **_: object) -> None:
        """Write what was told so far, and take out what is mended."""
        self.is_built = True
        for file in [*self.told, *(self.boxed - self.told.keys())] if self.is_preview else ():
            self.write(file)

    def emit(self, record: logging.LogRecord) -> None:
        """Note a message about a page; one that comes after the build is written at once."""
        found = MESSAGE.fullmatch(record.getMessage())
        if found is not None and found["file"] in self.pages:
            line = f"line {found['line']}" if found["line"] else "in this page"
            self.told.setdefault(found["file"], []).append((line, found["text"]))
            if self.is_built:
                self.write(found["file"])

    def write(self, file: str) -> None:
        """Write what was told of a page at its top."""
        path, told = self.pages.get(file), dict.fromkeys(self.told.get(file, ()))
        self.boxed = self.boxed | {file} if told else self.boxed - {file}
        if path is None or not path.exists():
            return
        entries = Markup("").join(ENTRY.format(line, text) for line, text in told)
        box = str(FULL.format(escape(TITLE.format(file=file)), entries)) if told else EMPTY
        html = path.read_text(encoding="utf-8")
        path.write_text(BOX.sub(lambda _: box, html, count=1), encoding="utf-8")


_board = Board()
on_startup, on_pre_build, on_files = _board.on_startup, _board.on_pre_build, _board.on_files
on_post_page, on_post_build = _board.on_post_page, _board.on_post_build

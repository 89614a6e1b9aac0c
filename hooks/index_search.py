"""Index the search: read each page as it was built, and write which words it is found by, and the script that asks."""

from dataclasses import astuple
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from kit.memory import Memory
from kit.pages.script import SCRIPTS, joined, only_for
from kit.search.article import Part, article, without_marks
from kit.search.index import Entry, index, listed
from kit.shelf import content_key
from kit.views.search_view import entry_of, head_of, lexicon_of, marked_in
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext
from site_assets import scripts_of
from site_disk import code_of, kept
from site_guide import guide_of, offer
from site_log import tell

FIRST = f"{SCRIPTS}/search/dialog.js"
FOLDER, SCRIPT, ADDRESSES = "search", "search.js", "addresses.js"


class Indexer:
    """What this hook knows of a build: the pages that it has read so far."""

    def __init__(self) -> None:
        """Begin with no page."""
        self.some = False
        self.entries: dict[str, Entry] = {}
        self.view: dict[str, str] | None = None
        self.script = ""
        self.memory = Memory()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview that makes only some pages: the others stay in the index as they were."""
        self.some = command == "serve" and dirty

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Report every problem, and join the modules that search into one script."""
        guide = guide_of(config, files)
        tell(guide.problems.get("search", ()))
        self.entries = {uri: each for uri, each in self.entries.items() if self.some and uri in guide.addresses}
        key = content_key(code_of("search"), version("selectolax"))
        self.memory = Memory() if self.some else Memory(kept(config, "search"), "articles", key)
        sources = scripts_of(files, config)
        says = guide.words is not None and guide.words.search is not None
        self.view = (
            {"script": f"{FOLDER}/{SCRIPT}", "addresses": f"{FOLDER}/{ADDRESSES}"}
            if says and FIRST in sources
            else None
        )
        if self.view:
            self.script = joined(FIRST, sources)
            for uri in only_for([FIRST], sources):
                files.remove(files.src_uris[uri])
        return files

    def told(self, context: TemplateContext, config: MkDocsConfig, **_: object) -> TemplateContext:
        """Tell the frame that there is a search, on pages that come from no file as well."""
        offer(context, config, search=self.view)
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Read a page as readers get it, unless it asks to be left out, and take the marks for this reading out."""
        guide, uri = guide_of(config), page.file.src_uri
        self.entries.pop(uri, None)
        if self.view and uri in guide.addresses and not _left_out(page):
            marked = marked_in(guide, uri)
            read = partial(article, output, marked)
            parts = self.memory.answer(content_key(output, sorted(marked)), lambda: list(map(astuple, read())))
            self.entries[uri] = entry_of(guide, uri, str(page.title), tuple(Part(*each) for each in parts))
        return without_marks(output)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the index: a head, words by alphabet, and the texts of the pages."""
        if not self.view:
            return
        self.memory.keep()
        guide, entries = guide_of(config), dict(sorted(self.entries.items()))
        small = lexicon_of(guide).small_words
        files = index(list(entries.values()), small=small, more=head_of(guide, entries))
        for name, text in {**files, SCRIPT: self.script, ADDRESSES: listed(entries.values())}.items():
            write_file(text.encode(), str(Path(config.site_dir, FOLDER, name)))


def _left_out(page: Page) -> bool:
    wish = page.meta.get("search")
    return isinstance(wish, dict) and bool(wish.get("exclude"))


_indexer = Indexer()
on_startup = _indexer.on_startup
on_files = _indexer.on_files
on_page_context = on_template_context = _indexer.told
on_post_page, on_post_build = _indexer.on_post_page, _indexer.on_post_build

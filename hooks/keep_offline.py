"""Keep the site for times without a network: a worker with its list, a manifest with icons, the site as one file."""

import os
from pathlib import Path
from typing import Literal

from kit.offline.archive import archive
from kit.offline.listing import FOLDER, INDEX, WORKER, choice, listing, needless, sized, weight, worker_script
from kit.offline.manifest import NAME, icons, manifest
from kit.pages.script import SCRIPTS, joined, only_for
from kit.search.index import key_in
from kit.settings import Settings
from kit.views.keep_view import ARCHIVE_SIZE, KEPT_SIZE, away_view, keep_view, offer_view
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext
from site_assets import mark_of, scripts_of
from site_disk import kept
from site_guide import add, guide_of, offer, tell_settings
from site_unmade import not_made

SEARCH, AWAY = "search", "503.html"
KEEPS, CLEARS, FRAME = f"{SCRIPTS}/offline/worker.js", f"{SCRIPTS}/offline/gone.js", f"{SCRIPTS}/frame.js"
ASKED = "BACKSTRIDE_ARCHIVE"
"""The variable that asks for the site as one file, which takes longer than an ordinary build should."""


class Keeper:
    """What this hook knows of a build: whether it keeps anything, and the two scripts that it chooses from."""

    def __init__(self) -> None:
        """Begin as a build that keeps something."""
        self.preview = self.offers = False
        self.settings = Settings().offline
        self.keeps = self.clears = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 MkDocs passes it by name
        """Note whether this is a preview: what is kept of one would hide the next change."""
        self.preview = command == "serve"

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the manifest and its icons, and join the modules of the workers into scripts."""
        guide = guide_of(config, files)
        sources = scripts_of(files, config)
        self.keeps, self.clears = (joined(each, sources) if each in sources else "" for each in (KEEPS, CLEARS))
        for uri in only_for({KEEPS, CLEARS}, sources):
            files.remove(files.src_uris[uri])
        mark = mark_of(files, config)
        self.offers = bool(self.keeps and mark is not None and keep_view(guide))
        self.settings = guide.settings.offline if self.offers and not self.preview else None
        if self.settings is None or mark is None:
            return files
        site, about, colours = guide.site, config.site_description or "", self.settings.colours
        said = manifest(site.name, about, language=site.language, page=colours.page, mark=colours.mark)
        add(files, config, {NAME: said, **icons(mark, colours.mark, kept(config, "icons"))})
        config.theme.static_templates.add(AWAY)
        return files

    def told(
        self, context: TemplateContext, config: MkDocsConfig, page: Page | None = None, **_: object
    ) -> TemplateContext:
        """Give pages their link to the offer, one page the offer (hidden in a preview), and another when to call."""
        if self.offers:
            guide, uri = guide_of(config), page.file.src_uri if page else None
            offer(context, config, offer=offer_view(guide, uri, archived=ASKED in os.environ))
            if self.settings:
                offer(context, config, keep=keep_view(guide), away=away_view(guide))
        return context

    @event_priority(-50)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the worker of this very site, once all of it is there; without anything to keep, one that clears."""
        site = Path(config.site_dir)
        if self.settings is None:
            if self.clears:
                write_file(self.clears.encode(), str(site / WORKER))
            return
        guide, leave_out = guide_of(config), self.settings.leave_out
        files = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
        tell_settings(config, () if guide.unmade else needless(self.settings, files, not_made(config, guide)))
        chosen = choice(files, leave_out=leave_out, once_opened=self.settings.once_opened)
        sizes = {KEPT_SIZE: weight(files, chosen.kept, kept(config, "weights"))}
        if ASKED in os.environ:
            whole = archive(files, (*leave_out, AWAY, NAME), folder=Path(self.settings.archive).stem, frame=FRAME)
            sizes[ARCHIVE_SIZE] = len(whole)
            write_file(whole, str(site / self.settings.archive))
        page = _file(guide.addresses.get(self.settings.page, ""))
        if page in files:  # one that cannot be read is not there
            files[page] = sized(files[page], sizes)
            write_file(files[page], str(site / page))
        key = key_in(files.get(f"{SEARCH}/head.js", b"").decode("utf-8"))
        asked = {name: f"?{key}" for name in files if name.startswith((f"{SEARCH}/words/", f"{SEARCH}/texts/"))}
        first = {AWAY, INDEX, _file(guide.settings.help.page if guide.settings.help else "")}
        made = listing(files, chosen, first=first, queries=asked)
        write_file(made.text.encode(), str(site / FOLDER / f"{made.version}.json"))
        worker = worker_script(self.keeps, version=made.version, away=AWAY, once_opened=self.settings.once_opened)
        write_file(worker.encode(), str(site / WORKER))


def _file(address: str) -> str:
    """Return the file behind an address."""
    return f"{address.removeprefix('./')}{INDEX}" if address in {"", "./"} or address.endswith("/") else address


_keeper = Keeper()
on_startup, on_files, on_post_build = _keeper.on_startup, _keeper.on_files, _keeper.on_post_build
on_page_context = on_template_context = _keeper.told

"""Print cards: set every document as PDF with a picture of its first page, and list them on the page of cards."""

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Literal
from weakref import WeakKeyDictionary

from kit.cards import card_index
from kit.cards.print_order import Order, order_of
from kit.cards.print_run import Print, print_run
from kit.cards.qr_code import kept_code
from kit.cards.too_full import refusals
from kit.cards.typeset import TEMPLATES, Tools
from kit.guide import CARDS, EXERCISES, LOG, PLAN, SIGNS, WORDS, Guide
from kit.record import Record, read_yaml
from kit.shelf import code_key
from kit.views.exercise_view import exercise_view
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext
from site_guide import Folder, add, guide_of, kept, menu_titles, offer, tell, wanted

INDEX = f"{CARDS}/index.md"
TEXTS = {"plan": f"{CARDS}/{PLAN}", "log": f"{CARDS}/{LOG}", "signs": SIGNS, "words": WORDS}
"""The files with the texts of boxes that belong to no exercise."""


@dataclass(frozen=True)
class Printed:
    """What was printed of a guide."""

    order: Order
    prints: Mapping[str, Print]


PRINTED: WeakKeyDictionary[Guide, Printed] = WeakKeyDictionary()
"""What the pages of a build show of its cards: as long as there is its guide, and no longer."""


@dataclass(frozen=True)
class Job:
    """What is to be printed, and from what; `state` is the same where everything that it is made of is."""

    order: Order
    tools: Tools
    guide: Guide
    files: Files
    state: str


class Printer:
    """What this hook knows of a build, and in a preview of those before it."""

    def __init__(self) -> None:
        """Begin as a build that has printed nothing."""
        self.preview = False
        self.waiting: Job | None = None
        self.state = ""
        self.prints: Mapping[str, Print] = {}
        self.said: Mapping[str, str] = {}
        self.at_work = threading.Lock()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 MkDocs passes it by name
        """Note whether this is a preview, which shows a page before its cards are printed anew."""
        self.preview = command == "serve"

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Report what cannot be printed; add the PDFs and their pictures, the open data and the pages for the codes."""
        guide = guide_of(config, files)
        self.waiting = None
        tell(guide.problems.get("cards", ()))
        asked, odd = wanted(config, files) if INDEX in guide.addresses else (None, [])
        if asked is None:
            return files
        codes = kept(config, "codes")
        order, problems = order_of(
            asked, addresses=guide.addresses, site=guide.site.published, code=lambda text: kept_code(text, codes)
        )
        tell([*odd, *problems])
        job = _job(order, guide, files)
        known = self.prints.keys() | self.said.keys()
        if not self.preview or any(each.id not in known for each in order.documents):
            with self.at_work:
                self._print(job, config)
            self._tell(job)
        elif job.state == self.state:
            self._tell(job)
        else:
            self.waiting = job
        prints = {each.id: self.prints[each.id] for each in order.documents if each.id in self.prints}
        PRINTED[guide] = Printed(order, prints)
        add(files, config, card_index.files(order, prints, guide.catalogue, folder=CARDS))
        return files

    def on_post_build(self, config: MkDocsConfig) -> None:
        """In a preview, print what changed once the pages are there: until then they have the cards from before."""
        if self.waiting is not None:
            threading.Thread(target=self._print_late, args=(self.waiting, config), daemon=True).start()

    def _print_late(self, job: Job, config: MkDocsConfig) -> None:
        with self.at_work:
            if job is self.waiting:
                self._print(replace(job, tools=replace(job.tools, threads=1)), config)
            if job is self.waiting:  # else a later build asks for more
                self._tell(job)
                for name, content in card_index.files(
                    job.order, self.prints, job.guide.catalogue, folder=CARDS
                ).items():
                    if isinstance(content, bytes):
                        write_file(content, str(Path(config.site_dir, name)))

    def _print(self, job: Job, config: MkDocsConfig) -> None:
        with TemporaryDirectory() as desk:
            folder = Folder(Path(desk))
            self.prints, self.said = print_run(job.order.documents, kept(config, "cards"), folder, job.tools)
        self.state = job.state

    def _tell(self, job: Job) -> None:
        tell(refusals(self.said, records=lambda name: _record(name, job.guide, job.files)))


def _job(order: Order, guide: Guide, files: Files) -> Job:
    fonts = [file.content_bytes for file in files if PurePosixPath(file.src_uri).match("assets/fonts/*.woff2")]
    templates = {each.name: each.read_bytes() for each in sorted(Path(TEMPLATES).iterdir())}
    made_of = [*fonts, *templates.values(), *(f"{each.id} {each.key}".encode() for each in order.documents)]
    code = code_key(file.read_bytes() for file in sorted(Path(TEMPLATES).parent.glob("*.py")))
    tools = Tools(fonts, templates, threads=os.cpu_count() or 1, code=code)
    return Job(order, tools, guide, files, code_key([*made_of, code.encode()]))


def _record(name: str, guide: Guide, files: Files) -> Record | None:
    """Return what was read of an exercise, or of a file with the texts of boxes: so its lines are known."""
    uri = TEXTS.get(name, "")
    if uri not in files.src_uris:
        return guide.catalogue.records.get(name)
    record, _told = read_yaml(files.src_uris[uri].content_bytes, file=f"{guide.docs}/{uri}")
    return record


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """List the prints on the page of cards, and give an exercise its own; a page behind a code shows both."""
    guide, uri = guide_of(config), page.file.src_uri
    printed = PRINTED.get(guide)
    folder, slug = str(PurePosixPath(uri).parent), PurePosixPath(uri).stem
    if printed is None:
        return context
    if uri == INDEX:
        offer(context, config, prints=card_index.view(printed.order, printed.prints, folder=CARDS))
    elif folder == EXERCISES and slug in guide.catalogue.exercises:
        own = card_index.own_files(printed.order, printed.prints, slug, folder=CARDS)
        offer(context, config, own_cards=own)
    elif folder == card_index.SHORT and slug in printed.order.cards:
        target = guide.addresses[f"{EXERCISES}/{slug}.md"]
        version = card_index.version_view(printed.order, guide.catalogue, slug)
        own = card_index.own_files(printed.order, printed.prints, slug, folder=CARDS)
        shown = exercise_view(guide, slug, menu_titles(nav))
        version |= {"exercise": target, "cards": guide.addresses[INDEX]}
        offer(context, config, version=version, exercise=shown, own_cards=own)
    return context


_printer = Printer()
on_startup, on_files, on_post_build = _printer.on_startup, _printer.on_files, _printer.on_post_build

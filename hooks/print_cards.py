"""Print cards: set every document as PDF with a picture of its first page, and list them on the page of cards."""

import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from kit.cards import card_index
from kit.cards.lacking import printable, printed
from kit.cards.print_order import Order, order_of
from kit.cards.print_run import Print
from kit.cards.printer import Job, Printer
from kit.cards.qr_code import kept_code
from kit.cards.too_full import refusals
from kit.cards.typeset import TEMPLATES
from kit.guide import CARDS, TEXTS, Guide
from kit.record import Record
from kit.views.prints_view import prints_view
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext
from site_assets import tools_of
from site_disk import desk, kept
from site_guide import add, guide_of, lacking_in, menu_titles, offer, records_in, wanted
from site_log import tell, tell_once

INDEX = f"{CARDS}/index.md"


@dataclass(frozen=True)
class Printed:
    """What was printed of a guide, and the files that it came from."""

    guide: Guide
    order: Order
    prints: Mapping[str, Print]
    files: Files


class Cards:
    """What this hook knows of a build: its printer, what was printed, and whether pages come before that."""

    def __init__(self) -> None:
        """Begin as a build that has printed nothing."""
        self.preview, self.printer = False, Printer()
        self.printed: Printed | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 MkDocs passes it by name
        """Note whether this is a preview."""
        self.preview = command == "serve"

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Report what cannot be printed; add the PDFs and their pictures, the open data and the pages for the codes."""
        guide = guide_of(config, files)
        tell(guide.problems.get("cards", ()))
        asked, odd = wanted(config, files) if INDEX in guide.addresses else (None, [])
        self.printed = None
        if asked is None:
            return files
        code = partial(kept_code, shelf=kept(config, "codes"))
        order, problems = order_of(asked, addresses=guide.addresses, site=guide.site.published, code=code)
        tell_once(config, [*odd, *problems])
        tools, shelf = tools_of(files, config, Path(TEMPLATES), threads=os.cpu_count() or 1), kept(config, "cards")
        letters = lacking_in(files, config, tools.fonts, {text for each in order.documents for text in printed(each)})
        documents = tuple(printable(each, letters) for each in order.documents)
        done = self.printer.print(Job(documents, tools, shelf, desk), late=self.preview)
        prints = {each.id: found for each in order.documents if (found := self.printer.prints.get(each.id))}
        self.printed = Printed(guide, order, prints, files)
        add(files, config, card_index.files(order, prints, guide.catalogue, folder=CARDS))
        if done:
            _tell(self.printed, self.printer.said)
        return files

    def shown(self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
        """List the prints on the page of cards, and give an exercise its own; a page behind a code shows both."""
        if (found := self.printed) is not None:
            view = prints_view(found.guide, page.file.src_uri, found.order, found.prints, menu_titles(nav))
            offer(context, config, **view)
        return context

    def on_post_build(self, config: MkDocsConfig) -> None:
        """In a preview, print what changed once the pages are there: until then they have the cards from before."""
        if (late := self.printer.put_off()) is not None and self.printed is not None:
            threading.Thread(target=self._late, args=(late, self.printed, config.site_dir), daemon=True).start()

    def _late(self, late: Callable[[], bool], found: Printed, site: str) -> None:
        if late():
            _tell(found, self.printer.said)
            for name, each in self.printer.prints.items():
                for address, content in ((card_index.PDF, each.pdf), (card_index.PICTURE, each.picture)):
                    write_file(content, str(Path(site, CARDS, address.format(id=name))))


def _tell(found: Printed, said: Mapping[str, str]) -> None:
    def record(name: str) -> Record | None:
        own = records_in(found.guide, found.files, [TEXTS.get(name, "")])
        return next(own, found.guide.catalogue.records.get(name))

    tell(refusals(said, records=record))


_cards = Cards()
on_startup, on_files = _cards.on_startup, _cards.on_files
on_page_context, on_post_build = _cards.shown, _cards.on_post_build

"""Print cards: set every document as PDF with a picture of its first page, and list them on the page of cards."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from weakref import WeakKeyDictionary

from kit.cards import card_index
from kit.cards.print_order import Order, order_of
from kit.cards.print_run import Print, print_run
from kit.cards.qr_code import kept_code
from kit.cards.too_full import refusals
from kit.cards.typeset import TEMPLATES, Tools
from kit.guide import CARDS, EXERCISES, LOG, PLAN, SIGNS, WORDS, Guide
from kit.record import Record, read_yaml
from kit.views.exercise_view import exercise_view
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
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


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Report what cannot be printed; add the PDFs and their pictures, the open data and the pages for the codes."""
    guide = guide_of(config, files)
    tell(guide.problems.get("cards", ()))
    asked, odd = wanted(config, files) if INDEX in guide.addresses else (None, [])
    if asked is None:
        return files
    codes = kept(config, "codes")
    order, problems = order_of(
        asked, addresses=guide.addresses, site=guide.site.published, code=lambda text: kept_code(text, codes)
    )
    fonts = [file.content_bytes for file in files if PurePosixPath(file.src_uri).match("assets/fonts/*.woff2")]
    templates = {each.name: each.read_bytes() for each in sorted(Path(TEMPLATES).iterdir())}
    tools = Tools(fonts, templates, threads=os.cpu_count() or 1)
    with TemporaryDirectory() as desk:
        prints, said = print_run(order.documents, kept(config, "cards"), Folder(Path(desk)), tools)
    tell([*odd, *problems, *refusals(said, records=lambda name: _record(name, guide, files))])
    PRINTED[guide] = Printed(order, prints)
    add(files, config, card_index.files(order, prints, guide.catalogue, folder=CARDS))
    return files


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

"""Supply the print studio: give its page the exercises, sets and words as data."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from kit.cards.font import letters
from kit.cards.studio import to_json
from kit.guide import CARDS, EXERCISES
from kit.views.place import address
from kit.views.search_view import finding_of
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from site_guide import add, guide_of, lacks, offer, wanted

PAGE = f"{CARDS}/studio.md"
MINE = f"{CARDS}/mine.md"
DATA = f"{CARDS}/studio.json"
FONTS = "assets/fonts/*.woff2"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the data. What is wrong in the files that it comes from is reported by the hooks that own them."""
    guide = guide_of(config, files)
    asked, _ = wanted(config, files) if PAGE in guide.addresses else (None, [])
    if asked is not None:
        lacks(config, "print_cards", "the studio has no drawings to show")
        fonts = [file.content_bytes for file in files if PurePosixPath(file.src_uri).match(FONTS)]
        data = to_json(
            asked,
            site=guide.site.published,
            folder=CARDS,
            finding=finding_of(guide),
            letters=letters(fonts),
            formerly=_formerly(guide.settings.moved),
        )
        add(files, config, {DATA: data})
    return files


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001 MkDocs passes it by name
    """Tell the page of the studio that its data is there."""
    if page.file.src_uri == PAGE:
        guide = guide_of(config)
        mine = {"mine": address(guide, MINE)} if MINE in guide.addresses else {}
        offer(context, config, studio={"data": DATA, **mine})
    return context


def _formerly(moved: Mapping[str, str]) -> dict[str, str]:
    """Return the slug of today for each that an exercise once had, so that old links know it."""
    paths = [(PurePosixPath(old), PurePosixPath(new)) for old, new in moved.items()]
    return {old.stem: new.stem for old, new in paths if old.parent.name == new.parent.name == EXERCISES}

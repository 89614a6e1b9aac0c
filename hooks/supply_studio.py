"""Supply the print studio and "My exercises": give their pages the exercises, sets and words, and one script each."""

import json
from pathlib import PurePosixPath

from kit.cards.card_index import SHORT
from kit.cards.font import letters
from kit.cards.studio import to_json
from kit.exercises.code import former_slugs
from kit.guide import CARDS, EXERCISES, Guide
from kit.pages.script import SCRIPTS, only_for, whole
from kit.views.moving_view import moving_view
from kit.views.search_view import finding_of
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from site_assets import fonts_of, scripts_of
from site_guide import add, guide_of, offer, pictures, wanted

STUDIO, MINE = f"{CARDS}/studio.md", f"{CARDS}/mine.md"
DATA = f"{CARDS}/studio.json"
PAGES = (f"{SCRIPTS}/studio/page.js", f"{SCRIPTS}/mine/page.js")
"""The modules that the two pages begin with."""
MOVING = f"{CARDS}/figures/{{}}.json"
"""Where the moving figure of an exercise lies; null for one that does not move."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the data, and join the modules of each page: some sixty files took longer to ask for than to send.

    What is wrong in the files that the data comes from is reported by the hooks that own them.
    """
    guide = guide_of(config, files)
    asked, _ = wanted(config, files) if {STUDIO, MINE} & guide.addresses.keys() else (None, [])
    if asked is None:
        return files
    data = to_json(
        asked,
        site=guide.site.published,
        folder=CARDS,
        finding=finding_of(guide),
        letters=letters(fonts_of(files, config)),
        formerly=former_slugs(guide.settings.moved, EXERCISES),
    )
    add(files, config, {DATA: data})
    _join(files, config)
    if _does(guide):
        motions = pictures(config).album.motions
        moving = {slug: moving_view(motions.get(slug, "")) for slug in guide.catalogue.exercises}
        texts = {MOVING.format(slug): json.dumps(each, separators=(",", ":")) for slug, each in moving.items()}
        add(files, config, texts)
    return files


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001 MkDocs passes it by name
    """Tell the two pages that their data is there, and each exercise where it can be done with a timer."""
    guide, path = guide_of(config), PurePosixPath(page.file.src_uri)
    if page.file.src_uri == STUDIO:
        offer(context, config, studio={"data": DATA, "mine": guide.addresses[MINE] if _does(guide) else None})
    elif page.file.src_uri == MINE and _does(guide):
        offer(context, config, mine={"data": DATA, "moving": MOVING, "studio": guide.addresses.get(STUDIO)})
    elif str(path.parent) in {EXERCISES, SHORT} and path.stem in guide.catalogue.exercises and _does(guide):
        offer(context, config, together=f"{guide.addresses[MINE]}#v=1&cards={path.stem}")
    return context


def _join(files: Files, config: MkDocsConfig) -> None:
    sources = scripts_of(files, config)
    pages = [each for each in PAGES if each in sources]
    for uri in only_for(pages, sources) - set(pages):
        files.remove(files.src_uris[uri])
    for uri in pages:
        files.src_uris[uri].content_string = whole(uri, sources)


def _does(guide: Guide) -> bool:
    """Return whether this guide has the page of "My exercises" and words for it."""
    words = guide.words
    return MINE in guide.addresses and bool(words and words.cards and words.studio and words.mine)

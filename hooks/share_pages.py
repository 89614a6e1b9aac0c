"""Share pages: draw the picture that stands beside a shared link, and say in each page's head what it leads to."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from weakref import WeakKeyDictionary

from kit.cards.lacking import with_marks
from kit.cards.social_picture import TEMPLATES, Brand, social_pictures
from kit.cards.typeset import SettingError, Tools
from kit.guide import Guide
from kit.problem import problem
from kit.views.sharing import PICTURES, picture_of, shared_pictures, sharing_view
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from site_assets import mark_of, tools_of
from site_disk import desk, kept
from site_guide import add, guide_of, lacking_in, offer, pictures
from site_log import tell

ROBOTS = "User-agent: *\nAllow: /\n\nSitemap: {address}sitemap.xml\n"
DRAWN: WeakKeyDictionary[Guide, Mapping[str, bytes]] = WeakKeyDictionary()
"""The pictures of a guide, by the path of their page."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pictures, and tell crawlers where the list of pages is."""
    guide = guide_of(config, files)
    if not guide.site.address:
        return files
    add(files, config, {"robots.txt": ROBOTS.format(address=guide.site.address)})
    tools = tools_of(files, config, Path(TEMPLATES))
    if tools.fonts:
        found = _drawn(guide, tools, files, config)
        add(files, config, {picture_of(uri): picture for uri, picture in found.items()})
        DRAWN[guide] = found
    return files


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001 MkDocs passes it by name
    """Give the page what its head says of it."""
    guide, uri = guide_of(config), page.file.src_uri
    otherwise = (str(page.title), str(page.meta.get("description") or config.site_description or ""))
    said = sharing_view(guide, uri, page.url, otherwise=otherwise, drawn=DRAWN.get(guide, {}))
    offer(context, config, shared=said)
    return context


def _drawn(guide: Guide, tools: Tools, files: Files, config: MkDocsConfig) -> Mapping[str, bytes]:
    """Return the pictures by the path of their page; report letters that the font lacks, or why there are none."""
    shared = shared_pictures(guide, pictures(config))
    texts = [guide.site.name, *(text for each in shared.values() for text in (each.title, each.text))]
    letters = lacking_in(files, config, tools.fonts, texts)
    brand = Brand(with_marks(guide.site.name, letters), _code(guide.site.language), mark_of(files, config) or "")
    wanted = {
        uri: replace(each, title=with_marks(each.title, letters), text=with_marks(each.text, letters))
        for uri, each in shared.items()
    }
    with desk() as folder:
        try:
            return social_pictures(wanted, brand, kept(config, "social"), folder, tools)
        except SettingError as refusal:
            tell([problem(PICTURES, 0, "typst", str(refusal))])
    return {}


def _code(language: str) -> str:
    """Return the code of a language without its country or script: `pt` of `pt-BR`."""
    return language.partition("-")[0]

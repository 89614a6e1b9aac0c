"""Describe pages to machines: JSON-LD in the head of each page, from what the page shows anyway."""

from kit.views.description import description
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from site_guide import guide_of, offer


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read the guide."""
    guide_of(config, files)
    return files


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001 MkDocs passes it by name
    """Give the page its description; `extra.structured_data` of mkdocs.yml says what kind of pages they are."""
    text = description(guide_of(config), page.file.src_uri, page.url, title=str(page.title))
    offer(context, config, description=Markup(text) if text else None)  # noqa: S704 JSON that closes no element
    return context

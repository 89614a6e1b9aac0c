"""Explain glossary terms: a tooltip at their first use on each page, and the list on the glossary page."""

from kit.guide import GLOSSARY, Guide
from kit.pages.glossary import GlossaryExtension, as_markdown
from kit.pages.page import Term
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from site_guide import guide_of


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Hand the terms of the glossary page to Markdown."""
    terms = _terms(guide_of(config, files))
    if terms:
        config.markdown_extensions.append(GlossaryExtension(terms))  # type: ignore[arg-type] # Markdown takes objects too
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """List the terms under the words of the glossary page."""
    return markdown + as_markdown(_terms(guide_of(config))) if page.file.src_uri == GLOSSARY else markdown


def _terms(guide: Guide) -> tuple[Term, ...]:
    return guide.pages[GLOSSARY].terms if GLOSSARY in guide.pages else ()

"""Explain glossary terms: a tooltip at their first use on each page, and the list on the glossary page."""

from kit.front_matter import read
from kit.pages.glossary import GlossaryExtension, as_markdown
from kit.pages.page import Term, read_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

GLOSSARY = "glossary.md"
"""The page whose front matter lists the terms; check_pages reports what is wrong with it."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Hand the terms of the glossary page to Markdown."""
    file = files.get_file_from_path(GLOSSARY)
    if file is not None:
        config.markdown_extensions.append(GlossaryExtension(_terms(file)))  # type: ignore[arg-type] # Markdown takes objects too
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """List the terms under the words of the glossary page."""
    return markdown + as_markdown(_terms(page.file)) if page.file.src_uri == GLOSSARY else markdown


def _terms(file: File) -> tuple[Term, ...]:
    front_matter, _ = read(file.content_bytes, file=GLOSSARY)
    page, _ = read_page(front_matter) if front_matter else (None, [])
    return page.terms if page else ()

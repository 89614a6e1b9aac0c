"""Explain glossary terms: a tooltip at their first use on each page, and the list on the glossary page."""

from kit.front_matter import read
from kit.glossary import GlossaryExtension
from kit.page import read_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

GLOSSARY = "glossary.md"
"""The page whose front matter lists the terms; check_pages reports what is wrong with it."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Hand the terms of the glossary page to Markdown."""
    file = files.get_file_from_path(GLOSSARY)
    if file is None:
        return files
    front_matter, _ = read(file.content_bytes, file=GLOSSARY)
    page, _ = read_page(front_matter) if front_matter else (None, [])
    if page is not None:
        config.markdown_extensions.append(GlossaryExtension(page.terms))  # type: ignore[arg-type] # Markdown takes objects too
    return files

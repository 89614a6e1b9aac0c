"""Adds a link to the words of every page, as hooks do."""

from mkdocs.structure.pages import Page

FOOT = '<p><a href="data/rivers.json">Data</a></p>'


def on_page_content(html: str, page: Page, **_: object) -> str:
    """Return the words of the home page with a link under them."""
    return html + FOOT if page.is_homepage else html

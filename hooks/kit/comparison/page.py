"""A page of a built site, as it is compared: what readers read, and all that stands in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kit.redirect import target_of
from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = "h1, h2, h3, h4, p, li, td, th, dt, dd, summary, figcaption"
UNREAD = "script, style, svg, nav, template"
ERRORS = frozenset({"404.html", "503.html"})
"""Pages that a server shows in place of others: a site on a disk has none."""


@dataclass(frozen=True)
class Page:
    """A page of a built site: its title, its words block by block, and all that stands in it."""

    title: str
    words: tuple[str, ...]
    whole: str


def page_in(text: str, *, file: str) -> Page | None:
    """Return the page in an HTML file, or None for one that readers do not read, such as one that sends them on."""
    tree = LexborHTMLParser(text)
    main = tree.css_first("main")
    if main is None or file in ERRORS or target_of(text[:2000]) is not None:
        return None
    title = tree.css_first("h1") or tree.css_first("title")
    whole = str(main.html)
    for node in main.css(UNREAD):
        node.decompose()
    return Page(_text(title) if title else file, tuple(_blocks(main)), whole)


def _blocks(main: LexborNode) -> Iterator[str]:
    for node in main.css(BLOCKS):
        inner = any(each.mem_id != node.mem_id for each in node.css(BLOCKS))
        if not inner and (words := _text(node)):
            yield words


def _text(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").replace("¶", "").split())

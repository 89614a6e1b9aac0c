"""An element of raw HTML that is never closed: the reader takes all below it for HTML, and many links seem broken."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markdown import Markdown
from markdown.extensions.md_in_html import HTMLExtractorExtra
from markdown.util import BLOCK_LEVEL_ELEMENTS

from site_link_check.judge.fault import Fault
from site_link_check.place.spot import HEADING, spots_of_links
from site_link_check.place.woven import Woven
from site_link_check.read.markdown_source import without_code
from site_link_check.read.site import Site, address_of

BLOCK = "|".join(sorted({*BLOCK_LEVEL_ELEMENTS} - {"hr"}))
OPENING = re.compile(rf"<(?:{BLOCK})\b[^<>]*(?<!/)>", re.IGNORECASE)
CLOSING = re.compile(rf"</(?:{BLOCK})\s*>", re.IGNORECASE)
CONSEQUENCES = ("target-", "anchor-", "reference-", "markup-", "footnote-", "link-", "base-", "url-", "image-", "id-")


@dataclass(frozen=True)
class Unclosed:
    """The fault of an unclosed element, and the sources and files that the swallowed text names."""

    fault: Fault
    page: str
    below: frozenset[str]


def may_be_unclosed(text: str) -> bool:
    """Tell whether a text opens more blocks than it closes; most pages open none."""
    return len(OPENING.findall(text)) > len(CLOSING.findall(text))


def unclosed_element(source: Woven, *, file: str) -> Unclosed | None:
    """Return the first block of raw HTML in a page that is never closed, or None."""
    plain = without_code(source.text)
    if not may_be_unclosed(plain):
        return None
    extractor = _Extractor(Markdown(extensions=["md_in_html"]))
    extractor.feed(plain)
    if not extractor.opened or not (extractor.stack or extractor.mdstack):
        return None
    name, line, column = extractor.opened[0]
    starts = [0, *(match.end() for match in re.finditer("\n", plain))]
    start = starts[line - 1] + column
    place = source.place(start, len(name) + 1)
    if place is None or not plain[start:].lower().startswith("<" + name):
        return None
    text = f"<{name}> is never closed: all below it is read as HTML, no Markdown. Expected </{name}>."
    lost = source.text[start:].partition("\n")[2]
    if not HEADING.search(lost) and all(spot.kind == "attribute" for spot in spots_of_links(lost)):
        return None
    below = frozenset(_name(spot.url) for spot in spots_of_links(source.text[start:]) if spot.url)
    return Unclosed(Fault("html-unclosed", file, text, place=place), file, below)


def without_consequences(faults: Iterable[Fault], unclosed: Sequence[Unclosed], site: Site) -> list[Fault]:
    """Return faults without those that only follow from an element that is never closed."""
    pages = {each.page: each for each in unclosed}
    return [fault for fault in faults if not unclosed or not _follows(fault, pages, site)]


def _follows(fault: Fault, pages: dict[str, Unclosed], site: Site) -> bool:
    if (own := pages.get(fault.file)) is not None and fault.rule.startswith(CONSEQUENCES):
        opened, place = own.fault.place, fault.place
        return (
            place is None or not place.line or opened is None or place.file != opened.file or place.line >= opened.line
        )
    if fault.rule.startswith("anchor-") or (fault.rule == "address-gone" and "#" in fault.target):
        return any(fault.target.partition("#")[0] == address_of(page) for page in pages)
    if fault.rule in {"page-unreached", "page-far", "asset-unused"}:
        source = site.made_from.get(fault.file, fault.file)
        return any(_name(source) in each.below for each in pages.values())
    return False


def _name(url: str) -> str:
    return url.partition("#")[0].rstrip("/").rpartition("/")[2].lower()


class _Extractor(HTMLExtractorExtra):
    """Finds raw HTML as the reader does, and remembers where each block that is still open began."""

    def __init__(self, md: Markdown) -> None:
        self.opened: list[tuple[str, int, int]] = []
        self.stack: list[str] = []
        self.mdstack: list[str] = []
        super().__init__(md)

    def reset(self) -> None:
        self.opened = []
        super().reset()

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        before = len(self.stack) + len(self.mdstack)
        line, column = self.getpos()
        super().handle_starttag(tag, attrs)
        if len(self.stack) + len(self.mdstack) > before:
            self.opened.append((tag, line, column))

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        del self.opened[len(self.stack) + len(self.mdstack) :]

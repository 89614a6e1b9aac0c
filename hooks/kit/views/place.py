"""A place to go to: the address and the title of a page, as links show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kit.guide import Guide
from kit.phrase import BLANK


@dataclass(frozen=True)
class Place:
    """A link: the address from the root of the site, and its words."""

    uri: str
    title: str


def address(guide: Guide, uri: str) -> str:
    """Return the address of a page from the root of the site; that of the home page is empty."""
    return guide.addresses[uri].removeprefix("./")


def title_of(guide: Guide, uri: str) -> str:
    """Return what a page calls itself."""
    if uri in guide.pages:
        return guide.pages[uri].title
    folder, _, name = uri.rpartition("/")
    slug = name.removesuffix(".md")
    if folder == "exercises" and slug in guide.catalogue.exercises:
        return guide.catalogue.exercises[slug].title
    asked = guide.faq.by_uri.get(uri) if guide.faq else None
    return asked.question if asked else slug.replace("-", " ").capitalize()


def places(guide: Guide, uris: Iterable[str], titles: Mapping[str, str]) -> list[Place]:
    """Return the links to some pages, those that there are; `titles` are those of the menu, which come first."""
    return [
        Place(address(guide, uri), titles.get(uri) or title_of(guide, uri)) for uri in uris if uri in guide.addresses
    ]


def spelled(phrase: str, links: Mapping[str, Place]) -> list[tuple[str, Place | None]]:
    """Return a phrase in pieces: its words as they stand, and a link for each of its blanks."""
    pieces: list[tuple[str, Place | None]] = []
    end = 0
    for match in BLANK.finditer(phrase):
        pieces += [(phrase[end : match.start()], None), ("", links[match[1]])]
        end = match.end()
    return [piece for piece in [*pieces, (phrase[end:], None)] if piece != ("", None)]

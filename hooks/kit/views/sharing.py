"""What others see of a page where a link to it is shared: its title, some words, and a picture."""

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urljoin

from kit.cards.card_index import SHORT
from kit.cards.social_picture import HEIGHT, WIDTH, Shared
from kit.guide import EXERCISES, Guide
from kit.pictures import Pictures
from kit.views.page_view import said_of

PICTURES = "assets/social"
HOME = "index.md"


def picture_of(uri: str) -> str:
    """Return the path of the picture of a page."""
    return f"{PICTURES}/{uri.removesuffix('.md')}.png"


def shared_pictures(guide: Guide, pictures: Pictures) -> dict[str, Shared]:
    """Return what is on the picture of each page that says its title, by path.

    An exercise shows its last figure, every other page that of the home page.
    """
    home = guide.pages.get(HOME)
    drawn = pictures.diagrams.get(home.figure) if home and home.figure else None
    found = {}
    for uri in guide.addresses:
        title, text = said_of(guide, uri)
        if title:
            svg = _figure(guide, uri, pictures.album.printed) or (drawn.printed if drawn else "")
            found[uri] = Shared(title, text or "", svg)
    return found


def sharing_view(
    guide: Guide, uri: str, url: str, *, otherwise: tuple[str, str], drawn: Collection[str]
) -> dict[str, Any] | None:
    """Return what the head of a page says of it, or None for a guide that does not say where it will be.

    `url` is its address from the root; `otherwise` are title and words for a page of which the guide has none, and
    `drawn` are the pages that have a picture: one without shows that of the home page.
    """
    root = guide.site.address
    if not root:
        return None
    title, text = said_of(guide, uri)
    behind = f"{EXERCISES}/{uri.rpartition('/')[2]}"  # what a page behind a printed code is about
    shown = next((each for each in (uri, behind if uri.startswith(SHORT) else uri, HOME) if each in drawn), None)
    picture = {"address": urljoin(root, picture_of(shown)), "width": WIDTH, "height": HEIGHT} if shown else None
    return {
        "title": title or otherwise[0],
        "text": text or otherwise[1],
        "address": urljoin(root, url),
        "site": guide.site.name,
        "picture": picture,
    }


def _figure(guide: Guide, uri: str, printed: Mapping[str, str]) -> str:
    """Return the last figure of an exercise, or nothing for another page and where a frame is no figure."""
    folder, _, name = uri.rpartition("/")
    exercise = guide.catalogue.exercises.get(name.removesuffix(".md")) if folder == EXERCISES else None
    return printed.get(f"{name.removesuffix('.md')}-{len(exercise.frames)}", "") if exercise else ""

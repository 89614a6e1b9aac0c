"""What pages show of keeping the site for times without a network."""

from typing import Any

from kit.guide import Guide
from kit.offline.listing import WORKER
from kit.offline.manifest import FOLDER, NAME, TOUCH
from kit.phrase import fill
from kit.views.place import address

ANCHOR = "keep-this-guide"
KEPT_SIZE, ARCHIVE_SIZE = "@kept@", "@archive@"
"""What stands for the sizes until the whole site is there to be weighed."""


def keep_view(guide: Guide) -> dict[str, Any] | None:
    """Return what every page has: the link to the offer and the addresses of worker and manifest; None without them."""
    found, words = guide.settings.offline, guide.words.offline if guide.words else None
    if found is None or words is None:
        return None
    page = address(guide, found.page) if found.page in guide.addresses else found.page
    return {
        "worker": WORKER,
        "manifest": NAME,
        "icon": f"{FOLDER}/{TOUCH.name}",
        "link": f"{page}#{ANCHOR}",
        "title": words.title,
    }


def offer_view(guide: Guide, uri: str | None, *, archived: bool) -> dict[str, Any] | None:
    """Return the offer to keep the site, for the page that makes it; None for every other page."""
    found, words = guide.settings.offline, guide.words.offline if guide.words else None
    if found is None or words is None or found.page != uri:
        return None
    return {
        "anchor": ANCHOR,
        "told": fill(words.told, size=KEPT_SIZE),
        "archive": found.archive if archived else None,
        "archive_text": fill(words.archive, size=ARCHIVE_SIZE),
    }


def away_view(guide: Guide) -> dict[str, Any]:
    """Return what the page says first that stands in for one that is not kept: when to call for help at once."""
    call = guide.words.cards.emergency if guide.words and guide.words.cards else None
    return {"call": call, "signs": guide.strip} if call and guide.strip else {}

"""What stands around every page: the link to help, the doors of the home page, and when the page was checked."""

import datetime as dt
from typing import Any

from kit.evidence.treatment import Review, review
from kit.guide import EXERCISES, Guide
from kit.pages.page import Page
from kit.phrase import fill


def help_view(guide: Guide) -> dict[str, str] | None:
    """Return the link that stands in the header of every page, or None for a guide without one."""
    found = guide.settings.help
    return {"uri": found.page, "label": found.label, "short": found.short} if found else None


def contact_view(guide: Guide, uri: str) -> dict[str, Any] | None:
    """Return how to write to whoever runs the site, for the page that says so; None for every other page."""
    found = guide.settings.contact
    if found is None or found.page != uri:
        return None
    if found.address is None:
        return {"title": found.title, "before": found.none, "address": None, "href": None, "after": ""}
    before, after = _around(found.told, "address")
    href = found.address if found.address.startswith("https://") else f"mailto:{found.address}"
    return {"title": found.title, "before": before, "address": found.address, "href": href, "after": after}


def home_view(page: Page) -> dict[str, Any]:
    """Return what the home page says first, and the doors into the site."""
    return {
        "title": page.title,
        "lead": page.lead or "",
        "start": page.start,
        "figure": page.figure,
        "doors": page.doors,
    }


def said_of(guide: Guide, uri: str) -> tuple[str | None, str | None]:
    """Return the title of a page and the one sentence that says what it is about, where the guide says so."""
    if asked := guide.faq.by_uri.get(uri) if guide.faq else None:
        return asked.question, asked.short_answer
    slug = uri.rpartition("/")[2].removesuffix(".md")
    if uri.startswith(f"{EXERCISES}/") and (exercise := guide.catalogue.exercises.get(slug)):
        return exercise.title, exercise.description
    page = guide.pages.get(uri)
    return (page.title, page.description) if page else (None, None)


def reviewed_on(guide: Guide, uri: str) -> dt.date | None:
    """Return the day on which a page was checked, or None where it does not say."""
    if uri in guide.pages:
        return guide.pages[uri].reviewed
    slug = uri.rpartition("/")[2].removesuffix(".md")
    if uri.startswith(f"{EXERCISES}/") and slug in guide.catalogue.exercises:
        return guide.catalogue.exercises[slug].reviewed
    asked = guide.faq.by_uri.get(uri) if guide.faq else None
    return asked.reviewed if asked else None


def review_of(guide: Guide, uri: str, day: dt.date | None, today: dt.date) -> Review | None:
    """Return when a page that was checked on a day is due again; None without that day or the setting."""
    months = guide.settings.checked.months if guide.settings.checked else {}
    return review(day, uri=uri, months=months, today=today)


def checked_view(guide: Guide, day: dt.date | None, due: Review | None) -> dict[str, Any] | None:
    """Return what stands under a page about its last and its next check; None where there is nothing to say."""
    words = guide.words.page if guide.words else None
    if guide.words is None or words is None or day is None:
        return None
    parts = _around(words.checked, "date")
    shown: dict[str, Any] = {
        "before": parts[0],
        "date": guide.words.dates.say(day),
        "iso": day.isoformat(),
        "after": parts[1],
        "note": guide.words.checked or "",
        "link": guide.settings.checked,
        "suggest": words.suggest,
        "due": None,
    }
    if due is not None:
        before, after = _around(words.overdue if due.overdue else words.due, "date")
        told = {"before": before, "date": guide.words.dates.say(due.due), "iso": due.due.isoformat(), "after": after}
        shown["due"] = told | {"overdue": due.overdue}
    return shown


def _around(phrase: str, name: str) -> tuple[str, str]:
    """Return what stands before and after a blank: the page marks what fills it."""
    before, _, after = fill(phrase, **{name: "\0"}).partition("\0")
    return before, after

"""The words around every page: its menu, what stands under it, the search, and what is said without a network."""

from typing import Annotated

from kit.phrase import Counted, Text, blanks
from kit.words.names import FoundKind, Level
from kit.words.section import Section, among, every


class PageWords(Section):
    """What stands around every page."""

    checked: Annotated[str, blanks("date")]
    due: Annotated[str, blanks("date")]
    overdue: Annotated[str, blanks("date")]
    suggest: Text
    source: Text | None = None


class FrameWords(Section):
    """What the frame around every page says: its menu, and the choice of colours."""

    skip: Text
    parts: Text
    pages: Text
    path: Text
    on_this_page: Text
    onward: Text
    before: Text
    after: Text
    menu: Text
    close: Text
    colours: Text
    colours_choose: Text
    colours_system: Text
    colours_light: Text
    colours_dark: Text


class SearchWords(Section):
    """What the search says: its field, what kind of page each result is, and what to do when nothing is found."""

    title: Text
    label: Text
    found: Counted
    none: Text
    none_next: Text
    missing: Text
    failed: Text
    sign: Text
    levels: Annotated[dict[Annotated[str, among(Level)], Text], every(Level)]
    kinds: Annotated[dict[Annotated[str, among(FoundKind)], Text], every(FoundKind)]


class OfflineWords(Section):
    """What is said about keeping the site for times without a network, and on the page that stands in without one."""

    title: Text
    told: Annotated[str, blanks("size")]
    press: Text
    again: Text
    keeping: Text
    bar: Text
    kept: Text
    room: Text
    failed: Text
    archive: Annotated[str, blanks("size")]
    archive_told: Text
    away: Text
    away_why: Text
    away_ways: Text


class NotFoundWords(Section):
    """What the page says that stands in for one which is not there."""

    title: Text
    why: Text
    near: Text
    search: Annotated[str, blanks("words")]
    ways: Text

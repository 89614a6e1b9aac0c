"""A trace: for each link, mark and id of one built page the place in its source that made it, where one did."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Protocol, TypeAlias

from site_link_check.judge.fault import Place
from site_link_check.judge.text_markup import Mark, marks
from site_link_check.place.spot import (
    TOKEN,
    Spot,
    label_of,
    marked,
    spots_of_ids,
    spots_of_links,
    starts_of_marks,
    without_tokens,
)
from site_link_check.place.woven import Woven
from site_link_check.read.built_page import BuiltPage, Link, Reference, read_page

MANY = 1500
"""More links than this on one page are compared by what they are, not also by their order."""

Key: TypeAlias = tuple[str, str, str, str]
"""What two readings of one link have in common: tag, attribute, where it leads, and the letters of its words."""


class Leads(Protocol):
    """Tells where an address leads."""

    def __call__(self, url: str, *, is_markdown: bool) -> str:
        """Return the target of an address as written, in Markdown or in HTML."""


@dataclass(frozen=True, slots=True)
class Found:
    """The place of a link, the address as written there, and whether it is Markdown (and not raw HTML), in `<>`."""

    place: Place
    url: str
    is_markdown: bool
    is_angled: bool = False


class Trace:
    """Compares a built page with its source rendered again with tokens in it."""

    def __init__(
        self,
        page: BuiltPage,
        source: Woven,
        render: Callable[[str], str] | None,
        *,
        leads_to: Leads,
        bare: bool = False,
    ) -> None:
        """Compare with a source, rendered by `render`, or by nothing where it is HTML.

        `leads_to` returns the target of an address as written, in Markdown or in HTML. `bare` tells whether the
        reader turns bare addresses into links.
        """
        self._page = page
        self._source = source
        self._render = render
        self._leads_to = leads_to
        self._bare = bare

    def reference(self, index: int) -> Found | None:
        """Return what made a link of the page, by its number; None when the source did not."""
        return self._references.get(index)

    def around(self, link: Link) -> Found | None:
        """Return what made a link around the words of a page; only where the page is HTML as people wrote it."""
        return self._chrome.get(link) if self._render is None else None

    def mark(self, index: int) -> Place | None:
        """Return the place of a mark that became text, by its number on the page."""
        return self._place_of_mark(self._marks[index]) if index in self._marks else None

    def label(self, index: int) -> str:
        """Return the label that a reference asks for whose mark became text: as written, in one line."""
        end = self._marks[index].end
        return label_of(self._source.text, self._starts[end], end)

    def id(self, name: str, number: int) -> Place | None:
        """Return the place that gives a repeated id, counted from 0; None when something else gives it too."""
        places = self._ids.get(name, [])
        return places[number] if len(places) == self._page.id_counts.get(name, 0) > number else None

    @cached_property
    def _spots(self) -> list[Spot]:
        return spots_of_links(self._source.text, is_html=self._render is None, bare=self._bare)

    @cached_property
    def _read(self) -> BuiltPage:
        return self._rendered(self._spots)

    def _rendered(self, spots: list[Spot]) -> BuiltPage:
        text = marked(self._source.text, spots)
        html = text if self._render is None else f"<article>{self._render(text)}</article>"
        return read_page(html, file=self._page.file)

    @cached_property
    def _references(self) -> dict[int, Found]:
        read = [(each, self._spot(each.url)) for each in self._read.references]
        here = [self._key(each, is_markdown=False) for each in self._page.references]
        there = [self._key(each, is_markdown=spot is not None and spot.is_markdown) for each, spot in read]
        pairs = _pairs(here, there)
        return {index: found for index, other in pairs.items() if (found := self._found(read[other][1]))}

    @cached_property
    def _chrome(self) -> dict[Link, Found]:
        found: dict[Link, Found] = {}
        for tag, attribute, url in sorted(self._read.chrome):
            if each := self._found(self._spot(url)):
                found.setdefault((tag, attribute, without_tokens(url)), each)
        if self._read.redirect and (each := self._found(self._spot(self._read.redirect))):
            found.setdefault(("redirect", "content", without_tokens(self._read.redirect)), each)
        return found

    @cached_property
    def _marks(self) -> dict[int, Spot]:
        here = [_key_of_mark(mark) for mark in marks(self._page.text)]
        read = [(_key_of_mark(mark), spot) for mark, spot in self._marks_read()]
        pairs = _groups(here, [key for key, _ in read])
        pairs |= _groups(  # a title may be in capitals
            ["" if number in pairs else key.casefold() for number, key in enumerate(here)],
            ["" if number in set(pairs.values()) else key.casefold() for number, (key, _) in enumerate(read)],
        )
        found = {index: read[other][1] for index, other in pairs.items()}
        return {index: spot for index, spot in found.items() if spot and spot.end in self._starts}

    def _place_of_mark(self, spot: Spot) -> Place | None:
        start = self._starts[spot.end]
        return self._source.place(start, len(self._source.text[start : spot.end].partition("\n")[0]))

    @cached_property
    def _starts(self) -> dict[int, int]:
        return starts_of_marks(self._source.text)

    def _marks_read(self) -> list[tuple[Mark, Spot | None]]:
        """Return the marks in the rendered text, each with the spot whose token follows it."""
        text, ends, shift = self._read.text, {}, 0
        for match in TOKEN.finditer(text):
            ends[match.start() - shift] = int(match["number"])
            shift += len(match[0])
        return [
            (mark, self._spots[ends[mark.end]] if mark.end in ends else None) for mark in marks(without_tokens(text))
        ]

    @cached_property
    def _ids(self) -> dict[str, list[Place | None]]:
        spots = spots_of_ids(self._source.text, is_html=self._render is None)
        found: dict[str, list[Place | None]] = defaultdict(list)
        names, numbered = self._rendered([]).id_order, self._rendered(spots).id_order
        if len(names) != len(numbered):
            return found
        for name, made in zip(names, numbered, strict=True):  # a token keeps a heading from getting "_1" at its end
            match = TOKEN.search(made)
            spot = spots[int(match["number"])] if match and int(match["number"]) < len(spots) else None
            found[name].append(self._source.place(spot.start, spot.end - spot.start) if spot else None)
        return found

    def _key(self, link: Reference, *, is_markdown: bool) -> Key:
        target = self._leads_to(without_tokens(link.url), is_markdown=is_markdown)
        return link.tag, link.attribute, target, _bare(without_tokens(link.words or ""))

    def _spot(self, url: str) -> Spot | None:
        numbers = [int(match["number"]) for match in TOKEN.finditer(url)]
        spots = [self._spots[number] for number in numbers if number < len(self._spots)]
        return next((spot for spot in reversed(spots) if spot.kind != "mark"), None)

    def _found(self, spot: Spot | None) -> Found | None:
        if spot is None or (place := self._source.place(spot.start, len(spot.url))) is None:
            return None
        is_angled = self._source.text[spot.start - 1 : spot.start] == "<"
        return Found(place, spot.url, spot.is_markdown, is_angled)


def _pairs(here: Sequence[Key], there: Sequence[Key]) -> dict[int, int]:
    """Return for each link of a page, by number, the link of its source that it is."""
    if here == there:
        return {number: number for number in range(len(here))}
    if max(len(here), len(there)) > MANY:
        return _by_kind(here, there)
    pairs: dict[int, int] = {}
    for change, start, end, to_start, to_end in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if change == "equal":
            pairs |= dict(zip(range(start, end), range(to_start, to_end), strict=True))
        elif change == "replace" and end - start == to_end - to_start:
            couples = list(zip(range(start, end), range(to_start, to_end), strict=True))
            if all(_alike(here[one], there[other]) for one, other in couples):
                pairs |= dict(couples)
    left = _by_kind(
        ["" if number in pairs else key for number, key in enumerate(here)],
        ["" if number in set(pairs.values()) else key for number, key in enumerate(there)],
    )
    return pairs | left


def _alike(one: Key, other: Key) -> bool:
    """Tell whether two links differ only by where they lead, as they do where a plugin rewrites addresses."""
    return (one[0], one[1], one[3]) == (other[0], other[1], other[3]) and bool(one[3])


def _by_kind(here: Sequence[Key | str], there: Sequence[Key | str]) -> dict[int, int]:
    numbers: dict[Key | str, list[int]] = defaultdict(list)
    for number, key in enumerate(there):
        if key:
            numbers[key].append(number)
    for listed in numbers.values():
        listed.reverse()
    return {number: numbers[key].pop() for number, key in enumerate(here) if key and numbers.get(key)}


def _key_of_mark(mark: Mark) -> str:
    """Return what two readings of one mark have in common: a plugin may write the label out that was left empty."""
    words = mark.shown.rpartition("][")[0] or mark.shown
    return f"{mark.rule} {_letters(words)} {_letters(mark.label)}"


def _groups(here: Sequence[str], there: Sequence[str]) -> dict[int, int]:
    """Return for each key, by number, the equal one of the other list, where both have it equally often."""
    numbers: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, keys in enumerate((here, there)):
        for number, key in enumerate(keys):
            if key:
                numbers[key][side].append(number)
    equal = ((some, others) for some, others in numbers.values() if len(some) == len(others))
    return {one: other for some, others in equal for one, other in zip(some, others, strict=True)}


def _bare(words: str) -> str:
    return _letters(words.casefold())


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)

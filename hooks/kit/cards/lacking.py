"""Letters that the font lacks: which of the texts to be set have them, and on which line of which file each stands."""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any
from unicodedata import category, normalize

from kit.cards.document import Deal, Document
from kit.cards.font import letters
from kit.cards.too_full import texts_below
from kit.key_path import rule_of
from kit.phrase import BLANK
from kit.problem import Problem, problem
from kit.record import Record
from kit.shelf import content_key

NOT_SET = frozenset({"alt", "svg", "slots", "cuts", "folds", "paper"})
"""Keys of the data of documents that hold no text on paper, or much that is none."""
UNSEEN = re.compile(r"[\ufe00-\ufe0f]")
"""Signs that say how the one before them looks. Typst leaves them out where the font has none, as it does formats."""


def lacking(
    texts: Iterable[str], fonts: Sequence[bytes], records: Callable[[], Iterable[Record]]
) -> tuple[frozenset[str], list[Problem]]:
    """Return the letters in texts that not all of these fonts have, and a problem for each place of some.

    `records` gives all data that the texts were put together from; where they stand in none of it, Typst will tell.
    """
    odd = {text for text in texts if not text.isascii()}
    if not fonts or not odd:
        return frozenset(), []
    has = frozenset(code for first, last in letters(fonts) for code in range(first, last + 1))
    lacks = {text: signs for text in odd if (signs := _unset(text, has))}
    shown = {_plain(text) for text in lacks}
    found = {each for record in (records() if shown else ()) for each in _places(record, shown, has)}
    return frozenset(sign for signs in lacks.values() for sign in signs) if found else frozenset(), sorted(found)


def with_marks(text: str, letters: Iterable[str]) -> str:
    """Return a text with a question mark in place of each of these letters, so that a preview has all its prints."""
    return normalize("NFC", text).translate(dict.fromkeys(map(ord, letters), "?"))


def printable(document: Document, letters: frozenset[str]) -> Document:
    """Return a document with a question mark in place of each of these letters."""
    if not letters:
        return document
    texts = (with_marks(each.text, letters) for each in document.cards)
    return replace(
        document,
        title=with_marks(document.title, letters),
        data=json.loads(with_marks(json.dumps(document.data, ensure_ascii=False), letters)),
        cards=tuple(Deal(text, content_key(text)) for text in texts),
    )


def printed(document: Document) -> Iterator[str]:
    """Yield what is set of a document: its title and every text in its data but for drawings and words for them."""
    yield document.title
    yield from _texts(document.data)
    for card in document.cards:
        yield from _texts_of(card.text)


@lru_cache(maxsize=512)
def _texts_of(card: str) -> tuple[str, ...]:
    return tuple(_texts(json.loads(card)))


def _texts(data: Any) -> Iterator[str]:  # noqa: ANN401 plain data of any depth
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key not in NOT_SET:
                yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)


def _places(record: Record, shown: Collection[str], has: frozenset[int]) -> Iterable[Problem]:
    """Yield a problem for each text of a record of which a part with letters that the font lacks is shown."""
    for text, path in texts_below(record.data, ()):
        if text.isascii():
            continue
        parts = (part for part in BLANK.sub("\0", text).split("\0") if _unset(part, has))
        if any(_plain(part) in each for part in parts for each in shown):
            signs = " and ".join(f'"{sign}"' for sign in _unset(text, has))
            yield problem(
                record.file,
                record.line(*path),
                rule_of((*record.within, *path)),
                f"the font cannot show {signs}. Take it out.",
            )


def _unset(text: str, has: frozenset[int]) -> list[str]:
    """Return the letters of a text that have a shape, and none in the font, each once."""
    signs = dict.fromkeys(UNSEEN.sub("", normalize("NFC", text)))
    return [each for each in signs if ord(each) not in has and not each.isspace() and category(each) != "Cf"]


def _plain(text: str) -> str:
    """Return a text without what sheets change in it: the case of its letters, and its last full stop."""
    return normalize("NFC", " ".join(text.split())).casefold().rstrip(".")

"""The index of search, in pieces: which words are on which pages, and what stands there, a file for a few of each."""

import itertools
import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import get_args

from kit.search.article import Part
from kit.search.tokens import tokens
from kit.words.names import FoundKind

FIELDS = ("names", "title", "headings", "text")
LONGEST = 4500
"""Letters of a page that are looked at as one; a longer page is several, so that its length hides nothing."""
SHARD, TOGETHER = 8000, 3
"""Letters of a file of words, small enough to be fetched for a single one; and how many first letters words of one file
share, as they may have the same stem."""
OFTEN, SHARE = 3, 50
"""On how many pages, or on one of how many, a word has to stand so that a misspelt one is taken for it."""
KINDS = get_args(FoundKind)
TAKE = "siteSearch.take"
"""What each file of data calls in the page: data that is a script can be read from a disk too."""


@dataclass(frozen=True)
class Entry:
    """A page to find: its address, its title, what it is, other names for it, and its parts."""

    address: str
    title: str
    kind: str
    names: tuple[str, ...]
    parts: tuple[Part, ...]


def index(entries: Sequence[Entry], *, small: Collection[str], more: Mapping[str, object]) -> dict[str, str]:
    """Return the files of the index by name: `head.js`, and the words and texts that it tells where to find.

    Small words are left out. `more` is what the head says besides: labels, signs, words of one meaning.
    """
    pieces = [(number, piece) for number, entry in enumerate(entries) for piece in _pieces(entry)]
    counted = [_counts(piece, frozenset(small)) for _, piece in pieces]
    posted = _postings(counted)
    shards = list(_shards(posted))
    files = {f"words/{number}": dict(shard) for number, shard in enumerate(shards)}
    texts = {f"texts/{number}": _text(piece) for number, (_, piece) in enumerate(pieces)}
    head = {
        "fields": FIELDS,
        "kinds": KINDS,
        "pages": [
            [number, KINDS.index(piece.kind), *(sum(each[field].values()) for field in FIELDS)]
            for (number, piece), each in zip(pieces, counted, strict=True)
        ],
        "shards": [shard[0][0] for shard in shards],
        "known": " ".join(_known(counted, posted)),
        **more,
    }
    data = {name: _json(value) for name, value in {**files, **texts}.items()}
    key = sha256("".join([*data.values(), _json(head)]).encode()).hexdigest()[:10]
    data["head"] = _json({"key": key, **head})
    return {f"{name}.js": f'{TAKE}("{name}",{text});\n' for name, text in data.items()}


def listed(entries: Iterable[Entry]) -> str:
    """Return a module that gives each page once, as its address and its title."""
    return f"export default {_json([[each.address, each.title] for each in entries])};\n"


def key_in(head: str) -> str:
    """Return what a page asks for the other files of an index with, from its head: it changes when any of them does."""
    found = re.search(r'"key":"(\w+)"', head)
    return found[1] if found else ""


def _pieces(entry: Entry) -> Iterator[Entry]:
    """Yield an entry in pieces that are not too long; each has its title and its names."""
    parts: list[Part] = []
    for part in itertools.chain.from_iterable(map(_short, entry.parts)):
        if parts and sum(len(each.text) for each in parts) + len(part.text) > LONGEST:
            yield Entry(entry.address, entry.title, entry.kind, entry.names, tuple(parts))
            parts = []
        parts.append(part)
    yield Entry(entry.address, entry.title, entry.kind, entry.names, tuple(parts))


def _short(part: Part) -> Iterator[Part]:
    """Yield a part in parts that are not too long, of whole lines."""
    lines: list[str] = []
    for line in part.text.split("\n"):
        if lines and sum(map(len, lines)) + len(line) > LONGEST:
            yield Part(part.anchor, part.heading, "\n".join(lines))
            lines = []
        lines.append(line)
    yield Part(part.anchor, part.heading, "\n".join(lines))


def _counts(piece: Entry, small: frozenset[str]) -> dict[str, Counter[str]]:
    fields = {
        "names": " ".join(piece.names),
        "title": piece.title,
        "headings": " ".join(each.heading for each in piece.parts if each.heading != piece.title),
        "text": "\n".join(each.text for each in piece.parts),
    }
    return {name: Counter(word for word in tokens(text) if word not in small) for name, text in fields.items()}


def _postings(counted: Sequence[Mapping[str, Counter[str]]]) -> dict[str, list[list[int]]]:
    """Return for each word and each field the pages that have it, each with how often: page, times, page, times …."""
    found: defaultdict[str, list[list[int]]] = defaultdict(lambda: [[] for _ in FIELDS])
    for number, piece in enumerate(counted):
        for place, field in enumerate(FIELDS):
            for word, times in piece[field].items():
                found[word][place] += [number, times]
    return dict(sorted(found.items()))


def _shards(posted: Mapping[str, list[list[int]]]) -> Iterator[list[tuple[str, list[list[int]]]]]:
    """Yield the words in groups by alphabet, a file each."""
    shard: list[tuple[str, list[list[int]]]] = []
    size = 0
    for word, fields in posted.items():
        length = len(_json([word, fields]))
        if shard and size + length > SHARD and shard[-1][0][:TOGETHER] != word[:TOGETHER]:
            yield shard
            shard, size = [], 0
        shard.append((word, fields))
        size += length
    if shard:
        yield shard


def _known(counted: Sequence[Mapping[str, Counter[str]]], posted: Mapping[str, list[list[int]]]) -> list[str]:
    """Return the words for which a misspelt one may be taken, sorted."""
    named = {word for piece in counted for field in ("names", "title", "headings") for word in piece[field]}
    fewest = max(OFTEN, len(counted) // SHARE)
    often = {word for word, fields in posted.items() if len(fields[-1]) >= 2 * fewest}
    return sorted(word for word in named | often if not word.isdigit())


def _text(piece: Entry) -> dict[str, object]:
    return {
        "address": piece.address,
        "title": piece.title,
        "names": piece.names,
        "parts": [
            [each.anchor, each.heading if each.heading != piece.title else "", each.text] for each in piece.parts
        ],
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

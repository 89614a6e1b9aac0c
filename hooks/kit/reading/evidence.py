"""The ledger in the sources, and what each page treats and cites of it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from kit.entry import Unread
from kit.evidence.ledger import Ledger, read_ledger
from kit.evidence.treatment import Treatment, survey, unused
from kit.front_matter import FrontMatter
from kit.guide import (
    CHARTS,
    EVIDENCE,
    TODAY_DATA,
)
from kit.problem import Problem
from kit.reading.reader import Reader
from kit.words.words import Words

LEDGER = ("claims", "facts", "references", "charts")


def ledger_in(reader: Reader) -> Ledger:
    """Return the claims, facts, references and charts; an empty file is told once, and nothing that lacks it."""
    files = {name: f"{EVIDENCE}/{name}.yml" for name in LEDGER}
    texts = {name: reader.sources.texts.get(uri, b"") for name, uri in files.items()}
    empty = {name for name, uri in files.items() if reader.is_empty("evidence", uri)}
    ledger, problems = _read_ledger(tuple(texts.values()), reader.named(EVIDENCE))
    if empty:
        lacking = {**ledger.unread, **dict.fromkeys(empty, Unread(all=True))}
        ledger = replace(ledger, unread=lacking)
        problems = tuple(each for each in problems if not each.rule.endswith("-unknown"))
    return reader.keep("evidence", (ledger, list(problems)))


@lru_cache(maxsize=8)
def _read_ledger(texts: tuple[bytes, ...], folder: str) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read the ledger; a preview keeps it until one of its files changes."""
    ledger, problems = read_ledger(dict(zip(LEDGER, texts, strict=True)), folder=folder)
    return ledger, tuple(problems)


def treatments_in(
    reader: Reader,
    ledger: Ledger,
    matters: Mapping[str, FrontMatter],
    words: Words | None,
    others: tuple[Treatment, ...],
) -> Mapping[str, Treatment]:
    """Return what each page treats and cites, and the charts that it draws; `others` are pages without a file."""
    charts = {
        uri: [name for name in ledger.charts if f"{CHARTS}/{name}.svg" in matter.body]
        for uri, matter in matters.items()
    }
    phrases = words.evidence.phrases if words and words.evidence else {}
    unread = frozenset(reader.sources.unread) | (reader.sources.addresses.keys() - matters.keys())
    folder = reader.named(EVIDENCE)
    surveyed = survey(ledger, matters, charts=charts, phrases=phrases, others=others, folder=folder, unread=unread)
    found = reader.keep("evidence", surveyed)
    complete = not unread and TODAY_DATA not in reader.faulty
    reader.keep("evidence", (None, unused(ledger, found.values(), complete=complete)))
    return found

"""The ledger: all claims, facts, references and charts together, and the rules that bind them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from kit.entry import NOTHING, Entries, Entry, Unread
from kit.evidence.chart import Chart, Row, read_charts
from kit.evidence.claim import Claim, Fact, read_claims, read_facts
from kit.evidence.reference import Reference, read_references
from kit.phrase import fill
from kit.problem import Problem
from kit.words.evidence import EvidenceWords

CITED = ("claims", "facts", "references")
"""The kinds of entries that a page may cite, as their files are called."""


@dataclass(frozen=True)
class Ledger:
    """Claims, facts, references and charts by their ids, in the order of their files.

    `unread` are those of each kind that could not be read: what names one of them is not wrong. `rests` are what is
    right in them, which is checked like the others.
    """

    claims: Mapping[str, Entry[Claim]]
    facts: Mapping[str, Entry[Fact]]
    references: Mapping[str, Entry[Reference]]
    charts: Mapping[str, Entry[Chart]]
    unread: Mapping[str, Unread] = field(default_factory=dict)
    rests: Mapping[str, tuple[Entry[Any], ...]] = field(default_factory=dict)

    def each(self, kind: str) -> tuple[Entry[Any], ...]:
        """Return every entry of a kind, those of which only the rest could be read too."""
        return (*getattr(self, kind).values(), *self.rests.get(kind, ()))

    def lacks(self, label: str, *kinds: str) -> bool:
        """Return whether an id may be that of an entry which could not be read, of some kinds or of any."""
        return any(label in self.unread.get(kind, NOTHING) for kind in kinds or CITED)

    @property
    def labels(self) -> frozenset[str]:
        """Return every id that a page may cite."""
        return frozenset(self.claims) | frozenset(self.facts) | frozenset(self.references)

    @property
    def sections(self) -> tuple[tuple[str, tuple[Claim, ...]], ...]:
        """Return the claims by the section of the article they stand in, both in the order of the file."""
        claims = [entry.value for entry in self.claims.values()]
        order = {name: number for number, name in reversed(list(enumerate(claim.section for claim in claims)))}
        claims.sort(key=lambda claim: order[claim.section])
        return tuple((name, tuple(group)) for name, group in groupby(claims, key=lambda claim: claim.section))

    def anchors(self, folder: str) -> Mapping[str, str]:
        """Return the address of each id: on the page `index.md` of a folder, or on its `references.md`."""
        references = {key: f"{folder}/references.md#{key}" for key in self.references}
        return references | {label: f"{folder}/index.md#{label}" for label in (*self.claims, *self.facts)}

    def keys(self, label: str) -> tuple[str, ...]:
        """Return the keys of the references behind an id; a reference stands behind itself."""
        if label in self.claims:
            return tuple(self.claims[label].value.sources)
        if label in self.facts:
            return tuple(self.facts[label].value.sources)
        return (label,)

    def sources(self, labels: Iterable[str]) -> tuple[Reference, ...]:
        """Return the references behind some ids, each once, the newest first and those without a year last."""
        keys = {key for label in labels for key in self.keys(label)} & self.references.keys()
        return tuple(sorted((self.references[key].value for key in keys), key=_newest_first))

    def by_kind(self, kinds: Iterable[str]) -> tuple[tuple[str, tuple[Reference, ...]], ...]:
        """Return the references of each of some kinds that there is, the newest first."""
        everything = self.sources(self.references)
        groups = ((kind, tuple(each for each in everything if each.kind == kind)) for kind in kinds)
        return tuple((kind, group) for kind, group in groups if group)

    def resting_on(self, key: str) -> tuple[str, ...]:
        """Return the ids of the claims and facts that rest on a reference, in the order of their files."""
        return tuple(label for label in (*self.claims, *self.facts) if key in self.keys(label))


def read_ledger(texts: Mapping[str, str | bytes], *, folder: str) -> tuple[Ledger, list[Problem]]:
    """Return the ledger in the texts of the files claims, facts, references and charts, with every problem in them.

    A file that is not there counts as empty. `folder` is the name that messages put before the files' names.
    """
    claims, in_claims = read_claims(texts.get("claims", ""), file=f"{folder}/claims.yml")
    facts, in_facts = read_facts(texts.get("facts", ""), file=f"{folder}/facts.yml")
    references, in_references = read_references(texts.get("references", ""), file=f"{folder}/references.yml")
    charts, in_charts = read_charts(texts.get("charts", ""), file=f"{folder}/charts.yml")
    read: dict[str, Entries[Any]] = {"claims": claims, "facts": facts, "references": references, "charts": charts}
    ledger = Ledger(
        {entry.value.id: entry for entry in claims},
        {entry.value.id: entry for entry in facts},
        {entry.value.key: entry for entry in references},
        {entry.value.id: entry for entry in charts},
        {kind: entries.unread for kind, entries in read.items()},
        {kind: entries.rests for kind, entries in read.items()},
    )
    between = {*dangling(ledger, folder), *_itself(ledger), *_shared(ledger)}
    return ledger, sorted({*in_claims, *in_facts, *in_references, *in_charts, *between})


def totals(ledger: Ledger, words: EvidenceWords) -> Chart:
    """Return the chart of how many claims have each verdict."""
    counts: Counter[str] = Counter(entry.value.verdict for entry in ledger.claims.values())
    rows = [
        Row(label=name, value=counts[verdict], tone=verdict)
        for verdict, name in words.verdicts.items()
        if counts[verdict]
    ]
    said = ", ".join(f"{row.label.lower()} {row.words}" for row in rows)
    return Chart(
        id="totals",
        kind="bars",
        title=words.totals.say(counts.total()),
        summary=fill(words.totals_summary, counts=said),
        columns=list(words.totals_columns),
        rows=rows or [Row(label=words.none, value=0)],
    )


def dangling(ledger: Ledger, folder: str) -> Iterator[Problem]:
    """Yield a problem for each id that a data file of a folder names and the ledger does not have.

    None is guessed: whoever follows a wrong guess cites the wrong study.
    """
    named: list[tuple[Iterable[Entry[Any]], str, str, tuple[str, ...]]] = [
        (ledger.each("facts"), "sources", "reference-unknown", ("references",)),
        (ledger.each("claims"), "sources", "reference-unknown", ("references",)),
        (ledger.each("claims"), "conflicts_with", "claim-unknown", ("claims",)),
        (ledger.each("charts"), "cites", "claim-unknown", CITED),
    ]
    for entry, key, rule, kinds in (
        (entry, key, rule, kinds) for entries, key, rule, kinds in named for entry in entries
    ):
        known = {label for kind in kinds for label in getattr(ledger, kind)}
        for number, name in enumerate(getattr(entry.value, key, ())):
            if name not in known and not ledger.lacks(name, *kinds):
                yield entry.problem(unknown(name, folder, kinds), key, number, rule=rule)


def unknown(name: str, folder: str, kinds: Iterable[str]) -> str:
    """Return what is wrong with an id that no entry of some kinds has, and where to look it up."""
    files = [f"{folder}/{kind}.yml" for kind in kinds]
    places = " or ".join([", ".join(files[:-1]), files[-1]] if len(files) > 1 else files)
    return f'nothing has the id "{name}". Add it, or look the id up in {places}.'


def _itself(ledger: Ledger) -> Iterator[Problem]:
    """Yield a problem for each claim that is said to be in conflict with itself."""
    for entry in ledger.each("claims"):
        own = getattr(entry.value, "id", "")
        for number, name in enumerate(getattr(entry.value, "conflicts_with", ())):
            if name == own:
                yield entry.problem(f'"{name}" is this claim itself. Name another one.', "conflicts_with", number)


def _shared(ledger: Ledger) -> Iterator[Problem]:
    """Yield a problem for each id that stands in two files, since a page could not tell which one it cites."""
    for name, entries, others in (
        ("references.yml", ledger.claims, ledger.references),
        ("references.yml", ledger.facts, ledger.references),
        ("claims.yml", ledger.facts, ledger.claims),
    ):
        for label in sorted(entries.keys() & others.keys()):
            entry: Entry[Any] = entries[label]
            yield entry.problem(f'"{label}" is also in {name}, expected an id of its own.', "id", rule="id-twice")


def _newest_first(reference: Reference) -> tuple[int, str, str]:
    return -(reference.updated or reference.year or 0), ", ".join(reference.authors), reference.key

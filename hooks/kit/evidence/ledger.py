"""The ledger: all claims, facts, references and charts together, and the rules that bind them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from kit.entry import Entry
from kit.evidence.chart import Chart, Row, read_charts
from kit.evidence.claim import Claim, Fact, read_claims, read_facts
from kit.evidence.reference import Reference, read_references
from kit.phrase import fill
from kit.problem import Problem, did_you_mean
from kit.words import EvidenceWords


@dataclass(frozen=True)
class Ledger:
    """Claims, facts, references and charts by their ids, in the order of their files."""

    claims: Mapping[str, Entry[Claim]]
    facts: Mapping[str, Entry[Fact]]
    references: Mapping[str, Entry[Reference]]
    charts: Mapping[str, Entry[Chart]]

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
    ledger = Ledger(
        {entry.value.id: entry for entry in claims},
        {entry.value.id: entry for entry in facts},
        {entry.value.key: entry for entry in references},
        {entry.value.id: entry for entry in charts},
    )
    between = {*_dangling(ledger), *_shared(ledger)}
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
        title=fill(words.totals, number=counts.total()),
        summary=fill(words.totals_summary, counts=said),
        columns=list(words.totals_columns),
        rows=rows or [Row(label=words.none, value=0)],
    )


def _dangling(ledger: Ledger) -> Iterator[Problem]:
    """Yield a problem for each id that a data file names and the ledger does not have."""
    references = ledger.references.keys()
    for fact in ledger.facts.values():
        yield from _unknown(fact, "sources", fact.value.sources, references, rule="reference-unknown")
    for claim in ledger.claims.values():
        yield from _unknown(claim, "sources", claim.value.sources, references, rule="reference-unknown")
        wanted = claim.value.conflicts_with
        yield from _unknown(claim, "conflicts_with", wanted, ledger.claims.keys(), rule="claim-unknown")
    for chart in ledger.charts.values():
        yield from _unknown(chart, "cites", chart.value.cites, ledger.labels, rule="claim-unknown")


def _unknown(
    entry: Entry[Any], key: str, wanted: Iterable[str], known: Iterable[str], *, rule: str
) -> Iterator[Problem]:
    names = frozenset(known)
    for number, name in enumerate(wanted):
        if name not in names:
            text = f'nothing in the ledger has the id "{name}", expected one that it has.{did_you_mean(name, names)}'
            yield entry.problem(text, key, number, rule=rule)


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

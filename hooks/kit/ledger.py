"""The ledger: all claims, facts and references together, the pages that treat them, and the rules that bind them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from kit.citation import Citation, citations
from kit.claim import Claim, Fact, disagreement, read_claims, read_facts
from kit.entry import Entry
from kit.front_matter import FrontMatter
from kit.problem import Problem, did_you_mean, problem
from kit.reference import Reference, read_references

KEYS_OF_CLAIMS = ("covers", "evidence", "claims")
"""The keys of a page's front matter that list claims it treats: of pages, exercises and questions."""
_KEYS = f"{', '.join(KEYS_OF_CLAIMS[:-1])} or {KEYS_OF_CLAIMS[-1]}"


@dataclass(frozen=True)
class Ledger:
    """Claims, facts and references by their ids, in the order of their files."""

    claims: Mapping[str, Entry[Claim]]
    facts: Mapping[str, Entry[Fact]]
    references: Mapping[str, Entry[Reference]]

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


@dataclass(frozen=True)
class Treatment:
    """What one page treats by its front matter and what it cites, with lines. `file` is the name in messages."""

    uri: str
    file: str
    treats: tuple[Citation, ...]
    cites: tuple[Citation, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """Return each id that the page treats or cites, once."""
        return tuple(dict.fromkeys(each.label for each in (*self.treats, *self.cites)))


def read_ledger(claims: str, facts: str, references: str, *, folder: str) -> tuple[Ledger, list[Problem]]:
    """Return the ledger in the texts of three data files, with every problem in them and between them."""
    read_c, in_claims = read_claims(claims, file=f"{folder}/claims.yml")
    read_f, in_facts = read_facts(facts, file=f"{folder}/facts.yml")
    read_r, in_references = read_references(references, file=f"{folder}/references.yml")
    ledger = Ledger(
        {entry.value.id: entry for entry in read_c},
        {entry.value.id: entry for entry in read_f},
        {entry.value.key: entry for entry in read_r},
    )
    return ledger, sorted({*in_claims, *in_facts, *in_references, *_between(ledger)})


def read_treatment(front_matter: FrontMatter, *, uri: str) -> Treatment:
    """Return the claims that a page lists in its front matter and the ids that its text cites."""
    record = front_matter.record
    data = record.data if isinstance(record.data, dict) else {}
    treats = [
        Citation(label, key, record.line(key, number))
        for key in KEYS_OF_CLAIMS
        if isinstance(data.get(key), list)
        for number, label in enumerate(data[key])
        if isinstance(label, str)
    ]
    return Treatment(uri, record.file, tuple(treats), citations(front_matter.body, first_line=front_matter.body_line))


def check_treatments(ledger: Ledger, treatments: Iterable[Treatment]) -> list[Problem]:
    """Return a problem for each unknown id and for each phrase that disagrees with its verdict."""
    return sorted({found for page in treatments for found in _on_page(ledger, page)})


def check_complete(ledger: Ledger, treatments: Iterable[Treatment]) -> list[Problem]:
    """Return a problem for each claim that no page uses, and each reference that no claim and no fact rests on."""
    used = {label for page in treatments for label in page.labels}
    behind = {key for label in (*ledger.claims, *ledger.facts) for key in ledger.keys(label)}
    claims = [
        entry.problem(
            "claim-unused",
            f'no page treats or cites "{label}", expected one that lists it under {_KEYS}, or cites it.',
            "id",
        )
        for label, entry in ledger.claims.items()
        if label not in used
    ]
    references = [
        entry.problem(
            "reference-unused",
            f'no claim and no fact rests on "{key}". Add it to the sources of one, or remove it here.',
            "key",
        )
        for key, entry in ledger.references.items()
        if key not in behind
    ]
    return sorted([*claims, *references])


def uses(treatments: Iterable[Treatment]) -> Mapping[str, tuple[str, ...]]:
    """Return the pages on which each id is treated or cited, sorted."""
    pages: dict[str, set[str]] = {}
    for page in treatments:
        for label in page.labels:
            pages.setdefault(label, set()).add(page.uri)
    return {label: tuple(sorted(found)) for label, found in sorted(pages.items())}


def _between(ledger: Ledger) -> Iterator[Problem]:
    """Yield a problem for each id that its own file or another one lacks, and each that stands in two files."""
    for claim in ledger.claims.values():
        yield from _missing_sources(ledger, claim, claim.value.sources)
        for number, label in enumerate(claim.value.conflicts_with):
            if label not in ledger.claims:
                text = f'no claim "{label}" in claims.yml.{did_you_mean(label, ledger.claims)}'
                yield claim.problem("claim-unknown", text, "conflicts_with", number)
        if claim.value.id in ledger.references:
            yield claim.problem("id-twice", f'"{claim.value.id}" is also in references.yml. Rename this one.', "id")
    for fact in ledger.facts.values():
        yield from _missing_sources(ledger, fact, fact.value.sources)
        others = {"claims.yml": ledger.claims, "references.yml": ledger.references}
        for other, entries in others.items():
            if fact.value.id in entries:
                yield fact.problem("id-twice", f'"{fact.value.id}" is also in {other}. Rename this one.', "id")


def _missing_sources(ledger: Ledger, entry: Entry[Any], keys: Iterable[str]) -> Iterator[Problem]:
    for number, key in enumerate(keys):
        if key not in ledger.references:
            text = f'no reference "{key}" in references.yml.{did_you_mean(key, ledger.references)}'
            yield entry.problem("reference-unknown", text, "sources", number)


def _on_page(ledger: Ledger, page: Treatment) -> Iterator[Problem]:
    for mention in page.treats:
        if mention.label not in ledger.claims:
            text = f'no claim "{mention.label}" in the ledger.{did_you_mean(mention.label, ledger.claims)}'
            yield problem(page.file, mention.line, mention.text, text)
    for citation in page.cites:
        if citation.label not in ledger.labels:
            text = (
                f"[{citation.text}][{citation.label}] cites an id that the ledger does not have, "
                f"expected a claim, a fact or a reference.{did_you_mean(citation.label, ledger.labels)}"
            )
            yield problem(page.file, citation.line, "claim-unknown", text)
        elif citation.label in ledger.claims:
            wrong = disagreement(citation.text, ledger.claims[citation.label].value)
            if wrong is not None:
                yield problem(page.file, citation.line, "verdict-words", wrong)


def _newest_first(reference: Reference) -> tuple[int, str, str]:
    return -(reference.updated or reference.year or 0), reference.byline, reference.key

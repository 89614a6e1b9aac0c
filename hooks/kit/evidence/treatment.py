"""A treatment: which claims a page treats and what it cites, how that agrees with the ledger, and the page's foot."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kit.entry import CURLY
from kit.evidence.citation import Citation, citations
from kit.evidence.claim import Claim, disagreement
from kit.evidence.ledger import CITED, Ledger, dangling, unknown
from kit.evidence.reference import Reference
from kit.front_matter import FrontMatter
from kit.problem import Problem, did_you_mean, problem

KEYS = ("covers", "evidence", "claims")
"""The keys of a page's front matter that list claims it treats: of pages, exercises and questions."""

TREATED = ("claims", "facts")
"""The kinds of entries that those keys may name."""

PRACTICE = "exercises"
"""The folder of the pages that a claim names under `exercise`."""


@dataclass(frozen=True)
class Treatment:
    """What one page treats by its front matter and what it cites, with lines, and what its charts rest on."""

    uri: str
    file: str
    treats: tuple[Citation, ...]
    cites: tuple[Citation, ...]
    drawn: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """Return each id that the page treats, cites or draws, once."""
        return tuple(dict.fromkeys([*(each.label for each in (*self.treats, *self.cites)), *self.drawn]))


@dataclass(frozen=True)
class Note:
    """What a citation opens: one line in words, the verdict where a claim is cited, and the sources."""

    number: int
    label: str
    words: str
    claim: Claim | None
    sources: tuple[Reference, ...]


@dataclass(frozen=True)
class Review:
    """When a page was last checked, when it is due again, and whether that day has passed."""

    reviewed: dt.date
    due: dt.date
    overdue: bool


@dataclass(frozen=True)
class Foot:
    """What a page says about its evidence: its numbered notes, its sources and the claims it treats."""

    notes: tuple[Note, ...]
    sources: tuple[Reference, ...]
    claims: tuple[Claim, ...]


def survey(  # noqa: PLR0913 what pages are surveyed by
    ledger: Ledger,
    pages: Mapping[str, FrontMatter],
    *,
    charts: Mapping[str, Iterable[str]],
    phrases: Mapping[str, Sequence[str]],
    others: Iterable[Treatment] = (),
    folder: str = "evidence",
    unread: Collection[str] = (),
) -> tuple[Mapping[str, Treatment], list[Problem]]:
    """Return what each page treats and cites, with a problem for each id or word amiss.

    `charts` are the names of the charts that a page shows, `phrases` what may stand beside a claim, by verdict;
    `others` are those of pages that no file of their own is behind. `folder` is that of the ledger as messages name it,
    `unread` are the paths of pages that could not be read.
    """
    treatments = {
        uri: read_treatment(matter, uri=uri, drawn=_of_charts(ledger, charts.get(uri, ())))
        for uri, matter in pages.items()
    } | {each.uri: each for each in others}
    problems = {found for page in treatments.values() for found in _on_page(ledger, page, phrases, folder)}
    return treatments, sorted(problems | set(_without_page(ledger, {*pages, *unread})))


def read_treatment(front_matter: FrontMatter, *, uri: str, drawn: Iterable[str] = ()) -> Treatment:
    """Return the claims that a page lists in its front matter, the ids that its text cites and those its charts do."""
    record = front_matter.record
    data = record.data if isinstance(record.data, dict) else {}
    treats = [
        Citation(label, key, record.line(key, number))
        for key in KEYS
        if isinstance(data.get(key), list)
        for number, label in enumerate(data[key])
        if isinstance(label, str)
    ]
    cites = citations(front_matter.body, first_line=front_matter.body_line)
    return Treatment(uri, record.file, tuple(treats), cites, tuple(drawn))


def unused(ledger: Ledger, treatments: Iterable[Treatment], *, complete: bool = True) -> list[Problem]:
    """Return a problem for each claim and fact that no page uses, and each reference that none of them rests on.

    What names an id that there is not may have meant any, so then nothing is called unused; neither where a page could
    not be read (`complete` is false).
    """
    used = {label for page in treatments for label in page.labels}
    any_claim = not complete or any(label not in ledger.labels for label in used)
    any_source = any(ledger.unread.get(kind) for kind in ("claims", "facts")) or any(dangling(ledger, ""))
    behind = {key for label in (*ledger.claims, *ledger.facts) for key in ledger.keys(label)}
    keys = f"{', '.join(KEYS[:-1])} or {KEYS[-1]}"
    claims = [
        entry.problem(f'no page treats "{label}", expected one that lists it under {keys}.', "id", rule="claim-unused")
        for label, entry in ledger.claims.items()
        if label not in used and not any_claim
    ]
    facts = [
        entry.problem(f'no page cites "{label}". Cite it on one or remove it.', "id", rule="fact-unused")
        for label, entry in ledger.facts.items()
        if label not in used and not any_claim
    ]
    references = [
        entry.problem(
            f'no claim and no fact rests on "{key}". Cite it in one or remove it.', "key", rule="reference-unused"
        )
        for key, entry in ledger.references.items()
        if key not in behind and not any_source
    ]
    return sorted([*claims, *facts, *references])


def uses(treatments: Iterable[Treatment]) -> Mapping[str, tuple[str, ...]]:
    """Return the pages on which each id is treated, cited or drawn, sorted."""
    pages: dict[str, set[str]] = {}
    for page in treatments:
        for label in page.labels:
            pages.setdefault(label, set()).add(page.uri)
    return {label: tuple(sorted(found)) for label, found in sorted(pages.items())}


def review(reviewed: object, *, uri: str, months: Mapping[str, int], today: dt.date) -> Review | None:
    """Return when a page that was checked on a day is due for its next check, or None for a page without such a day.

    `months` until then are by page, with a `default` for all others, and a year where nothing is said. Where the
    month is too short for that day, the page is due on the last day of the month.
    """
    if not isinstance(reviewed, dt.date):
        return None
    wait = months.get(uri, months.get("default", 12))
    years, month = divmod(reviewed.month - 1 + wait, 12)
    first = dt.date(reviewed.year + years, month + 1, 1)
    last = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    due = first.replace(day=min(reviewed.day, last.day))
    return Review(reviewed, due, due < today)


def foot(ledger: Ledger, treatment: Treatment | None, noted: Iterable[str]) -> Foot:
    """Return what a page ends with; `noted` are the ids that its citations open, in the order of their numbers."""
    labels = tuple(noted)
    treated = dict.fromkeys(each.label for each in treatment.treats) if treatment else {}
    return Foot(
        tuple(_note(ledger, number, label) for number, label in enumerate(labels, 1) if label in ledger.labels),
        ledger.sources([*labels, *(treatment.labels if treatment else ())]),
        tuple(ledger.claims[label].value for label in treated if label in ledger.claims),
    )


def _note(ledger: Ledger, number: int, label: str) -> Note:
    claim = ledger.claims[label].value if label in ledger.claims else None
    if claim is not None:
        words = claim.say
    elif label in ledger.facts:
        words = ledger.facts[label].value.fact
    else:
        words = ledger.references[label].value.title
    return Note(number, label, words, claim, ledger.sources([label]))


def _of_charts(ledger: Ledger, names: Iterable[str]) -> tuple[str, ...]:
    cites = [label for name in names if name in ledger.charts for label in ledger.charts[name].value.cites]
    return tuple(label for label in cites if label in ledger.labels)


def _without_page(ledger: Ledger, uris: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each claim that names an exercise without a page of its own."""
    names = {uri.removeprefix(f"{PRACTICE}/").removesuffix(".md") for uri in uris if uri.startswith(f"{PRACTICE}/")}
    for claim in ledger.claims.values():
        name = claim.value.exercise
        if name is not None and name not in names:
            text = f'no page "{PRACTICE}/{name}.md", expected the name of one.{did_you_mean(name, names)}'
            yield claim.problem(text, "exercise")


def _on_page(ledger: Ledger, page: Treatment, phrases: Mapping[str, Sequence[str]], folder: str) -> Iterator[Problem]:
    known = ledger.claims.keys() | ledger.facts.keys()
    for mention in page.treats:
        if CURLY.search(mention.label):
            continue  # its own key tells that
        if mention.label not in known and not ledger.lacks(mention.label, *TREATED):
            yield problem(page.file, mention.line, mention.text, unknown(mention.label, folder, TREATED))
    for citation in page.cites:
        if citation.label not in ledger.labels and not ledger.lacks(citation.label):
            text = unknown(citation.label, folder, CITED)
            yield problem(page.file, citation.line, "claim-unknown", f"[{citation.text}][{citation.label}]: {text}")
        elif citation.label in ledger.claims:
            wrong = disagreement(citation.text, ledger.claims[citation.label].value, phrases)
            if wrong is not None:
                yield problem(page.file, citation.line, "verdict-words", wrong)

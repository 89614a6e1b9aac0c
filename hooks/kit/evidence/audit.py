"""An audit: what keeps an entry of the ledger from being trusted, in the light of the rest of the guide."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from kit.evidence.ledger import Ledger
from kit.problem import Problem, did_you_mean
from kit.record import Record

UNTESTED = ("unsupported", "low")
"""The verdict and the certainty of a claim that nobody has tested: only such a one can be without a source."""

YEARS = ("year", "updated")
"""The keys of a reference that hold a year."""


def audit(ledger: Ledger, *, sections: Collection[str], checked: dt.date | None) -> list[Problem]:
    """Return a problem for each claim without a source or in no known section, and each year that is still to come.

    `sections` are those that the settings name; where they name none, a claim may stand in any. `checked` is the
    newest day on which anything in the guide was checked: no source that was read can be of a later year.
    """
    return sorted([*_without_source(ledger), *_in_no_section(ledger, sections), *_to_come(ledger, checked)])


def newest_check(records: Iterable[Record]) -> dt.date | None:
    """Return the newest day under `reviewed` in the front matter of pages, or None where no page names one."""
    days = [record.data.get("reviewed") for record in records if isinstance(record.data, dict)]
    return max((day for day in days if type(day) is dt.date), default=None)  # a time of day is no day


def _without_source(ledger: Ledger) -> Iterator[Problem]:
    verdict, certainty = UNTESTED
    for entry in ledger.each("claims"):
        claim = entry.value
        if not all(hasattr(claim, key) for key in ("id", "verdict", "certainty", "sources")):
            continue
        if not claim.sources and (claim.verdict, claim.certainty) != UNTESTED:
            yield entry.problem(
                f'"{claim.id}" is {claim.verdict} with {claim.certainty} certainty, but has no source, expected one '
                f"or more. Add what it rests on; if nobody has tested it, it is {verdict} with {certainty} certainty.",
                "sources",
                rule="claim-unsourced",
            )


def _in_no_section(ledger: Ledger, sections: Collection[str]) -> Iterator[Problem]:
    for entry in ledger.each("claims") if sections else ():
        name = getattr(entry.value, "section", None)
        if name is not None and name not in sections:
            yield entry.problem(
                f'no section "{name}", expected one that the settings name under evidence.sections.'
                f"{did_you_mean(name, sections)}",
                "section",
            )


def _to_come(ledger: Ledger, checked: dt.date | None) -> Iterator[Problem]:
    for entry in ledger.each("references") if checked else ():
        for key in YEARS:
            year = getattr(entry.value, key, None)
            if checked and year and year > checked.year:
                yield entry.problem(
                    f"{year} is still to come: the newest check in this guide is of {checked.isoformat()}, "
                    f"expected {checked.year} or earlier.",
                    key,
                )

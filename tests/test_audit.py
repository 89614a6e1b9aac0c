"""What keeps an entry of the ledger from being trusted: no source, no known section, a year that is still to come."""

import datetime as dt

import pytest
from building import ROOT
from kit.evidence.audit import audit, newest_check
from kit.evidence.ledger import Ledger, read_ledger
from kit.record import Record

TEA = ROOT / "tests/sites/tea/docs/evidence"
SECTIONS = ("brewing", "milk")


def ledger(**changes: tuple[str, str]) -> Ledger:
    """Return the ledger on tea, one piece of some files changed."""
    files: dict[str, str | bytes] = {}
    for file in TEA.glob("*.yml"):
        text = file.read_text(encoding="utf-8")
        old, new = changes.get(file.stem, ("", ""))
        assert old in text
        files[file.stem] = text.replace(old, new, 1)
    return read_ledger(files, folder="e")[0]


def said(found: Ledger, *, sections: tuple[str, ...] = SECTIONS, checked: dt.date | None = None) -> list[str]:
    return [str(problem) for problem in audit(found, sections=sections, checked=checked)]


def claim(verdict: str, certainty: str) -> Ledger:
    """Return the ledger on tea whose first claim has no source, with this verdict."""
    return ledger(
        claims=(
            (
                "verdict: supported\n  certainty: high\n  evidence: Tasters chose it.\n"
                "  say: Use water that boils.\n  sources: [leaf-2001]"
            ),
            f"verdict: {verdict}\n  certainty: {certainty}\n  evidence: Hm.\n  say: Hm.\n  sources: []",
        )
    )


def test_the_ledger_on_tea_can_be_trusted() -> None:
    assert said(ledger(), checked=dt.date(2001, 1, 1)) == []


def test_a_claim_without_a_source_is_told_with_its_line_and_what_is_expected() -> None:
    assert said(claim("supported", "high")) == [
        (
            'e/claims.yml:8: claim-unsourced: "boiling-water" is supported with high certainty, but has no source, '
            "expected one or more. Add what it rests on; if nobody has tested it, it is unsupported with low certainty."
        )
    ]


@pytest.mark.parametrize(
    "verdict", ["supported", "partly-supported", "unsupported", "contradicted", "safety-advice", "definition"]
)
@pytest.mark.parametrize("certainty", ["high", "moderate", "low"])
def test_only_what_nobody_has_tested_stands_without_a_source(verdict: str, certainty: str) -> None:
    assert bool(said(claim(verdict, certainty))) == ((verdict, certainty) != ("unsupported", "low"))


def test_a_section_that_no_settings_name_is_told_with_its_line_and_a_suggestion() -> None:
    (message,) = said(ledger(claims=("section: milk", "section: mlik")))
    assert message == (
        'e/claims.yml:11: section: no section "mlik", expected one that the settings name under evidence.sections. '
        'Did you mean "milk"?'
    )


def test_a_section_beside_another_mistake_is_told_too() -> None:
    (message,) = said(ledger(claims=("section: milk", "section: mlik\n  hue: brown")))
    assert message.startswith('e/claims.yml:11: section: no section "mlik"')


def test_a_year_and_a_missing_source_beside_another_mistake_are_told_too() -> None:
    found = ledger(
        claims=("sources: [leaf-2001]", "sources: []\n  hue: brown"),
        references=("year: 2001", "year: 2020\n  hue: brown"),
    )
    assert [each.split(": ")[0:2] for each in said(found, checked=dt.date(2001, 1, 1))] == [
        ["e/claims.yml:8", "claim-unsourced"],
        ["e/references.yml:4", "year"],
    ]


def test_where_the_settings_name_no_section_a_claim_may_stand_in_any() -> None:
    assert said(ledger(claims=("section: milk", "section: mlik")), sections=()) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("year: 2001", "year: 2002", "e/references.yml:4: year: 2002 is still to come: the newest check in this guide"),
        ("year: 2001", "year: 2002", "is of 2001-12-31, expected 2001 or earlier."),
        ("year: 1990", "year: 1990\n  updated: 2019", "e/references.yml:16: updated: 2019 is still to come: "),
    ],
)
def test_a_source_of_a_year_still_to_come_is_told_with_its_line(old: str, new: str, message: str) -> None:
    (problem,) = said(ledger(references=(old, new)), checked=dt.date(2001, 12, 31))
    assert message in problem


def test_a_source_of_the_year_of_the_newest_check_or_without_a_year_is_fine() -> None:
    assert said(ledger(references=("  year: 1990\n", "")), checked=dt.date(2001, 1, 1)) == []


def test_where_nothing_was_ever_checked_no_year_is_judged() -> None:
    assert said(ledger(references=("year: 2001", "year: 2099"))) == []


def test_the_newest_check_is_the_latest_day_that_a_page_names() -> None:
    days = [dt.date(2026, 11, 3), dt.date(2026, 11, 23), dt.date(2025, 12, 31)]
    assert newest_check(Record("a.md", {"reviewed": day}) for day in days) == dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    "data", [{}, [], {"reviewed": "soon"}, {"reviewed": dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC)}]
)
def test_a_page_without_a_day_has_no_check(data: object) -> None:
    assert newest_check([Record("a.md", data)]) is None
    assert newest_check([Record("a.md", data), Record("b.md", {"reviewed": dt.date(2026, 1, 1)})]) == dt.date(
        2026, 1, 1
    )

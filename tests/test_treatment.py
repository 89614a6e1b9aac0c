"""Pages against the ledger: unknown ids, words that disagree, claims left out, and what a page ends with."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from breaks import matter
from building import ROOT
from kit.evidence.ledger import Ledger, read_ledger
from kit.evidence.treatment import Treatment, foot, review, survey, unused, uses
from kit.front_matter import FrontMatter
from kit.problem import Problem

TEA = ROOT / "tests/sites/tea/docs"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    texts = {file.stem: file.read_text(encoding="utf-8") for file in (TEA / "evidence").glob("*.yml")}
    return read_ledger(texts, folder="docs/evidence")[0]


PHRASES = {"supported": ("helps",), "contradicted": ("does not help",)}


def pages(**texts: str) -> dict[str, FrontMatter]:
    """Return pages by path: `milk` is `milk.md`."""
    return {f"{name}.md": matter(text, f"docs/{name}.md") for name, text in texts.items()}


def surveyed(
    ledger: Ledger, found: Mapping[str, FrontMatter], charts: Mapping[str, list[str]] | None = None
) -> tuple[Mapping[str, Treatment], list[Problem]]:
    return survey(ledger, found, charts=charts or {}, phrases=PHRASES)


def said(ledger: Ledger, text: str) -> list[str]:
    return [str(problem) for problem in surveyed(ledger, pages(milk=text))[1]]


def treatments(ledger: Ledger, text: str) -> Mapping[str, Treatment]:
    return surveyed(ledger, pages(milk=text))[0]


@pytest.mark.parametrize("key", ["covers", "evidence", "claims"])
def test_an_unknown_claim_in_the_front_matter_is_told_with_its_line(ledger: Ledger, key: str) -> None:
    assert said(ledger, f"---\ntitle: Milk\n{key}:\n  - boiling-water\n  - milk-frist\n---\n") == [
        f'docs/milk.md:5: {key}: the ledger has no "milk-frist", expected the id of a claim. Did you mean "milk-first"?'
    ]


def test_an_unknown_citation_is_told_with_its_line_and_a_suggestion(ledger: Ledger) -> None:
    assert said(ledger, "---\ntitle: Milk\n---\n\nSee\n[this][milk-frist].\n") == [
        (
            "docs/milk.md:6: claim-unknown: [this][milk-frist] cites an id that the ledger does not have, "
            'expected one of a claim, fact or reference. Did you mean "milk-first"?'
        )
    ]


def test_words_that_disagree_with_the_verdict_are_told_with_their_line(ledger: Ledger) -> None:
    assert said(ledger, "Milk [helps][milk-first].\nMilk [does not help][milk-first].\n") == [
        (
            'docs/milk.md:1: verdict-words: the page says "helps", but the ledger marks "milk-first" contradicted, '
            'expected "does not help".'
        )
    ]


def test_a_page_may_cite_claims_facts_and_references(ledger: Ledger) -> None:
    assert said(ledger, "[a][milk-first] [b][pot-size] [c][leaf-2001]") == []


def test_an_exercise_without_a_page_is_told_with_its_line(ledger: Ledger) -> None:
    claim = ledger.claims["milk-first"]
    named = claim.value.model_copy(update={"exercise": "pour"})
    changed = replace(ledger, claims={"milk-first": replace(claim, value=named)})
    (problem,) = surveyed(changed, {"exercises/pouring.md": matter("")})[1]
    assert str(problem) == (
        'docs/evidence/claims.yml:10: exercise: no page "exercises/pour.md", expected the name of one. '
        'Did you mean "pouring"?'
    )
    assert surveyed(changed, {"exercises/pour.md": matter("")})[1] == []


def test_a_claim_on_no_page_and_a_reference_behind_nothing_are_told(ledger: Ledger) -> None:
    treated = treatments(ledger, "---\ncovers: [milk-first]\n---\n").values()
    assert [str(problem) for problem in unused(ledger, treated)] == [
        (
            'docs/evidence/claims.yml:1: claim-unused: no page treats "boiling-water", '
            "expected one that lists it under covers, evidence or claims."
        )
    ]
    bare = Ledger({}, {}, ledger.references, {})
    assert [(problem.rule, problem.line) for problem in unused(bare, [])] == [
        ("reference-unused", 1),
        ("reference-unused", 13),
    ]


def test_an_entry_lists_every_page_that_treats_or_cites_it(ledger: Ledger) -> None:
    three = pages(a="---\ncovers: [milk-first]\n---\n", b="[x][milk-first] [y][leaf-2001]", c="")
    found = uses(surveyed(ledger, three, {"c.md": ["heat"]})[0].values())
    assert found == {"leaf-2001": ("b.md",), "milk-first": ("a.md", "b.md"), "pot-size": ("c.md",)}


def test_a_page_ends_with_its_notes_sources_and_claims(ledger: Ledger) -> None:
    treatment = treatments(ledger, "---\ncovers: [milk-first]\n---\n[a][pot-size]\n")["milk.md"]
    ending = foot(ledger, treatment, ["pot-size"])
    assert [(note.number, note.words, note.claim) for note in ending.notes] == [
        (1, "A common pot holds four cups.", None)
    ]
    assert [reference.key for reference in ending.sources] == ["leaf-2001", "kettle-1990"]
    assert [claim.id for claim in ending.claims] == ["milk-first"]


def test_a_note_on_a_claim_says_what_we_say_and_one_on_a_reference_its_title(ledger: Ledger) -> None:
    notes = foot(ledger, None, ["milk-first", "leaf-2001"]).notes
    assert [note.words for note in notes] == ["Add milk when you like.", "On leaves"]
    assert notes[0].claim is not None


@pytest.mark.parametrize(
    ("reviewed", "months", "due"),
    [
        (dt.date(2026, 11, 23), {}, dt.date(2027, 11, 23)),
        (dt.date(2026, 11, 23), {"default": 12, "help.md": 6}, dt.date(2027, 5, 23)),
        (dt.date(2026, 8, 31), {"help.md": 6}, dt.date(2027, 2, 28)),
        (dt.date(2024, 2, 29), {"default": 12}, dt.date(2025, 2, 28)),
        (dt.date(2026, 12, 5), {"default": 1}, dt.date(2027, 1, 5)),
        (dt.date(2026, 11, 30), {"default": 1}, dt.date(2026, 12, 30)),
    ],
)
def test_the_next_check_is_due_after_the_months_of_the_page(
    reviewed: dt.date, months: dict[str, int], due: dt.date
) -> None:
    found = review(reviewed, uri="help.md", months=months, today=due)
    assert found is not None
    assert found.due == due
    assert not found.overdue
    late = review(reviewed, uri="help.md", months=months, today=due + dt.timedelta(days=1))
    assert late is not None
    assert late.overdue


def test_a_page_without_a_day_of_review_has_no_next_one() -> None:
    assert review(None, uri="a.md", months={}, today=dt.date(2026, 11, 23)) is None
    assert review("soon", uri="a.md", months={}, today=dt.date(2026, 11, 23)) is None

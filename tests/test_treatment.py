"""Pages against the ledger: unknown ids, words that disagree, claims left out, and what a page ends with."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, replace

import pytest
from breaks import matter
from building import ROOT
from kit.entry import Unread
from kit.evidence.ledger import Ledger, read_ledger
from kit.evidence.treatment import Treatment, foot, read_treatment, review, survey, unused, uses
from kit.front_matter import FrontMatter
from kit.problem import Problem
from kit.record import Record

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
        (
            f'docs/milk.md:5: {key}: nothing has the id "milk-frist". '
            "Add it, or look the id up in evidence/claims.yml or evidence/facts.yml."
        )
    ]


def test_an_unknown_citation_is_told_with_its_line_and_no_guess(ledger: Ledger) -> None:
    assert said(ledger, "---\ntitle: Milk\n---\n\nSee\n[this][milk-frist].\n") == [
        (
            'docs/milk.md:6: claim-unknown: [this][milk-frist]: nothing has the id "milk-frist". Add it, or look the '
            "id up in evidence/claims.yml, evidence/facts.yml or evidence/references.yml."
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


def test_a_claim_or_fact_on_no_page_and_a_reference_behind_nothing_are_told(ledger: Ledger) -> None:
    treated = treatments(ledger, "---\ncovers: [milk-first]\n---\n").values()
    assert [str(problem) for problem in unused(ledger, treated)] == [
        (
            'docs/evidence/claims.yml:1: claim-unused: no page treats "boiling-water", '
            "expected one that lists it under covers, evidence or claims."
        ),
        'docs/evidence/facts.yml:1: fact-unused: no page cites "pot-size". Cite it on one or remove it.',
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


def test_an_id_that_a_claim_and_a_fact_share_is_known(ledger: Ledger) -> None:
    shared = replace(ledger, facts={"milk-first": ledger.facts["pot-size"]})
    assert [str(each) for each in surveyed(shared, pages(milk="---\ncovers: [milk-first]\n---\n"))[1]] == []


def test_a_fact_may_be_treated_but_no_reference(ledger: Ledger) -> None:
    assert said(ledger, "---\ncovers: [pot-size]\n---\n") == []
    assert said(ledger, "---\ncovers: [leaf-2001]\n---\n")[0].startswith(
        'docs/milk.md:2: covers: nothing has the id "leaf-2001".'
    )


@pytest.mark.parametrize("value", ["milk-first", "{milk-first: 1}", "[1, {a: b}, null]", "", "7"])
def test_what_is_no_list_of_ids_treats_nothing(ledger: Ledger, value: str) -> None:
    assert treatments(ledger, f"---\ncovers: {value}\n---\n")["milk.md"].treats == ()


def test_an_odd_entry_of_a_list_leaves_the_others_on_their_lines(ledger: Ledger) -> None:
    (treated,) = treatments(ledger, "---\ncovers:\n  - 1\n  - milk-first\n---\n")["milk.md"].treats
    assert (treated.label, treated.text, treated.line) == ("milk-first", "covers", 4)


def test_a_page_knows_each_of_its_ids_once_in_order(ledger: Ledger) -> None:
    text = "---\ncovers: [milk-first]\nclaims: [boiling-water]\n---\n[a][pot-size] [b][milk-first]\n"
    treatment = surveyed(ledger, pages(milk=text), {"milk.md": ["heat"]})[0]["milk.md"]
    assert (treatment.uri, treatment.file) == ("milk.md", "docs/milk.md")
    assert [each.label for each in treatment.treats] == ["milk-first", "boiling-water"]
    assert [(each.label, each.line) for each in treatment.cites] == [("pot-size", 5), ("milk-first", 5)]
    assert treatment.drawn == ("pot-size",)
    assert treatment.labels == ("milk-first", "boiling-water", "pot-size")


def test_a_chart_that_is_not_there_rests_on_nothing(ledger: Ledger) -> None:
    assert surveyed(ledger, pages(milk=""), {"milk.md": ["cold"]})[0]["milk.md"].labels == ()
    heat = ledger.charts["heat"]
    changed = replace(heat, value=heat.value.model_copy(update={"cites": ["lost", "pot-size"]}))
    bent = replace(ledger, charts={"heat": changed})
    assert surveyed(bent, pages(milk=""), {"milk.md": ["heat"]})[0]["milk.md"].labels == ("pot-size",)


def test_a_page_that_nobody_reads_as_keys_treats_nothing() -> None:
    found = read_treatment(FrontMatter(Record("a.md", ["covers"]), "[x][y]\n", 3), uri="a.md")
    assert (found.treats, [each.line for each in found.cites], found.drawn) == ((), [3], ())


def test_every_fault_of_every_page_is_told_once_in_order(ledger: Ledger) -> None:
    found = surveyed(ledger, pages(b="[x][lost] [x][lost]", a="---\ncovers: [lost]\n---\n[x][gone]"))[1]
    assert [(each.file, each.line, each.rule) for each in found] == [
        ("docs/a.md", 2, "covers"),
        ("docs/a.md", 4, "claim-unknown"),
        ("docs/b.md", 1, "claim-unknown"),
    ]


def test_only_pages_of_exercises_are_names_of_exercises(ledger: Ledger) -> None:
    claim = ledger.claims["milk-first"]
    named = claim.value.model_copy(update={"exercise": "pour"})
    changed = replace(ledger, claims={"milk-first": replace(claim, value=named)})
    assert len(surveyed(changed, {"pour.md": matter(""), "faq/pour.md": matter("")})[1]) == 1
    assert surveyed(ledger, {})[1] == []


def test_entries_that_nothing_uses_are_told_in_the_order_of_their_files(ledger: Ledger) -> None:
    assert [(each.file.rpartition("/")[2], each.line, each.rule) for each in unused(ledger, [])] == [
        ("claims.yml", 1, "claim-unused"),
        ("claims.yml", 10, "claim-unused"),
        ("facts.yml", 1, "fact-unused"),
    ]
    pair = Ledger({}, ledger.facts, ledger.references, {})
    _, leaf = unused(pair, [])
    assert str(leaf) == (
        'docs/evidence/references.yml:1: reference-unused: no claim and no fact rests on "leaf-2001". '
        "Cite it in one or remove it."
    )
    both = pages(a="[x][milk-first]", b="---\nevidence: [boiling-water, pot-size]\n---\n")
    assert unused(ledger, surveyed(ledger, both)[0].values()) == []


@pytest.mark.parametrize("kind", ["claims", "facts"])
def test_what_could_not_be_read_may_rest_on_any_reference(ledger: Ledger, kind: str) -> None:
    bare = Ledger({}, {}, ledger.references, {}, unread={kind: Unread(frozenset({"lost"}))})
    assert unused(bare, []) == []


def test_nothing_is_called_unused_while_a_page_is_unread_or_names_what_is_not_there(ledger: Ledger) -> None:
    assert unused(ledger, [], complete=False) == []
    assert unused(ledger, [Treatment("a.md", "a.md", (), (), drawn=("lost",))]) == []


def test_an_id_in_curly_marks_leaves_the_next_to_be_told(ledger: Ledger) -> None:
    (line,) = said(ledger, "---\ncovers:\n  - \u201cmilk-first\u201d\n  - lost\n---\n")
    assert line.startswith('docs/milk.md:4: covers: nothing has the id "lost".')


def test_a_source_that_is_not_there_may_have_meant_any(ledger: Ledger) -> None:
    fact = ledger.facts["pot-size"]
    lost = replace(fact, value=fact.value.model_copy(update={"sources": ("lost",)}))
    bent = Ledger({}, {"pot-size": lost}, ledger.references, {})
    assert [each.rule for each in unused(bent, [])] == ["fact-unused"]


def test_what_a_page_draws_is_used(ledger: Ledger) -> None:
    used = Treatment("a.md", "a.md", (), (), drawn=("milk-first", "boiling-water", "pot-size"))
    assert unused(ledger, [used]) == []


def test_pages_that_use_an_entry_are_sorted_and_named_once(ledger: Ledger) -> None:
    texts = dict.fromkeys(("c", "a", "b"), "[x][milk-first] [y][milk-first]")
    assert uses(surveyed(ledger, pages(**texts))[0].values()) == {"milk-first": ("a.md", "b.md", "c.md")}
    many = uses([Treatment("a.md", "a.md", (), (), drawn=("z", "a"))])
    assert list(many) == ["a", "z"]


def test_notes_are_numbered_as_on_the_page_though_some_are_unknown(ledger: Ledger) -> None:
    ending = foot(ledger, None, ["lost", "pot-size", "leaf-2001"])
    assert [(note.number, note.label, [each.key for each in note.sources]) for note in ending.notes] == [
        (2, "pot-size", ["kettle-1990"]),
        (3, "leaf-2001", ["leaf-2001"]),
    ]
    assert ending.claims == ()
    assert [each.key for each in ending.sources] == ["leaf-2001", "kettle-1990"]


def test_a_page_ends_with_each_claim_that_it_treats_once_and_with_no_fact(ledger: Ledger) -> None:
    treatment = treatments(ledger, "---\ncovers: [milk-first, pot-size]\nclaims: [milk-first]\n---\n")["milk.md"]
    assert [claim.id for claim in foot(ledger, treatment, []).claims] == ["milk-first"]
    assert foot(ledger, treatment, []).notes == ()


@pytest.mark.parametrize(
    ("reviewed", "wait", "due"),
    [
        (dt.date(2026, 1, 31), 1, dt.date(2026, 2, 28)),
        (dt.date(2027, 12, 31), 2, dt.date(2028, 2, 29)),
        (dt.date(2026, 1, 31), 11, dt.date(2026, 12, 31)),
        (dt.date(2026, 1, 1), 12, dt.date(2027, 1, 1)),
        (dt.date(2026, 12, 1), 12, dt.date(2027, 12, 1)),
        (dt.date(2026, 11, 30), 25, dt.date(2028, 12, 30)),
        (dt.date(2026, 3, 31), 1, dt.date(2026, 4, 30)),
        (dt.date(2026, 3, 29), 1, dt.date(2026, 4, 29)),
        (dt.date(2026, 11, 30), 13, dt.date(2027, 12, 30)),
    ],
)
def test_a_check_is_due_on_the_same_day_of_a_later_month_or_on_its_last(
    reviewed: dt.date, wait: int, due: dt.date
) -> None:
    found = review(reviewed, uri="help.md", months={"default": wait}, today=reviewed)
    assert found is not None
    assert (found.reviewed, found.due, found.overdue) == (reviewed, due, False)


def test_what_a_page_says_of_its_evidence_cannot_be_changed(ledger: Ledger) -> None:
    treatment = Treatment("a.md", "docs/a.md", (), ())
    ending = foot(ledger, treatment, ["pot-size"])
    day = review(dt.date(2026, 11, 23), uri="a.md", months={}, today=dt.date(2026, 11, 23))
    assert treatment.drawn == ()
    for part in (treatment, ending, ending.notes[0], day):
        with pytest.raises(FrozenInstanceError):
            setattr(part, next(iter(vars(part))), None)

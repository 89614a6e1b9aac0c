"""The ledger as a whole: what its files say of each other, in which order readers see it, and the project's own."""

from pathlib import Path

import pytest
import yaml
from breaks import words
from building import ROOT
from kit.evidence.ledger import Ledger, read_ledger, totals
from kit.words.evidence import EvidenceWords

TEA = ROOT / "tests/sites/tea/docs/evidence"


def texts(folder: Path) -> dict[str, str | bytes]:
    return {file.stem: file.read_text(encoding="utf-8") for file in folder.glob("*.yml")}


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    """Return the project's own ledger."""
    found, problems = read_ledger(texts(ROOT / "docs/evidence"), folder="docs/evidence")
    assert not problems, problems
    return found


def labels() -> EvidenceWords:
    found = words().evidence
    assert found is not None
    return found


def said(**changes: tuple[str, str]) -> list[str]:
    """Return the messages about the ledger on tea when one piece of one file is changed."""
    files = texts(TEA)
    for name, (old, new) in changes.items():
        text = str(files[name])
        assert old in text
        files[name] = text.replace(old, new, 1)
    return [str(problem) for problem in read_ledger(files, folder="docs/evidence")[1]]


def test_the_ledger_on_tea_is_in_order() -> None:
    assert said() == []


def test_an_unknown_reference_is_told_with_its_line_and_where_to_look_and_nothing_is_guessed() -> None:
    assert said(claims=("sources: [leaf-2001]", "sources: [leaf-2011]")) == [
        (
            'docs/evidence/claims.yml:8: reference-unknown: nothing has the id "leaf-2011". '
            "Add it, or look the id up in docs/evidence/references.yml."
        )
    ]


def test_a_reference_that_is_removed_is_missed_wherever_it_was_used() -> None:
    files = texts(TEA)
    files["references"] = str(files["references"]).split("\n\n")[1]
    messages = [str(problem) for problem in read_ledger(files, folder="e")[1]]
    assert [message.split(": nothing")[0] for message in messages] == [
        "e/claims.yml:8: reference-unknown",
        "e/claims.yml:17: reference-unknown",
    ]


def test_a_claim_in_conflict_with_itself_is_told() -> None:
    name = str(texts(TEA)["claims"]).split("\n", 1)[0].removeprefix("- id: ")
    (conflict,) = said(claims=("sources: [leaf-2001]", f"sources: [leaf-2001]\n  conflicts_with: [{name}]"))
    assert conflict == f'docs/evidence/claims.yml:9: conflicts_with.1: "{name}" is this claim itself. Name another one.'


def test_an_unknown_claim_in_a_conflict_or_chart_is_told() -> None:
    (conflict,) = said(claims=("sources: [leaf-2001]", "sources: [leaf-2001]\n  conflicts_with: [milk-frst]"))
    assert conflict.startswith("docs/evidence/claims.yml:9: claim-unknown: ")
    assert conflict.endswith('nothing has the id "milk-frst". Add it, or look the id up in docs/evidence/claims.yml.')
    (chart,) = said(charts=("cites: [pot-size]", "cites: [pot-sise]"))
    assert chart.startswith("docs/evidence/charts.yml:9: claim-unknown: ")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("references", "title:", "titel:"),
        ("references", "key: leaf", "key: Leaf"),
        ("references", "title:", "title: :"),
        ("claims", "verdict: ", "verdict: not "),
    ],
)
def test_what_names_an_entry_that_cannot_be_read_is_not_wrong(file: str, old: str, new: str) -> None:
    files = texts(TEA)
    files[file] = str(files[file]).replace(old, new, 1)
    assert {problem.file for problem in read_ledger(files, folder="e")[1]} == {f"e/{file}.yml"}


def test_all_that_is_wrong_with_an_entry_is_told_at_once() -> None:
    claim = said(claims=("verdict: supported", "verdict: suported\n  conflicts_with: [milk-frst]"))
    assert [each.split(": ")[:2] for each in claim] == [
        ["docs/evidence/claims.yml:4", "verdict"],
        ["docs/evidence/claims.yml:5", "claim-unknown"],
    ]
    chart = said(charts=("cites: [pot-size]", "cites: [pot-sise]\n  hue: brown"))
    assert [each.split(": ")[1] for each in chart] == ["claim-unknown", "hue"]


def test_an_id_that_stands_in_two_files_is_told() -> None:
    (message,) = said(facts=("id: pot-size", "id: milk-first"), charts=("pot-size", "milk-first"))
    assert message == (
        'docs/evidence/facts.yml:1: id-twice: "milk-first" is also in claims.yml, expected an id of its own.'
    )


def test_sources_come_newest_first_and_each_once(ledger: Ledger) -> None:
    years = [reference.updated or reference.year or 0 for reference in ledger.sources(ledger.claims)]
    assert years == sorted(years, reverse=True)
    assert len(ledger.sources([*ledger.claims, *ledger.claims])) == len(years)


def written(name: str) -> list[dict[str, str]]:
    """Return the entries of a file of the project's ledger as they are written."""
    found: list[dict[str, str]] = yaml.safe_load((ROOT / f"docs/evidence/{name}.yml").read_text(encoding="utf-8"))
    return found


def test_claims_of_one_section_stand_together_in_the_order_of_the_article(ledger: Ledger) -> None:
    names = [name for name, _ in ledger.sections]
    assert names == list(dict.fromkeys(claim["section"] for claim in written("claims")))
    assert sum(len(claims) for _, claims in ledger.sections) == len(written("claims"))


def test_a_section_that_comes_up_twice_is_one_in_its_first_place() -> None:
    files = texts(TEA)
    both = str(files["claims"])
    more = "\n- id: cups\n  section: brewing\n" + both.split("section: milk\n")[1]
    found, problems = read_ledger(files | {"claims": both + more}, folder="e")
    assert not problems
    assert [(name, [claim.id for claim in claims]) for name, claims in found.sections] == [
        ("brewing", ["boiling-water", "cups"]),
        ("milk", ["milk-first"]),
    ]


def test_the_totals_count_every_claim_once(ledger: Ledger) -> None:
    chart = totals(ledger, labels())
    verdicts = [claim["verdict"] for claim in written("claims")]
    assert {row.tone: row.value for row in chart.rows} == {each: verdicts.count(each) for each in set(verdicts)}
    assert {row.tone: row.label for row in chart.rows}["unsupported"] == "No good evidence"
    assert len(verdicts) > 1
    assert chart.title == f"{len(verdicts)} claims and what became of them"
    assert f"no good evidence {verdicts.count('unsupported')}" in chart.summary


def test_the_totals_stand_in_the_order_of_the_words_and_leave_out_what_there_is_none_of() -> None:
    found, _ = read_ledger(texts(TEA), folder="e")
    chart = totals(found, labels())
    assert [(row.label, row.value, row.tone) for row in chart.rows] == [
        ("Supported", 1, "supported"),
        ("Evidence says otherwise", 1, "contradicted"),
    ]
    assert chart.summary == "One bar for each verdict: supported 1, evidence says otherwise 1."
    assert chart.columns == ["Verdict", "Claims"]


def test_an_empty_ledger_still_has_a_chart() -> None:
    empty, problems = read_ledger({}, folder="e")
    assert not problems
    chart = totals(empty, labels())
    assert chart.title == "0 claims and what became of them"
    assert [(row.label, row.value) for row in chart.rows] == [("None", 0)]


def test_every_reference_stands_under_one_kind(ledger: Ledger) -> None:
    own = yaml.safe_load((ROOT / "docs/words.yml").read_text(encoding="utf-8"))["evidence"]["kinds"]
    shown = [reference.key for _, group in ledger.by_kind(own) for reference in group]
    assert sorted(shown) == sorted(ledger.references)


def test_kinds_stand_in_the_order_of_the_words_and_without_empty_ones() -> None:
    found, _ = read_ledger(texts(TEA), folder="e")
    kinds = ["reference-work", "cohort", "trial"]
    assert [(kind, [each.key for each in group]) for kind, group in found.by_kind(kinds)] == [
        ("reference-work", ["kettle-1990"]),
        ("trial", ["leaf-2001"]),
    ]


def test_every_id_has_the_address_of_its_page() -> None:
    found, _ = read_ledger(texts(TEA), folder="proof")
    assert found.anchors("proof") == {
        "leaf-2001": "proof/references.md#leaf-2001",
        "kettle-1990": "proof/references.md#kettle-1990",
        "boiling-water": "proof/index.md#boiling-water",
        "milk-first": "proof/index.md#milk-first",
        "pot-size": "proof/index.md#pot-size",
    }
    assert found.labels == {"leaf-2001", "kettle-1990", "boiling-water", "milk-first", "pot-size"}


def test_a_reference_knows_what_rests_on_it() -> None:
    found, _ = read_ledger(texts(TEA), folder="e")
    assert found.resting_on("kettle-1990") == ("milk-first", "pot-size")
    assert found.keys("milk-first") == ("leaf-2001", "kettle-1990")
    assert found.keys("pot-size") == ("kettle-1990",)
    assert found.keys("leaf-2001") == ("leaf-2001",)


def test_every_claim_says_its_three_sentences_in_short_ones(ledger: Ledger) -> None:
    for entry in ledger.claims.values():
        for text in (entry.value.gist, entry.value.evidence, entry.value.say):
            assert text[0].isupper() or text[0] == '"'
            assert text[-1] in ".?!"
            longest = max(len(sentence.split()) for sentence in text.replace("?", ".").split(". "))
            assert longest <= 25, f"{entry.value.id}: {text}"


def test_references_stand_with_the_newest_first_then_by_author_then_by_key_and_those_without_a_year_last() -> None:
    entries = [
        ("c-key", 2001, "Bell A"),
        ("b-key", 2001, "Bell A"),
        ("undated", None, "Adder B"),
        ("young", 2020, "Zebra C"),
        ("first", 2001, "Ant D"),
    ]
    of_trials = "\n".join(
        f"- {{key: {key}, authors: [{author}], title: On {key}, journal: Tea, doi: 10.1234/{key}, kind: trial, "
        f"verified: true{f', year: {year}' if year else ''}}}"
        for key, year, author in entries
    )
    found, problems = read_ledger({"references": of_trials}, folder="e")
    assert problems == []
    assert [each.key for each in found.sources(found.references)] == ["young", "first", "b-key", "c-key", "undated"]

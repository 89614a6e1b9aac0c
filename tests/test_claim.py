"""Claims: what may stand in the data file, and which words a page may use beside a verdict."""

import pytest
from kit.evidence.claim import Claim, disagreement, read_claims, read_facts
from kit.words.names import Verdict

PHRASES: dict[str, tuple[str, ...]] = {
    "supported": ("helps", "may help"),
    "partly-supported": ("may help", "we do not know"),
    "unsupported": ("we do not know", "does not help"),
    "contradicted": ("does not help",),
}

GOOD = """\
- id: milk-first
  section: milk
  gist: Milk goes in first.
  verdict: contradicted
  certainty: low
  evidence: Tasters could not tell.
  say: Add milk when you like.
  sources: [leaf-2001]
"""


def claim(verdict: Verdict) -> Claim:
    return Claim(
        id="x", section="s", gist="g", verdict=verdict, certainty="low", evidence="e", say="s", sources=["leaf-2001"]
    )


def said(text: str | bytes) -> list[str]:
    return [str(problem) for problem in read_claims(text, file="c.yml")[1]]


def test_a_good_claim_is_read_with_its_line() -> None:
    entries, problems = read_claims("# tea\n" + GOOD, file="c.yml")
    assert not problems
    assert entries[0].value.id == "milk-first"
    assert entries[0].problem("text", "verdict").line == 5


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("contradicted", "contradictd", "c.yml:4: verdict: expected supported, partly-supported, unsupported, contra"),
        ("contradicted", "contradictd", 'Did you mean "contradicted"?'),
        ("certainty: low", "certainty: tiny", 'c.yml:5: certainty: expected high, moderate or low, found "tiny".'),
        ("id: milk-first", "id: Milk First", "c.yml:1: id: "),
        ("  say: Add milk when you like.\n", "", "say: this key is missing. Add it."),
        ("gist: Milk", "gits: Milk", 'Did you mean "gist"?'),
        ("sources: [leaf-2001]", "sources: [leaf-2001, leaf-2001]", 'c.yml:8: sources: "leaf-2001" is here twice.'),
        ("sources: [leaf-2001]", "sources: leaf-2001", "c.yml:8: sources: expected a list"),
    ],
)
def test_each_mistake_is_told_with_its_line_and_how_to_mend_it(old: str, new: str, message: str) -> None:
    assert any(message in problem for problem in said(GOOD.replace(old, new)))


def test_a_claim_that_is_wrong_does_not_hide_the_others() -> None:
    entries, problems = read_claims(GOOD.replace("low", "tiny") + GOOD.replace("milk-first", "other"), file="c.yml")
    assert [entry.value.id for entry in entries] == ["other"]
    assert len(problems) == 1


def test_an_id_that_is_used_twice_is_told() -> None:
    assert said(GOOD + GOOD)[0].startswith('c.yml:9: id-twice: "milk-first" is already used on line 1')


def test_a_file_that_is_no_list_is_told() -> None:
    assert said("milk-first: yes") == ["c.yml:1: data: expected a list: each entry starts with a dash."]


def test_a_file_that_is_not_utf_8_is_told_with_its_line() -> None:
    assert said(GOOD.encode() + b"# caf\xe9\n") == [
        "c.yml:9: encoding: this is not UTF-8 text. Save the file as UTF-8."
    ]


def test_an_empty_file_holds_no_claims() -> None:
    assert read_claims("", file="c.yml") == ((), [])


def test_a_fact_needs_a_source() -> None:
    (problem,) = read_facts("- {id: a, fact: Four cups., sources: []}", file="f.yml")[1]
    assert str(problem) == "f.yml:1: sources: expected 1 or more entries, found 0."


@pytest.mark.parametrize("verdict", PHRASES)
@pytest.mark.parametrize("phrase", ["helps", "may help", "we do not know", "does not help"])
def test_a_phrase_is_accepted_exactly_where_its_verdict_allows_it(verdict: Verdict, phrase: str) -> None:
    allowed = phrase in PHRASES[verdict]
    assert (disagreement(phrase, claim(verdict), PHRASES) is None) == allowed
    assert (disagreement(phrase.capitalize(), claim(verdict), PHRASES) is None) == allowed


def test_a_phrase_may_be_broken_over_two_lines() -> None:
    assert disagreement("may\n help", claim("supported"), PHRASES) is None
    assert disagreement("may\n help", claim("contradicted"), PHRASES) is not None


def test_a_phrase_that_disagrees_is_told_with_what_is_expected() -> None:
    assert disagreement("helps", claim("unsupported"), PHRASES) == (
        'the page says "helps", but the ledger marks "x" unsupported, expected "we do not know" or "does not help".'
    )


@pytest.mark.parametrize("text", ["this helps", "walk more", "help"])
def test_other_words_are_nobodys_business(text: str) -> None:
    assert disagreement(text, claim("contradicted"), PHRASES) is None


@pytest.mark.parametrize("verdict", ["safety-advice", "definition"])
def test_advice_on_safety_and_definitions_take_any_phrase(verdict: Verdict) -> None:
    assert disagreement("helps", claim(verdict), PHRASES) is None


def test_a_guide_without_phrases_lets_pages_say_what_they_like() -> None:
    assert disagreement("helps", claim("contradicted"), {}) is None

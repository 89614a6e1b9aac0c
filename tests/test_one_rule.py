"""One rule each: warning signs have one level everywhere, and what many pages tell, all of them tell alike."""

import re

import pytest
import yaml
from building import ROOT
from kit.prose.gate import check_rules
from kit.prose.rules import Lists
from words import our_lists, read_pages, reader_pages

DOCS = ROOT / "docs"
SECTIONS = {"now": "emergency", "today": "urgent", "soon": "routine"}
"""The sections of the page about getting help, by level of a sign."""


@pytest.fixture(scope="module")
def lists() -> Lists:
    return our_lists()


@pytest.fixture(scope="module")
def signs() -> dict[str, dict[str, str]]:
    return {sign["id"]: sign for sign in yaml.safe_load((DOCS / "signs.yml").read_text(encoding="utf-8"))}


def levels_on(page: str) -> dict[str, str]:
    """Return the section of each mark on a page: the id of the second-level heading above it."""
    section, found = "", {}
    for line in page.splitlines():
        if heading := re.match(r"## .*\{ #([a-z-]+) \}", line):
            section = heading[1]
        elif mark := re.match(r"\s+\{ #([a-z-]+) \}", line):
            found[mark[1]] = section
    return found


def test_a_sign_stands_on_the_help_page_at_the_level_that_the_data_gives_it(signs: dict[str, dict[str, str]]) -> None:
    placed = levels_on((DOCS / "get-help.md").read_text(encoding="utf-8"))
    assert {name: placed.get(name) for name in signs} == {name: SECTIONS[sign["level"]] for name, sign in signs.items()}


def test_a_sign_at_another_level_than_its_section_is_seen() -> None:
    page = "## Now { #emergency }\n\n- Chest pain.\n  { #chest-pain }\n\n## Soon { #routine }\n\n- A.\n  { #a }\n"
    assert levels_on(page) == {"chest-pain": "emergency", "a": "routine"}


def test_both_legs_and_pain_that_tears_are_emergencies_and_nothing_less(signs: dict[str, dict[str, str]]) -> None:
    # NHS: call 999 for pain, tingling, weakness or numbness in both legs. HSE: for sudden, severe chest or back pain.
    assert {sign["level"] for sign in signs.values() if "both legs" in sign["text"]} == {"now"}
    assert {sign["level"] for sign in signs.values() if "tearing" in sign["text"]} == {"now"}
    assert (signs["chest-pain"]["level"], signs["chest-pain-gone"]["level"]) == ("now", "today")


def test_fast_weakness_in_one_leg_is_an_emergency_and_only_what_is_not_fast_can_wait(
    signs: dict[str, dict[str, str]],
) -> None:
    # An NHS service in Norfolk sends people to A&E for rapid loss of leg strength; that one leg counts is our choice.
    texts = {name: sign["text"] for name, sign in signs.items() if "weakness in one leg" in sign["text"]}
    assert {name: signs[name]["level"] for name in texts} == {"leg-weakness-fast": "now", "one-leg-weak": "today"}
    assert "Fast weakness in one leg or both" in texts["leg-weakness-fast"]
    assert "not getting worse fast" in texts["one-leg-weak"]


def test_the_strip_names_every_kind_of_emergency(signs: dict[str, dict[str, str]]) -> None:
    strip = ", ".join(sign["short"] for sign in signs.values() if sign["level"] == "now" and "short" in sign)
    for words in (
        *("between legs", "pee or poo", "pain in both legs", "leg weakness", "chest pain", "tearing"),
        *("sudden tummy or back pain", "bad accident"),
    ):
        assert words in strip


def test_early_back_pain_goes_by_the_age_at_which_it_began(signs: dict[str, dict[str, str]]) -> None:
    # NICE NG65, 1.1.5: began before 45 and has lasted over 3 months; stiffness in the morning is not on its list
    text = signs["inflammatory"]["text"]
    assert "began before you were 45" in text
    assert "3 months" in text
    assert "under 45" not in text
    assert "stiff" not in text


def test_each_rule_stands_in_the_facts_and_a_page_cites_it(lists: Lists) -> None:
    facts = {fact["id"] for fact in yaml.safe_load((DOCS / "evidence/facts.yml").read_text(encoding="utf-8"))}
    pages = "\n".join(path.read_text(encoding="utf-8") for path in reader_pages() if path.suffix == ".md")
    named = {rule.fact for rule in lists.rules}
    assert named <= facts
    assert {fact for fact in named if f"[{fact}]" not in pages} == set()


def test_labels_tell_the_same_rules_as_pages(lists: Lists) -> None:
    (labels,), problems = read_pages([DOCS / "words.yml"])
    assert problems == []
    assert [str(found) for sentence in labels.sentences for found in check_rules(sentence, lists)] == []

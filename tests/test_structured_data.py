"""What pages say to machines: valid JSON-LD in schema.org words, and no claim of a review that did not happen."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import breaks
import pytest
from breaks import words
from building import ROOT
from kit.exercises.exercise import Exercise
from kit.exercises.exercise_reader import read as read_exercise
from kit.exercises.vocabulary import Vocabulary, read_vocabulary
from kit.front_matter import read as read_front_matter
from kit.pages.structured_data import (
    Facts,
    Site,
    describe,
    describe_exercise,
    to_script,
)
from selectolax.lexbor import LexborHTMLParser, LexborNode

FAQ = "https://example.org/backstride/faq/"
VOCABULARY = json.loads((ROOT / "tests/schema_org.json").read_text(encoding="utf-8"))
PLAIN = {
    "Text": r"(?s).+",
    "URL": r"https?://\S+",
    "Date": r"\d{4}-\d\d-\d\d",
    "Duration": r"PT\d+M",
    "PhysicalActivityCategory": r"https://schema\.org/(StrengthTraining|Flexibility|Balance|AerobicActivity)",
}
"""The form of a plain value for each range of schema.org that is no node of its own."""

SITE = Site("Backstride", "https://example.org/", "en", "https://creativecommons.org/licenses/by/4.0/")
FACTS = Facts("Hills", "How to walk on hills.", "https://example.org/hills/", dt.date(2026, 11, 23), "MedicalWebPage")


def kinds(name: str) -> set[str]:
    """Return a type of the vocabulary and everything that it is a kind of."""
    return {name}.union(*(kinds(parent) for parent in VOCABULARY["types"].get(name, ())))


def faults(node: dict[str, Any]) -> Iterator[str]:
    """Yield one sentence for each type, property or value that the vocabulary does not allow."""
    name = node["@type"]
    if name not in VOCABULARY["types"]:
        yield f"{name} is no type"
        return
    for key, value in node.items():
        if key.startswith("@"):
            continue
        rule = VOCABULARY["properties"].get(key)
        if rule is None:
            yield f"{key} is no property"
        elif not kinds(name) & set(rule["domains"]):
            yield f"{name} has no {key}"
        else:
            for each in value if isinstance(value, list) else [value]:
                yield from value_faults(key, each, rule["ranges"])


def value_faults(key: str, value: object, ranges: list[str]) -> Iterator[str]:
    if isinstance(value, dict):
        yield from faults(value)
        if not kinds(value["@type"]) & set(ranges):
            yield f"{key} takes no {value['@type']}"
    elif isinstance(value, str):
        if not any(name in ranges and re.fullmatch(form, value) for name, form in PLAIN.items()):
            yield f'{key} takes no "{value}"'
    elif "Number" not in ranges:
        yield f"{key} takes no number"


def read(path: Path) -> dict[str, Any]:
    script = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first('script[type="application/ld+json"]')
    assert script is not None, f"{path} says nothing to machines"
    node = json.loads(script.text())
    assert isinstance(node, dict)
    return node


def item(node: LexborNode) -> dict[str, Any]:
    """Return what the attributes of an element and those in it say, as the HTML standard reads microdata."""
    found: dict[str, Any] = {"@type": (node.attributes["itemtype"] or "").removeprefix("https://schema.org/")}
    for child in node.css("[itemprop]"):
        around = child.parent
        while around is not None and "itemscope" not in around.attributes:
            around = around.parent
        if around == node:
            address = child.attributes.get("href")
            value = urljoin(FAQ, address) if address else " ".join(child.text().split())
            name = child.attributes["itemprop"] or ""
            found.setdefault(name, []).append(item(child) if "itemscope" in child.attributes else value)
    return found


@pytest.mark.parametrize(
    ("node", "sentence"),
    [
        ({"@type": "MedicalPage"}, "MedicalPage is no type"),
        ({"@type": "WebPage", "colour": "red"}, "colour is no property"),
        ({"@type": "WebPage", "repetitions": 3}, "WebPage has no repetitions"),
        ({"@type": "WebPage", "lastReviewed": "yesterday"}, 'lastReviewed takes no "yesterday"'),
        ({"@type": "WebPage", "isPartOf": {"@type": "QuantitativeValue"}}, "isPartOf takes no QuantitativeValue"),
        ({"@type": "WebPage", "name": 3}, "name takes no number"),
    ],
)
def test_the_check_against_the_vocabulary_can_fail(node: dict[str, Any], sentence: str) -> None:
    assert list(faults(node)) == [sentence]


def test_a_page_says_when_it_was_checked_and_names_no_reviewer() -> None:
    node = describe(FACTS, SITE)
    assert list(faults(node)) == []
    assert node["lastReviewed"] == "2026-11-23"
    assert "reviewedBy" not in node


def test_a_page_that_nobody_has_dated_claims_no_review() -> None:
    assert "lastReviewed" not in describe(Facts("Hills", None, "https://example.org/hills/", None), SITE)


def test_text_that_looks_like_html_cannot_leave_its_script() -> None:
    assert "</script" not in to_script({"name": "</script><b>"})


@pytest.mark.parametrize(
    "file",
    sorted(path for path in (ROOT / "docs/exercises").glob("*.md") if path.name != "index.md"),
    ids=lambda path: path.stem,
)
def test_every_exercise_is_a_valid_plan(file: Path) -> None:
    front_matter, _ = read_front_matter(file.read_bytes(), file=file.name)
    assert front_matter is not None
    text = (ROOT / "docs/exercises/vocabulary.yml").read_text(encoding="utf-8")
    vocabulary, problems = read_vocabulary(text, file="vocabulary.yml")
    assert vocabulary is not None, problems
    exercise, problems = read_exercise(front_matter.record, vocabulary)
    assert exercise is not None, problems
    node = describe_exercise(exercise, vocabulary, words())
    assert list(faults(node)) == []
    assert {"activityDuration", "activityFrequency", "intensity"} <= node.keys()


def knitted(name: str = "arm-reach") -> Exercise:
    return breaks.catalogue().exercises[name]


def test_an_exercise_says_its_start_dose_in_words_and_numbers() -> None:
    assert describe_exercise(knitted("rug-stretch"), breaks.vocabulary(), words()) == {
        "@type": "ExercisePlan",
        "name": "Stretch on the rug",
        "description": "A rest on the rug.",
        "exerciseType": "stretch",
        "category": "https://schema.org/Flexibility",
        "intensity": "Level 3 of 3",
        "activityDuration": "PT1M",
        "activityFrequency": "2 to 3 days a week",
        "repetitions": {"@type": "QuantitativeValue", "minValue": 1, "maxValue": 1},
    }
    dose = knitted().dose
    assert dose is not None
    assert dose.build is not None
    assert dose.flare is not None
    build = knitted().model_copy(update={"dose": dose.model_copy(update={"start": dose.build})})
    node = describe_exercise(build, breaks.vocabulary(), words())
    assert node["repetitions"] == {"@type": "QuantitativeValue", "minValue": 8, "maxValue": 10}
    rests = {"@type": "QuantitativeValue", "minValue": 30, "maxValue": 30, "unitCode": "SEC"}
    assert node["restPeriods"] == rests
    flare = knitted().model_copy(update={"dose": dose.model_copy(update={"start": dose.flare})})
    assert describe_exercise(flare, breaks.vocabulary(), words())["additionalVariable"] == "Hold 2 seconds"
    one = dose.flare.model_copy(update={"hold_s": dose.flare.sets})
    short = knitted().model_copy(update={"dose": dose.model_copy(update={"start": one})})
    assert describe_exercise(short, breaks.vocabulary(), words())["additionalVariable"] == "Hold 1 second"


def test_an_exercise_says_no_more_than_its_guide_has_words_for() -> None:
    assert describe_exercise(knitted(), Vocabulary(), None) == {
        "@type": "ExercisePlan",
        "name": "Reach and rest",
        "description": "Moves your arms after a long row.",
        "exerciseType": "mobility",
    }


def test_every_page_of_the_site_says_valid_things(site: Path) -> None:
    for page in sorted(site.rglob("index.html")):
        if "http-equiv" not in page.read_text(encoding="utf-8"):
            assert list(faults(read(page))) == [], page


def test_reader_pages_questions_and_exercises_say_what_they_are(site: Path) -> None:
    assert read(site / "why-walk/index.html")["@type"] == "MedicalWebPage"
    assert read(site / "about/privacy/index.html")["@type"] == "WebPage"
    assert read(site / "faq/sciatica/index.html")["mainEntity"]["@type"] == "Question"
    assert read(site / "exercises/plank/index.html")["mainEntity"]["@type"] == "ExercisePlan"


def test_the_index_says_each_question_with_its_answer_to_machines_where_readers_read_it(site: Path) -> None:
    tree = LexborHTMLParser((site / "faq/index.html").read_text(encoding="utf-8"))
    (index,) = [item(node) for node in tree.css("[itemscope]") if "itemprop" not in node.attributes]
    assert list(faults(index)) == []
    assert index["@type"] == "FAQPage"
    said = {each["name"][0]: (each["url"][0], each["acceptedAnswer"][0]["text"][0]) for each in index["mainEntity"]}
    matters = {
        file.stem: breaks.matter(file.read_bytes(), file.name).record.data
        for file in (ROOT / "docs/faq").glob("*.md")
        if file.name != "index.md"
    }
    assert said == {
        each["question"]: (f"{FAQ}{slug}/", " ".join(each["short_answer"].split())) for slug, each in matters.items()
    }

"""The file words.yml: each kind of mistake in it is told with its line, and the project's own is whole."""

import datetime as dt

import breaks
import pytest
from building import ROOT
from kit.words.words import Words, read_words

GOOD = (breaks.DOCS / "words.yml").read_text(encoding="utf-8")
OWN = (ROOT / "docs/words.yml").read_text(encoding="utf-8")


def said(text: str) -> list[str]:
    return breaks.said(read_words(text, file="words.yml")[1])


def line(start: str) -> int:
    """Return the line (from 1) on which a text of the good file starts."""
    (found,) = [number for number, each in enumerate(GOOD.splitlines(), 1) if each.startswith(start)]
    return found


@pytest.mark.parametrize(
    ("old", "new", "start", "message"),
    [
        ("publisher: The", "publishr: The", "publisher", 'Did you mean "publisher"?'),
        ("  stop: Stop if\n", "  stpo: Stop if\n", "  stop: ", "exercise.stpo: unknown key, expected one of: "),
        ("  every_day: every day\n", "", "dose:", "dose.every_day: this key is missing. Add it."),
        (
            "{low} to {high}",
            "{low} to {hihg}",
            "  range:",
            "dose.range: expected {low} and {high}, found {hihg}.",
        ),
        ("{version}, {date}", "{version, {date}", "credit:", "credit: "),
        (
            "{number} more sources",
            "{numbers} more sources",
            "  more_sources:",
            'Did you mean "number"?',
        ),
        (
            '{one: "{number} minute", many',
            '{only: "{number} minute", many',
            "  minute:",
            "dose.minute.one: this key",
        ),
        ("[M, T, W, T, F, S, S]", "[M, T, W]", "  days:", "dates.days: expected 7 or more entries, found 3."),
        ("  once: once\n", "  once: 1\n", "  once:", 'dose.once: expected text, found 1. Put it in "double quotes".'),
        ("  once: once\n", '  once: ""\n', "  once:", "dose.once: expected 1 or more characters, found 0"),
        ("papers: {a4: A4,", "papers: {a5: A5,", "papers:", "papers.a5: expected a4, letter, found "),
        ("    build: {name", "    bild: {name", "    build:", "dose.amounts.bild: expected start, build, "),
    ],
)
def test_each_mistake_is_told_with_its_line(old: str, new: str, start: str, message: str) -> None:
    assert old in GOOD
    found = said(GOOD.replace(old, new, 1))
    assert any(message in each for each in found), found
    assert all(each.startswith(f"words.yml:{line(start)}: ") for each in found if message in each), found


def test_every_mistake_of_the_file_is_told_at_once() -> None:
    text = GOOD.replace("publisher: The Wool Shop\n", "").replace("  once: once\n", "")
    assert [each.split(": ")[1] for each in said(text)] == ["publisher", "dose.once"]


def test_a_file_that_is_no_yaml_is_told() -> None:
    (found,) = said("publisher: [")
    assert found.startswith("words.yml:")


def test_parts_that_a_guide_has_no_use_for_may_be_missing() -> None:
    text = GOOD.split("\n# How much and how often")[0]
    found, problems = read_words(text, file="words.yml")
    assert found is not None, problems
    assert (found.dose, found.exercise, found.cards, found.evidence, found.page) == (None, None, None, None, None)


def test_a_day_is_written_as_the_guide_writes_it() -> None:
    dates = breaks.words().dates
    assert dates.say(dt.date(2026, 11, 3)) == "3 November 2026"
    assert dates.say_short(dt.date(2026, 1, 31)) == "31 Jan 2026"
    turned = dates.model_copy(update={"long": "{month} {day}, {year}", "short": "{year} {mon} {day}"})
    assert turned.say(dt.date(2026, 12, 5)) == "December 5, 2026"
    assert turned.say_short(dt.date(2026, 9, 5)) == "2026 Sep 5"


@pytest.fixture(scope="module")
def own() -> Words:
    """Return the project's own words."""
    found, problems = read_words(OWN, file="docs/words.yml")
    assert found is not None, problems
    return found


def test_the_project_has_every_part(own: Words) -> None:
    assert all(getattr(own, name) is not None for name in Words.model_fields)


def test_every_verdict_and_amount_of_the_project_has_words_of_its_own(own: Words) -> None:
    assert own.evidence is not None
    assert own.dose is not None
    verdicts = {"supported", "partly-supported", "unsupported", "contradicted", "safety-advice", "definition"}
    assert own.evidence.verdicts.keys() == verdicts
    assert own.evidence.verdicts["partly-supported"] == "Partly supported"
    assert len(set(own.evidence.verdicts.values())) == len(verdicts)
    assert own.evidence.certainty.keys() == {"high", "moderate", "low"}
    assert own.dose.amounts.keys() == {"start", "build", "flare"}
    assert own.dose.sources.keys() == {"trial", "guideline", "usual practice", "editorial"}


def test_every_kind_of_source_of_the_project_has_words_for_one_and_for_many(own: Words) -> None:
    assert own.evidence is not None
    kinds = {
        "guideline", "systematic-review", "trial", "cohort", "lab-study", "consensus", "reference-work",
        "official-page", "standard", "dataset",
    }  # fmt: skip
    assert own.evidence.kinds.keys() == kinds
    assert own.evidence.kinds["trial"].one == "Trial that compared groups made by chance"

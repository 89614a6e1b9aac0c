"""The print studio's data: all that its page needs, as numbers and as the build says them."""

import json
from typing import Any

import pytest
from building import ROOT
from kit.cards.deck import read_decks
from kit.cards.studio import to_json
from kit.cards.words import read_words
from kit.exercises.catalogue import Catalogue, read_all
from kit.exercises.dose import how_much, how_often, seconds

SITE = "https://example.org/backstride/"
DRAWINGS = {"plank-1": '<svg viewBox="0 0 222 87.8">'}
CARDS = ROOT / "docs/cards"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    files = (file for file in (ROOT / "docs/exercises").glob("*.md") if file.stem != "index")
    return read_all({f"docs/exercises/{file.name}": file.read_bytes() for file in files})[0]


@pytest.fixture(scope="module")
def text(catalogue: Catalogue) -> str:
    decks, _ = read_decks((CARDS / "sets.yml").read_text(encoding="utf-8"), catalogue, file="sets.yml")
    words, _ = read_words((CARDS / "words.yml").read_text(encoding="utf-8"), file="words.yml")
    assert words is not None
    return to_json(catalogue, decks, words, drawings=DRAWINGS, site=SITE, folder="cards")


@pytest.fixture(scope="module")
def data(text: str) -> Any:  # noqa: ANN401 plain JSON
    return json.loads(text)


def test_every_exercise_is_there_with_its_drawings_and_its_short_address(data: Any, catalogue: Catalogue) -> None:  # noqa: ANN401
    assert [each["id"] for each in data["exercises"]] == list(catalogue)
    for each in data["exercises"]:
        slug, count = each["id"], len(catalogue[each["id"]].frames)
        assert each["short"] == f"c/{slug}/"
        assert [frame["figure"] for frame in each["frames"]] == [
            f"cards/figures/{slug}-{number}.svg" for number in range(1, count + 1)
        ]


def test_doses_are_numbers_and_words_of_the_build(data: Any, catalogue: Catalogue) -> None:  # noqa: ANN401
    for each in data["exercises"]:
        exercise = catalogue[each["id"]]
        about: Any = {"each_side": exercise.each_side, "counted_in": exercise.counted_in}
        for name, dose in each["dose"].items():
            amount = getattr(exercise.dose, name)
            assert dose["sets"] == {"low": amount.sets.low, "high": amount.sets.high}
            assert (dose["reps"] is None) == (amount.reps is None)
            assert dose["much"] == how_much(amount, **about)
            assert dose["often"] == how_often(amount)
            assert dose["seconds"] == seconds(amount, **about)


def test_easier_and_harder_ones_are_named_by_title(data: Any) -> None:  # noqa: ANN401
    (plank,) = (each for each in data["exercises"] if each["id"] == "plank")
    assert plank["easier"] == ["Knee plank"]


def test_drawings_have_their_size_and_a_missing_one_that_of_a_square(data: Any) -> None:  # noqa: ANN401
    (plank,) = (each for each in data["exercises"] if each["id"] == "plank")
    assert [(frame["width"], frame["height"]) for frame in plank["frames"]] == [(222, 87.8), (1, 1)]


def test_sets_name_exercises_that_exist_and_the_emergency_words_are_there(data: Any, catalogue: Catalogue) -> None:  # noqa: ANN401
    assert data["sets"]
    assert all(slug in catalogue for each in data["sets"] for slug in each["exercises"])
    assert "999" in data["emergency"]["title"]
    assert data["source"] == SITE
    assert all(each["stop"].startswith(data["stop"]) for each in data["exercises"])


def test_two_runs_give_the_same_bytes(text: str, catalogue: Catalogue) -> None:
    decks, _ = read_decks((CARDS / "sets.yml").read_text(encoding="utf-8"), catalogue, file="sets.yml")
    words, _ = read_words((CARDS / "words.yml").read_text(encoding="utf-8"), file="words.yml")
    assert words is not None
    assert to_json(catalogue, decks, words, drawings=DRAWINGS, site=SITE, folder="cards") == text
    assert text.endswith("\n")

"""What the two faces of a card say."""

import pytest
from building import ROOT
from kit.cards.card import Card, read_cards
from kit.cards.words import Words, read_words
from kit.exercises.catalogue import Catalogue, read_all
from kit.figures import album

PLACE = "docs/exercises"
SITE = "https://example.org/backstride/"


@pytest.fixture(scope="module")
def sources() -> dict[str, bytes]:
    names = ("plank", "knee-plank", "wall-plank", "lunge", "sit-to-stand", "side-bridge", "wall-side-bridge")
    return {f"{PLACE}/{name}.md": (ROOT / PLACE / f"{name}.md").read_bytes() for name in names}


@pytest.fixture(scope="module")
def catalogue(sources: dict[str, bytes]) -> Catalogue:
    return read_all(sources)[0]


@pytest.fixture(scope="module")
def words() -> Words:
    found, problems = read_words((ROOT / "docs/cards/words.yml").read_text(encoding="utf-8"), file="words.yml")
    assert found, problems
    return found


@pytest.fixture(scope="module")
def pictures(sources: dict[str, bytes]) -> dict[str, str]:
    return album.exercises(sources)[0].printed


@pytest.fixture(scope="module")
def plank(catalogue: Catalogue, words: Words, pictures: dict[str, str]) -> Card:
    cards, problems = read_cards(catalogue, words, pictures=pictures, site=SITE, place=PLACE)
    assert not problems
    return cards["plank"]


def test_a_card_has_its_address_broken_only_where_a_line_may_break(plank: Card) -> None:
    assert plank.url == f"{SITE}c/plank/"
    assert plank.address == ("example.org/backstride/", "c/plank/")


def test_the_steps_under_a_picture_are_the_ones_it_shows(plank: Card) -> None:
    assert [picture.numbers for picture in plank.pictures] == [(1,), (2, 3)]
    assert all(picture.alt for picture in plank.pictures)


def test_the_back_says_how_often_only_where_that_changes(catalogue: Catalogue, words: Words, plank: Card) -> None:
    assert plank.start == ("5 times, hold 5 seconds,", "2 to 3 days a week.")
    build, flare = plank.amounts
    assert build.text.startswith("8 to 10 times, hold 5 to 10 seconds. ")
    assert "days a week" not in build.text + flare.text

    dose = catalogue["plank"].dose
    daily = dose.model_copy(update={"build": dose.build.model_copy(update={"days_a_week": dose.build.reps})})
    changed = {**catalogue, "plank": catalogue["plank"].model_copy(update={"dose": daily})}
    drawn = {f"{slug}-{number}": "<svg/>" for slug in changed for number in (1, 2, 3)}
    cards, _ = read_cards(changed, words, pictures=drawn, site=SITE, place=PLACE)
    assert "8 to 10 days a week." in cards["plank"].amounts[0].text


def test_easier_and_harder_are_titles_or_words_with_a_full_stop(plank: Card) -> None:
    assert plank.easier[0] == "Knee plank."
    assert all(option.endswith(".") and option[0].isupper() for option in (*plank.easier, *plank.harder))


def test_a_missing_drawing_is_a_problem_of_its_exercise(
    catalogue: Catalogue, words: Words, pictures: dict[str, str]
) -> None:
    some = {name: svg for name, svg in pictures.items() if name != "plank-2"}
    cards, (problem,) = read_cards(catalogue, words, pictures=some, site=SITE, place=PLACE)
    assert "plank" not in cards
    assert str(problem).startswith("docs/exercises/plank.md: frames: no drawing is called plank-2.")


def test_codes_need_an_encrypted_address(catalogue: Catalogue, words: Words) -> None:
    cards, (problem,) = read_cards(catalogue, words, pictures={}, site="http://example.org/", place=PLACE)
    assert not cards
    assert str(problem).startswith("mkdocs.yml: site_url: the printed codes need an address that starts with https://")


def test_drawings_lose_ink_but_no_lines(plank: Card, pictures: dict[str, str]) -> None:
    drawn = plank.pictures[0].svg
    assert drawn.count("<path") == pictures["plank-1"].count("<path")
    assert '"#000"' not in drawn

"""What the two faces of a card say."""

from collections.abc import Mapping
from dataclasses import replace

import breaks
import pytest
from breaks import words
from kit.cards.card import Card, read_cards
from kit.cards.picture import Art, drawn
from kit.exercises.catalogue import Catalogue
from kit.exercises.exercise import Exercise
from kit.words.words import read_words

SITE = "https://wool.example/breaks/"
LINES = '<svg viewBox="0 0 30 20"><path stroke="#000" stroke-width="2"/><path fill="#e2e2e2" stroke-width="0.5"/></svg>'


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return breaks.catalogue()


@pytest.fixture(scope="module")
def pictures(catalogue: Catalogue) -> dict[str, Art]:
    return {
        f"{slug}-{number}": drawn(LINES)
        for slug, exercise in catalogue.exercises.items()
        for number, _ in enumerate(exercise.frames, 1)
    }


def cards(catalogue: Catalogue, pictures: Mapping[str, Art], **changes: Exercise) -> Mapping[str, Card]:
    """Return the cards, some exercises changed (`arm_reach`)."""
    changed = {name.replace("_", "-"): exercise for name, exercise in changes.items()}
    exercises = {**catalogue.exercises, **changed}
    found, problems = read_cards(replace(catalogue, exercises=exercises), words(), pictures=pictures, site=SITE)
    assert not problems
    return found


@pytest.fixture(scope="module")
def reach(catalogue: Catalogue, pictures: dict[str, Art]) -> Card:
    return cards(catalogue, pictures)["arm-reach"]


def test_a_card_has_its_address_broken_only_where_a_line_may_break(reach: Card) -> None:
    assert reach.url == "https://wool.example/breaks/c/arm-reach/"
    assert reach.address == ("wool.example/breaks/", "c/arm-reach/")


def test_the_code_leads_to_the_version_of_the_card(catalogue: Catalogue, pictures: dict[str, Art]) -> None:
    newer = catalogue.exercises["arm-reach"].model_copy(update={"version": 2})
    first, second = (
        found["arm-reach"] for found in (cards(catalogue, pictures), cards(catalogue, pictures, arm_reach=newer))
    )
    assert first.code != second.code
    assert first.url == second.url
    assert second.credit == "Version 2, 23 Nov 2026. Free to copy"


def test_the_steps_under_a_picture_are_the_ones_it_shows(reach: Card) -> None:
    assert [picture.numbers for picture in reach.pictures] == [(1, 3), (2,)]
    assert [picture.alt for picture in reach.pictures] == [
        "A person sits on a chair with both hands on the thighs.",
        "Both arms reach straight forward.",
    ]
    assert [number for number, _ in reach.numbered] == [1, 2]


def test_the_back_says_how_often_only_where_that_changes(catalogue: Catalogue, pictures: dict[str, Art]) -> None:
    reach = cards(catalogue, pictures)["arm-reach"]
    assert reach.start == ("5 times,", "every day.")
    build, flare = reach.amounts
    assert (build.stage, build.label, build.text) == ("build", "Build up to", "2 sets of 8 to 10.")
    assert (flare.label, flare.text) == ("On a slow day", "2 times, hold 2 seconds, only if it feels good.")
    rug = cards(catalogue, pictures)["rug-stretch"].amounts[1]
    assert rug.text == "1 row each side, never. Drink tea."


def test_easier_and_harder_are_titles_or_words_with_a_full_stop(catalogue: Catalogue, pictures: dict[str, Art]) -> None:
    found = cards(catalogue, pictures)
    assert found["rug-stretch"].easier == ("Raise and rest.", "Hold the chair while you stretch.")
    assert found["arm-reach"].easier == ("Reach halfway.",)
    assert found["rug-stretch"].harder == ()


def test_a_card_has_room_for_two_choices_of_each(catalogue: Catalogue, pictures: dict[str, Art]) -> None:
    three = catalogue.exercises["arm-reach"].model_copy(update={"harder": ("one", "two", "three")})
    assert cards(catalogue, pictures, arm_reach=three)["arm-reach"].harder == ("One.", "Two.")


def test_who_should_ask_first_is_said_in_short_by_rule_and_by_the_first_sentence_of_its_own(
    catalogue: Catalogue, pictures: dict[str, Art]
) -> None:
    own = ("Your arms ache. Ask the owner.", "Wool itches?")
    rug = catalogue.exercises["rug-stretch"].model_copy(update={"ask_first": own})
    found = cards(catalogue, pictures, rug_stretch=rug)["rug-stretch"]
    assert found.ask == "your arms ache, wool itches."
    assert found.ask_more == ""
    assert found.ask_all == own


def test_what_the_front_has_no_room_for_about_asking_first_stands_on_the_back(
    catalogue: Catalogue, pictures: dict[str, Art]
) -> None:
    own = (f"One {'and ' * 18}last.", "Two more")
    rug = catalogue.exercises["rug-stretch"].model_copy(update={"ask_first": own})
    found = cards(catalogue, pictures, rug_stretch=rug)["rug-stretch"]
    assert len(found.ask.split()) == 20
    assert found.ask_more == "two more."


def test_the_first_word_of_the_stop_rule_stands_out(reach: Card) -> None:
    assert reach.stop == ("Stop", " if it hurts.")


def test_a_stop_rule_that_begins_with_other_words_has_none_that_stand_out(
    catalogue: Catalogue, pictures: dict[str, Art]
) -> None:
    text = (breaks.DOCS / "words.yml").read_text(encoding="utf-8").replace('"Stop if {signs}."', '"{signs}: stop."')
    said, problems = read_words(text, file="words.yml")
    assert said is not None, problems
    found, _ = read_cards(catalogue, said, pictures=pictures, site=SITE)
    assert found["arm-reach"].stop == ("", "it hurts: stop.")


def test_what_an_exercise_does_not_say_is_not_on_its_card(catalogue: Catalogue, pictures: dict[str, Art]) -> None:
    bare = catalogue.exercises["arm-reach"].model_copy(update={"dose": None, "stop_if": (), "breathing": None})
    found = cards(catalogue, pictures, arm_reach=bare)["arm-reach"]
    assert (found.start, found.amounts, found.stop, found.breathing) == (None, (), None, None)


def test_an_exercise_without_all_of_its_drawings_has_no_card(catalogue: Catalogue, pictures: dict[str, Art]) -> None:
    some = {name: art for name, art in pictures.items() if name != "arm-reach-2"}
    assert sorted(cards(catalogue, some)) == ["arm-raise", "down-to-the-rug", "rug-stretch"]


def test_codes_need_an_encrypted_address(catalogue: Catalogue) -> None:
    found, (problem,) = read_cards(catalogue, words(), pictures={}, site="http://example.org/")
    assert not found
    assert str(problem) == (
        'mkdocs.yml: site_url: the printed codes need an address that starts with https://, found "http://example.org/".'
    )


def test_drawings_lose_ink_but_no_lines(reach: Card) -> None:
    assert reach.pictures[0].svg == (
        '<svg viewBox="0 0 30 20"><path stroke="#000" stroke-width="1.20"/>'
        '<path fill="#eee" stroke-width="0.30"/></svg>'
    )
    assert (reach.pictures[0].width, reach.pictures[0].height) == (30, 20)


def test_a_picture_file_is_printed_in_the_unit_of_drawings(catalogue: Catalogue, pictures: dict[str, Art]) -> None:
    found = cards(catalogue, pictures | {"rug-stretch-1": Art("", "abc.png", 640, 480)})["rug-stretch"]
    first, second = found.pictures
    assert first.file == "abc.png"
    assert first.width / first.height == pytest.approx(640 / 480, abs=0.001)
    assert first.height == second.height  # whatever the size of a file, pictures of one card are of one height
    assert found.pictures[1].svg == LINES

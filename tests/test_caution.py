"""Cautions: which exercises a rule belongs to, and what the file may say."""

import breaks
import pytest
from kit.exercises.caution import Caution, When, asking, read_cautions
from kit.exercises.exercise import Exercise

GOOD = (breaks.DOCS / "exercises/cautions.yml").read_text(encoding="utf-8")


def rug(**changes: object) -> Exercise:
    """Return an exercise: a stretch, lying on your back, on a mat, bending low."""
    return breaks.catalogue().exercises["rug-stretch"].model_copy(update=changes)


def said(old: str, new: str) -> list[str]:
    assert old in GOOD
    return breaks.said(read_cautions(GOOD.replace(old, new, 1), breaks.vocabulary(), file="c.yml")[1])


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ({"kinds": ["stretch"]}, True),
        ({"kinds": ["mobility", "stretch"]}, True),
        ({"kinds": ["mobility"]}, False),
        ({"positions": ["lying on your back"]}, True),
        ({"positions": ["sitting"]}, False),
        ({"surfaces": ["mat"]}, True),
        ({"surfaces": ["chair"]}, False),
        ({"equipment": ["chair", "mat"]}, True),
        ({"equipment": ["chair"]}, False),
        ({"movements": ["bending low"]}, True),
        ({"movements": ["jumping"]}, False),
        ({"kinds": ["stretch"], "surfaces": ["mat"]}, True),
        ({"kinds": ["stretch"], "surfaces": ["chair"]}, False),
        ({"kinds": ["mobility"], "surfaces": ["mat"]}, False),
    ],
)
def test_a_rule_fits_what_has_one_word_of_each_of_its_lists(when: dict[str, list[str]], fits: object) -> None:
    assert When.model_validate(when).fits(rug()) == fits


def test_an_exercise_that_says_nothing_fits_no_rule_about_it() -> None:
    bare = rug(position=None, surface=None, equipment=(), movements=())
    assert not When(positions=("sitting",)).fits(bare)
    assert not When(equipment=("mat",)).fits(bare)


def caution(text: str, **when: tuple[str, ...]) -> Caution:
    return Caution.model_validate({"id": "a", "when": when, "text": text, "short": "s"})


def test_who_should_ask_comes_from_the_rules_in_order_then_from_the_exercise_each_once() -> None:
    rules = {
        "one": caution("You have a cat.", kinds=("stretch",)),
        "two": caution("You have a dog.", kinds=("mobility",)),
        "three": caution("You have tea.", surfaces=("mat",)),
        "four": caution("You have a cat.", surfaces=("mat",)),
    }
    own = rug(ask_first=("You have a rug.", "You have tea."))
    assert asking(own, rules) == ("You have a cat.", "You have tea.", "You have a rug.")
    assert asking(own, {}) == ("You have a rug.", "You have tea.")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "{surfaces: [mat]}",
            "{surfaces: [matt]}",
            'c.yml:2: when.surfaces.1: the vocabulary has no "matt" among its surfaces. Did you mean "mat"?',
        ),
        (
            "kinds: [stretch, mobility]",
            "kinds: [stretch, mobilty]",
            'c.yml:6: when.kinds.2: the vocabulary has no "mobilty" among its kinds. Did you mean "mobility"?',
        ),
        (
            "movements: [bending low]",
            "movements: [bending]",
            'c.yml:6: when.movements.1: the vocabulary has no "bend',
        ),
        (
            "{surfaces: [mat]}",
            "{}",
            "c.yml:2: when: the rule is empty, expected kinds, positions, surfaces, equipment or movements.",
        ),
        ("{surfaces: [mat]}", "{surface: [mat]}", "c.yml:2: when.surface: unknown key, expected one of: "),
        (
            "short: a cat on the rug",
            "short: one two three four five six seven eight nine ten eleven twelve thirteen",
            "c.yml:4: short: expected at most 12 words, found 13. Say it shorter.",
        ),
        ("id: low-wool", "id: on-the-rug", 'c.yml:5: id-twice: "on-the-rug" is already used on line 1'),
        ("id: low-wool", "id: Low wool", 'c.yml:5: id: "Low wool" does not have the expected form.'),
        ("  short: a cat on the rug\n", "", "c.yml:1: short: this key is missing. Add it."),
    ],
)
def test_each_mistake_is_told_with_its_line(old: str, new: str, message: str) -> None:
    assert any(each.startswith(message) for each in said(old, new)), said(old, new)


def test_twelve_words_are_short_enough() -> None:
    assert (
        said("short: a cat on the rug", "short: one two three four five six seven eight nine ten eleven twelve") == []
    )


def test_a_rule_with_a_strange_word_stays_and_the_others_too() -> None:
    found, _ = read_cautions(GOOD.replace("[mat]", "[matt]"), breaks.vocabulary(), file="c.yml")
    assert [entry.value.id for entry in found] == ["on-the-rug", "low-wool"]

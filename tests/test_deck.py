"""Decks: cards by name or by rule, with the way down to the floor before the first one that is done there."""

from dataclasses import replace

import breaks
import pytest
from kit.cards.deck import Deck, read_decks
from kit.exercises.vocabulary import Vocabulary

HEAD = "- id: mine\n  title: Mine\n  text: For me.\n"


def read(text: str) -> tuple[tuple[Deck, ...], list[str]]:
    found, problems = read_decks(HEAD + text, breaks.catalogue(), file="sets.yml")
    return found, breaks.said(problems)


@pytest.mark.parametrize(
    ("rule", "slugs"),
    [
        ("  cards: [arm-raise, arm-reach]", ("arm-raise", "arm-reach")),
        ("  cards: [arm-raise, rug-stretch]", ("arm-raise", "down-to-the-rug", "rug-stretch")),
        ("  cards: [rug-stretch, down-to-the-rug]", ("rug-stretch", "down-to-the-rug")),
        ("  choose: {}", ("arm-reach", "arm-raise", "down-to-the-rug", "rug-stretch")),
        ("  choose: {floor: false}", ("arm-reach", "arm-raise")),
        ("  choose: {floor: true}", ("down-to-the-rug", "rug-stretch")),
        ("  choose: {kinds: [stretch]}", ("down-to-the-rug", "rug-stretch")),
        ("  choose: {kinds: [mobility, stretch]}", ("arm-reach", "arm-raise", "down-to-the-rug", "rug-stretch")),
    ],
)
def test_a_set_names_its_cards_or_chooses_them(rule: str, slugs: tuple[str, ...]) -> None:
    assert read(rule) == ((Deck("mine", "Mine", "For me.", slugs),), [])


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (
            "  cards: [arm-raise, arm-rech]",
            'sets.yml:4: cards.2: no exercise has the id "arm-rech". Did you mean "arm-reach"?',
        ),
        (
            "  choose: {kinds: [strech]}",
            'sets.yml:4: choose.kinds.1: expected mobility, stretch, way-down, found "strech". Did you mean "stretch"?',
        ),
        (
            "  choose: {kinds: [mobility], floor: true}",
            "sets.yml:4: choose: no exercise fits this rule. Widen it, or take the set out.",
        ),
        ("", "sets.yml:1: data: expected either cards (a list of ids) or choose (a rule). Give one of the two."),
        (
            "  cards: [arm-raise]\n  choose: {}",
            "sets.yml:1: data: expected either cards (a list of ids) or choose (a rule). Give one of the two.",
        ),
        ("  cards: []", "sets.yml:4: cards: expected 1 or more entries, found 0."),
    ],
)
def test_each_mistake_is_told_once_with_its_line(rule: str, message: str) -> None:
    assert read(rule)[1] == [message]


def test_a_strange_name_leaves_the_other_cards() -> None:
    assert read("  cards: [arm-rech, arm-raise]")[0] == (Deck("mine", "Mine", "For me.", ("arm-raise",)),)
    assert read("  cards: [arm-rech]")[0] == ()


def test_a_vocabulary_that_cannot_be_read_makes_no_kind_of_a_set_wrong() -> None:
    unknown = replace(breaks.catalogue(), vocabulary=Vocabulary())
    assert read_decks(f"{HEAD}  choose: {{kinds: [stretch]}}", unknown, file="sets.yml")[1] == []


def test_what_is_wrong_is_told_in_the_order_of_the_lines() -> None:
    _, said = read("  cards: [arm-rech]\n- id: Other\n  title: Other\n  text: For you.\n  cards: [arm-raise]\n")
    assert [each.split(":")[1] for each in said] == ["4", "5"]

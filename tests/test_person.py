import pytest
from kit.bodies.person import PEOPLE, person_named


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_a_name_is_that_person_whoever_else_could_be_chosen(name: str) -> None:
    assert person_named(name, otherwise="plank") is PEOPLE[name]


def test_without_a_name_everybody_has_a_turn() -> None:
    chosen = [person_named(None, otherwise=f"pattern-{number}") for number in range(60)]
    assert {person.clothes for person in chosen} == {person.clothes for person in PEOPLE.values()}


def test_the_choice_never_changes() -> None:
    """Written down here: another choice would change printed cards without a word."""
    assert person_named(None, otherwise="cowl") is PEOPLE["rosa"]

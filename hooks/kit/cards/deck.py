"""A deck: the exercises of one ready-made set, in the order in which they are printed and done."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Self

from kit.entry import Entry, Slug, read_entries
from kit.exercises.catalogue import Catalogue, grouped
from kit.problem import Problem, did_you_mean
from kit.record import Once
from pydantic import BaseModel, ConfigDict, Field, model_validator


class Choice(BaseModel):
    """A rule that picks exercises: of these kinds (any when none is named), with the floor or without."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    kinds: Annotated[tuple[str, ...], Once] = ()
    floor: bool | None = None


class CardSet(BaseModel):
    """One entry of `sets.yml`: the cards by name, or a rule that picks them."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    id: Slug
    title: Annotated[str, Field(min_length=1, max_length=40)]
    text: Annotated[str, Field(min_length=1, max_length=160)]
    cards: Annotated[tuple[str, ...], Field(min_length=1), Once] | None = None
    choose: Choice | None = None

    @model_validator(mode="after")
    def _either(self) -> Self:
        if (self.cards is None) == (self.choose is None):
            raise ValueError("expected either cards (a list of ids) or choose (a rule). Give one of the two.")
        return self


@dataclass(frozen=True)
class Deck:
    """A set with its cards worked out."""

    id: str
    title: str
    text: str
    slugs: tuple[str, ...]


def read_decks(text: str | bytes, catalogue: Catalogue, *, file: str) -> tuple[tuple[Deck, ...], list[Problem]]:
    """Return the decks of one YAML list, in its order, and every problem in it."""
    entries, problems = read_entries(text, CardSet, file=file, id_key="id")
    decks = []
    for entry in entries:
        found = list(_unknown(entry, catalogue))
        slugs = _with_way_down(_picked(entry.value, catalogue), catalogue)
        if not slugs and not found and not catalogue.unread:
            found = [entry.problem("no exercise fits this rule. Widen it, or take the set out.", "choose")]
        problems += found
        if slugs:
            decks.append(Deck(entry.value.id, entry.value.title, entry.value.text, slugs))
    return tuple(decks), sorted(problems)


def _unknown(entry: Entry[CardSet], catalogue: Catalogue) -> Iterator[Problem]:
    for number, slug in enumerate(entry.value.cards or ()):
        if slug not in catalogue.exercises and slug not in catalogue.unread:
            text = f'no exercise has the id "{slug}".{did_you_mean(slug, catalogue.exercises)}'
            yield entry.problem(text, "cards", number)
    kinds = catalogue.vocabulary.kinds  # none where the vocabulary cannot be read, which is told there
    for number, kind in enumerate(entry.value.choose.kinds if entry.value.choose else ()):
        if kinds and kind not in kinds:
            text = f'expected {", ".join(kinds)}, found "{kind}".{did_you_mean(kind, kinds)}'
            yield entry.problem(text, "choose", "kinds", number)


def _picked(each: CardSet, catalogue: Catalogue) -> tuple[str, ...]:
    if each.choose is None:
        return tuple(slug for slug in each.cards or () if slug in catalogue.exercises)
    rule = each.choose
    ordered = [slug for _place, group in grouped(catalogue) for slug in group]
    return tuple(
        slug
        for slug in ordered
        if (not rule.kinds or catalogue.exercises[slug].kind in rule.kinds)
        and (rule.floor is None or catalogue.needs_floor(slug) == rule.floor)
    )


def _with_way_down(slugs: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the cards with the way down to the floor before the first one that is done there."""
    first = next((place for place, slug in enumerate(slugs) if catalogue.needs_floor(slug)), None)
    if first is None or any(catalogue.shows_way_down(slug) for slug in slugs):
        return slugs
    return (*slugs[:first], *catalogue.ways_down, *slugs[first:])

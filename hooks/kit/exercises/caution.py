"""A caution: who should ask somebody first, and the rule that says which exercises it belongs to."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import accumulate
from typing import Annotated, Self

from kit.entry import Entry, Slug, read_entries
from kit.exercises.exercise import Exercise
from kit.exercises.limit import Limit, count_words
from kit.exercises.vocabulary import Vocabulary
from kit.phrase import Text
from kit.problem import Problem, did_you_mean
from kit.record import Once
from pydantic import BaseModel, ConfigDict, model_validator

FIRST_SENTENCE = re.compile(r"[.!?](\s.*)?$", re.DOTALL)
"""What follows the first sentence of a text, its stop included."""
MOST_IN_FRONT = 20
"""Words about who should ask first on the front of a card."""


class When(BaseModel):
    """A rule: an exercise fits when it has one of the words of each list that is given."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    kinds: Annotated[tuple[Text, ...], Once] = ()
    positions: Annotated[tuple[Text, ...], Once] = ()
    surfaces: Annotated[tuple[Text, ...], Once] = ()
    equipment: Annotated[tuple[Text, ...], Once] = ()
    movements: Annotated[tuple[Text, ...], Once] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not any(self.model_dump().values()):
            raise ValueError("the rule is empty, expected kinds, positions, surfaces, equipment or movements.")
        return self

    def fits(self, exercise: Exercise) -> bool:
        """Return whether an exercise has one of the words of each list that the rule gives."""
        has: Mapping[str, set[str | None]] = {
            "kinds": {exercise.kind},
            "positions": {exercise.position},
            "surfaces": {exercise.surface},
            "equipment": set(exercise.equipment),
            "movements": set(exercise.movements),
        }
        return all(not wanted or has[name] & set(wanted) for name, wanted in self.model_dump().items())


class Caution(BaseModel):
    """One entry of `cautions.yml`: the rule, the words for a page, and at most 12 words for a card."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    id: Slug
    when: When
    text: Annotated[str, Limit(25)]
    short: Annotated[str, Limit(12)]


def read_cautions(
    source: str | bytes, vocabulary: Vocabulary, *, file: str
) -> tuple[tuple[Entry[Caution], ...], list[Problem]]:
    """Return every caution of a YAML list that reads well, with a problem for each word the vocabulary lacks."""
    entries, problems = read_entries(source, Caution, file=file, id_key="id")
    return entries, sorted([*problems, *(found for entry in entries for found in _unknown(entry, vocabulary))])


def asking(exercise: Exercise, cautions: Mapping[str, Caution]) -> tuple[str, ...]:
    """Return who should ask first before an exercise: by the rules, then what the exercise says itself, each once."""
    by_rule = (caution.text for caution in cautions.values() if caution.when.fits(exercise))
    return tuple(dict.fromkeys([*by_rule, *exercise.ask_first]))


def asking_in_short(exercise: Exercise, cautions: Mapping[str, Caution]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the same in few words: those that the front of a card has room for, and the others.

    What an exercise says itself is its first sentence, without the stop.
    """
    by_rule = (caution.short for caution in cautions.values() if caution.when.fits(exercise))
    own = (FIRST_SENTENCE.sub("", text) for text in exercise.ask_first)
    short = tuple(dict.fromkeys([*by_rule, *own]))
    words = accumulate(count_words(each) for each in short)
    first = sum(so_far <= MOST_IN_FRONT for so_far in words)
    return short[:first], short[first:]


def _unknown(entry: Entry[Caution], vocabulary: Vocabulary) -> Iterator[Problem]:
    known: Mapping[str, Collection[str]] = {
        "kinds": vocabulary.kinds,
        "positions": vocabulary.positions,
        "surfaces": vocabulary.surfaces,
        "equipment": vocabulary.equipment,
        "movements": vocabulary.movements,
    }
    for name, words in entry.value.when.model_dump().items():
        for number, word in enumerate(words):
            if word not in known[name]:
                text = f'the vocabulary has no "{word}" among its {name}.{did_you_mean(word, known[name])}'
                yield entry.problem(text, "when", name, number)

"""Telling: an exercise in the words of its guide, ready to be shown: its amounts, its stop rule, its level."""

import math
from dataclasses import dataclass

from kit.exercises.dose import how_much, how_often, rest, seconds
from kit.exercises.exercise import Exercise, count_of
from kit.exercises.vocabulary import Vocabulary
from kit.phrase import fill
from kit.words.exercise import DoseWords, ExerciseWords
from kit.words.names import STAGES, Stage
from kit.words.words import Words


@dataclass(frozen=True)
class Told:
    """One amount in words: how much in a session, how often, how long that takes, and where it comes from."""

    stage: Stage
    name: str
    when: str
    much: str
    often: str
    minutes: int
    rest: str
    note: str
    source: str


def amounts(exercise: Exercise, vocabulary: Vocabulary, words: DoseWords) -> tuple[Told, ...]:
    """Return the amounts of an exercise in the order of their stages; none for one without a dose."""
    count, each_side = count_of(exercise, vocabulary), exercise.each_side
    given = [(stage, getattr(exercise.dose, stage)) for stage in STAGES] if exercise.dose else []
    return tuple(
        Told(
            stage=stage,
            name=words.amounts[stage].name,
            when=words.amounts[stage].when,
            much=how_much(amount, words, count, each_side=each_side),
            often=how_often(amount, words),
            minutes=math.ceil(seconds(amount, count, each_side=each_side) / 60),
            rest=rest(amount, words),
            note=amount.note or "",
            source=words.sources[amount.basis],
        )
        for stage, amount in given
        if amount is not None
    )


def minutes(exercise: Exercise, vocabulary: Vocabulary) -> int:
    """Return the whole minutes that the start dose takes, rounded up; 0 without a dose."""
    if exercise.dose is None:
        return 0
    count = count_of(exercise, vocabulary)
    return math.ceil(seconds(exercise.dose.start, count, each_side=exercise.each_side) / 60)


def stop(exercise: Exercise, words: ExerciseWords) -> str:
    """Return the stop rule as one sentence, or nothing without one."""
    return fill(words.stop_sentence, signs=listed(exercise.stop_if, words.or_)) if exercise.stop_if else ""


def front(exercise: Exercise, words: Words, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return what a person reads to do an exercise, as it stands on the front of its card."""
    said = amounts(exercise, vocabulary, words.dose) if words.dose else ()
    return (
        exercise.title,
        exercise.goal,
        *(step.do for step in exercise.steps),
        *(f"{each.much}, {each.often}" for each in said[:1]),
        stop(exercise, words.exercise) if words.exercise else "",
    )


def labels(exercise: Exercise, words: Words, ask: tuple[str, ...]) -> tuple[str, ...]:
    """Return what else stands on the front: its labels, who should ask first, when to call, who has reviewed it."""
    start = (words.dose.amounts["start"].name,) if words.dose and exercise.dose else ()
    signs = (words.cards.emergency or "", words.cards.signs) if words.cards and words.cards.signs else ()
    asking = (words.cards.ask_first, *ask) if words.cards and ask else ()
    return (*start, *asking, *signs, words.checked or "")


def listed(parts: tuple[str, ...], or_: str) -> str:
    """Return parts as one list in words: `a or b`, `a, b, or c`."""
    if len(parts) == 1:
        return parts[0]
    comma = "," if len(parts) > 2 or any("," in part for part in parts) else ""  # noqa: PLR2004 a pair needs no comma
    return f"{', '.join(parts[:-1])}{comma}{or_}{parts[-1]}"


def capital(text: str) -> str:
    """Return the text with a capital at its start."""
    return f"{text[:1].upper()}{text[1:]}"


def sentence(text: str) -> str:
    """Return the text with a capital at the start and a full stop at the end."""
    return f"{capital(text)}{'' if text.endswith(('.', '?', '!')) else '.'}"

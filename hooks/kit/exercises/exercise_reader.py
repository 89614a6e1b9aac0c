"""An exercise read from its record, with every problem that it has on its own."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from kit.exercises.dose import beyond
from kit.exercises.exercise import Exercise, count_of, needs_floor
from kit.exercises.vocabulary import FILLED, Vocabulary
from kit.problem import Problem, counted, did_you_mean, problem
from kit.record import Record, check

PRINTS = frozenset({".png", ".jpg", ".jpeg", ".svg"})


def read(record: Record, vocabulary: Vocabulary) -> tuple[Exercise | None, list[Problem]]:
    """Return the exercise in one record, or None with what is wrong with it on its own."""
    exercise, problems = check(record, Exercise)
    if exercise is None:
        return None, problems
    strange = [*_missing(exercise, record, vocabulary), *_strange(exercise, record, vocabulary)]
    strange += _frameless(exercise, record)
    strange += _unborn(exercise, record)
    problems = [*strange, *_unshown(exercise, record), *_picture_problems(exercise, record)]
    problems += _place_problems(exercise, record, vocabulary)
    problems += _dose_problems(exercise, record, vocabulary)
    return (None if strange else exercise), problems


def _missing(exercise: Exercise, record: Record, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield a problem for each key that the vocabulary asks of every exercise and this one lacks."""
    given = exercise.model_fields_set
    for key in vocabulary.must:
        if key == "poses":
            for number, frame in enumerate(exercise.frames):
                if frame.pose is None:
                    text = "expected a pose: every frame of this guide has one."
                    yield problem(record.file, record.line("frames", number), f"frames.{number + 1}.pose", text)
        elif key in {"dose.build", "dose.flare"}:
            if exercise.dose is not None and getattr(exercise.dose, key.removeprefix("dose.")) is None:
                yield problem(record.file, record.line("dose"), key, "this key is missing. Add it.")
        elif key not in given:
            yield problem(record.file, record.line(), key, f"this key is missing. {_how_to_add(key, vocabulary)}")
        elif getattr(exercise, key) is None:
            yield problem(record.file, record.line(key), key, "nothing follows this key. Fill it in.")
        elif key in FILLED and not getattr(exercise, key):
            yield problem(record.file, record.line(key), key, "expected 1 or more entries, found 0.")


def _how_to_add(key: str, vocabulary: Vocabulary) -> str:
    if key == "movements":
        return f"Add those that it does of {', '.join(vocabulary.movements)}; or [] for none of them."
    return "Add it."


def _strange(exercise: Exercise, record: Record, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield a problem for each word that the vocabulary does not have."""
    one: tuple[tuple[str, str | None, list[str]], ...] = (
        ("kind", exercise.kind, list(vocabulary.kinds)),
        ("position", exercise.position, list(vocabulary.positions)),
        ("surface", exercise.surface, list(vocabulary.surfaces)),
        ("counted_in", exercise.counted_in, list(vocabulary.counts)),
    )
    many: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
        ("equipment", exercise.equipment, vocabulary.equipment),
        ("areas", exercise.areas, vocabulary.areas),
        ("movements", exercise.movements, vocabulary.movements),
    )
    places: list[tuple[tuple[str | int, ...], str, list[str]]] = [
        *(((key,), word, known) for key, word, known in one if word is not None),
        *(((key, at), word, list(known)) for key, words, known in many for at, word in enumerate(words)),
    ]
    for path, word, known in places:
        if word not in known:
            rule = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
            expected = ", ".join(known) or "none, since the vocabulary lists none"
            text = f'expected {expected}, found "{word}".{did_you_mean(word, known)}'
            yield problem(record.file, record.line(*path), rule, text)
    if exercise.level is not None and exercise.level > len(vocabulary.levels):
        text = f"expected 1 to {len(vocabulary.levels)}, found {exercise.level}."
        yield problem(record.file, record.line("level"), "level", text)


def _frameless(exercise: Exercise, record: Record) -> Iterator[Problem]:
    """Yield a problem for each step whose frame is not there."""
    last = len(exercise.frames)
    for number, step in enumerate(exercise.steps):
        if step.frame > last:
            text = f"there is no frame {step.frame}, expected 1 to {last}."
            rule = f"steps.{number + 1}.frame"
            yield problem(record.file, record.line("steps", number, "frame"), rule, text)


def _unborn(exercise: Exercise, record: Record) -> Iterator[Problem]:
    """Yield a problem for each change of a version that there has not been yet."""
    for index, change in enumerate(exercise.changes):
        if change.version > exercise.version:
            text = f"there is no version {change.version} yet, this exercise is at version {exercise.version}."
            yield problem(record.file, record.line("changes", index, "version"), f"changes.{index + 1}.version", text)


def _unshown(exercise: Exercise, record: Record) -> Iterator[Problem]:
    """Yield a problem for each frame that no step names."""
    shown = {step.frame for step in exercise.steps}
    if max(shown, default=0) > len(exercise.frames):
        return  # that step may have meant any
    for number in range(1, len(exercise.frames) + 1):
        if number not in shown:
            text = "no step names this frame. Tie a step to it, or delete it."
            yield problem(record.file, record.line("frames", number - 1), f"frames.{number}", text)


def _picture_problems(exercise: Exercise, record: Record) -> Iterator[Problem]:
    """Yield a problem for each picture that is of no kind which browsers show and sheets print."""
    for number, frame in enumerate(exercise.frames):
        if frame.image is not None and PurePosixPath(frame.image).suffix not in PRINTS:
            text = f'"{frame.image}" cannot be printed, expected a file that ends in {", ".join(sorted(PRINTS))}.'
            yield problem(record.file, record.line("frames", number, "image"), f"frames.{number + 1}.image", text)


def _dose_problems(exercise: Exercise, record: Record, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield a problem for each part of a dose that is beyond the limits of the guide, or does not fit the exercise."""
    count, each_side = count_of(exercise, vocabulary), exercise.each_side
    for stage, amount in exercise.dose or ():
        if amount is None:
            continue
        for key, most in beyond(amount, vocabulary.limits, count, each_side=each_side):
            text = f"expected at most {most}, found {getattr(amount, key, None)}."
            if key == "session":
                text = f"one session takes more than {counted(most, 'minute', 'minutes')}. Ask for less."
            elif not most:
                text = f"expected no {key} beside minutes. Take it out."
            path = ["dose", stage] if key == "session" else ["dose", stage, key]
            yield problem(record.file, record.line(*path), ".".join(path), text)
        unfit = {
            "side": 'expected no side where an exercise is not of "each side". Take it out.' if not each_side else "",
            "load": "expected no load beside minutes. Take it out." if amount.minutes else "",
        }
        for key, text in unfit.items():
            if text and getattr(amount, key):
                yield problem(record.file, record.line("dose", stage, key), f"dose.{stage}.{key}", text)


def _place_problems(exercise: Exercise, record: Record, vocabulary: Vocabulary) -> list[Problem]:
    position = vocabulary.positions.get(exercise.position or "")
    if position is not None and position.needs_floor and not needs_floor(exercise, vocabulary):
        floors = " or ".join(name for name, surface in vocabulary.surfaces.items() if surface.floor)
        text = f'expected {floors} for an exercise done {exercise.position}, found "{exercise.surface}".'
        return [problem(record.file, record.line("surface"), "surface", text)]
    return []

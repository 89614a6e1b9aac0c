"""The print studio's data: exercises with their doses as numbers, the sets, and the words of each sheet."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from kit.cards.card import credit, listed_in_short, of_one_height
from kit.cards.picture import Art
from kit.cards.print_order import Wanted
from kit.cards.sheet import CUT_MM, EDGE_MM, FOOT_MM, LARGE, SINGLE, STANDARD, TICK_MM
from kit.exercises.catalogue import Catalogue
from kit.exercises.dose import Amount, Span, how_much, how_often, seconds
from kit.exercises.exercise import Exercise, count_of, place_of
from kit.exercises.telling import stop
from kit.exercises.vocabulary import Vocabulary
from kit.words.exercise import DoseWords
from kit.words.names import STAGES
from kit.words.words import Words

FORMAT = 4
"""Goes up when a change of this file would break a studio that was loaded before."""
LAYOUTS = {"four": STANDARD, "two": LARGE, "single": SINGLE}
"""The layouts of ready sheets by the names that the studio has for them."""
SPANS = ("sets", "reps", "hold_s", "minutes", "rest_s", "days_a_week", "times_a_day")
NO_PICTURE = Art("", "", 1.0, 1.0)


def to_json(  # noqa: PLR0913 each by its name
    wanted: Wanted,
    *,
    site: str,
    folder: str,
    finding: Mapping[str, Any],
    letters: Sequence[tuple[int, int]] = (),
    formerly: Mapping[str, str] | None = None,
) -> str:
    """Return the data as JSON.

    Addresses are those under `site`; `folder` is the one of the cards, `formerly` gives the slug of today for each that
    an exercise once had, `finding` is what the search of the site knows of words, `letters` are the ranges of code
    points that the fonts of the sheets have. Exercises come in the order in which one gets up and down the least.
    """
    words, catalogue = wanted.words, wanted.catalogue
    data = {
        "format": FORMAT,
        "language": words.language,
        "source": site,
        "licence": words.licence,
        "checked": words.checked or "",
        "papers": words.papers,
        "letters": letters,
        "days": words.dates.days,
        "sheet": {
            "edge_mm": EDGE_MM,
            "foot_mm": FOOT_MM,
            "tick_mm": TICK_MM,
            "cut_mm": CUT_MM,
            "layouts": {name: asdict(layout) for name, layout in LAYOUTS.items()},
        },
        "counts": {name: count.model_dump() for name, count in catalogue.vocabulary.counts.items()},
        "limits": catalogue.vocabulary.limits.model_dump(),
        "levels": catalogue.vocabulary.levels,
        "way_down": next(iter(catalogue.ways_down), None),
        "emergency": {"title": words.cards.emergency, "signs": wanted.signs} if words.cards and wanted.signs else None,
        "words": {name: _said(getattr(words, name, None)) for name in ("dose", "exercise", "cards", "studio", "mine")}
        | {"log": wanted.log.model_dump(by_alias=True, exclude={"page"}) if wanted.log else None},
        "finding": finding,
        "exercises": [
            _exercise(slug, wanted, folder=folder, formerly=formerly or {}) for slug in _least_up_and_down(catalogue)
        ],
        "sets": [
            {"id": deck.id, "title": deck.title, "text": deck.text, "exercises": list(deck.slugs)}
            for deck in wanted.decks
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _said(section: Any) -> Any:  # noqa: ANN401 a part of the words, or none
    return section.model_dump(by_alias=True) if section is not None else None


def _least_up_and_down(catalogue: Catalogue) -> list[str]:
    """Return the slugs position by position; the way down stands after its position, what is done last comes last."""
    positions = list(catalogue.vocabulary.positions)

    def rank(slug: str) -> tuple[float, bool, int, str]:
        exercise = catalogue.exercises[slug]
        kind = catalogue.vocabulary.kinds.get(exercise.kind)
        beside = kind.way_down if kind and kind.way_down else exercise.position
        place = positions.index(beside) if beside in positions else len(positions)
        later = 0.5 if kind and kind.way_down else 0.0
        return place + later, bool(kind and kind.last), exercise.level or 0, exercise.title.casefold()

    return sorted(catalogue.exercises, key=rank)


def _exercise(slug: str, wanted: Wanted, *, folder: str, formerly: Mapping[str, str]) -> dict[str, Any]:
    catalogue, words = wanted.catalogue, wanted.words
    exercise, vocabulary = catalogue.exercises[slug], catalogue.vocabulary
    kind, position = vocabulary.kinds.get(exercise.kind), vocabulary.positions.get(exercise.position or "")
    place = vocabulary.places.get(place_of(exercise, vocabulary) or "", "")
    # A picture that is not there is a square; it is reported elsewhere.
    found = (wanted.pictures.get(f"{slug}-{number}", NO_PICTURE) for number in range(1, len(exercise.frames) + 1))
    art = of_one_height(tuple(found), exercise)
    asking = [listed_in_short(some) for some in catalogue.ask_first_in_short(slug)]
    names = [exercise.title, exercise.goal, kind.name if kind else "", position.name if position else "", place]
    return {
        "id": slug,
        "formerly": [old for old, new in formerly.items() if new == slug],
        "title": exercise.title,
        "goal": exercise.goal,
        "kind": kind.name if kind else exercise.kind,
        "position": position.name if position else "",
        "place": place,
        "needs_floor": catalogue.needs_floor(slug),
        "equipment": exercise.equipment,
        "areas": exercise.areas,
        "level": exercise.level,
        "search": " ".join([*names, *exercise.areas, *exercise.equipment]),
        "each_side": exercise.each_side,
        "in_turn": exercise.in_turn,
        "counted_in": exercise.counted_in or next(iter(vocabulary.counts), "repeats"),
        "steps": [step.model_dump() for step in exercise.steps],
        "breathing": exercise.breathing,
        "feel": exercise.feel,
        "mistakes": exercise.mistakes,
        "easier": _choices(exercise.easier, catalogue),
        "harder": _choices(exercise.harder, catalogue),
        "stop": stop(exercise, words.exercise) if words.exercise else "",
        "ask": asking[0],
        "ask_more": asking[1],
        "ask_first": catalogue.ask_first(slug),
        "dose": _dose(exercise, vocabulary, words),
        "version": exercise.version,
        "reviewed": exercise.reviewed.isoformat(),
        "credit": credit(exercise, words),
        "short": f"c/{slug}/",
        "frames": [
            {
                "figure": _address(slug, number, exercise, folder=folder),
                "alt": frame.alt,
                "width": art[number - 1].width,
                "height": art[number - 1].height,
            }
            for number, frame in enumerate(exercise.frames, 1)
        ],
    }


def _address(slug: str, number: int, exercise: Exercise, *, folder: str) -> str:
    """Return where the picture of a frame lies: the drawing, or the image file that the frame names."""
    return exercise.frames[number - 1].image or f"{folder}/figures/{slug}-{number}.svg"


def _dose(exercise: Exercise, vocabulary: Vocabulary, words: Words) -> dict[str, Any] | None:
    if exercise.dose is None or words.dose is None:
        return None
    return {stage: _amount(getattr(exercise.dose, stage), exercise, vocabulary, words.dose) for stage in STAGES}


def _amount(
    amount: Amount | None, exercise: Exercise, vocabulary: Vocabulary, words: DoseWords
) -> dict[str, Any] | None:
    """Return the numbers of a dose, and what they come to in words and seconds."""
    if amount is None:
        return None
    each_side, count = exercise.each_side, count_of(exercise, vocabulary)
    return {
        **{name: _span(getattr(amount, name)) for name in SPANS},
        "on": list(amount.weekdays) or None,
        "side": amount.side,
        "load": amount.load,
        "when": amount.when,
        "note": amount.note,
        "much": how_much(amount, words, count, each_side=each_side),
        "often": how_often(amount, words),
        "seconds": seconds(amount, count, each_side=each_side),
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"low": span.low, "high": span.high}


def _choices(entries: tuple[str, ...], catalogue: Catalogue) -> list[str]:
    found = catalogue.exercises
    return [found[entry].title if entry in found else entry for entry in entries]

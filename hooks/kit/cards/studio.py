"""The print studio's data: exercises with their doses as numbers, the sets, and the words of each sheet."""

import json
from collections.abc import Mapping
from typing import Any

from kit.cards.card import VIEW_BOX
from kit.cards.deck import Deck
from kit.cards.words import Words
from kit.exercises.catalogue import Catalogue
from kit.exercises.dose import Amount, CountedIn, Span, how_much, how_often, seconds
from kit.exercises.exercise import Exercise

FORMAT = 1
"""Goes up when a change of this file would break a studio that was loaded before."""
SPANS = ("sets", "reps", "hold_s", "minutes", "rest_s", "days_a_week")


def to_json(  # noqa: PLR0913 all that the studio shows, and where it is
    catalogue: Catalogue, decks: tuple[Deck, ...], words: Words, *, drawings: Mapping[str, str], site: str, folder: str
) -> str:
    """Return the data as JSON. Addresses are those under `site`; `folder` is the one of the cards.

    `drawings` are the print figures (`plank-1` to SVG): their sizes let the page lay out before a picture is there.
    """
    data = {
        "format": FORMAT,
        "source": site,
        "licence": words.licence,
        "checked": words.checked,
        "stop": words.stop,
        "emergency": {"title": words.emergency, "signs": words.signs},
        "exercises": [_exercise(slug, catalogue, drawings=drawings, folder=folder) for slug in catalogue],
        "sets": [
            {"id": deck.id, "title": deck.title, "text": deck.text, "exercises": list(deck.slugs)} for deck in decks
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _exercise(slug: str, catalogue: Catalogue, *, drawings: Mapping[str, str], folder: str) -> dict[str, Any]:
    exercise = catalogue[slug]
    return {
        "id": slug,
        "title": exercise.title,
        "goal": exercise.goal,
        "kind": exercise.kind,
        "position": exercise.position,
        "place": exercise.place,
        "needs_floor": exercise.needs_floor,
        "equipment": exercise.equipment,
        "areas": exercise.areas,
        "level": exercise.level,
        "each_side": exercise.each_side,
        "counted_in": exercise.counted_in,
        "steps": [step.model_dump() for step in exercise.steps],
        "breathing": exercise.breathing,
        "feel": exercise.feel,
        "mistakes": exercise.mistakes,
        "easier": _choices(exercise.easier, catalogue),
        "harder": _choices(exercise.harder, catalogue),
        "stop": exercise.stop,
        "dose": {name: _amount(getattr(exercise.dose, name), exercise) for name in ("start", "build", "flare")},
        "version": exercise.version,
        "reviewed": exercise.reviewed.isoformat(),
        "short": f"c/{slug}/",
        "frames": [
            {
                "figure": f"{folder}/figures/{slug}-{number}.svg",
                "alt": frame.alt,
                **_size(drawings.get(f"{slug}-{number}", "")),
            }
            for number, frame in enumerate(exercise.frames, 1)
        ],
    }


def _size(svg: str) -> dict[str, float]:
    """Return width and height of a drawing; those of a square where there is none, which is reported elsewhere."""
    box = VIEW_BOX.search(svg)
    return {"width": float(box[1]), "height": float(box[2])} if box else {"width": 1.0, "height": 1.0}


def _amount(amount: Amount, exercise: Exercise) -> dict[str, Any]:
    """Return the numbers of a dose, and what they come to in words and seconds."""
    each_side: bool = exercise.each_side
    counted_in: CountedIn = exercise.counted_in
    return {
        **{name: _span(getattr(amount, name)) for name in SPANS},
        "when": amount.when,
        "note": amount.note,
        "much": how_much(amount, each_side=each_side, counted_in=counted_in),
        "often": how_often(amount),
        "seconds": seconds(amount, each_side=each_side, counted_in=counted_in),
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"low": span.low, "high": span.high}


def _choices(entries: tuple[str, ...], catalogue: Catalogue) -> list[str]:
    return [catalogue[entry].title if entry in catalogue else entry for entry in entries]

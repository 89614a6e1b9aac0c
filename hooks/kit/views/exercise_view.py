"""What the page of an exercise and the gallery show, in ready words."""

from collections.abc import Mapping
from typing import Any

from kit.exercises.catalogue import grouped
from kit.exercises.exercise import Exercise
from kit.exercises.telling import amounts, capital, minutes
from kit.guide import EXERCISES, Guide
from kit.phrase import fill
from kit.views.place import address, places
from kit.words.exercise import ExerciseWords, GalleryWords


def exercise_view(guide: Guide, slug: str, titles: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the page of an exercise; None for one that could not be read. `titles` are those of the menu by path."""
    exercise = guide.catalogue.exercises.get(slug)
    words = guide.words.exercise if guide.words else None
    if exercise is None or words is None:
        return None
    return {
        "slug": slug,
        "goal": exercise.goal,
        "facts": _facts(guide, exercise, words),
        "stages": [
            {
                "number": stage.frame,
                "first": stage.first,
                "steps": [step.do for step in stage.steps],
                "caption": exercise.frames[stage.frame - 1].caption,
                **_picture(exercise, stage.frame),
            }
            for stage in exercise.stages
        ],
        "how": [
            (label, text)
            for label, text in (
                (words.repeat, exercise.repeat),
                (words.breathing, exercise.breathing),
                (words.feel, exercise.feel),
            )
            if text
        ],
        "stop": [f"{capital(sign)}." for sign in exercise.stop_if],
        "ask_first": guide.catalogue.ask_first(slug),
        "amounts": _amounts(guide, exercise, words),
        "mistakes": exercise.mistakes,
        "versions": [
            (label, [_option(guide, option) for option in options])
            for label, options in ((words.easier, exercise.easier), (words.harder, exercise.harder))
            if options
        ],
        "changes": [{"number": each.version, "text": each.text} for each in exercise.changes],
        "related": places(guide, exercise.related, titles),
    }


def gallery_view(guide: Guide) -> dict[str, Any] | None:
    """Return the gallery: its filters and the groups of exercises."""
    words = guide.words.gallery if guide.words else None
    if guide.words is None or words is None or not guide.catalogue.exercises:
        return None
    return {
        "filters": _filters(guide, words),
        "count": words.count,
        "groups": [(place, [_card(guide, slug, words) for slug in slugs]) for place, slugs in grouped(guide.catalogue)],
    }


def _facts(guide: Guide, exercise: Exercise, words: ExerciseWords) -> list[str]:
    vocabulary = guide.catalogue.vocabulary
    kind, position = vocabulary.kinds.get(exercise.kind), vocabulary.positions.get(exercise.position or "")
    surface = vocabulary.surfaces.get(exercise.surface or "")
    time = minutes(exercise, vocabulary)
    need = fill(words.need, things=", ".join(exercise.equipment)) if exercise.equipment else words.need_nothing
    facts = [
        kind.name if kind else "",
        position.name if position else "",
        (words.floor if surface.floor else words.no_floor) if surface else "",
        fill(words.level, level=exercise.level, levels=len(vocabulary.levels)) if exercise.level else "",
        words.minutes.say(time) if time else "",
        need,
    ]
    return [fact for fact in facts if fact]


def _amounts(guide: Guide, exercise: Exercise, words: ExerciseWords) -> list[dict[str, str]]:
    dose = guide.words.dose if guide.words else None
    if dose is None:
        return []
    return [
        {
            "name": told.name,
            "when": told.when,
            "much": capital(told.much),
            "rest": fill(words.rest, time=told.rest) if told.rest else "",
            "note": told.note,
            "from": fill(words.from_, source=told.source),
            "often": capital(told.often),
            "time": dose.minute.say(told.minutes),
        }
        for told in amounts(exercise, guide.catalogue.vocabulary, dose)
    ]


def _picture(exercise: Exercise, number: int) -> dict[str, str | None]:
    frame = exercise.frames[number - 1]
    return {"image": frame.image, "alt": frame.alt}


def _option(guide: Guide, option: str) -> dict[str, Any]:
    """Return an easier or harder version: another exercise, or words."""
    other = guide.catalogue.exercises.get(option)
    if other is None:
        return {"text": option, "slug": None}
    uri = address(guide, f"{EXERCISES}/{option}.md")
    shown = {"slug": option, "number": other.shown, **_picture(other, other.shown)}
    return {"text": None, "title": other.title, "goal": other.goal, "uri": uri, **shown}


def _card(guide: Guide, slug: str, words: GalleryWords) -> dict[str, Any]:
    exercise, vocabulary = guide.catalogue.exercises[slug], guide.catalogue.vocabulary
    kind = vocabulary.kinds.get(exercise.kind)
    time = minutes(exercise, vocabulary)
    facts = [
        kind.name if kind else "",
        fill(words.level_of, level=exercise.level) if exercise.level else "",
        fill(words.minutes, number=time) if time else "",
        ", ".join(exercise.equipment),
    ]
    return {
        "slug": slug,
        "number": exercise.shown,
        "title": exercise.title,
        "goal": exercise.goal,
        "uri": address(guide, f"{EXERCISES}/{slug}.md"),
        "facts": " · ".join(fact for fact in facts if fact),
        "position": _id(exercise.position or ""),
        "kind": _id(exercise.kind),
        "level": exercise.level or "",
        "floor": "yes" if guide.catalogue.needs_floor(slug) else "no",
        "equipment": " ".join(map(_id, exercise.equipment)) or "nothing",
        **_picture(exercise, exercise.shown),
    }


def _filters(guide: Guide, words: GalleryWords) -> list[dict[str, Any]]:
    """Return the filters that tell exercises apart: each with its name, its label and its options."""
    found, vocabulary = guide.catalogue.exercises, guide.catalogue.vocabulary
    positions = {each.position for each in found.values() if each.position}
    kinds = {each.kind for each in found.values()}
    things = {thing for each in found.values() for thing in each.equipment}
    floors = {guide.catalogue.needs_floor(slug) for slug in found}
    levels = {each.level for each in found.values() if each.level}
    filters = [
        ("floor", words.floor, [("", words.either), *_floors(guide)], len(floors)),
        (
            "position",
            words.position,
            [("", words.any_position), *((_id(each), vocabulary.positions[each].name) for each in sorted(positions))],
            len(positions),
        ),
        (
            "kind",
            words.kind,
            [("", words.any_kind), *((_id(each), vocabulary.kinds[each].name) for each in sorted(kinds))],
            len(kinds),
        ),
        (
            "equipment",
            words.equipment,
            [
                ("", words.anything),
                ("nothing", words.nothing),
                *((_id(each), capital(each)) for each in sorted(things)),
            ],
            len(things),
        ),
        (
            "level",
            words.level,
            [("", words.any_level), *((str(n), f"{n}: {name}") for n, name in enumerate(vocabulary.levels, 1))],
            len(levels),
        ),
    ]
    return [{"name": name, "label": label, "options": options} for name, label, options, many in filters if many > 1]


def _floors(guide: Guide) -> list[tuple[str, str]]:
    words = guide.words.exercise if guide.words else None
    return [("no", words.no_floor), ("yes", words.floor)] if words else []


def _id(text: str) -> str:
    return text.replace(" ", "-")

"""A catalogue: all exercises of a site read together and checked against each other."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from typing import get_args

from kit import front_matter
from kit.exercises.exercise import FRONT_WORDS, SLUG, Exercise, Place, count_words, front, is_id, read
from kit.navigation import Nav
from kit.problem import Problem, did_you_mean, problem
from kit.record import Record

Catalogue = Mapping[str, Exercise]
"""Exercises by slug, in order of slug."""
LISTS = ("easier", "harder")


def read_all(sources: Mapping[str, bytes], *, pages: Collection[str] = ()) -> tuple[Catalogue, list[Problem]]:
    """Return the exercises in files (path as people see it, to content), and every problem in them, sorted.

    A file that cannot be read is left out; a problem between exercises leaves them in. `pages` are the addresses of
    all pages of the site (`get-help.md`), which related pages must be among.
    """
    catalogue: dict[str, Exercise] = {}
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    for file, raw in sorted(sources.items()):
        slug = PurePosixPath(file).stem
        if not SLUG.fullmatch(slug):
            text = f'"{slug}" cannot be an id. Rename the file: small letters, digits and hyphens only.'
            problems.append(problem(file, 1, "file-name", text))
            continue
        matter, found = front_matter.read(raw, file=file)
        problems += found
        if matter is None:
            continue
        exercise, found = read(matter.record)
        problems += found
        if exercise is not None:
            catalogue[slug], records[slug] = exercise, matter.record
    slugs = {PurePosixPath(file).stem for file in sources}
    problems += _dangling(catalogue, records, slugs)
    problems += _circles(catalogue, records)
    problems += _long_fronts(catalogue, records)
    problems += _missing_pages(catalogue, records, pages)
    return catalogue, sorted(problems)


def grouped(catalogue: Catalogue) -> tuple[tuple[Place, Catalogue], ...]:
    """Return the exercises by the place they are done in, easiest first; a place without any is left out.

    On the floor the way down to it comes first.
    """

    def rank(slug: str) -> tuple[bool, int, str]:
        return catalogue[slug].kind != "transfer", catalogue[slug].level, catalogue[slug].title

    places: tuple[Place, ...] = get_args(Place)
    groups = ((place, [slug for slug in catalogue if catalogue[slug].place == place]) for place in places)
    return tuple(
        (place, {slug: catalogue[slug] for slug in sorted(slugs, key=rank)}) for place, slugs in groups if slugs
    )


def navigation(catalogue: Catalogue, *, folder: str) -> Nav:
    """Return the exercises as navigation entries, in groups."""
    return [
        {place: [{exercise.title: f"{folder}/{slug}.md"} for slug, exercise in group.items()]}
        for place, group in grouped(catalogue)
    ]


def _dangling(catalogue: Catalogue, records: Mapping[str, Record], slugs: set[str]) -> Iterator[Problem]:
    """Yield a problem for each easier or harder id that names no file, or the exercise itself."""
    for slug, exercise in catalogue.items():
        for key in LISTS:
            for number, entry in enumerate(getattr(exercise, key)):
                if not is_id(entry) or (entry in slugs and entry != slug):
                    continue
                text = (
                    f'"{entry}" is this exercise itself. Name another one.'
                    if entry == slug
                    else f'no exercise has the id "{entry}".{did_you_mean(entry, slugs - {slug})}'
                )
                record = records[slug]
                yield problem(record.file, record.line(key, number), f"{key}.{number + 1}", text)


def _missing_pages(catalogue: Catalogue, records: Mapping[str, Record], pages: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each related page that is not there."""
    for slug, exercise in catalogue.items():
        for number, address in enumerate(exercise.related):
            if address not in pages:
                text = f'there is no page "{address}".{did_you_mean(address, pages)}'
                yield problem(records[slug].file, records[slug].line("related", number), f"related.{number + 1}", text)


def _circles(catalogue: Catalogue, records: Mapping[str, Record]) -> Iterator[Problem]:
    """Yield a problem for each circle: following easier (or harder) from an exercise leads back to it."""
    for key in LISTS:
        seen: set[frozenset[str]] = set()
        for start in catalogue:
            circle = _circle(catalogue, key, (start,))
            if circle is None or frozenset(circle) in seen:
                continue
            seen.add(frozenset(circle))
            path = " → ".join([*circle, circle[0]])
            record = records[start]
            text = f"the {key} versions go round in a circle: {path}. Take one of these out."
            yield problem(record.file, record.line(key), key, text)


def _circle(catalogue: Catalogue, key: str, path: tuple[str, ...]) -> tuple[str, ...] | None:
    for entry in getattr(catalogue[path[-1]], key):
        if entry == path[0] and len(path) > 1:
            return path
        if entry in catalogue and entry not in path:
            circle = _circle(catalogue, key, (*path, entry))
            if circle is not None:
                return circle
    return None


def _long_fronts(catalogue: Catalogue, records: Mapping[str, Record]) -> Iterator[Problem]:
    """Yield a problem for each exercise whose words do not fit on the front of its card."""
    titles = {slug: exercise.title for slug, exercise in catalogue.items()}
    for slug, exercise in catalogue.items():
        found = sum(count_words(text) for text in front(exercise, titles))
        if found > FRONT_WORDS:
            text = (
                f"the front of the card has {found} words, expected at most {FRONT_WORDS}. "
                "Shorten the goal, steps, stop rule, or the first easier and harder."
            )
            yield problem(records[slug].file, records[slug].line("steps"), "front", text)

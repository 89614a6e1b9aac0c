"""A catalogue: all exercises of a guide read together and checked against each other."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import PurePosixPath

from kit.entry import no_file
from kit.exercises.caution import Caution, asking, asking_in_short
from kit.exercises.code import of_one_code
from kit.exercises.exercise import Exercise, is_id, needs_floor, place_of
from kit.exercises.exercise_reader import read
from kit.exercises.limit import count_words
from kit.exercises.telling import front, labels
from kit.exercises.vocabulary import Vocabulary
from kit.front_matter import FrontMatter
from kit.navigation import Nav
from kit.problem import Problem, did_you_mean, problem
from kit.record import Record
from kit.words.words import Words

LISTS = ("easier", "harder")


@dataclass(frozen=True)
class Catalogue:
    """Exercises by slug, in order of slug, with the records they were read from, and what they are told by.

    `unread` are the slugs of those with a mistake that keeps them out.
    """

    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    cautions: Mapping[str, Caution] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    def needs_floor(self, slug: str) -> bool:
        """Return whether one has to get down to the floor for an exercise."""
        return needs_floor(self.exercises[slug], self.vocabulary)

    def shows_way_down(self, slug: str) -> bool:
        """Return whether an exercise is of the kind that shows the way to the floor."""
        kind = self.vocabulary.kinds.get(self.exercises[slug].kind)
        return kind is not None and kind.way_down is not None

    def ask_first(self, slug: str) -> tuple[str, ...]:
        """Return who should ask first before an exercise, by the rules and by what it says itself."""
        return asking(self.exercises[slug], self.cautions)

    def ask_first_in_short(self, slug: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the same in few words: those on the front of a card, and the others."""
        return asking_in_short(self.exercises[slug], self.cautions)

    @property
    def ways_down(self) -> tuple[str, ...]:
        """Return the exercises that come along with those on the floor."""
        return tuple(slug for slug in self.exercises if self.shows_way_down(slug) and self.needs_floor(slug))


def read_all(
    sources: Mapping[str, FrontMatter | None],
    vocabulary: Vocabulary,
    *,
    cautions: Mapping[str, Caution] | None = None,
    words: Words | None = None,
    pages: Collection[str] = (),
) -> tuple[Catalogue, list[Problem]]:
    """Return the exercises in files (path as people see it, to front matter), and every problem in them, sorted.

    A file that cannot be read (None) is left out; a problem between exercises leaves them in. `pages` are the addresses
    of all pages of the site (`get-help.md`), which related pages must be among.
    """
    exercises: dict[str, Exercise] = {}
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    for file, matter in sorted(sources.items()):
        slug = PurePosixPath(file).stem
        if not is_id(slug):
            text = f'"{slug}" cannot be an id. Rename the file: small letters, digits and hyphens only.'
            problems.append(problem(file, 1, "file-name", text))
            continue
        if (wrong := no_file(slug)) is not None:
            problems.append(problem(file, 1, "file-name", wrong))
        if matter is None:
            continue
        exercise, found = read(matter.record, vocabulary)
        problems += found
        if exercise is not None:
            exercises[slug], records[slug] = exercise, matter.record
    slugs = {PurePosixPath(file).stem for file in sources}
    catalogue = Catalogue(exercises, records, vocabulary, cautions or {}, frozenset(slugs - exercises.keys()))
    problems += _dangling(exercises, records, slugs)
    problems += _circles(exercises, records)
    problems += _of_one_code(records)
    problems += _missing_pages(exercises, records, pages)
    if words is not None:
        problems += _strange_loads(catalogue, words)
        problems += _long_fronts(catalogue, words)
    return catalogue, sorted(problems)


def grouped(catalogue: Catalogue) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the slugs by the place they are done in, easiest first; a place without any is left out.

    The way down to the floor comes first. Without places there is one group without a name.
    """

    def rank(slug: str) -> tuple[bool, int, str]:
        exercise = catalogue.exercises[slug]
        return not catalogue.shows_way_down(slug), exercise.level or 0, exercise.title

    places: dict[str, list[str]] = {place: [] for place in catalogue.vocabulary.places}
    for slug in sorted(catalogue.exercises, key=rank):
        place = place_of(catalogue.exercises[slug], catalogue.vocabulary) or ""
        places.setdefault(place, []).append(slug)
    names = catalogue.vocabulary.places
    return tuple((names.get(place, ""), tuple(slugs)) for place, slugs in places.items() if slugs)


def navigation(catalogue: Catalogue, *, folder: str) -> Nav:
    """Return the exercises as navigation entries, in groups where there are places."""
    groups = [
        (place, [{catalogue.exercises[slug].title: f"{folder}/{slug}.md"} for slug in slugs])
        for place, slugs in grouped(catalogue)
    ]
    return [entry for place, entries in groups for entry in ([{place: entries}] if place else entries)]


def _dangling(exercises: Mapping[str, Exercise], records: Mapping[str, Record], slugs: set[str]) -> Iterator[Problem]:
    """Yield a problem for each easier or harder id that names no file, or the exercise itself."""
    for slug, exercise in exercises.items():
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


def _missing_pages(
    exercises: Mapping[str, Exercise], records: Mapping[str, Record], pages: Collection[str]
) -> Iterator[Problem]:
    """Yield a problem for each related page that is not there, or is the exercise itself."""
    for slug, exercise in exercises.items():
        for number, address in enumerate(exercise.related):
            itself = records[slug].file.partition("/")[2] == address
            if itself or address not in pages:
                text = f'there is no page "{address}".{did_you_mean(address, pages)}'
                text = f'"{address}" is this exercise itself. Name another page.' if itself else text
                yield problem(records[slug].file, records[slug].line("related", number), f"related.{number + 1}", text)


def _circles(exercises: Mapping[str, Exercise], records: Mapping[str, Record]) -> Iterator[Problem]:
    """Yield a problem for each circle: following easier (or harder) from an exercise leads back to it."""
    for key in LISTS:
        ways = {
            slug: [entry for entry in getattr(exercise, key) if entry in exercises and entry != slug]
            for slug, exercise in exercises.items()
        }
        while circle := _circle(ways):
            start = circle[0]
            path = " → ".join([*circle, start])
            text = f"the {key} versions go round in a circle: {path}. Take one of these out."
            yield problem(records[start].file, records[start].line(key), key, text)
            ways[start] = [entry for entry in ways[start] if entry != circle[1]]


def _of_one_code(records: Mapping[str, Record]) -> Iterator[Problem]:
    """Yield a problem for each exercise that links cannot tell from another one."""
    for slug, other in of_one_code(records):
        text = f'links have the same short code for "{slug}" and "{other}". Rename one of the two.'
        yield problem(records[slug].file, 1, "code", text)


def _strange_loads(catalogue: Catalogue, words: Words) -> Iterator[Problem]:
    """Yield a problem for each load of a dose that the words do not name."""
    known = words.dose.loads if words.dose else {}
    for slug, exercise in catalogue.exercises.items():
        for stage, amount in exercise.dose or ():
            if amount is not None and amount.load is not None and amount.load not in known:
                record = catalogue.records[slug]
                text = (
                    f'expected {", ".join(known) or "none"}, found "{amount.load}".{did_you_mean(amount.load, known)}'
                )
                yield problem(record.file, record.line("dose", stage, "load"), f"dose.{stage}.load", text)


def _circle(ways: Mapping[str, Sequence[str]]) -> list[str] | None:
    """Return one circle in the order in which it is walked, from its first slug on, or None."""
    try:
        TopologicalSorter(ways).prepare()
    except CycleError as error:
        found: list[str] = error.args[1][:0:-1]  # it names each before the one that leads to it
        first = found.index(min(found))
        return found[first:] + found[:first]
    return None


def _long_fronts(catalogue: Catalogue, words: Words) -> Iterator[Problem]:
    """Yield a problem for each exercise whose words do not fit on the front of its card."""
    vocabulary = catalogue.vocabulary
    for slug, exercise in catalogue.exercises.items():
        record = catalogue.records[slug]
        doing = sum(map(count_words, front(exercise, words, vocabulary)))
        whole = doing + sum(map(count_words, labels(exercise, words, catalogue.ask_first_in_short(slug)[0])))
        if doing > vocabulary.front_words:
            text = (
                f"the front of the card has {doing} words, expected at most {vocabulary.front_words}. "
                "Shorten the goal, the steps or the stop rule."
            )
            yield problem(record.file, record.line("steps"), "front", text)
        elif whole > vocabulary.front_words_in_all:
            text = (
                f"the front of the card has {whole} words with those about who should ask first and when to call, "
                f"expected at most {vocabulary.front_words_in_all}. Shorten the goal, the steps or the stop rule."
            )
            yield problem(record.file, record.line("steps"), "front", text)

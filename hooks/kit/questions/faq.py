"""A FAQ: the questions of one folder, grouped by theme and checked against each other."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from kit.entry import SLUG, Entry, Slug
from kit.front_matter import FrontMatter
from kit.problem import Problem, did_you_mean, problem
from kit.questions.question import Asked, Question, read_question
from kit.record import Record, check, read_yaml, rest
from pydantic import BaseModel, ConfigDict, Field
from rapidfuzz import fuzz, process, utils

INDEX = "index.md"
THEMES = "themes.yml"
NEAR = 80
"""Likeness from which two questions are taken for one: reworded pairs score 81 to 100, different ones 72 at most."""
FEWEST = 2
"""Questions in a theme."""


class Theme(BaseModel):
    """A group of questions."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    id: Slug
    title: Annotated[str, Field(min_length=1)]


class Settings(BaseModel):
    """What themes.yml says: the themes in their order, and the page that an emergency sends people to."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    themes: Annotated[tuple[Theme, ...], Field(min_length=1)]
    emergency_page: str | None = None


@dataclass(frozen=True)
class Section:
    """A theme and its questions, in the order of the index."""

    theme: Theme
    entries: tuple[Asked, ...]


@dataclass(frozen=True)
class Faq:
    """All questions of one folder, in the order of the index."""

    folder: str
    sections: tuple[Section, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, theme by theme."""
        return tuple(entry.question for section in self.sections for entry in section.entries)

    @cached_property
    def by_uri(self) -> Mapping[str, Question]:
        """All questions by the source path of their pages."""
        return {self.uri(asked): asked for asked in self.questions}

    def uri(self, asked: Question) -> str:
        """Return the source path of a question, from the root of the pages."""
        return f"{self.folder}/{asked.id}.md"


def read_faq(  # noqa: PLR0913 what a FAQ is read from
    themes_text: bytes | None,
    sources: Mapping[str, FrontMatter | None],
    *,
    folder: str,
    place: str,
    pages: Collection[str],
    small_words: Collection[str] | None = (),
    ages: Callable[[], Mapping[str, int]] = dict,
) -> tuple[Faq | None, list[Problem]]:
    """Return the FAQ in themes.yml and the files of one folder (name to front matter), and every problem in them.

    What cannot be read (None) is left out. Messages name files as `place`/name. `pages` are the paths that a question
    may relate to; `small_words` do not tell two questions apart, and
    where they are not known (None) no two are compared; `ages` says when files were added, so that of two that
    clash the new one is blamed. Without readable themes there is no FAQ.
    """
    themes, problems = _settings(themes_text, file=f"{place}/{THEMES}")
    entries: dict[str, Asked] = {}
    rests: dict[str, Asked] = {}
    for name, matter in sorted(sources.items()):
        if matter is None:
            continue
        entry, found = read_question(matter)
        problems += found
        if entry is not None:
            entries[name] = entry
        elif (part := rest(matter.record, Question)) is not None:
            rests[name] = Asked(Entry(part, matter.record), matter.body)
    if themes is None:
        return None, sorted(problems)
    settings, record = themes
    problems += _alone({**entries, **rests}, settings, folder=folder, pages=pages)
    right = {name: entry for name, entry in entries.items() if name == f"{entry.question.id}.md"}
    problems += _together(right, None if small_words is None else frozenset(small_words), ages)
    problems += _themes(entries.values(), settings, record, complete=len(entries) == len(sources))
    if (page := settings.emergency_page) is not None and page not in pages:
        text = f'"{page}" is no page, expected a path as in the navigation.{did_you_mean(page, pages)}'
        problems.append(problem(record.file, record.line("emergency_page"), "emergency_page", text))
    return Faq(folder, tuple(_sections(right.values(), settings.themes))), sorted(problems)


def _settings(source: bytes | None, *, file: str) -> tuple[tuple[Settings, Record] | None, list[Problem]]:
    if source is None:
        text = "this file is missing. Add it with a list `themes` of ids and titles, in the order of the index."
        return None, [problem(file, 0, "themes", text)]
    record, problems = read_yaml(source, file=file)
    if record is None:
        return None, problems
    settings, problems = check(record, Settings)
    return ((settings, record) if settings else None), problems


def _weighty(text: str, small_words: frozenset[str]) -> str:
    """Return the weighty words of a text in the order of the alphabet."""
    words = utils.default_process(text.replace(",", "")).split()
    return " ".join(sorted([word for word in words if word not in small_words] or words))


def _sections(entries: Collection[Asked], themes: tuple[Theme, ...]) -> Iterator[Section]:
    groups: dict[str, list[Asked]] = {theme.id: [] for theme in themes}
    for entry in sorted(entries, key=lambda entry: (entry.question.order, entry.question.question.casefold())):
        groups.get(entry.question.theme, []).append(entry)
    for theme in themes:
        if groups[theme.id]:
            yield Section(theme, tuple(groups[theme.id]))


def _alone(
    entries: Mapping[str, Asked],
    settings: Settings,
    *,
    folder: str,
    pages: Collection[str],
) -> Iterator[Problem]:
    """Yield what is wrong with each question by itself."""
    themes = [theme.id for theme in settings.themes]
    for name, entry in entries.items():
        asked = entry.question.__dict__  # of one with a fault only the rest is there
        own = name.removesuffix(".md")
        if asked.get("id", own) != own and re.fullmatch(SLUG, own):  # else the file has to get another name: told there
            text = f'the id is "{asked["id"]}", but the file is "{name}", expected the same name. Write "id: {own}".'
            yield entry.entry.problem(text, "id")
        if (theme := asked.get("theme", themes[0])) not in themes:
            text = f'"{theme}" is no theme, expected one of: {", ".join(themes)}.'
            yield entry.entry.problem(text + did_you_mean(theme, themes), "theme")
        for number, page in enumerate(asked.get("related", ())):
            if page == f"{folder}/{name}":
                yield entry.entry.problem(f'"{page}" is this question itself. Name another page.', "related", number)
            elif page not in pages:
                text = f'"{page}" is no page, expected a path as in the navigation.{did_you_mean(page, pages)}'
                yield entry.entry.problem(text, "related", number)
        if asked.get("urgency") == "emergency" and entry.body.strip():
            yield from _emergency(entry, settings.emergency_page, folder)


def _emergency(entry: Asked, page: str | None, folder: str) -> Iterator[Problem]:
    if page is None:
        text = f'an emergency needs a page to send people to: set "emergency_page" in {THEMES}.'
        yield entry.entry.problem(text, "urgency")
        return
    link = posixpath.relpath(page, folder)
    if not re.search(rf"\]\({re.escape(link)}[)#\s]", entry.body):
        text = f"the answer to an emergency has no link to the emergency page. Add [When to get help]({link})."
        yield entry.entry.problem(text, "urgency")


def _together(
    entries: Mapping[str, Asked], small_words: frozenset[str] | None, ages: Callable[[], Mapping[str, int]]
) -> Iterator[Problem]:
    """Yield where two questions claim one id or ask one thing: at the newer file of the two."""
    if not any(_clashes(list(entries.values()), small_words)):
        return
    age = ages()
    new = max(age.values(), default=0) + 1
    in_order = sorted(entries.items(), key=lambda named: (age.get(named[0], new), named[0]))
    yield from _clashes([entry for _, entry in in_order], small_words)


def _clashes(entries: list[Asked], small_words: frozenset[str] | None) -> Iterator[Problem]:
    """Yield where two questions claim one id or ask one thing, at the later of the two; an id comes before an alias."""
    names: dict[str, Asked] = {entry.question.id: entry for entry in entries}
    for entry in entries:
        asked = entry.question
        for number, name in enumerate(asked.aliases):
            if name in names:
                other = names[name].entry.record.file
                text = f'"{name}" is already an id or alias in {other}. Choose another.'
                yield entry.entry.problem(text, "aliases", number)
            names.setdefault(name, entry)
    for first, second in _alike(entries, small_words) if small_words is not None else ():
        text = (
            f'nearly the same as "{first.question.question}" ({first.entry.record.file}). '
            "Join the two and keep the other id as an alias, or word the question so that the difference shows."
        )
        yield second.entry.problem(text, "question")


def _alike(entries: list[Asked], small_words: frozenset[str]) -> Iterator[tuple[Asked, Asked]]:
    """Yield each question after the one before it that asks the same, whatever the order of words, small ones aside.

    Where several ask the same it is the most alike of them.
    """
    weighty = [_weighty(entry.question.question, small_words) for entry in entries]
    for number, said in enumerate(weighty):
        if nearest := process.extractOne(said, weighty[:number], scorer=fuzz.ratio, score_cutoff=NEAR):
            yield entries[nearest[2]], entries[number]


def _themes(entries: Collection[Asked], settings: Settings, record: Record, *, complete: bool) -> Iterator[Problem]:
    """Yield what is wrong with the themes; while a question is unread, or of no theme, each may have it."""
    seen: set[str] = set()
    lost = {entry.question.theme for entry in entries} - {theme.id for theme in settings.themes}
    counts = Counter(entry.question.theme for entry in entries)
    for number, theme in enumerate(settings.themes):
        path = ("themes", number)
        rule, line = f"themes.{number + 1}", record.line(*path)
        if theme.id in seen:
            yield problem(record.file, line, rule, f'the theme "{theme.id}" is here twice. Keep one of them.')
        seen.add(theme.id)
        count = counts[theme.id]
        if count < FEWEST and complete and not lost:
            found = "one question" if count else "no question"
            text = f'the theme "{theme.id}" has {found}, expected {FEWEST} or more. Add one, or join two themes.'
            yield problem(record.file, line, rule, text)

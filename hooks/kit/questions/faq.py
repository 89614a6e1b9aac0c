"""A FAQ: the questions of one folder, grouped by theme and checked against each other."""

import itertools
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from kit.problem import Problem, did_you_mean, problem
from kit.questions.question import Entry, Question, Slug, read_question
from kit.record import Record, check, read_yaml
from pydantic import BaseModel, ConfigDict, Field
from rapidfuzz import fuzz, utils

INDEX = "index.md"
THEMES = "themes.yml"
NEAR = 80
"""Likeness from which two questions are taken for one: reworded pairs score 81 to 100, different ones 72 at most."""
SMALL_WORDS = re.compile(
    r"\b(a|about|an|and|are|as|at|be|by|can|could|did|do|does|for|get|good|had|has|have|how|i|if|in|is|it|me|my|need|of"
    r"|ok|on|or|should|so|that|the|there|this|to|what|when|which|will|with|would)\b"
)
FEWEST = 2
"""Questions in a theme."""


class Theme(BaseModel):
    """A group of questions."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Slug
    title: Annotated[str, Field(min_length=1)]


class Settings(BaseModel):
    """What themes.yml says: the themes in their order, and the page that an emergency sends people to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    themes: Annotated[tuple[Theme, ...], Field(min_length=1)]
    emergency_page: str | None = None


@dataclass(frozen=True)
class Section:
    """A theme and its questions, in the order of the index."""

    theme: Theme
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Faq:
    """All questions of one folder, in the order of the index."""

    folder: str
    sections: tuple[Section, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, theme by theme."""
        return tuple(entry.question for section in self.sections for entry in section.entries)

    def uri(self, asked: Question) -> str:
        """Return the source path of a question, from the root of the pages."""
        return f"{self.folder}/{asked.id}.md"


def read_faq(
    sources: Mapping[str, bytes],
    *,
    folder: str,
    place: str,
    pages: Collection[str],
) -> tuple[Faq | None, list[Problem]]:
    """Return the FAQ in the files of one folder, by name, and every problem that they have.

    `sources` are themes.yml and the questions. Messages name files as `place`/name. `pages` are the paths that a
    question may relate to. Without readable themes there is no FAQ.
    """
    themes, problems = _settings(sources, file=f"{place}/{THEMES}")
    read_all = [
        (name, *read_question(raw, file=f"{place}/{name}")) for name, raw in sorted(sources.items()) if name != THEMES
    ]
    problems += [each for _, _, found in read_all for each in found]
    entries = {name: entry for name, entry, _ in read_all if entry}
    if themes is None:
        return None, sorted(problems)
    settings, record = themes
    problems += _alone(entries, settings, folder=folder, pages=pages)
    problems += _together(entries.values())
    problems += _themes(entries.values(), settings, record)
    if (page := settings.emergency_page) is not None and page not in pages:
        text = f'"{page}" is no page, expected a path as in the navigation.{did_you_mean(page, pages)}'
        problems.append(problem(record.file, record.line("emergency_page"), "emergency_page", text))
    named = [entry for name, entry in entries.items() if name == f"{entry.question.id}.md"]
    return Faq(folder, tuple(_sections(named, settings.themes))), sorted(problems)


def likeness(first: str, second: str) -> float:
    """Return how alike two questions are, 0 to 100, whatever the order of their words and without the small ones."""
    return fuzz.token_sort_ratio(_weighty(first), _weighty(second))


def _settings(sources: Mapping[str, bytes], *, file: str) -> tuple[tuple[Settings, Record] | None, list[Problem]]:
    if THEMES not in sources:
        text = "this file is missing. Add it with a list `themes` of ids and titles, in the order of the index."
        return None, [problem(file, 0, "themes", text)]
    record, problems = read_yaml(sources[THEMES].decode("utf-8", "replace"), file=file)
    if record is None:
        return None, problems
    settings, problems = check(record, Settings)
    return ((settings, record) if settings else None), problems


def _weighty(text: str) -> str:
    plain = utils.default_process(text.replace(",", ""))
    return SMALL_WORDS.sub(" ", plain).strip() or plain


def _sections(entries: Collection[Entry], themes: tuple[Theme, ...]) -> Iterator[Section]:
    ordered = sorted(entries, key=lambda entry: (entry.question.order, entry.question.question.casefold()))
    for theme in themes:
        if group := tuple(entry for entry in ordered if entry.question.theme == theme.id):
            yield Section(theme, group)


def _alone(
    entries: Mapping[str, Entry],
    settings: Settings,
    *,
    folder: str,
    pages: Collection[str],
) -> Iterator[Problem]:
    """Yield what is wrong with each question by itself."""
    themes = [theme.id for theme in settings.themes]
    for name, entry in entries.items():
        asked = entry.question
        if f"{asked.id}.md" != name:
            text = f'the id is "{asked.id}" but the file is "{name}". Name the file "{asked.id}.md".'
            yield entry.problem(text, "id")
        if asked.theme not in themes:
            text = f'"{asked.theme}" is no theme, expected one of: {", ".join(themes)}.'
            yield entry.problem(text + did_you_mean(asked.theme, themes), "theme")
        for number, page in enumerate(asked.related):
            if page not in pages:
                text = f'"{page}" is no page, expected a path as in the navigation.{did_you_mean(page, pages)}'
                yield entry.problem(text, "related", number)
        if asked.urgency == "emergency":
            yield from _emergency(entry, settings.emergency_page, folder)


def _emergency(entry: Entry, page: str | None, folder: str) -> Iterator[Problem]:
    if page is None:
        text = f'an emergency needs a page to send people to: set "emergency_page" in {THEMES}.'
        yield entry.problem(text, "urgency")
        return
    link = posixpath.relpath(page, folder)
    if not re.search(rf"\]\({re.escape(link)}[)#\s]", entry.body):
        text = f"the answer to an emergency has no link to the emergency page. Add [When to get help]({link})."
        yield entry.problem(text, "urgency")


def _together(entries: Collection[Entry]) -> Iterator[Problem]:
    """Yield where two questions claim one id or ask one thing."""
    names: dict[str, Entry] = {}
    for entry in entries:
        asked = entry.question
        paths: list[tuple[str | int, ...]] = [("id",), *(("aliases", number) for number in range(len(asked.aliases)))]
        for path, name in zip(paths, (asked.id, *asked.aliases), strict=True):
            if name in names:
                other = names[name].record.file
                yield entry.problem(f'"{name}" is already an id or alias in {other}. Choose another.', *path)
            names.setdefault(name, entry)
    for first, second in itertools.combinations(entries, 2):
        if likeness(first.question.question, second.question.question) >= NEAR:
            text = (
                f'nearly the same as "{first.question.question}" ({first.record.file}). '
                "Join the two and keep the other id as an alias, or word the question so that the difference shows."
            )
            yield second.problem(text, "question")


def _themes(entries: Collection[Entry], settings: Settings, record: Record) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, theme in enumerate(settings.themes):
        path = ("themes", number)
        rule, line = f"themes.{number + 1}", record.line(*path)
        if theme.id in seen:
            yield problem(record.file, line, rule, f'the theme "{theme.id}" is here twice. Keep one of them.')
        seen.add(theme.id)
        count = sum(entry.question.theme == theme.id for entry in entries)
        if count < FEWEST:
            found = "one question" if count else "no question"
            text = f'the theme "{theme.id}" has {found}, expected {FEWEST} or more. Add one, or join two themes.'
            yield problem(record.file, line, rule, text)

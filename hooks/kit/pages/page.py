"""A reader's page: what its front matter must say."""

from collections.abc import Iterator
from typing import Annotated

from kit.entry import Slug
from kit.front_matter import FrontMatter
from kit.phrase import Text
from kit.problem import Problem, problem
from kit.record import Day, Once, Record, check
from pydantic import BaseModel, ConfigDict, Field


class Door(BaseModel):
    """A way from the home page into the site: `to` is the address of a page, without the site's own."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)

    title: Text
    to: Text
    text: Text | None = None


class Term(BaseModel):
    """A word of the glossary, what it means in at most 160 characters, and its other spellings."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)

    term: Text
    meaning: Annotated[str, Field(min_length=1, max_length=160)]
    also: tuple[Text, ...] = ()


class Page(BaseModel):
    """The front matter of a page: `covers` lists the claims it treats, `reviewed` is the day we checked it."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)

    title: Text
    description: Annotated[str, Field(min_length=50, max_length=160)]
    reviewed: Day
    covers: Annotated[tuple[Slug, ...], Once] = ()
    template: Text | None = None
    hide: Annotated[tuple[Text, ...], Once] = ()
    lead: Text | None = None
    figure: Slug | None = None
    start: Door | None = None
    doors: tuple[Door, ...] = ()
    terms: tuple[Term, ...] = ()


def read_page(front_matter: FrontMatter) -> tuple[Page | None, list[Problem]]:
    """Return the page that a file's front matter describes, or None with every key that is wrong."""
    record = front_matter.record
    if not record.data:
        text = "the page has no front matter, expected title, description, reviewed and covers between two --- lines."
        return None, [problem(record.file, 1, "front-matter", text)]
    page, problems = check(record, Page)
    problems += list(_terms_twice(page, record)) if page else []
    return page, problems


def _terms_twice(page: Page, record: Record) -> Iterator[Problem]:
    """Yield a problem for each term that is explained twice, under whichever of its spellings."""
    first: dict[str, int] = {}
    for number, term in enumerate(page.terms):
        for spelling in dict.fromkeys(each.casefold() for each in (term.term, *term.also)):
            line = record.line("terms", number)
            if spelling in first:
                text = f'"{spelling}" is already explained on line {first[spelling]}. Keep one of the two.'
                yield problem(record.file, line, f"terms.{number + 1}", text)
                break
            first[spelling] = line

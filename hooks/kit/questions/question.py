"""A question: what readers ask, in their words, with a short answer and the pages it leads to."""

from dataclasses import dataclass
from html import escape
from typing import Annotated, Literal

from kit.entry import Entry, PageName, Slug
from kit.front_matter import FrontMatter
from kit.phrase import fill
from kit.problem import Problem, problem
from kit.record import Day, Once, check
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

LONGEST_ANSWER = 60
"""Words in a short answer: what fits on a phone without scrolling."""


def _short(text: str) -> str:
    if (count := len(text.split())) > LONGEST_ANSWER:
        raise ValueError(
            f"the short answer has {count} words, expected at most {LONGEST_ANSWER}. Move the rest into the text below."
        )
    return text


class Question(BaseModel):
    """The front matter of one question. The id is for ever; the wording may change.

    Questions of a theme stand in the order of their `order`, most of all 50, then of the alphabet.
    """

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    id: Slug
    question: Annotated[str, Field(min_length=1, max_length=120)]
    theme: Slug
    short_answer: Annotated[str, Field(min_length=1), AfterValidator(_short)]
    urgency: Literal["none", "see-someone", "emergency"]
    related: Annotated[tuple[str, ...], Field(min_length=1), Once]
    reviewed: Day
    aliases: tuple[PageName, ...] = ()
    order: Annotated[int, Field(ge=1, le=99)] = 50
    claims: Annotated[tuple[str, ...], Once] = ()


@dataclass(frozen=True)
class Asked:
    """A question as an entry of its file, with the Markdown of its answer."""

    entry: Entry[Question]
    body: str

    @property
    def question(self) -> Question:
        """The question itself."""
        return self.entry.value


def read_question(matter: FrontMatter) -> tuple[Asked | None, list[Problem]]:
    """Return the question in the front matter of one file, or None with every problem that it has."""
    question, problems = check(matter.record, Question)
    if question is None:
        return None, problems
    if not matter.body.strip():
        text = "nothing follows the front matter, expected the full answer: why, and what to do."
        return None, [problem(matter.record.file, matter.body_line, "answer", text)]
    return Asked(Entry(question, matter.record), matter.body), []


def words(question: Question) -> list[str]:
    """Return the aliases as words that people search for."""
    return [alias.replace("-", " ") for alias in question.aliases]


def article(question: Question, html: str, *, also: str) -> str:
    """Return an answer in HTML with the short one before it and the words that find it after it, if there are any.

    Both are a part of the page, so that any search finds them; ours has the words as names, and leaves out the line.
    """
    found_by = fill(also, words=", ".join(words(question)))
    end = f'\n<p class="bs-also" data-search-exclude>{escape(found_by, quote=False)}</p>' if question.aliases else ""
    return f'<p class="bs-answer">{escape(question.short_answer, quote=False)}</p>\n{html}{end}'

"""The questions in the sources, and their themes."""

import posixpath
from collections.abc import Mapping

from kit.front_matter import FrontMatter
from kit.guide import (
    QUESTIONS,
    WORDS,
)
from kit.problem import problem
from kit.questions.faq import INDEX, THEMES, Faq, read_faq
from kit.reading.reader import Reader
from kit.words.words import Words


def faq_in(reader: Reader, matters: Mapping[str, FrontMatter], words: Words | None) -> Faq | None:
    """Return the questions by theme, or None where there is no page to list them on."""
    files = reader.in_folder(QUESTIONS, matters)
    if f"{QUESTIONS}/{INDEX}" not in reader.sources.addresses:
        text = "this file is missing. Add it: the questions of this folder are listed on it."
        missing = problem(reader.named(f"{QUESTIONS}/{INDEX}"), 0, "questions", text)
        return reader.keep("questions", (None, [missing] if files else []))
    small = words.questions.small_words if words and words.questions else None if WORDS in reader.faulty else ()
    return reader.keep(
        "questions",
        read_faq(
            reader.sources.texts.get(f"{QUESTIONS}/{THEMES}"),
            files,
            folder=QUESTIONS,
            place=reader.named(QUESTIONS),
            pages=reader.sources.addresses.keys(),
            small_words=small,
            ages=lambda: {posixpath.basename(uri): age for uri, age in reader.sources.ages().items()},
        ),
    )

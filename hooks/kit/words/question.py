"""The words of questions: their index, and the questions for today with their answers."""

from typing import Annotated

from kit.phrase import Counted, Text, blanks
from kit.words.section import Section
from pydantic import Field


class QuestionWords(Section):
    """The labels of questions and of their index."""

    about_this: Text
    more: Counted
    emergency: Text
    emergency_told: Text
    see_someone: Annotated[Text, Field(alias="see-someone")]
    see_someone_told: Annotated[Text, Field(alias="see-someone_told")]
    also: Annotated[str, blanks("words")]
    read_on: Text
    small_words: tuple[Text, ...] = ()
    find: Text
    themes: Text
    full: Text
    copy_: Annotated[Text, Field(alias="copy")]
    copy_to: Annotated[str, blanks("question")]
    copied: Text
    count: Counted
    some: Annotated[str, blanks("shown", "number")]
    none: Text
    missing: Text
    data: Text
    moved: Text


class TodayWords(Section):
    """The labels of the questions for today and of their answers."""

    number: Annotated[str, blanks("number", "most")]
    back: Annotated[str, blanks("question")]
    change: Text
    again: Text
    do: Text
    do_now: Text
    exercises: Counted
    ask_first: Annotated[str, blanks("who")]
    later: Text
    help: Text
    told: Text
    print: Text
    sheets: Text
    read_on: Text

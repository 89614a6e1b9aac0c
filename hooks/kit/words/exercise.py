"""The words of exercises: how much and how often, the labels of pages and cards, and the page that shows them all."""

from typing import Annotated

from kit.phrase import Counted, Form, Text, blanks
from kit.words.names import Basis, Stage
from kit.words.section import Section, among, every
from pydantic import Field


class AmountWords(Section):
    """What one of the three amounts is called, and when it is right."""

    name: Text
    when: Text


class DoseWords(Section):
    """How much and how often, in words."""

    range: Annotated[str, blanks("low", "high")]
    sets: Annotated[str, blanks("sets", "much")]
    each_side: Annotated[str, blanks("much")]
    left: Annotated[str, blanks("much")]
    right: Annotated[str, blanks("much")]
    hold: Annotated[str, blanks("much", "time")]
    hold_only: Counted
    once: Text
    times: Annotated[str, blanks("number")]
    second: Counted
    minute: Counted
    day: Counted
    at_least: Annotated[str, blanks("number")]
    every_day: Text
    on_days: Annotated[str, blanks("days")]
    weekdays: Annotated[tuple[Text, ...], Field(min_length=7, max_length=7)]
    and_: Annotated[Text, Field(alias="and")]
    times_a_day: Counted
    days_and_times: Annotated[str, blanks("days", "times")]
    with_load: Annotated[str, blanks("much", "load")]
    loads: dict[Annotated[str, Form("[a-z0-9]{1,4}", "1 to 4 small letters and digits")], Text] = Field(
        default_factory=dict
    )
    amounts: Annotated[dict[Annotated[str, among(Stage)], AmountWords], every(Stage)]
    sources: Annotated[dict[Annotated[str, among(Basis)], Text], every(Basis)]


class ExerciseWords(Section):
    """The labels of an exercise, on its page and on its card."""

    steps: Text
    repeat: Text
    breathing: Text
    feel: Text
    stop: Text
    stop_word: Text
    stop_sentence: Annotated[str, blanks("signs")]
    or_: Annotated[Text, Field(alias="or")]
    ask_first: Text
    dose: Text
    how_often: Text
    about: Text
    rest: Annotated[str, blanks("time")]
    from_: Annotated[str, blanks("source"), Field(alias="from")]
    settles: Text
    mistakes: Text
    versions: Text
    easier: Text
    harder: Text
    moving: Text
    facts: Text
    level: Annotated[str, blanks("level", "levels")]
    minutes: Counted
    need: Annotated[str, blanks("things")]
    need_nothing: Text
    floor: Text
    no_floor: Text
    print: Text
    print_card: Text
    read_on: Text


class GalleryWords(Section):
    """The labels of the page that shows all exercises."""

    filter: Text
    floor: Text
    either: Text
    position: Text
    any_position: Text
    kind: Text
    any_kind: Text
    equipment: Text
    anything: Text
    nothing: Text
    level: Text
    any_level: Text
    count: Counted
    none: Text
    show_all: Text
    level_of: Annotated[str, blanks("level")]
    minutes: Annotated[str, blanks("number")]

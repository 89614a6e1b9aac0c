"""The words of "My exercises": the page on which someone does a plan, with a timer and ticks."""

from typing import Annotated

from kit.entry import FileName
from kit.phrase import Counted, Text, blanks
from kit.words.section import Section


class TimerWords(Section):
    """What the timer shows and says: its buttons, each part of an exercise, and where one may stop."""

    start: Text
    again: Text
    pause: Text
    go_on: Text
    skip: Text
    redo: Text
    enough: Text
    name: Text
    paused: Text
    ready: Text
    move: Text
    hold: Text
    back: Text
    rest: Text
    change: Text
    walk: Text
    over: Text
    set: Annotated[str, blanks("number", "sets")]
    repeat: Annotated[str, blanks("number", "repeats")]
    of: Annotated[str, blanks("repeats")]
    seconds: Counted
    minutes: Counted
    one_side: Text
    other_side: Text
    may_stop: Annotated[str, blanks("number")]
    may_stop_time: Text
    may_let_go: Text
    may_begin: Text


class TickWords(Section):
    """What is said about the ticks for what was done."""

    done: Text
    done_of: Annotated[str, blanks("number", "times")]
    times: Counted
    done_all: Text
    done_some: Annotated[str, blanks("number", "exercises")]
    week: Text
    day: Annotated[str, blanks("day", "done")]
    today: Annotated[str, blanks("day")]
    count: Counted
    none: Text
    private: Text
    not_kept: Text
    save: Text
    file: FileName
    saved: Text
    delete: Text
    deleted: Text
    undo: Text
    undone: Text
    ticked: Annotated[str, blanks("title")]
    unticked: Annotated[str, blanks("title")]


class MineWords(Section):
    """The labels of the page, and the words that its scripts need; `{link}` is where a link stands."""

    together: Text
    together_told: Text
    failed: Text
    today: Annotated[str, blanks("day")]
    days: Annotated[str, blanks("days")]
    exercises: Counted
    about: Counted
    begin: Text
    begin_again: Text
    other_days: Text
    place: Annotated[str, blanks("number", "exercises")]
    to_list: Text
    done: Text
    next: Text
    previous: Text
    none_today: Text
    as_told: Text
    own_pace: Text
    sore: Text
    sore_told: Text
    sore_now: Text
    sore_none: Text
    sound: Text
    speech: Text
    no_voice: Text
    play: Text
    still: Text
    print: Text
    change: Text
    help: Text
    no_plan: Text
    no_plan_told: Text
    ready_sets: Text
    own_choice: Annotated[str, blanks("link")]
    studio: Text
    timer: TimerWords
    ticks: TickWords

"""The words of the print studio: its page, what it says while one chooses, and its sheets."""

from typing import Annotated, Literal

from kit.entry import FileName
from kit.phrase import Counted, Text, blanks
from kit.words.section import Section
from pydantic import Field


class Choice(Section):
    """One of several to choose from, and when it is right."""

    title: Text
    text: Text | None = None


class ItemWords(Section):
    """The labels of an exercise to choose, and of a card in the list."""

    level: Annotated[str, blanks("level")]
    level_option: Annotated[str, blanks("level", "name")]
    add: Text
    added: Text
    along: Text
    along_why: Text
    leave_out: Text
    change: Text
    amounts: dict[Literal["start", "own", "blank"], Text]
    fields: dict[
        Literal["sets", "reps", "minutes", "hold_s", "days_a_week", "times_a_day", "side", "load", "on_days"], Text
    ]
    more: Text
    sides: dict[Literal["both", "left", "right"], Text]
    no_load: Text
    too_long: Counted
    wrong: Annotated[str, blanks("low", "high")]
    blank: Text
    drag: Text
    up: Annotated[str, blanks("title")]
    down: Annotated[str, blanks("title")]
    take_out: Annotated[str, blanks("title")]


class SaidWords(Section):
    """What the studio says when something changes, and how much is chosen."""

    exercises: Counted
    none_fits: Text
    added: Annotated[str, blanks("title")]
    taken_out: Annotated[str, blanks("title")]
    came_along: Annotated[str, blanks("title")]
    went_along: Annotated[str, blanks("title")]
    left_out: Text
    moved: Annotated[str, blanks("title", "number", "cards")]
    own_order: Text
    dose: Annotated[str, blanks("title", "much", "often")]
    blank: Annotated[str, blanks("title")]
    set: Annotated[str, blanks("title", "cards")]
    set_added: Annotated[str, blanks("title", "cards")]
    date: Annotated[str, blanks("day", "month")]
    again: Annotated[str, blanks("date")]
    back: Annotated[str, blanks("date", "cards")]
    kept: Text
    deleted: Text
    not_kept: Text
    in_list: Counted
    undone: Annotated[str, blanks("cards")]
    cleared: Text
    cleared_all: Text
    nothing: Text
    about: Counted
    uncounted: Counted
    many: Annotated[str, blanks("number")]
    days: Counted
    copied: Text
    marked: Text
    sheets: Counted
    pages: Annotated[str, blanks("pages", "sheets", "paper")]


class LinkWords(Section):
    """What is said about a link that cannot be read, or not all of it."""

    not_all: Text
    more: Annotated[str, blanks("number")]
    too_long: Annotated[str, blanks("number")]
    no_plan: Text
    other_version: Text
    broken: Text
    cut: Text
    changed: Text
    empty: Text
    no_paper: Text
    no_layout: Text
    no_sides: Text
    no_order: Text
    no_day: Text
    unknown: Annotated[str, blanks("exercises", "names")]
    and_more: Annotated[str, blanks("names")]
    twice: Counted
    dose: Annotated[str, blanks("title", "parts")]
    parts: dict[
        Literal["all", "sets", "reps", "minutes", "hold_s", "days_a_week", "times_a_day", "side", "load", "on_days"],
        Text,
    ]


class AdviceWords(Section):
    """What to choose in the print window, and what to do with the sheets."""

    print: Text
    print_both: Text
    cut: Text
    fold_cards: Text
    fold_sheets: Text


class EventWords(Section):
    """The event in a calendar, the name of its file without its ending, and what is said about it."""

    title: Text
    file: FileName
    no_day: Text
    no_exercise: Text
    saved: Text


class NotesWords(Section):
    """The fields for notes and the clinic, and what is said beside them."""

    plan: Text
    card: Annotated[str, blanks("title")]
    add: Text
    clinic: Text
    clinic_name: Text
    telephone: Text
    keep: Text
    keep_told: Text
    room: Counted
    full: Text
    too_long: Counted
    no_room: Text
    nowhere: Text
    lacks: Annotated[str, blanks("letters")]
    and_more: Annotated[str, blanks("letters", "number")]
    no_code: Text
    left_off: Annotated[str, blanks("notes")]
    too_full: Annotated[str, blanks("title")]


class SheetWords(Section):
    """What stands on a sheet, besides the words of exercises and cards."""

    page: Annotated[str, blanks("number", "pages")]
    front: Annotated[str, blanks("page")]
    back: Annotated[str, blanks("page")]
    fold: Annotated[str, blanks("page")]
    name_for: Annotated[str, blanks("name")]
    plan_for: Annotated[str, blanks("name")]
    plan: Text
    time: Counted
    time_in_all: Counted
    more: Annotated[str, blanks("number")]
    went: Text
    handout: Text
    date: Text
    log: Text
    starting: Text
    week: Annotated[str, blanks("number")]
    weeks: Annotated[str, blanks("first", "last")]
    ticks: Text
    card_code: Annotated[str, blanks("title")]
    plan_code: Text
    scan: Text
    note: Text
    ring: Annotated[str, blanks("name", "telephone")]
    ring_number: Annotated[str, blanks("telephone")]
    ask: Annotated[str, blanks("name")]


class StudioWords(Section):
    """The labels of the studio's page, and the words that its scripts need; `{link}` is where a link stands."""

    needs_script: Text
    without_script: Annotated[str, blanks("link")]
    ready_cards: Text
    hurry: Annotated[str, blanks("link")]
    ready_set: Text
    failed: Text
    choose: Text
    begin: Text
    only_set: Text
    exercises: Text
    search: Text
    example: Text
    filters: Text
    where: Text
    anywhere: Text
    kind: Text
    any_kind: Text
    level: Text
    any_level: Text
    list: Text
    order: Text
    orders: dict[Literal["auto", "own"], Choice]
    undo: Text
    clear: Text
    keep: Text
    keep_told: Text
    paper_and_layout: Text
    layout: Text
    layouts: dict[Literal["four", "two", "single", "rows", "log"], Choice]
    sides: Text
    ways: dict[Literal["one", "duplex", "fold"], Choice]
    paper: Text
    name_and_notes: Text
    private: Text
    name: Text
    print: Text
    phone: Annotated[str, blanks("link")]
    ready_pdfs: Text
    share: Text
    link_holds: Text
    copy_link: Text
    copied: Text
    show_code: Text
    hide_code: Text
    code: Text
    code_told: Text
    calendar: Text
    days: Text
    weekdays: Annotated[tuple[Text, ...], Field(min_length=7, max_length=7)]
    time: Text
    weeks: Text
    week: Counted
    get_calendar: Text
    preview: Text
    empty: Text
    sheets: Text
    items: ItemWords
    says: SaidWords
    link: LinkWords
    advice: AdviceWords
    event: EventWords
    notes: NotesWords
    sheet: SheetWords

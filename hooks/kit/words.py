"""The words of a guide that stand in no page: labels, sentences and names, shared by site, cards, studio and log."""

import datetime as dt
from typing import Annotated, Any, Literal, TypeVar, get_args

from kit.mine_words import MineWords
from kit.phrase import Counted, Text, blanks, fill
from kit.problem import Problem, did_you_mean
from kit.record import check, read_yaml
from kit.studio_words import StudioWords
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

Stage = Literal["start", "build", "flare"]
STAGES: tuple[Stage, ...] = ("start", "build", "flare")
"""The three amounts of an exercise, in the order in which they are told."""
Basis = Literal["trial", "guideline", "usual practice", "editorial"]
Verdict = Literal["supported", "partly-supported", "unsupported", "contradicted", "safety-advice", "definition"]
Certainty = Literal["high", "moderate", "low"]
SourceKind = Literal[
    "guideline",
    "systematic-review",
    "trial",
    "cohort",
    "lab-study",
    "consensus",
    "reference-work",
    "official-page",
    "standard",
    "dataset",
]
Level = Literal["now", "today", "soon"]
"""How soon a warning sign needs help."""
FoundKind = Literal["sign", "answer", "exercise", "evidence", "page"]
"""What a page that was found is."""
LayoutName = Literal["standard", "large", "single", "sheet"]
SidesName = Literal["one-sided", "duplex", "fold-over"]
PaperName = Literal["a4", "letter"]
Value = TypeVar("Value")
Short = Annotated[str, Field(min_length=1, max_length=36)]
"""What stands in a chart, on one line."""


def among(names: Any) -> AfterValidator:  # noqa: ANN401 a Literal
    """Return the check that a text is one of the names of a Literal."""
    wanted = [str(name) for name in get_args(names)]

    def known(name: str) -> str:
        if name not in wanted:
            raise ValueError(f'expected {", ".join(wanted)}, found "{name}".{did_you_mean(name, wanted)}')
        return name

    return AfterValidator(known)


def every(names: Any) -> AfterValidator:  # noqa: ANN401 a Literal
    """Return the check that a mapping has a value for each name of a Literal."""
    wanted = [str(name) for name in get_args(names)]

    def whole(found: dict[str, Value]) -> dict[str, Value]:
        if missing := [name for name in wanted if name not in found]:
            raise ValueError(f'expected all of {", ".join(wanted)}. Add "{missing[0]}".')
        return found

    return AfterValidator(whole)


class Section(BaseModel):
    """Words that belong together."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", protected_namespaces=())


class Dates(Section):
    """How days are written."""

    long: Annotated[str, blanks("day", "month", "year")]
    short: Annotated[str, blanks("day", "mon", "year")]
    months: Annotated[tuple[Text, ...], Field(min_length=12, max_length=12)]
    days: Annotated[tuple[Text, ...], Field(min_length=7, max_length=7)]

    def say(self, day: dt.date) -> str:
        """Return a day in words: `23 November 2026`."""
        return fill(self.long, day=day.day, month=self.months[day.month - 1], year=day.year)

    def say_short(self, day: dt.date) -> str:
        """Return a day in few letters: `23 Nov 2026`."""
        return fill(self.short, day=day.day, mon=self.months[day.month - 1][:3], year=day.year)


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
    loads: dict[Annotated[str, Field(pattern=r"^[a-z0-9]{1,4}$")], Text] = {}
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


class EvidenceWords(Section):
    """The labels of notes, sources and the list of claims."""

    notes: Text
    cited: Annotated[str, blanks("text", "number")]
    note: Annotated[str, blanks("number")]
    article_says: Text
    we_say: Text
    where_from: Text
    no_source: Text
    in_the_list: Text
    close: Text
    sources: Text
    more_sources: Counted
    treated: Counted
    second_hand: Text
    no_date: Text
    updated: Annotated[str, blanks("year")]
    open_source: Text
    as_table: Text
    not_shown: Text
    source: Text
    totals: Counted
    totals_summary: Annotated[str, blanks("counts")]
    totals_columns: Annotated[tuple[Short, ...], Field(min_length=2, max_length=2)]
    none: Text
    every_claim: Text
    jump: Text
    facts: Text
    facts_told: Text
    filter: Text
    verdict: Text
    all_verdicts: Text
    part: Text
    all_parts: Text
    show_all: Text
    open_all: Text
    shown: Annotated[str, blanks("shown", "number")]
    why: Text
    say: Text
    read_more: Text
    exercise: Text
    also_says: Text
    claim_sources: Text
    found_none: Text
    used_by: Annotated[str, blanks("entries", "pages")]
    entries: Counted
    pages: Counted
    pages_list: Text
    take: Text
    take_told: Annotated[str, blanks("csl", "bibtex")]
    heading_link: Text
    claim_link: Text
    authors_unknown: Text
    and_others: Annotated[str, blanks("names")]
    certainty: Annotated[dict[Annotated[str, among(Certainty)], Text], every(Certainty)]
    verdicts: Annotated[dict[Annotated[str, among(Verdict)], Short], every(Verdict)]
    phrases: dict[Annotated[str, among(Verdict)], tuple[Text, ...]]
    kinds: Annotated[dict[Annotated[str, among(SourceKind)], Counted], every(SourceKind)]


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


class NotFoundWords(Section):
    """What the page says that stands in for one which is not there."""

    title: Text
    why: Text
    near: Text
    search: Annotated[str, blanks("words")]
    ways: Text


class PageWords(Section):
    """What stands around every page."""

    checked: Annotated[str, blanks("date")]
    due: Annotated[str, blanks("date")]
    overdue: Annotated[str, blanks("date")]
    suggest: Text
    source: Text | None = None


class FrameWords(Section):
    """What the frame around every page says: its menu, and the choice of colours."""

    skip: Text
    parts: Text
    pages: Text
    path: Text
    on_this_page: Text
    onward: Text
    before: Text
    after: Text
    menu: Text
    close: Text
    colours: Text
    colours_choose: Text
    colours_system: Text
    colours_light: Text
    colours_dark: Text


class SearchWords(Section):
    """What the search says: its field, what kind of page each result is, and what to do when nothing is found."""

    title: Text
    label: Text
    found: Counted
    none: Text
    none_next: Text
    missing: Text
    failed: Text
    sign: Text
    levels: Annotated[dict[Annotated[str, among(Level)], Text], every(Level)]
    kinds: Annotated[dict[Annotated[str, among(FoundKind)], Text], every(FoundKind)]


class OfflineWords(Section):
    """What is said about keeping the site for times without a network, and on the page that stands in without one."""

    title: Text
    told: Annotated[str, blanks("size")]
    press: Text
    again: Text
    keeping: Text
    bar: Text
    kept: Text
    room: Text
    failed: Text
    archive: Annotated[str, blanks("size")]
    archive_told: Text
    away: Text
    away_why: Text
    away_ways: Text


class Named(Section):
    """What a layout, or a way to use the sides of the paper, is called, and when it is right."""

    title: Text
    text: Text


class ChooseWords(Section):
    """The two questions of the page of cards, and the one file that is the answer."""

    set: Text
    how: Text
    kind: Text
    open: Text
    all: Text


class CardWords(Section):
    """The words on printed sheets that belong to no exercise, and those of the page that lists the sheets."""

    emergency: Text | None = None
    signs: Text | None = None
    ask_first: Text
    ruler: Text
    code: Text
    ticks: Text
    layouts: Annotated[dict[Annotated[str, among(LayoutName)], Named], every(LayoutName)]
    sides: Annotated[dict[Annotated[str, among(SidesName)], Named], every(SidesName)]
    your_paper: Text
    count: Counted
    pages: Counted
    file: Annotated[str, blanks("paper", "pages", "size")]
    newer: Text
    newer_told: Annotated[str, blanks("yours", "version", "date")]
    newest: Text
    newest_told: Annotated[str, blanks("version", "date")]
    compare: Text
    compare_version: Annotated[str, blanks("version")]
    compare_told: Annotated[str, blanks("date")]
    compare_title: Text
    open: Text
    print: Text
    changed: Text | None = None
    choose: ChooseWords | None = None


class FigureWords(Section):
    """The words of moving figures and of the curves of a walker's joints."""

    play: Text
    pause: Text
    play_slowly: Text
    back: Text
    back_one: Text
    next: Text
    next_one: Text
    slide: Text
    percent: Annotated[str, blanks("phase", "number")]
    phase_percent: Annotated[str, blanks("first", "last")]
    hip: Text
    hip_high: Text
    knee: Text
    knee_high: Text
    ankle: Text
    ankle_high: Text
    high_is: Annotated[str, blanks("meaning")]
    curve: Annotated[str, blanks("joint", "lowest", "highest", "high")]
    note: Text


class Words(Section):
    """The file `words.yml`. A part that a guide has no use for may be missing."""

    language: Text
    publisher: Text
    licence: Text
    credit: Annotated[str, blanks("version", "date", "licence")]
    checked: Text | None = None
    dates: Dates
    papers: Annotated[dict[Annotated[str, among(PaperName)], Text], every(PaperName)]
    dose: DoseWords | None = None
    exercise: ExerciseWords | None = None
    gallery: GalleryWords | None = None
    questions: QuestionWords | None = None
    evidence: EvidenceWords | None = None
    figures: FigureWords | None = None
    page: PageWords | None = None
    frame: FrameWords | None = None
    search: SearchWords | None = None
    today: TodayWords | None = None
    offline: OfflineWords | None = None
    not_found: NotFoundWords | None = None
    cards: CardWords | None = None
    studio: StudioWords | None = None
    mine: MineWords | None = None


def read_words(source: str | bytes, *, file: str) -> tuple[Words | None, list[Problem]]:
    """Return the words in one YAML text, or None with every key that is wrong."""
    record, problems = read_yaml(source, file=file)
    return (None, problems) if record is None else check(record, Words)

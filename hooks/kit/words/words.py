"""The words of a guide that stand in no page: labels, sentences and names, shared by site, cards, studio and log."""

import datetime as dt
import re
from typing import Annotated

from kit.phrase import Text, blanks, fill
from kit.problem import Problem, shortened
from kit.record import check, read_yaml
from kit.words.card import CardWords
from kit.words.evidence import EvidenceWords
from kit.words.exercise import DoseWords, ExerciseWords, GalleryWords
from kit.words.figure import FigureWords
from kit.words.frame import FrameWords, NotFoundWords, OfflineWords, PageWords, SearchWords
from kit.words.mine import MineWords
from kit.words.names import PaperName
from kit.words.question import QuestionWords, TodayWords
from kit.words.section import Section, among, every
from kit.words.studio import StudioWords
from pydantic import AfterValidator, Field


def read_language(text: str) -> str:
    """Return the code of a language; raise ValueError for anything else, which no sheet can be set in."""
    if not re.fullmatch(r"[a-z]{2}", text):
        raise ValueError(f'a language is two letters such as "en", found "{shortened(text)}".')
    return text


Language = Annotated[str, AfterValidator(read_language)]


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


class Words(Section):
    """The file `words.yml`. A part that a guide has no use for may be missing."""

    language: Language
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

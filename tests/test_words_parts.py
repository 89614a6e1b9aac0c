"""The parts of the words: each word has to be there, and what a part may and must name is checked."""

from typing import Annotated, Any, Literal

import pytest
import yaml
from building import ROOT
from kit.record import Record, check
from kit.words.card import CardWords
from kit.words.evidence import EvidenceWords
from kit.words.exercise import DoseWords, ExerciseWords, GalleryWords
from kit.words.figure import FigureWords
from kit.words.frame import FrameWords, NotFoundWords, OfflineWords, PageWords, SearchWords
from kit.words.question import QuestionWords, TodayWords
from kit.words.section import Section, among, every
from pydantic import BaseModel

Light = Literal["red", "amber", "green"]
PARTS: dict[str, type[BaseModel]] = {
    "cards": CardWords,
    "dose": DoseWords,
    "evidence": EvidenceWords,
    "exercise": ExerciseWords,
    "figures": FigureWords,
    "frame": FrameWords,
    "gallery": GalleryWords,
    "not_found": NotFoundWords,
    "offline": OfflineWords,
    "page": PageWords,
    "questions": QuestionWords,
    "search": SearchWords,
    "today": TodayWords,
}
OURS: dict[str, Any] = yaml.safe_load((ROOT / "docs/words.yml").read_text("utf-8"))


@pytest.mark.parametrize("part", PARTS)
def test_no_word_of_a_part_may_be_empty_or_a_number(part: str) -> None:
    words = {key: each for key, each in OURS[part].items() if isinstance(each, str)}
    assert len(words) > 2
    for key in words:
        for wrong in ("", 7):
            _, told = check(Record("words.yml", {**OURS[part], key: wrong}), PARTS[part])
            assert [each.rule for each in told] == [key]


@pytest.mark.parametrize("part", PARTS)
def test_an_unknown_key_of_a_part_is_told_with_the_one_that_was_meant(part: str) -> None:
    known = next(key for key in OURS[part] if len(key) > 4)
    _, ((told),) = check(Record("words.yml", {**OURS[part], f"{known}x": "Words"}), PARTS[part])
    assert told.rule == f"{known}x"
    assert f'Did you mean "{known}"?' in told.text


class Lights(Section):
    """Each light with what it means."""

    say: Annotated[dict[Annotated[str, among(Light)], str], every(Light)]


def told(say: dict[str, str]) -> list[tuple[str, str]]:
    return [(each.rule, each.text) for each in check(Record("words.yml", {"say": say}), Lights)[1]]


def test_a_name_that_is_not_on_the_list_is_told_with_the_list() -> None:
    assert told({"red": "Stop", "amber": "Wait", "green": "Go"}) == []
    ((rule, text),) = told({"red": "Stop", "amber": "Wait", "gren": "Go"})
    assert rule == "say.gren"
    assert text.startswith('expected red, amber, green, found "gren". Did you mean "green"?')


def test_a_name_that_is_left_out_is_told_and_the_rest_listed() -> None:
    assert told({"red": "Stop", "green": "Go"}) == [("say", 'expected all of red, amber, green. Add "amber".')]

"""The words of moving figures."""

from typing import Annotated

from kit.phrase import Text, blanks
from kit.words.section import Section


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

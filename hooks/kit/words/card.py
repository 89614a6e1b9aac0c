"""The words on printed sheets, and those of the page that lists the sheets."""

from typing import Annotated

from kit.phrase import Counted, Text, blanks
from kit.words.names import LayoutName, SidesName
from kit.words.section import Section, among, every


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

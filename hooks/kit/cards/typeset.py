"""Typesetting: data put into a Typst template gives a tagged PDF."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import PurePath
from typing import Literal, Protocol

import typst

TEMPLATES = PurePath(__file__).parent / "sheets"
"""The folder of the templates, with nothing else in it."""
PDF_STANDARD: Literal["ua-1"] = "ua-1"
UNDATED = dt.date(2000, 1, 1)
"""A fixed day for what is no PDF in the end, so that the same data gives the same bytes."""
VERSION = version("typst")
DATA = "document.json"
"""The file beside the templates that they read. What Typst remembers of one document then serves the next; passed as
an input of the compiler, other data would void all of it."""


class SettingError(Exception):
    """What Typst said when it could not or would not set a document."""


class Desk(Protocol):
    """A folder to work in, which nobody else uses."""

    @property
    def folder(self) -> PurePath:
        """The folder."""

    def put(self, name: str, content: bytes) -> None:
        """Write a file under a name, which may have folders in it."""


@dataclass(frozen=True)
class Tools:
    """What a print run needs: fonts as browsers load them (WOFF2), templates by name, and threads to set with.

    `code` is a key of the program that prints: what another one made is not taken for its own.
    """

    fonts: Sequence[bytes]
    templates: Mapping[str, bytes]
    threads: int = 1
    code: str = ""


@dataclass(frozen=True)
class Press:
    """A Typst compiler for each template, with a room of its own on the desk; one thread at a time may use it."""

    desk: Desk
    room: str
    compilers: Mapping[str, typst.Compiler]

    def pdf(self, template: str, data: str, files: Mapping[str, bytes], *, checked: dt.date = UNDATED) -> bytes:
        """Return the document of JSON data as PDF/UA-1, dated with the day of its newest check.

        Raise SettingError with what Typst said, warnings included.
        """
        noon = dt.datetime(checked.year, checked.month, checked.day, 12, tzinfo=dt.UTC)
        self.desk.put(f"{self.room}/{DATA}", data.encode())
        for name, content in files.items():
            self.desk.put(f"{self.room}/{name}", content)
        try:
            made, warnings = self.compilers[template].compile_with_warnings(
                format="pdf", pdf_standards=[PDF_STANDARD], timestamp=int(noon.timestamp())
            )
        except typst.TypstError as error:
            raise SettingError(error.message.removeprefix("assertion failed: ")) from error
        if warnings:
            raise SettingError("; ".join(warning.message for warning in warnings))
        if not isinstance(made, bytes):
            raise SettingError("Typst made no PDF.")
        return made


def presses(tools: Tools, desk: Desk, *, used: Iterable[str]) -> list[Press]:
    """Return a press for each thread, for the `used` ones of the templates, with these fonts and no others."""
    from kit.cards.font import unpacked  # noqa: PLC0415 slow to load, and a build that sets nothing needs none of it

    for number, font in enumerate(tools.fonts):
        desk.put(f"fonts/{number}.ttf", unpacked(font))
    folder = str(desk.folder / "fonts")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    found = []
    for room in (f"press-{number}" for number in range(tools.threads)):
        for name, text in tools.templates.items():
            desk.put(f"{room}/{name}", text)
        root = desk.folder / room
        compilers = {name: typst.Compiler(str(root / name), root=str(root), font_paths=fonts) for name in used}
        found.append(Press(desk, room, compilers))
    return found

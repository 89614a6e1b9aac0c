"""A print run: documents set as PDF and pictures of them, except those that are kept from an earlier run."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import Protocol

from kit.document import Document
from kit.typeset import VERSION, SettingError, press

PICTURE_PPI = 30


class Shelf(Protocol):
    """A folder where results are kept from one build to the next, by name."""

    @property
    def folder(self) -> PurePath:
        """The folder."""

    def get(self, name: str) -> bytes | None:
        """Return what was kept under a name."""

    def put(self, name: str, content: bytes) -> None:
        """Keep something under a name."""


@dataclass(frozen=True)
class Print:
    """What was made of a document: the PDF and a PNG of its first page."""

    pdf: bytes
    picture: bytes


def print_run(
    documents: Iterable[Document], shelf: Shelf, *, fonts: Sequence[bytes], templates: Sequence[bytes], presses: int
) -> tuple[Mapping[str, Print], Mapping[str, str]]:
    """Return the prints of documents by id, and what was said of each document that could not be set.

    `fonts` are TrueType files. A document is set again when it changed, or a font, a template or Typst itself.
    Each of the `presses` keeps one core busy.
    """
    documents = tuple(documents)
    family = f"fonts-{_hash(*fonts)[:16]}"
    for number, font in enumerate(fonts):
        shelf.put(f"{family}/{number}.ttf", font)
    tools = _hash(*fonts, *templates, f"{VERSION} {PICTURE_PPI}".encode())
    keys = {each.id: _hash(tools.encode(), each.key.encode()) for each in documents}
    kept = {each.id: _kept(keys[each.id], shelf) for each in documents}
    missing = [each for each in documents if kept[each.id] is None]
    made: dict[str, Print | str] = {}
    folder = str(shelf.folder / family)
    parts = [missing[start::presses] for start in range(presses)]
    with ThreadPoolExecutor(presses) as pool:
        for some in pool.map(_set, parts, [folder] * presses):
            made |= some
    for name, each in made.items():
        if isinstance(each, Print):
            shelf.put(f"{keys[name]}.pdf", each.pdf)
            shelf.put(f"{keys[name]}.png", each.picture)
    results = [(each.id, kept[each.id] or made[each.id]) for each in documents]
    prints = {name: each for name, each in results if isinstance(each, Print)}
    return prints, {name: each for name, each in results if isinstance(each, str)}


def _hash(*parts: bytes) -> str:
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()


def _kept(key: str, shelf: Shelf) -> Print | None:
    pdf, picture = shelf.get(f"{key}.pdf"), shelf.get(f"{key}.png")
    return Print(pdf, picture) if pdf and picture else None


def _set(documents: Sequence[Document], fonts: str) -> dict[str, Print | str]:
    if not documents:
        return {}
    machine = press(*sorted({each.template for each in documents}), fonts=fonts)
    made: dict[str, Print | str] = {}
    for each in documents:
        try:
            pdf = machine.pdf(each.template, each.data)
            made[each.id] = Print(pdf, machine.picture(each.template, each.first_page, pixels_per_inch=PICTURE_PPI))
        except SettingError as refusal:
            made[each.id] = str(refusal)
    return made

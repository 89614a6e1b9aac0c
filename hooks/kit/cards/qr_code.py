"""A QR code: an address as squares that a phone reads, drawn as SVG."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import segno
from kit.shelf import Shelf, content_key

QUIET_MODULES = 4
"""White modules on each side, as ISO/IEC 18004 asks for."""

DARK = "#000"
"""Colour of a dark module: a grey one is lost in a light copy."""
HEIGHT = 1.02
"""Height of a row of modules as drawn: a little more than the row, so that no seam shows between two of them."""


@dataclass(frozen=True)
class QrCode:
    """The drawing, quiet zone included, and how many modules the symbol has along each side without it."""

    svg: str
    modules: int


def kept_code(text: str, shelf: Shelf) -> QrCode:
    """Return the code of a text, from the shelf where it is kept: trying all masks of a code is slow."""
    name = f"{content_key(text, segno.__version__, DARK, HEIGHT)}.json"
    try:
        svg, modules = json.loads(shelf.get(name) or b"")
        return QrCode(str(svg), int(modules))
    except (ValueError, TypeError):
        code = qr_code(text)
        shelf.put(name, json.dumps([code.svg, code.modules]).encode())
        return code


def qr_code(text: str) -> QrCode:
    """Return the code of a text; error level M, or better where that needs no more room."""
    code = segno.make(text, error="m", micro=False)
    side = len(code.matrix)
    whole = side + 2 * QUIET_MODULES
    runs = "".join(
        f"M{start + QUIET_MODULES} {row + QUIET_MODULES}.5h{length}"
        for row, modules in enumerate(code.matrix)
        for start, length in _runs(modules)
    )
    start = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}">'
    return QrCode(f'{start}<path stroke="{DARK}" stroke-width="{HEIGHT}" d="{runs}"/></svg>', side)


def _runs(modules: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where each run of dark modules starts in a row, and how many there are."""
    start = 0
    for dark, run in groupby(modules):
        length = len(list(run))
        if dark:
            yield start, length
        start += length

"""A QR code: an address as squares that a phone reads, drawn as SVG."""

from dataclasses import dataclass

import segno

QUIET_MODULES = 4
"""White modules on each side, as ISO/IEC 18004 asks for."""

DARK = "#5a5a5a"
"""Colour of a dark module: a third less ink than black, and phones read it as well."""


@dataclass(frozen=True)
class QrCode:
    """The drawing, quiet zone included, and how many modules the symbol has along each side without it."""

    svg: str
    modules: int


def qr_code(text: str) -> QrCode:
    """Return the code of a text; error level M, or better where that needs no more room."""
    code = segno.make(text, error="m", micro=False)
    side = len(code.matrix)
    whole = side + 2 * QUIET_MODULES
    squares = "".join(
        f"M{column + QUIET_MODULES} {row + QUIET_MODULES}h1v1h-1z"
        for row, modules in enumerate(code.matrix)
        for column, dark in enumerate(modules)
        if dark
    )
    start = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}">'
    return QrCode(f'{start}<path fill="{DARK}" d="{squares}"/></svg>', side)

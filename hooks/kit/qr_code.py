"""A QR code: an address as squares that a phone reads, drawn as SVG."""

from dataclasses import dataclass
from io import BytesIO

import segno

QUIET_MODULES = 4
"""White modules on each side, as ISO/IEC 18004 asks for."""


@dataclass(frozen=True)
class QrCode:
    """The drawing, quiet zone included, and how many modules the symbol has along each side without it."""

    svg: str
    modules: int


def qr_code(text: str) -> QrCode:
    """Return the code of a text; error level M, or better where that needs no more room."""
    code = segno.make(text, error="m", micro=False)
    drawn = BytesIO()
    code.save(drawn, kind="svg", border=QUIET_MODULES, xmldecl=False, omitsize=True, svgclass=None, lineclass=None)
    return QrCode(drawn.getvalue().decode(), len(code.matrix))

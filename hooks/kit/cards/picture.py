"""A picture on a card: a drawing or an image file, its size, and the words for those who do not see it."""

import re
import warnings
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

LENGTH = r"[\s,]+(\d+\.?\d*|\.\d+)"
VIEW_BOX = re.compile(rf"""\bviewBox=["']\s*[\d.-]+[\s,]+[\d.-]+{LENGTH}{LENGTH}\s*["']""")
LARGEST_PIXELS = 40_000_000


@dataclass(frozen=True)
class Art:
    """What is drawn: SVG as text, or the name under which the bytes of an image file lie beside the document."""

    svg: str
    file: str
    width: float
    height: float


def drawn(svg: str) -> Art:
    """Return a drawing of the build with the size of its view box."""
    width, height = size(svg)
    return Art(svg, "", width, height)


def image(content: bytes, ending: str) -> Art | None:
    """Return an image file (`.png`, `.jpg`, `.svg`) with its size, or None when it cannot be read as one."""
    if ending == ".svg":
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return None
        return drawn(text) if VIEW_BOX.search(text) else None
    found = _pixels(content)
    if found is None:
        return None
    width, height = found
    return Art("", f"{sha256(content).hexdigest()[:16]}{ending}", float(width), float(height))


def size(svg: str) -> tuple[float, float]:
    """Return the width and height of a drawing; those of a square where there is none."""
    box = VIEW_BOX.search(svg)
    return (float(box[1]), float(box[2])) if box and float(box[1]) and float(box[2]) else (1.0, 1.0)


def _pixels(content: bytes) -> tuple[int, int] | None:
    """Return the size of a PNG or JPEG; None for one that is neither, is broken or would fill the memory."""
    from PIL import Image  # noqa: PLC0415 slow to load, and most guides draw all their pictures

    bombs = (Image.DecompressionBombError, Image.DecompressionBombWarning)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as found:
                width, height = found.size
                if width * height > LARGEST_PIXELS:
                    return None
                found.load()  # a file may break off in the middle
    except (OSError, ValueError, SyntaxError, *bombs):  # what Pillow raises for a broken file too
        return None
    return width, height

"""A font: the compressed file that browsers load, unpacked for programs that cannot read it."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # ships no types


def letters(fonts: Sequence[bytes]) -> list[tuple[int, int]]:
    """Return the code points that all of these fonts have, as ranges from the first to the last."""
    common = sorted(frozenset.intersection(*(codes(font) or frozenset() for font in fonts))) if fonts else []
    ends = [index for index, code in enumerate(common) if common[index + 1 : index + 2] != [code + 1]]
    starts = [0, *(index + 1 for index in ends[:-1])]
    return [(common[start], common[end]) for start, end in zip(starts, ends, strict=False)]


@lru_cache(maxsize=8)
def codes(font: bytes) -> frozenset[int] | None:
    """Return the code points that a font has, or None where it cannot be read."""
    try:
        return frozenset(TTFont(BytesIO(font)).getBestCmap())
    except Exception:  # noqa: BLE001 bytes that are no font end in many ways
        return None


def unpacked(woff2: bytes) -> bytes:
    """Return the TrueType file in a WOFF2 file, the same bytes each time."""
    font = TTFont(BytesIO(woff2), recalcTimestamp=False)
    font.flavor = None
    plain = BytesIO()
    font.save(plain)
    return plain.getvalue()

"""A font: the compressed file that browsers load, unpacked for programs that cannot read it."""

from io import BytesIO

from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # ships no types


def unpacked(woff2: bytes) -> bytes:
    """Return the TrueType file in a WOFF2 file, the same bytes each time."""
    font = TTFont(BytesIO(woff2), recalcTimestamp=False)
    font.flavor = None
    plain = BytesIO()
    font.save(plain)
    return plain.getvalue()

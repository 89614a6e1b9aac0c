"""A thumbnail: the first page of a PDF as a small PNG in shades of grey, as most people print it."""

from io import BytesIO

PIXELS_PER_INCH = 24
SHADES = 8
"""Enough for letters and lines this small: a picture is 5 kB, where full colour at 30 pixels took 45 kB."""


def thumbnail(pdf: bytes) -> bytes:
    """Return the picture of the first page; one thread at a time may call this."""
    import pypdfium2  # noqa: PLC0415 slow to load, and a build that sets nothing needs none of it

    with pypdfium2.PdfDocument(pdf) as document:
        grey = document[0].render(scale=PIXELS_PER_INCH / 72, grayscale=True).to_pil()
    picture = grey.point([value * SHADES // 256 for value in range(256)])
    picture.putpalette([shade * 255 // (SHADES - 1) for shade in range(SHADES) for _ in "RGB"])
    made = BytesIO()
    picture.save(made, "PNG", bits=4)
    return made.getvalue()

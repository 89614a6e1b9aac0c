"""A thumbnail: the first page of a PDF as a small PNG."""

from io import BytesIO

PIXELS_PER_INCH, COLOURS = 30, 16
"""As many as a page of thumbnails on a phone can bear: a picture of sixteen colours is a quarter of one of them all."""


def thumbnail(pdf: bytes) -> bytes:
    """Return the picture of the first page; one thread at a time may call this."""
    import pypdfium2  # noqa: PLC0415 slow to load, and a build that sets nothing needs none of it
    from PIL.Image import Dither  # noqa: PLC0415 same

    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=PIXELS_PER_INCH / 72).to_pil()
    made = BytesIO()
    picture.quantize(COLOURS, dither=Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()

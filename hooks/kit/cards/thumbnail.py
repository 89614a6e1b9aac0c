"""A thumbnail: the first page of a PDF as a small PNG."""

from io import BytesIO

PIXELS_PER_INCH = 30


def thumbnail(pdf: bytes) -> bytes:
    """Return the picture of the first page; one thread at a time may call this."""
    import pypdfium2  # noqa: PLC0415 slow to load, and a build that sets nothing needs none of it

    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[0].render(scale=PIXELS_PER_INCH / 72).to_pil()
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()

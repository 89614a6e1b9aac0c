"""What a PDF asks of the program that prints it: its true size, the sides of the paper, the tray of its size."""

from io import BytesIO
from typing import Literal

Duplex = Literal["Simplex", "DuplexFlipLongEdge", "DuplexFlipShortEdge"]
"""How a sheet wants to be printed, in the words of ISO 32000."""


def with_wishes(pdf: bytes, duplex: Duplex) -> bytes:
    """Return the PDF with viewer preferences: not scaled to fit, on these sides, from the tray of its size.

    Its objects are packed together (since PDF 1.5), which makes it a third smaller.
    """
    import pikepdf  # noqa: PLC0415 slow to load, and a build that sets nothing needs none of it

    with pikepdf.open(BytesIO(pdf)) as document:
        wishes = document.Root.get("/ViewerPreferences", pikepdf.Dictionary())
        wishes.PrintScaling = pikepdf.Name("/None")
        wishes.Duplex = pikepdf.Name(f"/{duplex}")
        wishes.PickTrayByPDFSize = True
        document.Root.ViewerPreferences = wishes
        made = BytesIO()
        document.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()

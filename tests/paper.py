"""What a printed PDF may not be: each function returns one sentence for each fault it finds."""

import ctypes
import re
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import urldefrag

import outloud  # type: ignore[import-untyped] # ships no types
import page as page_validation
import pikepdf
import pypdfium2 as pdfium
import zxingcpp
from PIL import Image
from pypdfium2 import raw

MM_PER_PT = 25.4 / 72
INK_LIMIT = {"sheet": 0.069, "single": 0.078, "cards": 0.085}
"""The most ink of a side, as the mean darkness of all of it. 7 % is what we want. The words of the fullest four fronts
and of the strip take 6 %, codes of 20 mm take 1.35 %, before a line is drawn."""


SET = re.compile(r"-(standard|large)-")
"""In the file name of each set of cards."""


def conformance(pdf: bytes) -> Iterator[str]:
    """Yield each rule of PDF/UA-1 that is broken, as two independent checkers see it."""
    report = page_validation.validate_pdf_bytes(pdf, profile="ua1")
    yield from (f"page-validation: {failure.rule_id}: {failure.message}" for failure in report.failures)
    if not report.is_compliant and not report.failures:
        yield "page-validation: not compliant"
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        result = outloud.check(file.name, layers=["conformance"])
    if result.error:
        yield f"outloud: {result.error}"
    yield from (
        f"outloud: {finding.rule}: {finding.message}" for finding in result.findings if finding.severity == "error"
    )


def words(pdf: bytes) -> Iterator[tuple[int, str, float, bool]]:
    """Yield page number, text, size in points and whether its font is embedded, for each piece of text."""
    with pdfium.PdfDocument(pdf) as document:
        for number, sheet in enumerate(document):
            text_page = sheet.get_textpage()
            for item in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
                matrix, size = item.get_matrix(), ctypes.c_float()
                raw.FPDFTextObj_GetFontSize(item.raw, size)
                scale = (matrix.c**2 + matrix.d**2) ** 0.5
                length = raw.FPDFTextObj_GetText(item.raw, text_page.raw, None, 0)
                buffer = (ctypes.c_ushort * (length // 2 + 1))()
                raw.FPDFTextObj_GetText(item.raw, text_page.raw, buffer, length)
                said = bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace")
                font = raw.FPDFTextObj_GetFont(item.raw)
                yield number, said, size.value * scale, bool(raw.FPDFFont_GetIsEmbedded(font))
            text_page.close()


def foreign_fonts(pdf: bytes) -> Iterator[str]:
    """Yield each text whose font is not in the file."""
    for number, said, _size, embedded in words(pdf):
        if not embedded:
            yield f'page {number + 1}: the font of "{said.strip()}" is not embedded'


def rasters(pdf: bytes, *, dots_per_inch: int) -> Iterator[Image.Image]:
    """Yield each page as a grey picture."""
    with pdfium.PdfDocument(pdf) as document:
        for sheet in document:
            yield sheet.render(scale=dots_per_inch / 72, grayscale=True).to_pil().convert("L")


def ink(picture: Image.Image) -> float:
    """Return the part of the paper that is covered, grey counted as part."""
    histogram = picture.histogram()
    return sum((255 - grey) * count for grey, count in enumerate(histogram)) / 255 / sum(histogram)


def too_dark(pdf: bytes, *, name: str = "a-standard-") -> Iterator[str]:
    """Yield each page that takes more ink than one of a PDF with such a file name may."""
    kind = "sheet" if name.startswith(("plan-", "log-")) else "cards" if SET.search(name) else "single"
    for number, picture in enumerate(rasters(pdf, dots_per_inch=200), 1):
        if (found := ink(picture)) > INK_LIMIT[kind]:
            yield f"page {number}: {found:.1%} ink, expected {INK_LIMIT[kind]:.0%} at most"


def codes(pdf: bytes, *, dots_per_inch: int = 150) -> list[list[str]]:
    """Return what the QR codes of each page say, read from a grey picture of it."""
    return [
        sorted(
            each.text
            for each in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
        )
        for picture in rasters(pdf, dots_per_inch=dots_per_inch)
    ]


def lost(url: str, site: Path, root: str) -> str | None:
    """Return why an address leads nowhere in the built site, or None when it does."""
    address, anchor = urldefrag(url)
    file = site / address.removeprefix(root) / "index.html"
    if not address.startswith(root) or not file.exists():
        return f"{url}: there is no such page"
    if anchor and f'id="{anchor}"' not in file.read_text(encoding="utf-8"):
        return f"{url}: the page has no such anchor"
    return None


def wishes(pdf: bytes) -> dict[str, str]:
    """Return what a PDF asks of the program that prints it, and the day on which it says that it was made."""
    with pikepdf.open(BytesIO(pdf)) as document:
        asked = {key.lstrip("/"): str(value) for key, value in document.Root.ViewerPreferences.items()}
        return asked | {"day": str(document.docinfo["/CreationDate"])[2:10]}


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of each page in millimetres."""
    with pdfium.PdfDocument(pdf) as document:
        return [tuple(round(side * MM_PER_PT, 2) for side in sheet.get_size()) for sheet in document]


def page_texts(pdf: bytes) -> list[str]:
    """Return the words of each page, line ends made blanks."""
    with pdfium.PdfDocument(pdf) as document:
        return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]

"""What a printed PDF may not be: each function returns one sentence for each fault it finds."""

import ctypes
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import outloud  # type: ignore[import-untyped] # ships no types
import page as page_validation
import pypdfium2 as pdfium
import zxingcpp
from PIL import Image, ImageDraw
from pypdfium2 import raw

MM_PER_PT = 25.4 / 72
INK_LIMIT = 0.05
DARK = 200
"""Grey below this is printed; above it is paper."""


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


def small_text(pdf: bytes, *, least: float, small_print: float = 10.0) -> Iterator[str]:
    """Yield each text that is smaller than `least` points and is no small print of exactly 10 points."""
    for number, said, size, _embedded in words(pdf):
        if said.strip() and size < least - 0.01 and abs(size - small_print) > 0.01:
            yield f'page {number + 1}: "{said.strip()}" has {size:.1f} points, expected {least:g} or more'


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


def too_dark(pdf: bytes) -> Iterator[str]:
    """Yield each page that takes more ink than it may."""
    for number, picture in enumerate(rasters(pdf, dots_per_inch=100), 1):
        if (found := ink(picture)) > INK_LIMIT:
            yield f"page {number}: {found:.1%} ink, expected {INK_LIMIT:.0%} at most"


def outside(pdf: bytes, data: Mapping[str, Any]) -> Iterator[str]:
    """Yield each page that prints anything outside the boxes of its cards, the strip and the cut and fold lines."""
    scale = 60 / 25.4
    paper = data["paper"]
    for number, picture in enumerate(rasters(pdf, dots_per_inch=60)):
        sheet, draw = data["sheets"][number], ImageDraw.Draw(picture)
        top = paper["height_mm"] - data["strip_mm"]
        boxes = [_corners(slot["live"]) for slot in sheet["slots"]]
        boxes.append((data["edge_mm"], top, paper["width_mm"] - data["edge_mm"], paper["height_mm"] - data["foot_mm"]))
        boxes += [_line(each) for each in (*sheet["cuts"], *sheet["folds"])]
        for left, upper, right, lower in boxes:
            grown = [(left - 0.6) * scale, (upper - 0.6) * scale, (right + 0.6) * scale, (lower + 0.6) * scale]
            draw.rectangle(grown, fill=255)
        found = picture.point(lambda grey: 255 if grey < DARK else 0).getbbox()
        if found:
            at = ", ".join(f"{value / scale:.0f}" for value in found)
            yield f"page {number + 1}: something is printed outside the boxes, at {at} mm"


def empty(pdf: bytes, data: Mapping[str, Any]) -> Iterator[str]:
    """Yield each card box in which nothing is printed."""
    scale = 60 / 25.4
    for number, picture in enumerate(rasters(pdf, dots_per_inch=60)):
        for slot in data["sheets"][number]["slots"]:
            left, upper, right, lower = (round(value * scale) for value in _corners(slot["live"]))
            if ink(picture.crop((left, upper, right, lower))) < 0.005:
                yield f"page {number + 1}: the box of card {slot['card'] + 1} is empty"


def titles(pdf: bytes, data: Mapping[str, Any]) -> Iterator[str]:
    """Yield each box that does not hold the title of the card that belongs there."""
    with pdfium.PdfDocument(pdf) as document:
        for number, sheet in enumerate(data["sheets"]):
            text = document[number].get_textpage()
            for slot in sheet["slots"]:
                left, top, right, bottom = (value / MM_PER_PT for value in _corners(slot["live"]))
                high = data["paper"]["height_mm"] / MM_PER_PT
                said = text.get_text_bounded(left=left, bottom=high - bottom, right=right, top=high - top)
                title = data["cards"][slot["card"]]["title"]
                if title not in " ".join(said.split()):
                    yield f'page {number + 1}: "{title}" is not where its {slot["face"]} should be'
            text.close()


def unmatched(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield each back that does not lie behind its front when the sheet is turned over on its long edge."""
    width = data["paper"]["width_mm"]
    pages = data["sheets"]
    for number, (front, back) in enumerate(zip(pages[::2], pages[1::2], strict=True)):
        behind = {slot["card"]: slot["cut"] for slot in back["slots"]}
        for slot in front["slots"]:
            cut, other = slot["cut"], behind[slot["card"]]
            mirrored = width - other["x_mm"] - other["width_mm"]
            if abs(cut["x_mm"] - mirrored) > 0.01 or abs(cut["y_mm"] - other["y_mm"]) > 0.01:
                yield f"sheet {number + 1}: the back of card {slot['card'] + 1} is not behind its front"


def rulers(pdf: bytes) -> Iterator[str]:
    """Yield each page without a line of exactly 100 mm."""
    with pdfium.PdfDocument(pdf) as document:
        for number, sheet in enumerate(document, 1):
            lengths = set()
            for item in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=8):
                left, bottom, right, top = item.get_bounds()
                if top - bottom < 2:
                    lengths.add((right - left - (top - bottom)) * MM_PER_PT)  # the bounds add the thickness
            if not any(abs(length - 100) <= 0.1 for length in lengths):
                yield f"page {number}: no line is 100 mm long"


def codes(pdf: bytes, *, dots_per_inch: int = 150) -> list[list[str]]:
    """Return what the QR codes of each page say, read from a grey picture of it."""
    return [
        sorted(
            each.text
            for each in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
        )
        for picture in rasters(pdf, dots_per_inch=dots_per_inch)
    ]


def wrong_codes(pdf: bytes, wanted: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield each page whose codes do not say what they should."""
    for number, (found, expected) in enumerate(zip(codes(pdf), wanted, strict=True), 1):
        if found != sorted(expected):
            yield f"page {number}: the codes say {found}, expected {sorted(expected)}"


def lost(url: str, site: Path, root: str) -> str | None:
    """Return why an address leads nowhere in the built site, or None when it does."""
    address, anchor = urldefrag(url)
    file = site / address.removeprefix(root) / "index.html"
    if not address.startswith(root) or not file.exists():
        return f"{url}: there is no such page"
    if anchor and f'id="{anchor}"' not in file.read_text(encoding="utf-8"):
        return f"{url}: the page has no such anchor"
    return None


def _corners(box: Mapping[str, float]) -> tuple[float, float, float, float]:
    return box["x_mm"], box["y_mm"], box["x_mm"] + box["width_mm"], box["y_mm"] + box["height_mm"]


def _line(line: Mapping[str, float]) -> tuple[float, float, float, float]:
    return line["x_mm"], line["y_mm"], line["to_x_mm"], line["to_y_mm"]


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of each page in millimetres."""
    with pdfium.PdfDocument(pdf) as document:
        return [tuple(round(side * MM_PER_PT, 2) for side in sheet.get_size()) for sheet in document]


def page_texts(pdf: bytes) -> list[str]:
    """Return the words of each page, line ends made blanks."""
    with pdfium.PdfDocument(pdf) as document:
        return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]

"""What a printed sheet must be, in numbers of its own, read from the PDF: its pixels, its words and their places.

Nothing here knows the data or the code that made a sheet. Each check returns one sentence for each fault that it finds.
"""

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby, pairwise

import pypdfium2 as pdfium
import zxingcpp
from PIL import Image
from pypdfium2 import raw

MM = 25.4 / 72
EDGE, FOOT = 8.0, 12.0
"""Millimetres that stay white along the edges of a sheet, and at its foot."""
SLACK, ASCENDER = 0.6, 0.9
"""What a line or a letter may stand out of its place, in millimetres."""
DESCENDER = 1.4
LEAST = {"standard": 12.0, "large": 18.0, "single": 20.0, "sheet": 12.0}
SMALL = {"standard": (10.0,), "large": (10.0, 10.8, 12.0), "single": (10.0, 12.0, 14.0), "sheet": (10.0,)}
"""Points of the least type, and those that what may be small has: the lines for safety, the credit and the strip."""
LARGEST_SMALL_PRINT = 0.6
"""The part of the letters of a sheet that may be small."""
TICK, RULER, CODE, QUIET = 5.0, 100.0, 20.0, 2.0
PICTURE = {"standard": 12.0, "large": 14.0, "single": 35.0}
"""The least height of a picture in millimetres, such as of a person who lies."""
LARGER = 1.5
"""How much larger pictures of large print are, at least."""
BACK_GAP = {"standard": (3.0, 15.0), "large": (3.0, 15.0), "single": (10.0, 28.0)}
"""Millimetres between the words of a back and what stands over its boxes, at least and at most."""
BOX = 6.0
"""The least height of a box to tick, in millimetres."""
STAGES = 17.9
"""The least height of the highest of six pictures on a quarter of a sheet, in millimetres."""
CUTS = {
    ("standard", 297.0): (134.0, 268.0),
    ("standard", 279.4): (125.2, 250.4),
    ("large", 297.0): (134.0, 268.0),
    ("large", 279.4): (125.2, 250.4),
}
"""How far from the top of a sheet its cuts across are, by its height; what is above the last belongs to cards."""
LINES = ("Call 999", "No clinician has reviewed it yet.")
ORDER = ("Start", "Stop", "Ask first if:", "Call 999", "No clinician", "Version")
"""What follows the steps on the front of a card, in this order."""
BLACK = 24


@dataclass(frozen=True)
class Item:
    """Something printed: its words (none for a drawing), its box from the top left in millimetres, and its mark."""

    text: str
    box: tuple[float, float, float, float]
    points: float
    black: bool
    mark: int


@dataclass(frozen=True)
class Side:
    """One printed side of a sheet: which kind, its size in millimetres, a picture, and all that is on it."""

    kind: str
    sides: str
    number: int
    width: float
    height: float
    items: tuple[Item, ...]
    tags: tuple[tuple[str, str, tuple[int, ...]], ...]
    picture: Image.Image

    @property
    def back(self) -> bool:
        """Whether it is the back of a sheet that is printed on both sides."""
        return self.sides == "duplex" and self.number % 2 == 1

    @property
    def scale(self) -> float:
        """Pixels in a millimetre."""
        return self.picture.width / self.width

    @cached_property
    def words(self) -> tuple[Item, ...]:
        """Everything that is text."""
        return tuple(item for item in self.items if item.text.strip())

    @cached_property
    def titles(self) -> tuple[Item, ...]:
        """The titles of the cards."""
        marks = {mark for kind, _alt, marks in self.tags if kind == "H1" for mark in marks}
        return tuple(item for item in self.words if item.mark in marks)

    def text(self, box: tuple[float, float, float, float]) -> str:
        """Return the words whose middle lies in a box, in the order of the file."""
        return " ".join(item.text.strip() for item in self.words if _inside(_middle(item.box), box))

    def darkest(self, box: tuple[float, float, float, float]) -> int:
        """Return the darkest grey of the pixels in a box."""
        return min(self.crop(box).tobytes())

    def crop(self, box: tuple[float, float, float, float]) -> Image.Image:
        """Return the picture of a box."""
        return self.picture.crop(tuple(round(value * self.scale) for value in box))  # type: ignore[arg-type] # four numbers


def read(name: str, pdf: bytes, *, dots_per_inch: int = 150) -> list[Side]:
    """Return every side of a PDF whose file name says what it is (`stretch-large-duplex-a4`)."""
    parts = re.search(r"-(standard|large)-(one-sided|duplex|fold-over)-", name)
    kind = parts[1] if parts else "sheet" if re.match(r"(plan|log)-(a4|letter)$", name) else "single"
    sides = parts[2] if parts else "duplex" if kind == "single" else "one-sided"
    with pdfium.PdfDocument(pdf) as document:
        return [
            Side(
                kind,
                sides,
                number,
                page.get_width() * MM,
                page.get_height() * MM,
                tuple(_items(page)),
                tuple(_tags(page)),
                page.render(scale=dots_per_inch / 72, grayscale=True).to_pil().convert("L"),
            )
            for number, page in enumerate(document)
        ]


# ---- What is wrong with one side ----


def margins(side: Side) -> Iterator[str]:
    """Yield each edge that something is printed too near to, or beyond."""
    printed = side.picture.point(_ink).getbbox()
    if printed is None:
        yield "nothing is printed"
        return
    left, top, right, bottom = (value / side.scale for value in printed)
    for edge, found, least in (
        ("left", left, EDGE - SLACK),
        ("upper", top, EDGE - ASCENDER),
        ("right", side.width - right, EDGE - SLACK),
        ("lower", side.height - bottom, FOOT - DESCENDER),
    ):
        if found < least:
            yield f"{found:.1f} mm from the {edge} edge, expected {least:.1f} or more"
    for item in side.items:
        x, y, right, bottom = item.box
        if x < -SLACK or y < -SLACK or right > side.width + SLACK or bottom > side.height + SLACK:
            yield f'"{item.text}" is off the paper'


def type_sizes(side: Side) -> Iterator[str]:
    """Yield each text that is smaller than its kind of sheet allows, and too much of small print."""
    least, small = LEAST[side.kind], SMALL[side.kind]
    for item in side.words:
        if item.points < least - 0.02 and not any(abs(item.points - each) < 0.02 for each in small):
            yield f'"{item.text}" has {item.points:.1f} points, expected {least:g}, or one of {small}'
    letters = sum(len(item.text) for item in side.words)
    tiny = sum(len(item.text) for item in side.words if item.points < least - 0.02)
    if side.kind == "standard" and tiny > LARGEST_SMALL_PRINT * letters:
        yield f"{tiny} of {letters} letters are small print"


def paleness(side: Side) -> Iterator[str]:
    """Yield each text and code that is not black: a printer would break it up into dots."""
    yield from (f'"{item.text}" is not black' for item in side.words if not item.black)
    for x, y, right, bottom, _text in codes(side):
        if (found := side.darkest((x, y, right, bottom))) > BLACK:
            yield f"a code is as pale as {found} of 255"


def cut_marks(side: Side) -> Iterator[str]:
    """Yield each end of a cut without its mark."""
    cuts: tuple[float, ...] = CUTS.get((side.kind, round(side.height, 1)), ())
    if side.back:
        return
    if (side.kind, side.sides) == ("large", "fold-over"):
        cuts = cuts[1:]  # the other is a fold
    far = side.width - EDGE
    places = [(x, y) for y in cuts for x in (EDGE, far - TICK)]
    for x, y in places:
        row = side.crop((x + 0.4, y - 0.4, x + TICK - 0.4, y + 0.4))
        columns = (row.crop((column, 0, column + 1, row.height)).tobytes() for column in range(row.width))
        if max(min(column) for column in columns) > 170:
            yield f"no mark to cut at {x:.0f} to {x + TICK:.0f} mm, {y:.1f} mm from the top"


def rulers(side: Side) -> Iterator[str]:
    """Yield a side without a line of 100 mm, told from its pixels: dark from end to end, and white beyond."""
    foot = side.crop((0, side.height - 30, side.width, side.height))
    for line in range(foot.height):
        dark = foot.crop((0, line, foot.width, line + 1)).point(lambda grey: grey < 170).tobytes()
        runs = [len(list(run)) / side.scale for is_dark, run in groupby(dark) if is_dark]
        if any(abs(run - RULER) < 0.5 for run in runs):
            return
    yield "no line is 100 mm long"


def overprints(side: Side) -> Iterator[str]:
    """Yield each two texts that lie over each other, and each text in a code or too near to it."""
    placed = [(item, _core(item.box)) for item in side.words]
    for number, (one, box) in enumerate(placed):
        for other, place in placed[number + 1 :]:
            if _overlap(box, place):
                yield f'"{one.text.strip()}" lies over "{other.text.strip()}"'
    for x, y, right, bottom, _text in codes(side):
        near = (x - QUIET, y - QUIET, right + QUIET, bottom + QUIET)
        yield from (f'"{item.text.strip()}" is in a code' for item, box in placed if _overlap(box, near))


def code_sizes(side: Side) -> Iterator[str]:
    """Yield each code that is too small, or has no white around it."""
    for x, y, right, bottom, text in codes(side):
        if (found := min(right - x, bottom - y)) < CODE - 0.6:
            yield f"the code of {text} is {found:.1f} mm wide, expected {CODE:g}"
        ring = side.crop((x - QUIET, y - QUIET, right + QUIET, bottom + QUIET)).copy()
        inner = round((QUIET - 0.5) * side.scale)
        ring.paste(255, (inner, inner, ring.width - inner, ring.height - inner))
        if ring.getextrema()[0] < 200:  # type: ignore[operator] # grey
            yield f"the code of {text} has no white around it"


def missing_codes(side: Side) -> Iterator[str]:
    """Yield a side whose codes are not as many as its fronts."""
    if side.kind == "sheet":
        return
    fronts = 0 if side.back else len(_fronts(side))
    if (found := len(codes(side))) != fronts:
        yield f"{found} codes can be read, expected {fronts}"


def pictures(side: Side) -> Iterator[str]:
    """Yield each picture that is too small to see."""
    for kind, alt, marks in side.tags:
        boxes = [item.box for item in side.items if item.mark in marks]
        if kind == "Figure" and boxes and not alt.startswith("QR code"):
            high = max(box[3] for box in boxes) - min(box[1] for box in boxes)
            least = PICTURE[side.kind]
            if high < least:
                yield f'the picture "{alt}" is {high:.1f} mm high, expected {least:g} or more'


def safety(side: Side) -> Iterator[str]:
    """Yield each front without the lines for safety, and a sheet whose strip lacks them."""
    if side.kind != "sheet" and not side.back:
        for title, box in _fronts(side):
            said = side.text(box)
            yield from (
                f'the front of "{title}" lacks "{each}"' for each in (*LINES, "Ask first if:") if each not in said
            )
    strip = side.text((0, side.height - 45, side.width, side.height))
    yield from (f'the strip lacks "{each}"' for each in LINES if each not in strip)


def reading_order(side: Side) -> Iterator[str]:
    """Yield each card whose tags are not in the order in which it is read: title, pictures, steps, and what follows."""
    spoken = _spoken(side)
    starts = [number for number, (kind, _words) in enumerate(spoken) if kind == "H1"]
    if side.kind == "sheet" or side.back:
        return
    for start, end in zip(starts, [*starts[1:], len(spoken)], strict=True):
        card = spoken[start:end]
        kinds, said = [kind for kind, _ in card], " ".join(words for _, words in card)
        title = card[0][1]
        if "Start" not in said:
            continue  # the back of a card that is folded
        figures = [place for place, (kind, words) in enumerate(card) if kind == "Figure" and "QR code" not in words]
        if not figures or "L" not in kinds or max(figures) > kinds.index("L"):
            yield f'"{title}": pictures are not read between the title and the steps'
        places = [said.find(each) for each in ORDER]
        if -1 in places or places != sorted(places) or said.find(ORDER[0]) < said.find("3 "):
            yield f'"{title}": is read as {said!r}'


CHECKS: tuple[Callable[[Side], Iterator[str]], ...] = (
    margins,
    type_sizes,
    paleness,
    cut_marks,
    rulers,
    overprints,
    code_sizes,
    missing_codes,
    pictures,
    safety,
    reading_order,
)


def ticks(side: Side) -> Iterator[tuple[str, float, float]]:
    """Yield of each back its title, how far its words end above what stands over its boxes, and how far its weeks are
    apart that stand one below the other."""
    for title, box in _fronts(side):
        here = [item for item in side.words if _inside(_middle(item.box), box)]
        for head in (item for item in here if item.text.startswith("Tick")):
            top = head.box[1]
            words = max(item.box[3] for item in here if item.box[3] < top)
            weeks = {item.text.strip(): item.box[1] for item in here if item.box[1] > top}
            below = [low - high for high, low in pairwise(weeks[number] for number in "1234") if low > high + SLACK]
            yield title, top - words, min(below, default=BOX)


def faults(name: str, pdf: bytes) -> list[str]:
    """Return everything that is wrong with a PDF."""
    sides = read(name, pdf)
    found = [f"{name}, page {side.number + 1}: {fault}" for side in sides for check in CHECKS for fault in check(side)]
    return found + [f"{name}: {fault}" for fault in unmatched(sides)]


def unmatched(sides: list[Side]) -> Iterator[str]:
    """Yield each title that does not lie behind its own when the sheet is turned over on its long edge."""
    if not sides or sides[0].sides != "duplex":
        return
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        behind = _places(back)
        for title, (column, row) in _places(front).items():
            other = (1 - column if front.kind == "standard" else column, row)
            if behind.get(title) != other:
                yield f'the back of "{title}" is not behind its front'


# ---- Codes on a poor copy ----


def threshold(picture: Image.Image) -> Image.Image:
    """Return a light copy: what is not quite dark is lost."""
    return picture.point(lambda grey: 0 if grey < 90 else 255)


def dithered(picture: Image.Image) -> Image.Image:
    """Return what a black-and-white laser makes of it: dots."""
    return picture.convert("1").convert("L")


def pale(picture: Image.Image) -> Image.Image:
    """Return what is left when the toner runs out: half as dark, with noise."""
    half = picture.point(lambda grey: 255 - (255 - grey) // 2)
    noise = Image.effect_noise(picture.size, 40)
    return Image.blend(half, noise, 0.3)


def smaller(picture: Image.Image) -> Image.Image:
    """Return what a viewer prints that shrinks a sheet."""
    return picture.resize((round(picture.width * 0.94), round(picture.height * 0.94)), Image.Resampling.BILINEAR)


def codes_of(picture: Image.Image) -> list[str]:
    """Return what the codes of a picture say, sorted."""
    return sorted(each.text for each in _barcodes(picture))


def codes(side: Side) -> list[tuple[float, float, float, float, str]]:
    """Return the box of each code in millimetres, without the white around it, and what it says."""
    return boxes_of_codes(side.picture, side.scale)


def boxes_of_codes(picture: Image.Image, scale: float) -> list[tuple[float, float, float, float, str]]:
    """Return the same of a picture with so many pixels in a millimetre."""
    found = []
    for each in _barcodes(picture):
        corners = (
            each.position.top_left,
            each.position.top_right,
            each.position.bottom_left,
            each.position.bottom_right,
        )
        across, down = [corner.x for corner in corners], [corner.y for corner in corners]
        box = [value / scale for value in (min(across), min(down), max(across), max(down))]
        found.append((*box, each.text))
    return found  # type: ignore[return-value] # four numbers and a text


def _barcodes(picture: Image.Image) -> list[zxingcpp.Barcode]:
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return list(zxingcpp.read_barcodes(picture, formats=formats))


# ---- Reading a page ----


def _items(page: pdfium.PdfPage) -> Iterator[Item]:
    text_page = page.get_textpage()
    high = page.get_height()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH], max_depth=8):
        left, bottom, right, top = item.get_bounds()
        box = (left * MM, (high - top) * MM, right * MM, (high - bottom) * MM)
        mark = raw.FPDFPageObj_GetMarkedContentID(item.raw)
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            matrix, size = item.get_matrix(), ctypes.c_float()
            raw.FPDFTextObj_GetFontSize(item.raw, size)
            points = size.value * (matrix.c**2 + matrix.d**2) ** 0.5
            said = _string(partial(raw.FPDFTextObj_GetText, item.raw, text_page.raw))
            yield Item(said, box, points, _is_black(item), mark)
        else:
            yield Item("", box, 0.0, True, mark)  # noqa: FBT003 drawings have fills
    text_page.close()


def _is_black(item: pdfium.PdfObject) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(item.raw, red, green, blue, alpha)
    return max(red.value, green.value, blue.value) <= BLACK and alpha.value == 255


def _tags(page: pdfium.PdfPage) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Yield kind, words for those who do not see it, and marks of each part, in the order of reading."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    for number in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from _below(raw.FPDF_StructTree_GetChildAtIndex(tree, number))
    raw.FPDF_StructTree_Close(tree)


def _below(element: object) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    kind = _string(partial(raw.FPDF_StructElement_GetType, element))
    alt = _string(partial(raw.FPDF_StructElement_GetAltText, element))
    children = [
        (
            raw.FPDF_StructElement_GetChildAtIndex(element, number),
            raw.FPDF_StructElement_GetChildMarkedContentID(element, number),
        )
        for number in range(raw.FPDF_StructElement_CountChildren(element))
    ]
    yield kind, alt, tuple(mark for child, mark in children if not child)
    for child, _mark in children:
        if child:
            yield from _below(child)


def _string(get: Callable[[object, int], int]) -> str:
    length = get(None, 0)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    get(buffer, length)
    return bytes(buffer)[: max(length - 2, 0)].decode("utf-16-le", "replace")


def _spoken(side: Side) -> list[tuple[str, str]]:
    """Return the kind and the words of each part, in the order in which a screen reader says them."""
    said: dict[int, str] = {}
    for item in side.words:
        said[item.mark] = f"{said.get(item.mark, '')}{item.text}"
    return [(kind, alt or "".join(said.get(mark, "") for mark in marks)) for kind, alt, marks in side.tags]


def _fronts(side: Side) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Return the title and the box of each front, by the quarters or halves of the paper above the last cut."""
    if side.kind == "single":
        return [(item.text, (0, 0, side.width, side.height - 38)) for item in side.titles[:1]]
    middle, last = CUTS[side.kind, round(side.height, 1)]
    found: dict[tuple[float, float, float, float], str] = {}
    for item in side.titles:
        x, y = _middle(item.box)
        row = (0, middle) if y < middle else (middle, last)
        across = (0.0, side.width)
        if side.kind == "standard":
            half = side.width / 2
            across = (0, half) if x < half else (half, side.width)
        front = side.sides != "fold-over" or (across[0] == 0 if side.kind == "standard" else row[0] == 0)
        if front:
            found.setdefault((across[0], row[0], across[1], row[1]), item.text)
    return [(title, box) for box, title in found.items()]


def _places(side: Side) -> dict[str, tuple[int, int]]:
    """Return column and row of each title; a title of two lines is that of its first."""
    middle = CUTS.get((side.kind, round(side.height, 1)), (side.height,))[0]
    found: dict[str, tuple[int, int]] = {}
    for number, (kind, words) in enumerate(_spoken(side)):
        if kind == "H1":
            marks = side.tags[number][2]
            x, y = min(_middle(item.box) for item in side.words if item.mark in marks)
            found[" ".join(words.split())] = (int(side.kind == "standard" and x > side.width / 2), int(y > middle))
    return found


def _ink(grey: int) -> int:
    return 255 if grey < 200 else 0


def _middle(box: tuple[float, float, float, float]) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _inside(point: tuple[float, float], box: tuple[float, float, float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _core(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return a box without what letters have above and below their middle."""
    x, y, right, bottom = box
    third = (bottom - y) * 0.3
    return x + 0.2, y + third, right - 0.2, bottom - third


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

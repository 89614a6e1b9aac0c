"""A sheet of paper that changed: pages of PDFs that look different, drawn before and after."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium

SMALL, LARGE = 0.4, 1.3
"""How large a sheet of paper is drawn, in pixels for each point: to compare it, and to look at it."""
MOST_PICTURES = 24


@dataclass(frozen=True)
class Sheet:
    """A changed sheet of paper: its file, the number of the page from 1, and both as PNG; nothing where it was not."""

    file: str
    number: int
    before: bytes
    after: bytes


def look_different(before: bytes, after: bytes) -> bool:
    """Return whether two PDFs look different; no bytes stand for one that is not there."""
    return before != after and _looks(before) != _looks(after)


def sheets_of(pairs: Mapping[str, tuple[bytes, bytes]]) -> Iterator[Sheet]:
    """Yield pictures of the changed pages of PDFs, before and after by file, those with the fewest bytes first."""
    left = MOST_PICTURES
    for name, (old, new) in sorted(pairs.items(), key=lambda pair: (len(pair[1][1] or pair[1][0]), pair[0])):
        small, large = (_looks(old), _looks(new)), (_drawn(old), _drawn(new))
        for number in range(max(map(len, small))):
            if left and _at(small[0], number) != _at(small[1], number):
                left -= 1
                yield Sheet(name, number + 1, _at(large[0], number), _at(large[1], number))
        if not left:
            return


def _looks(pdf: bytes) -> list[bytes]:
    """Return the pixels of each page of a PDF, small and grey; none of one that is not there."""
    if not pdf:
        return []
    return [bytes(page.render(scale=SMALL, grayscale=True).buffer) for page in pdfium.PdfDocument(pdf)]


def _drawn(pdf: bytes) -> list[bytes]:
    """Return each page of a PDF as PNG, to look at."""
    pictures = []
    for page in pdfium.PdfDocument(pdf) if pdf else ():
        whole = io.BytesIO()
        page.render(scale=LARGE).to_pil().quantize(64).save(whole, "PNG")
        pictures.append(whole.getvalue())
    return pictures


def _at(pictures: Sequence[bytes], number: int) -> bytes:
    return pictures[number] if number < len(pictures) else b""

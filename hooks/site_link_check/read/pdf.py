"""A PDF as far as links go: the addresses that it opens and the number of its pages, kept from build to build."""

import ctypes
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec


@dataclass(frozen=True, slots=True)
class Pdf:
    """What one PDF holds; a file that is no PDF has no pages."""

    addresses: tuple[str, ...] = ()
    pages: int = 0


class PdfMemory:
    """Reads PDFs; one with the same bytes as in an earlier build is not read again."""

    def __init__(self, kept: str = "") -> None:
        """Begin with what `text` gave at the end of an earlier build; a text that cannot be read counts as none."""
        self._before = _read(kept)
        self._seen: dict[str, Pdf] = {}
        self.unread = 0
        """How many PDFs could not be read since the library for them is not installed."""

    def pdf(self, content: bytes) -> Pdf:
        """Return what a PDF with these bytes holds."""
        key = sha256(content).hexdigest()
        if (found := self._seen.get(key) or self._before.get(key)) is None:
            if find_spec("pypdfium2") is None:
                self.unread += 1
                return Pdf()
            found = read_pdf(content)
        self._seen[key] = found
        return found

    @property
    def has_news(self) -> bool:
        """Tell whether this build had other PDFs than the earlier one."""
        return self._seen != self._before

    @property
    def text(self) -> str:
        """Return all that was asked for, to be kept for the next build."""
        return json.dumps({key: [pdf.pages, *pdf.addresses] for key, pdf in sorted(self._seen.items())}, indent=0)


def read_pdf(content: bytes) -> Pdf:
    """Return what a PDF holds: each address that a link in it opens, once, and how many pages it has."""
    import pypdfium2  # noqa: PLC0415 slow to load, and a build in which no PDF changed needs none of it
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return Pdf()
    found: dict[str, None] = {}
    try:
        for number in range(len(document)):
            page = document[number]
            position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
            while pdfium.FPDFLink_Enumerate(page, position, link):
                action = pdfium.FPDFLink_GetAction(link)
                size = pdfium.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
                if size:
                    buffer = ctypes.create_string_buffer(size)
                    pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
                    found[buffer.value.decode(errors="replace")] = None
            page.close()
        return Pdf(tuple(found), len(document))
    except pypdfium2.PdfiumError:
        return Pdf(tuple(found), len(document))
    finally:
        document.close()


def _read(kept: str) -> Mapping[str, Pdf]:
    try:
        return {key: Pdf(tuple(map(str, urls)), int(pages)) for key, (pages, *urls) in json.loads(kept or "{}").items()}
    except (ValueError, TypeError, AttributeError):
        return {}

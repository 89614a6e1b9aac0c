"""A PDF as far as links go: the addresses that it opens and the number of its pages, kept from build to build."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from io import BytesIO


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
            if find_spec("pikepdf") is None:
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
    """Return what a PDF holds: each address that a link in it opens, once, and how many pages it has.

    The pages themselves are not read, only the links that lie on them.
    """
    import pikepdf  # noqa: PLC0415 slow to load, and a build in which no PDF changed needs none of it

    found: dict[str, None] = {}
    pages = 0
    try:
        with pikepdf.open(BytesIO(content)) as document:
            pages = len(document.pages)
            for page in document.pages:
                for link in page.obj.get("/Annots", ()):
                    action = link.get("/A")
                    if action is not None and (address := action.get("/URI")) is not None:
                        found[bytes(address).decode(errors="replace")] = None
    except (pikepdf.PdfError, AttributeError, TypeError, ValueError):
        pass  # of a PDF that is not whole counts what could be read
    return Pdf(tuple(found), pages)


def _read(kept: str) -> Mapping[str, Pdf]:
    try:
        return {key: Pdf(tuple(map(str, urls)), int(pages)) for key, (pages, *urls) in json.loads(kept or "{}").items()}
    except (ValueError, TypeError, AttributeError):
        return {}

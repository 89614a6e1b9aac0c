"""A print run: documents set as PDF and pictures of them, except those that are kept from an earlier run."""

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from queue import SimpleQueue

from kit.cards.document import Document
from kit.cards.thumbnail import thumbnail
from kit.cards.typeset import VERSION, Desk, Press, SettingError, Tools, presses
from kit.cards.viewing import with_wishes
from kit.shelf import Shelf


@dataclass(frozen=True)
class Print:
    """What was made of a document: the PDF and a PNG of its first page."""

    pdf: bytes
    picture: bytes


def print_run(
    documents: Iterable[Document], shelf: Shelf, desk: Desk, tools: Tools
) -> tuple[Mapping[str, Print], Mapping[str, str]]:
    """Return the prints of documents by id, and what was said of each document that could not be set.

    A document is set again when it changed, or a font, a template, Typst or the program itself; the shelf keeps what
    these documents need, and nothing else.
    """
    documents = tuple(documents)
    common = _hash(*tools.fonts, *tools.templates.values(), f"{VERSION} {tools.code}".encode())
    keys = {each.id: _hash(common.encode(), each.key.encode()) for each in documents}
    prints = {each.id: found for each in documents if (found := _kept(keys[each.id], shelf))}
    refused: dict[str, str] = {}
    missing = sorted((each for each in documents if each.id not in prints), key=_alike)
    if missing:
        used = sorted({each.template for each in missing})
        free: SimpleQueue[Press] = SimpleQueue()
        for press in presses(tools, desk, used=used):
            free.put(press)
        with ThreadPoolExecutor(tools.threads) as pool:
            for each, made in zip(missing, pool.map(lambda one: _set(one, free), missing), strict=True):
                if isinstance(made, str):
                    refused[each.id] = made
                    continue
                prints[each.id] = found = Print(made, thumbnail(made))
                shelf.put(f"{keys[each.id]}.pdf", found.pdf)
                shelf.put(f"{keys[each.id]}.png", found.picture)
    shelf.clear(keep=frozenset(f"{keys[name]}.{ending}" for name in prints for ending in ("pdf", "png")))
    return {each.id: prints[each.id] for each in documents if each.id in prints}, refused


def _hash(*parts: bytes) -> str:
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()


def _kept(key: str, shelf: Shelf) -> Print | None:
    pdf, picture = shelf.get(f"{key}.pdf"), shelf.get(f"{key}.png")
    return Print(pdf, picture) if pdf and picture else None


def _alike(document: Document) -> tuple[str, str, str]:
    """Return a key that sorts documents so that one which shares its faces with another comes soon after it."""
    return document.paper.id, f"{document.data['size_pt']}", document.id


def _set(document: Document, free: "SimpleQueue[Press]") -> bytes | str:
    press = free.get()
    try:
        made = press.pdf(document.template, document.text, document.files, checked=document.checked)
        return with_wishes(made, document.duplex)
    except SettingError as refusal:
        return str(refusal)
    finally:
        free.put(press)

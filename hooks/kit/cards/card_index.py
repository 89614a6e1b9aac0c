"""What is made from a print order besides PDFs: the page that lists them, open data and the pages for QR codes."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml
from kit.cards.document import Document
from kit.cards.print_order import Order
from kit.cards.print_run import Print
from kit.exercises.catalogue import Catalogue
from kit.phrase import fill
from kit.words.words import Words

PDF = "pdf/{id}.pdf"
PICTURE = "pdf/{id}.png"
FIGURE = "figures/{id}-{number}.svg"
"""Addresses in the folder of cards."""
THUMBNAIL_PIXELS = 160
"""Height at which a picture of a sheet is shown."""
SHORT = "c"
"""The folder of the short addresses behind the codes."""


def files(order: Order, prints: Mapping[str, Print], catalogue: Catalogue, *, folder: str) -> dict[str, str | bytes]:
    """Return every file that the order adds to the site, by address: PDFs, pictures, drawings, data, short pages."""
    sizes = _sizes(prints)
    found: dict[str, str | bytes] = {f"{folder}/cards.json": to_json(order, catalogue, sizes=sizes, folder=folder)}
    for name, each in prints.items():
        found[f"{folder}/{PDF.format(id=name)}"] = each.pdf
        found[f"{folder}/{PICTURE.format(id=name)}"] = each.picture
    for slug, card in order.cards.items():
        drawings = ((number, picture) for number, picture in card.numbered if picture.svg)
        found |= {f"{folder}/{FIGURE.format(id=slug, number=number)}": picture.svg for number, picture in drawings}
    return found | {f"{SHORT}/{slug}.md": text for slug, text in version_pages(order, catalogue).items()}


def view(order: Order, prints: Mapping[str, Print], *, folder: str) -> list[dict[str, Any]]:
    """Return the sections of the page of cards in ready words: sets first, then each exercise on its own."""
    words, sizes = order.words.cards, _sizes(prints)
    if words is None:
        return []
    sections = [
        {
            "id": deck.id,
            "title": deck.title,
            "text": deck.text,
            "count": words.count.say(len(deck.slugs)),
            "items": [
                item
                for variant in variants
                for item in _items(
                    variant.documents,
                    sizes,
                    order.words,
                    folder=folder,
                    title=words.layouts[variant.layout.id].title,
                    text=words.sides[variant.sides].title,
                )
            ],
        }
        for deck, variants in order.decks
    ]
    for name, groups in (("sheet", order.to_fill_in), ("single", tuple(order.singles.values()))):
        items = [
            item
            for documents in groups
            for item in _items(documents, sizes, order.words, folder=folder, title=documents[0].title, text="")
        ]
        if items:
            told = words.layouts["sheet" if name == "sheet" else "single"]
            sections.append({"id": name, "title": told.title, "text": told.text, "count": "", "items": items})
    return sections


def own_files(order: Order, prints: Mapping[str, Print], slug: str, *, folder: str) -> list[dict[str, Any]]:
    """Return the PDFs of one exercise, in ready words."""
    documents = order.singles.get(slug, ())
    return list(_items(documents, _sizes(prints), order.words, folder=folder, title="", text="")) if documents else []


def _items(  # noqa: PLR0913 what is shown of a file
    documents: Sequence[Document], sizes: Mapping[str, int], words: Words, *, folder: str, title: str, text: str
) -> Iterator[dict[str, Any]]:
    cards = words.cards
    for document in documents:
        if document.id in sizes and cards is not None:
            paper = words.papers[document.paper.id]
            pages, size = cards.pages.say(document.pages), math.ceil(sizes[document.id] / 1000)
            yield {
                "title": title,
                "text": text,
                "paper": document.paper.id,
                "uri": f"{folder}/{PDF.format(id=document.id)}",
                "picture": f"{folder}/{PICTURE.format(id=document.id)}",
                "width": round(THUMBNAIL_PIXELS * document.paper.width_mm / document.paper.height_mm),
                "height": THUMBNAIL_PIXELS,
                "facts": fill(cards.file, paper=paper, pages=pages, size=size),
            }


def version_pages(order: Order, catalogue: Catalogue) -> dict[str, str]:
    """Return the Markdown of the page behind each QR code, by slug: its front matter is all there is."""
    pages = {}
    for slug in order.cards:
        exercise = catalogue.exercises[slug]
        matter = {"title": exercise.title, "description": exercise.description, "reviewed": exercise.reviewed}
        matter |= {
            "template": "card-version.html",
            "search": {"exclude": True},
            "robots": "noindex",
            "hide": ["navigation", "toc"],
        }
        pages[slug] = f"---\n{yaml.safe_dump(matter, allow_unicode=True, width=1000)}---\n"
    return pages


def version_view(order: Order, catalogue: Catalogue, slug: str) -> dict[str, Any]:
    """Return what the page behind a code says: of each version that was ever printed, and of the newest."""
    exercise, words = catalogue.exercises[slug], order.words.cards
    if words is None:
        return {}
    date = order.words.dates.say(exercise.reviewed)
    older = range(1, exercise.version)
    return {
        "number": exercise.version,
        "older": [
            {"number": number, "text": fill(words.newer_told, yours=number, version=exercise.version, date=date)}
            for number in older
        ],
        "newer": words.newer,
        "newest": words.newest,
        "newest_text": fill(words.newest_told, version=exercise.version, date=date),
        "compare": words.compare,
        "compare_title": words.compare_title,
        "compare_version": fill(words.compare_version, version=exercise.version),
        "compare_text": fill(words.compare_told, date=date),
        "open": words.open,
        "print": words.print,
    }


def to_json(order: Order, catalogue: Catalogue, *, sizes: Mapping[str, int], folder: str) -> str:
    """Return the open data: every card with its words, drawings and PDFs, and the sets, under one licence."""
    here = f"{order.site}{folder}/"
    cards = [
        {
            "id": slug,
            "title": card.title,
            "goal": card.goal,
            "kind": catalogue.exercises[slug].kind,
            "position": catalogue.exercises[slug].position,
            "floor": catalogue.needs_floor(slug),
            "level": catalogue.exercises[slug].level,
            "equipment": list(catalogue.exercises[slug].equipment),
            "steps": list(card.steps),
            "start": " ".join(card.start) if card.start else None,
            **{amount.stage: amount.text for amount in card.amounts},
            "stop": "".join(card.stop) if card.stop else None,
            "breathing": card.breathing,
            "mistakes": list(card.mistakes),
            "easier": list(catalogue.exercises[slug].easier),
            "harder": list(catalogue.exercises[slug].harder),
            "figures": [
                {
                    "svg": here + FIGURE.format(id=slug, number=number),
                    "alt": picture.alt,
                    "steps": list(picture.numbers),
                }
                for number, picture in card.numbered
                if picture.svg
            ],
            "pdf": _pdfs(order.singles[slug], here, sizes),
            "url": card.url,
            "version": catalogue.exercises[slug].version,
            "reviewed": catalogue.exercises[slug].reviewed.isoformat(),
        }
        for slug, card in order.cards.items()
    ]
    sets = [
        {
            "id": deck.id,
            "title": deck.title,
            "text": deck.text,
            "cards": list(deck.slugs),
            "pdf": [
                {"layout": variant.layout.id, "sides": variant.sides} | found
                for variant in variants
                for found in _pdfs(variant.documents, here, sizes)
            ],
        }
        for deck, variants in order.decks
    ]
    head = {"licence": order.words.licence, "publisher": order.words.publisher}
    return json.dumps(head | {"cards": cards, "sets": sets}, ensure_ascii=False, indent=1) + "\n"


def _pdfs(documents: Sequence[Document], here: str, sizes: Mapping[str, int]) -> list[dict[str, Any]]:
    return [
        {
            "paper": document.paper.id,
            "url": here + PDF.format(id=document.id),
            "bytes": sizes[document.id],
        }
        for document in documents
        if document.id in sizes
    ]


def _sizes(prints: Mapping[str, Print]) -> dict[str, int]:
    return {name: len(each.pdf) for name, each in prints.items()}

"""What is made from a print order besides PDFs: the page that lists them, open data and the pages for QR codes."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from kit.cards.document import Document
from kit.cards.print_order import Order
from kit.cards.print_run import Print
from kit.exercises.catalogue import Catalogue

PDF = "pdf/{id}.pdf"
PICTURE = "pdf/{id}.png"
FIGURE = "figures/{id}-{number}.svg"
"""Addresses in the folder of cards."""


def files(order: Order, prints: Mapping[str, Print], catalogue: Catalogue, *, folder: str) -> dict[str, str | bytes]:
    """Return every file that the order adds to the site, by address: PDFs, pictures, drawings, data, short pages."""
    sizes = _sizes(prints)
    found: dict[str, str | bytes] = {f"{folder}/cards.json": to_json(order, catalogue, sizes=sizes, folder=folder)}
    for name, each in prints.items():
        found[f"{folder}/{PDF.format(id=name)}"] = each.pdf
        found[f"{folder}/{PICTURE.format(id=name)}"] = each.picture
    for slug, card in order.cards.items():
        found |= {f"{folder}/{FIGURE.format(id=slug, number=number)}": each.svg for number, each in card.numbered}
    return found | {f"c/{slug}.md": text for slug, text in version_pages(order, catalogue).items()}


def view(order: Order, prints: Mapping[str, Print]) -> list[dict[str, Any]]:
    """Return the sections of the page of cards: sets first, then each exercise on its own."""
    words, sizes = order.words, _sizes(prints)
    sections = [
        {
            "id": deck.id,
            "title": deck.title,
            "text": deck.text,
            "count": len(deck.slugs),
            "items": [
                _item(
                    variant.documents,
                    sizes,
                    title=words.layouts[variant.layout.id].title,
                    text=words.sides[variant.sides].title,
                )
                for variant in variants
            ],
        }
        for deck, variants in order.decks
    ]
    single = words.layouts["single"]
    items = [_item(documents, sizes, title=documents[0].title, text="") for documents in order.singles.values()]
    sheet = words.layouts["sheet"]
    filled = [_item(documents, sizes, title=documents[0].title, text="") for documents in order.to_fill_in]
    if filled:
        sections.append({"id": "sheet", "title": sheet.title, "text": sheet.text, "count": 0, "items": filled})
    return [*sections, {"id": "single", "title": single.title, "text": single.text, "count": 0, "items": items}]


def _item(documents: Sequence[Document], sizes: Mapping[str, int], *, title: str, text: str) -> dict[str, Any]:
    files = [
        {
            "paper": document.paper.id,
            "name": document.paper.name,
            "pdf": PDF.format(id=document.id),
            "picture": PICTURE.format(id=document.id),
            "ratio": round(document.paper.width_mm / document.paper.height_mm, 4),
            "kilobytes": math.ceil(sizes[document.id] / 1000),
            "pages": document.pages,
        }
        for document in documents
        if document.id in sizes
    ]
    return {"title": title, "text": text, "files": files}


def version_pages(order: Order, catalogue: Catalogue) -> dict[str, str]:
    """Return the Markdown of the page behind each QR code, by slug: its front matter is all there is."""
    pages = {}
    for slug in order.cards:
        exercise = catalogue[slug]
        matter = {
            "title": exercise.title,
            "description": exercise.description,
            "template": "card-version.html",
            "reviewed": exercise.reviewed,
            "version": exercise.version,
            "exercise": f"exercises/{slug}.md",
            "search": {"exclude": True},
            "hide": ["navigation", "toc"],
        }
        pages[slug] = f"---\n{yaml.safe_dump(matter, allow_unicode=True, width=1000)}---\n"
    return pages


def to_json(order: Order, catalogue: Catalogue, *, sizes: Mapping[str, int], folder: str) -> str:
    """Return the open data: every card with its words, drawings and PDFs, and the sets, under one licence."""
    here = f"{order.site}{folder}/"
    cards = [
        {
            "id": slug,
            "title": card.title,
            "goal": card.goal,
            "kind": catalogue[slug].kind,
            "position": catalogue[slug].position,
            "floor": catalogue[slug].needs_floor,
            "level": catalogue[slug].level,
            "equipment": list(catalogue[slug].equipment),
            "steps": list(card.steps),
            "start": " ".join(card.start),
            **{name: amount.text for name, amount in zip(("build", "flare"), card.amounts, strict=True)},
            "stop": "".join(card.stop),
            "breathing": card.breathing,
            "mistakes": list(card.mistakes),
            "easier": list(catalogue[slug].easier),
            "harder": list(catalogue[slug].harder),
            "figures": [
                {
                    "svg": here + FIGURE.format(id=slug, number=number),
                    "alt": picture.alt,
                    "steps": list(picture.numbers),
                }
                for number, picture in card.numbered
            ],
            "pdf": _pdfs(order.singles[slug], here, sizes),
            "url": card.url,
            "version": catalogue[slug].version,
            "reviewed": catalogue[slug].reviewed.isoformat(),
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

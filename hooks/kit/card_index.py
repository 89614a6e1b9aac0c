"""What is made from a print order besides PDFs: the page that lists them, open data and the pages for QR codes."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

from kit.catalogue import Catalogue
from kit.document import Document
from kit.print_order import Order

PDF = "pdf/{id}.pdf"
PICTURE = "pdf/{id}.png"
"""Addresses in the folder of cards."""


def view(order: Order, sizes: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return the sections of the page of cards; `sizes` are the bytes of each document that could be made."""
    words = order.words
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
        pages[slug] = f"---\n{json.dumps(matter, default=str)}\n---\n"
    return pages


def to_json(order: Order, catalogue: Catalogue, *, site: str, sizes: Mapping[str, int]) -> str:
    """Return the open data: every card with its words, drawings and PDFs, and the sets, under one licence."""
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
            "start": card.start,
            **{name: amount.text for name, amount in zip(("build", "flare"), card.amounts, strict=True)},
            "stop": "".join(card.stop),
            "breathing": card.breathing,
            "mistakes": list(card.mistakes),
            "easier": list(catalogue[slug].easier),
            "harder": list(catalogue[slug].harder),
            "figures": [
                {"svg": f"{site}cards/figures/{slug}-{number}.svg", "alt": picture.alt, "steps": list(picture.numbers)}
                for number, picture in enumerate(card.pictures, 1)
            ],
            "pdf": _pdfs(order.singles[slug], site, sizes),
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
                for found in _pdfs(variant.documents, site, sizes)
            ],
        }
        for deck, variants in order.decks
    ]
    head = {"licence": order.words.licence, "publisher": order.words.publisher}
    return json.dumps(head | {"cards": cards, "sets": sets}, ensure_ascii=False, indent=1) + "\n"


def _pdfs(documents: Sequence[Document], site: str, sizes: Mapping[str, int]) -> list[dict[str, Any]]:
    return [
        {
            "paper": document.paper.id,
            "url": f"{site}cards/{PDF.format(id=document.id)}",
            "bytes": sizes[document.id],
        }
        for document in documents
        if document.id in sizes
    ]

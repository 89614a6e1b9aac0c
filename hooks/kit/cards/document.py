"""A document: one PDF to make, as the data that its template reads."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from kit.cards.card import Card
from kit.cards.deck import Deck
from kit.cards.log import Log, Plan
from kit.cards.qr_code import qr_code
from kit.cards.sheet import EDGE_MM, FOOT_MM, LARGE, PAPERS, SINGLE, STANDARD, Layout, Paper, Sides, sheets
from kit.cards.words import Words
from kit.problem import Problem, problem

SIDES: tuple[Sides, ...] = ("one-sided", "duplex", "fold-over")
TOO_FULL = "too full|"
"""How the template starts its message when text does not fit."""
FAULT = re.compile(r"(?<=\|)([a-z0-9-]+) (front|back) ([\d.]+)")
"""What follows for each face: the card, the face and by how many millimetres."""


@dataclass(frozen=True)
class Document:
    """One PDF: its file name without ending, its title, the template and the data for it."""

    id: str
    title: str
    template: str
    paper: Paper
    data: Mapping[str, Any]

    @property
    def key(self) -> str:
        """The data as text: two documents with the same key are the same."""
        return json.dumps([self.template, self.data], sort_keys=True, ensure_ascii=False)

    @property
    def pages(self) -> int:
        """How many sides of paper it prints."""
        return len(self.data.get("sheets", [self]))


@dataclass(frozen=True)
class Variant:
    """One way to print a deck, on each paper."""

    layout: Layout
    sides: Sides
    documents: tuple[Document, ...]


def singles(cards: Mapping[str, Card], words: Words) -> Mapping[str, tuple[Document, ...]]:
    """Return for each card a page of its own on each paper: the front above, the back below."""
    return {
        slug: tuple(
            _document(f"{slug}-{paper.id}", card.title, [card], words, paper, SINGLE, "fold-over") for paper in PAPERS
        )
        for slug, card in cards.items()
    }


def variants(deck: Deck, cards: Mapping[str, Card], words: Words) -> tuple[Variant, ...]:
    """Return every way to print a deck: two layouts, three ways to use the sides, two papers."""
    chosen = [cards[slug] for slug in deck.slugs if slug in cards]
    return tuple(
        Variant(
            layout,
            sides,
            tuple(
                _document(f"{deck.id}-{layout.id}-{sides}-{paper.id}", deck.title, chosen, words, paper, layout, sides)
                for paper in PAPERS
            ),
        )
        for layout in (STANDARD, LARGE)
        for sides in SIDES
    )


def plan_documents(plan: Plan, words: Words, *, url: str) -> tuple[Document, ...]:
    """Return the walking plan on each paper."""
    return tuple(
        _to_fill_in("plan", plan.title, {"plan": plan.model_dump(mode="json") | {"rows": plan.rows}}, words, paper, url)
        for paper in PAPERS
    )


def log_documents(log: Log, words: Words, *, url: str) -> tuple[Document, ...]:
    """Return the log on each paper, turned on its side."""
    turned = (replace(paper, width_mm=paper.height_mm, height_mm=paper.width_mm) for paper in PAPERS)
    return tuple(
        _to_fill_in("log", log.title, {"log": log.model_dump(mode="json")}, words, paper, url) for paper in turned
    )


def refusals(said: Mapping[str, str], *, place: str) -> list[Problem]:
    """Return a problem for each face that is too full, and for each document that could not be set otherwise.

    `said` is what the template or Typst said of each document; `place` is the folder of the exercise files.
    """
    most: dict[tuple[str, str], tuple[float, str]] = {}
    problems = []
    for name, message in said.items():
        if not message.startswith(TOO_FULL):
            problems.append(problem(f"cards/{name}.pdf", 0, "typst", message))
        for slug, face, over in FAULT.findall(message):
            most[slug, face] = max(most.get((slug, face), (0.0, "")), (float(over), name))
    for (slug, face), (over, name) in most.items():
        text = f"the {face} is {over} mm too full for its box in {name}.pdf. Shorten its longest text."
        problems.append(problem(f"{place}/{slug}.md", 0, f"card.{face}", text))
    return sorted(problems)


def _to_fill_in(  # noqa: PLR0913, PLR0917 what makes a sheet
    name: str, title: str, data: Mapping[str, Any], words: Words, paper: Paper, url: str
) -> Document:
    common = _common(title, words, paper, STANDARD) | {"ink": SINGLE.ink}
    site, _slash, last = url.removeprefix("https://").rstrip("/").rpartition("/")
    code: dict[str, Any] = {"url": url, "address": (f"{site}/", f"{last}/"), "credit": words.licence}
    code |= {"code": asdict(qr_code(url)) if name == "plan" else None}
    return Document(f"{name}-{paper.id}", title, f"{name}.typ", paper, {**common, **data, **code, "id": name})


def _common(title: str, words: Words, paper: Paper, layout: Layout) -> dict[str, Any]:
    return {
        "title": title,
        "language": words.language,
        "words": words.model_dump(mode="json"),
        "paper": asdict(paper),
        "size_pt": layout.text_pt,
        "ink": layout.ink,
        "edge_mm": EDGE_MM,
        "foot_mm": FOOT_MM,
        "strip_mm": layout.strip_mm,
    }


def _document(  # noqa: PLR0913, PLR0917 the choices that make a document
    name: str, title: str, cards: Sequence[Card], words: Words, paper: Paper, layout: Layout, sides: Sides
) -> Document:
    pages = sheets(len(cards), paper, layout, sides)
    data = _common(title, words, paper, layout) | {
        "cards": [asdict(card) for card in cards],
        "sheets": [{**asdict(page), "note": words.sides[sides].text if layout.cuts else ""} for page in pages],
    }
    return Document(name, title, "sheet.typ", paper, data)

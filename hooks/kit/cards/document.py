"""A document: one PDF to make, as the data that its template reads."""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from typing import Any

from kit.cards.card import Card
from kit.cards.deck import Deck
from kit.cards.log import Log, Plan
from kit.cards.qr_code import QrCode, qr_code
from kit.cards.sheet import EDGE_MM, FOOT_MM, LARGE, PAPERS, SINGLE, STANDARD, Layout, Paper, Sheet, Sides, sheets
from kit.cards.viewing import Duplex
from kit.words.words import Words
from pydantic import TypeAdapter

SIDES: tuple[Sides, ...] = ("one-sided", "duplex", "fold-over")
SIDES_OF_SHEETS = TypeAdapter(tuple[Sheet, ...])
"""Turns sheets into plain data, in a tenth of the time that `asdict` takes."""


@dataclass(frozen=True)
class Deal:
    """A card as the data of a document has it, as text: put together once, and used in many documents."""

    text: str
    key: str


@dataclass(frozen=True)
class Document:
    """One PDF: its file name without ending, its title, the template, the data for it and the cards on it.

    `checked` is the day of the newest check of what is on it, `duplex` how it wants to be printed; `files` are image
    files that the data names, by name.
    """

    id: str
    title: str
    template: str
    paper: Paper
    data: Mapping[str, Any]
    checked: dt.date
    duplex: Duplex = "Simplex"
    cards: tuple[Deal, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The data as JSON."""
        rest = json.dumps(self.data, sort_keys=True, ensure_ascii=False)
        return f'{{"cards": [{", ".join(card.text for card in self.cards)}], {rest[1:]}'

    @property
    def key(self) -> str:
        """What the document is made from, in short: two with the same key are the same. Files are named by content."""
        parts = [self.template, self.duplex, f"{self.checked}", self.data, [card.key for card in self.cards]]
        return json.dumps(parts, sort_keys=True, ensure_ascii=False)

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


@dataclass(frozen=True)
class Stock:
    """What documents are made from: cards dealt once, the words of sheets, and image files by name."""

    cards: Mapping[str, Card]
    deals: Mapping[str, Deal]
    words: Words
    common: Mapping[str, Any]
    files: Mapping[str, bytes]
    code: Callable[[str], QrCode] = qr_code


def stock(
    cards: Mapping[str, Card],
    words: Words,
    *,
    signs: str,
    files: Mapping[str, bytes],
    code: Callable[[str], QrCode] = qr_code,
) -> Stock:
    """Return what documents are made from; `signs` are the words of the strip at the foot of every sheet, if any."""
    deals = {}
    for slug, card in cards.items():
        text = json.dumps(asdict(card), sort_keys=True, ensure_ascii=False, default=str)
        deals[slug] = Deal(text, sha256(text.encode()).hexdigest())
    return Stock(cards, deals, words, {"language": words.language, "words": _sheet_words(words, signs)}, files, code)


def singles(stock: Stock) -> Mapping[str, tuple[Document, ...]]:
    """Return for each card a sheet of its own on each paper: a poster, with the rest on its back."""
    return {
        slug: tuple(
            _document(f"{slug}-{paper.id}", card.title, [slug], stock, paper, SINGLE, "duplex") for paper in PAPERS
        )
        for slug, card in stock.cards.items()
    }


def variants(deck: Deck, stock: Stock) -> tuple[Variant, ...]:
    """Return every way to print a deck: two layouts, three ways to use the sides, two papers."""
    chosen = [slug for slug in deck.slugs if slug in stock.cards]
    return tuple(
        Variant(
            layout,
            sides,
            tuple(
                _document(f"{deck.id}-{layout.id}-{sides}-{paper.id}", deck.title, chosen, stock, paper, layout, sides)
                for paper in PAPERS
            ),
        )
        for layout in (STANDARD, LARGE)
        for sides in SIDES
    )


def plan_documents(plan: Plan, stock: Stock, *, url: str, checked: dt.date) -> tuple[Document, ...]:
    """Return the walking plan on each paper."""
    data = {"plan": plan.model_dump(mode="json") | {"rows": plan.rows}}
    return tuple(_to_fill_in("plan", plan.title, data, stock, paper, url, checked) for paper in PAPERS)


def log_documents(log: Log, stock: Stock, *, url: str, checked: dt.date) -> tuple[Document, ...]:
    """Return the log on each paper, turned on its side."""
    turned = (replace(paper, width_mm=paper.height_mm, height_mm=paper.width_mm) for paper in PAPERS)
    data = {"log": log.model_dump(mode="json")}
    return tuple(_to_fill_in("log", log.title, data, stock, paper, url, checked) for paper in turned)


def _to_fill_in(  # noqa: PLR0913, PLR0917 what makes a sheet
    name: str, title: str, data: Mapping[str, Any], stock: Stock, paper: Paper, url: str, checked: dt.date
) -> Document:
    common = _common(title, stock, paper, STANDARD)
    site, _slash, last = url.removeprefix("https://").rstrip("/").rpartition("/")
    code: dict[str, Any] = {"url": url, "address": (f"{site}/", f"{last}/"), "credit": stock.words.licence}
    code |= {"code": asdict(stock.code(url)) if name == "plan" else None}
    return Document(f"{name}-{paper.id}", title, f"{name}.typ", paper, {**common, **data, **code, "id": name}, checked)


def _common(title: str, stock: Stock, paper: Paper, layout: Layout) -> dict[str, Any]:
    return {
        "title": title,
        **stock.common,
        "paper": asdict(paper),
        "size_pt": layout.text_pt,
        "strip_pt": layout.strip_pt,
        "edge_mm": EDGE_MM,
        "foot_mm": FOOT_MM,
        "strip_mm": layout.strip_mm,
    }


def _document(  # noqa: PLR0913, PLR0917 the choices that make a document
    name: str, title: str, slugs: Sequence[str], stock: Stock, paper: Paper, layout: Layout, sides: Sides
) -> Document:
    note = stock.words.cards.sides[sides].text if layout.cuts and stock.words.cards else ""
    pages = sheets(len(slugs), paper, layout, sides)
    data = _common(title, stock, paper, layout)
    data["whole"] = not layout.cuts
    data["sheets"] = [{**page, "note": note} for page in SIDES_OF_SHEETS.dump_python(pages)]
    named = {picture.file for slug in slugs for picture in stock.cards[slug].pictures if picture.file}
    files = {name: stock.files[name] for name in sorted(named)}
    return Document(
        name,
        title,
        "sheet.typ",
        paper,
        data,
        checked=max(stock.cards[slug].reviewed for slug in slugs),
        duplex="DuplexFlipLongEdge" if sides == "duplex" else "Simplex",
        cards=tuple(stock.deals[slug] for slug in slugs),
        files=files,
    )


def _sheet_words(words: Words, signs: str) -> dict[str, Any]:
    """Return the words that templates read, by the names that they use; nothing stands for what a guide has not."""
    exercise, cards = words.exercise, words.cards
    return {
        "publisher": words.publisher,
        "checked": words.checked or "",
        "emergency": (cards.emergency or "") if cards and signs else "",
        "signs": signs,
        "card_signs": f"{cards.signs or ''}" if cards else "",
        "ask_first": cards.ask_first if cards else "",
        "ask_first_all": exercise.ask_first if exercise else "",
        "ruler": cards.ruler if cards else "",
        "code": cards.code if cards else "",
        "ticks": cards.ticks if cards else "",
        "days": words.dates.days,
        "start": words.dose.amounts["start"].name if words.dose else "",
        "mistakes": exercise.mistakes if exercise else "",
        "breathing": exercise.breathing if exercise else "",
        "easier": exercise.easier if exercise else "",
        "harder": exercise.harder if exercise else "",
    }

"""A document: one PDF to make, as the data that its template reads."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from kit.card import Card, Picture
from kit.deck import Deck
from kit.log import Log, Plan
from kit.problem import Problem, problem
from kit.qr_code import qr_code
from kit.sheet import EDGE_MM, FOOT_MM, LARGE, PAPERS, SINGLE, STANDARD, Layout, Paper, Sheet, Sides, Slot, sheets
from kit.words import Words

SIDES: tuple[Sides, ...] = ("one-sided", "duplex", "fold-over")
MM_PER_PT = 0.3528
LETTER_EM, LINE_EM, STEP_GAP_EM = 0.52, 1.18, 0.4
"""Mean width of a letter, height of a line and space between steps, as parts of the size of the text."""
GAP_MM, CAPTION_MM = 3.0, 6.5
"""Between pictures, and under each for the numbers of its steps."""
CODE_MM, CREDIT_MM = 25.0, 13.0
"""The QR code with its quiet zone, and the three lines of small print beside it."""
LEAST_SHARE = 40
"""Per cent of the width: narrower, every line would have one or two words."""
TITLE_EM, GAP_EM, SAFE = 1.55, 0.7, 0.95
"""Title and gaps, in sizes of the text; and how much of an estimated height is used. All of these only choose an
arrangement: whether the text fits is measured when it is set."""
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

    @property
    def first_page(self) -> Mapping[str, Any]:
        """The data of the first page alone."""
        if "sheets" not in self.data:
            return self.data
        first = self.data["sheets"][0]
        used = sorted({slot["card"] for slot in first["slots"]})
        slots = [{**slot, "card": used.index(slot["card"])} for slot in first["slots"]]
        cards = [self.data["cards"][number] for number in used]
        return {**self.data, "cards": cards, "sheets": [{**first, "slots": slots}]}


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
    common = _common(title, words, paper, STANDARD)
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
        "size_pt": layout.text_pt[paper.id],
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
        "sheets": list(_sheets(pages, cards, words.sides[sides].text if layout.cuts else "", layout.text_pt[paper.id])),
    }
    return Document(name, title, "sheet.typ", paper, data)


def _sheets(pages: Iterable[Sheet], cards: Sequence[Card], note: str, size_pt: float) -> Iterator[dict[str, Any]]:
    for page in pages:
        slots = [{**asdict(slot), "share": _share(cards[slot.card], slot, size_pt)} for slot in page.slots]
        yield {**asdict(page), "slots": slots, "note": note}


def _share(card: Card, slot: Slot, text_pt: float) -> float:
    """Return the share of the width that words take beside the pictures, 0 for words below: whichever draws larger.

    An estimate from the number of letters; the template measures whether everything fits.
    """
    width, height = slot.live.width_mm, slot.live.height_mm
    letter, line = text_pt * MM_PER_PT * LETTER_EM, text_pt * MM_PER_PT * LINE_EM
    shares = [share / 100 for share in range(LEAST_SHARE if width < height else 50, 72, 2)]
    indent = 2.2 * line

    def high(texts: Iterable[str], share: float) -> float:
        return sum((_lines(text, (width * share - indent) / letter) + STEP_GAP_EM / LINE_EM) * line for text in texts)

    if width > height:
        texts = (card.goal, *card.steps, " ".join(card.start), "".join(card.stop), *card.easier[:1], *card.harder[:1])
        fitting = [share for share in shares if high(texts, share) + 2 * line < height]
        return (fitting or shares[-1:])[0]
    zone = height - _taken(card, width, text_pt)
    below = _scale(card.pictures, width, zone - high(card.steps, 1.0) - GAP_MM)
    beside = [
        (_scale(card.pictures, width * (1 - share) - 2 * GAP_MM, zone), share)
        for share in shares
        if high(card.steps, share) < zone * SAFE
    ]
    scale, share = max(beside, default=(0.0, 0.0))
    return share if scale > below * 1.05 else 0.0


def _taken(card: Card, width: float, text_pt: float) -> float:
    """Return about how much height an upright card needs for everything but its pictures and steps."""
    size = text_pt * MM_PER_PT
    letters = width / (size * LETTER_EM)
    beside_code = (width - CODE_MM) / (size * LETTER_EM)
    title = _lines(card.title, letters / TITLE_EM) * TITLE_EM
    lines = [card.goal, " ".join(card.start) + "Start ", "".join(card.stop) + "   "]
    choices = sum(_lines(f"Easier  {option}", beside_code) for option in (*card.easier[:1], *card.harder[:1]))
    last = max(CODE_MM, (choices * LINE_EM + GAP_EM) * size + CREDIT_MM)
    return (title + LINE_EM * sum(_lines(text, letters) for text in lines) + 5 * GAP_EM) * size + last


def _lines(text: str, letters: float) -> int:
    """Return how many lines the words of a text take, so many letters wide each."""
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > letters:
            lines, used = lines + 1, 0
        used += len(word) + (1 if used else 0)
    return lines


def _scale(pictures: Sequence[Picture], width: float, height: float) -> float:
    """Return how large the pictures can be drawn, in a row or a column: millimetres for one unit of the drawing."""
    first, scales = pictures[0], []
    for columns, rows in ((len(pictures), 1), (1, len(pictures))):
        across = (width - GAP_MM * (columns - 1)) / (columns * first.width)
        down = (height - GAP_MM * (rows - 1) - CAPTION_MM * rows) / (rows * first.height)
        scales.append(min(across, down))
    return max(scales)

"""Sheets from Firefox: at true size, whole, and each thing where Chromium prints it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import oracle
import pypdfium2 as pdfium
import pytest
from firefox import Firefox, running
from playwright.sync_api import Page
from studio_page import CUT_OFF, STUDIO, link, show, to_pdf, visit

MM = 25.4 / 72
LINE = re.compile(rb"(?<!\xff)\xff{700,1400}(?!\xff)")
"""From 6 to 12 cm of black at 300 dots an inch."""
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
TEN = (
    "calf-stretch,sit-to-stand,lunge,heel-raise,wall-plank,seated-march,"
    "sideways-walk,one-leg-stand,seated-hamstring-stretch,heel-to-toe-stand"
)
REST = (
    "arm-swing-drill,thirty-minute-brisk-walk,downhill-walking,uphill-walking,string-posture-check,wall-side-bridge,"
    "chair-hip-flexor-stretch,standing-hamstring-stretch,plank,side-bridge,bridge,knee-plank,floor-and-up-again,"
    "hip-flexor-stretch"
)
SAID = """() => [...document.querySelectorAll(".bs-sheet")].map((sheet) =>
    [...sheet.querySelectorAll(".bs-face__title, tbody th")].map((title) => title.textContent))"""

CARDS = """() => [...document.querySelectorAll("[data-bs-list] > [data-id]")].map((item) => item.dataset.id)"""


@dataclass(frozen=True)
class Job:
    """A plan and the way to print it, with how many pages it takes."""

    cards: str
    layout: str
    sides: str
    paper: str
    pages: int

    @property
    def link(self) -> str:
        """The fragment of its address."""
        return link(self.cards, paper=self.paper, layout=self.layout, sides=self.sides, order="own")


def first(count: int) -> str:
    return ",".join(f"{TEN},{REST}".split(",")[:count])


JOBS = [
    Job(first(1), "single", "duplex", "letter", 2),
    Job(first(4), "four", "fold", "a4", 2),
    Job(first(5), "two", "duplex", "letter", 6),
    Job(first(10), "rows", "one", "a4", 2),
    Job(first(24), "log", "one", "letter", 3),
    Job(first(5), "four", "duplex", "a4", 4),
]
"""Each number of exercises, each layout, paper and way to print at least once."""


def test_firefox_prints_each_page_whole_at_true_size_with_everything_where_chromium_has_it(
    page: Page, base_url: str, tmp_path: Path
) -> None:
    visit(page)
    with running(tmp_path) as fox:
        fox.visit(base_url + STUDIO)
        for job in JOBS:
            fox.show(job.link)
            show(page, job.link)
            compare(job, fox, page)


def compare(job: Job, fox: Firefox, page: Page) -> None:
    """Print what both browsers show, and look at each page of the one beside that of the other."""
    titles: list[list[str]] = fox.evaluate(SAID)
    assert titles == page.evaluate(SAID), job
    assert fox.evaluate(CUT_OFF) == [], job
    assert set(job.cards.split(",")) == set(page.evaluate(CARDS)), job
    own, other = (list(pdfium.PdfDocument(pdf)) for pdf in (fox.pdf(*PAPERS[job.paper]), to_pdf(page)))
    assert len(own) == len(other) == job.pages, job
    apart = 5 if job.layout == "rows" else 0.5  # rows share a page by their lines, which browsers break at other words
    for number, (said, mine, theirs) in enumerate(zip(titles, own, other, strict=True), 1):
        where = f"{job.layout}, {job.sides}, page {number}"
        for sheet in (mine, theirs):
            assert [side * MM for side in sheet.get_size()] == pytest.approx(PAPERS[job.paper], abs=0.5), where
            assert ruler(sheet) == pytest.approx((8, 100), abs=0.3), where
        # On a wide card words may stand beside the pictures, where their lines decide how wide that column is.
        titles_at = slice(1, None, 2) if job.layout == "two" else slice(None)
        assert places(mine, said)[titles_at] == pytest.approx(places(theirs, said)[titles_at], abs=apart), where
        assert codes(mine) == pytest.approx(codes(theirs), abs=0.5), where
    if job.sides == "duplex":
        for front, back, said, behind in zip(own[::2], own[1::2], titles[::2], titles[1::2], strict=True):
            seen_through = {
                (title, job.layout == "four" and not left, top) for title, left, top in parts(back, behind, job)
            }
            assert parts(front, said, job) == seen_through, job


def ruler(sheet: pdfium.PdfPage) -> tuple[float, float]:
    """Return where the ruler at the foot of a sheet begins, and how long it is: the lowest line of its kind."""
    dots = 300 / 25.4
    above = sheet.get_height() - 45 / MM
    picture = sheet.render(scale=dots * MM, grayscale=True, crop=(0, 0, 0, above)).to_pil().convert("L")
    black = picture.point(lambda grey: 255 if grey < 160 else 0)
    rows = (black.crop((0, y, black.width, y + 1)).tobytes() for y in range(black.height))
    lines = [(line.start() / dots, len(line[0]) / dots) for row in rows for line in LINE.finditer(row)]
    return lines[-1] if lines else (0, 0)


def places(sheet: pdfium.PdfPage, titles: list[str]) -> list[float]:
    """Return where each title begins, in millimetres from the left and from the foot."""
    text = sheet.get_textpage()
    found = []
    for title in titles:
        # Words of a title may stand elsewhere too, in smaller letters.
        left, bottom, *_ = max(begins(text, title), key=lambda box: round(box[3] - box[1]))
        found += [left * MM, bottom * MM]
    return found


def begins(text: pdfium.PdfTextPage, words: str) -> Iterator[tuple[float, float, float, float]]:
    """Yield the box of the first letter wherever these words stand on a page."""
    search = text.search(words, match_case=True)
    while match := search.get_next():
        yield text.get_charbox(match[0])


def codes(sheet: pdfium.PdfPage) -> list[float]:
    dots = 150 / 25.4
    picture = sheet.render(scale=dots * MM, grayscale=True).to_pil().convert("L")
    return sorted(value for *box, _text in oracle.boxes_of_codes(picture, dots) for value in box)


def parts(sheet: pdfium.PdfPage, titles: list[str], job: Job) -> set[tuple[str, bool, bool]]:
    """Return of each title whether it stands in the left half of a sheet with two columns, and whether in the upper."""
    width, height = (side * MM for side in sheet.get_size())
    along = places(sheet, titles)
    return {
        (title, job.layout == "four" and left < width / 2 - 4, foot > height / 2)
        for title, left, foot in zip(titles, along[::2], along[1::2], strict=True)
    }

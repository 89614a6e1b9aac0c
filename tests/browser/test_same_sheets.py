"""What the studio prints is what the ready PDF of the same set is: laid one beside the other, word by word."""

import re
import urllib.parse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import oracle
import pypdfium2 as pdfium
import pytest
import yaml
from building import ROOT
from playwright.sync_api import Page

MM = 25.4 / 72
NAMES = {"four": "standard", "two": "large", "single": "single"}
SIDES = {"one": "one-sided", "duplex": "duplex", "fold": "fold-over"}
OWN = re.compile(r"^Page \d+ of \d+$")
"""What a sheet of the studio says besides: which page it is."""


@dataclass(frozen=True)
class Word:
    """A word on paper, with the place of its first letter in millimetres."""

    text: str
    x: float
    y: float


def chosen(name: str) -> tuple[str, ...]:
    """Return the exercises of a ready set, in the order of its file."""
    sets = yaml.safe_load((ROOT / "docs/cards/sets.yml").read_text(encoding="utf-8"))
    return tuple(next(each["cards"] for each in sets if each["id"] == name))


def studio(page: Page, cards: tuple[str, ...], *, layout: str, sides: str, paper: str) -> bytes:
    """Return what the studio prints of some cards."""
    about = {"v": 1, "cards": ",".join(cards), "paper": paper, "layout": layout, "sides": sides, "order": "own"}
    page.goto("about:blank")
    page.goto(f"cards/studio/#{urllib.parse.urlencode(about, safe=',')}")
    page.locator("[data-bs-picks] li").first.wait_for(state="attached")
    page.evaluate(
        """async () => {
            const images = [...document.querySelectorAll("[data-bs-sheets] img")];
            await Promise.allSettled([document.fonts.ready, ...images.map((image) => image.decode())]);
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }"""
    )
    return page.pdf(prefer_css_page_size=True, tagged=True)


def words(page: pdfium.PdfPage) -> Iterator[Word]:
    """Yield each word of a page with its place."""
    text, high = page.get_textpage(), page.get_height()
    said: list[str] = []
    place = (0.0, 0.0)
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        left, bottom, *_ = text.get_charbox(index, loose=True)
        here = (left * MM, (high - bottom) * MM)
        if said and (not letter.strip() or abs(here[1] - place[1]) > 3):
            yield Word("".join(said), *place)
            said = []
        if letter.strip():
            place = place if said else here
            said.append(letter)
    if said:
        yield Word("".join(said), *place)


def within(found: list[Word], box: tuple[float, float, float, float]) -> list[Word]:
    return [word for word in found if box[0] <= word.x < box[2] and box[1] <= word.y < box[3]]


def boxes(kind: str, width: float, height: float) -> list[tuple[float, float, float, float]]:
    """Return the cards of a sheet: quarters, halves or the whole above the last cut."""
    if kind == "single":
        return [(0, 0, width, height - 38)]
    middle, last = oracle.CUTS[kind, round(height, 1)]
    columns = [(0.0, width / 2), (width / 2, width)] if kind == "standard" else [(0.0, width)]
    return [(left, top, right, bottom) for top, bottom in ((0, middle), (middle, last)) for left, right in columns]


@pytest.mark.parametrize(
    ("layout", "sides", "paper"),
    [("four", "duplex", "a4"), ("four", "one", "letter"), ("two", "one", "letter"), ("four", "fold", "a4")],
)
def test_a_ready_set_is_the_same_from_the_studio_and_as_pdf(
    page: Page, site: Path, layout: str, sides: str, paper: str
) -> None:
    name = f"first-steps-{NAMES[layout]}-{SIDES[sides]}-{paper}"
    ready = (site / f"cards/pdf/{name}.pdf").read_bytes()
    same(ready, studio(page, chosen("first-steps"), layout=layout, sides=sides, paper=paper), NAMES[layout])


@pytest.mark.parametrize(("layout", "paper"), [("four", "a4"), ("two", "letter")])
def test_a_card_with_many_pictures_is_the_same_from_the_studio_and_as_pdf(
    page: Page, site: Path, layout: str, paper: str
) -> None:
    """The last sheet of a set: its one exercise on the floor comes after the way down there."""
    ready = (site / f"cards/pdf/stretch-{NAMES[layout]}-one-sided-{paper}.pdf").read_bytes()
    cards = ("floor-and-up-again", "hip-flexor-stretch")
    same(ready, studio(page, cards, layout=layout, sides="one", paper=paper), NAMES[layout], last=1)


def test_a_single_card_is_the_same_from_the_studio_and_as_pdf(page: Page, site: Path) -> None:
    ready = (site / "cards/pdf/sit-to-stand-a4.pdf").read_bytes()
    same(ready, studio(page, ("sit-to-stand",), layout="single", sides="duplex", paper="a4"), "single")


def test_a_ready_set_keeps_its_order_in_the_studio(page: Page) -> None:
    page.goto("cards/studio/")
    page.get_by_text("Begin with a ready set").click()
    page.get_by_role("button", name="First steps").click()
    shown = "[...document.querySelectorAll('[data-bs-list] > [data-id]')].map((item) => item.dataset.id)"
    assert page.evaluate(shown) == list(chosen("first-steps"))


def same(ready: bytes, own: bytes, kind: str, *, last: int = 0) -> None:
    """Fail unless both have the same pages, words in the same order and of the same sizes, pictures and codes.

    Of the ready one all pages count, or only so many of the last.
    """
    name = f"a-{kind}-one-sided-a4" if kind != "single" else "a"
    with pdfium.PdfDocument(ready) as one, pdfium.PdfDocument(own) as other:
        pages = list(one)[-last:]
        assert len(pages) == len(other)
        for first, second in zip(pages, other, strict=True):
            width, height = (length * MM for length in first.get_size())
            mine, theirs = list(words(first)), list(words(second))
            for box in boxes(kind, width, height):
                alike(within(mine, box), within(theirs, box))
            strip = (0, height - (38 if kind == "single" else 29), width, height)
            beyond = Counter(word.text for word in within(theirs, strip))
            beyond.subtract(word.text for word in within(mine, strip))
            extra = [text for text, count in beyond.items() if count]
            assert not [text for text in extra if text not in {"Page", "of"} and not text.isdigit()], extra
            helps = [next(word.y for word in within(found, strip) if word.text == "Call") for found in (mine, theirs)]
            assert helps[0] == pytest.approx(helps[1], abs=0.5)  # as far below the marks to cut at
            assert places_of_codes(first) == pytest.approx(places_of_codes(second), abs=0.6)
            assert ink_of_quarters(first) == pytest.approx(ink_of_quarters(second), abs=0.012)
    sides, others = (oracle.read(name, pdf, dots_per_inch=20)[-last:] for pdf in (ready, own))
    assert sizes(sides) == sizes(others)
    for side, other_side in zip(sides, others, strict=True):
        places, other_places = pictures(side), pictures(other_side)
        assert places.keys() == other_places.keys()
        for alt, place in places.items():
            assert other_places[alt] == pytest.approx(place, abs=0.7), alt


def alike(mine: list[Word], theirs: list[Word]) -> None:
    """Fail unless two boxes say the same in the same order, most of it at the same place."""
    assert Counter(word.text for word in mine) == Counter(word.text for word in theirs)
    if not mine:
        return
    matcher = SequenceMatcher(None, [word.text for word in mine], [word.text for word in theirs], autojunk=False)
    blocks = matcher.get_matching_blocks()
    pairs = [(mine[a + step], theirs[b + step]) for a, b, size in blocks for step in range(size)]
    assert len(pairs) >= 0.95 * len(mine)
    near = sum(abs(one.x - other.x) < 2 and abs(one.y - other.y) < 2 for one, other in pairs)
    assert near >= 0.7 * len(pairs), f"{near} of {len(pairs)} words are where they should be"
    first, second = pairs[0]
    assert (first.x, first.y) == pytest.approx((second.x, second.y), abs=0.7)


def sizes(sides: list[oracle.Side]) -> set[float]:
    """Return the sizes of all letters of cards, in points."""
    return {round(item.points * 2) / 2 for side in sides for item in side.words}


def pictures(side: oracle.Side) -> dict[str, tuple[float, float, float, float]]:
    """Return the box around the lines of each picture but the codes, in millimetres, by what it shows."""
    found = {}
    for kind, alt, marks in side.tags:
        lines = [item.box for item in side.items if item.mark in marks]
        if kind == "Figure" and lines and not alt.startswith("QR code"):
            left, top, right, bottom = zip(*lines, strict=True)
            found[alt] = (min(left), min(top), max(right), max(bottom))
    return found


def places_of_codes(page: pdfium.PdfPage) -> list[float]:
    picture = page.render(scale=150 / 72, grayscale=True).to_pil().convert("L")
    found = oracle.boxes_of_codes(picture, picture.width / (page.get_width() * MM))
    return sorted(value for *box, _text in found for value in box)


def ink_of_quarters(page: pdfium.PdfPage) -> list[float]:
    """Return how dark each sixteenth of a page is: pictures of one size at one place leave the same ink there."""
    picture = page.render(scale=50 / 72, grayscale=True).to_pil().convert("L").resize((4, 4), resample=4)
    return [1 - value / 255 for value in picture.tobytes()]

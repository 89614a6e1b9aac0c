"""What should I do today: four taps by key, with a script and without, in any size, and one sheet of paper."""

from collections.abc import Iterator
from gzip import compress
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from building import ROOT
from kinds import quiet
from playwright.sync_api import Browser, Locator, Page, Response, expect
from yaml import safe_load

TREE = safe_load((ROOT / "docs/today.yml").read_text("utf-8"))
WAYS = {
    "now": [0],
    "urgent": [1],
    "surgery": [2, 0],
    "pregnant": [2, 1],
    "unsteady": [2, 2],
    "leg": [2, 3],
    "helping": [2, 4],
    "hardly": [2, 7],
    "see-someone": [2, 5, 1],
    "plan-floor": [2, 5, 0, 0],
    "lasting-chair": [2, 5, 2, 1],
    "short-walks-chair": [2, 6, 0, 1],
    "bad-day-floor": [2, 6, 2, 0],
}
"""For an answer of each kind the number of the link that is taken on each page, from 0."""
MOST_BYTES, MOST_REQUESTS = 60_000, 10
TARGET, SCREEN = 56, 844
"""Pixels: the least height of what is tapped here, and the height of a phone."""


@pytest.fixture
def plain(browser: Browser, base_url: str) -> Iterator[Page]:
    """Return a tab without scripts, as narrow as a small phone."""
    context = browser.new_context(base_url=base_url, java_script_enabled=False, viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


def press(page: Page, number: int) -> None:
    """Come to one of the choices by Tab alone, and take it by Enter."""
    choice = page.locator("a.bs-way").nth(number)
    before = page.locator("a.bs-way").nth(number - 1) if number else page.locator(".bs-article")
    before.focus()
    for _ in range(4):  # the first page has links in its words
        page.keyboard.press("Tab")
        if choice.evaluate("each => each === document.activeElement"):
            break
    expect(choice).to_be_focused()
    here = page.url
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(here)
    page.wait_for_load_state()


@pytest.mark.parametrize("answer", WAYS)
def test_by_key_four_taps_lead_to_each_kind_of_answer(page: Page, answer: str) -> None:
    quiet(page, "")
    page.get_by_role("link", name="What should I do today?").first.press("Enter")
    for number in WAYS[answer]:
        page.wait_for_url("**/today/**")
        press(page, number)
    page.wait_for_url(f"**/today/{answer}/")
    expect(page.get_by_role("heading", level=1)).to_have_text(TREE["answers"][answer]["title"])


def test_without_a_script_the_same_links_lead_on_and_back(plain: Page) -> None:
    plain.goto("today/")
    for number in WAYS["plan-floor"]:
        plain.locator("a.bs-way").nth(number).click()
    assert plain.url.endswith("/today/plan-floor/")
    expect(plain.locator("[data-bs-print]")).to_be_hidden()
    plain.get_by_role("link", name="Back: What can you do today? It is a little bad, and new.").click()
    assert plain.url.endswith("/today/mild/weeks/")
    plain.get_by_role("link", name="Start again").click()
    assert plain.url.endswith("/today/")


def test_every_answer_prints_on_one_sheet(page: Page) -> None:
    long = []
    for name in TREE["answers"]:
        quiet(page, f"today/{name}/")
        for paper in ("A4", "Letter"):
            with pdfium.PdfDocument(page.pdf(format=paper)) as document:
                words = document[0].get_textpage().get_text_bounded()
                assert TREE["answers"][name]["title"][:20] in words
                long += [f"{name}, {paper}: {len(document)} sheets"] if len(document) != 1 else []
    assert long == []


@pytest.mark.parametrize("address", ["today/", "today/how-bad/", "today/mild/weeks/", "today/plan-floor/"])
def test_targets_are_large_and_nothing_is_cut_off_at_320_pixels_and_double_text(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    quiet(page, address)
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    boxes = [each.bounding_box() for each in page.locator("a.bs-way").all()]
    assert all(box and box["height"] >= TARGET for box in boxes)
    assert boxes or "plan" in address


def test_the_heaviest_page_is_light(page: Page, site: Path) -> None:
    names = ["", *TREE["questions"], *TREE["answers"]]
    heaviest = max(names, key=lambda name: (site / "today" / name / "index.html").stat().st_size)
    sent: list[Response] = []
    page.on("response", lambda response: sent.append(response))  # noqa: PLW0108 not every callable will do
    quiet(page, f"today/{heaviest}/" if heaviest else "today/")
    sizes = {each.url: len(each.body() if each.url.endswith("woff2") else compress(each.body())) for each in sent}
    assert len(sizes) <= MOST_REQUESTS
    assert sum(sizes.values()) <= MOST_BYTES, sizes


def test_home_shows_the_door_and_the_line_of_emergencies_on_the_first_screen_of_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": SCREEN})
    quiet(page, "")
    assert top(page.get_by_role("link", name="What should I do today?")) < SCREEN / 2
    assert top(page.locator(".admonition.get-help li").first) < SCREEN
    assert top(page.get_by_role("link", name="hurt for months")) < 2 * SCREEN
    quiet(page, "walking-plan/")
    assert top(page.get_by_role("link", name="24-week plan").first) < 2 * SCREEN


def top(element: Locator) -> float:
    """Return how far an element is from the top of its page."""
    box = element.bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.parametrize("address", ["today/", "today/how-bad/", "today/unsteady/"])
def test_each_question_and_answer_lies_in_the_part_of_today(page: Page, address: str) -> None:
    quiet(page, address)
    assert page.locator(".bs-tabs [aria-current]").all_inner_texts() == ["Today"]

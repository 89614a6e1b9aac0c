"""The sheets of the studio: what is previewed is printed, whole, at true size and in letters that can be read."""

import json
import urllib.parse
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from paper import too_dark
from playwright.sync_api import Browser, Page
from studio_page import CUT_OFF, FIVE, WAYS, link, printed, show, texts, titles, to_pdf, visit

PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
PAGES = {
    # five exercises and the way to the floor: six cards
    ("four", "one"): 2,
    ("four", "duplex"): 4,
    ("four", "fold"): 3,
    ("two", "one"): 3,
    ("two", "duplex"): 6,
    ("two", "fold"): 6,
    ("single", "one"): 6,
    ("single", "duplex"): 12,
    ("rows", "one"): 2,
    ("log", "one"): 1,
}
POINTS_PER_MM = 72 / 25.4
LEAST_POINTS = {"four": 12, "two": 18, "single": 20, "rows": 12, "log": 12}
SMALL_PRINT = {10, 10.8, 12, 14}
LETTERS = """() => {
    const sizes = { body: [], other: [], small: [] };
    const walker = document.createTreeWalker(document.querySelector("[data-bs-sheets]"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const line = node.parentElement;
        if (!node.data.trim() || line.closest("[hidden]")) continue;
        const kind = line.closest("[data-part=lines], .bs-sheet__foot") ? "small"
            : line.closest("figcaption, .bs-face__link") ? "other" : "body";
        sizes[kind].push(Math.round(parseFloat(getComputedStyle(line).fontSize) * 75) / 100);
    }
    return sizes;
}"""


@pytest.fixture(scope="module")
def exercises(site: Path) -> list[Any]:
    found: list[Any] = json.loads((site / "cards/studio.json").read_text(encoding="utf-8"))["exercises"]
    return found


@pytest.mark.parametrize("paper", PAPERS)
def test_what_is_previewed_is_printed_whole_on_the_right_paper_with_little_ink(page: Page, paper: str) -> None:
    width, height = (side * POINTS_PER_MM for side in PAPERS[paper])
    visit(page)
    for layout, sides in WAYS:
        way = f"{layout}, {sides}"
        show(page, link(FIVE, paper=paper, layout=layout, sides=sides))
        previewed = page.locator(".bs-sheet").count()
        page.emulate_media(media="print")
        assert page.evaluate(CUT_OFF) == [], way
        page.emulate_media(media="null")
        pdf = to_pdf(page)
        assert list(too_dark(pdf)) == [], way
        document = pypdfium2.PdfDocument(pdf)
        assert len(document) == previewed == PAGES[layout, sides], way
        for sheet in document:
            assert sheet.get_size() == pytest.approx((width, height), abs=0.75)
            words = sheet.get_textpage()
            boxes = [words.get_rect(index) for index in range(words.count_rects())]
            assert min(left for left, *_ in boxes) >= 7 * POINTS_PER_MM, way
            assert max(right for _, _, right, _ in boxes) <= width - 7 * POINTS_PER_MM, way
            assert min(bottom for _, bottom, *_ in boxes) >= 11 * POINTS_PER_MM, way
            assert max(top for *_, top in boxes) <= height - 7 * POINTS_PER_MM, way
        said_on = texts(document)
        assert all("Call 999" in text and "Print at 100%" in text for text in said_on), way
        whole = " ".join(said_on)
        wanted = ["Wall calf stretch", "Sit to stand", "Front plank", "Side bridge", "Bridge"]
        if layout != "log":
            wanted += ["Floor and up again", "2 sets of 8, 3 days a week.", "How much:"]
        assert [words for words in wanted if words not in whole] == [], way
        assert "Begin with a ready set" not in whole, way


def longest_dose(start: Any, counted_in: str) -> str:  # noqa: ANN401 plain JSON
    """Return about the most of each number that the limits of the guide let through."""
    if start["minutes"]:
        return "2x30m"
    return "3x20h10" if start["hold_s"] else "2x12" if counted_in == "slopes" else "5x60"


@pytest.mark.parametrize("paper", PAPERS)
def test_every_exercise_fits_in_every_layout_with_the_longest_dose_in_letters_of_a_good_size(
    page: Page, exercises: list[Any], paper: str
) -> None:
    longest = [f"{each['id']}.{longest_dose(each['dose']['start'], each['counted_in'])}d7" for each in exercises]
    visit(page)
    for layout, sides in WAYS:
        show(page, link(",".join(longest), paper=paper, layout=layout, sides=sides))
        assert len(titles(page)) == len(exercises)
        assert page.locator("[data-bs-dropped]").is_hidden()
        assert page.evaluate(CUT_OFF) == [], f"{layout}, {sides}"
        sizes = page.evaluate(LETTERS)
        assert min(sizes["body"]) >= LEAST_POINTS[layout], f"{layout}, {sides}"
        assert min(sizes["other"], default=12) >= LEAST_POINTS["four"], f"{layout}, {sides}"
        assert set(sizes["small"]) <= SMALL_PRINT, f"{layout}, {sides}"


@pytest.mark.parametrize(("layout", "paper"), [("four", "a4"), ("two", "letter"), ("rows", "letter")])
def test_no_sheet_of_all_exercises_takes_too_much_ink(
    page: Page, exercises: list[Any], layout: str, paper: str
) -> None:
    every = ",".join(each["id"] for each in exercises)
    visit(page, link(every, layout=layout, sides="one" if layout == "rows" else "duplex", paper=paper))
    assert list(too_dark(to_pdf(page))) == []


def test_a_change_of_one_dose_lays_out_one_card_anew(page: Page) -> None:
    visit(page, link(FIVE, sides="duplex"))
    page.evaluate("document.querySelectorAll('.bs-face').forEach((face) => { face.old = true; })")
    item = page.locator("[data-bs-list] [data-id=sit-to-stand]")
    item.locator("summary").first.click()
    item.locator("label", has_text="On a sore day").click()
    fresh = page.evaluate("[...document.querySelectorAll('.bs-face')].filter((f) => !f.old).map((f) => f.dataset.card)")
    assert fresh == ["sit-to-stand", "sit-to-stand"]


def test_the_back_of_each_card_lies_behind_its_front(page: Page) -> None:
    visit(page, link(FIVE, layout="four", sides="duplex"))
    boxes: list[list[tuple[str, float, float]]] = page.evaluate(
        """() => [...document.querySelectorAll(".bs-sheet")].map((sheet) => {
            const page = sheet.getBoundingClientRect();
            return [...sheet.querySelectorAll(".bs-slot")].filter((slot) => slot.firstChild).map((slot) => {
                const box = slot.getBoundingClientRect();
                const across = (box.left + box.right) / 2 - page.left;
                return [slot.firstChild.dataset.card, across / page.width, (box.top - page.top) / page.height];
            });
        })"""
    )
    # A back keeps further from the cut than its front, so its middle is a little further out.
    for front, back in zip(boxes[::2], boxes[1::2], strict=True):
        seen_through = {name: (1 - across, down) for name, across, down in back}
        assert seen_through.keys() == {name for name, _across, _down in front}
        for name, across, down in front:
            assert seen_through[name] == pytest.approx((across, down), abs=0.012), name


def test_the_ruler_is_100_mm_long_on_paper_and_in_the_preview_to_scale(page: Page) -> None:
    visit(page, link(FIVE))
    ruler, sheet = (
        page.evaluate(f"document.querySelector('{name}').getBoundingClientRect().width")
        for name in (".bs-ruler", ".bs-sheet")
    )
    assert ruler / sheet == pytest.approx(100 / 210, abs=0.001)
    page.emulate_media(media="print")
    width = page.evaluate("document.querySelector('.bs-ruler').getBoundingClientRect().width")
    assert width == pytest.approx(100 / 25.4 * 96, abs=0.5)


def test_every_code_on_paper_reads_back_and_leads_to_a_page_of_the_site(page: Page, site: Path) -> None:
    visit(page, link(FIVE))
    found = [
        code.text
        for sheet in printed(page)
        for code in zxingcpp.read_barcodes(sheet.render(scale=150 / 72, grayscale=True).to_numpy())
    ]
    assert len(found) == 6
    for address in found:
        path = urllib.parse.urlsplit(address).path.removeprefix("/backstride/")
        assert (site / path / "index.html").exists(), address


def test_paper_is_black_on_white_in_the_dark_scheme_too(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, color_scheme="dark")
    tab = context.new_page()
    visit(tab, link(FIVE))
    picture = printed(tab)[0].render(scale=1, grayscale=True).to_pil()
    context.close()
    lightness = picture.get_flattened_data() if hasattr(picture, "get_flattened_data") else picture.getdata()
    ink = sum(255 - value for value in lightness) / (255 * picture.width * picture.height)
    assert 0.01 < ink < 0.10


def test_name_and_notes_are_printed_and_are_nowhere_else(page: Page, base_url: str) -> None:
    visit(page, link(FIVE, layout="rows"))
    page.get_by_role("textbox", name="Name", exact=True).fill("Zelda Quint of the Longest Name There Is")
    page.get_by_role("textbox", name="Notes", exact=True).fill("Soft floor <b>only</b>")
    page.locator(".bs-handout", has_text="Soft floor <b>only</b>").wait_for()
    assert "Zelda Quint" in texts(printed(page))[0]
    assert page.evaluate(CUT_OFF) == []
    page.get_by_role("button", name="Show QR code").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Put it in my calendar").click()
    places = [
        page.evaluate("location.href"),
        page.locator("[data-bs-link]").input_value(),
        download.value.path().read_text(encoding="utf-8"),
        page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, history.state])"),
    ]
    assert not [place for place in places if "Zelda" in place or "Soft" in place]
    page.reload()
    page.locator("[data-bs-list] li").first.wait_for()
    assert page.get_by_role("textbox", name="Name", exact=True).input_value() == ""
    assert page.evaluate("location.href").startswith(base_url)

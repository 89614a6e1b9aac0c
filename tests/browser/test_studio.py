"""The print studio: what one chooses is what is previewed, printed and passed on; nothing else leaves the page."""

import hashlib
import io
import json
import re
import urllib.parse
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from building import ROOT
from paper import too_dark
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

STUDIO = "cards/studio/"
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
WAYS = [
    ("four", "one"),
    ("four", "duplex"),
    ("four", "fold"),
    ("two", "one"),
    ("two", "duplex"),
    ("two", "fold"),
    ("single", "one"),
    ("single", "duplex"),
    ("rows", "one"),
    ("log", "one"),
]
FIVE = "calf-stretch,sit-to-stand.2x8h5d3,plank.blank,side-bridge.build,bridge"
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
CUT_OFF = """() => [...document.querySelectorAll(".bs-sheet")].flatMap((sheet) => {
    // The box of a line is taller than its letters, by a part of their size.
    const inside = (box, room, more) =>
        box.left >= room.left - 1.5 && box.right <= room.right + 1.5 && box.top >= room.top - more &&
        box.bottom <= room.bottom + more;
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    const faults = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.data.trim() || node.parentElement.closest("[hidden], svg, .bs-face__lines")) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const around = node.parentElement.closest("[data-sizes], .bs-face, .bs-sheet__foot") ?? sheet;
        const room = around.getBoundingClientRect();
        for (const box of range.getClientRects()) {
            const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
            if (!inside(box, room, Math.max(4, 0.45 * size))) faults.push(node.data);
        }
    }
    for (const face of sheet.querySelectorAll("[data-fits=false]")) faults.push(`${face.dataset.card} is too full`);
    for (const face of sheet.querySelectorAll("[data-sizes]")) {
        if (face.scrollHeight > face.clientHeight + 1) faults.push(`${face.dataset.card} runs over`);
    }
    for (const picture of sheet.querySelectorAll("figure img")) {
        const many = (picture.closest(".bs-face")?.querySelectorAll("figure img").length ?? 0) > 4;
        if (picture.getBoundingClientRect().height < (many ? 12 : 20)) faults.push(`${picture.alt} is too small`);
    }
    return faults;
})"""

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


def link(cards: str, *, paper: str = "a4", layout: str = "four", sides: str = "one", order: str = "auto") -> str:
    return f"#v=1&cards={cards}&paper={paper}&layout={layout}&sides={sides}&order={order}&days=mo.we.fr"


def visit(page: Page, fragment: str = "") -> None:
    page.goto(f"about:blank{fragment}")  # so that a change of the fragment alone loads the page anew
    page.goto(STUDIO + fragment)
    page.locator("[data-bs-picks] li").first.wait_for(state="attached")
    settle(page)


def show(page: Page, fragment: str) -> None:
    """Show another plan in the studio that is open, as a link that is followed there does."""
    page.evaluate(
        """(fragment) => {
            history.replaceState(null, "", fragment);
            dispatchEvent(new HashChangeEvent("hashchange"));
        }""",
        fragment,
    )
    settle(page)


def settle(page: Page) -> None:
    """Wait until pictures and letters are there and every sheet is laid out."""
    page.evaluate(
        """async () => {
            const images = [...document.querySelectorAll("[data-bs-sheets] img")];
            await Promise.allSettled([document.fonts.ready, ...images.map((image) => image.decode())]);
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }"""
    )


def titles(page: Page) -> list[str]:
    return page.locator("[data-bs-list] h3").all_inner_texts()


def said(page: Page) -> str:
    return page.locator("[data-bs-status]").inner_text()


def pick(page: Page, title: str) -> None:
    page.get_by_role("button", name=re.compile(f"^Add(ed)? {re.escape(title)}$")).click()


def to_pdf(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True)


def printed(page: Page) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(to_pdf(page))


def texts(document: pypdfium2.PdfDocument) -> list[str]:
    return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document]


@pytest.fixture(scope="module")
def exercises(site: Path) -> list[Any]:
    found: list[Any] = json.loads((site / "cards/studio.json").read_text(encoding="utf-8"))["exercises"]
    return found


# ---------- Paper ----------


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
            wanted += ["Floor and up again", "2 sets of 8, hold 5 seconds, 3 days a week.", "How much:"]
        assert [words for words in wanted if words not in whole] == [], way
        assert "Begin with a ready set" not in whole, way


@pytest.mark.parametrize("paper", PAPERS)
def test_every_exercise_fits_in_every_layout_with_the_longest_dose_in_letters_of_a_good_size(
    page: Page, exercises: list[Any], paper: str
) -> None:
    longest = [f"{each['id']}.5x60{'m' if each['dose']['start']['minutes'] else ''}h120d7" for each in exercises]
    visit(page)
    for layout, sides in WAYS:
        show(page, link(",".join(longest), paper=paper, layout=layout, sides=sides))
        assert len(titles(page)) == len(exercises)
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
    page.get_by_label("Sit to stand: how much").select_option(label="On a sore day")
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


# ---------- The list ----------


def test_cards_are_chosen_dosed_and_printed_by_hand(page: Page) -> None:
    visit(page)
    assert page.locator("[data-bs-print-sheets]").first.is_disabled()
    page.locator("[data-bs-studio]").get_by_label("Search", exact=True).fill("calf")
    pick(page, "Wall calf stretch")
    assert said(page) == "Wall calf stretch added. 1 card."
    page.locator("[data-bs-studio]").get_by_label("Search", exact=True).fill("")
    pick(page, "Sit to stand")
    page.get_by_label("Sit to stand: how much").select_option(label="My own numbers")
    page.get_by_label("Sets").fill("3")
    page.get_by_label("Repeats").fill("12")
    page.get_by_label("Days a week").fill("5")
    assert said(page) == "Sit to stand: 3 sets of 12, 5 days a week."
    page.get_by_label("Wall calf stretch: how much").select_option(label="Blank, for a pen")
    assert "3 sets of 12, 5 days a week." in page.locator(".bs-sheet").inner_text()
    assert "How much:" in page.locator(".bs-sheet").inner_text()
    settle(page)
    (text,) = texts(printed(page))
    assert "3 sets of 12, 5 days a week." in text


def test_a_number_outside_its_limits_is_refused_beside_its_box(page: Page) -> None:
    visit(page, link("sit-to-stand.2x8d3"))
    box = page.get_by_label("Repeats")
    box.fill("-4")
    assert page.locator(".bs-item__wrong", has_text="1 to 60").is_visible()
    assert box.get_attribute("aria-invalid") == "true"
    assert "cards=sit-to-stand.2x8d3&" in page.evaluate("location.href")
    box.fill("10")
    assert "cards=sit-to-stand.2x10d3&" in page.evaluate("location.href")


def test_a_floor_exercise_brings_the_way_to_the_floor_along_and_takes_it_away_again(page: Page) -> None:
    visit(page, link("calf-stretch"))
    pick(page, "Bridge")
    assert titles(page) == ["1. Wall calf stretch", "2. Floor and up again", "3. Bridge"]
    assert "Floor and up again came along." in said(page)
    assert page.get_by_role("button", name="Take out Floor and up again").count() == 0
    page.get_by_role("button", name="Take out Bridge").click()
    assert titles(page) == ["1. Wall calf stretch"]
    assert "Floor and up again went with it." in said(page)


def test_cards_move_by_keyboard_and_the_focus_stays_on_them(page: Page) -> None:
    visit(page, link("calf-stretch,sit-to-stand,seated-march"))
    first = titles(page)
    page.get_by_role("button", name="Move Sit to stand up").focus()
    page.keyboard.press("Enter")
    moved = titles(page)
    assert [title[3:] for title in moved] != [title[3:] for title in first]
    assert "Sit to stand is now number" in said(page)
    assert "The order is now your own." in said(page)
    assert "Sit to stand" in page.evaluate("document.activeElement.title")
    assert page.get_by_label("My own").first.is_checked()
    page.get_by_label("By position").check()
    assert titles(page) == first


def test_cards_move_by_dragging(page: Page) -> None:
    visit(page, link("calf-stretch,sit-to-stand,seated-march"))
    first = titles(page)
    items = page.locator("[data-bs-list] > li")
    items.first.scroll_into_view_if_needed()
    handle, last = items.first.locator("[data-bs-handle]").bounding_box(), items.last.bounding_box()
    assert handle
    assert last
    page.mouse.move(handle["x"] + 5, handle["y"] + 10)
    page.mouse.down()
    page.mouse.move(handle["x"] + 5, last["y"] + last["height"] - 2, steps=6)
    page.mouse.up()
    assert [title[3:] for title in titles(page)] == [title[3:] for title in (*first[1:], first[0])]


def test_a_ready_set_fills_the_list_and_undo_brings_the_old_one_back(page: Page) -> None:
    visit(page, link("calf-stretch"))
    page.get_by_role("button", name="Stretch", exact=False).first.click()
    assert len(titles(page)) > 1
    page.get_by_role("button", name="Undo").click()
    assert titles(page) == ["1. Wall calf stretch"]


def test_time_is_estimated_and_more_than_four_exercises_are_advised_against(page: Page) -> None:
    visit(page, link("calf-stretch,sit-to-stand,seated-march,lunge"))
    assert re.search(r"4 cards, about \d+ minutes\.", page.locator("[data-bs-sum]").inner_text())
    assert page.locator("[data-bs-many]").is_hidden()
    pick(page, "Wall plank")
    assert "You chose 5 exercises." in page.locator("[data-bs-many]").inner_text()


# ---------- The link ----------


def test_the_copied_link_opens_the_same_plan(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, link(FIVE, paper="letter", layout="two", sides="fold", order="own"))
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert said(page) == "Link copied."
    other = context.new_page()
    other.goto(copied)
    other.locator("[data-bs-list] li").first.wait_for()
    assert titles(other) == titles(page)
    assert other.locator(".bs-sheet").all_inner_texts() == page.locator(".bs-sheet").all_inner_texts()
    assert other.locator("[data-bs-dropped]").is_hidden()


def test_the_code_on_the_screen_is_the_link(page: Page) -> None:
    visit(page, link(FIVE))
    page.get_by_role("button", name="Show QR code").click()
    picture = page.locator("[data-bs-code] svg").screenshot()
    (code,) = zxingcpp.read_barcodes(_pixels(picture))
    assert code.text == page.locator("[data-bs-link]").input_value()


def test_a_new_link_in_the_same_tab_replaces_the_plan(page: Page) -> None:
    visit(page, link("calf-stretch"))
    page.evaluate("fragment => { location.hash = fragment }", link("lunge"))
    expect(page.locator("[data-bs-list] h3")).to_have_text(["1. Lunge"])


HOSTILE = [
    ("#v=1&cards=<script>window.bad=1</script>,lunge", ["1. Lunge"], "We left out 1 exercise"),
    ("#v=1&cards=<img src=x onerror=window.bad=1>", [], "We left out 1 exercise"),
    (f"#v=1&cards=lunge,{','.join(f'x{number}' for number in range(10_000))}", ["1. Lunge"], "The link is too long."),
    (f"#v=1&cards={','.join(['lunge'] * 10_000)}", ["1. Lunge"], "cards that came twice"),
    (
        "#v=1&cards=lunge.-2x8,plank.3x-8h5",
        ["1. Lunge", "2. Floor and up again", "3. Front plank"],
        "Lunge: the dose is not within our limits.",
    ),
    ("#v=1&cards=lunge.99x999h9d9", ["1. Lunge"], "Lunge: the dose is not within our limits."),
    ("#v=1&cards=%E0%A4%A&paper=a4", [], "A part of the link is broken."),
    ("#%E0%A4%A", [], "This link holds no plan that we can read."),
    ("#v=99&cards=lunge", ["1. Lunge"], "another version"),
    (
        "#v=1&cards=lunge&paper=a0&layout=toString&sides=__proto__&order=x&days=mo.xx",
        ["1. Lunge"],
        "a paper that we do not",
    ),
]


def test_a_hostile_link_does_no_harm_and_says_what_it_dropped(page: Page) -> None:
    for number, (fragment, kept, dropped) in enumerate(HOSTILE):
        (show if number else visit)(page, fragment)
        case = fragment[:60]
        assert dropped in page.locator("[data-bs-dropped]").inner_text(), case
        assert said(page).startswith("We could not use all of this link."), case
        assert titles(page) == kept, case
        assert page.evaluate("window.bad") is None, case
        assert page.locator(".bs-studio script, .bs-studio [onerror], .bs-studio__dropped :is(img, svg)").count() == 0
        assert page.locator("[data-bs-dropped] li").count() <= 6, case


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


# ---------- Calendar ----------


def test_the_calendar_file_repeats_on_the_chosen_days(page: Page) -> None:
    visit(page, link(FIVE))
    page.locator("[data-bs-calendar]").get_by_label("Sun").check()
    page.locator("[data-bs-calendar]").get_by_label("Wed").uncheck()
    with page.expect_download() as download:
        page.get_by_role("button", name="Put it in my calendar").click()
    assert download.value.suggested_filename == "back-exercises.ics"
    raw = download.value.path().read_bytes()
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    lines = raw.decode().replace("\r\n ", "").split("\r\n")
    assert "RRULE:FREQ=WEEKLY;BYDAY=MO,FR,SU;COUNT=12" in lines
    (start,) = (line for line in lines if line.startswith("DTSTART:"))
    assert re.fullmatch(r"DTSTART:\d{8}T100000", start)
    (about,) = (line for line in lines if line.startswith("DESCRIPTION:"))
    assert "Sit to stand: 2 sets of 8\\, hold 5 seconds\\n" in about
    assert f"URL:{page.locator('[data-bs-link]').input_value()}" in lines


# ---------- Everyone, everywhere ----------


def test_without_javascript_the_page_offers_the_ready_cards(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(STUDIO)
    assert tab.locator("[data-bs-studio]").is_hidden()
    assert tab.locator("article noscript, article .care").first.is_visible()
    tab.get_by_role("link", name="ready-made cards").click()
    assert tab.url.removesuffix("/").endswith("/cards")
    context.close()


def test_without_its_data_the_page_says_so_and_offers_nothing_that_does_not_work(
    browser: Browser, base_url: str
) -> None:
    context = browser.new_context(base_url=base_url)
    context.route("**/studio.json", lambda route: route.abort())
    tab = context.new_page()
    tab.goto(STUDIO)
    tab.locator("[data-bs-dropped]", has_text="The exercises did not load.").wait_for()
    assert tab.locator(".bs-studio button:visible").count() == 0
    assert tab.get_by_role("link", name="Print a ready-made set").is_visible()
    context.close()


BARE: dict[str, Any] = {
    "dose": None,
    "breathing": None,
    "feel": None,
    "mistakes": [],
    "easier": [],
    "harder": [],
    "stop": "",
    "level": None,
    "position": "",
    "place": "",
    "equipment": [],
    "areas": [],
}


def test_exercises_may_lack_all_that_a_guide_need_not_have(page: Page, site: Path) -> None:
    data = json.loads((site / "cards/studio.json").read_text(encoding="utf-8"))
    bare: dict[str, Any] = {"emergency": None, "checked": "", "way_down": None, "levels": []}
    data |= bare | {"words": data["words"] | {"log": None}, "exercises": [each | BARE for each in data["exercises"]]}
    page.route("**/studio.json", lambda route: route.fulfill(json=data))
    visit(page)
    for layout, sides in WAYS:
        show(page, link(FIVE, layout=layout, sides=sides))
        way = f"{layout}, {sides}"
        assert page.evaluate(CUT_OFF) == [], way
        assert page.locator(".bs-dosebox, .bs-face__stop, .bs-sheet__help").count() == 0, way
        words = page.locator("[data-bs-sheets], [data-bs-list], [data-bs-picks]").all_inner_texts()
        assert not [text for text in words if re.search("null|undefined|NaN", text)], way
    assert page.locator("[data-bs-sum]").inner_text() == "5 cards."
    assert page.locator("[data-bs-list] select").count() == 0
    with page.expect_download() as download:
        page.get_by_role("button", name="Put it in my calendar").click()
    assert "Sit to stand" in download.value.path().read_text(encoding="utf-8")


def test_the_studio_opens_after_pages_were_swapped_and_opens_again(page: Page) -> None:
    page.goto("cards/")
    for _ in range(2):
        page.locator("a[href$='cards/studio/'], a[href$='./studio/'], a[href='studio/']").first.click()
        page.locator("[data-bs-picks] li").first.wait_for()
        pick(page, "Lunge")
        assert titles(page) == ["1. Lunge"]
        page.go_back()
        page.wait_for_url(re.compile(r"/cards/$"))


def test_scrolling_leaves_the_link_alone(page: Page) -> None:
    visit(page, link(FIVE))
    before = page.evaluate("location.href")
    page.mouse.wheel(0, 2500)
    page.wait_for_function("scrollY > 1000")
    settle(page)
    assert page.evaluate("location.href") == before


SMALL_CONTROLS = """() => [...document.querySelectorAll(".bs-studio :is(button, select, input, textarea)")]
    .map((control) => (control.matches("[type=radio], [type=checkbox]") ? control.closest("label") : control))
    .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 43.9)
    .map((control) => control.outerHTML.slice(0, 80))"""


def test_a_phone_never_scrolls_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    visit(page, link(FIVE))
    page.get_by_role("button", name="Show QR code").click()
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 700})
        settle(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(SMALL_CONTROLS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_studio_breaks_no_accessibility_rule(browser: Browser, base_url: str, scheme: str) -> None:
    context = browser.new_context(base_url=base_url, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type] # a literal from the list above
    tab = context.new_page()
    visit(tab, link(f"{FIVE},nonsense"))
    tab.get_by_role("button", name="Show QR code").click()
    found = Axe().run(tab, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    context.close()
    faults = [
        f"{violation['id']}: {node['target']}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]
    assert not faults, "\n".join(faults)


def test_the_borrowed_code_is_the_published_one() -> None:
    folder = ROOT / "docs/assets/javascripts/vendor"
    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        checksum, name = line.split()
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == checksum


def _pixels(png: bytes) -> Any:  # noqa: ANN401 zxing-cpp takes any picture
    return Image.open(io.BytesIO(png)).convert("L")

"""The print studio: what one chooses is what is previewed, printed and passed on; nothing else leaves the page."""

import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from building import ROOT
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect
from studio_page import CUT_OFF, FIVE, STUDIO, WAYS, link, pick, printed, said, settle, show, texts, titles, visit

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

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
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect
from studio_page import CUT_OFF, FIVE, STUDIO, WAYS, link, pick, printed, said, settle, show, texts, titles, visit

JOURNEY = ("Heel raise", "Wall calf stretch", "Sit to stand", "Bridge")
"""What a physiotherapist prescribes: of the first two one number is changed, of the others the stage."""


MOVES = """new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { window.moved += value; }))
  .observe({ type: "layout-shift" }); window.moved = 0;"""


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_when_the_studio_opens_long_after_its_page(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(MOVES)
    held: list[Route] = []
    page.route("**/studio/page.js", lambda route: held.append(route))  # noqa: PLW0108 Playwright marks what it is given
    page.goto(STUDIO)
    expect(page.locator("h1")).to_be_visible()
    page.evaluate("document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 300)))")
    page.evaluate("window.moved = 0")
    page.route("**/studio.json", lambda route: held.append(route))  # noqa: PLW0108 Playwright marks what it is given
    held.pop().continue_()
    expect(page.locator("[data-bs-bar]")).to_be_visible()
    page.evaluate("new Promise((done) => setTimeout(done, 300))")
    held.pop().continue_()
    expect(page.locator("[data-bs-short]")).to_have_text("Nothing chosen yet")
    page.evaluate("new Promise((done) => setTimeout(done, 100))")
    assert page.evaluate("window.moved") == 0


# ---------- Two minutes ----------


@pytest.mark.parametrize("width", [1280, 390])
def test_the_first_add_is_within_eight_tab_stops_from_the_top_of_the_page(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    visit(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "bs-skip"
    page.keyboard.press("Enter")
    stops = 1
    while not page.evaluate("document.activeElement.matches('[data-bs-picks] button')"):
        page.keyboard.press("Tab")
        stops += 1
        assert stops <= 8


@pytest.mark.parametrize("width", [1280, 390])
def test_four_exercises_with_changed_doses_are_printed_and_passed_on_within_fourteen_clicks(
    page: Page, context: BrowserContext, width: int
) -> None:
    context.grant_permissions(["clipboard-write"])
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script("window.print = () => { window.printed = true; }")
    visit(page)
    page.evaluate("window.clicks = 0; addEventListener('click', (event) => { clicks += event.detail > 0; }, true)")
    for title in JOURNEY:
        pick(page, title)
    if width < 960:
        page.get_by_role("button", name="Your list").click()
    for title, repeats in (("Heel raise", "12"), ("Wall calf stretch", "3")):
        changing(page, title).get_by_label("Repeats").click()
        page.keyboard.type(repeats)
    for title, stage in (("Sit to stand", "On a sore day"), ("Bridge", "Build up to")):
        changing(page, title).locator("label", has_text=stage).click()
    page.get_by_role("button", name="Print", exact=True).click()
    page.wait_for_function("() => window.printed")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copied").wait_for()
    doses = page.locator(".bs-item__dose").all_inner_texts()
    assert doses[0].startswith("12 times.")
    assert doses[1].startswith("3 stretches each side, hold 10 to 15 seconds.")
    # a click on a label clicks its radio button as well
    assert page.evaluate("clicks") - 2 <= 14


def test_what_was_added_last_is_open_beside_the_exercises(page: Page) -> None:
    visit(page)
    for title in JOURNEY[:2]:
        pick(page, title)
        assert page.locator("[data-bs-list] li", has=page.locator("details[open]")).locator("h3").inner_text() == (
            f"{JOURNEY.index(title) + 1}. {title}"
        )


NAMED = "button, input, select, textarea, summary, a"
SEEN = r"""control => {
    const of = control.labels?.length ? control.labels[0] : control;
    const copy = of.cloneNode(true);
    for (const part of copy.querySelectorAll(".bs-unseen, [aria-hidden], svg, select, input, textarea")) part.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
}"""


def test_the_name_of_every_control_begins_with_the_words_that_it_shows(page: Page) -> None:
    visit(page, link("calf-stretch,sit-to-stand.2x8h5d3,bridge"))
    for fold in page.locator(".bs-studio summary").all():
        fold.evaluate("fold => { fold.parentElement.name = ''; fold.parentElement.open = true; }")
    page.locator("[data-bs-picks] li:nth-child(n + 6)").evaluate_all("alike => alike.forEach((each) => each.remove())")
    controls = [each for each in page.locator(".bs-studio").locator(NAMED).all() if each.is_visible()]
    assert len(controls) > 40
    wrong = []
    for control in controls:
        seen = control.evaluate(SEEN)
        if re.search(r"\w", seen) and not name_of(control).startswith(seen):
            wrong.append((seen, name_of(control)))
    assert wrong == []


def name_of(control: Locator) -> str:
    """Return the name of a control as it is heard."""
    heard = control.aria_snapshot().splitlines()[0]
    found = re.search(r'"((?:[^"\\]|\\.)*)"', heard)
    return json.loads(found[0]) if found else heard.partition(": ")[2]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("tummy", "Front plank"),
        pytest.param("belly", "Front plank", marks=pytest.mark.thorough),
        ("bum", "Bridge"),
        pytest.param("glutes", "Bridge", marks=pytest.mark.thorough),
        ("calfs", "Wall calf stretch"),
        ("sit ups", "Seated tummy curl"),
        pytest.param("ballance", "Standing on one leg", marks=pytest.mark.thorough),
    ],
)
def test_the_words_of_the_search_of_the_site_find_exercises(page: Page, words: str, title: str) -> None:
    visit(page)
    page.locator("[data-bs-search]").get_by_label("Search", exact=True).fill(words)
    found = page.locator("[data-bs-picks] b").all_inner_texts()
    assert title in found
    assert len(found) < 15


# ---------- The same again ----------


def test_a_plan_is_kept_when_asked_and_comes_back_without_anything_personal(
    page: Page, context: BrowserContext
) -> None:
    visit(page)
    pick(page, "Lunge")
    pick(page, "Heel raise")
    assert page.evaluate("localStorage.length") == 0
    page.get_by_label("Keep this plan on this device").check()
    assert said(page) == "This plan is kept on this device."
    page.get_by_role("textbox", name="Name", exact=True).fill("Zelda")
    changing(page, "Lunge").locator("label", has_text="On a sore day").click()
    kept, plan = page.evaluate("JSON.stringify({...localStorage})"), page.locator(".bs-item__dose").all_inner_texts()
    assert "Zelda" not in kept
    page.close()
    later = context.new_page()
    visit(later)
    assert titles(later) == []
    later.get_by_role("button", name=re.compile(r"^Same again, from \d+ \w+$")).click()
    assert titles(later) == ["1. Heel raise", "2. Lunge"]
    assert later.locator(".bs-item__dose").all_inner_texts() == plan
    assert later.evaluate("document.activeElement.id") == "studio-list"
    later.get_by_label("Keep this plan on this device").uncheck()
    assert later.evaluate("localStorage.length") == 0
    visit(later)
    assert later.get_by_role("button", name="Same again").count() == 0


def test_a_browser_that_keeps_nothing_says_so_and_the_studio_works(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    page.goto("about:blank")
    page.goto(STUDIO)
    page.locator("[data-bs-picks] li").first.wait_for()
    pick(page, "Lunge")
    tick = page.get_by_label("Keep this plan on this device")
    tick.click()
    assert not tick.is_checked()
    assert page.locator("[data-bs-keep-told]").inner_text().startswith("This browser lets us keep nothing.")
    assert titles(page) == ["1. Lunge"]
    context.close()


def test_a_plan_that_somebody_sent_does_not_take_the_place_of_the_one_that_is_kept(page: Page) -> None:
    visit(page, link("lunge"))
    page.get_by_label("Keep this plan on this device").check()
    kept = page.evaluate("({...localStorage})")
    visit(page, link("calf-stretch"))
    assert page.evaluate("({...localStorage})") == kept


# ---------- The list ----------


def changing(page: Page, title: str) -> Locator:
    """Return the card of an exercise in the list, with what changes its dose open."""
    card = page.locator("[data-bs-list] > li", has=page.get_by_role("heading", name=re.compile(rf"\d\. {title}$")))
    if card.locator(".bs-item__change:not([open])").count():
        card.locator(".bs-item__change > summary").click()
    return card


def test_cards_are_chosen_dosed_and_printed_by_hand(page: Page) -> None:
    visit(page)
    assert page.locator("[data-bs-print-sheets]").is_disabled()
    page.locator("[data-bs-studio]").get_by_label("Search", exact=True).fill("calf")
    pick(page, "Wall calf stretch")
    assert said(page) == "Wall calf stretch added. 1 card."
    page.locator("[data-bs-studio]").get_by_label("Search", exact=True).fill("")
    pick(page, "Sit to stand")
    sit = changing(page, "Sit to stand")
    sit.get_by_label("Sets").fill("3")
    sit.get_by_label("Repeats").fill("12")
    sit.get_by_label("Days a week").fill("5")
    assert said(page) == "Sit to stand: 3 sets of 12, 5 days a week."
    assert sit.get_by_label("My own numbers").is_checked()
    changing(page, "Wall calf stretch").get_by_label("Blank, for a pen").check()
    assert "3 sets of 12, 5 days a week." in page.locator(".bs-sheet").inner_text()
    assert "How much:" in page.locator(".bs-sheet").inner_text()
    settle(page)
    (text,) = texts(printed(page))
    assert "3 sets of 12, 5 days a week." in text


def test_a_number_outside_its_limits_is_refused_beside_its_box(page: Page) -> None:
    visit(page, link("sit-to-stand.2x8d3"))
    box = changing(page, "Sit to stand").get_by_label("Repeats")
    before = page.evaluate("location.href")
    box.fill("-4")
    assert page.locator(".bs-item__wrong", has_text="1 to 60").is_visible()
    assert box.get_attribute("aria-invalid") == "true"
    assert page.evaluate("location.href") == before
    box.fill("10")
    assert page.locator(".bs-item__dose").inner_text() == "2 sets of 10. 3 days a week."
    assert page.evaluate("location.href") != before


def test_a_floor_exercise_brings_the_way_to_the_floor_along_and_takes_it_away_again(page: Page) -> None:
    visit(page, link("calf-stretch"))
    pick(page, "Bridge")
    assert titles(page) == ["1. Wall calf stretch", "2. Floor and up again", "3. Bridge"]
    assert "Floor and up again came along." in said(page)
    assert page.get_by_role("button", name="Leave it out: Floor and up again").is_visible()
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
    order = page.get_by_role("group", name="Order")
    assert order.get_by_label("My own").is_checked()
    order.get_by_label("By position").check()
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


def test_a_ready_set_fills_an_empty_list(page: Page) -> None:
    visit(page)
    page.get_by_text("Begin with a ready set").click()
    page.get_by_role("button", name="First steps").click()
    assert len(titles(page)) == 6
    assert page.get_by_role("button", name="Only this set").is_hidden()


def test_a_ready_set_joins_what_was_chosen_and_may_then_stand_alone(page: Page) -> None:
    visit(page, link("lunge.flare"))
    dose = page.locator(".bs-item__dose").inner_text()
    page.get_by_text("Begin with a ready set").click()
    page.get_by_role("button", name="Steady on your feet").click()
    assert len(titles(page)) == 5
    assert dose in page.locator(".bs-item__dose").all_inner_texts()
    assert said(page) == "Steady on your feet is added to what you had. 5 cards in your list."
    page.get_by_role("button", name="Only this set").press("Enter")
    assert len(titles(page)) == 4
    assert page.evaluate("document.activeElement.textContent").startswith("Steady on your feet")
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Undo").click()
    assert titles(page) == ["1. Lunge"]
    assert page.get_by_role("button", name="Only this set").is_hidden()


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
    assert copied == page.locator("[data-bs-link]").input_value()
    other = context.new_page()
    visit(other, f"#{copied.partition('#')[2]}")
    assert titles(other) == titles(page)
    assert other.locator(".bs-sheet").all_inner_texts() == page.locator(".bs-sheet").all_inner_texts()
    assert other.locator("[data-bs-dropped]").is_hidden()


def test_the_link_leads_to_the_page_that_shows_a_plan_where_there_is_one(page: Page, site: Path, base_url: str) -> None:
    visit(page, link("lunge"))
    shows = "cards/mine/" if (site / "cards/mine/index.html").exists() else STUDIO
    assert page.locator("[data-bs-link]").input_value().startswith(f"{base_url}{shows}#v=")
    assert page.evaluate("location.href").startswith(f"{base_url}{STUDIO}#v=")


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
        "Lunge: the link asks for something that does not fit, so we left out the dose.",
    ),
    (
        "#v=1&cards=lunge.99x999h9d9",
        ["1. Lunge"],
        "so we left out the sets, the repeats, the hold and the days a week.",
    ),
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
    page.locator("summary", has_text="Calendar").click()
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
    assert "Sit to stand: 2 sets of 8\\n" in about
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
    assert page.locator("[data-bs-list] input").count() == 0
    page.locator("summary", has_text="Calendar").click()
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


def test_the_skip_link_leaves_the_plan_and_its_link_alone(page: Page) -> None:
    visit(page, link(FIVE))
    before, rows = page.evaluate("location.href"), page.locator("[data-bs-list] > li").count()
    page.get_by_role("link", name="Skip to the words of this page").press("Enter")
    expect(page.locator("#bs-words")).to_be_focused()
    assert page.evaluate("location.href") == before
    assert page.locator("[data-bs-list] > li").count() == rows > 1


def test_scrolling_leaves_the_link_alone(page: Page) -> None:
    visit(page, link(FIVE))
    before = page.evaluate("location.href")
    page.mouse.wheel(0, 2500)
    page.wait_for_function("() => scrollY > 1000")
    settle(page)
    assert page.evaluate("location.href") == before


SMALL_CONTROLS = """() => [...document.querySelectorAll(".bs-studio :is(button, select, input, textarea)")]
    .map((control) => (control.matches("[type=radio], [type=checkbox]") ? control.closest("label") : control))
    .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 43.9)
    .map((control) => control.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_ends_where_its_foot_ends(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    visit(page)
    below = page.evaluate(
        """() => document.documentElement.scrollHeight - scrollY
            - document.querySelector("body > footer").getBoundingClientRect().bottom"""
    )
    assert below == pytest.approx(0, abs=1)


def test_a_phone_never_scrolls_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    visit(page, link(FIVE))
    page.get_by_role("button", name="Show QR code").click()
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 700})
        settle(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(SMALL_CONTROLS) == []


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.thorough), "dark"])
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

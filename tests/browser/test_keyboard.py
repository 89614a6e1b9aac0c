"""The keyboard: on every kind of page each stop is in sight, named and uncovered, in order, there and back."""

from typing import Any

import pytest
from kinds import KINDS, quiet
from playwright.sync_api import Locator, Page, expect

SOME = 40
"""How many stops are visited each way: enough for the frame and a screen or more of each page."""
WHOLE = 400
"""More than the pages have of which every stop is visited."""
VISITED_WHOLE = {"why-walk/", "exercises/plank/", "faq/shoes/"}
AT_ONCE = 10
"""Keys pressed before the page is asked what it saw."""
SHIFT = 8

WATCH = """() => {
  if (window.bsStops) return;
  window.bsStops = [];
  window.bsSeen = [];
  window.bsLook = () => {
    const here = document.activeElement;
    if (!here || here === document.body) return null;
    const sized = each => each.width > 1 && each.height > 1;
    const box = [...here.getClientRects()].find(sized) ?? here.getBoundingClientRect();
    const ids = (here.getAttribute("aria-labelledby") ?? "").split(" ");
    const texts = [
      here.getAttribute("aria-label"), here.labels?.[0]?.textContent, here.innerText, here.title,
      here.querySelector("img")?.alt, ...ids.map(id => document.getElementById(id)?.textContent),
    ];
    const inside = sized(box) && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const pressed = here.matches("[type=radio], [type=checkbox]") ? here.closest("label") ?? here : here;
    const open = [...here.getClientRects()].some(each => {
      const left = Math.max(each.left, 0), right = Math.min(each.right, innerWidth);
      const top = Math.max(each.top, 0), bottom = Math.min(each.bottom, innerHeight);
      const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return above !== null && pressed.contains(above);
    });
    if (!bsStops.includes(here)) bsStops.push(here);
    const named = texts.some(text => text?.trim());
    const fault = !inside ? "is out of sight" : !named ? "has no name" : !open ? "is covered" : "";
    return {what: here.outerHTML.slice(0, 110), fault, number: bsStops.indexOf(here)};
  };
  addEventListener("keydown", () => bsSeen.push(bsLook()), {capture: true});
}"""
"""Before each key takes the focus on, the page notes what has it, and what is wrong with that."""
SEEN = "() => [...bsSeen.splice(0), bsLook()].slice(1)"
"""What each key since the last time led to."""


def walk(page: Page, most: int = SOME) -> tuple[list[str], list[int], list[int]]:
    """Go from stop to stop and back again; return the faults, and the numbers of the stops each way.

    The way back begins at the stop before the last one of the way there.
    """
    page.evaluate(WATCH)
    faults, there = way(page, "Tab", most)
    if there:
        page.evaluate("number => bsStops[number].focus()", there[-1])
    more, back = way(page, "Shift+Tab", most)
    return faults + more, there, back


def way(page: Page, keys: str, most: int) -> tuple[list[str], list[int]]:
    """Go one way, until the page ends or begins again; return the faults and the numbers of the stops."""
    faults: list[str] = []
    numbers: list[int] = []
    while len(numbers) < most:
        for stop in pressed(page, keys):
            if stop is None or stop["number"] in numbers[:1]:
                return faults, numbers
            numbers.append(stop["number"])
            faults += [f"{keys}: {stop['fault']}: {stop['what']}"] if stop["fault"] else []
    return faults, numbers


def pressed(page: Page, keys: str) -> list[dict[str, Any] | None]:
    """Press Tab a few times, and return the stop that each led to."""
    page.evaluate("() => bsSeen.splice(0)")
    session = page.context.new_cdp_session(page)
    for _ in range(AT_ONCE):
        session.send(
            "Input.dispatchKeyEvent",
            {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
            | ({"modifiers": SHIFT} if "Shift" in keys else {}),
        )
    session.detach()
    seen: list[dict[str, Any] | None] = page.evaluate(SEEN)
    return seen


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_is_in_sight_named_and_uncovered_there_and_back(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 500})
    faults = []
    for kind in KINDS:
        quiet(page, kind)
        if "studio" in kind:
            page.locator("[data-bs-picks] li").first.wait_for()
        if "mine" in kind:
            page.locator(".bs-mine__set").first.wait_for()
        found, there, back = walk(page, WHOLE if kind in VISITED_WHOLE else SOME)
        faults += [f"{kind or 'home'}: {each}" for each in found]
        assert len(there) > 5
        again = [number for number in back if number in there]  # a button may have come while one went by
        before = there[-2::-1]
        assert again[: len(before)] == before[: len(again)], kind
        assert kind not in VISITED_WHOLE or len(again) >= len(before), kind
    assert not faults, "\n".join(faults)


COVER = "const it = document.createElement('div'); document.body.append(it); const style = 'inset: 0; background: #fff'"
UNNAMED = "const it = document.createElement('button'); const style = 'width: 44px; height: 44px'"
AWAY = "const it = document.createElement('button'); it.textContent = 'x'; const style = 'left: -99px; width: 44px'"


@pytest.mark.parametrize(
    ("planted", "fault"), [(COVER, "is covered"), (UNNAMED, "has no name"), (AWAY, "is out of sight")]
)
def test_a_stop_that_is_covered_or_unnamed_or_off_the_screen_is_found(page: Page, planted: str, fault: str) -> None:
    quiet(page, "why-walk/")
    place = "it.isConnected || document.querySelector('article').prepend(it); it.style.cssText"
    page.evaluate(f"() => {{ {planted}; {place} = 'position: fixed; z-index: 9; top: 0;' + style }}")
    faults, _, _ = walk(page)
    assert any(fault in each for each in faults)


BEFORE_HEADING = """article => [...article.querySelectorAll("a, button")].map(each => each.outerHTML.slice(0, 80))
  .slice(0, [...article.querySelectorAll("a, button, h1")].findIndex(each => each.matches("h1")))"""


def test_the_skip_link_comes_first_and_leads_to_the_words_before_the_heading(page: Page) -> None:
    for kind in KINDS:
        quiet(page, kind)
        page.keyboard.press("Tab")
        link = page.get_by_role("link", name="Skip to the words of this page")
        expect(link).to_be_focused()
        page.keyboard.press("Enter")
        target = page.locator("#bs-words")
        expect(target).to_be_focused()
        assert target.locator("h1").count() == 1, kind
        assert target.evaluate(BEFORE_HEADING) == [], kind


def dialog(page: Page, opener: Locator, name: str) -> Locator:
    """Open a dialog by keyboard and return it, with the focus inside."""
    opener.focus()
    page.keyboard.press("Enter")
    found = page.get_by_role("dialog", name=name)
    expect(found).to_be_visible()
    assert found.evaluate("each => each.contains(document.activeElement)")
    return found


@pytest.mark.parametrize(("width", "name"), [(320, "Menu"), (320, "Search"), (1280, "Search"), (1280, "Colours")])
def test_what_the_header_opens_is_a_dialog_that_escape_closes_and_the_focus_returns(
    page: Page, width: int, name: str
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    quiet(page, "walk-better/hills/")
    opener = page.locator(".bs-header").get_by_role("button", name=name)
    found = dialog(page, opener, name)
    faults, _, _ = walk(page)
    assert not faults
    assert found.evaluate("each => each.contains(document.activeElement) || document.activeElement === document.body")
    page.keyboard.press("Escape")
    expect(found).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_menu_holds_every_part_and_the_pages_of_this_one_and_closes_by_its_button(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    quiet(page, "walk-better/hills/")
    found = dialog(page, page.get_by_role("button", name="Menu"), "Menu")
    names = found.get_by_role("link").all_inner_texts()
    assert {"Home", "Exercises", "Print", "Questions", "When to get help", "Evidence", "About", "Hills"} <= set(names)
    assert found.get_by_role("link", name="Hills").get_attribute("aria-current") == "page"
    found.get_by_role("button", name="Close").click()
    expect(found).to_be_hidden()
    expect(page.locator(".bs-layout > .bs-side")).to_have_count(1)


def test_without_scripts_the_word_menu_leads_to_the_pages_at_the_foot(page: Page, base_url: str) -> None:
    browser = page.context.browser
    assert browser is not None
    bare = browser.new_context(base_url=base_url, java_script_enabled=False, viewport={"width": 320, "height": 640})
    tab = bare.new_page()
    tab.goto("walk-better/hills/")
    tab.get_by_role("link", name="Menu").click()
    pages = tab.get_by_role("navigation", name="Pages", exact=True)
    expect(pages.get_by_role("link", name="Why walk")).to_be_in_viewport()
    expect(pages.get_by_role("link", name="Exercises")).to_be_visible()
    assert tab.get_by_role("button", name="Search").count() == 0
    bare.close()


def test_what_thumbs_press_in_the_frame_is_44_pixels_tall(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    quiet(page, "walk-better/hills/")
    small = """all => all.filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 43.9)
      .map(each => each.outerHTML.slice(0, 80))"""
    assert page.locator(".bs-header :is(a, button), .bs-onward a").evaluate_all(small) == []
    dialog(page, page.get_by_role("button", name="Menu"), "Menu")
    assert page.locator("#bs-menu :is(a, button)").evaluate_all(small) == []


def test_a_table_is_a_stop_with_a_name_only_where_it_scrolls_and_the_arrows_move_it(page: Page) -> None:
    quiet(page, "walking-plan/")
    box = page.locator(".bs-wide").nth(1)
    box.scroll_into_view_if_needed()
    region = page.get_by_role("region", name="The 24-week plan")
    expect(region).to_have_count(0)
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    expect(region).to_have_attribute("tabindex", "0")  # Safari makes no stop of it by itself
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    page.set_viewport_size({"width": 1280, "height": 640})
    page.evaluate("document.documentElement.style.fontSize = ''")
    expect(region).to_have_count(0)

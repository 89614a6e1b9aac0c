"""The frame around every page: help in one place, no sideways scroll, readable, no accessibility faults."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from kinds import KINDS, addresses, quiet, with_few
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

SCROLLS = "document.fonts.ready.then(() => document.documentElement.scrollWidth > window.innerWidth)"


def test_every_kind_of_page_has_the_help_link_in_the_same_place_and_does_not_scroll_sideways(page: Page) -> None:
    places: dict[int, set[tuple[int, int]]] = {320: set(), 390: set(), 1280: set()}
    wide = []
    for kind in KINDS:
        quiet(page, kind)
        for width, found in places.items():
            page.set_viewport_size({"width": width, "height": 800})
            box = page.locator(".bs-header .bs-help").bounding_box()
            assert box is not None
            assert box["height"] >= 44
            found.add((round(box["x"]), round(box["y"])))
            if page.evaluate(SCROLLS):
                wide.append((kind, width))
    assert [len(found) for found in places.values()] == [1, 1, 1]
    assert not wide


def test_the_help_link_leads_to_the_help_page_from_another_page(page: Page, base_url: str) -> None:
    quiet(page, "walk-better/hills/")
    page.locator(".bs-tabs a[href*='exercises']").first.click()
    page.wait_for_url("**/exercises/**")
    page.locator(".bs-header .bs-help").click()
    page.wait_for_url(f"{base_url}get-help/")


DEAD = """() => [...document.querySelectorAll("button, select, input:not([type=radio])")]
  .filter(each => each.checkVisibility()).map(each => each.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("part", [0, *(pytest.param(part, marks=pytest.mark.thorough) for part in (1, 2))])
def test_without_scripts_every_page_fits_the_narrowest_phone_and_shows_its_title_and_nothing_dead(
    browser: Browser, base_url: str, site: Path, part: int
) -> None:
    viewport: ViewportSize = {"width": 320, "height": 640}
    context = browser.new_context(base_url=base_url, viewport=viewport, java_script_enabled=False)
    tab = context.new_page()
    wide, dead = [], []
    for address in addresses(site)[part::3]:
        tab.goto(address)
        if tab.evaluate(SCROLLS):
            wide.append(address)
        if not tab.evaluate("document.querySelector('h1').checkVisibility()"):
            dead.append(f"{address}: no title")
        dead += [f"{address}: {each}" for each in tab.evaluate(DEAD)]
    context.close()
    assert not wide
    assert not dead, "\n".join(dead)


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
QUICK = {"resultTypes": ["violations"], "preload": False}
"""What is well is not described, and no rule of these reads stylesheets anew."""


def test_no_kind_of_page_breaks_an_accessibility_rule_in_light_or_dark(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, color_scheme="light", reduced_motion="reduce")
    tab = context.new_page()
    faults = []
    for kind in KINDS:
        quiet(tab, kind)
        with_few(tab)
        light = Axe().run(tab, options={"runOnly": RULES, **QUICK})
        tab.emulate_media(color_scheme="dark")  # the other rules would read the same page again
        dark = Axe().run(tab, options={"runOnly": ["color-contrast"], **QUICK})
        tab.emulate_media(color_scheme="light")
        faults += [
            f"{kind or 'home'}: {violation['id']}: {node['target']}: {node.get('failureSummary', '')[:200]}"
            for violation in (*light.response["violations"], *dark.response["violations"])
            for node in violation["nodes"]
        ]
    context.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_body_text_has_the_contrast_of_level_aaa(browser: Browser, base_url: str, scheme: str) -> None:
    context = browser.new_context(base_url=base_url, color_scheme=scheme)  # type: ignore[arg-type] # a literal from the list above
    tab = context.new_page()
    quiet(tab, "why-walk/")
    found = Axe().run(tab, "article p", {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}})
    context.close()
    assert not found.response["violations"]


def test_the_scheme_follows_the_system_until_the_reader_chooses(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, color_scheme="dark")
    tab = context.new_page()
    quiet(tab, "")
    scheme = "document.documentElement.dataset.colours"
    assert tab.evaluate(scheme) == "dark"
    tab.get_by_role("button", name="Colours").click()
    expect(tab.get_by_role("radio", name="As on my device")).to_be_checked()
    tab.get_by_role("radio", name="Light").check()
    assert tab.evaluate(scheme) == "light"
    tab.reload()
    assert tab.evaluate(scheme) == "light"
    context.close()


def test_only_the_choice_of_colours_is_kept_in_the_browser(page: Page) -> None:
    quiet(page, "")
    quiet(page, "faq/")
    quiet(page, "exercises/")
    assert page.evaluate("Object.keys(localStorage)") == []
    page.get_by_role("button", name="Colours").click()
    page.get_by_role("radio", name="Dark").check()
    assert page.context.cookies() == []
    assert page.evaluate("Object.keys(localStorage)") == ["bs-colours"]


def test_body_text_is_eighteen_pixels_in_lines_of_sixty_to_seventy_five_characters(page: Page) -> None:
    quiet(page, "why-walk/")
    assert page.evaluate("getComputedStyle(document.querySelector('article')).fontSize") == "18px"
    longest = page.evaluate(
        """() => {
            const paragraph = document.querySelector('article > p:nth-of-type(2)');
            const sample = 'Start with a few minutes, build up slowly, and walk the way that feels easy to you.';
            const line = paragraph.appendChild(document.createElement('span'));
            line.style.whiteSpace = 'nowrap';
            line.textContent = sample;
            return Math.round(paragraph.clientWidth / (line.offsetWidth / sample.length));
        }"""
    )
    assert 60 <= longest <= 78


def test_an_address_that_is_not_there_leads_to_the_nearest_page_and_to_a_search_for_its_words(
    context: BrowserContext,
) -> None:
    page = context.new_page()
    quiet(page, "exercises/brigde/")
    first = page.locator("[data-bs-missing] li a").first
    first.wait_for()
    assert first.text_content() == "Bridge"
    page.get_by_role("button", name="Search for “brigde”").click()
    assert page.get_by_role("searchbox").input_value() == "brigde"
    page.locator(".bs-finds__count").filter(has_text="found").wait_for()
    page.keyboard.press("Escape")
    first.click()
    assert page.locator("h1").text_content() == "Bridge"


BOX = "document.querySelector('.bs-article').getBoundingClientRect().toJSON()"


def test_a_page_behind_a_code_is_no_wider_than_its_words_need(page: Page) -> None:
    quiet(page, "c/plank/")
    assert page.evaluate(BOX)["width"] == 640


BESIDE_A_MENU = (
    *("why-walk/", "walking-plan/", "glossary/", "exercises/", "exercises/plank/", "faq/", "faq/shoes/"),
    *("evidence/", "evidence/references/", "cards/", "cards/mine/", "about/", "get-help/"),
)
ALONE = ("", "today/", "today/how-bad/", "today/unsteady/", "c/plank/", "404.html")


def test_words_begin_at_one_edge_beside_a_menu_and_take_the_middle_without_one(page: Page) -> None:
    edges, off = set(), []
    for kind in (*BESIDE_A_MENU, *ALONE):
        quiet(page, kind)
        for width in (768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            box = page.evaluate(BOX)
            if width == 1280 and kind in BESIDE_A_MENU:
                edges.add(box["left"])
            elif abs(box["left"] + box["right"] - width) > 1:
                off.append((kind, width, box["left"], box["right"]))
            path = page.locator(".bs-path")
            assert not path.count() or path.evaluate("each => each.getBoundingClientRect().left") == box["left"], kind
    assert len(edges) == 1
    assert not off


GAPS = """() => [...document.querySelectorAll("article p > img")].map(each => {
  const [inner, outer] = [each, each.parentElement].map(one => one.getBoundingClientRect());
  return Math.round(inner.left - outer.left - (outer.right - inner.right));
})"""


def test_pictures_from_files_stand_in_the_middle_of_their_column(page: Page) -> None:
    quiet(page, "get-help/")
    assert page.evaluate(GAPS) == [0, 0]


def test_a_short_page_has_its_foot_at_the_foot_of_the_screen(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 1000})
    quiet(page, "404.html")
    assert page.evaluate("document.querySelector('.bs-colophon').getBoundingClientRect().bottom") == 1000

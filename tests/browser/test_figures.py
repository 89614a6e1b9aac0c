"""Figures in a real browser: they move, stop, stand still for people who want that, and can be leafed through."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

STEP = "walk-better/anatomy-of-a-step/"
EXERCISE = "exercises/bridge/"
FIRST_PATHS = "[...document.querySelectorAll('.bs-move path')].map(path => path.getAttribute('d')).join()"


def paths(page: Page) -> str:
    return str(page.evaluate(FIRST_PATHS))


def test_a_figure_stands_still_for_people_who_asked_for_less_motion(page: Page) -> None:
    page.goto(EXERCISE)
    button = page.locator(".bs-move__button")
    expect(button).to_have_text("Play")
    before = paths(page)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert paths(page) == before


def test_a_figure_moves_when_asked_and_stops_when_asked(page: Page) -> None:
    page.goto(EXERCISE)
    button = page.locator(".bs-move__button")
    before = paths(page)
    button.scroll_into_view_if_needed()
    button.click()
    expect(button).to_have_text("Pause")
    page.wait_for_function(f"before => {FIRST_PATHS} !== before", arg=before)
    button.click()
    expect(button).to_have_text("Play")
    stopped = paths(page)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert paths(page) == stopped


def test_a_figure_moves_by_itself_for_everybody_else(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, reduced_motion="no-preference")
    page = context.new_page()
    page.goto(EXERCISE)
    expect(page.locator(".bs-move__button")).to_have_text("Pause")
    page.locator(".bs-move").scroll_into_view_if_needed()
    before = paths(page)
    page.wait_for_function(f"before => {FIRST_PATHS} !== before", arg=before)
    context.close()


def test_the_step_is_leafed_through_by_buttons_and_by_the_slider(page: Page) -> None:
    page.goto(STEP)
    name, slider = page.locator(".bs-phases__name"), page.locator(".bs-phases input")
    expect(name).to_have_text("1. Heel lands")
    person = page.locator(".bs-phases__person path").nth(5)
    before = person.get_attribute("d")
    page.get_by_role("button", name="Next phase").click()
    expect(name).to_contain_text("2. ")
    assert person.get_attribute("d") != before
    page.get_by_role("button", name="Back one phase").click()
    page.get_by_role("button", name="Back one phase").click()
    expect(name).to_contain_text("8. ")
    slider.focus()
    page.keyboard.press("Home")
    expect(name).to_have_text("1. Heel lands")
    expect(slider).to_have_attribute("aria-valuetext", "1. Heel lands, 0 percent")
    expect(page.locator(".bs-phases__strip")).to_be_hidden()


def test_the_marker_walks_along_the_curves(page: Page) -> None:
    page.goto(STEP)
    dot = page.locator(".bs-curve .dot").first
    onward = page.get_by_role("button", name="Next phase")
    onward.wait_for()
    before = dot.get_attribute("cx") or ""
    onward.click()
    expect(dot).not_to_have_attribute("cx", before)


def test_without_javascript_a_step_is_a_strip_of_eight_pictures(browser: Browser, base_url: str) -> None:
    context: BrowserContext = browser.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(STEP)
    expect(page.locator(".bs-phases__strip svg")).to_have_count(8)
    expect(page.locator(".bs-phases__strip")).to_be_visible()
    expect(page.locator(".bs-phases__view")).to_be_hidden()
    page.goto(EXERCISE)
    expect(page.locator(".bs-stage:not(.bs-stage--moving) svg").first).to_be_visible()
    expect(page.locator(".bs-move")).to_be_hidden()  # it would only repeat the first picture
    context.close()


def test_on_paper_a_step_is_the_strip(page: Page) -> None:
    page.goto(STEP)
    page.emulate_media(media="print")
    expect(page.locator(".bs-phases__strip")).to_be_visible()
    expect(page.locator(".bs-phases__view")).to_be_hidden()


@pytest.mark.parametrize("address", [STEP, EXERCISE])
def test_figures_fit_a_narrow_screen(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

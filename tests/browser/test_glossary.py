"""The meanings of words in a real browser: by mouse, by keyboard and by touch."""

import pytest
from playwright.sync_api import Browser, Page, expect

MEANING = "A fair test of a treatment."


def test_a_meaning_comes_with_the_tab_key_and_goes_with_escape(page: Page) -> None:
    page.goto("why-walk/")
    word = page.locator("article abbr", has_text="trial").first
    word.evaluate(
        """word => {
          const stops = [...document.querySelectorAll(":is(a[href], button, abbr[tabindex])")]
            .filter(stop => stop.checkVisibility());
          stops[stops.indexOf(word) - 1].focus();
        }"""
    )
    page.keyboard.press("Tab")
    expect(word).to_be_focused()
    expect(page.get_by_role("tooltip", name=MEANING)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip", name=MEANING)).to_have_count(0)
    for key in ("Enter", "Space"):
        page.keyboard.press("Escape")
        page.get_by_role("button", name="trial", exact=True).first.press(key)
        expect(page.get_by_role("tooltip", name=MEANING)).to_be_visible()


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "touch"])
def test_a_meaning_shows_where_it_is_pointed_at(browser: Browser, base_url: str, *, touch: bool) -> None:
    context = browser.new_context(base_url=base_url, has_touch=touch)
    page = context.new_page()
    page.goto("why-walk/")
    word = page.locator("article abbr", has_text="trial").first
    word.tap() if touch else word.hover()
    expect(page.get_by_role("tooltip")).to_contain_text(MEANING)
    page.locator("h1").tap() if touch else page.locator("h1").hover()
    expect(page.get_by_role("tooltip")).to_have_count(0)
    context.close()

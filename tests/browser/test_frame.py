"""The frame around every page: help in one place, no sideways scroll, readable, no accessibility faults."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize

KINDS = (
    "",
    "why-walk/",
    "walk-better/",
    "walk-better/anatomy-of-a-step/",
    "walking-plan/",
    "get-help/",
    "glossary/",
    "exercises/",
    "exercises/plank/",
    "faq/",
    "evidence/",
    "evidence/references/",
    "cards/",
    "cards/studio/",
    "about/",
    "404.html",
)
"""One address of each kind of page, and one that is not there."""

SCROLLS = "document.fonts.ready.then(() => document.documentElement.scrollWidth > window.innerWidth)"


def addresses(site: Path) -> list[str]:
    """Return the address of each page that does not send the reader on to another."""
    files = [file for file in sorted(site.rglob("index.html")) if 'http-equiv="refresh"' not in file.read_text("utf-8")]
    pages = (file.relative_to(site).parent.as_posix() for file in files)
    return ["" if page == "." else f"{page}/" for page in pages]


def quiet(page: Page, address: str) -> None:
    """Go to an address and wait until it is loaded."""
    page.goto(address)
    page.wait_for_function("document.readyState === 'complete'")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_every_kind_of_page_has_the_help_link_in_the_same_place_and_does_not_scroll_sideways(
    page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    places = set()
    wide = []
    for kind in KINDS:
        quiet(page, kind)
        link = page.locator(".md-header .bs-help")
        assert link.is_visible()
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        places.add((round(box["x"]), round(box["y"])))
        if page.evaluate(SCROLLS):
            wide.append(kind)
    assert len(places) == 1
    assert not wide


def test_the_help_link_leads_to_the_help_page_after_pages_were_swapped(page: Page, base_url: str) -> None:
    quiet(page, "walk-better/hills/")
    page.locator("article a[href$='get-stronger/'], .md-tabs__link[href*='exercises']").first.click()
    page.wait_for_url("**/exercises/**")
    page.locator(".md-header .bs-help").click()
    page.wait_for_url(f"{base_url}get-help/")


def test_no_page_scrolls_sideways_on_the_narrowest_phone_without_scripts(
    browser: Browser, base_url: str, site: Path
) -> None:
    viewport: ViewportSize = {"width": 320, "height": 640}
    context = browser.new_context(base_url=base_url, viewport=viewport, java_script_enabled=False)
    tab = context.new_page()
    wide = []
    for address in addresses(site):
        tab.goto(address)
        if tab.evaluate(SCROLLS):
            wide.append(address)
    context.close()
    assert not wide


@pytest.mark.parametrize("kind", ["", "why-walk/", "walking-plan/", "exercises/plank/"])
def test_text_at_twice_the_size_still_fits(page: Page, kind: str) -> None:
    page.set_viewport_size({"width": 640, "height": 800})
    quiet(page, kind)
    page.add_style_tag(content="html { font-size: 250% !important }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@pytest.mark.parametrize(
    ("scheme", "rules"),
    [
        ("light", ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]),
        ("dark", ["color-contrast"]),  # the other rules read the same page again
    ],
)
def test_no_kind_of_page_breaks_an_accessibility_rule(
    browser: Browser, base_url: str, scheme: str, rules: list[str]
) -> None:
    context = browser.new_context(base_url=base_url, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type] # a literal from the list above
    tab = context.new_page()
    faults = []
    for kind in KINDS:
        quiet(tab, kind)
        found = Axe().run(tab, options={"runOnly": rules, "resultTypes": ["violations"]})
        faults += [
            f"{kind or 'home'}: {violation['id']}: {node['target']}: {node.get('failureSummary', '')[:200]}"
            for violation in found.response["violations"]
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
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    assert tab.evaluate(scheme) == "slate"
    tab.locator("label[for^=__palette]:visible").click()
    assert tab.evaluate(scheme) == "default"
    tab.reload()
    assert tab.evaluate(scheme) == "default"
    context.close()


def test_only_the_choice_of_colours_is_kept_in_the_browser(page: Page) -> None:
    quiet(page, "")
    quiet(page, "faq/")
    quiet(page, "exercises/")
    page.locator("label[for^=__palette]:visible").click()
    assert page.context.cookies() == []
    kept = page.evaluate("Object.keys(localStorage)")
    assert [key for key in kept if not key.endswith("__palette")] == []


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

"""How people set up their screens: each kind of page, loaded once and looked at in each way that readers ask for."""

from collections.abc import Iterator
from typing import Literal

import pytest
from kinds import KINDS, quiet, with_few
from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.xdist_group("modes")

COLOUR = """
  const canvas = Object.assign(document.createElement("canvas"), {width: 1, height: 1});
  const brush = canvas.getContext("2d", {willReadFrequently: true});
  const known = new Map();
  const parts = text => {
    if (!known.has(text)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = text;
      brush.fillRect(0, 0, 1, 1);
      known.set(text, [...brush.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(text);
  };
  const light = text => {
    const [red, green, blue] = parts(text).map(each => each / 255)
      .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = element => {
    for (let here = element; here; here = here.parentElement) {
      const colour = getComputedStyle(here).backgroundColor;
      if (parts(colour)[3] > 250) return colour;
    }
    return getComputedStyle(document.documentElement).colorScheme === "dark" ? "#000" : "#fff";
  };
"""
"""Contrast as the guidelines for the web reckon it, of two colours as CSS writes them."""

FORCED = (
    "() => {"
    + COLOUR
    + """
  const faults = [];
  const name = each => each.outerHTML.slice(0, 100);
  const seen = [...document.querySelectorAll("*")].filter(each => each.checkVisibility());
  const edged = each => {
    const border = getComputedStyle(each);
    return border.outlineStyle !== "none" || border.textDecorationLine === "underline" ||
      (border.borderBottomStyle !== "none" && parseFloat(border.borderBottomWidth) > 0);
  };
  const pressed = "button, select, textarea, .bs-help, .md-button, .bs-button, .bs-press, .bs-choice, " +
    "input:not([type=radio], [type=checkbox], [type=range])";
  for (const each of seen.filter(each => each.matches(pressed))) {
    if (!edged(each)) faults.push(`no edge: ${name(each)}`);
  }
  for (const choice of seen.filter(each => each.matches(".bs-choice:has(:checked)"))) {
    const other = choice.parentElement.querySelector(".bs-choice:not(:has(:checked))");
    const look = each => getComputedStyle(each).borderTopWidth;
    if (other && look(other) === look(choice)) faults.push(`chosen, and looks like the rest: ${name(choice)}`);
  }
  for (const figure of seen.filter(each => each.matches(".bs-fig"))) {
    const under = ground(figure);
    const best = Math.max(...[...figure.querySelectorAll("path")].flatMap(path => {
      const style = getComputedStyle(path);
      return [style.fill, style.stroke].filter(each => each !== "none").map(each => contrast(each, under));
    }));
    if (best < 3) faults.push(`hard to see: ${name(figure)}`);
  }
  for (const each of document.querySelectorAll("main a, main button, .bs-help")) {
    if (!each.checkVisibility()) continue;
    each.focus({preventScroll: true, focusVisible: true});
    const style = getComputedStyle(each);
    if (document.activeElement === each && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)) {
      faults.push(`focus does not show: ${name(each)}`);
    }
  }
  document.activeElement?.blur();
  return faults;
}"""
)
"""What has no edge, no mark or no ring where the reader's own few colours stand in for ours."""

MORE = (
    "() => {"
    + COLOUR
    + """
  const faults = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const each = walker.currentNode.parentElement;
    const words = walker.currentNode.data.trim();
    if (!words || !each.checkVisibility() || each.closest("svg, script, .bs-unseen, :disabled")) continue;
    const style = getComputedStyle(each);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 4.5 : 7;
    const found = contrast(style.color, ground(each));
    if (found < least) faults.add(`${found.toFixed(1)} to 1: ${each.localName}: ${words.slice(0, 40)}`);
  }
  return [...faults];
}"""
)
"""Words with less contrast than level AAA asks for."""

TWICE = """() => {
  document.documentElement.style.fontSize = "250%";
  const help = document.querySelector(".bs-help").getBoundingClientRect();
  const spoken = document.querySelector(".bs-help__short").getBoundingClientRect();
  const faults = [];
  if (document.documentElement.scrollWidth > 320) faults.push(`as wide as ${document.documentElement.scrollWidth}`);
  if (help.left < 0 || help.right > 320 || !spoken.width) faults.push("the way to help leaves the screen");
  for (const text of document.querySelectorAll(":is(h1, h2, h3, th, td, .bs-header a, .bs-header button)")) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const {data, parentElement} = walker.currentNode;
      if (!parentElement.checkVisibility() || parentElement.offsetWidth === 1) continue;
      for (const word of data.matchAll(/(?<!\\p{Letter})\\p{Letter}{1,12}(?!\\p{Letter})/gu)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, word.index);
        range.setEnd(walker.currentNode, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
        if (lines.size > 1) faults.push(`broken: ${word[0]}`);
      }
    }
  }
  for (const step of document.querySelectorAll("article li")) {
    const number = getComputedStyle(step, "::before");
    if (number.content === "none" || number.position !== "absolute") continue;
    const covered = parseFloat(number.left) + parseFloat(number.width) > parseFloat(getComputedStyle(step).paddingLeft);
    if (covered) faults.push(`covered: ${step.textContent}`);
  }
  document.documentElement.style.removeProperty("font-size");
  return faults;
}"""
"""What does not fit, which words break and which a number covers, where letters are twice as large."""

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important }
    * { word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
  const wide = document.documentElement.scrollWidth;
  document.adoptedStyleSheets = [];
  return wide > 320 ? [`as wide as ${wide}`] : [];
}"""

STILL = """() => [
  ...document.getAnimations().map(each => `moves: ${each.animationName ?? each.transitionProperty}`),
  ...[...document.querySelectorAll("[data-playing=true]")].map(each => `plays: ${each.textContent}`),
]"""
LOW = """() => [...document.querySelectorAll("*")]
  .filter(each => ["sticky", "fixed"].includes(getComputedStyle(each).position) && each.checkVisibility())
  .map(each => `stays: ${each.outerHTML.slice(0, 80)}`)"""
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
pytestmark = pytest.mark.xdist_group("modes")  # each page is looked at once, by one worker
MOVING = "[data-bs-move] button, .bs-phases__view button"

WAYS = (
    *("forced light", "forced dark", "more contrast, light", "more contrast, dark"),
    *("twice", "twice, wider", "spaced", "still", "low"),
)
WIDER = (480, 768, 1280)
"""Widths at which columns begin: large letters have to fit there as well."""
OVER = """() => {
  document.documentElement.style.fontSize = "250%";
  const over = document.documentElement.scrollWidth - innerWidth;
  document.documentElement.style.removeProperty("font-size");
  return over > 0 ? [`${over} too wide at ${innerWidth}`] : [];
}"""


@pytest.fixture(scope="module")
def faults(browser: Browser, base_url: str) -> Iterator[dict[str, list[str]]]:
    """Return what is wrong in each way to look at pages."""
    context = browser.new_context(
        base_url=base_url, reduced_motion="reduce", viewport={"width": 320, "height": 640}, color_scheme="light"
    )
    yield looked_at(context)
    context.close()


def looked_at(context: BrowserContext) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {way: [] for way in WAYS}
    page = context.new_page()
    for kind in KINDS:
        quiet(page, kind)
        if "studio" in kind:
            page.locator("[data-bs-picks] button").first.click()
        if "mine" in kind:
            page.locator(".bs-mine__set").first.click()
            page.locator(".bs-mine__row").first.wait_for()
        with_few(page)
        for way, faults in ways(page):
            found[way] += [f"{kind or 'home'}: {fault}" for fault in faults]
    return found


def ways(page: Page) -> Iterator[tuple[str, list[str]]]:
    """Yield what is wrong with a page in each way to look at it; the page is as it was after each."""
    yield "twice", page.evaluate(TWICE)
    over = []
    for width in WIDER:
        page.set_viewport_size({"width": width, "height": 640})
        over += page.evaluate(OVER)
    page.set_viewport_size({"width": 320, "height": 640})
    yield "twice, wider", over
    yield "spaced", page.evaluate(SPACED)
    for scheme in SCHEMES:
        coloured(page, scheme)
        page.emulate_media(forced_colors="active")
        yield f"forced {scheme}", page.evaluate(FORCED)
        page.emulate_media(forced_colors="none", contrast="more")
        yield f"more contrast, {scheme}", page.evaluate(MORE)
        page.emulate_media(contrast="no-preference")
    coloured(page, "light")
    page.set_viewport_size({"width": 320, "height": 256})
    yield "low", page.evaluate(LOW)
    page.set_viewport_size({"width": 320, "height": 640})
    if page.locator(MOVING).count():
        page.locator("[data-bs-move], [data-bs-phases]").first.scroll_into_view_if_needed()
        page.locator(MOVING).first.wait_for()
    yield "still", page.evaluate(STILL)


def coloured(page: Page, scheme: Scheme) -> None:
    """Have the device ask for light or dark colours, and wait until the page has them."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function("scheme => document.documentElement.dataset.colours === scheme", arg=scheme)


@pytest.mark.parametrize("way", ["forced light", "forced dark"])
def test_forced_colours_leave_an_edge_on_what_is_pressed_a_mark_on_what_is_chosen_and_people_to_see(
    faults: dict[str, list[str]], way: str
) -> None:
    assert not faults[way], "\n".join(faults[way])


@pytest.mark.parametrize("way", ["more contrast, light", "more contrast, dark"])
def test_who_asks_for_more_contrast_gets_seven_to_one_everywhere(faults: dict[str, list[str]], way: str) -> None:
    assert not faults[way], "\n".join(faults[way])


def test_text_at_twice_the_size_fits_the_narrowest_phone_breaks_no_heading_or_table_and_help_stays_on_it(
    faults: dict[str, list[str]],
) -> None:
    assert not faults["twice"], "\n".join(faults["twice"])


def test_text_at_twice_the_size_fits_where_columns_begin(faults: dict[str, list[str]]) -> None:
    assert not faults["twice, wider"], "\n".join(faults["twice, wider"])


def test_words_may_be_spaced_out_on_every_kind_of_page(faults: dict[str, list[str]]) -> None:
    assert not faults["spaced"], "\n".join(faults["spaced"])


def test_nothing_moves_by_itself_for_who_asks_for_less_motion(faults: dict[str, list[str]]) -> None:
    assert not faults["still"], "\n".join(faults["still"])


def test_nothing_stays_in_the_way_on_a_screen_at_four_times_the_size(faults: dict[str, list[str]]) -> None:
    assert not faults["low"], "\n".join(faults["low"])


PLANTED = """() => {
  document.querySelector("article").insertAdjacentHTML("afterbegin", `<button id="x">x</button><p id="y">y</p>
    <h2 id="z">Breaking</h2><table><td id="w">Parted`);
  for (const each of document.querySelectorAll("#z, #w")) {
    each.style.cssText = "font-size: 2rem; display: block; width: 2rem";
  }
  document.querySelector("#x").style.cssText = "border: 0; outline: none; position: sticky; top: 0";
  document.querySelector("#y").style.color = "#777";
  document.querySelector("#y").style.minWidth = "calc((100vw - 320px) * 9)";
  document.querySelector("#x").animate({opacity: [0, 1]}, {duration: 1e6});
}"""


def test_what_is_wrong_in_each_way_is_found(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    quiet(page, "about/")
    page.evaluate(PLANTED)
    found = dict(ways(page))
    assert [fault.split(":")[0] for fault in found["forced light"]] == ["no edge", "focus does not show"]
    assert found["more contrast, light"] == ["4.2 to 1: p: y"]
    assert found["twice"] == ["broken: Breaking", "broken: Parted"]
    assert found["twice, wider"][0].endswith("too wide at 480")
    assert [fault.split(":")[0] for fault in found["still"]] == ["moves"]
    assert [fault.split(":")[0] for fault in found["low"]] == ["stays"]

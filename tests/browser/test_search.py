"""The search in a real browser: it opens by key and button, says what it found and leads there, from a disk too."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Response, expect


def asked(page: Page, words: str, address: str = "") -> Locator:
    """Type words into the search of a page, wait for the answer, and return the dialog."""
    page.goto(address)
    page.get_by_role("button", name="Search").click()
    return answered(page, words)


def answered(page: Page, words: str) -> Locator:
    dialog = page.get_by_role("dialog", name="Search")
    dialog.get_by_role("searchbox", name="What are you looking for?").fill(words)
    expect(dialog.get_by_role("status")).to_have_text(re.compile("found"))
    return dialog


TOLD = """() => {
  const found = document.querySelectorAll(".bs-finds > li").length;
  return found && document.querySelector(".bs-finds__count").textContent === `${found} pages found`;
}"""
"""Whether as many pages are told as are listed."""


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_it_opens_by_key_fetches_nothing_before_and_escape_gives_the_focus_back(page: Page, keys: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto("get-help/")
    start = page.get_by_role("link", name="text or use sign language")
    start.focus()
    assert not [url for url in fetched if "/search/" in url]
    page.keyboard.press(keys)
    field = page.get_by_role("searchbox", name="What are you looking for?")
    expect(field).to_be_focused()
    page.keyboard.type("sciatica")
    dialog = page.get_by_role("dialog", name="Search")
    page.wait_for_function(TOLD)  # half a word has been answered before, perhaps with other pages
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(start).to_be_focused()


def test_what_is_typed_after_the_focus_got_lost_still_goes_into_the_field(page: Page) -> None:
    page.goto("about/")
    page.keyboard.press("/")
    expect(page.locator("#bs-seek")).to_be_focused()
    page.locator("#bs-seek").blur()
    page.keyboard.press("Control+k")  # no letter
    expect(page.locator("#bs-seek")).not_to_be_focused()
    page.keyboard.type("swollen calf")
    expect(page.locator("#bs-seek")).to_have_value("swollen calf")
    page.locator("#bs-search").get_by_role("button", name="Close").focus()
    page.keyboard.type("s")
    expect(page.locator("#bs-seek")).to_have_value("swollen calf")


def test_a_sign_stands_above_all_and_no_exercise_below_it(page: Page) -> None:
    dialog = asked(page, "swollen calf")
    status = dialog.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^This can be a warning sign\. .*\n\d+ pages found$"))
    assert "\n" in status.inner_text()
    line = dialog.get_by_role("link").first
    expect(line).to_have_text(re.compile(r"^Get help today\. One calf or thigh is newly swollen"))
    assert line.evaluate("each => getComputedStyle(each).borderTopColor") == "rgb(163, 21, 41)"
    assert "Exercise" not in dialog.locator("ol small").all_inner_texts()
    page.keyboard.press("Enter")
    expect(line).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/get-help/#swollen-calf")
    expect(page.locator("#swollen-calf")).to_be_in_viewport()


def test_harmless_words_show_no_line_and_a_line_goes_when_the_words_do(page: Page) -> None:
    dialog = asked(page, "swollen calf")
    expect(dialog.locator(".bs-finds__sign")).to_be_visible()
    answered(page, "calf stretch")
    expect(dialog.locator(".bs-finds__sign")).to_be_hidden()
    first = dialog.get_by_role("listitem").first
    expect(first.get_by_role("link")).to_have_attribute("href", re.compile("/exercises/calf-stretch/$"))
    expect(first.locator("small")).to_have_text("Exercise")


def test_a_result_shows_its_kind_and_the_sentence_with_the_words_marked(page: Page) -> None:
    dialog = asked(page, "should I take ibuprofen tablets")
    first = dialog.get_by_role("listitem").first
    expect(first.get_by_role("link")).to_have_text(re.compile("painkillers"))
    expect(first.locator("small")).to_have_text("Answer")
    expect(first.locator("p mark").first).to_have_text("tablet")


def test_markup_that_is_typed_stays_text(page: Page) -> None:
    dialog = asked(page, "<img src=x onerror=alert(1)> sciatica")
    expect(dialog.get_by_role("listitem").first).to_be_visible()
    assert dialog.locator("img").count() == 0


def test_where_nothing_is_found_the_doors_help_and_a_way_to_tell_us_are(page: Page) -> None:
    dialog = asked(page, "zeppelin")
    expect(dialog.get_by_role("status")).to_have_text("Nothing found.")
    for name in ("Walk", "Exercises", "Questions", "When to get help", "Tell us what is missing"):
        expect(dialog.get_by_role("link", name=name, exact=True)).to_be_visible()
    answered(page, "sciatica")
    expect(dialog.get_by_role("link", name="Tell us what is missing")).to_be_hidden()


def test_what_does_not_load_is_told_and_asked_for_again(context: BrowserContext) -> None:
    page = context.new_page()
    page.route("**/search/head.js", lambda route: route.fulfill(status=404, body=""))
    page.goto("")
    page.get_by_role("button", name="Search").click()
    dialog = page.get_by_role("dialog", name="Search")
    dialog.get_by_role("searchbox").fill("sciatica")
    expect(dialog.get_by_role("status")).to_have_text(re.compile("did not load"))
    page.unroute("**/search/head.js")
    answered(page, "sciatica ")
    expect(dialog.get_by_role("listitem").first).to_be_visible()


def test_it_answers_in_a_page_that_was_opened_from_a_disk(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    broken: list[str] = []
    page.on("console", lambda message: broken.append(message.text) if "Security Policy" in message.text else None)
    page.goto((site / "walk-better/hills/index.html").as_uri())
    page.keyboard.press("/")
    dialog = answered(page, "my foot slaps")
    expect(dialog.get_by_role("link").first).to_have_attribute(
        "href", re.compile(r"/get-help/index\.html#one-leg-weak$")
    )
    dialog.get_by_role("link").first.click()
    expect(page.locator("#one-leg-weak")).to_be_in_viewport()
    assert broken == []
    context.close()


def test_a_first_answer_is_small(page: Page) -> None:
    answers: list[Response] = []
    page.on("response", lambda response: answers.append(response) if "/search/" in response.url else None)
    dialog = asked(page, "leg pain stops when I sit down")
    expect(dialog.get_by_role("listitem").first).to_be_visible()
    assert len(answers) > 5
    assert sum(len(gzip.compress(each.body())) for each in answers) < 90_000

"""The questions in a real browser: narrowed by the filter, copied, printed, and reached by old ids."""

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from building import ROOT
from kit.front_matter import read
from kit.questions.question import Question, read_question
from playwright.sync_api import BrowserContext, Page, expect


def questions() -> Iterator[Question]:
    for path in sorted((ROOT / "docs/faq").glob("*.md")):
        if path.name != "index.md":
            matter, problems = read(path.read_bytes(), file=path.name)
            assert matter is not None, problems
            entry, problems = read_question(matter)
            assert entry is not None, problems
            yield entry.question


QUESTIONS = tuple(questions())


def test_every_old_id_has_a_page_that_leads_to_its_question(site: Path) -> None:
    pairs = [(alias, each.id) for each in QUESTIONS for alias in each.aliases]
    wrong = [
        alias for alias, id_ in pairs if f"url=../{id_}/" not in (site / f"faq/{alias}/index.html").read_text("utf-8")
    ]
    assert wrong == []
    assert all((site / f"faq/{id_}/index.html").exists() for _, id_ in pairs)


def test_an_old_id_leads_to_its_question_without_javascript(context: BrowserContext, base_url: str) -> None:
    bare = context.browser.new_context(java_script_enabled=False, base_url=base_url) if context.browser else context
    page = bare.new_page()
    page.goto("faq/herniated-disc/")
    page.wait_for_url("**/faq/slipped-disc/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Is walking safe with a slipped disc?")
    bare.close()


def shown(page: Page) -> list[str]:
    return page.locator("[data-bs-question]:visible h3 a").all_inner_texts()


def test_the_filter_narrows_by_keyboard_counts_and_keeps_its_text_in_the_address(page: Page) -> None:
    page.goto("faq/")
    field = page.get_by_role("searchbox", name="Find a question")
    status = page.locator(".bs-find").get_by_role("status")
    expect(status).to_have_text(f"{len(QUESTIONS)} questions")
    field.focus()
    page.keyboard.type("10000 STEPS")
    expect(status).to_have_text(f"Questions found: 1 of {len(QUESTIONS)}")
    assert shown(page) == ["Do I need to walk 10,000 steps a day?"]
    assert page.evaluate("location.href").endswith("?filter=10000+STEPS")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Do I need to walk 10,000 steps a day?", exact=True)).to_be_focused()
    field.focus()
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(status).to_have_text(f"{len(QUESTIONS)} questions")
    assert len(shown(page)) == len(QUESTIONS)
    assert page.evaluate("location.href").endswith("/faq/")


def test_what_cannot_wait_stands_first_in_a_filtered_list(page: Page) -> None:
    page.goto("faq/")
    usual = shown(page)
    page.goto("faq/?filter=numb")
    expect(page.locator(".bs-find").get_by_role("status")).to_contain_text(" of ")
    urgent = {each.question for each in QUESTIONS if each.urgency == "emergency"}
    found = [question in urgent for question in shown(page)]
    assert found.count(True) > 1
    assert found == sorted(found, reverse=True)
    page.get_by_role("searchbox", name="Find a question").fill("")
    assert shown(page) == usual


def test_the_filter_knows_aliases_and_says_when_nothing_is_left(page: Page) -> None:
    page.goto("faq/?filter=herniated")
    expect(page.locator(".bs-find").get_by_role("status")).to_contain_text(" of ")
    assert shown(page) == ["Is walking safe with a slipped disc?"]
    expect(page.get_by_role("heading", name="Shoes, sticks and bags")).to_be_hidden()
    page.get_by_role("searchbox").fill("zeppelin")
    expect(page.get_by_text("No question has all these words.")).to_be_visible()


def test_the_filter_is_still_there_after_pages_were_swapped(page: Page) -> None:
    page.goto("faq/sciatica/")
    page.get_by_role("navigation", name="Main parts").get_by_role("link", name="Questions").click()
    expect(page.get_by_role("searchbox", name="Find a question")).to_have_count(1)


def test_without_javascript_everything_is_read_and_the_filter_is_absent(context: BrowserContext, base_url: str) -> None:
    bare = context.browser.new_context(java_script_enabled=False, base_url=base_url) if context.browser else context
    page = bare.new_page()
    page.goto("faq/")
    assert len(shown(page)) == len(QUESTIONS)
    assert page.locator("input[type=search]:visible, .bs-copy:visible").count() == 0
    assert page.locator("details").count() == 0
    bare.close()


def test_a_question_gives_its_lasting_address_to_the_clipboard(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("faq/")
    page.get_by_role("button", name="Copy link to: Can I walk with sciatica?").click()
    expect(page.get_by_role("button", name="Link copied to: Can I walk with sciatica?")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/faq/sciatica/")


def test_the_emergency_box_stands_before_every_question(page: Page) -> None:
    page.goto("faq/")
    box = page.locator(".admonition.get-help").bounding_box()
    first = page.locator("[data-bs-question]").first.bounding_box()
    assert box is not None
    assert first is not None
    assert box["y"] + box["height"] < first["y"]


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_scrolls_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in ("faq/", "faq/numb-bottom/", "faq/cannot-get-to-the-floor/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_index_prints_whole_in_twelve_points_whatever_the_filter_shows(page: Page) -> None:
    page.goto("faq/?filter=sciatica")
    expect(page.locator(".bs-find").get_by_role("status")).to_contain_text(" of ")
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(" ".join(sheet.get_textpage().get_text_bounded() for sheet in document).split())
    missing = [asked.id for asked in QUESTIONS if asked.question not in text]
    assert missing == []
    page.emulate_media(media="print")
    size = page.locator("[data-bs-question] p").first.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    assert size >= 16  # CSS pixels: 12 pt


def test_a_page_and_an_exercise_list_the_questions_about_them(page: Page) -> None:
    for address, asked in (("walk-better/hills/", "Are hills bad for my back?"), ("exercises/plank/", "Do I need a")):
        page.goto(address)
        section = page.locator(".bs-questions")
        expect(section.get_by_role("link", name=asked)).to_be_visible()

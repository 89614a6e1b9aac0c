"""The page of cards in a real browser: two questions, one file; and what it and the page behind a code weigh."""

import gzip
import re
from collections.abc import Iterator

import pytest
from building import ROOT
from playwright.sync_api import Browser, BrowserContext, Page, Response, ViewportSize, expect

PHONE: ViewportSize = {"width": 390, "height": 844}
FILE, SAID = "[data-bs-file]", "[data-bs-said]"
TEXTS = ("text/", "application/json", "application/javascript", "image/svg")


def at_work(page: Page) -> None:
    """Wait until the script of the page answers: from then on nothing is sent."""
    for _ in range(200):
        if page.evaluate(
            "!document.querySelector('[data-bs-cards]').dispatchEvent(new Event('submit', {cancelable: true}))"
        ):
            return
        page.wait_for_timeout(50)
    pytest.fail("the script of the page never came")


@pytest.fixture
def phone(browser: Browser, base_url: str) -> Iterator[BrowserContext]:
    """Return a fresh browser profile on a phone."""
    fresh = browser.new_context(base_url=base_url, reduced_motion="reduce", viewport=PHONE)
    yield fresh
    fresh.close()


def choose(page: Page, *, cards: str, paper: str = "A4", kind: str | None = None) -> None:
    at_work(page)
    page.get_by_label("Which cards?").select_option(cards)
    page.get_by_label(paper, exact=True).check()
    if kind is not None:
        page.get_by_label("Kind of sheet").select_option(label=kind)


def offered(page: Page) -> str:
    return (page.locator(FILE).get_attribute("href") or "").rsplit("/", 1)[-1]


def test_the_first_file_is_on_the_first_screen_of_a_phone(phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto("cards/")
    box = page.locator(FILE).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < PHONE["height"]
    assert offered(page) == "first-steps-standard-one-sided-a4.pdf"


def test_two_answers_lead_to_one_file_and_it_is_said(page: Page) -> None:
    page.goto("cards/")
    choose(page, cards="steady", paper="US Letter", kind="Large print, two to a sheet, both sides")
    assert offered(page) == "steady-large-duplex-letter.pdf"
    expect(page.locator(SAID)).to_contain_text(
        "Steady on your feet (4 cards). Large print, two to a sheet, both sides."
    )
    expect(page.locator(SAID)).to_have_attribute("role", "status")
    answer = page.request.get(page.locator(FILE).evaluate("link => link.href"))
    assert answer.body().startswith(b"%PDF")


def test_a_sheet_that_comes_in_one_kind_asks_for_none(page: Page) -> None:
    page.goto("cards/")
    choose(page, cards="single/Heel raise", paper="US Letter")
    expect(page.get_by_label("Kind of sheet")).to_be_hidden()
    assert offered(page) == "heel-raise-letter.pdf"


def test_every_file_of_the_list_answers_to_some_choice(page: Page) -> None:
    page.goto("cards/")
    at_work(page)
    found = page.evaluate(
        """() => {
            const form = document.querySelector("[data-bs-cards]");
            const { set, paper, kind } = form.elements;
            const found = new Set();
            for (const one of set.options) for (const two of paper) for (const three of kind.options) {
                [set.value, paper.value, kind.value] = [one.value, two.value, three.value];
                form.dispatchEvent(new Event("change"));
                found.add(form.querySelector("[data-bs-file]").href);
            }
            const listed = [...document.querySelectorAll("[data-set] a")].map((link) => link.href);
            return { missed: listed.filter((href) => !found.has(href)), count: listed.length, more: found.size };
        }"""
    )
    assert found["missed"] == []
    assert found["count"] == found["more"] > 100


def test_paper_and_kind_are_remembered_and_the_set_is_not(page: Page) -> None:
    page.goto("cards/")
    choose(page, cards="stretch", paper="US Letter", kind="Four to a sheet, fold over")
    page.goto("why-walk/")
    page.goto("cards/")
    expect(page.locator(SAID)).to_contain_text("fold over. PDF, US Letter")
    assert offered(page) == "first-steps-standard-fold-over-letter.pdf"
    assert page.evaluate("Object.keys(localStorage)") == ["bs-cards"]
    assert page.evaluate("JSON.parse(localStorage.getItem('bs-cards'))").keys() == {"paper", "kind"}


@pytest.mark.parametrize("kept", ["{", "null", "7", '{"paper": "a0", "kind": "<b>"}'])
def test_what_was_kept_wrongly_is_forgotten(page: Page, kept: str) -> None:
    page.goto("cards/")
    page.evaluate("text => localStorage.setItem('bs-cards', text)", kept)
    page.reload()
    expect(page.locator(SAID)).to_contain_text("fronts only")
    assert offered(page) == "first-steps-standard-one-sided-a4.pdf"


def test_a_browser_that_keeps_nothing_still_answers(page: Page) -> None:
    page.add_init_script(
        """for (const way of ["getItem", "setItem"]) {
            const usual = Storage.prototype[way];
            Storage.prototype[way] = function (...given) {
                if (given[0] === "bs-cards") throw new Error("nothing is kept");
                return usual.apply(this, given);
            };
        }"""
    )
    page.goto("cards/")
    choose(page, cards="steady")
    assert offered(page) == "steady-standard-one-sided-a4.pdf"


def test_the_questions_are_answered_by_keyboard_in_their_order(page: Page) -> None:
    page.goto("cards/")
    at_work(page)
    page.get_by_label("Which cards?").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_label("A4", exact=True)).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Kind of sheet")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(FILE)).to_be_focused()
    assert offered(page) == "strength-standard-one-sided-letter.pdf"


def test_without_javascript_a_first_file_and_the_whole_list_are_there(browser: Browser, base_url: str) -> None:
    still = browser.new_context(base_url=base_url, java_script_enabled=False, viewport=PHONE)
    try:
        page = still.new_page()
        page.goto("cards/")
        expect(page.get_by_label("Which cards?")).to_be_hidden()
        expect(page.locator(FILE)).to_be_visible()
        count = page.locator("[data-set]").count()
        assert page.locator("[data-set]:visible").count() == count / 2
        page.get_by_label("US Letter").check()
        assert page.locator("[data-paper=letter]:visible").count() == count / 2
    finally:
        still.close()


@pytest.mark.parametrize(("address", "most_kb", "most_asked"), [("cards/", 120, 20), ("c/plank/", 60, 10)])
def test_a_first_visit_weighs_little(phone: BrowserContext, address: str, most_kb: int, most_asked: int) -> None:
    page = phone.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 Playwright takes no method of a list
    page.goto(address)
    page.wait_for_load_state("networkidle")
    sizes = [weight(answer) for answer in answers]
    assert len(sizes) <= most_asked
    assert sum(sizes) <= most_kb * 1000


def weight(answer: Response) -> int:
    """Return how many bytes travel from a web server that packs texts."""
    body = answer.body()
    return len(gzip.compress(body)) if answer.headers.get("content-type", "").startswith(TEXTS) else len(body)


def test_the_page_behind_a_code_shows_the_exercise_and_which_version_is_new(page: Page) -> None:
    newest = re.search(r"(?m)^version: (\d+)$", (ROOT / "docs/exercises/floor-and-up-again.md").read_text("utf-8"))
    assert newest
    page.goto("c/floor-and-up-again/#v1")
    expect(page.get_by_text(f"Yours is version 1. The newest is version {newest[1]}")).to_be_visible()
    expect(page.get_by_text("What changed:").first).to_be_visible()
    assert page.locator(".bs-stage svg").count() == page.locator(".bs-stage").count() > 2
    expect(page.get_by_role("heading", name="Stop if")).to_be_visible()
    expect(page.get_by_role("heading", name="How much")).to_be_visible()


def test_on_a_wide_screen_the_file_stands_right_below_the_cards(page: Page) -> None:
    page.goto("cards/")
    at_work(page)
    cards, file = page.get_by_label("Which cards?").bounding_box(), page.locator(SAID).bounding_box()
    assert cards is not None
    assert file is not None
    assert file["x"] == cards["x"]
    assert 0 < file["y"] - cards["y"] - cards["height"] < 30

"""Pages on paper: what belongs together stays on one sheet, and what can only be pressed is not printed."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from kinds import quiet
from playwright.sync_api import Page

START = 20
"""How many letters of a sentence are looked for: what reads a PDF may mix the ends of lines."""


def sheets(page: Page, paper: str) -> list[str]:
    """Print the page that is open, and return the words on each sheet."""
    with pdfium.PdfDocument(page.pdf(format=paper)) as document:
        return [sheet.get_textpage().get_text_bounded() for sheet in document]


@pytest.mark.parametrize("part", [0, pytest.param(1, marks=pytest.mark.thorough)])
def test_when_to_stop_stands_on_the_sheet_of_the_steps_for_every_exercise(page: Page, site: Path, part: int) -> None:
    slugs = sorted(file.parent.name for file in (site / "exercises").glob("*/index.html"))
    assert slugs
    apart = []
    for slug in slugs[part::2]:
        quiet(page, f"exercises/{slug}/")
        steps = page.locator(".bs-stage ol li").all_inner_texts()
        for paper in ("A4", "Letter"):
            first = " ".join(sheets(page, paper)[0].split())
            asked = page.locator(".bs-stop li").all_inner_texts()
            missing = [words for words in ("Stop if", *steps, *asked) if words[:START] not in first]
            apart += [f"{slug}, {paper}: {words}" for words in missing]
    assert not apart, "\n".join(apart)


def test_numbers_to_call_are_black_on_paper(page: Page) -> None:
    quiet(page, "get-help/")
    page.emulate_media(media="print")
    colours = page.locator(".admonition .md-button").evaluate_all(
        "all => all.map(each => getComputedStyle(each).color)"
    )
    assert set(colours) == {"rgb(0, 0, 0)"}


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_numbers_to_call_stand_on_the_sheet_that_says_to_call(page: Page, paper: str) -> None:
    quiet(page, "get-help/")
    asked = page.locator(".admonition.get-help > .admonition-title").first.inner_text()
    numbers = page.locator(".admonition.get-help .md-button").all_inner_texts()
    assert numbers
    [sheet] = [sheet for sheet in sheets(page, paper) if asked in sheet]
    assert [number for number in numbers if number not in sheet] == []


@pytest.mark.parametrize(
    ("path", "announces", "follows"),
    [
        ("why-walk/", "how often such pain began:", "Minutes of walking a day, and"),
        ("walk-better/anatomy-of-a-step/", "The second column gives", "Initial contact"),
    ],
)
def test_what_is_announced_stands_on_the_sheet_that_announces_it(
    page: Page, path: str, announces: str, follows: str
) -> None:
    quiet(page, path)
    for paper in ("A4", "Letter"):
        [sheet] = [sheet for sheet in sheets(page, paper) if announces in " ".join(sheet.split())]
        assert follows in " ".join(sheet.split()), paper


def test_menus_dialogs_and_links_that_lead_on_stay_off_the_paper(page: Page) -> None:
    quiet(page, "faq/shoes/")
    printed = " ".join(sheets(page, "A4"))
    assert "Which shoes are" in printed
    assert page.url.split("/backstride/")[1] in printed
    for words in ("Search", "Menu", "Copy link", "After this", "Also found under", "Suggest a change"):
        assert words not in printed


def test_the_list_of_claims_is_a_list_on_paper_with_room_for_the_words(page: Page) -> None:
    quiet(page, "evidence/")
    page.emulate_media(media="print")
    narrow = page.locator(".bs-claim h3").evaluate_all(
        "all => all.filter(each => each.offsetWidth < each.parentElement.offsetWidth / 2).map(each => each.id)"
    )
    assert not narrow
    assert len(sheets(page, "A4")) < 30

"""A page that Markdown would read for minutes is told by its line; a page that people write never is."""

import pytest
from building import ROOT
from kit.pages.unclosed import too_many_unclosed

SLOW = ["[", "![", "[a](", "[a][", "<a ", "<![", "[^"]
"""What Python-Markdown reads in a time that grows with the square of their number: found by trying 42 of them."""


@pytest.mark.parametrize("mark", SLOW)
def test_a_run_of_marks_that_nothing_closes_is_found_at_its_line(mark: str) -> None:
    assert too_many_unclosed(f"# Title\n\nWords.\n\n{mark * 101}") == 5


@pytest.mark.parametrize("mark", SLOW)
def test_marks_one_below_another_count_too(mark: str) -> None:
    assert too_many_unclosed(f"{mark}\n" * 200) == 101


@pytest.mark.parametrize("text", ["[a](b.md) " * 500, "[a][b] " * 500, "<b>a</b> " * 500, "[^1]: ![a](b.png)\n" * 500])
def test_marks_that_are_closed_are_as_many_as_you_like(text: str) -> None:
    assert too_many_unclosed(text) is None


def test_a_new_paragraph_begins_anew() -> None:
    assert too_many_unclosed(("[" * 90 + "\n\n") * 50) is None
    assert too_many_unclosed(("[" * 90 + "\n \n") * 50) is None


def test_no_page_of_ours_is_near_the_limit() -> None:
    pages = list((ROOT / "docs").rglob("*.md"))
    assert len(pages) > 50
    assert not [page for page in pages if too_many_unclosed(page.read_text(encoding="utf-8")) is not None]

"""A page that Markdown would read for minutes is told by its line; a page that people write never is."""

import pytest
from building import ROOT
from kit import front_matter
from kit.pages.heavy import too_heavy

SLOW = ["[", "![", "[a](", "[a][", "<a ", "<![", "[^"]
"""What Python-Markdown reads in a time that grows with the square of their number: found by trying 42 of them."""


def line_of(text: str) -> int | None:
    found = too_heavy(text)
    return found[0] if found else None


@pytest.mark.parametrize("mark", SLOW)
def test_a_run_of_marks_that_nothing_closes_is_found_at_its_line(mark: str) -> None:
    assert line_of(f"# Title\n\nWords.\n\n{mark * 101}") == 5


@pytest.mark.parametrize("mark", SLOW)
def test_marks_one_below_another_count_too(mark: str) -> None:
    assert line_of(f"{mark}\n" * 200) == 101


@pytest.mark.parametrize(
    "text", ["[a](b.md) " * 500, "[a][b] " * 500, "<b>a</b> " * 500, "[^1]: ![a](b.png)\n" * 500, "- a\n" * 500]
)
def test_marks_that_are_closed_are_as_many_as_you_like(text: str) -> None:
    assert too_heavy(text) is None


def test_a_new_paragraph_begins_anew() -> None:
    assert too_heavy(("[" * 90 + "\n\n") * 50) is None
    assert too_heavy(("[" * 90 + "\n \n") * 50) is None
    assert too_heavy(("- a\n" * 400 + "\n") * 5) is None
    assert too_heavy(("word " * 3000 + "\n\n") * 5) is None


@pytest.mark.parametrize(
    "text", ["# a\n", "a\n===\n", "* * *\n", "*[a]: b\n", "[a]:\n", "a\n: b\n", "```\na\n```\n", "===\n", "-\n"]
)
def test_hundreds_of_lines_without_an_empty_one_are_found(text: str) -> None:
    assert line_of(f"Words.\n\n{text * 501}") == 503


@pytest.mark.parametrize("text", ["*a **a ", "`a ", "word "])
def test_a_paragraph_as_long_as_a_book_is_found(text: str) -> None:
    assert line_of(f"Words.\n\n{text * 10_000}") == 3


@pytest.mark.parametrize("text", ["1. ", "+ ", "> ", ">", "- > ", "2) ", "    "])
def test_what_lies_in_each_other_a_hundred_times_is_found(text: str) -> None:
    assert line_of(f"Words.\n\n{text * 100}a") == 3
    assert line_of("\n".join(f"{text * depth}a" for depth in range(100))) == 32 - (text == "- > ") * 15


@pytest.mark.parametrize("text", ["- " * 60, "* * " * 60, "***" * 60, "-" * 500, "| a " * 200, "> - 1. Words: - > 5"])
def test_rules_tables_and_a_list_in_a_quote_are_not(text: str) -> None:
    assert too_heavy(text) is None


def test_no_page_of_ours_is_near_the_limit() -> None:
    pages = list((ROOT / "docs").rglob("*.md"))
    assert len(pages) > 50
    for page in pages:
        matter, problems = front_matter.read(page.read_bytes(), file=page.name)
        assert matter is not None, problems
        assert too_heavy(matter.body + matter.body.rstrip("\n")) is None

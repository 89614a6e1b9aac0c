"""The words of every reader page: short sentences, plain words, no fear, no promises, British spelling."""

from collections.abc import Sequence

import pytest
from kit.prose.gate import check_lists, check_words
from kit.prose.sentence import Page
from words import RULES, our_lists, our_spelling, read_pages, reader_pages


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    found, problems = read_pages(reader_pages())
    assert not problems, _shown(problems)
    return found


@pytest.mark.thorough  # each build of the site does the same
def test_reader_pages_are_plain_calm_and_spelled_right(pages: list[Page]) -> None:
    problems = check_words(pages, lists=our_lists(), spelling=our_spelling())
    assert not problems, _shown(problems)


def test_no_exception_outlives_what_it_was_made_for(pages: list[Page]) -> None:
    problems = check_lists(pages, lists=our_lists(), spelling=our_spelling(), file=RULES)
    assert not problems, _shown(problems)


def _shown(problems: Sequence[object]) -> str:
    return "\n" + "\n".join(str(one) for one in problems)

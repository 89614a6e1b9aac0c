"""The words of every reader page: short sentences, plain words, no fear, no promises, British spelling."""

from collections.abc import Sequence

import pytest
from prose import Page
from spelling import Spelling
from words import (
    LISTS,
    ROOT,
    Lists,
    check_lists,
    check_words,
    read_lists,
    read_pages,
    read_spelling,
    reader_pages,
)


@pytest.fixture(scope="module")
def lists() -> Lists:
    found, problems = read_lists((ROOT / LISTS).read_text(encoding="utf-8"))
    assert found, _shown(problems)
    return found


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return read_spelling()


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    found, problems = read_pages(reader_pages())
    assert not problems, _shown(problems)
    return found


def test_reader_pages_are_plain_calm_and_spelled_right(pages: list[Page], lists: Lists, spelling: Spelling) -> None:
    problems = check_words(pages, lists=lists, spelling=spelling)
    assert not problems, _shown(problems)


def test_no_exception_outlives_what_it_was_made_for(pages: list[Page], lists: Lists, spelling: Spelling) -> None:
    problems = check_lists(pages, lists=lists, spelling=spelling)
    assert not problems, _shown(problems)


def _shown(problems: Sequence[object]) -> str:
    return "\n" + "\n".join(str(one) for one in problems)

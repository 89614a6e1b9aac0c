"""Problems print as one line that says where, which rule and what."""

import pytest
from kit.problem import Problem, did_you_mean, problem


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (problem("docs/a.md", 14, "title", "too long."), "docs/a.md:14: title: too long."),
        (Problem("docs/a.md", 14, 7, "title", "too long."), "docs/a.md:14:7: title: too long."),
        (problem("docs/a.md", 0, "title", "too long."), "docs/a.md: title: too long."),
    ],
)
def test_a_problem_shows_the_place_as_far_as_it_is_known(fault: Problem, line: str) -> None:
    assert str(fault) == line


def test_problems_sort_by_file_then_line_then_column() -> None:
    faults = [problem("b", 1, "r", "t"), problem("a", 10, "r", "t"), problem("a", 9, "r", "t")]
    assert [(fault.file, fault.line) for fault in sorted(faults)] == [("a", 9), ("a", 10), ("b", 1)]


@pytest.mark.parametrize(
    ("word", "hint"),
    [("strenght", ' Did you mean "strength"?'), ("STRETCH", ' Did you mean "stretch"?'), ("zebra", "")],
)
def test_a_suggestion_is_made_only_when_one_is_near(word: str, hint: str) -> None:
    assert did_you_mean(word, ["stretch", "strength", "balance"]) == hint

"""Doses: read from what people type, said as people say it, and timed."""

import pytest
from breaks import words
from hypothesis import given
from hypothesis import strategies as st
from kit.exercises.dose import Amount, Span, Within, how_much, how_often, seconds
from kit.exercises.vocabulary import Count
from kit.phrase import Counted
from kit.words import DoseWords
from pydantic import ValidationError

COUNTS = {
    "repeats": Count(seconds=4),
    "steps": Count(seconds=1, name=Counted(one="{number} step", many="{number} steps")),
    "slopes": Count(seconds=120, name=Counted(one="{number} slope", many="{number} slopes")),
}


def said() -> DoseWords:
    found = words().dose
    assert found is not None
    return found


def amount(**keys: object) -> Amount:
    return Amount.model_validate({"days_a_week": "2-3", "basis": "editorial"} | keys)


@given(low=st.integers(1, 60), more=st.integers(0, 60))
def test_a_range_reads_back_as_the_numbers_it_says(low: int, more: int) -> None:
    assert Within(1, 120).read(f"{low}-{low + more}") == Span(low, low + more)


@pytest.mark.parametrize(
    "value", ["", "8-", "-8", "8--10", "eight", "1.5", 2.5, True, None, [], {}, "10-8", 0, 61, "5-61"]
)
def test_anything_but_whole_numbers_in_range_is_refused_with_a_reason(value: object) -> None:
    with pytest.raises(ValueError, match=r"^expected .*found "):
        Within(1, 60).read(value)


@pytest.mark.parametrize(
    ("keys", "each_side", "counted_in", "expected"),
    [
        ({"reps": 5, "hold_s": 5}, False, "repeats", "5 times, hold 5 seconds"),
        ({"reps": 1, "hold_s": 1}, False, "repeats", "once, hold 1 second"),
        ({"reps": "3-5", "hold_s": 5}, True, "repeats", "3 to 5 each side, hold 5 seconds"),
        ({"sets": "2-3", "reps": "8-12"}, True, "repeats", "2 to 3 sets of 8 to 12 each side"),
        ({"sets": 2, "reps": 10}, False, "repeats", "2 sets of 10"),
        ({"sets": 2, "reps": 20}, False, "steps", "2 sets of 20 steps"),
        ({"reps": 1}, False, "slopes", "1 slope"),
        ({"minutes": 1}, False, "repeats", "1 minute"),
        ({"minutes": "5-10"}, False, "repeats", "5 to 10 minutes"),
    ],
)
def test_an_amount_is_said_as_people_say_it(
    keys: dict[str, object], each_side: object, counted_in: str, expected: str
) -> None:
    assert how_much(amount(**keys), said(), COUNTS[counted_in], each_side=bool(each_side)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, "1 day a week"), ("2-3", "2 to 3 days a week"), ("2-7", "2 or more days a week"), (7, "every day")],
)
def test_days_are_said_as_people_say_them(days: object, expected: str) -> None:
    assert how_often(amount(reps=1, days_a_week=days), said()) == expected


def test_own_words_say_how_often() -> None:
    assert how_often(amount(reps=1, days_a_week=None, when="on any walk"), said()) == "on any walk"


def test_time_counts_moves_holds_rests_sides_and_sets() -> None:
    held = amount(reps=5, hold_s=5, rest_s="10-30")
    assert seconds(held, COUNTS["repeats"], each_side=False) == 5 * (4 + 5) + 4 * 30
    moved = amount(sets=2, reps=10, rest_s=60)
    assert seconds(moved, COUNTS["repeats"], each_side=True) == 2 * 2 * 10 * 4 + 60
    assert seconds(amount(reps=20), COUNTS["steps"], each_side=False) == 20
    assert seconds(amount(reps=2), COUNTS["slopes"], each_side=False) == 240
    assert seconds(amount(sets=2, minutes="5-10", rest_s=60), COUNTS["repeats"], each_side=False) == 2 * 600 + 60


@pytest.mark.parametrize(
    "keys", [{}, {"reps": 5, "minutes": 5}, {"reps": 5, "when": "daily"}, {"reps": 5, "days_a_week": None}]
)
def test_an_amount_says_how_much_once_and_how_often_once(keys: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="Give one of the two"):
        amount(**keys)

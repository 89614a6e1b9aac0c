"""Doses: read from what people type, said as people say it, and timed."""

from typing import Annotated

import pytest
from breaks import words
from hypothesis import given
from hypothesis import strategies as st
from kit.exercises.dose import WEEK, Amount, Dose, Span, Within, beyond, how_much, how_often, rest, seconds
from kit.exercises.vocabulary import Count, Limits
from kit.phrase import Counted
from kit.words.exercise import DoseWords
from pydantic import TypeAdapter, ValidationError

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
    with pytest.raises(ValidationError, match=r"Give one of the(m| two)\."):
        amount(**keys)


@pytest.mark.parametrize(
    ("key", "least", "most"),
    [
        ("sets", 1, 5),
        ("reps", 1, 60),
        ("hold_s", 1, 120),
        ("minutes", 1, 60),
        ("rest_s", 0, 300),
        ("days_a_week", 1, 7),
        ("times_a_day", 1, 6),
    ],
)
def test_each_number_has_its_least_and_its_most(key: str, least: int, most: int) -> None:
    other: dict[str, object] = {} if key in {"reps", "minutes"} else {"reps": 3}
    for value in (least, most, f"{least}-{most}", f"{least} - {most}"):
        amount(**other, **{key: value})
    for value in (least - 1, most + 1, f"{least}-{most + 1}"):
        with pytest.raises(
            ValidationError, match=f"expected ({least} to {most}|a whole number or a range such as 8-10), found "
        ):
            amount(**other, **{key: value})


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (True, "expected a whole number or a range such as 8-10, found true."),
        (None, "expected a whole number or a range such as 8-10, found None."),
        ("a few", 'expected a whole number or a range such as 8-10, found "a few".'),
        (2.5, "expected a whole number or a range such as 8-10, found 2.5."),
        (61, "expected 1 to 60, found 61."),
        ("10-8", 'expected the smaller number first ("8-10"), found "10-8".'),
        ("12345", 'expected a whole number or a range such as 8-10, found "12345".'),
    ],
)
def test_what_is_no_number_is_named_as_it_was_written(value: object, reason: str) -> None:
    with pytest.raises(ValueError, match="expected") as caught:
        Within(1, 60).read(value)
    assert str(caught.value) == reason


def test_a_span_that_was_read_before_stays_as_it_is() -> None:
    assert Within(1, 60).read(Span(70, 80)) == Span(70, 80)
    assert amount(reps="3-5", rest_s=0).model_dump()["reps"] == {"low": 3, "high": 5}


def test_editors_are_told_of_both_forms_of_a_number() -> None:
    assert TypeAdapter(Annotated[Span, Within(2, 9)]).json_schema() == {
        "anyOf": [
            {"type": "integer", "minimum": 2, "maximum": 9},
            {"type": "string", "pattern": r"^\d{1,4}-\d{1,4}$"},
        ],
        "description": "A whole number from 2 to 9, or a range such as 8-10.",
    }


def test_without_a_word_of_sets_there_is_one() -> None:
    assert amount(reps=3).sets == Span(1, 1)


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"reps": 5, "minutes": 5}, "expected either reps or minutes. Give one of the two."),
        (
            {"reps": 5, "when": "daily"},
            'expected one of days_a_week, weekdays or when (such as "on any walk"). Give one of them.',
        ),
    ],
)
def test_a_choice_that_was_not_made_is_told(keys: dict[str, object], reason: str) -> None:
    with pytest.raises(ValidationError) as caught:
        amount(**keys)
    assert caught.value.errors()[0]["msg"] == f"Value error, {reason}"


@pytest.mark.parametrize("keys", [{"reps": 5, "rep": 1}, {"reps": 5, "basis": "hearsay"}])
def test_an_amount_takes_no_other_key_and_no_other_basis(keys: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        amount(**keys)


def test_a_dose_needs_a_start_and_takes_no_other_stage() -> None:
    start = amount(reps=5)
    assert Dose(start=start).build is None
    assert Dose(start=start).flare is None
    for data in ({}, {"start": start, "later": start}):
        with pytest.raises(ValidationError):
            Dose.model_validate(data)


def test_doses_and_their_parts_cannot_be_changed() -> None:
    for part, name in ((Span(1, 2), "low"), (Within(1, 2), "least"), (amount(reps=1), "reps")):
        with pytest.raises((AttributeError, ValidationError)):
            setattr(part, name, 3)
    with pytest.raises(ValidationError):
        Dose(start=amount(reps=1)).start = amount(reps=2)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("keys", "each_side", "counted_in", "expected"),
    [
        ({"reps": 1}, False, "repeats", "once"),
        ({"reps": 1}, True, "repeats", "once each side"),
        ({"reps": 2}, True, "repeats", "2 each side"),
        ({"reps": 2}, False, "repeats", "2 times"),
        ({"reps": "1-2"}, False, "repeats", "1 to 2 times"),
        ({"reps": "1-2"}, True, "repeats", "1 to 2 each side"),
        ({"sets": 2, "reps": 1}, False, "repeats", "2 sets of 1"),
        ({"sets": "1-2", "reps": 5}, False, "repeats", "1 to 2 sets of 5"),
        ({"sets": 2, "minutes": 5}, True, "steps", "2 sets of 5 minutes each side"),
        ({"minutes": 5, "hold_s": 2}, False, "repeats", "5 minutes, hold 2 seconds"),
        ({"reps": "1-2"}, True, "slopes", "1 to 2 slopes each side"),
        ({"reps": 3, "hold_s": "1-2"}, False, "repeats", "3 times, hold 1 to 2 seconds"),
        ({"reps": 3, "side": "left"}, True, "repeats", "3 on the left only"),
        ({"reps": 1, "side": "right"}, True, "repeats", "once on the right only"),
        ({"reps": 3, "load": "fat"}, False, "repeats", "3 times, with fat needles"),
        ({"reps": 3, "hold_s": 1, "load": "thin"}, False, "steps", "3 steps, hold 1 second, with thin needles"),
        ({"reps": 3, "load": "lost"}, False, "repeats", "3 times, with lost"),
    ],
)
def test_every_way_to_count_is_said(keys: dict[str, object], each_side: object, counted_in: str, expected: str) -> None:
    assert how_much(amount(**keys), said(), COUNTS[counted_in], each_side=bool(each_side)) == expected


@pytest.mark.parametrize(
    ("days", "expected"), [("1-7", "1 or more days a week"), ("6-7", "6 or more days a week"), (6, "6 days a week")]
)
def test_a_week_that_may_be_whole_has_a_least(days: object, expected: str) -> None:
    assert how_often(amount(reps=1, days_a_week=days), said()) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"days_a_week": 3, "times_a_day": 1}, "3 days a week, once a day"),
        ({"when": "on any walk", "days_a_week": None, "times_a_day": "2-3"}, "on any walk, 2 to 3 times a day"),
        ({"weekdays": ["tu"], "days_a_week": None}, "on Tue"),
        ({"weekdays": ["mo", "we", "fr"], "days_a_week": None}, "on Mon, Wed and Fri"),
        ({"weekdays": list(WEEK), "days_a_week": None, "times_a_day": 2}, "every day, 2 times a day"),
    ],
)
def test_times_of_a_day_and_days_by_name_are_said(keys: dict[str, object], expected: str) -> None:
    assert how_often(amount(reps=1, **keys), said()) == expected


LIMITS = Limits.model_validate(
    {
        "repeats": {"sets": 3, "reps": 30},
        "holds": {"sets": 2, "reps": 10, "hold_s": 20},
        "minutes": {"sets": 1, "minutes": 40},
        "days_a_week": 5,
        "times_a_day": 3,
        "session_minutes": 10,
    }
)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"sets": 3, "reps": 30}, []),  # 6 minutes
        ({"sets": "3-4", "reps": "30-31", "days_a_week": "5-6"}, [("sets", 3), ("reps", 30), ("days_a_week", 5)]),
        ({"reps": 10, "hold_s": 20, "times_a_day": 3}, []),
        ({"reps": 11, "hold_s": 21, "times_a_day": 4}, [("reps", 10), ("hold_s", 20), ("times_a_day", 3)]),
        ({"minutes": 10}, []),
        ({"minutes": 11}, [("session", 10)]),
        ({"minutes": 5, "hold_s": 1}, [("hold_s", 0)]),  # minutes are not held
        ({"sets": 2, "reps": 10, "hold_s": 20, "rest_s": 10}, [("session", 10)]),  # 20 times 24, and 19 rests
    ],
)
def test_what_is_beyond_the_limits_of_a_guide_is_named(keys: dict[str, object], expected: list[object]) -> None:
    given: dict[str, object] = {"days_a_week": 2}
    assert list(beyond(amount(**given | keys), LIMITS, COUNTS["repeats"], each_side=False)) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, ""),
        ({"rest_s": 0}, ""),
        ({"rest_s": 1}, "1 second"),
        ({"rest_s": "0-1"}, "0 to 1 seconds"),
        ({"rest_s": "30-60"}, "30 to 60 seconds"),
        ({"rest_s": "300-300"}, "300 seconds"),
    ],
)
def test_a_rest_is_said_where_there_is_one(keys: dict[str, object], expected: str) -> None:
    assert rest(amount(reps=5, **keys), said()) == expected


@pytest.mark.parametrize(
    ("keys", "each_side", "counted_in", "expected"),
    [
        ({"reps": 5}, False, "repeats", 20),  # 5 times 4
        ({"reps": 5}, True, "repeats", 40),
        ({"reps": 5, "side": "left"}, True, "repeats", 20),
        ({"reps": "5-6"}, False, "repeats", 24),
        ({"reps": 5, "rest_s": 10}, False, "repeats", 20),  # one set: nothing to rest between
        ({"sets": 3, "reps": 5, "rest_s": 10}, False, "repeats", 80),  # two rests
        ({"sets": 3, "reps": 5, "rest_s": "10-20"}, True, "repeats", 160),
        ({"reps": 3, "hold_s": 2}, False, "repeats", 18),
        ({"reps": 3, "hold_s": 2, "rest_s": 10}, False, "repeats", 38),  # two rests between three holds
        ({"sets": 2, "reps": 3, "hold_s": "1-2", "rest_s": 10}, True, "steps", 146),  # 12 times 3, 11 rests
        ({"minutes": 5}, False, "repeats", 300),
        ({"minutes": 5}, True, "repeats", 600),
        ({"minutes": "5-6", "rest_s": 10}, False, "repeats", 360),
        ({"sets": 3, "minutes": 1, "rest_s": 10}, False, "slopes", 200),
    ],
)
def test_the_time_is_the_most_that_a_session_takes(
    keys: dict[str, object], each_side: object, counted_in: str, expected: int
) -> None:
    assert seconds(amount(**keys), COUNTS[counted_in], each_side=bool(each_side)) == expected

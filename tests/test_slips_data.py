"""Slips in data: a day that is still to come, a sign that is never written, two versions that were never made one."""

import datetime as dt

import breaks
from kit.record import read_yaml
from kit.slips.data import data_slips
from kit.slips.rules import Rules

TODAY = dt.date(2026, 3, 10)


def said(text: str) -> list[str]:
    record, problems = read_yaml(text, file="a.yml")
    assert record is not None, problems
    return breaks.said(data_slips(record, Rules(frozenset()), today=TODAY))


def test_a_check_on_a_day_that_is_still_to_come_is_told_at_its_line() -> None:
    (found,) = said("a: 1\nb:\n  - reviewed: 2026-03-12\n")
    assert found.startswith("a.yml:3: b.1.reviewed: 2026-03-12 is still to come, ")


def test_a_day_that_no_record_may_hold_is_left_to_the_reading_of_the_record() -> None:
    assert len(said("reviewed: 2099-12-31\n")) == 1
    assert said("reviewed: 2100-01-01\n") == []


def test_somewhere_it_is_tomorrow_already_and_other_days_may_be_to_come() -> None:
    assert said("reviewed: 2026-03-11\nend: 2030-01-01\n") == []


def test_the_mark_of_a_conflict_inside_a_text_is_told() -> None:
    assert len(said("a: |\n  one\n  <<<<<<< mine\n  two\n")) == 1
    assert said("a: |\n  one <<<<<<< two\n") == []

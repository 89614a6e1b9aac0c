"""Slips in data: two versions that were never made one, days that are still to come, signs that are never written."""

import datetime as dt
import re
from collections.abc import Iterator

from kit.key_path import rule_of
from kit.problem import Problem, problem
from kit.record import Record
from kit.slips.linter import RULES, VERSIONS
from kit.slips.rules import Rules

CHECKED = frozenset({"checked", "reviewed"})
"""Keys of a day on which somebody looked."""
NEXT_CENTURY = dt.date(2100, 1, 1)
"""A day that no record may hold, which is told where it is read."""
MARKS = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)


def data_slips(record: Record, rules: Rules, *, today: dt.date) -> list[Problem]:
    """Return the slips in a record. A day is over last where it is latest, so tomorrow is no day to come."""
    found: set[Problem] = set()
    for path, value in _values(record.data, ()):
        line, rule = record.line(*path), rule_of((*record.within, *path)) or "data"
        if isinstance(value, str):
            found |= {problem(record.file, line, rule, each.text) for each in rules.never_in(value)}
            if MARKS.search(value):
                found.add(problem(record.file, line, RULES[VERSIONS].name, RULES[VERSIONS].text))
        elif path[-1] in CHECKED and today + dt.timedelta(days=1) < value < NEXT_CENTURY:
            text = f"{value} is still to come, expected the day on which somebody looked, {today} at the latest."
            found.add(problem(record.file, line, rule, text))
    return sorted(found)


def _values(data: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str | dt.date]]:
    """Yield the texts and days of a record, each with its path."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _values(value, (*path, str(key)))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _values(value, (*path, number))
    elif isinstance(data, str) or (isinstance(data, dt.date) and not isinstance(data, dt.datetime) and path):
        yield path, data

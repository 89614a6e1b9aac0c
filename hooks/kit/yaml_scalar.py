"""A scalar: one value of YAML text that is no list and has no keys, as text, a number, a day, yes or no, or nothing."""

import datetime as dt
import math
import re
from typing import Any

import yaml
from kit.problem import shortened
from kit.text import UNSEEN, unseen_reason

MOST_DIGITS = 15
"""Digits of a whole number: as many as every program that reads our data keeps."""

LEADING_ZERO = re.compile(r"[-+]?0[0-7_]")
TAG = "tag:yaml.org,2002:"
KINDS = {"null": "nothing", "bool": "yes or no", "int": "a number", "float": "a number", "timestamp": "a date"}
"""What YAML makes of text without quotes that is no text, by the end of its tag."""


def kind_of(event: yaml.ScalarEvent, loader: yaml.CSafeLoader) -> str:
    """Return what YAML takes a scalar for; text in quotes is text, and a refused tag does not count."""
    if not event.implicit[0] or event.tag is not None:
        return "str"
    tag: str = loader.resolve(yaml.ScalarNode, event.value, (True, False))  # type: ignore[no-untyped-call]
    return tag.removeprefix(TAG)


def value_of(event: yaml.ScalarEvent, loader: yaml.CSafeLoader) -> Any:  # noqa: ANN401 text, a number, a day, nothing
    """Return the value of a scalar; raise ValueError with how to mend it where there is none."""
    kind = kind_of(event, loader)
    if kind == "null":
        return None
    if kind == "bool":
        return event.value.lower() in {"yes", "true", "on"}
    if kind == "timestamp":
        return _day(event.value, loader)
    if kind in {"int", "float"}:
        return _number(event.value, kind)
    return seen(event.value)


def seen(text: str) -> str:
    """Return a text; raise ValueError where it has a character that nobody sees."""
    if (unseen := UNSEEN.search(text)) is not None:
        raise ValueError(unseen_reason(unseen[0]))
    return text


def _day(text: str, loader: yaml.CSafeLoader) -> dt.date:
    """Return a date, or a date with a time."""
    try:
        return loader.construct_yaml_timestamp(yaml.ScalarNode(f"{TAG}timestamp", text))
    except (ValueError, OverflowError):
        missing = "day" if len(text) == len("2026-11-23") else "time"
        message = f"there is no such {missing} as {shortened(text)}, expected a date such as 2026-11-23."
        raise ValueError(message) from None


def _number(text: str, kind: str) -> float:
    if ":" in text:
        raise ValueError(
            f'YAML reads {shortened(text)} as a number to base 60. Put it in "double quotes", or write one number.'
        )
    if kind == "int" and LEADING_ZERO.match(text):
        raise ValueError(
            f'YAML reads {shortened(text)} as a number to base 8. Put it in "double quotes", or drop the zero.'
        )
    if kind == "int" and (count := sum(map(str.isalnum, text))) > MOST_DIGITS:
        raise ValueError(f'a number of {count} digits, expected at most {MOST_DIGITS}. Put codes in "double quotes".')
    try:
        number = int(text.replace("_", ""), 0) if kind == "int" else float(text.replace("_", ""))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f'{shortened(text)} is no number to count with, expected digits. Put text in "double quotes".')
    return number

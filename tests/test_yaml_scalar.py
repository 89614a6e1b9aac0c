"""A scalar of YAML is read as the people who wrote it expect; test_yaml_text.py has those that are refused."""

import datetime as dt

import pytest
import yaml
from kit.yaml_scalar import value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", False),
        ("On", True),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-1_000", -1000),
        ("0x1F", 31),
        ("0b11", 3),
        ("0", 0),
        ("1.5", 1.5),
        (".5", 0.5),
        ("6.0e+2", 600.0),
        ("0800", "0800"),
        ("2026-11-23", dt.date(2026, 11, 23)),
        ("2026-11-23 10:30:00", dt.datetime(2026, 11, 23, 10, 30)),  # noqa: DTZ001 YAML has no zone here
        ('"2026-11-31"', "2026-11-31"),
        ("'1:30'", "1:30"),
        ("|\n  a\n  b\n", "a\nb\n"),
        ('"a\\tb\\u00e9"', "a\tb\u00e9"),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_plain_values_are_read_as_people_expect_them(text: str, value: object) -> None:
    loader = yaml.CSafeLoader(f"a: {text}")
    _, event = (each for each in iter(loader.get_event, None) if isinstance(each, yaml.ScalarEvent))
    found = value_of(event, loader)
    assert found == value
    assert type(found) is type(value)

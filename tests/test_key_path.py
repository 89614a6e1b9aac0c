"""A path of keys is told as people count, and never longer than a message."""

from kit.key_path import rule_of


def test_keys_are_joined_by_dots_and_entries_counted_from_1() -> None:
    assert rule_of(("steps", 1, "do")) == "steps.2.do"
    assert rule_of(()) == ""


def test_a_key_that_is_long_or_unseen_is_told_so_that_it_can_be_read() -> None:
    assert rule_of(("a" * 61,)) == "a" * 57 + "..."
    assert rule_of(("a\nb\u202e",)) == "a b\\u202e"

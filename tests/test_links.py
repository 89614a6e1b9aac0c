"""Every fault in a link is found, at its line, and nothing sound is: one data file for each case."""

from pathlib import Path

import pytest
from river import LINKS, Case, messages, prepare, read_case

CASES = sorted((LINKS / "cases").rglob("*.yml"))


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_case_gives_its_messages_and_no_others(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = read_case(file)
    assert sorted(messages(prepare(case, tmp_path / "river"), monkeypatch)) == sorted(case.messages)


def test_each_fault_has_a_message_and_nothing_sound_has_one() -> None:
    for file in CASES:
        assert bool(read_case(file).messages) == (file.parent.name != "sound"), file.stem


def test_every_rule_has_a_case() -> None:
    from site_link_check.settings import RULES  # noqa: PLC0415 pytest's own path

    files = [*CASES, *(LINKS / "sites").glob("*.yml")]
    said = "\n".join(message for file in files for message in read_case(file).messages)
    assert not [rule for rule in RULES if f": {rule}: " not in said]


def test_two_builds_say_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case("two", append={"docs/guide/boats.md": "\n[a](x.md) [b](#y) [[c]]\n"})
    first = messages(prepare(case, tmp_path / "one"), monkeypatch)
    assert first
    assert messages(prepare(case, tmp_path / "two"), monkeypatch) == first

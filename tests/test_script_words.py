"""The words that scripts need: what a studio and a page of exercises must say, and which blanks a script can fill."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest
import yaml
from building import ROOT
from kit.phrase import BLANK
from kit.record import Record, check
from kit.words.mine import MineWords
from kit.words.studio import StudioWords
from pydantic import BaseModel

MODELS: dict[str, type[BaseModel]] = {"studio": StudioWords, "mine": MineWords}


@lru_cache(maxsize=1)
def ours() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "docs/words.yml").read_text("utf-8"))
    return found


def problems(part: str, path: tuple[str | int, ...], value: object) -> list[tuple[str, str]]:
    """Return what is told of our words when there is something else at one place of them, or nothing (None)."""
    found, told = check(Record("words.yml", changed(ours()[part], path, value)), MODELS[part])
    assert (found is None) == bool(told)
    return [(each.rule, each.text) for each in told]


def changed(data: Any, path: tuple[Any, ...], value: object) -> Any:  # noqa: ANN401 words of any depth
    if not path:
        return value
    inner = changed(data[path[0]] if isinstance(data, list) else data.get(path[0]), path[1:], value)
    if isinstance(data, list):
        return [inner if number == path[0] else each for number, each in enumerate(data)]
    return {key: each for key, each in {**data, path[0]: inner}.items() if each is not None}


def phrases(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:  # noqa: ANN401 same
    if isinstance(data, str):
        yield path, data
    for key, each in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from phrases(each, (*path, key))


@pytest.mark.parametrize("part", MODELS)
def test_every_word_has_to_be_there_and_to_say_something(part: str) -> None:
    for path, _ in phrases(ours()[part]):
        (rule, _), *more = problems(part, path, "")
        assert not more
        assert rule == ".".join(str(each + 1) if isinstance(each, int) else each for each in path)


@pytest.mark.parametrize("part", MODELS)
def test_a_phrase_with_a_blank_has_no_blank_that_no_script_fills(part: str) -> None:
    counted = 0
    for path, text in phrases(ours()[part]):
        if BLANK.search(text):
            counted += 1
            ((_, said),) = problems(part, path, f"{text} {{nonsense}}")
            assert "found {nonsense}" in said
            assert all(f"{{{name}}}" in said for name in BLANK.findall(text))
    assert counted > 5


@pytest.mark.parametrize("part", MODELS)
def test_a_key_that_no_script_knows_is_told_with_the_one_that_was_meant(part: str) -> None:
    ((rule, said),) = problems(part, ("undoo",), "x") if part == "studio" else problems(part, ("soundd",), "x")
    assert rule in {"undoo", "soundd"}
    assert f'Did you mean "{rule[:-1]}"?' in said


@pytest.mark.parametrize(
    ("part", "path", "value", "rule"),
    [
        ("studio", ("weekdays",), ["Mo"] * 6, "weekdays"),
        ("studio", ("weekdays",), ["Mo"] * 8, "weekdays"),
        ("studio", ("event", "file"), "My Plan.ics", "event.file"),
        ("studio", ("event", "file"), "-plan", "event.file"),
        ("studio", ("orders", "other"), {"title": "x"}, "orders"),
        ("studio", ("orders", "own", "title"), None, "orders.own.title"),
        ("studio", ("items", "fields", "weight"), "x", "items.fields"),
        ("studio", ("items", "sides", "none"), "x", "items.sides"),
        ("studio", ("items", "amounts", "most"), "x", "items.amounts"),
        ("studio", ("layouts", "three"), {"title": "x"}, "layouts"),
        ("studio", ("ways", "other"), {"title": "x"}, "ways"),
        ("studio", ("link", "parts", "weight"), "x", "link.parts"),
        ("studio", ("link", "twice"), {"one": "a"}, "link.twice.many"),
        ("studio", ("sheet", "weeks"), "week {number}", "sheet.weeks"),
        ("studio", ("print",), 7, "print"),
        ("mine", ("ticks", "file"), "a/b", "ticks.file"),
        ("mine", ("timer", "set"), "Set {number} of {repeats}", "timer.set"),
        ("mine", ("timer", "hold"), None, "timer.hold"),
        ("mine", ("place",), "{number", "place"),
        ("mine", ("ticks",), "words", "ticks"),
    ],
)
def test_words_of_another_form_are_told_at_their_key(
    part: str, path: tuple[str | int, ...], value: object, rule: str
) -> None:
    found = [each for each, _ in problems(part, path, value)]
    assert len(found) == 1
    assert found[0].startswith(rule)


def test_a_choice_may_say_its_title_alone() -> None:
    path = ("layouts", "four")
    assert problems("studio", path, {"title": "Four"}) == []


@pytest.mark.parametrize("part", MODELS)
def test_no_words_at_all_are_told_key_by_key(part: str) -> None:
    found, told = check(Record("words.yml", {}), MODELS[part])
    assert found is None
    assert {each.rule for each in told} == ours()[part].keys()

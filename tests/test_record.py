"""A record that a model refuses gives one problem for each wrong key, at that key's line."""

import datetime as dt
from typing import Annotated, Any, Literal

import pytest
from kit.phrase import Form
from kit.record import MOST_PROBLEMS, Record, check, lines_in, read_yaml, twice_in
from pydantic import BaseModel, ConfigDict, Field


class Dose(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    sets: int = Field(ge=1, le=5)
    hold_s: float = Field(default=1, gt=0, lt=90)


class Card(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(min_length=1, max_length=8)
    kind: Literal["strength", "stretch"] = "strength"
    dose: Dose = Dose(sets=1)
    steps: tuple[Dose, ...] = Field(default=(Dose(sets=1),), min_length=1, max_length=2)
    day: dt.date = dt.date(2026, 1, 1)
    floor: bool = False
    slug: Annotated[str, Form("[a-z]+", "small letters")] = "a"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("title: far too long", 'title: expected at most 8 characters, found 12: "far too long".'),
        ('title: ""', 'title: expected 1 or more characters, found 0: "".'),
        ("title: 5", 'title: expected text, found 5. Put it in "double quotes".'),
        ("title: no", 'title: expected text, found false. Put it in "double quotes".'),
        ("kind: strenght", 'kind: expected strength or stretch, found "strenght". Did you mean "strength"?'),
        ("dose: {sets: 0}", "dose.sets: expected 1 or more, found 0."),
        ("dose: {sets: 50}", "dose.sets: expected 5 or less, found 50."),
        ("dose: {sets: two}", 'dose.sets: expected a whole number, found "two".'),
        ("dose: {sets: 1.5}", "dose.sets: expected a whole number, found 1.5."),
        ("dose: {sets: 1, hold_s: 0}", "dose.hold_s: expected more than 0, found 0."),
        ("dose: {sets: 1, hold_s: 90}", "dose.hold_s: expected less than 90, found 90."),
        ("dose: {sets: 1, hold_s: []}", "dose.hold_s: expected a number, found a list."),
        (
            "dose: {sets: 1, hold: 2}",
            'dose.hold: unknown key, expected one of: hold_s, sets. Did you mean "hold_s"?',
        ),
        ("dose: five", 'dose: expected keys and values, found "five".'),
        ("dose: {}", "dose.sets: this key is missing. Add it."),
        ("steps: {}", "steps: expected a list, found keys and values."),
        ("steps: []", "steps: expected 1 or more entries, found 0."),
        ("steps: [{sets: 1}, {sets: 1}, {sets: 1}]", "steps: expected at most 2 entries, found 3."),
        ("steps: [{sets: 9}]", "steps.1.sets: expected 5 or less, found 9."),
        ("day: soon", 'day: expected a date such as 2026-11-23, found "soon".'),
        ("floor: maybe", 'floor: expected true or false, found "maybe".'),
        ("slug: A1", 'slug: expected small letters, found "A1".'),
        ("colour: red", "colour: unknown key, expected one of: day, dose, floor, kind, slug, steps, title."),
    ],
)
def test_each_kind_of_mistake_has_a_message_and_its_line(line: str, message: str) -> None:
    text = line + "\n" if line.startswith("title") else f"title: Bridge\n{line}\n"
    record, _ = read_yaml(text, file="a.yml", first_line=2)
    assert record is not None
    value, problems = check(record, Card)
    assert value is None
    assert [str(problem) for problem in problems] == [f"a.yml:{2 if line.startswith('title') else 3}: {message}"]


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines() -> None:
    record, _ = read_yaml("kind: x\ntitle: far too long\ndose:\n  sets: 9\n", file="a.yml")
    assert record is not None
    assert [problem.line for problem in check(record, Card)[1]] == [1, 2, 4]


def test_a_good_record_becomes_its_model() -> None:
    record, _ = read_yaml("title: Bridge\ndose: {sets: 3}\n", file="a.yml")
    assert record is not None
    assert check(record, Card) == (Card(title="Bridge", dose=Dose(sets=3)), [])


def test_two_documents_in_one_file_are_refused() -> None:
    record, problems = read_yaml("a: 1\n---\nb: 2\n", file="a.yml")
    assert record is None
    assert [str(problem)[:36] for problem in problems] == ["a.yml:2: yaml: a second document sta"]


def test_an_empty_file_is_an_empty_record() -> None:
    record, problems = read_yaml("# nothing yet\n", file="a.yml")
    assert problems == []
    assert record is not None
    assert record.data == {}


def test_a_message_is_one_line_that_can_be_seen_and_is_read() -> None:
    record = Record("a.yml", {"title": "a\u202eb\r\n" + "c" * 5000})
    assert [str(problem) for problem in check(record, Card)[1]] == [
        f'a.yml:1: title: expected at most 8 characters, found 5005: "a\\u202eb  {"c" * 52}...".'
    ]


def test_after_a_hundred_problems_only_their_number_is_told() -> None:
    text = "".join(f"odd{number}: 1\n" for number in range(MOST_PROBLEMS + 20)) + "title: A"
    record, _ = read_yaml(text, file="a.yml")
    assert record is not None
    _, problems = check(record, Card)
    assert [problem.line for problem in problems] == [*range(1, 101), 100]
    assert str(problems[-1]) == "a.yml:100: more: 20 more problems follow. Mend these first."
    assert len(read_yaml("a: .inf\n" * 300, file="a.yml")[1]) == 101


SETTINGS = """\
site_name: !ENV [NAME, Boats]
theme: {logo: !!python/name:boats.logo }
base: &base {sets: 1}
extra:
  other: true

  card:
    title: Much too long
    dose:
      <<: *base
      stes: 1
    steps:
      - *base
      - sets: 9
    5: five
"""


def settings(text: str, data: Any) -> list[str]:  # noqa: ANN401 what a test gives
    record = lines_in(text, file="mkdocs.yml", path=("extra", "card"), data=data)
    return [str(problem) for problem in check(record, Card)[1]]


def test_settings_with_tags_are_checked_at_their_lines_and_named_from_the_top() -> None:
    data = {"title": "Much too long", "dose": {"sets": 1, "stes": 1}, "steps": [{"sets": 1}, {"sets": 9}]}
    names = "day, dose, floor, kind, slug, steps, title"
    assert settings(SETTINGS, data) == [
        'mkdocs.yml:8: extra.card.title: expected at most 8 characters, found 13: "Much too long".',
        'mkdocs.yml:11: extra.card.dose.stes: unknown key, expected one of: hold_s, sets. Did you mean "sets"?',
        "mkdocs.yml:14: extra.card.steps.2.sets: expected 5 or less, found 9.",
    ]
    assert settings(SETTINGS.replace("title", "kind"), {"kind": "stretch"}) == [
        "mkdocs.yml:7: extra.card.title: this key is missing. Add it."
    ]
    assert settings("\ufeff" + SETTINGS.replace("\n", "\r\n"), {"title": "A", "5": 1}) == [
        f"mkdocs.yml:15: extra.card.5: unknown key, expected one of: {names}."
    ]


def test_a_key_of_settings_that_is_a_number_keeps_its_name_and_line() -> None:
    assert settings(SETTINGS, {"title": "A", 5: "five"}) == [
        "mkdocs.yml:15: extra.card.5: Keys should be strings, found 5."
    ]


@pytest.mark.parametrize(
    "text", ["", "extra: 5", "extra: [", "extra: {card: " + "[" * 9000, "a: 1\n---\n", "\x00", "\ud800"]
)
def test_settings_whose_lines_are_not_known_are_checked_all_the_same(text: str) -> None:
    assert settings(text, {}) == ["mkdocs.yml: extra.card.title: this key is missing. Add it."]


RECIPE = """\
INHERIT: base.yml
site_url: !ENV [URL, "https://a.example/"]
theme: &look
  name: material
  custom_dir: !relative $config_dir/overrides
nav:
  - Home: index.md
  - Home: other.md
markdown_extensions:
  - pymdownx.emoji:
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
      "": empty
      5: five
extra:
  <<: *look
  <<: *more
  help: {page: a/, label: A}
hooks: []
"""


def test_keys_that_are_twice_in_a_text_with_tags_are_told_at_the_second_and_nothing_else_is() -> None:
    assert twice_in(RECIPE, file="mkdocs.yml") == []
    text = RECIPE.replace("label: A", "page: b/") + "nav: []\nextra:\n  generator: false\n  generator: true\n"
    said = "this key is here twice. Keep one of them."
    assert [str(each) for each in twice_in("\ufeff" + text.replace("\n", "\r\n"), file="mkdocs.yml")] == [
        f"mkdocs.yml:17: extra.help.page: {said}",
        f"mkdocs.yml:19: nav: {said}",
        f"mkdocs.yml:20: extra: {said}",
        f"mkdocs.yml:22: extra.generator: {said}",
    ]

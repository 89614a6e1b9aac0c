"""Boxes that are too full: each is told once, at the line of the longest text in it."""

from collections.abc import Mapping

import breaks
import pytest
from kit.cards.too_full import refusals
from kit.record import Record, read_yaml

ENDING = "mm too full for its box in {}.pdf. Shorten its longest text."
FILES = {
    "arm-reach": """goal: Reach.
steps:
  - do: Stand.
    frame: 1
  - do: Reach up and over.
    frame: 2
mistakes: [You rush.]
""",
    "plan": """text: All of it.
walk: "{days} times"
none: none
notes:
  - {name: Rest, text: As long as you like.}
""",
    "log": """week: Week
from: "from:"
rows:
  - Rows
  - Stitches
""",
    "signs": """- id: smoke
  text: You see more smoke than you like to see.
  short: smoke
- id: fire
  short: flames higher than you
""",
    "words": """checked: Nobody looked at it.
cards:
  emergency: "Call:"
  ruler: 100 mm.
  sides:
    duplex: {text: Turn it over and over again.}
""",
}


def record(name: str) -> Record | None:
    if name not in FILES:
        return None
    found, problems = read_yaml(FILES[name], file=f"wool/{name}.yml")
    assert not problems
    return found


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ({}, []),
        ({"a": "too full|arm-reach front 3.5"}, ["wool/arm-reach.yml:5: card.front: the front is 3.5 " + ENDING]),
        ({"a": "too full|arm-reach back 3.5"}, ["wool/arm-reach.yml:7: card.back: the back is 3.5 " + ENDING]),
        ({"a": "too full|plan row:walk 2.0"}, ["wool/plan.yml:2: card.row: the row is 2.0 " + ENDING]),
        ({"a": "too full|plan row:none 2.0"}, ["wool/plan.yml:3: card.row: the row is 2.0 " + ENDING]),
        ({"a": "too full|plan table:text+notes 2.0"}, ["wool/plan.yml:5: card.table: the table is 2.0 " + ENDING]),
        ({"a": "too full|log row:rows.2 0.1"}, ["wool/log.yml:5: card.row: the row is 0.1 " + ENDING]),
        ({"a": "too full|log head:week+from 0.1"}, ["wool/log.yml:2: card.head: the head is 0.1 " + ENDING]),
        ({"a": "too full|strip signs 4.1"}, ["wool/signs.yml:5: card.signs: the signs is 4.1 " + ENDING]),
        ({"a": "too full|strip strip 4.1"}, ["wool/words.yml:6: card.strip: the strip is 4.1 " + ENDING]),
        ({"a": "too full|nobody front 1.0"}, ["cards/a.pdf: card.front: the front is 1.0 " + ENDING]),
        ({"a": "unknown font family: wool"}, ["cards/a.pdf: typst: unknown font family: wool"]),
    ],
)
def test_a_box_that_is_too_full_is_told_at_the_line_of_its_longest_text(
    said: Mapping[str, str], lines: list[str]
) -> None:
    assert breaks.said(refusals(said, records=record)) == [line.format("a") for line in lines]


def test_each_box_is_told_once_with_the_worst() -> None:
    said = {"a": "too full|arm-reach back 3.5|arm-reach front 1", "b": "too full|arm-reach back 12.25"}
    assert breaks.said(refusals(said, records=record)) == [
        "wool/arm-reach.yml:5: card.front: the front is 1.0 " + ENDING.format("a"),
        "wool/arm-reach.yml:7: card.back: the back is 12.25 " + ENDING.format("b"),
    ]

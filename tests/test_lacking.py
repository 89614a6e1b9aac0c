"""A letter that the font lacks is told at the line of each text that is set with it, and nowhere else."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from building import ROOT, build_here, copy_of, spoil
from kit.cards.lacking import lacking, with_marks
from kit.record import Record, read_yaml

FONTS = [file.read_bytes() for file in sorted((ROOT / "docs/assets/fonts").glob("*.woff2"))]
DATA = """\
title: Lean → and hold
alt: A wall → a person
steps:
  - {do: "Breathe ① and go on ②.", frame: 1}
  - {do: Café \u2013 “slowly”\u00a0…}
  - {do: "Cafe\u0301 soft\u00adly\u202fup\u2060"}
said: "{number} ✂ cards to cut out"
"""


def records() -> Iterator[Record]:
    record, _ = read_yaml(DATA, file="docs/lean.md")
    assert record is not None
    yield record


def told(texts: Iterable[str]) -> list[str]:
    return [str(each) for each in lacking(texts, FONTS, records)[1]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lean → and hold", ['docs/lean.md:1: title: the font cannot show "→". Take it out.']),
        ("breathe ① and go on ②", ['docs/lean.md:4: steps.1.do: the font cannot show "①" and "②". Take it out.']),
        ("12 ✂ cards to cut out", ['docs/lean.md:7: said: the font cannot show "✂". Take it out.']),
        ("Café \u2013 “slowly”\u00a0…", []),
        ("Cafe\u0301 soft\u00adly\u202fup\u2060", []),
    ],
)
def test_each_place_of_a_letter_that_the_font_lacks_is_told(text: str, said: list[str]) -> None:
    assert told([text]) == said


def test_letters_that_stand_in_no_data_are_left_for_whoever_sets_them() -> None:
    assert lacking(["Щука"], FONTS, records) == (frozenset(), [])
    assert lacking(["Lean → and hold", "Щ"], FONTS, records)[0] == {"→", "Щ"}


def test_a_mark_stands_for_each_letter_that_the_font_lacks() -> None:
    assert with_marks("Lean → Cafe\u0301 a\u0323", {"→", "\u1ea1"}) == "Lean ? Caf\u00e9 ?"


def test_a_build_tells_every_text_of_cards_sheets_and_pictures_once_at_its_own_line(tmp_path: Path) -> None:
    project = copy_of("wrist", tmp_path)
    spoil(project, "docs/exercises/wall-lean.md", "title: Wall lean", "title: Wall → lean")
    spoil(project, "docs/exercises/wall-lean.md", "do: Stand at", "do: → Stand at")
    spoil(project, "docs/exercises/wall-lean.md", "alt: A person stands facing", "alt: → A person stands facing")
    spoil(project, "docs/cards/sets.yml", "title: All four", "title: All ➃")
    spoil(project, "docs/index.md", "title: Move a stiff", "title: → Move a stiff")
    spoil(project, "mkdocs.yml", "site_name: A stiff", "site_name: → A stiff")
    done = build_here(project, tmp_path / "site")
    assert done.code == 1
    assert [line for line in done.said.splitlines() if line.startswith(("WARNING", "ERROR"))] == [
        'WARNING - docs/cards/sets.yml:2: 2.title: the font cannot show "➃". Take it out.',
        'WARNING - docs/exercises/wall-lean.md:2: title: the font cannot show "→". Take it out.',
        'WARNING - docs/exercises/wall-lean.md:12: steps.1.do: the font cannot show "→". Take it out.',
        'WARNING - docs/index.md:2: title: the font cannot show "→". Take it out.',
        'WARNING - mkdocs.yml:2: site_name: the font cannot show "→". Take it out.',
    ]
    assert "Traceback" not in done.said

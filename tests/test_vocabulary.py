"""The vocabulary of exercises: what it may say, and that what it names is there."""

import breaks
import pytest
from building import ROOT
from kit.exercises.vocabulary import Vocabulary, read_vocabulary

GOOD = (breaks.DOCS / "exercises/vocabulary.yml").read_text(encoding="utf-8")


def said(old: str, new: str) -> list[str]:
    assert old in GOOD
    return breaks.said(read_vocabulary(GOOD.replace(old, new, 1), file="v.yml")[1])


def test_lists_and_mappings_keep_the_order_of_the_file() -> None:
    found = breaks.vocabulary()
    assert list(found.kinds) == ["mobility", "stretch", "way-down"]
    assert list(found.counts) == ["repeats", "rows"]
    assert found.levels == ("easy", "middling", "hard")
    assert found.surfaces["mat"].floor
    assert found.positions["lying on your back"].needs_floor


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "place: rug, needs_floor",
            "place: rgu, needs_floor",
            'v.yml:11: positions.lying on your back.place: "rgu" is not in the list, expected one of: chair, rug.',
        ),
        (
            "{floor: true, place: rug}",
            "{floor: true, place: rag}",
            'v.yml:14: surfaces.mat.place: "rag" is not in the list, expected one of: chair, rug. Did you mean "rug"?',
        ),
        ("way_down: sitting", "way_down: siting", 'v.yml:6: kinds.way-down.way_down: "siting" is not in the list, '),
        ("way_down: sitting", "way_down: siting", 'sitting, lying on your back. Did you mean "sitting"?'),
        ("must: [position,", "must: [positoin,", "v.yml:1: must.1: expected position, surface, "),
        ("must: [position,", "must: [positoin,", 'Did you mean "position"?'),
        ("front_words: 60", "front_words: 0", "v.yml:2: front_words: expected 1 or more, found 0."),
        ("kinds:", "kindes:", "v.yml:3: kindes: unknown key, expected one of: "),
        ("{seconds: 4}", "{seconds: 0}", "v.yml:19: counts.repeats.seconds: expected 1 or more, found 0."),
        (
            '{one: "{number} row"',
            '{one: "{rows} row"',
            "v.yml:20: counts.rows.name.one: expected {number}, found",
        ),
        (
            "{name: Standing, place: chair}",
            "{name: Standing}",
            "v.yml:9: positions.standing.place: this key is ",
        ),
        ("place: chair}", "place: chair, walk: true}", "v.yml:9: positions.standing.walk: unknown key"),
    ],
)
def test_each_mistake_is_told_with_its_line(old: str, new: str, message: str) -> None:
    found = said(old, new)
    assert any(message in each for each in found), found


def test_a_vocabulary_with_a_mistake_is_none_at_all() -> None:
    assert read_vocabulary(GOOD.replace("place: rug, n", "place: rgu, n"), file="v.yml")[0] is None
    assert read_vocabulary("must: [", file="v.yml")[0] is None


def test_every_name_that_leads_nowhere_is_told() -> None:
    text = GOOD.replace("way_down: sitting", "way_down: flying").replace("place: rug, n", "place: sky, n")
    assert [each.rule for each in read_vocabulary(text, file="v.yml")[1]] == [
        "positions.lying on your back.place",
        "kinds.way-down.way_down",
    ]


def test_an_empty_file_asks_for_nothing_and_has_no_words() -> None:
    assert read_vocabulary("", file="v.yml") == (Vocabulary(), [])
    assert Vocabulary().front_words == 60


def test_the_project_asks_of_every_exercise_all_that_it_asked_before_it_was_data_and_what_it_does() -> None:
    found, problems = read_vocabulary((ROOT / "docs/exercises/vocabulary.yml").read_text("utf-8"), file="v.yml")
    assert found is not None, problems
    assert set(found.must) == {
        "position", "surface", "equipment", "areas", "movements", "level", "side", "repeat", "dose", "dose.build",
        "dose.flare", "breathing", "feel", "mistakes", "easier", "harder", "stop_if", "ask_first", "evidence", "person",
        "poses",
    }  # fmt: skip

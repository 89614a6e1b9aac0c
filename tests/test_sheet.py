"""Sheets of paper: every card and mark in its place, measured by hand from the sizes of paper and card."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit.cards.sheet import (
    CUT_MM,
    EDGE_MM,
    FOOT_MM,
    LARGE,
    PAPERS,
    SINGLE,
    STANDARD,
    TICK_MM,
    Box,
    Face,
    Layout,
    Line,
    Paper,
    Sheet,
    Sides,
    Slot,
    sheets,
)

A4, LETTER = PAPERS
BOX = Box(0.0, 0.0, 105.0, 134.0)
EVERY = [
    (paper, layout, sides)
    for paper in PAPERS
    for layout in (STANDARD, LARGE, SINGLE)
    for sides in ("one-sided", "duplex", "fold-over")
    if layout.cuts or sides != "fold-over"  # what is not cut is not folded
]


def cards(sheet: Sheet) -> list[tuple[int, Face]]:
    return [(slot.card, slot.face) for slot in sheet.slots]


def at(slot: Slot) -> tuple[float, float, float, float]:
    return slot.cut.x_mm, slot.cut.y_mm, slot.cut.width_mm, slot.cut.height_mm


def live(slot: Slot) -> tuple[float, float, float, float]:
    """Return where a slot may be printed: left, top, right, bottom."""
    box = slot.live
    return box.x_mm, box.y_mm, round(box.x_mm + box.width_mm, 3), round(box.y_mm + box.height_mm, 3)


def marks(lines: tuple[Line, ...]) -> set[tuple[float, float, float, float]]:
    return {(line.x_mm, line.y_mm, line.to_x_mm, line.to_y_mm) for line in lines}


# ---- What is fixed ----


def test_papers_and_margins_are_those_of_home_printers() -> None:
    assert Paper("a4", 210.0, 297.0) == A4
    assert Paper("letter", 215.9, 279.4) == LETTER
    assert (EDGE_MM, FOOT_MM, TICK_MM) == (8.0, 12.0, 5.0)
    assert CUT_MM == {"front": 4.0, "back": 6.0}


def test_the_strip_is_higher_where_the_text_is_larger_and_only_one_layout_is_not_cut() -> None:
    layouts = (STANDARD, LARGE, SINGLE)
    assert [
        (each.id, each.columns, each.rows, each.text_pt, each.strip_pt, each.strip_mm, each.cuts) for each in layouts
    ] == [
        ("standard", 2, 2, 12.0, 12.0, 29.0, True),
        ("large", 1, 2, 18.0, 12.0, 29.0, True),
        ("single", 1, 1, 20.0, 14.0, 38.0, False),
    ]  # fmt: skip


def test_parts_of_a_sheet_cannot_be_changed() -> None:
    slot = Slot(0, "front", BOX, BOX)
    for part in (A4, STANDARD, BOX, slot, Line(0, 0, 1, 1), Sheet("front", (slot,))):
        with pytest.raises(FrozenInstanceError):
            setattr(part, next(iter(vars(part))), None)
    assert not slot.turned
    assert (Sheet("front", ()).cuts, Sheet("front", ()).folds) == ((), ())


def test_a_box_moves_in_from_each_side() -> None:
    assert Box(10, 20, 100, 200).within(left=1, top=2, right=4, bottom=8) == Box(11, 22, 95, 190)
    assert Box(0.1, 0.2, 0.3, 0.4).within(left=0.1, top=0.1, right=0.1, bottom=0.1) == Box(0.2, 0.3, 0.1, 0.2)


# ---- Fronts only ----


def test_four_standard_cards_stand_row_by_row_above_the_strip() -> None:
    (sheet,) = sheets(4, A4, STANDARD, "one-sided")
    assert cards(sheet) == [(0, "front"), (1, "front"), (2, "front"), (3, "front")]
    assert [at(slot) for slot in sheet.slots] == [
        (0.0, 0.0, 105.0, 134.0),
        (105.0, 0.0, 105.0, 134.0),
        (0.0, 134.0, 105.0, 134.0),
        (105.0, 134.0, 105.0, 134.0),
    ]
    assert not any(slot.turned for slot in sheet.slots)
    assert sheet.face == "front"
    assert sheet.folds == ()


def test_a_front_keeps_eight_millimetres_from_the_edge_and_four_from_a_cut() -> None:
    (sheet,) = sheets(4, A4, STANDARD, "one-sided")
    assert [live(slot) for slot in sheet.slots] == [
        (8.0, 8.0, 101.0, 130.0),
        (109.0, 8.0, 202.0, 130.0),
        (8.0, 142.0, 101.0, 264.0),
        (109.0, 142.0, 202.0, 264.0),
    ]


def test_large_cards_stand_one_above_the_other_on_letter_paper_too() -> None:
    (sheet,) = sheets(2, LETTER, LARGE, "one-sided")
    assert [at(slot) for slot in sheet.slots] == [(0.0, 0.0, 215.9, 125.2), (0.0, 125.2, 215.9, 125.2)]
    assert [live(slot) for slot in sheet.slots] == [(8.0, 8.0, 207.9, 121.2), (8.0, 133.2, 207.9, 246.4)]


@pytest.mark.parametrize(("count", "pages"), [(0, []), (1, [1]), (4, [4]), (5, [4, 1]), (8, [4, 4]), (9, [4, 4, 1])])
def test_a_sheet_takes_four_standard_cards_and_the_last_what_is_left(count: int, pages: list[int]) -> None:
    found = sheets(count, A4, STANDARD, "one-sided")
    assert [len(sheet.slots) for sheet in found] == pages
    assert [slot.card for sheet in found for slot in sheet.slots] == list(range(count))


# ---- Cut marks ----


def test_a_standard_sheet_has_ticks_at_the_ends_of_each_cut_and_crosses_where_two_meet() -> None:
    (sheet,) = sheets(1, A4, STANDARD, "one-sided")
    assert marks(sheet.cuts) == {
        (8.0, 134.0, 13.0, 134.0),  # left ends
        (8.0, 268.0, 13.0, 268.0),
        (197.0, 134.0, 202.0, 134.0),  # right ends
        (197.0, 268.0, 202.0, 268.0),
        (105.0, 8.0, 105.0, 13.0),  # ends of the cut from top to foot
        (105.0, 263.0, 105.0, 268.0),
        (102.5, 134.0, 107.5, 134.0),  # the cross in the middle
        (105.0, 131.5, 105.0, 136.5),
        (102.5, 268.0, 107.5, 268.0),  # the foot of it
    }
    assert len(sheet.cuts) == 9


def test_a_large_sheet_has_ticks_left_and_right_only() -> None:
    (sheet,) = sheets(1, LETTER, LARGE, "one-sided")
    assert marks(sheet.cuts) == {
        (8.0, 125.2, 13.0, 125.2),
        (8.0, 250.4, 13.0, 250.4),
        (202.9, 125.2, 207.9, 125.2),
        (202.9, 250.4, 207.9, 250.4),
    }


def test_three_columns_have_two_cuts_from_top_to_foot() -> None:
    three = Layout("standard", columns=3, rows=1, text_pt=12.0, strip_pt=12.0, strip_mm=27.0)
    (sheet,) = sheets(3, A4, three, "one-sided")
    assert [live(slot)[::2] for slot in sheet.slots] == [(8.0, 66.0), (74.0, 132.0), (144.0, 202.0)]
    assert {line.x_mm for line in sheet.cuts if line.x_mm == line.to_x_mm} == {70.0, 140.0}
    assert {line.y_mm for line in sheet.cuts if line.y_mm == line.to_y_mm} == {270.0}
    assert [(line.y_mm, line.to_y_mm) for line in sheet.cuts if line.x_mm == line.to_x_mm == 70.0] == [
        (8.0, 13.0),
        (265.0, 270.0),
    ]


def test_every_place_is_rounded_to_a_thousandth() -> None:
    seven = Layout("standard", columns=7, rows=7, text_pt=12.0, strip_pt=12.0, strip_mm=20.0049)
    (sheet,) = sheets(9, LETTER, seven, "one-sided")
    assert at(sheet.slots[8]) == (30.843, 37.056, 30.843, 37.056)
    assert (30.843, 259.395) in {(line.x_mm, line.to_y_mm) for line in sheet.cuts}
    assert (8.0, 37.056, 13.0, 37.056) in marks(sheet.cuts)
    moved = Box(0.12345, 0.12345, 1.12345, 1.12345).within(left=0, top=0, right=0, bottom=0)
    assert moved == Box(0.123, 0.123, 1.123, 1.123)


# ---- Both sides ----


def test_backs_follow_their_fronts_with_the_columns_of_each_row_reversed() -> None:
    front, back, second, last = sheets(6, A4, STANDARD, "duplex")
    assert [sheet.face for sheet in (front, back, second, last)] == ["front", "back", "front", "back"]
    assert cards(back) == [(0, "back"), (1, "back"), (2, "back"), (3, "back")]
    assert [at(slot)[:2] for slot in back.slots] == [(105.0, 0.0), (0.0, 0.0), (105.0, 134.0), (0.0, 134.0)]
    assert [at(slot)[:2] for slot in last.slots] == [(105.0, 0.0), (0.0, 0.0)]
    assert cards(second) == [(4, "front"), (5, "front")]
    assert cards(last) == [(4, "back"), (5, "back")]


def test_a_back_keeps_six_millimetres_from_a_cut_and_has_no_marks() -> None:
    _, back = sheets(2, A4, STANDARD, "duplex")
    assert [live(slot) for slot in back.slots] == [(111.0, 8.0, 202.0, 128.0), (8.0, 8.0, 99.0, 128.0)]
    assert (back.cuts, back.folds) == ((), ())
    assert not any(slot.turned for slot in back.slots)


def test_large_backs_stand_behind_their_fronts() -> None:
    front, back = sheets(2, A4, LARGE, "duplex")
    assert [at(slot) for slot in back.slots] == [at(slot) for slot in front.slots]


@pytest.mark.parametrize("layout", [STANDARD, LARGE])
@pytest.mark.parametrize("paper", PAPERS)
def test_a_sheet_turned_on_its_long_edge_has_each_back_behind_its_front(paper: Paper, layout: Layout) -> None:
    front, back = sheets(4, paper, layout, "duplex")[:2]
    behind = {slot.card: round(paper.width_mm - slot.cut.x_mm - slot.cut.width_mm, 3) for slot in back.slots}
    assert {slot.card: slot.cut.x_mm for slot in front.slots} == behind


def test_nine_backs_are_reversed_row_by_row_and_every_row_has_its_cut() -> None:
    nine = Layout("standard", columns=3, rows=3, text_pt=12.0, strip_pt=12.0, strip_mm=27.0)
    front, back = sheets(9, A4, nine, "duplex")
    columns, rows = (140.0, 70.0, 0.0), (0.0, 90.0, 180.0)
    assert [at(slot)[:2] for slot in back.slots] == [(x, y) for y in rows for x in columns]
    assert {line.y_mm for line in front.cuts if line.y_mm == line.to_y_mm} == {90.0, 180.0, 270.0}


# ---- Folded over ----


def test_a_standard_card_is_folded_beside_its_back() -> None:
    first, second = sheets(3, A4, STANDARD, "fold-over")
    assert cards(first) == [(0, "front"), (0, "back"), (1, "front"), (1, "back")]
    assert [at(slot)[:2] for slot in first.slots] == [(0.0, 0.0), (105.0, 0.0), (0.0, 134.0), (105.0, 134.0)]
    assert cards(second) == [(2, "front"), (2, "back")]
    assert first.face == "front"
    assert not any(slot.turned for slot in first.slots)
    assert [live(slot) for slot in first.slots[:2]] == [(8.0, 8.0, 101.0, 130.0), (111.0, 8.0, 202.0, 128.0)]


def test_the_fold_takes_the_place_of_the_cut_between_the_faces() -> None:
    first, _ = sheets(3, A4, STANDARD, "fold-over")
    assert marks(first.folds) == {(105.0, 8.0, 105.0, 268.0)}
    assert marks(first.cuts) == {
        (8.0, 134.0, 13.0, 134.0),
        (8.0, 268.0, 13.0, 268.0),
        (197.0, 134.0, 202.0, 134.0),
        (197.0, 268.0, 202.0, 268.0),
        (102.5, 134.0, 107.5, 134.0),
        (102.5, 268.0, 107.5, 268.0),
    }


def test_a_large_card_is_folded_under_its_front_with_its_back_on_its_head() -> None:
    first, second = sheets(2, A4, LARGE, "fold-over")
    assert cards(first) == [(0, "front"), (0, "back")]
    assert cards(second) == [(1, "front"), (1, "back")]
    assert [slot.turned for slot in first.slots] == [False, True]
    assert [live(slot) for slot in first.slots] == [(8.0, 8.0, 202.0, 130.0), (8.0, 140.0, 202.0, 260.0)]
    assert marks(first.folds) == {(8.0, 134.0, 202.0, 134.0)}
    assert marks(first.cuts) == {(8.0, 268.0, 13.0, 268.0), (197.0, 268.0, 202.0, 268.0)}


def test_a_single_card_has_a_sheet_of_its_own_with_nothing_to_cut_or_fold() -> None:
    front, back = sheets(1, A4, SINGLE, "duplex")
    assert (cards(front), cards(back)) == ([(0, "front")], [(0, "back")])
    assert [live(slot) for sheet in (front, back) for slot in sheet.slots] == [
        (8.0, 8.0, 202.0, 255.0),
        (8.0, 8.0, 202.0, 253.0),
    ]
    assert (front.cuts, front.folds, back.cuts, back.folds) == ((), (), (), ())


@pytest.mark.parametrize(("count", "pages"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_a_folded_standard_sheet_takes_two_cards(count: int, pages: int) -> None:
    found = sheets(count, A4, STANDARD, "fold-over")
    assert len(found) == pages
    assert [slot.card for sheet in found for slot in sheet.slots if slot.face == "back"] == list(range(count))


# ---- Whatever is printed ----


@given(count=st.integers(0, 13), how=st.sampled_from(EVERY))
def test_every_card_has_each_of_its_faces_once(count: int, how: tuple[Paper, Layout, Sides]) -> None:
    found = sorted((slot.card, slot.face) for sheet in sheets(count, *how) for slot in sheet.slots)
    faces = ["front"] if how[2] == "one-sided" else ["back", "front"]
    assert found == [(card, face) for card in range(count) for face in faces]


@given(count=st.integers(1, 13), how=st.sampled_from(EVERY))
def test_nothing_is_printed_outside_its_card_the_margins_or_in_the_strip(
    count: int, how: tuple[Paper, Layout, Sides]
) -> None:
    paper, layout, _ = how
    for slot in (slot for sheet in sheets(count, *how) for slot in sheet.slots):
        left, top, right, bottom = live(slot)
        assert left >= max(8, slot.cut.x_mm)
        assert right <= min(paper.width_mm - 8, slot.cut.x_mm + slot.cut.width_mm) + 0.001
        assert top >= max(8, slot.cut.y_mm)
        assert bottom <= slot.cut.y_mm + slot.cut.height_mm <= paper.height_mm - layout.strip_mm + 0.001

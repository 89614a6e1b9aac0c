"""Documents: the data that templates read, and a key that changes with everything that is printed."""

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import breaks
import pytest
from kit.cards.card import read_cards
from kit.cards.deck import Deck
from kit.cards.document import (
    Document,
    Stock,
    log_documents,
    plan_documents,
    singles,
    stock,
    variants,
)
from kit.cards.picture import Art, drawn
from kit.guide import Guide
from kit.words.words import Words, read_words

DAY = dt.date(2026, 11, 23)
SITE = "https://wool.example/breaks/"
PHOTO, OTHER = Art("", "photo.png", 640, 480), Art("", "other.png", 640, 480)
ALL = ("arm-reach", "arm-raise", "rug-stretch")


@pytest.fixture(scope="module")
def guide() -> Guide:
    return breaks.guide()


def stocked(guide: Guide, words: Words | None = None, *, signs: str = "smoke.", photo: Art = PHOTO) -> Stock:
    """Return what documents are made from; the second picture of the rug is a photograph."""
    said = words or breaks.words()
    art = {
        f"{slug}-{number}": drawn('<svg viewBox="0 0 3 2"/>')
        for slug, exercise in guide.catalogue.exercises.items()
        for number, _ in enumerate(exercise.frames, 1)
    }
    art["rug-stretch-2"] = photo
    cards, _ = read_cards(guide.catalogue, said, pictures=art, site=SITE)
    return stock(cards, said, signs=signs, files={"photo.png": b"light", "other.png": b"dark"})


def one(held: Stock, slug: str = "arm-reach") -> Document:
    return singles(held)[slug][0]


def data(document: Document) -> dict[str, Any]:
    found = json.loads(document.text)
    assert isinstance(found, dict)
    return found


def changed(old: str, new: str) -> Words:
    text = (breaks.DOCS / "words.yml").read_text(encoding="utf-8")
    assert old in text
    found, problems = read_words(text.replace(old, new, 1), file="words.yml")
    assert found is not None, problems
    return found


# ---- Each card on its own ----


def test_each_card_has_a_page_of_its_own_on_each_paper(guide: Guide) -> None:
    found = singles(stocked(guide))
    assert sorted(found) == ["arm-raise", "arm-reach", "down-to-the-rug", "rug-stretch"]
    assert [(each.id, each.title, each.paper.id, each.pages) for each in found["arm-reach"]] == [
        ("arm-reach-a4", "Reach and rest", "a4", 2),
        ("arm-reach-letter", "Reach and rest", "letter", 2),
    ]


def test_the_text_of_a_document_is_json_with_cards_words_and_sheets(guide: Guide) -> None:
    found = data(one(stocked(guide)))
    assert [card["slug"] for card in found["cards"]] == ["arm-reach"]
    assert found["title"] == "Reach and rest"
    assert found["language"] == "en"
    assert found["paper"] == {"id": "a4", "width_mm": 210.0, "height_mm": 297.0}
    assert (found["size_pt"], found["strip_mm"], found["edge_mm"], found["foot_mm"]) == (20.0, 38.0, 8.0, 12.0)
    assert [[slot["face"] for slot in page["slots"]] for page in found["sheets"]] == [["front"], ["back"]]
    assert found["sheets"][0]["note"] == ""
    words = found["words"]
    assert (words["publisher"], words["checked"], words["emergency"]) == (
        "The Wool Shop", "A knitter has read it.", "Dropped a stitch?",
    )  # fmt: skip
    assert (words["signs"], words["start"], words["easier"], words["days"][0]) == ("smoke.", "Start", "Easier", "M")


def test_without_signs_there_is_no_word_of_an_emergency(guide: Guide) -> None:
    words = data(one(stocked(guide, signs="")))["words"]
    assert (words["emergency"], words["signs"]) == ("", "")


def test_a_guide_without_words_for_something_prints_nothing_for_it(guide: Guide) -> None:
    bare = breaks.words().model_copy(update={"cards": None, "exercise": None, "dose": None, "checked": None})
    words = data(one(stocked(guide, bare)))["words"]
    assert {name: words[name] for name in words if words[name] == ""} == dict.fromkeys(
        (
            "checked",
            "emergency",
            "card_signs",
            "ask_first",
            "ask_first_all",
            "ruler",
            "code",
            "ticks",
            "start",
            "mistakes",
            "breathing",
            "easier",
            "harder",
        ),
        "",
    )


def test_only_the_image_files_that_a_document_shows_lie_beside_it(guide: Guide) -> None:
    held = stocked(guide)
    assert one(held).files == {}
    assert one(held, "rug-stretch").files == {"photo.png": b"light"}


# ---- Keys ----


def test_two_documents_of_the_same_things_have_the_same_key(guide: Guide) -> None:
    assert one(stocked(guide)).key == one(stocked(guide)).key
    assert one(stocked(guide)).text == one(stocked(guide)).text


def test_the_key_changes_with_the_card_the_words_the_paper_and_the_picture(guide: Guide) -> None:
    plain = one(stocked(guide), "rug-stretch").key
    newer = guide.catalogue.exercises["rug-stretch"].model_copy(update={"version": 3})
    exercises = {**guide.catalogue.exercises, "rug-stretch": newer}
    later = breaks.guide()
    object.__setattr__(later, "catalogue", replace(guide.catalogue, exercises=exercises))
    keys = [
        plain,
        one(stocked(later), "rug-stretch").key,
        one(stocked(guide, changed("Breathing", "Breath")), "rug-stretch").key,
        one(stocked(guide, signs="fire."), "rug-stretch").key,
        singles(stocked(guide))["rug-stretch"][1].key,
        one(stocked(guide, photo=OTHER), "rug-stretch").key,
        one(stocked(guide)).key,
    ]
    assert len(set(keys)) == len(keys)


def test_the_key_of_a_card_does_not_change_with_another_card(guide: Guide) -> None:
    other = one(stocked(guide, photo=OTHER))
    assert other.key == one(stocked(guide)).key


def test_a_document_is_as_old_as_the_newest_check_of_what_is_on_it(guide: Guide) -> None:
    newer = guide.catalogue.exercises["arm-raise"].model_copy(update={"reviewed": dt.date(2026, 12, 24)})
    exercises = {**guide.catalogue.exercises, "arm-raise": newer}
    later = breaks.guide()
    object.__setattr__(later, "catalogue", replace(guide.catalogue, exercises=exercises))
    held = stocked(later)
    assert one(held).checked == dt.date(2026, 11, 23)
    both = variants(Deck("two", "Two", "Two.", ("arm-reach", "arm-raise")), held)
    assert {each.checked for variant in both for each in variant.documents} == {dt.date(2026, 12, 24)}


def test_only_what_has_backs_asks_for_both_sides_of_the_paper(guide: Guide) -> None:
    held = stocked(guide)
    found = {each.sides: each.documents[0].duplex for each in variants(Deck("all", "Everything", "All.", ALL), held)}
    assert found == {"one-sided": "Simplex", "duplex": "DuplexFlipLongEdge", "fold-over": "Simplex"}
    assert one(held).duplex == "DuplexFlipLongEdge"


# ---- Decks ----


def test_a_deck_is_printed_in_two_layouts_three_ways_and_on_two_papers(guide: Guide) -> None:
    found = variants(Deck("all", "Everything", "All.", ALL), stocked(guide))
    assert [(each.layout.id, each.sides) for each in found] == [
        ("standard", "one-sided"), ("standard", "duplex"), ("standard", "fold-over"),
        ("large", "one-sided"), ("large", "duplex"), ("large", "fold-over"),
    ]  # fmt: skip
    ids = [document.id for each in found for document in each.documents]
    assert ids[:2] == ["all-standard-one-sided-a4", "all-standard-one-sided-letter"]
    assert len(set(ids)) == 12
    assert [each.documents[0].pages for each in found] == [1, 2, 2, 2, 4, 3]


def test_each_way_to_use_the_sides_says_what_to_do_with_the_paper(guide: Guide) -> None:
    found = variants(Deck("all", "Everything", "All.", ALL), stocked(guide))
    notes = [data(each.documents[0])["sheets"][0]["note"] for each in found[:3]]
    assert notes == [
        "Cut at the marks.",
        "Print on both sides, flip on the long edge. Cut at the marks.",
        "Cut at the marks. Fold on the dashed line.",
    ]


def test_a_card_that_cannot_be_printed_is_left_out_of_its_deck(guide: Guide) -> None:
    found = variants(Deck("all", "Everything", "All.", ("arm-reach", "lost")), stocked(guide))
    assert [card["slug"] for card in data(found[0].documents[0])["cards"]] == ["arm-reach"]


# ---- Sheets to fill in ----


def test_the_plan_has_its_rows_and_a_code_to_its_page(guide: Guide) -> None:
    assert guide.plan is not None
    a4, letter = plan_documents(guide.plan, stocked(guide), url="https://wool.example/breaks/plan/", checked=DAY)
    assert (a4.id, letter.id, a4.template, a4.pages) == ("plan-a4", "plan-letter", "plan.typ", 1)
    found = data(a4)
    assert found["plan"]["rows"] == [
        {"week": "1", "walks": "3 times 8 rows", "brisk": "none", "boxes": 3},
        {"week": "2", "walks": "5 times 10 rows", "brisk": "2 rows", "boxes": 5},
    ]
    assert found["address"] == ["wool.example/breaks/", "plan/"]
    assert found["code"]["svg"].startswith("<svg")
    assert found["credit"] == "Free to copy"


def test_the_log_lies_on_its_side_and_has_no_code(guide: Guide) -> None:
    assert guide.log is not None
    a4, letter = log_documents(guide.log, stocked(guide), url="https://wool.example/breaks/plan/", checked=DAY)
    assert [(each.paper.width_mm, each.paper.height_mm) for each in (a4, letter)] == [(297.0, 210.0), (279.4, 215.9)]
    assert data(a4)["code"] is None
    assert data(a4)["log"]["rows"] == ["Rows"]
    assert a4.id == "log-a4"

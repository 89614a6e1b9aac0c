"""What comes with the PDFs: the page that lists them, open data, and the pages behind the codes."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import breaks
import pytest
import yaml
from kit.cards.card_index import files, own_files, to_json, version_pages, version_view, view
from kit.cards.picture import Art, drawn
from kit.cards.print_order import Order, Wanted, order_of
from kit.cards.print_run import Print
from kit.guide import Guide
from kit.views.prints_view import prints_view

DRAWING = '<svg viewBox="0 0 3 2"/>'


@pytest.fixture(scope="module")
def guide() -> Guide:
    return breaks.guide()


@pytest.fixture(scope="module")
def order(guide: Guide) -> Order:
    art = {
        f"{slug}-{number}": drawn(DRAWING)
        for slug, exercise in guide.catalogue.exercises.items()
        for number, _ in enumerate(exercise.frames, 1)
    }
    art["rug-stretch-2"] = Art("", "photo.png", 640, 480)
    wanted = Wanted(
        guide.catalogue,
        breaks.words(),
        guide.decks,
        guide.plan,
        guide.log,
        guide.strip,
        {"plan.md": dt.date(2026, 11, 23), "help.md": dt.date(2026, 11, 23)},
        art,
        {"photo.png": b"light"},
    )
    return order_of(wanted, addresses=guide.addresses, site="https://wool.example/breaks/")[0]


@pytest.fixture(scope="module")
def prints(order: Order) -> dict[str, Print]:
    """Return a print of each document: 1,500 bytes each."""
    return {each.id: Print(b"%PDF" + b" " * 1496, b"PNG") for each in order.documents}


def test_every_print_picture_drawing_and_page_is_a_file(
    guide: Guide, order: Order, prints: Mapping[str, Print]
) -> None:
    found = files(order, prints, guide.catalogue, folder="cards")
    assert len(found) == 1 + 36 * 2 + 7 + 4  # a photograph lies in the guide already
    assert found["cards/pdf/arm-reach-a4.pdf"] == prints["arm-reach-a4"].pdf
    assert found["cards/pdf/arm-reach-a4.png"] == b"PNG"
    assert found["cards/figures/arm-reach-1.svg"] == DRAWING
    assert "cards/figures/rug-stretch-2.svg" not in found
    assert {"cards/cards.json", "c/arm-reach.md"} <= found.keys()


# ---- The page that lists them ----


def test_the_page_lists_sets_sheets_and_single_cards(order: Order, prints: Mapping[str, Print]) -> None:
    sections = view(order, prints, folder="cards")
    assert [(each["id"], each["title"], each["count"], len(each["items"])) for each in sections] == [
        ("sitting-down", "Sitting down", "2 cards", 12),
        ("all", "Everything", "4 cards", 12),
        ("sheet", "Plan and log", "", 4),
        ("single", "One exercise on a page", "", 8),
    ]
    assert sections[0]["items"][0] == {
        "title": "Four to a sheet",
        "text": "Fronts only",
        "paper": "a4",
        "uri": "cards/pdf/sitting-down-standard-one-sided-a4.pdf",
        "picture": "cards/pdf/sitting-down-standard-one-sided-a4.png",
        "width": 113,
        "height": 160,
        "facts": "PDF, A4, 1 page, 2 kB",
    }
    assert sections[0]["items"][3]["facts"] == "PDF, Letter, 2 pages, 2 kB"
    assert [each["title"] for each in sections[2]["items"]] == ["Twelve rows"] * 2 + ["My four scarves"] * 2
    assert sections[3]["items"][0]["title"] == "Raise and rest"


def test_a_set_of_one_card_says_so(order: Order, prints: Mapping[str, Print]) -> None:
    deck, variants = order.decks[0]
    alone = replace(order, decks=((replace(deck, slugs=("arm-reach",)), variants),))
    assert view(alone, prints, folder="cards")[0]["count"] == "1 card"


def test_what_was_not_printed_is_not_listed(order: Order, prints: Mapping[str, Print]) -> None:
    some = {name: each for name, each in prints.items() if name.startswith("all-")}
    sections = view(order, some, folder="cards")
    assert [(each["id"], len(each["items"])) for each in sections] == [("sitting-down", 0), ("all", 12)]


def test_an_exercise_lists_its_own_prints(order: Order, prints: Mapping[str, Print]) -> None:
    assert [each["uri"] for each in own_files(order, prints, "arm-reach", folder="cards")] == [
        "cards/pdf/arm-reach-a4.pdf",
        "cards/pdf/arm-reach-letter.pdf",
    ]
    assert own_files(order, prints, "lost", folder="cards") == []
    assert own_files(order, {}, "arm-reach", folder="cards") == []


def test_without_words_of_cards_nothing_is_listed(order: Order, prints: Mapping[str, Print], guide: Guide) -> None:
    mute = replace(order, words=order.words.model_copy(update={"cards": None}))
    assert view(mute, prints, folder="cards") == []
    assert own_files(mute, prints, "arm-reach", folder="cards") == []
    assert version_view(mute, guide.catalogue, "arm-reach") == {}


# ---- Pages behind the codes ----


def test_the_page_behind_a_code_is_front_matter_alone_and_no_search_finds_it(order: Order, guide: Guide) -> None:
    _, matter, rest = version_pages(order, guide.catalogue)["arm-reach"].split("---\n")
    data = yaml.safe_load(matter)
    assert data["title"] == "Reach and rest"
    assert data["reviewed"].isoformat() == "2026-11-23"
    assert data["search"] == {"exclude": True}
    assert rest == ""


def test_every_version_but_the_newest_says_that_there_is_a_newer(order: Order, guide: Guide) -> None:
    third = guide.catalogue.exercises["arm-reach"].model_copy(update={"version": 3})
    catalogue = replace(guide.catalogue, exercises={"arm-reach": third})
    found = version_view(order, catalogue, "arm-reach")
    assert found["number"] == 3
    assert [(each["number"], each["text"]) for each in found["older"]] == [
        (1, "Yours is version 1. The newest is version 3, of 23 November 2026. Print it again, and throw yours away."),
        (2, "Yours is version 2. The newest is version 3, of 23 November 2026. Print it again, and throw yours away."),
    ]
    assert found["newest_text"] == "It is version 3, of 23 November 2026."
    assert found["compare_version"] == "version 3"
    assert version_view(order, guide.catalogue, "arm-reach")["older"] == []


# ---- Open data ----


def data(order: Order, guide: Guide, sizes: Mapping[str, int] | None = None) -> dict[str, Any]:
    found = json.loads(to_json(order, guide.catalogue, sizes=sizes or {}, folder="cards"))
    assert isinstance(found, dict)
    return found


def test_the_open_data_says_all_that_is_on_a_card(order: Order, guide: Guide) -> None:
    found = data(order, guide, {"rug-stretch-a4": 1500})
    assert (found["licence"], found["publisher"]) == ("Free to copy", "The Wool Shop")
    (rug,) = (card for card in found["cards"] if card["id"] == "rug-stretch")
    assert rug == {
        "id": "rug-stretch",
        "title": "Stretch on the rug",
        "goal": "A rest on the rug.",
        "kind": "stretch",
        "position": "lying on your back",
        "floor": True,
        "level": 3,
        "equipment": ["mat"],
        "steps": ["Put the needles down.", "Lie on the rug."],
        "start": "1 row each side, 2 to 3 days a week.",
        "build": "2 sets of 3 rows each side.",
        "flare": "1 row each side, never. Drink tea.",
        "stop": "Stop if the cat comes or the tea boils over.",
        "breathing": "As it comes.",
        "mistakes": ["Needles in your pocket."],
        "easier": ["arm-raise", "Hold the chair while you stretch"],
        "harder": [],
        "figures": [
            {
                "svg": "https://wool.example/breaks/cards/figures/rug-stretch-1.svg",
                "alt": "Stretch on the rug, picture 1.",
                "steps": [1],
            }
        ],
        "pdf": [{"paper": "a4", "url": "https://wool.example/breaks/cards/pdf/rug-stretch-a4.pdf", "bytes": 1500}],
        "url": "https://wool.example/breaks/c/rug-stretch/",
        "version": 2,
        "reviewed": "2026-11-01",
    }


def test_the_open_data_lists_the_sets_with_their_prints(order: Order, guide: Guide) -> None:
    first, second = data(order, guide, {"all-large-duplex-letter": 7})["sets"]
    assert (first["id"], first["cards"], first["pdf"]) == ("sitting-down", ["arm-raise", "arm-reach"], [])
    assert second["pdf"] == [
        {
            "layout": "large",
            "sides": "duplex",
            "paper": "letter",
            "url": "https://wool.example/breaks/cards/pdf/all-large-duplex-letter.pdf",
            "bytes": 7,
        }
    ]


# ---- Which page shows which of them ----


@pytest.mark.parametrize(
    ("uri", "parts"),
    [
        ("cards/index.md", {"prints"}),
        ("exercises/arm-reach.md", {"own_cards"}),
        ("c/arm-reach.md", {"version", "exercise", "own_cards"}),
        ("exercises/index.md", set()),
        ("faq/arm-reach.md", set()),
        ("c/unknown.md", set()),
    ],
)
def test_each_kind_of_page_gets_its_own_parts(
    guide: Guide, order: Order, prints: Mapping[str, Print], uri: str, parts: set[str]
) -> None:
    assert prints_view(guide, uri, order, prints, {}).keys() == parts


def test_a_page_behind_a_code_leads_to_the_exercise_and_to_its_own_files(
    guide: Guide, order: Order, prints: Mapping[str, Print]
) -> None:
    found = prints_view(guide, "c/arm-reach.md", order, prints, {})
    assert (found["version"]["exercise"], found["version"]["cards"]) == ("exercises/arm-reach/", "cards/")
    assert [each["uri"] for each in found["own_cards"]] == [
        "cards/pdf/arm-reach-a4.pdf",
        "cards/pdf/arm-reach-letter.pdf",
    ]

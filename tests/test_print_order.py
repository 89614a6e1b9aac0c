"""A print order: every document of a guide once, and only of what the guide has."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import breaks
import pytest
from kit.cards.picture import drawn
from kit.cards.print_order import Order, Wanted, order_of
from kit.guide import Guide

SITE = "https://wool.example/breaks/"

CHECKED = {"plan.md": dt.date(2026, 11, 23), "help.md": dt.date(2026, 11, 24)}


@pytest.fixture(scope="module")
def guide() -> Guide:
    return breaks.guide()


def wanted(guide: Guide) -> Wanted:
    pictures = {
        f"{slug}-{number}": drawn('<svg viewBox="0 0 3 2"/>')
        for slug, exercise in guide.catalogue.exercises.items()
        for number, _ in enumerate(exercise.frames, 1)
    }
    return Wanted(
        guide.catalogue, breaks.words(), guide.decks, guide.plan, guide.log, guide.strip, CHECKED, pictures, files={}
    )


def order(asked: Wanted, addresses: Mapping[str, str], site: str = SITE) -> Order:
    found, problems = order_of(asked, addresses=addresses, site=site)
    assert problems == []
    return found


def test_every_document_is_ordered_once(guide: Guide) -> None:
    found = order(wanted(guide), guide.addresses)
    ids = [each.id for each in found.documents]
    assert len(ids) == len(set(ids)) == 2 + 2 + 4 * 2 + 2 * 12
    assert ids[:4] == ["plan-a4", "plan-letter", "log-a4", "log-letter"]
    assert {"arm-reach-letter", "all-large-fold-over-a4", "sitting-down-standard-one-sided-letter"} <= set(ids)


def test_a_guide_without_plan_or_log_prints_none(guide: Guide) -> None:
    def ids(asked: Wanted) -> set[str]:
        return {each.id.rpartition("-")[0] for group in order(asked, guide.addresses).to_fill_in for each in group}

    assert ids(wanted(guide)) == {"plan", "log"}
    assert ids(replace(wanted(guide), plan=None)) == {"log"}
    assert ids(replace(wanted(guide), log=None)) == {"plan"}
    assert ids(replace(wanted(guide), plan=None, log=None)) == set()


def test_a_sheet_whose_page_is_missing_is_not_printed(guide: Guide) -> None:
    without = {uri: url for uri, url in guide.addresses.items() if uri != "plan.md"}
    assert order(wanted(guide), without).to_fill_in == ()


def test_a_sheet_leads_to_its_page_under_the_address_of_the_site(guide: Guide) -> None:
    ((a4, _), _) = order(wanted(guide), guide.addresses).to_fill_in
    assert a4.data["url"] == "https://wool.example/breaks/plan/"


def test_exercises_without_pictures_are_left_out_and_decks_keep_the_rest(guide: Guide) -> None:
    asked = wanted(guide)
    some = {name: art for name, art in asked.pictures.items() if name != "arm-raise-1"}
    found = order(replace(asked, pictures=some), guide.addresses)
    assert "arm-raise" not in found.cards
    deck, ways = found.decks[0]
    assert deck.slugs == ("arm-raise", "arm-reach")
    assert len(ways[0].documents[0].cards) == 1


def test_a_deck_without_a_card_that_can_be_printed_is_left_out(guide: Guide) -> None:
    asked = wanted(guide)
    some = {name: art for name, art in asked.pictures.items() if not name.startswith("arm")}
    assert [deck.id for deck, _ in order(replace(asked, pictures=some), guide.addresses).decks] == ["all"]


def test_an_address_that_codes_cannot_carry_is_told(guide: Guide) -> None:
    _, (problem,) = order_of(wanted(guide), addresses=guide.addresses, site="http://wool.example/")
    assert problem.rule == "site_url"

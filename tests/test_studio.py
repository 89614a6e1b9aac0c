"""The print studio's data: all that its page needs, as numbers and as the build says them."""

import json
from dataclasses import replace
from typing import Any

import breaks
import pytest
from building import ROOT
from kit.cards.picture import drawn
from kit.cards.print_order import Wanted
from kit.cards.studio import to_json
from kit.guide import Guide, Sources
from kit.reading.guide import read_guide

SITE = "https://wool.example/breaks/"
FINDING = {"small": ["the"], "same": [["arm", "wing"]], "names": {"arm-reach": ["reach up"]}}


def wanted(guide: Guide) -> Wanted:
    pictures = {"arm-reach-1": drawn('<svg viewBox="0 0 222 87.8">')}
    return Wanted(guide.catalogue, breaks.words(), guide.decks, guide.plan, guide.log, guide.strip, {}, pictures, {})


def text(asked: Wanted) -> str:
    return to_json(asked, site=SITE, folder="cards", finding=FINDING)


def parsed(asked: Wanted) -> dict[str, Any]:
    found = json.loads(text(asked))
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return parsed(wanted(breaks.guide()))


def one(data: dict[str, Any], slug: str) -> Any:  # noqa: ANN401 plain JSON
    (found,) = (each for each in data["exercises"] if each["id"] == slug)
    return found


def test_exercises_come_in_the_order_in_which_one_gets_up_and_down_the_least(data: dict[str, Any]) -> None:
    assert [each["id"] for each in data["exercises"]] == ["arm-reach", "arm-raise", "down-to-the-rug", "rug-stretch"]


def test_what_is_done_last_comes_after_the_others_of_its_position() -> None:
    early = breaks.edited("exercises/arm-reach.md", "kind: mobility", "kind: stretch")
    assert [each["id"] for each in parsed(wanted(breaks.guide(early)))["exercises"]] == [
        "arm-raise", "arm-reach", "down-to-the-rug", "rug-stretch",
    ]  # fmt: skip


def test_standing_comes_before_sitting_and_a_strange_position_last() -> None:
    changes = breaks.edited("exercises/arm-raise.md", "position: sitting", "position: standing")
    assert next(each["id"] for each in parsed(wanted(breaks.guide(changes)))["exercises"]) == "arm-raise"
    guide = breaks.guide()
    without = guide.catalogue.exercises["arm-reach"].model_copy(update={"position": None})
    catalogue = replace(guide.catalogue, exercises=guide.catalogue.exercises | {"arm-reach": without})  # type: ignore[operator]
    assert parsed(replace(wanted(guide), catalogue=catalogue))["exercises"][-1]["id"] == "arm-reach"


def test_every_exercise_is_there_with_its_drawings_and_its_short_address(data: dict[str, Any]) -> None:
    reach = one(data, "arm-reach")
    assert reach["short"] == "c/arm-reach/"
    assert [frame["figure"] for frame in reach["frames"]] == [
        "cards/figures/arm-reach-1.svg",
        "cards/figures/arm-reach-2.svg",
    ]
    assert one(data, "rug-stretch")["frames"][0]["figure"] == "assets/images/rug-stretch-1.svg"


def test_doses_are_numbers_and_words_of_the_build(data: dict[str, Any]) -> None:
    plain = {"times_a_day": None, "on": None, "side": None, "load": None}
    assert one(data, "rug-stretch")["dose"] == {
        "start": {
            "sets": {"low": 1, "high": 1}, "reps": {"low": 1, "high": 1}, "hold_s": None, "minutes": None,
            "rest_s": None, "days_a_week": {"low": 2, "high": 3}, **plain, "when": None, "note": None,
            "much": "1 row each side", "often": "2 to 3 days a week", "seconds": 60,
        },
        "build": {
            "sets": {"low": 2, "high": 2}, "reps": {"low": 3, "high": 3}, "hold_s": None, "minutes": None,
            "rest_s": {"low": 1, "high": 1}, "days_a_week": {"low": 2, "high": 3}, **plain, "when": None, "note": None,
            "much": "2 sets of 3 rows each side", "often": "2 to 3 days a week", "seconds": 361,
        },
        "flare": {
            "sets": {"low": 1, "high": 1}, "reps": {"low": 1, "high": 1}, "hold_s": None, "minutes": None,
            "rest_s": None, "days_a_week": None, **plain, "when": "never", "note": "Drink tea.",
            "much": "1 row each side", "often": "never", "seconds": 60,
        },
    }  # fmt: skip


def test_an_exercise_brings_its_former_names_along() -> None:
    found = json.loads(
        to_json(
            wanted(breaks.guide()),
            site=SITE,
            folder="cards",
            finding=FINDING,
            formerly={"arm-lift": "arm-raise", "gone": "lost"},
        )
    )
    assert (one(found, "arm-raise")["formerly"], one(found, "arm-reach")["formerly"]) == (["arm-lift"], [])


def test_an_exercise_says_what_it_is_by_name(data: dict[str, Any]) -> None:
    rug = one(data, "rug-stretch")
    assert (rug["kind"], rug["position"], rug["place"], rug["needs_floor"]) == (
        "Stretch", "Lying on your back", "On the rug", True,
    )  # fmt: skip
    assert (rug["counted_in"], one(data, "arm-reach")["counted_in"]) == ("rows", "repeats")
    assert rug["search"] == "Stretch on the rug A rest on the rug. Stretch Lying on your back On the rug hands mat"
    assert (rug["each_side"], rug["level"], rug["version"]) == (True, 3, 2)
    assert (rug["reviewed"], rug["credit"]) == ("2026-11-01", "Version 2, 1 Nov 2026. Free to copy")
    assert rug["stop"] == "Stop if the cat comes or the tea boils over."
    assert rug["ask_first"][0] == "You share the rug with a cat."


def test_easier_and_harder_ones_are_named_by_title(data: dict[str, Any]) -> None:
    assert one(data, "rug-stretch")["easier"] == ["Raise and rest", "Hold the chair while you stretch"]
    assert one(data, "arm-reach")["harder"] == ["Raise and rest"]


def test_drawings_have_their_size_and_a_missing_one_that_of_a_square(data: dict[str, Any]) -> None:
    frames = one(data, "arm-reach")["frames"]
    assert [(frame["width"], frame["height"]) for frame in frames] == [(222, 87.8), (1, 1)]


def test_the_guide_is_told_around_its_exercises(data: dict[str, Any]) -> None:
    assert (data["format"], data["source"], data["licence"]) == (4, SITE, "Free to copy")
    assert data["checked"] == "A knitter has read it."
    assert data["limits"]["holds"] == {"sets": 5, "reps": 60, "hold_s": 120}
    assert data["limits"]["session_minutes"] == 120
    assert data["way_down"] == "down-to-the-rug"
    assert data["levels"] == ["easy", "middling", "hard"]
    assert data["counts"]["rows"] == {"seconds": 30, "name": {"one": "{number} row", "many": "{number} rows"}}
    assert data["emergency"] == {"title": "Dropped a stitch?", "signs": "a stitch that runs or smoke."}
    assert data["sets"][0] == {
        "id": "sitting-down", "title": "Sitting down", "text": "Two moves on a chair.",
        "exercises": ["arm-raise", "arm-reach"],
    }  # fmt: skip
    assert data["words"]["exercise"]["or"] == " or "
    assert data["words"]["log"]["from"] == "from:"
    assert "page" not in data["words"]["log"]


def test_what_a_guide_does_not_have_is_null_or_empty() -> None:
    asked = wanted(breaks.guide())
    words = asked.words.model_copy(update={"checked": None, "dose": None, "exercise": None, "gallery": None})
    bare = parsed(replace(asked, words=words, log=None, signs="", decks=()))
    assert (bare["emergency"], bare["checked"], bare["sets"]) == (None, "", [])
    assert (bare["words"]["log"], bare["words"]["dose"], bare["words"]["exercise"]) == (None, None, None)
    assert (one(bare, "arm-reach")["dose"], one(bare, "arm-reach")["stop"]) == (None, "")


def test_an_amount_that_an_exercise_does_not_have_is_null() -> None:
    guide = breaks.guide()
    reach = guide.catalogue.exercises["arm-reach"]
    assert reach.dose is not None
    only = reach.model_copy(update={"dose": reach.dose.model_copy(update={"build": None})})
    catalogue = replace(guide.catalogue, exercises={"arm-reach": only})
    dose = parsed(replace(wanted(guide), catalogue=catalogue))["exercises"][0]["dose"]
    assert (dose["start"]["much"], dose["build"]) == ("5 times", None)


def test_two_runs_give_the_same_bytes() -> None:
    first = text(wanted(breaks.guide()))
    assert text(wanted(breaks.guide())) == first
    assert first.endswith("\n")


def test_the_project_names_exercises_that_exist_and_tells_of_an_emergency() -> None:
    docs = ROOT / "docs"
    texts = {
        file.relative_to(docs).as_posix(): file.read_bytes()
        for file in docs.rglob("*.*")
        if file.suffix in {".md", ".yml"}
    }
    addresses = {uri: uri for uri in texts if uri.endswith(".md")}
    own = read_guide(
        Sources("docs", texts, addresses, frozenset(texts), breaks.settings("site_name: a\n"), breaks.SITE)
    )
    assert own.words is not None
    found = parsed(Wanted(own.catalogue, own.words, own.decks, own.plan, own.log, own.strip, {}, {}, {}))
    assert found["sets"]
    slugs = {each["id"] for each in found["exercises"]}
    assert all(slug in slugs for each in found["sets"] for slug in each["exercises"])
    assert "999" in found["emergency"]["title"]
    assert all(each["stop"].startswith("Stop if ") for each in found["exercises"])


def test_what_the_search_of_the_site_knows_of_words_comes_along(data: dict[str, Any]) -> None:
    assert data["finding"] == FINDING

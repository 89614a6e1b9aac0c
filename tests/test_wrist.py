"""A guide to a stiff wrist: pictures beside figures, and signs, cautions, places and labels of its own."""

import json
import re
from pathlib import Path

import oracle
import paper
import pytest
from building import Build, build_here, copy_of, spoil
from selectolax.lexbor import LexborHTMLParser as HTMLParser

pytestmark = pytest.mark.xdist_group("wrist")  # its builds are made once, by one worker

SIGNS = "Go to a hospital now for a cold or blue hand after a fall or a wrist bent out of shape."
CAST = "The cast came off less than two weeks ago."


@pytest.fixture(scope="module")
def wrist(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("wrist")
    return build_here(copy_of("wrist", folder), folder / "site")


def page(wrist: Build, name: str) -> HTMLParser:
    return HTMLParser(wrist.text(f"{name}/index.html"))


def said(tree: HTMLParser, selector: str) -> list[str]:
    return [node.text(strip=True) for node in tree.css(selector)]


def test_it_builds_without_a_warning(wrist: Build) -> None:
    assert wrist.code == 0, wrist.said
    assert not re.search("WARNING|ERROR|Traceback", wrist.said), wrist.said


def test_some_exercises_show_files_and_others_figures_which_move(wrist: Build) -> None:
    assert len(page(wrist, "exercises/bend-and-lift").css(".bs-frame img")) == 2
    assert not page(wrist, "exercises/bend-and-lift").css(".bs-frame svg, .bs-move")
    assert len(page(wrist, "exercises/wall-lean").css(".bs-frame svg")) == 3
    assert not page(wrist, "exercises/wall-lean").css(".bs-frame img")


def test_who_should_ask_first_follows_from_the_rules_and_from_what_the_exercise_says(wrist: Build) -> None:
    assert said(page(wrist, "exercises/wall-lean"), ".bs-stop h3 + ul li") == [
        CAST,
        "A plate or screws hold the bone together.",
    ]
    assert said(page(wrist, "exercises/bottle-lift"), ".bs-stop h3 + ul li") == [
        CAST,
        "Nobody has checked yet that the bone has healed.",
    ]
    assert said(page(wrist, "exercises/shake-out"), ".bs-stop h3") == []


def test_places_and_labels_are_its_own(wrist: Build) -> None:
    assert said(page(wrist, "exercises"), ".bs-gallery__group h2") == ["At a table", "Standing"]
    assert said(page(wrist, "exercises/wall-lean"), ".bs-stop h3") == ["Ask a hand therapist first if"]
    assert said(page(wrist, "exercises"), ".bs-header .bs-help__long") == ["When to get help"]


@pytest.mark.parametrize(
    "name", ["shake-out-a4", "bottle-lift-letter", "all-standard-duplex-a4", "first-large-fold-over-letter"]
)
def test_every_sheet_has_its_signs_and_is_right_for_screen_readers(wrist: Build, name: str) -> None:
    pdf = (wrist.site / f"cards/pdf/{name}.pdf").read_bytes()
    for text in paper.page_texts(pdf):
        assert SIGNS in text
        assert "No hand therapist has read it yet." in text
    assert list(paper.conformance(pdf)) == []
    assert list(paper.too_dark(pdf)) == []
    assert [fault for side in oracle.read("a", pdf) for fault in oracle.rulers(side)] == []


def test_a_card_says_what_its_exercise_says(wrist: Build) -> None:
    text = " ".join(paper.page_texts((wrist.site / "cards/pdf/bottle-lift-a4.pdf").read_bytes()))
    for piece in ("Bottle lift", "Start 8 each side, 3 days a week.", "Stop if a sharp pain starts.",
                  "Build up to 3 sets of 8 to 12 each side.", "Easier Bend and lift.",
                  "Version 2, 2 Jun 2026. CC0"):  # fmt: skip
        assert piece in text


def test_the_open_data_names_the_picture_of_each_frame(wrist: Build) -> None:
    cards = {each["id"]: each for each in json.loads(wrist.text("cards/cards.json"))["cards"]}
    for slug, count in (("bend-and-lift", 2), ("wall-lean", 2)):
        addresses = [figure["svg"].removeprefix("https://wrist.example/") for figure in cards[slug]["figures"]]
        assert len(addresses) == count
        assert all((wrist.site / address).exists() for address in addresses)


def test_nothing_of_a_back_is_in_it(wrist: Build) -> None:
    for file in [*wrist.site.rglob("*.html"), *wrist.site.rglob("cards/*.json")]:
        text = HTMLParser(file.read_text("utf-8")).text() if file.suffix == ".html" else file.read_text("utf-8")
        assert not re.search(r"\b(back|clinician|999|spine|tummy)\b", text), file


def test_a_word_that_its_vocabulary_lacks_is_told_with_those_that_it_has(tmp_path: Path) -> None:
    project = copy_of("wrist", tmp_path)
    spoil(project, "docs/exercises/wall-lean.md", "position: standing", "position: kneeling")
    spoil(project, "docs/exercises/cautions.yml", "equipment: [small bottle]", "equipment: [small botle]")
    spoil(project, "docs/exercises/shake-out.md", "feel: Hands that get warm and heavy.\n", "")
    done = build_here(project, tmp_path / "site")
    assert done.code == 1
    assert 'docs/exercises/wall-lean.md:6: position: expected at a table, standing, found "kneeling".' in done.said
    assert 'docs/exercises/cautions.yml:6: when.equipment.1: the vocabulary has no "small botle"' in done.said
    assert "docs/exercises/shake-out.md:2: feel: this key is missing. Add it." in done.said
    assert "no exercise has the id" not in done.said  # it is there, and what is wrong with it is told
    assert "Traceback" not in done.said

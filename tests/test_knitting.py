"""A guide to knitting: pattern cards with pictures, made by the same hooks, without one word or rule about bodies."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import oracle
import paper
import pypdfium2 as pdfium
import pytest
import yaml
from building import SITES, Build, build_here, changed, copy_of
from marked import texts_of
from pypdfium2 import raw
from selectolax.lexbor import LexborHTMLParser as HTMLParser

pytestmark = pytest.mark.xdist_group("knitting")  # its builds are made once, by one worker

BODIES = re.compile(
    r"\b(pains?|painful|backs?|breath\w*|muscles?|body|bodies|clinicians?|doctors?|emergency|sore|exercis\w*|stop if"
    r"|health\w*|medical\w*|injur\w*|hurts?|flare\w*|999)\b",
    re.IGNORECASE,
)
READ = ["alt", "title", "aria-label", "aria-description", "placeholder", "content", "label"]
"""Attributes whose values people see or hear; the words that scripts show stand in those that begin with data-."""
ADDRESS = re.compile(
    r"(https?:/|\.{0,2}/)?[\w@.#?=&%~:+-]+(/[\w@.#?=&%~:+-]*)+|[\w-]+\.(md|html|json|svg|pdf|png|js|css)"
)
BLANK = re.compile(r"\{\w+\}")
IDS = {"emergency", "exercise"}
"""Words of closed lists that only programs read: how soon a question wants an answer, and what a found page is."""
PATTERNS = ["basket-weave", "eyelet-rows", "garter-stitch", "moss-stitch", "rib", "stocking-stitch"]


@pytest.fixture(scope="module")
def knitting(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("knitting")
    return build_here(copy_of("knitting", folder), folder / "site")


@pytest.fixture(scope="module")
def words() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load((SITES / "knitting/docs/words.yml").read_text("utf-8"))
    return found


def read_by_people(site: Path) -> Iterator[tuple[str, str]]:
    """Yield what people see, hear or get from a site: no addresses, and no names that only code reads."""
    for file in sorted(site.rglob("*.html")):
        tree = HTMLParser(file.read_text("utf-8"))
        for node in tree.css("*"):
            for name, value in node.attributes.items():
                if name in READ or (name.startswith("data-") and " " in (value or "")):
                    yield file.name, value or ""
        for script in tree.css('script[type="application/ld+json"]'):
            yield file.name, script.text()
        tree.strip_tags(["script", "style"])
        yield file.name, tree.root.text(separator=" ") if tree.root else ""
    for name, text in texts_of(site):
        if not name.endswith(".html") and not name.startswith("assets/"):
            yield name, text


def test_it_builds_without_a_warning(knitting: Build) -> None:
    assert knitting.code == 0, knitting.said
    assert not re.search("WARNING|ERROR|Traceback", knitting.said), knitting.said


@pytest.mark.parametrize("left_out", ["show_exercises", "index_faq", "explain_terms", "index_search", "dress_pages"])
def test_it_builds_without_a_hook_to_which_pages_lead(tmp_path: Path, left_out: str) -> None:
    project = copy_of("knitting", tmp_path)
    hooks = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))["hooks"]
    changed(project, {"hooks": [each for each in hooks if Path(each).stem != left_out]})
    done = build_here(project, tmp_path / "site")
    assert done.code == 0, done.said
    assert not re.search("WARNING|ERROR|Traceback", done.said), done.said
    assert f": {left_out}.py is not among the hooks." in done.said


def test_no_word_about_bodies_is_anywhere_in_it(knitting: Build) -> None:
    said = [
        (name, ADDRESS.sub("", BLANK.sub("", text))) for name, text in read_by_people(knitting.site) if text not in IDS
    ]
    found = {(name, match[0]) for name, text in said for match in BODIES.finditer(text)}
    assert found == set()
    assert len({name for name, _ in said if name.endswith(".pdf")}) > 30
    assert "cards/studio.json" in {name for name, _ in said}


def test_a_word_about_bodies_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<p class="bs-exercise">Purl</p><img alt="A sore arm" src="exercises/">', "utf-8")
    (tmp_path / "b.json").write_text(
        '{"url": "https://a.example/exercises/rib/", "text": "Stop if it hurts."}', "utf-8"
    )
    said = [ADDRESS.sub("", text) for _, text in read_by_people(tmp_path)]
    assert [match[0] for text in said for match in BODIES.finditer(text)] == ["sore", "Stop if", "hurts"]


def test_a_pattern_page_shows_its_pictures_and_the_labels_of_its_own_words(
    knitting: Build, words: dict[str, dict[str, str]]
) -> None:
    tree = HTMLParser(knitting.text("exercises/garter-stitch/index.html"))
    assert [each.attributes["src"] for each in tree.css(".bs-frame img")] == [
        "../../assets/images/garter-stitch-chart.svg",
        "../../assets/images/garter-stitch.png",
    ]
    assert all(each.attributes["alt"] for each in tree.css(".bs-frame img"))
    headings = [each.text() for each in tree.css(".bs-exercise h2")]
    say = words["exercise"]
    assert headings == [say["steps"], say["dose"], say["mistakes"], say["versions"]]
    assert [each.text(strip=True) for each in tree.css(".bs-dose strong")] == ["48 rows", "20 rows", "30 rows"]
    assert not tree.css(".bs-stop, .bs-how, .bs-help")
    assert tree.css_first(".bs-colophon a").text() == words["page"]["source"]  # type: ignore[union-attr]
    assert f'aria-label="{words["frame"]["pages"]}"' in knitting.text("exercises/garter-stitch/index.html")


def test_a_pattern_is_told_to_machines_as_steps_to_follow(knitting: Build) -> None:
    script = HTMLParser(knitting.text("exercises/rib/index.html")).css_first('script[type="application/ld+json"]')
    assert script is not None
    about = json.loads(script.text())["mainEntity"]
    assert about["@type"] == "HowTo"
    assert [each["text"] for each in about["step"]][1] == "Knit one, purl one, to the end."


def test_two_decks_are_printed_and_every_pattern_alone(knitting: Build) -> None:
    names = {file.stem for file in (knitting.site / "cards/pdf").glob("*.pdf")}
    decks = {f"{deck}-{layout}-{sides}-{size}" for deck in ("first-squares", "texture")
             for layout in ("standard", "large") for sides in ("one-sided", "duplex", "fold-over")
             for size in ("a4", "letter")}  # fmt: skip
    singles = {f"{slug}-{size}" for slug in [*PATTERNS, "log"] for size in ("a4", "letter")}
    assert names == decks | singles


@pytest.mark.parametrize("name", ["garter-stitch-a4", "moss-stitch-letter", "texture-standard-duplex-a4", "log-a4"])
def test_a_printed_sheet_is_right_for_screen_readers_and_takes_little_ink(knitting: Build, name: str) -> None:
    pdf = (knitting.site / f"cards/pdf/{name}.pdf").read_bytes()
    assert list(paper.conformance(pdf)) == []
    assert list(paper.foreign_fonts(pdf)) == []
    assert list(paper.too_dark(pdf)) == []
    assert [fault for side in oracle.read("a", pdf) for fault in oracle.rulers(side)] == []


def test_a_card_says_what_the_pattern_says_and_its_code_leads_there(knitting: Build) -> None:
    pdf = (knitting.site / "cards/pdf/garter-stitch-a4.pdf").read_bytes()
    text = " ".join(paper.page_texts(pdf))
    for piece in ("Garter stitch", "Soft ridges that lie flat.", "Knit every stitch of every row.", "A square",
                  "48 rows, on 24 stitches.", "A headband 20 rows, on 90 stitches.", "Easy to miss",
                  "Knit next Stocking stitch.", "Tick the days you knit"):  # fmt: skip
        assert piece in text
    assert paper.codes(pdf) == [["https://knitting.example/c/garter-stitch/#v1"], []]


@pytest.mark.parametrize(
    ("name", "side_mm"),
    [("rib-a4", 60), ("first-squares-standard-one-sided-a4", 35), ("first-squares-large-fold-over-letter", 40)],
)
def test_a_picture_from_a_file_is_as_large_as_a_drawing_and_stays_on_its_card(
    knitting: Build, name: str, side_mm: float
) -> None:
    found = list(pictures((knitting.site / f"cards/pdf/{name}.pdf").read_bytes()))
    assert len(found) == (1 if name == "rib-a4" else 4)
    for left, bottom, right, top in found:
        assert min(left, bottom) > 8
        assert right < 215.9 - 8
        assert top < 297 - 8
        assert right - left == pytest.approx(top - bottom, abs=0.1)  # they are squares
        assert side_mm < right - left < 2 * side_mm


def pictures(pdf: bytes) -> Iterator[tuple[float, ...]]:
    """Yield where each image of pixels, but the codes, is printed, in millimetres: left, bottom, right, top."""
    with pdfium.PdfDocument(pdf) as document:
        for sheet in document:
            for item in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=8):
                yield tuple(value * paper.MM_PER_PT for value in item.get_bounds())


def test_questions_lead_to_patterns(knitting: Build) -> None:
    tree = HTMLParser(knitting.text("faq/curling/index.html"))
    first = tree.css_first(".bs-foot a")
    assert first is not None
    assert first.attributes["href"] == "../../exercises/stocking-stitch/"
    assert "Best asked in a yarn shop." in tree.css_first(".bs-urgent").text()  # type: ignore[union-attr]
    assert [each.text() for each in HTMLParser(knitting.text("faq/index.html")).css(".bs-theme h2")] == [
        "To begin with",
        "To mend",
    ]

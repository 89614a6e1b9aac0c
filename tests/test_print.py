"""What every printed PDF promises, checked on all of them, and that each check finds a planted fault."""

import copy
import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any

import oracle
import paper
import pypdfium2
import pytest
import yaml
from building import ROOT
from guides import guide_in
from kit.cards.document import Document
from kit.cards.print_order import Order, order_of
from kit.cards.too_full import refusals
from kit.cards.typeset import DATA, TEMPLATES, Press, SettingError, Tools, presses
from kit.pictures import pictures_of, wanted_of
from kit.record import Record, read_yaml
from pypdfium2.raw import FPDF_PAGEOBJ_PATH
from shelves import Pile
from site_disk import Folder

SITE = "https://example.org/backstride/"
DOCS = ROOT / "docs"
VERSIONS = {
    file.stem: re.findall(r"(?m)^version: (\d+)$", file.read_text(encoding="utf-8"))[0]
    for file in (DOCS / "exercises").glob("*.md")
    if file.stem != "index"
}
"""The version of each exercise, as its file says."""
REVIEWED = {
    slug: re.findall(r"(?m)^reviewed: (\S+)$", (DOCS / f"exercises/{slug}.md").read_text(encoding="utf-8"))[0]
    for slug in VERSIONS
}
"""The day on which we checked each exercise, as its file says."""
PAPERS = {"a4": "A4", "letter": "US Letter"}
USED = ("log.typ", "plan.typ", "sheet.typ")


@pytest.fixture(scope="session")
def order() -> Order:
    guide = guide_in()
    wanted, odd = wanted_of(guide, pictures_of(guide, Pile(), ""), lambda name: (DOCS / name).read_bytes())
    assert not odd
    assert wanted is not None
    found, problems = order_of(wanted, addresses=guide.addresses, site=SITE)
    assert not problems
    return found


@pytest.fixture(scope="session")
def fonts() -> list[bytes]:
    return [file.read_bytes() for file in sorted((DOCS / "assets/fonts").glob("*.woff2"))]


@pytest.fixture
def machine(fonts: list[bytes], tmp_path: Path) -> Press:
    return press(tmp_path, fonts, templates())


def press(folder: Path, fonts: list[bytes], templates: dict[str, bytes]) -> Press:
    (found,) = presses(Tools(fonts, templates), Folder(folder), used=USED)
    return found


def templates() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in Path(TEMPLATES).iterdir()}


def printed(order: Order, site: Path) -> Iterator[tuple[Document, bytes]]:
    """Yield each document with the PDF that the built site has of it."""
    for document in order.documents:
        yield document, (site / f"cards/pdf/{document.id}.pdf").read_bytes()


def every_face(order: Order, site: Path) -> Iterator[tuple[Document, bytes]]:
    """Yield the documents that have every face of every card in every size, and the sheets to fill in."""
    sets = tuple(deck.id for deck, _variants in order.decks if deck.id != "everything")
    for document, pdf in printed(order, site):
        if not document.id.startswith(tuple(f"{name}-" for name in sets)):
            yield document, pdf


def made(machine: Press, template: str, data: dict[str, Any]) -> bytes:
    """Return the PDF that a template makes of data."""
    return machine.pdf(template, json.dumps(data), {}, checked=dt.date(2026, 11, 23))


def faults(found: Iterator[tuple[str, Iterator[str]]]) -> list[str]:
    return [f"{name}: {fault}" for name, said in found for fault in said]


def one(order: Order, name: str) -> Document:
    return next(document for document in order.documents if document.id == name)


def spoiled(document: Document, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 data is JSON
    copied: dict[str, Any] = json.loads(document.text)
    return copied | changes


# ---- Every PDF of the site ----


def test_every_document_is_in_the_site_and_nothing_else(order: Order, site: Path) -> None:
    assert {file.stem for file in (site / "cards/pdf").glob("*.pdf")} == {each.id for each in order.documents}


def test_every_deck_comes_on_two_papers_in_two_layouts_and_three_ways(order: Order) -> None:
    for deck, variants in order.decks:
        found = {(each.layout.id, each.sides, document.paper.id) for each in variants for document in each.documents}
        assert len(found) == 12, deck.id


@pytest.mark.xdist_group("print-conformance")
@pytest.mark.parametrize("part", [0, pytest.param(1, marks=pytest.mark.thorough)])
def test_every_document_conforms_to_pdf_ua_1(order: Order, site: Path, part: int) -> None:
    """Each on one of its papers: the other has the same tags, and the checkers take a second for a PDF."""
    papers = sorted({document.paper.id for document in order.documents})
    first = [(document, pdf) for document, pdf in every_face(order, site) if document.paper.id == papers[0]]
    checked = {document.id: paper.conformance(pdf) for document, pdf in first[part::2]}
    assert len(checked) > len(order.singles) / 2
    assert not faults(iter(checked.items()))


@pytest.mark.parametrize("part", [0, pytest.param(1, marks=pytest.mark.thorough)])
def test_every_font_is_in_the_file(order: Order, site: Path, part: int) -> None:
    some = list(printed(order, site))[part::2]
    assert not faults((document.id, paper.foreign_fonts(pdf)) for document, pdf in some)


def test_every_pdf_has_the_size_and_number_of_pages_that_it_should(order: Order, site: Path) -> None:
    for document, pdf in printed(order, site):
        sizes = paper.page_sizes(pdf)
        assert len(sizes) == document.pages, document.id
        wanted = (document.paper.width_mm, document.paper.height_mm)
        assert all(found == pytest.approx(wanted, abs=0.1) for found in sizes), document.id


@pytest.mark.xdist_group("print-ink")
def test_no_side_takes_more_ink_than_black_words_need(order: Order, site: Path) -> None:
    assert not faults((document.id, paper.too_dark(pdf, name=document.id)) for document, pdf in every_face(order, site))


@pytest.mark.xdist_group("print-oracle")
def test_every_side_is_as_a_sheet_must_be_by_its_pixels_words_and_tags(order: Order, site: Path) -> None:
    found = [fault for document, pdf in every_face(order, site) for fault in oracle.faults(document.id, pdf)]
    assert not found, "\n".join(found)


def test_every_pdf_asks_for_its_true_size_its_sides_and_its_tray(order: Order, site: Path) -> None:
    for document, pdf in printed(order, site):
        found = paper.wishes(pdf)
        assert (found["PrintScaling"], found["PickTrayByPDFSize"]) == ("/None", "True"), document.id
        backs = "-duplex-" in document.id or re.search(r"-(standard|large)-|^plan-|^log-", document.id) is None
        assert found["Duplex"] == ("/DuplexFlipLongEdge" if backs else "/Simplex"), document.id


def test_every_pdf_is_as_old_as_the_newest_check_of_what_is_on_it(site: Path) -> None:
    days = {slug: day.replace("-", "") for slug, day in REVIEWED.items()}
    for slug, day in days.items():
        assert paper.wishes((site / f"cards/pdf/{slug}-a4.pdf").read_bytes())["day"] == day, slug
    found = paper.wishes((site / "cards/pdf/everything-large-duplex-letter.pdf").read_bytes())
    assert found["day"] == max(days.values())


def heights(site: Path, name: str) -> dict[str, float]:
    """Return how high the highest picture of each card of a PDF is, in millimetres, by the first words of its title."""
    found: dict[str, float] = {}
    for side in oracle.read(name, (site / f"cards/pdf/{name}.pdf").read_bytes()):
        title = ""
        for kind, alt, marks in side.tags:
            boxes = [item.box for item in side.items if item.mark in marks]
            if kind == "H1":
                title = next(item.text.strip() for item in side.words if item.mark in marks)
            elif kind == "Figure" and boxes and not alt.startswith("QR code"):
                high = max(box[3] for box in boxes) - min(box[1] for box in boxes)
                found[title] = max(found.get(title, 0.0), high)
    return {title[:12]: high for title, high in found.items()}


def test_pictures_of_large_print_are_half_as_large_again_and_those_of_single_pages_twice(site: Path) -> None:
    for size in ("a4", "letter"):
        four, two = (heights(site, f"everything-{kind}-one-sided-{size}") for kind in ("standard", "large"))
        assert [title for title in four if two[title] < oracle.LARGER * four[title]] == []
        single = {key: high for slug in VERSIONS for key, high in heights(site, f"{slug}-{size}").items()}
        assert [title for title, high in single.items() if high < 2 * four[title]] == []


def test_the_boxes_of_a_back_stand_apart_from_its_words_and_at_its_foot(site: Path) -> None:
    names = [f"everything-{kind}-duplex-{size}" for kind in ("standard", "large") for size in PAPERS]
    found = 0
    for name in [*names, *(f"{slug}-{size}" for slug in VERSIONS for size in PAPERS)]:
        for side in oracle.read(name, (site / f"cards/pdf/{name}.pdf").read_bytes(), dots_per_inch=20):
            for title, gap, row in oracle.ticks(side):
                least, most = oracle.BACK_GAP[side.kind]
                assert least <= gap <= most, f"{name}: {title}: {gap:.1f} mm"
                assert row >= oracle.BOX - 0.1, f"{name}: {title}: {row:.1f} mm"
                found += 1
    assert found == 6 * len(VERSIONS)


def test_the_way_to_the_floor_and_up_is_large_enough_to_follow_on_a_quarter_of_a_sheet(site: Path) -> None:
    for size in ("a4", "letter"):
        assert heights(site, f"everything-standard-one-sided-{size}")["Floor and up"] >= oracle.STAGES, size


@pytest.mark.xdist_group("print-codes")
def test_every_code_leads_to_a_page(order: Order, site: Path) -> None:
    urls = {
        code
        for document, pdf in printed(order, site)
        if document.id.endswith("-a4")
        for page in paper.codes(pdf)
        for code in page
    }
    assert {PurePosixPath(url.partition("#")[0]).name for url in urls} == {*VERSIONS, "walking-plan"}
    assert not [fault for url in sorted(urls) if (fault := paper.lost(url, site, SITE))]
    for slug, version in VERSIONS.items():
        assert f"{SITE}c/{slug}/#v{version}" in urls


@pytest.mark.xdist_group("print-codes")
@pytest.mark.parametrize("name", ["everything-standard-one-sided-letter", "plan-a4"])
def test_every_code_is_read_from_a_poor_copy(site: Path, name: str) -> None:
    pdf = (site / f"cards/pdf/{name}.pdf").read_bytes()
    coarse = list(paper.rasters(pdf, dots_per_inch=100))
    for number, picture in enumerate(paper.rasters(pdf, dots_per_inch=300)):
        wanted = oracle.codes_of(picture)
        assert wanted
        for spoil in (oracle.threshold, oracle.dithered, oracle.pale, oracle.smaller):
            assert oracle.codes_of(spoil(picture)) == wanted, f"page {number + 1}, {spoil.__name__}"
        assert oracle.codes_of(coarse[number]) == wanted, f"page {number + 1} at 100 dots per inch"


def test_who_should_ask_first_is_on_the_card_in_short_and_on_the_single_page_in_full(site: Path) -> None:
    cautions = yaml.safe_load((DOCS / "exercises/cautions.yml").read_text(encoding="utf-8"))
    short = {each["text"]: each["short"] for each in cautions}
    for slug in VERSIONS:
        html = (site / f"exercises/{slug}/index.html").read_text(encoding="utf-8")
        asked = re.search(r"Ask a clinician first if.*?<ul>(.*?)</ul>", html, flags=re.DOTALL)
        assert asked, slug
        full = [" ".join(unescape(each).split()) for each in re.findall(r"<li>(.*?)</li>", asked[1], flags=re.DOTALL)]
        front, back = paper.page_texts((site / f"cards/pdf/{slug}-a4.pdf").read_bytes())
        said = front.partition("Ask first if:")[2].partition("Call 999")[0].strip()
        assert said, slug
        assert len(said.split()) <= 20, slug
        assert [each for each in full if each not in back] == [], slug
        some = [short.get(each) or re.sub(r"[.!?](\s.*)?$", "", each) for each in full]
        listed = ", ".join(f"{each[0].lower()}{each[1:]}" for each in some) + "."
        assert listed == said or listed.startswith(said.removesuffix(".")), slug


def test_a_deck_with_an_exercise_on_the_floor_brings_the_way_down_along(order: Order) -> None:
    decks = {deck.id: deck.slugs for deck, _variants in order.decks}
    assert "floor-and-up-again" in decks["strength"]
    assert "floor-and-up-again" in decks["stretch"]
    assert "floor-and-up-again" not in decks["no-floor"]


def test_the_plan_on_paper_says_what_the_page_says(order: Order) -> None:
    rows = one(order, "plan-a4").data["plan"]["rows"]
    page = (DOCS / "walking-plan.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \|$", page, flags=re.MULTILINE)
    assert table == [(row["week"], row["walks"], row["brisk"]) for row in rows]


@pytest.mark.parametrize("size", PAPERS)
def test_the_rules_of_the_plan_stand_in_three_boxes_of_one_height(site: Path, size: str) -> None:
    with pypdfium2.PdfDocument(site / f"cards/pdf/plan-{size}.pdf") as pdf:
        bounds = [path.get_bounds() for path in pdf[0].get_objects(filter=[FPDF_PAGEOBJ_PATH])]
    mm = 72 / 25.4
    wide = [top - bottom for left, bottom, right, top in bounds if 60 < (right - left) / mm < 70]
    heights = [height for height in wide if height > 10 * mm]
    assert len(heights) == 3
    assert max(heights) - min(heights) < 0.1


def test_the_page_of_cards_shows_every_pdf_with_its_picture_paper_and_size(order: Order, site: Path) -> None:
    html = (site / "cards/index.html").read_text(encoding="utf-8")
    for document, pdf in printed(order, site):
        entry = re.search(rf'href="pdf/{document.id}\.pdf">(.*?)</a>', html, flags=re.DOTALL)
        assert entry, document.id
        assert f'src="pdf/{document.id}.png"' in entry[1]
        assert f"{PAPERS[document.paper.id]}," in entry[1]
        assert f"{-(-len(pdf) // 1000)} kB" in entry[1]


def test_the_open_data_names_files_that_exist_and_a_licence(site: Path) -> None:
    data = json.loads((site / "cards/cards.json").read_text(encoding="utf-8"))
    assert data["licence"] == "CC BY 4.0"
    addresses = [each["url"] for card in data["cards"] for each in card["pdf"]]
    addresses += [each["url"] for entry in data["sets"] for each in entry["pdf"]]
    addresses += [each["svg"] for card in data["cards"] for each in card["figures"]]
    assert not [address for address in addresses if not (site / address.removeprefix(SITE)).exists()]


def test_the_page_behind_a_code_stays_out_of_search_engines_and_needs_no_script(site: Path) -> None:
    html = (site / "c/plank/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in html
    assert 'id="v1"' in html
    assert "The newest card is" in html


# ---- Planted faults: each check finds its own ----


def test_a_file_without_tags_does_not_conform(machine: Press, order: Order) -> None:
    machine.desk.put(f"{machine.room}/{DATA}", one(order, "plank-a4").text.encode())
    pdf = machine.compilers["sheet.typ"].compile(format="pdf", pdf_tags=False)
    assert isinstance(pdf, bytes)
    assert list(paper.conformance(pdf))


def test_a_letter_that_the_font_lacks_is_refused(machine: Press, order: Order) -> None:
    data = spoiled(one(order, "plank-a4"))
    data["cards"][0]["goal"] = "→ forwards"
    with pytest.raises(SettingError):
        made(machine, "sheet.typ", data)


def written(name: str) -> Record | None:
    """Return what a person wrote of an exercise, or in a file with the texts of boxes."""
    texts = {"plan": "cards/walking-plan.yml", "log": "cards/log.yml", "signs": "signs.yml", "words": "words.yml"}
    if name in texts:
        return read_yaml((DOCS / texts[name]).read_bytes(), file=f"docs/{texts[name]}")[0]
    return guide_in().catalogue.records[name]


def line_of(file: str, text: str) -> int:
    lines = (DOCS / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_text_that_does_not_fit_is_refused_with_card_face_and_overflow(machine: Press, order: Order) -> None:
    data = spoiled(one(order, "strength-standard-duplex-letter"))
    number = next(place for place, card in enumerate(data["cards"]) if card["slug"] == "plank")
    data["cards"][number]["mistakes"] = ["Too long a sentence for a card. " * 30]
    with pytest.raises(SettingError) as refusal:
        made(machine, "sheet.typ", data)
    (found,) = refusals({"strength-standard-duplex-letter": str(refusal.value)}, records=written)
    assert re.fullmatch(
        r"docs/exercises/plank\.md:\d+: card\.back: the back is [\d.]+ mm too full for its box in "
        r"strength-standard-duplex-letter\.pdf\. Shorten its longest text\.",
        str(found),
    )


def test_a_front_that_does_not_fit_is_refused(machine: Press, order: Order) -> None:
    data = spoiled(one(order, "strength-standard-one-sided-a4"))
    data["cards"][0]["stop"][1] += " or this goes on" * 40
    with pytest.raises(SettingError, match=rf"{data['cards'][0]['slug']} front [\d.]+"):
        made(machine, "sheet.typ", data)


@pytest.mark.parametrize(
    ("name", "path", "text", "where"),
    [
        (
            "plan-a4",
            ("words", "signs"),
            "One more sign, and another one, and a third. " * 9,
            "signs.yml|short: sudden tummy",
        ),
        ("stretch-large-duplex-letter", ("words", "signs"), "One more sign. " * 24, "signs.yml|"),
        ("stretch-large-duplex-letter", ("words", "ruler"), "One more word. " * 24, "words.yml|Print on both sides"),
        (
            "plan-letter",
            ("plan", "rows", 2, "walks"),
            "4 times 10 minutes, and more " * 5,
            "cards/walking-plan.yml|walk:",
        ),
        ("plan-a4", ("plan", "rows", 2, "brisk"), "4 minutes, and more " * 9, "cards/walking-plan.yml|minutes: {one"),
        (
            "plan-a4",
            ("plan", "head", "brisk"),
            "The part of it that is brisk, in minutes",
            "cards/walking-plan.yml|head:",
        ),
        ("plan-a4", ("plan", "notes", 0, "text"), "Too long a note. " * 120, "cards/walking-plan.yml|"),
        ("log-a4", ("log", "rows", 1), "How hard it was, from 0 to 10, " * 6, "cards/log.yml|rows:"),
        ("log-a4", ("log", "exercise"), "How hard it was, from 0 to 10, " * 6, "cards/log.yml|exercise:"),
        ("log-letter", ("log", "rules", 0, "text"), "Too long a rule. " * 40, "cards/log.yml|"),
    ],
)
def test_whatever_does_not_fit_is_refused_with_its_line_and_the_millimetres(  # noqa: PLR0913, PLR0917 fixtures and a table
    name: str, path: tuple[str | int, ...], text: str, where: str, machine: Press, order: Order
) -> None:
    document = one(order, name)
    data = spoiled(document)
    inside: Any = data
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = text
    with pytest.raises(SettingError) as refusal:
        made(machine, document.template, data)
    (found,) = refusals({name: str(refusal.value)}, records=written)
    file, words = where.split("|")
    assert re.search(r" is [\d.]+ mm too full for its box in ", str(found))
    assert str(found).startswith(f"docs/{file}:{line_of(file, words) if words else ''}")


def test_a_plan_has_room_for_a_walk_on_each_day_of_the_week(machine: Press, order: Order) -> None:
    for size in ("a4", "letter"):
        data = spoiled(one(order, f"plan-{size}"))
        for row in data["plan"]["rows"]:
            row["boxes"] = 7
        assert oracle.faults(f"plan-{size}", made(machine, "plan.typ", data)) == []


def swapped(data: dict[str, Any]) -> None:
    """Put each back where its front is, as if the sheet were not turned over."""
    for slot, other in zip(data["sheets"][1]["slots"], data["sheets"][0]["slots"], strict=True):
        slot.update({key: copy.deepcopy(other[key]) for key in ("cut", "live")})


def to_the_edge(data: dict[str, Any]) -> None:
    for page in data["sheets"]:
        for slot in page["slots"]:
            slot["live"]["y_mm"] = 0


def off_the_paper(data: dict[str, Any]) -> None:
    data["sheets"][0]["slots"][1]["live"]["x_mm"] += 40


def without_cuts(data: dict[str, Any]) -> None:
    for page in data["sheets"]:
        page["cuts"] = []


def without_line(data: dict[str, Any]) -> None:
    data["words"]["card_signs"] = ""


def without_asking(data: dict[str, Any]) -> None:
    for card in data["cards"]:
        card["ask"] = ""


PLANTED: list[tuple[str, Any, str]] = [
    ("the edge is 0 mm", to_the_edge, "mm from the upper edge"),
    ("text of 11 points", ("sheet.typ", "let size = deck.size_pt * 1pt", "let size = 11pt"), "has 11.0 points"),
    ("paler ink", ("card.typ", "#let ink = black", '#let ink = rgb("#595959")'), "is not black"),
    ("paler codes", ("card.typ", "bytes(card.code.svg)", 'bytes(card.code.svg.replace("#000", "#666"))'), "as pale as"),
    ("no cut marks", without_cuts, "no mark to cut"),
    ("backs not mirrored", swapped, "is not behind its front"),
    ("a wrong ruler", ("common.typ", "100mm", "97mm"), "no line is 100 mm long"),
    ("the strip printed over", ("common.typ", "dy: -mm(data.foot_mm)", "dy: -mm(data.foot_mm) - 12mm"), "lies over"),
    ("a box off the paper", off_the_paper, "off the paper"),
    ("a code too small", ("card.typ", "#let code-side = 20mm", "#let code-side = 14mm"), "mm wide, expected 20"),
    (
        "a code without white",
        ("card.typ", "place(top + left, dx", "place(dx: -0.8mm, rect(height: 20mm)) + place(top + left, dx"),
        "has no white around it",
    ),
    (
        "another order of reading",
        ("card.typ", "parts(head, pictures, steps, ..tail)", "parts(head, steps, pictures, ..tail)"),
        "are not read between",
    ),
    (
        "smaller pictures",
        ("card.typ", "  let scale = scale-in(best,", "  let scale = 0.3 * scale-in(best,"),
        "mm high, expected",
    ),
    ("no line for an emergency", without_line, 'lacks "Call 999"'),
    ("nobody asks first", without_asking, 'lacks "Ask first if:"'),
]  # fmt: skip


@pytest.fixture(scope="session")
def few(order: Order) -> dict[str, Any]:
    """Return a cheap deck: four cards, front and back."""
    document = one(order, "walking-drills-standard-duplex-a4")
    return spoiled(document, sheets=document.data["sheets"][:2])


def test_the_cheap_deck_has_no_fault(few: dict[str, Any], machine: Press) -> None:
    assert oracle.faults("few-standard-duplex-a4", made(machine, "sheet.typ", few)) == []


@pytest.mark.parametrize(("fault", "how", "said"), PLANTED, ids=[fault for fault, _how, _said in PLANTED])
def test_a_planted_fault_is_found(  # noqa: PLR0913, PLR0917 fixtures and a table
    fault: str,
    how: Any,  # noqa: ANN401 a change of the data, or of a template
    said: str,
    few: dict[str, Any],
    fonts: list[bytes],
    tmp_path: Path,
) -> None:
    data, sound = copy.deepcopy(few), templates()
    if isinstance(how, tuple):
        file, text, wrong = how
        assert text.encode() in sound[file], fault
        sound[file] = sound[file].replace(text.encode(), wrong.encode())
    else:
        how(data)
    found = oracle.faults("few-standard-duplex-a4", made(press(tmp_path, fonts, sound), "sheet.typ", data))
    assert any(said in each for each in found), found


def test_a_sheet_full_of_ink_is_found(order: Order, fonts: list[bytes], tmp_path: Path) -> None:
    sound = templates()
    grey = sound["common.typ"].replace(b"margin: 0mm)", b"margin: 0mm, fill: luma(230))")
    machine = press(tmp_path, fonts, sound | {"common.typ": grey})
    assert list(paper.too_dark(made(machine, "sheet.typ", spoiled(one(order, "plank-a4"))), name="plank-a4"))


def test_a_code_to_a_page_that_is_not_there_is_found(site: Path) -> None:
    assert paper.lost(f"{SITE}c/no-such-card/", site, SITE)
    assert paper.lost(f"{SITE}c/plank/#v99", site, SITE)


def test_the_same_data_gives_the_same_bytes(machine: Press, fonts: list[bytes], order: Order, tmp_path: Path) -> None:
    document = one(order, "first-steps-large-fold-over-letter")
    other = press(tmp_path / "other", fonts, templates())
    data = spoiled(document)
    assert made(machine, document.template, data) == made(other, document.template, data)


def test_a_document_with_another_word_has_another_key(order: Order) -> None:
    document = one(order, "plank-a4")
    changed: Mapping[str, Any] = spoiled(document, title="Other")
    assert replace(document, data=changed).key != document.key

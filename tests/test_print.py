"""What every printed PDF promises, checked on all of them, and that each check finds a planted fault."""

import copy
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import paper
import pytest
from building import ROOT
from guides import guide_in
from kit.cards.document import Document, refusals
from kit.cards.print_order import Order, order_of
from kit.cards.typeset import DATA, TEMPLATES, Press, SettingError, Tools, presses
from kit.pictures import pictures_of, wanted_of
from shelves import Pile
from site_guide import Folder

SITE = "https://example.org/backstride/"
DOCS = ROOT / "docs"
VERSIONS = {
    file.stem: re.findall(r"(?m)^version: (\d+)$", file.read_text(encoding="utf-8"))[0]
    for file in (DOCS / "exercises").glob("*.md")
    if file.stem != "index"
}
"""The version of each exercise, as its file says."""
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
def test_every_pdf_conforms_to_pdf_ua_1(order: Order, site: Path) -> None:
    assert not faults((document.id, paper.conformance(pdf)) for document, pdf in printed(order, site))


def test_every_font_is_in_the_file(order: Order, site: Path) -> None:
    assert not faults((document.id, paper.foreign_fonts(pdf)) for document, pdf in printed(order, site))


def test_every_pdf_has_the_size_and_number_of_pages_that_it_should(order: Order, site: Path) -> None:
    for document, pdf in printed(order, site):
        sizes = paper.page_sizes(pdf)
        assert len(sizes) == document.pages, document.id
        wanted = (document.paper.width_mm, document.paper.height_mm)
        assert all(found == pytest.approx(wanted, abs=0.1) for found in sizes), document.id


def test_no_text_is_smaller_than_its_layout_allows(order: Order, site: Path) -> None:
    assert not faults(
        (document.id, paper.small_text(pdf, least=document.data["size_pt"])) for document, pdf in printed(order, site)
    )


@pytest.mark.xdist_group("print-ink")
def test_no_page_takes_more_than_five_per_cent_of_ink(order: Order, site: Path) -> None:
    assert not faults((document.id, paper.too_dark(pdf)) for document, pdf in printed(order, site))


def test_the_ruler_of_every_page_is_100_mm_long(order: Order, site: Path) -> None:
    assert not faults((document.id, paper.rulers(pdf)) for document, pdf in printed(order, site))


@pytest.mark.xdist_group("print-boxes")
def test_every_card_is_printed_in_its_box_and_nothing_outside(order: Order, site: Path) -> None:
    for document, pdf in printed(order, site):
        if "sheets" in document.data:
            checks = (paper.outside, paper.empty, paper.titles)
            assert not faults((document.id, check(pdf, json.loads(document.text))) for check in checks)


def test_every_back_lies_behind_its_front(order: Order) -> None:
    duplex = [document for document in order.documents if "-duplex-" in document.id]
    assert len(duplex) == 4 * len(order.decks)
    assert not faults((document.id, paper.unmatched(document.data)) for document in duplex)


@pytest.mark.xdist_group("print-codes")
def test_every_code_is_read_back_and_leads_to_a_page(order: Order, site: Path) -> None:
    for document, pdf in printed(order, site):
        assert not faults([(document.id, paper.wrong_codes(pdf, wanted(document)))].__iter__())
    urls = {code for document in order.documents for page in wanted(document) for code in page}
    assert not [fault for url in sorted(urls) if (fault := paper.lost(url, site, SITE))]


def wanted(document: Document) -> list[list[str]]:
    """Return what the codes on each page should say."""
    if "sheets" not in document.data:
        return [[document.data["url"]] if document.data["code"] else []]
    cards = json.loads(document.text)["cards"]
    urls = [f"{card['url']}#v{VERSIONS[PurePosixPath(card['url']).name]}" for card in cards]
    return [
        [urls[slot["card"]] for slot in page["slots"] if slot["face"] == "front"] for page in document.data["sheets"]
    ]


def test_every_sheet_has_the_emergency_signs_and_says_that_no_clinician_has_reviewed_it(
    order: Order, site: Path
) -> None:
    assert order.words.cards is not None
    assert order.words.cards.emergency
    assert order.words.checked
    for document, pdf in printed(order, site):
        for text in paper.page_texts(pdf):
            assert order.words.cards.emergency in text, document.id
            assert order.words.checked in text, document.id


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
        machine.pdf("sheet.typ", json.dumps(data), {})


def test_text_that_does_not_fit_is_refused_with_card_face_and_overflow(machine: Press, order: Order) -> None:
    data = spoiled(one(order, "strength-standard-duplex-letter"))
    number = next(place for place, card in enumerate(data["cards"]) if card["slug"] == "plank")
    data["cards"][number]["mistakes"] = ["Too long a sentence for a card. " * 30]
    with pytest.raises(SettingError) as refusal:
        machine.pdf("sheet.typ", json.dumps(data), {})
    (found,) = refusals({"strength-standard-duplex-letter": str(refusal.value)}, place="docs/exercises")
    assert re.fullmatch(
        r"docs/exercises/plank\.md: card\.back: the back is [\d.]+ mm too full for its box in "
        r"strength-standard-duplex-letter\.pdf\. Shorten its longest text\.",
        str(found),
    )


def test_a_front_that_does_not_fit_is_refused(machine: Press, order: Order) -> None:
    data = spoiled(one(order, "strength-standard-one-sided-a4"))
    data["cards"][0]["stop"][1] += " or this goes on" * 40
    with pytest.raises(SettingError, match=rf"{data['cards'][0]['slug']} front [\d.]+"):
        machine.pdf("sheet.typ", json.dumps(data), {})


def test_a_card_moved_out_of_its_box_is_found(machine: Press, order: Order) -> None:
    document = one(order, "strength-standard-one-sided-a4")
    data = spoiled(document)
    data["sheets"][0]["slots"][0]["live"]["x_mm"] -= 4
    assert list(paper.outside(machine.pdf("sheet.typ", json.dumps(data), {}), document.data))


def test_a_back_in_the_wrong_column_is_found(machine: Press, order: Order) -> None:
    document = one(order, "strength-standard-duplex-a4")
    data = spoiled(document)
    for slot, other in zip(data["sheets"][1]["slots"], document.data["sheets"][0]["slots"], strict=True):
        slot.update({key: copy.deepcopy(other[key]) for key in ("cut", "live")})
    assert list(paper.unmatched(data))
    assert list(paper.titles(machine.pdf("sheet.typ", json.dumps(data), {}), json.loads(document.text)))


def test_a_wrong_code_is_found(machine: Press, order: Order) -> None:
    document = one(order, "plank-a4")
    data = spoiled(document)
    data["cards"][0]["code"] = json.loads(one(order, "lunge-a4").text)["cards"][0]["code"]
    assert list(paper.wrong_codes(machine.pdf("sheet.typ", json.dumps(data), {}), wanted(document)))


def test_a_code_to_a_page_that_is_not_there_is_found(site: Path) -> None:
    assert paper.lost(f"{SITE}c/no-such-card/", site, SITE)
    assert paper.lost(f"{SITE}c/plank/#v99", site, SITE)


@pytest.mark.parametrize(
    ("file", "text", "wrong", "check"),
    [
        ("common.typ", "length: 100mm", "length: 97mm", paper.rulers),
        ("card.typ", "#let credit-size = 10pt", "#let credit-size = 8pt", None),
        ("common.typ", "margin: 0mm)", "margin: 0mm, fill: luma(230))", paper.too_dark),
    ],
)
def test_a_fault_in_a_template_is_found(  # noqa: PLR0913, PLR0917 fixtures and a table
    file: str,
    text: str,
    wrong: str,
    check: Any,  # noqa: ANN401 one of the checks
    order: Order,
    fonts: list[bytes],
    tmp_path: Path,
) -> None:
    sound = templates()
    assert text.encode() in sound[file]
    spoiled = sound | {file: sound[file].replace(text.encode(), wrong.encode())}
    pdf = press(tmp_path, fonts, spoiled).pdf("sheet.typ", one(order, "plank-a4").text, {})
    assert list(check(pdf) if check else paper.small_text(pdf, least=16.0))


def test_the_same_data_gives_the_same_bytes(machine: Press, fonts: list[bytes], order: Order, tmp_path: Path) -> None:
    document = one(order, "first-steps-large-fold-over-letter")
    other = press(tmp_path / "other", fonts, templates())
    assert machine.pdf(document.template, document.text, {}) == other.pdf(document.template, document.text, {})


def test_a_document_with_another_word_has_another_key(order: Order) -> None:
    document = one(order, "plank-a4")
    changed: Mapping[str, Any] = spoiled(document, title="Other")
    assert replace(document, data=changed).key != document.key

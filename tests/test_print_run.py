"""A print run: what is kept is not set again, what changed is, and what Typst refuses is told and stops nothing."""

import datetime as dt
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from building import ROOT
from kit.cards.document import Document
from kit.cards.font import letters, unpacked
from kit.cards.print_run import Print, print_run
from kit.cards.sheet import PAPERS
from kit.cards.thumbnail import thumbnail
from kit.cards.typeset import Tools
from PIL import Image
from shelves import Pile

FONTS = [unpacked(file.read_bytes()) for file in sorted((ROOT / "docs/assets/fonts").glob("*.woff2"))[:1]]
TEMPLATE = b"""\
#let data = json("document.json")
#set document(title: data.title)
#set page(width: 100mm, height: 50mm)
#assert(data.title != "Refused", message: "too full|a front 3")
= #data.title
#if "picture" in data { image(data.picture, alt: "A picture.") }
"""


class Bench:
    """A folder to work in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, content: bytes) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def document(name: str, title: str = "Wool", **data: str) -> Document:
    files = {"wool.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path d="M0 0h3"/></svg>'}
    return Document(
        name,
        title,
        "a.typ",
        PAPERS[0],
        {"title": title, "size_pt": 12, **data},
        checked=dt.date(2026, 11, 23),
        files=files if data else {},
    )


def run(
    folder: Path, shelf: Pile, *documents: Document, template: bytes = TEMPLATE, threads: int = 1
) -> tuple[Mapping[str, Print], Mapping[str, str]]:
    return print_run(documents, shelf, Bench(folder), Tools(FONTS, {"a.typ": template}, threads=threads))


def test_a_document_becomes_a_pdf_with_a_picture_of_its_first_page(tmp_path: Path) -> None:
    shelf = Pile()
    prints, refused = run(tmp_path, shelf, document("one"), document("two", "Silk"))
    assert refused == {}
    assert list(prints) == ["one", "two"]
    with pypdfium2.PdfDocument(prints["two"].pdf) as pdf:
        assert pdf[0].get_textpage().get_text_bounded().strip() == "Silk"
    assert Image.open(BytesIO(prints["one"].picture)).size == (95, 48)  # 100 by 50 mm at 24 pixels an inch
    assert len(shelf.content) == 4


def test_what_did_not_change_is_not_set_again_and_what_nobody_needs_goes(tmp_path: Path) -> None:
    shelf = Pile()
    first, _ = run(tmp_path, shelf, document("one"), document("two", "Silk"))
    put = len(shelf.put_down)
    second, _ = run(tmp_path, shelf, document("one"), document("two", "Silk"))
    assert len(shelf.put_down) == put
    assert second == first
    third, _ = run(tmp_path, shelf, document("one"), document("two", "Hemp"))
    assert len(shelf.put_down) == put + 2
    assert third["one"] == first["one"]
    assert third["two"] != first["two"]
    run(tmp_path, shelf, document("one"))
    assert len(shelf.content) == 2


def test_another_template_sets_everything_again(tmp_path: Path) -> None:
    shelf = Pile()
    run(tmp_path, shelf, document("one"))
    run(tmp_path, shelf, document("one"), template=TEMPLATE + b"// new\n")
    assert len(shelf.put_down) == 4


@pytest.mark.parametrize("lost", [".pdf", ".png"])
def test_half_of_a_print_is_none(tmp_path: Path, lost: str) -> None:
    shelf = Pile()
    run(tmp_path, shelf, document("one"))
    shelf.content = {name: content for name, content in shelf.content.items() if not name.endswith(lost)}
    run(tmp_path, shelf, document("one"))
    assert len(shelf.put_down) == 4


def test_what_typst_refuses_is_told_and_the_others_are_printed_and_kept(tmp_path: Path) -> None:
    shelf = Pile()
    prints, refused = run(tmp_path, shelf, document("one", "Refused"), document("two", "Silk"))
    assert refused == {"one": "too full|a front 3"}
    assert list(prints) == ["two"]
    assert len(shelf.content) == 2


def test_image_files_lie_where_the_template_finds_them(tmp_path: Path) -> None:
    _, refused = run(tmp_path, Pile(), document("one", picture="wool.svg"))
    assert refused == {}


def test_several_threads_print_the_same_as_one(tmp_path: Path) -> None:
    many = [document(f"d{number}", f"Row {number}") for number in range(6)]
    one, _ = run(tmp_path / "one", Pile(), *many)
    two, _ = run(tmp_path / "two", Pile(), *many, threads=2)
    assert one == two


def test_the_letters_of_fonts_are_those_that_all_of_them_have() -> None:
    fonts = [file.read_bytes() for file in sorted((ROOT / "docs/assets/fonts").glob("*.woff2"))]
    ranges = letters(fonts)
    assert (0x20, 0x7E) in ranges
    has = {letter: any(low <= ord(letter) <= high for low, high in ranges) for letter in "é€→"}
    assert has == {"é": True, "€": True, "→": False}
    assert letters([]) == []


def test_a_font_is_unpacked_to_the_same_bytes_each_time() -> None:
    (file, *_) = sorted((ROOT / "docs/assets/fonts").glob("*.woff2"))
    assert unpacked(file.read_bytes()) == FONTS[0]
    assert FONTS[0][:4] == b"\0\1\0\0"


def test_a_thumbnail_shows_the_first_page(tmp_path: Path) -> None:
    prints, _ = run(tmp_path, Pile(), document("one"))
    assert thumbnail(prints["one"].pdf) == prints["one"].picture

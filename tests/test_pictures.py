"""Pictures: their sizes, what cannot be read as one, and what a guide wants printed of them."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import breaks
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit.cards.picture import Art, drawn, image, size
from kit.pictures import pictures_of, wanted_of
from PIL import Image
from shelves import Pile

SHELF = Pile()
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}"/>'


def saved(width: int, height: int, form: str, mode: str = "RGB") -> bytes:
    made = BytesIO()
    Image.new(mode, (width, height), "white").save(made, form)
    return made.getvalue()


def bomb(width: int, height: int) -> bytes:
    """Return a PNG that says it is so large and holds nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IEND\xaeB`\x82"


# ---- One picture ----


@pytest.mark.parametrize(("form", "ending"), [("PNG", ".png"), ("JPEG", ".jpg"), ("JPEG", ".jpeg")])
def test_an_image_file_has_the_size_of_its_pixels(form: str, ending: str) -> None:
    found = image(saved(30, 20, form), ending)
    assert found is not None
    assert (found.width, found.height, found.svg) == (30, 20, "")
    assert found.file.endswith(ending)


def test_an_image_file_is_named_by_its_content() -> None:
    first, second, again = (image(saved(width, 20, "PNG"), ".png") for width in (30, 31, 30))
    assert first is not None
    assert second is not None
    assert first == again
    assert first.file != second.file
    assert len(first.file) == 16 + len(".png")


@pytest.mark.parametrize(
    ("box", "width", "height"),
    [("0 0 30 20", 30, 20), ("-5 -5.5 30.5 20", 30.5, 20), ("0,0,30,20", 30, 20), (" 0  0 , 30 20 ", 30, 20)],
)
def test_a_drawing_has_the_size_of_its_view_box(box: str, width: float, height: float) -> None:
    found = image(SVG.format(box).encode(), ".svg")
    assert found == Art(SVG.format(box), "", width, height)


def test_a_view_box_may_stand_in_single_quotes() -> None:
    assert size("<svg viewBox='0 0 .5 20.'/>") == (0.5, 20)


@pytest.mark.parametrize(
    "svg", ["<svg/>", SVG.format("0 0 1.2.3 4"), SVG.format("0 0 0 20"), SVG.format("0 0 20 0"), SVG.format("none")]
)
def test_a_drawing_without_a_size_is_a_square(svg: str) -> None:
    assert size(svg) == (1, 1)
    assert drawn(svg) == Art(svg, "", 1, 1)


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"", ".png"),
        (b"no picture", ".jpg"),
        (saved(30, 20, "PNG")[:20], ".png"),
        (saved(30, 20, "GIF"), ".png"),
        (saved(30, 20, "BMP"), ".jpg"),
        (bomb(60_000, 60_000), ".png"),
        (bomb(10_000, 10_000), ".png"),
        (bomb(30, 20), ".png"),
        (saved(300, 200, "PNG")[:-30], ".png"),
        (saved(300, 200, "JPEG")[:-30], ".jpg"),
        (b"<svg/>", ".svg"),
        (b"\xff\xfe\x00", ".svg"),
        (saved(30, 20, "PNG"), ".svg"),
    ],
)
def test_what_cannot_be_printed_as_a_picture_is_none(content: bytes, ending: str) -> None:
    assert image(content, ending) is None


def test_a_picture_may_be_as_large_as_forty_million_pixels() -> None:
    assert image(saved(8_000, 5_000, "PNG", "1"), ".png") is not None
    assert image(saved(8_000, 5_001, "PNG", "1"), ".png") is None


@given(st.binary(max_size=200), st.sampled_from([".png", ".jpg", ".svg"]))
def test_no_bytes_stop_the_reading_of_a_picture(content: bytes, ending: str) -> None:
    found = image(content, ending)
    assert found is None or found.width > 0


# ---- The pictures of a guide ----


def files(content: bytes) -> Callable[[str], bytes]:
    def read(uri: str) -> bytes:
        assert uri.startswith("assets/images/")
        return content if uri == "assets/images/rug-stretch-2.svg" else (breaks.DOCS / uri).read_bytes()

    return read


def test_every_pose_is_drawn_for_screen_and_paper() -> None:
    found = pictures_of(breaks.guide(), SHELF, "code")
    assert found.problems == ()
    names = {"arm-raise-1", "arm-raise-2", "arm-reach-1", "arm-reach-2"}
    assert set(found.album.printed) == names
    assert set(found.album.screen) >= names
    assert found.diagrams == {}


def test_one_guide_is_drawn_once() -> None:
    guide = breaks.guide()
    assert pictures_of(guide, SHELF, "code") is pictures_of(guide, SHELF, "code")


def test_what_the_shelf_has_of_the_same_code_is_not_drawn_again_and_what_nobody_needs_goes() -> None:
    shelf = Pile()
    pictures_of(breaks.guide(), shelf, "code")
    first = list(shelf.put_down)
    assert len(first) == 4  # two of them say that nothing is drawn
    pictures_of(breaks.guide(), shelf, "code")
    assert shelf.put_down == first
    pictures_of(breaks.guide(), shelf, "other code")
    assert len(shelf.put_down) == 8
    pictures_of(breaks.guide({"exercises/arm-raise.md": None}), shelf, "other code")
    assert sorted(shelf.content) == ["arm-reach.json", "down-to-the-rug.json", "rug-stretch.json"]


def test_a_guide_wants_its_drawings_and_image_files_printed() -> None:
    guide = breaks.guide()
    wanted, problems = wanted_of(guide, pictures_of(guide, SHELF, "code"), files(SVG.format("0 0 50 40").encode()))
    assert problems == []
    assert wanted is not None
    assert sorted(wanted.pictures) == [
        "arm-raise-1", "arm-raise-2", "arm-reach-1", "arm-reach-2", "down-to-the-rug-1", "down-to-the-rug-2",
        "rug-stretch-1", "rug-stretch-2",
    ]  # fmt: skip
    assert wanted.pictures["rug-stretch-2"].width == 50
    assert wanted.files == {}
    assert (wanted.signs, wanted.plan, wanted.decks) == (guide.strip, guide.plan, guide.decks)


def test_the_bytes_of_a_photograph_lie_beside_the_documents() -> None:
    photo = saved(50, 40, "PNG")
    changed = breaks.edited("exercises/rug-stretch.md", "rug-stretch-2.svg", "photo.png")
    guide = breaks.guide(changed, names=["assets/images/photo.png"])
    read = {"assets/images/photo.png": photo}
    wanted, problems = wanted_of(
        guide, pictures_of(guide, SHELF, "code"), lambda uri: read.get(uri) or (breaks.DOCS / uri).read_bytes()
    )
    assert problems == []
    assert wanted is not None
    assert wanted.files == {wanted.pictures["rug-stretch-2"].file: photo}


def test_an_image_file_that_is_none_is_told_with_its_line() -> None:
    guide = breaks.guide()
    wanted, problems = wanted_of(guide, pictures_of(guide, SHELF, "code"), files(b"no picture"))
    assert breaks.said(problems) == [
        (
            'docs/exercises/rug-stretch.md:38: frames.2.image: "assets/images/rug-stretch-2.svg" cannot be read as a '
            "picture. Save it again as PNG, JPEG or SVG with a viewBox."
        )
    ]
    assert wanted is not None
    assert "rug-stretch-2" not in wanted.pictures


def test_an_image_file_that_is_not_there_is_never_opened() -> None:
    changed = breaks.edited("exercises/rug-stretch.md", "rug-stretch-2.svg", "lost.svg")
    guide = breaks.guide(changed)
    wanted, problems = wanted_of(guide, pictures_of(guide, SHELF, "code"), lambda uri: (breaks.DOCS / uri).read_bytes())
    assert problems == []
    assert wanted is not None
    assert "rug-stretch-2" not in wanted.pictures


def test_without_words_nothing_is_printed() -> None:
    for words in (None, (breaks.DOCS / "words.yml").read_text("utf-8").split("\n# The words on every printed")[0]):
        guide = breaks.guide({"words.yml": words})
        assert wanted_of(guide, pictures_of(guide, SHELF, "code"), files(b"")) == (None, [])

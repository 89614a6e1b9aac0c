"""QR codes: drawn so that a reader finds what was written, with a white edge around it."""

import re

import pytest
import zxingcpp
from kit.cards.qr_code import qr_code
from PIL import Image, ImageDraw

RUN = re.compile(r"M(\d+) (\d+)\.5h(\d+)")


def pixels(svg: str, scale: int = 8) -> Image.Image:
    """Return a drawing of a code as an image."""
    side = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])  # type: ignore[index]
    image = Image.new("L", (side * scale, side * scale), 255)
    pen = ImageDraw.Draw(image)
    for x, y, length in (map(int, found) for found in RUN.findall(svg)):
        pen.rectangle((x * scale, y * scale, (x + length) * scale - 1, (y + 1) * scale - 1), fill=0)
    return image


@pytest.mark.parametrize("text", ["https://wool.example/c/arm-reach/#v1", "https://a.example/" + "x" * 200, "1"])
def test_a_reader_finds_what_was_written(text: str) -> None:
    (found,) = zxingcpp.read_barcodes(pixels(qr_code(text).svg))
    assert found.text == text


def test_the_code_has_four_white_modules_on_each_side() -> None:
    code = qr_code("https://wool.example/")
    runs = [(int(x), int(y), int(length)) for x, y, length in RUN.findall(code.svg)]
    assert min(x for x, _, _ in runs) == min(y for _, y, _ in runs) == 4
    assert max(x + length for x, _, length in runs) == max(y + 1 for _, y, _ in runs) == code.modules + 4
    assert f'viewBox="0 0 {code.modules + 8} {code.modules + 8}"' in code.svg


def test_a_code_can_lose_a_seventh_of_its_modules() -> None:
    text = "https://wool.example/c/arm-reach/#v1"
    image = pixels(qr_code(text).svg)
    ImageDraw.Draw(image).rectangle((120, 120, 175, 160), fill=255)
    (found,) = zxingcpp.read_barcodes(image)
    assert found.text == text


def test_the_same_text_gives_the_same_drawing() -> None:
    assert qr_code("a") == qr_code("a")
    assert qr_code("a") != qr_code("b")

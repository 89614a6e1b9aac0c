"""What a PDF asks of the program that prints it: its true size, and the sides of the paper."""

from io import BytesIO

import pikepdf
import pytest
from kit.cards.viewing import Duplex, with_wishes


def empty() -> bytes:
    made = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(made)
    return made.getvalue()


@pytest.mark.parametrize("sides", ["Simplex", "DuplexFlipLongEdge", "DuplexFlipShortEdge"])
def test_a_pdf_is_printed_in_its_true_size_on_the_sides_that_it_names(sides: Duplex) -> None:
    with pikepdf.open(BytesIO(with_wishes(empty(), sides))) as document:
        wishes = document.Root.ViewerPreferences
        assert (str(wishes.PrintScaling), str(wishes.Duplex)) == ("/None", f"/{sides}")
        assert len(document.pages) == 1


def test_the_same_pdf_with_the_same_wishes_is_the_same_bytes() -> None:
    plain = empty()
    assert with_wishes(plain, "Simplex") == with_wishes(plain, "Simplex")

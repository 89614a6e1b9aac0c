"""What a PDF asks of the program that prints it, and how small it travels, on a document made by hand."""

from io import BytesIO

import pikepdf
from kit.cards.viewing import with_wishes


def document(pages: int) -> bytes:
    made = BytesIO()
    with pikepdf.new() as empty:
        for _ in range(pages):
            empty.add_blank_page()
        empty.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        empty.save(made, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return made.getvalue()


def test_a_pdf_asks_for_its_own_size_its_sides_and_its_tray_and_keeps_what_it_asked_before() -> None:
    with pikepdf.open(BytesIO(with_wishes(document(1), "DuplexFlipLongEdge"))) as found:
        assert {name: str(wish) for name, wish in found.Root.ViewerPreferences.items()} == {
            "/DisplayDocTitle": "True",
            "/Duplex": "/DuplexFlipLongEdge",
            "/PickTrayByPDFSize": "True",
            "/PrintScaling": "/None",
        }


def test_the_same_pdf_gives_the_same_bytes_and_many_objects_take_little_room() -> None:
    plain = document(50)
    packed = with_wishes(plain, "Simplex")
    assert packed == with_wishes(plain, "Simplex")
    assert len(packed) < len(plain) / 2
    with pikepdf.open(BytesIO(packed)) as found:
        assert len(found.pages) == 50

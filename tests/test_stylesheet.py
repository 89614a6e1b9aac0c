"""Stylesheets: a page gets the frame's and the parts that style what stands on it, and nothing else."""

from kit.pages.stylesheet import name_of, packed, sheet_for, styled, wardrobe

FRAME = {"2-words.css": "p { margin: 0 }", "1-letters.css": '@font-face { src: url("../../fonts/a.woff2") }'}
PARTS = {
    "gallery.css": "/* The .tiles */ .tiles > .tile:hover { color: red } @media print { .tile { color: #000 } }",
    "studio.css": ".desk .box { & .lid { color: blue } }",
    "box.css": ".box { color: green }",
}
SHEETS = wardrobe({**FRAME, "3-box.css": ".box { border: 0 }"}, PARTS)


def test_a_page_gets_the_frame_in_the_order_of_its_names_and_the_parts_whose_classes_it_has() -> None:
    sheet = sheet_for(SHEETS, '<ul class="list tile"><li>')
    assert sheet.startswith('@font-face{src: url("../fonts/a.woff2")}p{margin: 0}')
    assert "color: red" in sheet
    assert "color: blue" not in sheet


def test_a_class_that_the_frame_styles_calls_for_no_part() -> None:
    assert "color: blue" not in sheet_for(SHEETS, '<p class="box">')


def test_a_nested_class_counts_and_one_in_a_comment_or_a_value_does_not() -> None:
    assert styled(".desk { & .lid { width: 1.5rem } } /* .no { } */ @media (min-width: 2.5em) { .in { } }") == {
        "desk",
        "lid",
        "in",
    }


def test_a_name_changes_with_the_sheet_alone() -> None:
    assert name_of("a{}") == name_of("a{}") != name_of("b{}")


def test_packing_keeps_the_spaces_that_mean_something() -> None:
    assert packed(".a  .b { margin: 0 1px }\n\n/* x */ .c:hover { }") == ".a .b{margin: 0 1px}.c:hover{}"


def test_fonts_are_found_from_the_folder_above() -> None:
    assert SHEETS.fonts == ("../fonts/a.woff2",)

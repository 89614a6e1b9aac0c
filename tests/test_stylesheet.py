"""Stylesheets: a page gets the frame's and the parts that style what stands on it, and nothing else."""

import re
from pathlib import Path

import pytest
from kit.pages.stylesheet import name_of, packed, sheet_for, styled, wardrobe

FRAME = {"2-words.css": "p { margin: 0 }", "1-letters.css": '@font-face { src: url("../../fonts/a.woff2") }'}
PARTS = {
    "gallery.css": "/* The .tiles */ .tiles > .tile:hover { color: red } @media print { .tile { color: #000 } }",
    "studio.css": ".desk .box { & .lid { color: blue } }",
    "box.css": ".box { color: green }",
}
OURS = sorted((Path(__file__).parent.parent / "docs/assets/stylesheets").rglob("*.css"))
SHEETS = wardrobe({**FRAME, "3-box.css": ".box { border: 0 }"}, PARTS)


def test_a_page_gets_the_frame_in_the_order_of_its_names_and_the_parts_whose_classes_it_has() -> None:
    sheet = sheet_for(SHEETS, '<ul class="list tile"><li>')
    assert sheet.startswith('@font-face{src: url("../fonts/a.woff2")}p{margin: 0}')
    assert "color: red" in sheet
    assert "color: blue" not in sheet


def test_a_class_that_the_frame_styles_calls_for_no_part() -> None:
    assert "color: blue" not in sheet_for(SHEETS, '<p class="box">')


def test_a_part_is_called_for_by_all_classes_of_one_of_its_rules() -> None:
    assert "color: blue" in sheet_for(SHEETS, '<p class="desk"><b class="box">')
    assert "color: blue" not in sheet_for(SHEETS, '<p class="desk"><b class="lid">')


@pytest.mark.parametrize(
    ("css", "needed"),
    [
        (".desk .lid, .box { width: 1.5rem }", [{"desk", "lid"}, {"box"}]),
        (".desk { & .lid { color: red } .inner { color: red } }", [{"desk"}]),
        ("/* .no { } */ @media (min-width: 2.5em) { .in.out { } } .after { }", [{"in", "out"}, {"after"}]),
        (".desk:has(.lid) > :is(.pen, .ink):not(.dry)", [{"desk", "lid"}]),
        (".desk:is(.pen, :not(.dry)), .box:nth-child(2 of .lid)", [{"desk"}, {"box", "lid"}]),
        (":is(.pen, .ink) p", [{"pen"}, {"ink"}]),
        ("article p", []),
    ],
)
def test_what_a_rule_needs_is_read_from_its_selectors(css: str, needed: list[set[str]]) -> None:
    assert styled(css if "{" in css else f"{css} {{ }}") == {frozenset(each) for each in needed}


def test_a_name_changes_with_the_sheet_alone() -> None:
    assert name_of("a{}") == name_of("a{}") != name_of("b{}")


def test_packing_keeps_the_spaces_that_mean_something() -> None:
    assert packed(".a  .b { margin: 0 1px }\n\n/* x */ .c:hover { }") == ".a .b{margin: 0 1px}.c:hover{}"


def test_fonts_are_found_from_the_folder_above() -> None:
    assert SHEETS.fonts == ("../fonts/a.woff2",)


def within(css: str) -> list[str]:
    """Return the selectors of the rules that stand within a rule."""
    found: list[str] = []
    around: list[str] = []
    words = ""
    for piece in re.split(r"([{}])", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        if piece == "{":
            found += [words] if not words.startswith("@") and any(not each.startswith("@") for each in around) else []
            around.append(words)
        elif piece == "}":
            around.pop()
        words = piece.rpartition(";")[2].strip()
    return found


def test_rules_within_rules_are_found() -> None:
    css = "@media print { .a { color: red; & .b { } } /* { */ .c { } } .d { .e, .f { } } .g { @media print { .h { } } }"
    assert within(css) == ["& .b", ".e, .f", ".h"]


@pytest.mark.parametrize("sheet", OURS, ids=lambda sheet: sheet.name)
def test_no_rule_stands_within_a_rule(sheet: Path) -> None:
    """WebKit leaves those of `@media print` out when it prints, and older browsers leave out all."""
    assert within(sheet.read_text("utf-8")) == []


# ---------- Nothing is styled that is nowhere ----------

ROOT = Path(__file__).parent.parent
MAKERS = [
    file
    for folder in ("overrides", "hooks", "docs")
    for file in (ROOT / folder).rglob("*")
    if file.suffix in {".html", ".py", ".js", ".md"} and file.parent.name != "vendor"
]
BLANK = re.compile(r"\$\{[^}]*\}|\{\{[^}]*\}\}|\{[\w.]+\}")
SPELLED = re.compile(rf"bs-[a-z](?:[\w-]|{BLANK.pattern})*")
"""A class as a template or a script writes it, with blanks for what is filled in."""
FROM_BLANKS = {"bs-cut", "bs-cut--across", "bs-cut--down", "bs-fold--across", "bs-fold--down"}
"""Classes of lines on a sheet, whose name is all blank: `bs-${kind}`."""


def made() -> re.Pattern[str]:
    """Return a pattern of the classes that templates, hooks, scripts and pages write."""
    names = {match[0] for file in MAKERS for match in SPELLED.finditer(file.read_text("utf-8"))}
    return re.compile("|".join("[\\w-]*".join(map(re.escape, BLANK.split(name))) for name in names))


def test_each_class_that_is_styled_is_written_somewhere() -> None:
    styled_here = {name for sheet in OURS for name in re.findall(r"\.(bs-[\w-]+)", sheet.read_text("utf-8"))}
    pattern = made()
    assert len(styled_here) > 200
    assert {name for name in styled_here if not pattern.fullmatch(name)} == FROM_BLANKS


def test_each_value_that_has_a_name_is_read() -> None:
    css = "".join(sheet.read_text("utf-8") for sheet in OURS)
    read = set(re.findall(r"var\((--[\w-]+)", css + "".join(file.read_text("utf-8") for file in MAKERS)))
    assert set(re.findall(r"(?<![\w-])(--[\w-]+):", css)) - read == set()

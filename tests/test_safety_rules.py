"""The rules of safety one by one: addresses, the words of links, drawings, the tree of a page, and one file whole."""

from dataclasses import replace

import pytest
from building import SITES
from guides import guide_in
from hypothesis import given
from hypothesis import strategies as st
from kit.memory import Memory
from kit.problem import problem
from kit.safety.address import as_browsers_read, fault_of, fault_of_words, host_of, leaves, scheme_of
from kit.safety.characters import unseen
from kit.safety.drawing import drawing_problems
from kit.safety.guard import guard
from kit.safety.lists import Lists
from kit.safety.source import Dialect
from kit.safety.tree import findings, words_of
from selectolax.lexbor import LexborHTMLParser

SCHEMES = ("http", "https", "mailto", "tel")

# ---- Characters ----


@pytest.mark.parametrize(
    "hidden",
    [
        *"\x00\x07\x08\x0b\x0c\x1b\x7f\x85",
        *"\xad\u061c\u200b\u200c\u200d\u200e\u202e\u2066\ufeff\ufe0f\U000e0110\u2028\u2800\u3164\U000e0041",
    ],
)
def test_a_character_that_nobody_sees_is_found_where_it_stands(hidden: str) -> None:
    assert unseen(f"ca{hidden}re") == [(2, hidden)]
    assert unseen(f"pl\u00e2t{hidden}") == [(4, hidden)]


@pytest.mark.parametrize(
    "seen",
    [
        "",
        "Walk.\tRest.\r\nWalk again.",
        "caf\u00e9, na\u00efve \u2013 20\xa0kg \u2192 \u03b1",
        "\U0001f469\U0001f3fd\u200d\u2695",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "1\ufe0f\u20e3 \u2194\ufe0f \u203c\ufe0f \u2764\ufe0f \u845b\U000e0100",
        "\u0915\u094d\u200d\u0937",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    ],
)
def test_a_character_that_has_a_shape_or_shapes_its_neighbours_is_none_of_them(seen: str) -> None:
    assert unseen(seen) == []


# ---- Addresses ----


@pytest.mark.parametrize(
    ("written", "scheme", "host", "out"),
    [
        ("", "", "", False),
        ("a/b.md#c", "", "a", False),
        ("HTTPS://User@NHS.uk:443/x", "https", "nhs.uk", False),
        ("//nhs.uk?q", "", "nhs.uk", True),
        ("/\\nhs.uk", "", "nhs.uk", True),
        ("\t java\nscript:x ", "javascript", "x", False),
        ("1st:x", "", "1st", False),
        ("https://a.b@c.d#e@f.g", "https", "c.d", False),
    ],
)
def test_an_address_is_taken_apart_as_a_browser_does(written: str, scheme: str, host: str, *, out: bool) -> None:
    read = as_browsers_read(written)
    assert (scheme_of(read), host_of(read), leaves(read)) == (scheme, host, out)


@given(st.sampled_from("\t\n\r"), st.integers(0, 12), st.text("\x00\x01\x1f ", max_size=3))
def test_no_blank_hides_a_scheme(blank: str, at: int, around: str) -> None:
    script = "javascript:x"
    fault = fault_of(around + script[:at] + blank + script[at:] + around, SCHEMES)
    assert fault is not None
    assert fault.rule == "address-scheme"


@pytest.mark.parametrize(
    ("address", "own", "rule"),
    [
        ("", True, None),
        ("a.png", True, None),
        ("https://nhs.uk/", False, None),
        ("https://nhs.uk/", True, "media"),
        ("//nhs.uk/a.png", True, "media"),
        ("//nhs.uk@evil.example", False, "address-name"),
        ("//n\u04bbs.uk", False, "address-letters"),
        ("https://nhs%2euk", False, "address-letters"),
        ("https://nhs.uk/?a=\\", False, None),
        ("https://nhs.uk/\\", False, "address-backslash"),
        ("a\\b.md", False, None),
        ("http:/nhs.uk", False, "address-form"),
        ("a\x00b", False, "address-hidden"),
        ("mailto:help@nhs.uk", False, None),
        ("HTTPS://nhs.uk", False, None),
        ("htps://nhs.uk", False, "address-scheme"),
    ],
)
def test_an_address_breaks_one_rule_or_none(address: str, rule: str | None, *, own: bool) -> None:
    fault = fault_of(address, SCHEMES, own=own)
    assert (fault.rule if fault else None) == rule


def test_a_scheme_that_is_nearly_one_of_ours_is_told_which() -> None:
    fault = fault_of("htps://nhs.uk", SCHEMES)
    assert fault is not None
    assert fault.text.startswith('"htps://nhs.uk" is read as "htps:", expected ')
    assert fault.text.endswith(' Did you mean "https"?')


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("", "https://evil.example"),
        ("Read more", "https://nhs.uk"),
        ("nhs.uk", "https://www.nhs.uk/x"),
        ("www.NHS.uk/x", "https://nhs.uk/y"),
        ("nhs.uk", "https://111.nhs.uk"),
        ("help@nhs.uk, or help@nhs.uk.", "mailto:Help@NHS.uk?subject=nhs.com"),
        ("Call 020 7946 0000", "tel:+442079460000"),
        ("Call +44 20 7946 0000", "tel:02079460000"),
        ("Step 12", "tel:111"),
        ("what nhs.uk says", "../about/"),
        ("page.md", "../page/"),
        ("nhs.ukraine", "https://evil.example"),
    ],
)
def test_words_that_promise_what_is_there_or_nothing_are_fine(words: str, address: str) -> None:
    assert fault_of_words(words, address) is None


@pytest.mark.parametrize(
    ("words", "address", "promised", "leads"),
    [
        ("nhs.uk", "https://evilnhs.uk", "nhs.uk", "evilnhs.uk"),
        ("111.nhs.uk", "https://nhs.uk", "111.nhs.uk", "nhs.uk"),
        ("nhs.uk", "//evil.example", "nhs.uk", "evil.example"),
        ("http : // nhs.uk", "https://evil.example", "nhs.uk", "evil.example"),
        ("nhs.uk and evil.example", "https://evil.example", "nhs.uk", "evil.example"),
        ("help@nhs.uk", "mailto:help@nhs.com", "help@nhs.uk", "help@nhs.com"),
        ("Call 111", "sms:999", "111", "999"),
        ("nhs.uk/x", "page/", "nhs.uk", "page/"),
        ("https://nhs.uk", "page/", "nhs.uk", "page/"),
        ("www.nhs.uk", "page/", "nhs.uk", "page/"),
    ],
)
def test_words_that_promise_another_place_are_told_with_both(
    words: str, address: str, promised: str, leads: str
) -> None:
    fault = fault_of_words(words, address)
    assert fault is not None
    assert fault.rule == "link-words"
    assert f'the words say "{promised}", but the link leads to "{leads}"' in fault.text


# ---- Drawings ----

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def drawn(inside: str) -> list[tuple[int, str]]:
    return [(each.line, each.rule) for each in drawing_problems(SVG.format(inside).encode(), file="a.svg")]


@pytest.mark.parametrize(
    "inside",
    [
        "",
        '<path d="M0 0"/><use xlink:href=" #leg "/><use href="#leg"/>',
        '<image href="data:image/png;base64,AAA="/>',
        '<path fill="url(#a)" style="mask: url( \'#b\')"/>',
        "<style>path { fill: url(#a) }</style><g/>",
        '<style>a</style><g xml:space="preserve"/>',
        "<text>nhs.uk is an address</text>",
        "<!-- <script>x</script> -->",
        "<text>u<tspan>rl(x)</tspan></text>",
    ],
)
def test_a_mere_drawing_is_fine(inside: str) -> None:
    assert drawn(inside) == []


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        ("\n<set/>", 2),
        ("<script><script/>\n<g onclick='x'/></script>\n<a/>", 1),
        ('<g other:x="1" xmlns:other="urn:x"/>', 1),
        ('<g ONCLICK="x"/>', 1),
        ('<image src="#a"/>', 1),
        ('<use href="a.svg#leg"/>', 1),
        ('<image href="data:image/svg+xml;base64,AAA="/>', 1),
        ("<path fill=\"image-set('x')\"/>", 1),
        ("<style>\n\n  @IMPORT 'x'</style>", 3),
        ("<style>u<!-- -->rl(x)</style>", 1),
        ("<style><![CDATA[\nurl(x)]]></style>", 2),
        ("<style>u<title/>rl(x)</style>", 1),
        ("\n<?php x?>", 2),
        ("<g>", 1),
    ],
)
def test_what_is_more_than_a_drawing_is_told_at_its_line(inside: str, line: int) -> None:
    assert (line, "svg") in drawn(inside)


def test_each_thing_in_a_drawing_is_told_and_what_it_holds_is_not() -> None:
    assert drawn("<script>\n<a/></script>\n<a/>\n<g onload='x'/>") == [(1, "svg"), (3, "svg"), (4, "svg")]


def test_after_what_may_not_be_there_the_rest_is_still_judged() -> None:
    assert drawn("<style>a<g/>b</style>\n<g><script/></g>\n<style>url(x)</style>") == [
        (1, "svg"),
        (2, "svg"),
        (3, "svg"),
    ]


@pytest.mark.parametrize("content", [b"", b"words", b"\xff\xfe", b'<?xml version="1.0" encoding="nonsense"?><svg/>'])
def test_what_is_no_svg_at_all_is_told_once(content: bytes) -> None:
    (told,) = drawing_problems(content, file="a.svg")
    assert (told.file, told.rule) == ("a.svg", "svg")


def test_characters_that_nobody_sees_are_told_in_words_and_attributes() -> None:
    inside = '\n\n<text>a\nb\u202e</text>\n<g id="\u200b\u202e"/>'
    assert drawn(inside) == [(4, "character"), (5, "character")]


def test_what_is_wrong_with_a_drawing_is_said_in_words() -> None:
    said = [each.text for each in drawing_problems(SVG.format("<style><g/></style><a/>").encode(), file="a.svg")]
    assert said == [
        f'<{tag}> may not stand in {where}: it can do more than draw. Save a "plain SVG".'
        for tag, where in (("a", "a drawing"), ("g", "a style"))
    ]
    (told,) = drawing_problems(b"\n<!DOCTYPE svg [<!ENTITY a 'b'>]><a/>", file="a.svg")
    assert str(told) == "a.svg:2: svg: a DOCTYPE can stand for anything, and is not read. Take it out."


@given(st.binary(max_size=60) | st.text("<>/g'\" =&;!-[]?\n", max_size=40).map(lambda text: SVG.format(text).encode()))
def test_any_bytes_are_judged_without_an_error(content: bytes) -> None:
    assert all(each.line >= 1 for each in drawing_problems(content, file="a.svg"))


# ---- The tree of a page ----

LISTS = Lists(
    frozenset({"article", "a", "b", "img", "p", "table", "td", "tr", "tbody"}),
    frozenset({("a", "href"), ("img", "src"), ("img", "srcset"), ("img", "alt")}),
    frozenset(SCHEMES),
)


def found(html: str) -> list[tuple[str, str]]:
    return [(each.rule, each.clue) for each in findings(html, LISTS)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("<p>words <b>more</b> <!-- a note --></p>", []),
        ("<u>a</u>", [("html", "<u")]),
        ("<SCRIPT>x</SCRIPT>", [("html", "<script")]),
        ("<form><p><input onclick='x'></p><u>a</u></form><u>b</u>", [("html", "<form"), ("html", "<u")]),
        ("<b title='x'>a</b>", [("html-attribute", "title")]),
        ("<table><tr><td style='text-align: left;'>a</td></tr></table>", []),
        ("<table><tr><td style='text-align: left;color:red'>a</td></tr></table>", [("html-attribute", "style")]),
        ("<a href='javascript:x'>a</a>", [("address-scheme", "javascript:x")]),
        ("<a href='https://evil.example'>nhs.uk</a>", [("link-words", "https://evil.example")]),
        ("<a href='https://evil.example'><img alt='nhs.uk'></a>", [("link-words", "https://evil.example")]),
        ("<img src='https://a.b/c.png'>", [("media", "https://a.b/c.png")]),
        ("<img srcset='a.png 1x, //a.b/c.png 2x'>", [("media", "a.png 1x, //a.b/c.png 2x")]),
        ("<img srcset=' , '>", []),
        ("<!--#exec x-->", [("html", "#exec")]),
        ("<p>a</article></p>b", [("html-end", "</")]),
        ("<body class='x'>a", [("html", "class")]),
        ("a\u202eb", [("character", "\u202e")]),
        ("<img alt='a\u202eb'>", [("character", "\u202e")]),
    ],
)
def test_the_tree_of_a_page_is_held_against_the_lists(html: str, expected: list[tuple[str, str]]) -> None:
    assert found(html) == expected


def test_why_something_may_not_stand_in_a_page_is_told() -> None:
    told = [each.text for each in findings("<script></script><u onclick='x'></u><b onclick='x'></b>", LISTS)]
    assert told == [
        "<script> may not stand in a page: it can run a program in a reader's browser. Take it out.",
        (
            "<u> may not stand in a page, because it is not on the list of safe ones. "
            "Use Markdown, or ask for it to be put on the list in mkdocs.yml."
        ),
        '"onclick" may not stand on <b>: it can run a program in a reader\'s browser. Take it out.',
    ]


def test_the_words_of_a_link_are_its_text_and_what_its_pictures_say() -> None:
    (link,) = LexborHTMLParser("<a>one <b>two</b><img alt='three'><img></a>").css("a")
    assert words_of(link).split() == ["one", "two", "three"]


# ---- One file ----

DIALECT = Dialect((), "test", {})


def guarded(uri: str, content: bytes | None, *, published: bool = True) -> list[tuple[str, int, str]]:
    told = guard(guide_in(SITES / "small"), uri, content, DIALECT, Memory(), published=published)
    return [(each.file, each.line, each.rule) for each in told]


def test_a_file_is_judged_by_its_name_first_and_a_link_to_another_by_that_alone() -> None:
    assert guarded("a.png", None) == [("docs/a.png", 0, "file-link")]
    assert guarded("a.html", None) == [("docs/a.html", 0, "file-link")]
    assert guarded("a.html", b"<script>") == [("docs/a.html", 0, "file-kind")]
    assert guarded("a.html", b"<script>", published=False) == []
    assert guarded("_headers", b"", published=False) == [("docs/_headers", 0, "file-name")]
    assert guarded("a.svg", b"words", published=False) == []
    assert guarded("a.svg", b"words") == [("docs/a.svg", 1, "svg")]
    assert guarded("assets/images/a.md", b"") == []


def test_data_are_judged_by_their_values() -> None:
    assert guarded("a.yml", b"a: 1\nb: [javascript:x]\n") == [("docs/a.yml", 2, "b.1")]
    assert guarded("a.yml", b"a: [") == []  # whoever reads it tells


def test_what_is_told_of_a_value_of_this_file_elsewhere_is_not_told_again() -> None:
    guide = guide_in(SITES / "small")
    for file, count in (("docs/a.yml", 0), ("docs/b.yml", 1)):
        known = replace(guide, problems={"links": (problem(file, 2, "b.1", "no address"),)})
        assert len(guard(known, "a.yml", b"a: 1\nb: [javascript:x]\n", DIALECT, Memory(), published=True)) == count


def test_a_page_is_judged_by_front_matter_and_body_at_their_lines() -> None:
    guide = guide_in(SITES / "small")
    matter = guide.matters["help.md"]
    record = replace(matter.record, data={**matter.record.data, "title": "javascript:x"})
    bad = replace(guide, matters={"help.md": replace(matter, record=record, body="\nWords\n\n<u onclick='x'>a</u>\n")})
    told = guard(bad, "help.md", b"", DIALECT, Memory(), published=True)
    assert [(each.line, each.rule) for each in told] == [(2, "title"), (matter.body_line + 3, "html-attribute")]


@pytest.mark.parametrize(("deep", "told"), [(150, []), (5_000, [("svg", 3)])])
def test_elements_that_lie_too_deep_within_each_other_are_told_once(deep: int, told: list[tuple[str, int]]) -> None:
    nested = f"\n\n{'<g>' * deep}<a/>{'</g>' * deep}".replace("<a/>", "<g/>")
    assert [(each.rule, each.line) for each in drawing_problems(SVG.format(nested).encode(), file="a.svg")] == told

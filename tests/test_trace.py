"""Each link, mark and id of a built page is led back to the signs of its source that made it, and to no others."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from markdown import markdown
from site_link_check.judge.fault import Place
from site_link_check.place.trace import Trace
from site_link_check.place.woven import body, woven
from site_link_check.read.built_page import read_page
from site_link_check.read.source import Text

FILE = "docs/a.md"
EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]


def render(text: str) -> str:
    return markdown(text, extensions=EXTENSIONS)


def leads(url: str, *, is_markdown: bool) -> str:
    return url.replace(".md", ".html") if is_markdown else url


def traced(
    text: str,
    html: str | None = None,
    *,
    given: str | None = None,
    snippets: dict[str, Text] | None = None,
    is_html: bool = False,
    **more: Any,  # noqa: ANN401 what a trace takes besides
) -> Trace:
    """Return the trace of a page of that HTML, or of what Python-Markdown makes of its Markdown."""
    source = woven(body(text) if given is None else given, Text(FILE, text), (snippets or {}).get, {})
    whole = re.sub(r'((?:href|src)="[^"]*)\.md', r"\1.html", render(source.text)) if html is None else html
    if not is_html:
        whole = f"<html><body><article>{whole}</article></body></html>"
    return Trace(read_page(whole, file="a.html"), source, None if is_html else render, **{"leads_to": leads, **more})


def told(trace: Trace, most: int = 9) -> list[str]:
    """Return line, column and address of each link, or nothing for one that the source did not make."""
    return shown(trace, range(most))


def shown(trace: Trace, numbers: range) -> list[str]:
    found = [trace.reference(number) for number in numbers]
    while found and found[-1] is None:
        found.pop()
    return [f"{each.place.line}:{each.place.column} {each.url}" if each else "" for each in found]


# ---- Links, by the kind of Markdown that makes them ----


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("See [a](b.md).", ["1:9 b.md"]),
        ('One.\n\n[a](b.md "Title")', ["3:5 b.md"]),
        ("[a](<b c.md>)", ["1:6 b c.md"]),
        ("[a](  b.md)", ["1:7 b.md"]),
        ("[a](b_(c).md)", ["1:5 b_(c).md"]),
        ("[a](b.md){ .x }", ["1:5 b.md"]),
        ("One\n[two\nthree](b.md)", ["3:8 b.md"]),
        ("[a](b.md) [a](b.md)", ["1:5 b.md", "1:15 b.md"]),
        ("[a](b.md)\n\n[c](b.md)\n[a](b.md)", ["1:5 b.md", "3:5 b.md", "4:5 b.md"]),
        ("[a \\] b](b.md)", ["1:10 b.md"]),
        ("\\[no](b.md) [a](b.md)", ["1:17 b.md"]),
        ("`[no](b.md)` [a](b.md)", ["1:18 b.md"]),
        ("    [no](b.md)\n\n[a](b.md)", ["3:5 b.md"]),
        ("<!-- [a](b.md) -->\n\n[a](b.md)", ["3:5 b.md"]),
        ("> Quoted\n> [a](b.md)", ["2:7 b.md"]),
        ("- One\n- [a](b.md)", ["2:7 b.md"]),
        ("1. One\n\n    [a](b.md)", ["3:9 b.md"]),
        ("Term\n:   [a](b.md)", ["2:9 b.md"]),
        ("!!! note\n    [a](b.md)", ["2:9 b.md"]),
        ("## A [a](b.md)", ["1:10 b.md"]),
        ("[a](b.md)\n=========", ["1:5 b.md"]),
        ("**[a](b.md)**", ["1:7 b.md"]),
        ("|A|B|\n|-|-|\n|x|[a](b.md)|", ["3:8 b.md"]),
        ("|[a](b.md)|B|\n|-|-|\n|[a](b.md)|[c](b.md)|", ["1:6 b.md", "3:6 b.md", "3:16 b.md"]),
        ("[a][one] [b][one]\n\n[one]: b.md", ["3:8 b.md", "3:8 b.md"]),
        ("[a][one]\n[b](b.md)\n\n[one]: b.md", ["4:8 b.md", "2:5 b.md"]),
        ("[One][]\n\n[one]: b.md", ["3:8 b.md"]),
        ("[One]\n\n[one]: b.md", ["3:8 b.md"]),
        ('[1]: <b.md> "Title"\n\n[a][1]', ["1:7 b.md"]),
        ("[1]:\n  b.md\n\n[a][1]", ["2:3 b.md"]),
        ("[1]: b.md\n[1]: b.md\n\n[a][1]", ["2:6 b.md"]),
        ("[1]: b.md\n\n    [1]: b.md\n\n[a][1]", ["1:6 b.md"]),
        ("![a](b.png)", ["1:6 b.png"]),
        ("![a][1]\n\n[1]: b.png", ["3:6 b.png"]),
        ("[![a](b.png)](c.md)", ["1:15 c.md", "1:7 b.png"]),
        ("[![a](b.png) words](c.md)", ["1:21 c.md", "1:7 b.png"]),
        ("[a](b.md?x=1&amp;y=2)", ["1:5 b.md?x=1&amp;y=2"]),
        ("[a &amp; b](b.md)", ["1:13 b.md"]),
        ("[a](b%20c.md)", ["1:5 b%20c.md"]),
        ("[ä](straße.md)", ["1:5 straße.md"]),
        ("[a](#part)", ["1:5 #part"]),
        ("<https://a.example/b>", ["1:2 https://a.example/b"]),
        ("Ask <me@a.example>", ["1:6 me@a.example"]),
        ("<https://a.example/?action=c>", ["1:2 https://a.example/?action=c"]),
        ("[a][1]\n\n[1]: b.md?src=c", ["3:6 b.md?src=c"]),
        ('[a][1]\n\n[1]: b.md?src="c"&x', ['3:6 b.md?src="c"&x']),
        ("[a](b.md)\n\n<div role='main'>x</div>", ["1:5 b.md"]),
        ("https://a.example/b", []),
    ],
)
def test_a_link_of_markdown_is_where_its_address_stands(text: str, places: list[str]) -> None:
    trace = traced(text)
    assert told(trace) == places
    found = [trace.reference(number) for number in range(len(places))]
    assert all(each and each.is_markdown for each in found)
    assert all(each and each.place.length == len(each.url) for each in found)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A[^1] [z](z.md)\n\n[^1]: [a](b.md)", ["", "1:11 z.md", "3:11 b.md"]),
        ("[^1]: [a](b.md)\n\nA[^1] [z](z.md)", ["", "3:11 z.md", "1:11 b.md"]),
        ("A[^1]\n\n[^1]: One\n\n    [a](b.md)\n\n[z](z.md)", ["", "7:5 z.md", "5:9 b.md"]),
        ("A[^1] B[^2]\n\n[^2]: [b](b.md)\n[^1]: [a](b.md)", ["", "", "3:11 b.md", "4:11 b.md"]),
    ],
)
def test_a_link_in_a_footnote_is_at_the_end_of_a_page_and_yet_where_it_was_written(
    text: str, places: list[str]
) -> None:
    assert told(traced(text)) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('Words <a href="b.html">a</a>', ["1:16 b.html"]),
        ("<p>\n<a class='x'\n  href='b.html'>a</a></p>", ["3:9 b.html"]),
        ("<a href=b.html>a</a>", ["1:9 b.html"]),
        ('<img src="a.png" alt="a">', ["1:11 a.png"]),
        ('<img src="a.png" srcset="b.png 1x, c.png 2x" alt="">', ["1:11 a.png", "1:26 b.png", "1:36 c.png"]),
        ('<a href="b.html">a</a> <a href="b.html">a</a>', ["1:10 b.html", "1:33 b.html"]),
        ('<a href="b.html?x=1&amp;y=2">a</a>', ["1:10 b.html?x=1&amp;y=2"]),
        ('Words <img alt="a">', ["1:7 "]),
        ('<div>\n[no](b.md)\n<a href="b.html">a</a>\n</div>', ["3:10 b.html"]),
    ],
)
def test_a_link_in_raw_html_is_where_its_address_stands_and_is_no_markdown(text: str, places: list[str]) -> None:
    trace = traced(text, render(text))
    assert told(trace) == places
    assert not any(each.is_markdown for number in range(9) if (each := trace.reference(number)))


def test_a_link_in_html_that_holds_markdown_is_markdown() -> None:
    trace = traced('<div markdown="1">\n[a](b.md)\n</div>')
    found = trace.reference(0)
    assert found is not None
    assert (found.place, found.url, found.is_markdown) == (Place(FILE, 2, 5, 4), "b.md", True)


def test_a_link_in_raw_html_leads_where_its_address_leads_as_it_is_written() -> None:
    html = '<p><a href="b.html">a</a> <a href="b.md">a</a></p>'
    assert told(traced('<a href="b.md">a</a> [a](b.md)', html)) == ["1:26 b.md", "1:10 b.md"]


def test_a_bare_address_is_a_link_only_where_the_reader_makes_it_one() -> None:
    html = '<p>See <a href="https://a.example/b">https://a.example/b</a></p>'

    def linked(text: str) -> str:
        end = text.partition("https://a.example/b")[2].rstrip()
        return f'<p>See <a href="https://a.example/b{end}">https://a.example/b{end}</a></p>'

    source = woven("See https://a.example/b", Text(FILE, "See https://a.example/b"), lambda _: None, None)
    page = read_page(f"<article>{html}</article>", file="a.html")
    assert told(Trace(page, source, linked, leads_to=leads, bare=True)) == ["1:5 https://a.example/b"]
    assert told(Trace(page, source, linked, leads_to=leads)) == []


# ---- Lines of the file ----


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\ntitle: A\n---\n\n[a](b.md)", "5:5 b.md"),
        ("---\nsee: '[a](b.md)'\n---\n[a](b.md)", "4:5 b.md"),
        ("One\r\n\r\n[a](b.md)\r\n", "3:5 b.md"),
        ("\ufeff[a](b.md)", "1:5 b.md"),
        ("\n\n\n[a](b.md)", "4:5 b.md"),
    ],
)
def test_lines_are_counted_from_the_start_of_the_file(text: str, place: str) -> None:
    assert told(traced(text)) == [place]


def places_of(trace: Trace, number: int) -> list[Place]:
    return [each.place for index in range(number) if (each := trace.reference(index))]


def test_a_link_of_a_snippet_has_the_file_line_and_column_of_the_snippet() -> None:
    part = {"part.md": Text("inc/part.md", "One\n\n[a](b.md)")}
    between = '[a](b.md)\n\n--8<-- "part.md"\n\n- x\n\n    --8<-- "part.md"\n\n[a](b.md)'
    assert places_of(traced(between, snippets=part), 4) == [
        Place(FILE, 1, 5, 4),
        Place("inc/part.md", 3, 5, 4),
        Place("inc/part.md", 3, 5, 4),
        Place(FILE, 9, 5, 4),
    ]


def test_a_line_that_a_plugin_changed_has_no_column_and_one_that_it_made_no_place() -> None:
    text = "[a](b.md)\n\nSee [b]({{ x }}.md)\n\nEnd"
    given = "[a](b.md)\n\nSee [b](c.md)\n\nEnd\n\n[d](d.md)"
    trace = traced(text, given=given)
    assert places_of(trace, 3) == [Place(FILE, 1, 5, 4), Place(FILE, 3)]
    assert trace.reference(2) is None


# ---- Pages that are not as their source says ----


def test_a_link_that_nothing_in_the_source_made_has_no_place_and_leaves_the_others_theirs() -> None:
    one, two = '<a href="b.html">b</a>', '<a href="c.html">c</a>'
    made = '<a href="made.html">made</a>'
    text = "[b](b.md)\n\n[c](c.md)\n"
    assert told(traced(text, f"{made}{one}{two}")) == ["", "1:5 b.md", "3:5 c.md"]
    assert told(traced(text, f"{one}{made}{two}")) == ["1:5 b.md", "", "3:5 c.md"]
    assert told(traced(text, f"{one}{two}{made}")) == ["1:5 b.md", "3:5 c.md"]
    assert told(traced(text, f"{one}{made}{made}")) == ["1:5 b.md"]
    assert told(traced(text, made)) == []
    assert told(traced(text, "")) == []


def test_a_number_that_no_link_of_the_page_has_is_made_by_nothing() -> None:
    trace = traced("[a](b.md)")
    assert trace.reference(1) is None
    assert trace.reference(-1) is None


def test_links_that_changed_their_order_are_known_by_what_they_are() -> None:
    html = '<a href="c.html">c</a><a href="d.html">d</a><a href="b.html">b</a>'
    assert told(traced("[b](b.md)\n\n[c](c.md)\n\n[d](d.md)\n", html)) == ["3:5 c.md", "5:5 d.md", "1:5 b.md"]


def test_of_equal_links_that_moved_the_first_takes_the_first_place() -> None:
    html = '<a href="x.html">x</a><a href="b.html">b</a><a href="b.html">b</a>'
    assert told(traced("[b](b.md)\n\n[b](b.md)\n\n[x](x.md)\n", html)) == ["5:5 x.md", "1:5 b.md", "3:5 b.md"]


def test_equal_links_that_moved_keep_their_order() -> None:
    z = "".join(f'<a href="z{n}.html">z</a>' for n in range(3))
    html = z + '<a href="b.html">b</a><a href="b.html">b</a>'
    text = "[b](b.md)\n\n[b](b.md)\n\n[z](z0.md) [z](z1.md) [z](z2.md)\n"
    assert told(traced(text, html)) == ["5:5 z0.md", "5:16 z1.md", "5:27 z2.md", "1:5 b.md", "3:5 b.md"]


def test_a_link_of_which_a_plugin_changed_the_address_is_known_by_its_words_and_its_place_among_others() -> None:
    text = "[a](a.md)\n\n[Long road](b.md) [c](c.md)\n"
    around = '<a href="a.html">a</a>{}<a href="c.html">c</a>'
    assert told(traced(text, around.format('<a href="moved/">Long road</a>'))) == ["1:5 a.md", "3:13 b.md", "3:23 c.md"]
    for other in ('<a href="moved/">Short road</a>', '<area href="moved/" alt="Long road">'):
        assert told(traced(text, around.format(other))) == ["1:5 a.md", "", "3:23 c.md"]
    assert told(traced('<img src="b.png" alt="Road">', '<img srcset="b.png 1x" alt="Road">')) == []
    both = '<a href="moved/">Long road</a><a href="moved/">Long road</a>'
    assert told(traced(text, around.format(both))) == ["1:5 a.md", "", "", "3:23 c.md"]


@pytest.mark.parametrize("before", range(5))
def test_links_of_which_a_plugin_changed_the_addresses_are_known_after_any_number_of_others(before: int) -> None:
    same = "".join(f"[{number}]({number}.md)\n" for number in range(before))
    html = "".join(f'<a href="{number}.html">{number}</a>' for number in range(before))
    html += '<a href="moved/">Long road</a><a href="new/">Way</a>'
    trace = traced(f"{same}[Long road](b.md)\n[Way](c.md)\n", html)
    assert shown(trace, range(before, before + 2)) == [f"{before + 1}:13 b.md", f"{before + 2}:7 c.md"]


def test_two_links_of_which_one_is_another_are_not_taken_for_rewritten() -> None:
    html = '<a href="m.html">One</a><a href="n.html">Other</a>'
    assert told(traced("[One](b.md) [Two](c.md)", html)) == []
    assert told(traced("[One](b.md) [Other](c.md)", html)) == ["1:7 b.md", "1:21 c.md"]


def test_a_link_without_words_is_not_known_again_once_its_address_is_changed() -> None:
    assert told(traced("![](b.png)", '<img src="moved.png" alt="">')) == []


def test_words_are_compared_by_their_letters() -> None:
    html = '<a href="moved/"><b>LONG</b>, road!</a>'
    assert told(traced("[*Long* road](b.md)", html)) == ["1:15 b.md"]
    assert told(traced("[Long road](b.md) [a](b.md)", '<a href="b.html">A.</a>')) == ["1:23 b.md"]


@pytest.mark.parametrize(("number", "found"), [(1500, ["1:5 b.md"]), (1501, [])])
def test_on_a_page_with_very_many_links_none_is_known_by_its_order(number: int, found: list[str]) -> None:
    ends = range(1, number)
    text = "[a](b.md)\n" + "\n".join(f"[{end}]({end}.md)" for end in ends)
    html = '<a href="moved/">a</a>' + "".join(f'<a href="{end}.html">{end}</a>' for end in ends)
    trace = traced(text, html)
    assert shown(trace, range(1)) == found
    assert shown(trace, range(number - 1, number)) == [f"{number}:{len(str(number - 1)) + 4} {number - 1}.md"]


def test_very_many_links_in_a_page_or_in_its_source_keep_others_from_being_known_by_order() -> None:
    few, many = "[a](b.md)\n[d](d.md)\n", "[c](c.md)\n" * 1500
    made = '<a href="moved/">a</a><a href="d.html">d</a>'
    assert told(traced(few, made)) == ["1:5 b.md", "2:5 d.md"]
    assert told(traced(few + many, made)) == ["", "2:5 d.md"]
    assert told(traced(few, made + '<a href="c.html">c</a>' * 1500)) == ["", "2:5 d.md"]


def test_many_equal_links_leave_a_rewritten_one_its_place_among_them() -> None:
    text = "[b](b.md)\n" * 120 + "[Road](c.md)\n" + "[b](b.md)\n" * 120
    same = '<a href="b.html">b</a>' * 120
    trace = traced(text, f'<a href="made/">made</a>{same}<a href="moved/">Road</a>{same}')
    assert shown(trace, range(120, 123)) == ["120:5 b.md", "121:8 c.md", "122:5 b.md"]
    assert shown(trace, range(1)) == []


# ---- Marks that stayed text ----


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A\n\nRead [a][b].", [(3, 8, 4)]),
        ("[a][b]\n\n[c][b] and [a][b]", [(1, 3, 4), (3, 3, 4), (3, 14, 4)]),
        ("[no](b.md) [a][b] [c](c.md) [d][e]", [(1, 14, 4), (1, 31, 4)]),
        ("\\[a][b] [c][d]", [None, (1, 11, 4)]),
        ("[a][two\nlines]", [(1, 3, 5)]),
        ("A[^1]", [(1, 2, 4)]),
        ("[[Page]]", [(1, 1, 8)]),
        ("(a)[b.md]", [(1, 3, 7)]),
        ("[a] (b.md)", [(1, 3, 8)]),
        ("<div>\n[a](b.md)\n</div>", [(2, 3, 6)]),
        ("`[x][y]` [a][b]", [(1, 12, 4)]),
        ("---\ntitle: A\n---\n[a][b]", [(4, 3, 4)]),
    ],
)
def test_a_mark_that_stayed_text_is_where_its_brackets_stand(
    text: str, places: list[tuple[int, int, int] | None]
) -> None:
    trace = traced(text)
    assert [trace.mark(number) for number in range(len(places))] == [each and Place(FILE, *each) for each in places]
    assert trace.mark(len(places)) is None


def test_a_mark_has_no_place_where_the_page_shows_it_more_or_less_often_than_its_source() -> None:
    text = "[a][b]\n\n[c][d]"
    once = traced(text, "<p>[a][b]</p><p>[c][d]</p><p>[a][b]</p>")
    assert [once.mark(number) for number in range(3)] == [None, Place(FILE, 3, 3, 4), None]
    none = traced("[a][b]\n\n[a][b]\n\n[c][d]", "<p>[a][b]</p><p>[c][d]</p>")
    assert [none.mark(number) for number in range(2)] == [None, Place(FILE, 5, 3, 4)]
    other = traced("[a][b]", "<p>[c][d]</p>")
    assert other.mark(0) is None


def test_a_mark_is_known_by_its_letters_and_its_rule() -> None:
    assert traced("[a][b] [*A*][B]").mark(1) == Place(FILE, 1, 12, 4)
    assert traced("[a][b]", "<p>[A][B]</p>").mark(0) == Place(FILE, 1, 3, 4)
    assert traced("[^a]", "<p>[[a]]</p>").mark(0) is None


def test_a_mark_of_a_snippet_has_its_file_and_one_of_a_plugin_no_place() -> None:
    part = {"part.md": Text("inc/part.md", "One\n\n[a][b]")}
    trace = traced('[c][b]\n\n--8<-- "part.md"', snippets=part)
    assert [trace.mark(0), trace.mark(1)] == [Place(FILE, 1, 3, 4), Place("inc/part.md", 3, 3, 4)]
    assert traced("One", given="One\n\n[a][b]").mark(0) is None


# ---- Ids ----


def ids(trace: Trace, name: str, most: int) -> list[tuple[int, int] | None]:
    found = [trace.id(name, number) for number in range(most)]
    return [(each.line, each.column) if each else None for each in found]


def test_each_of_two_equal_ids_is_where_it_is_given() -> None:
    text = '## A {#x}\n\n<p id="x">x</p>\n\n## B {: #x }\n\nC {#c}\n-\n\nC {#c}\n======\n'
    trace = traced(text)
    assert ids(trace, "x", 5) == [(1, 6), (3, 4), (5, 6), None, None]
    assert ids(trace, "c", 3) == [(7, 3), (10, 3), None]
    assert trace.id("x", 0) == Place(FILE, 1, 6, 3)
    assert trace.id("y", 0) is None


def test_an_id_that_is_given_once_is_looked_for_nowhere() -> None:
    assert traced("## A {#x}\n\n## B {#y}\n").id("x", 0) is None


@pytest.mark.parametrize(
    ("heading", "column"),
    [("## Same words\n", 4), ("## Same words ##\n", 4), ("##Same *words*\n", 3), ("Same words\n----------", 1)],
)
def test_a_heading_has_its_id_from_its_words(heading: str, column: int) -> None:
    trace = traced(f"One\n\n{heading}\n\n<p id='same-words'>x</p>\n")
    assert ids(trace, "same-words", 3) == [(3, column), (6, 4), None]


def test_a_heading_that_is_written_twice_gives_two_ids() -> None:
    text = "## Same\n\n## Same\n\n<p id='same'>x</p>\n\n<p id='same_1'>x</p>\n"
    assert ids(traced(text), "same", 3) == [(1, 4), (5, 4), None]
    assert ids(traced(text), "same_1", 3) == [(3, 4), (7, 4), None]
    assert traced(text).id("same", 0) == Place(FILE, 1, 4, 4)
    made = '<h2 id="same">Same</h2><h2 id="same_1">Same</h2><p id="same">made</p>'
    assert ids(traced("## Same\n\n## Same\n", made), "same", 2) == [None, None]


def test_an_id_that_something_else_gives_too_has_no_place() -> None:
    twice = '<h2 id="x">A</h2>\n\n<h2 id="x">B</h2>\n'
    assert ids(traced(twice, twice), "x", 2) == [(1, 5), (3, 5)]
    assert ids(traced(twice, f'{twice}<p id="x">made</p>'), "x", 3) == [None, None, None]
    assert ids(traced(twice, '<h2 id="x">A</h2>'), "x", 2) == [None, None]
    assert ids(traced(f'{twice}\n<p id="x">left out</p>', twice), "x", 3) == [None, None, None]


def test_an_id_that_a_reader_makes_of_a_footnote_has_no_place() -> None:
    text = "A[^1]\n\n[^1]: Note\n\n<p id='fn:1'>x</p>"
    assert ids(traced(text), "fn:1", 2) == [(5, 4), None]


def test_an_id_of_a_snippet_has_its_file() -> None:
    part = {"part.md": Text("inc/part.md", "One\n\n## Two {#x}")}
    trace = traced('## One {#x}\n\n--8<-- "part.md"', snippets=part)
    assert [trace.id("x", 0), trace.id("x", 1)] == [Place(FILE, 1, 8, 3), Place("inc/part.md", 3, 8, 3)]


# ---- Pages that people wrote as HTML ----

WHOLE = (
    '<html><head><meta http-equiv="refresh" content="0; url=new.html"></head><body>\n'
    '<nav><a href="b.html">b</a> <a href="b.html">again</a>\n<img src="c.png" alt="c"></nav>\n'
    '<article id="x"><a href="d.md">d</a> [a][b]</article></body></html>'
)


def test_a_page_of_html_has_links_around_its_words_and_sends_its_readers_on() -> None:
    trace = traced(WHOLE, WHOLE, is_html=True)
    kinds = [("a", "href", "b.html"), ("img", "src", "c.png"), ("redirect", "content", "new.html")]
    around = [trace.around(kind) for kind in kinds]
    assert [each and each.place for each in around] == [
        Place(FILE, 2, 15, 6),
        Place(FILE, 3, 11, 5),
        Place(FILE, 1, 56, 8),
    ]
    assert [each and each.url for each in around] == ["b.html", "c.png", "new.html"]
    assert not any(each and each.is_markdown for each in around)
    assert trace.around(("a", "href", "none.html")) is None
    assert trace.around(("a", "href", "d.md")) is None


def test_a_page_of_html_has_links_in_its_words_and_ids_and_no_markdown() -> None:
    trace = traced(WHOLE, WHOLE, is_html=True)
    found = trace.reference(0)
    assert found is not None
    assert (found.place, found.url, found.is_markdown) == (Place(FILE, 4, 26, 4), "d.md", False)
    assert trace.mark(0) is None


def test_a_page_of_html_is_read_without_headings_of_markdown() -> None:
    text = '<html><body><article>\n# b\n<p id="b">x</p><p id="b">x</p></article></body></html>'
    assert ids(traced(text, text, is_html=True), "b", 2) == [(3, 4), (3, 19)]


def test_a_page_of_html_without_a_redirect_has_none() -> None:
    text = '<html><body><nav><a href="b.html">b</a></nav><article></article></body></html>'
    trace = traced(text, text, is_html=True)
    assert trace.around(("redirect", "content", "")) is None
    assert trace.around(("a", "href", "b.html")) is not None


def test_what_is_around_the_words_of_markdown_is_made_by_the_theme() -> None:
    assert traced("[a](b.md)").around(("a", "href", "b.html")) is None


# ---- What is not read ----


@pytest.mark.parametrize("word", ["zq0qz", "zq1qz", "zq2qz", "zq9qz"])
def test_words_that_look_like_a_token_harm_nothing(word: str) -> None:
    trace = traced(f"{word} [a]({word}.md) [c](c.md)", '<a href="c.html">c</a>')
    assert told(trace) == ["1:25 c.md"]
    twice = f'<p id="{word}">x</p>\n\n<p id="{word}">x</p>'
    assert ids(traced(twice, twice), "x", 1) == [None]
    assert traced(twice, twice).id(word, 2) is None


TWICE = '<p id="x"><a href="b.html">a</a></p><p id="x">[a][b]</p>'


def rendered(render_too: Callable[[str], str]) -> Trace:
    return Trace(
        read_page(f"<article>{TWICE}</article>", file="a.html"),
        woven(TWICE, Text(FILE, TWICE), lambda _: None, None),
        render_too,
        leads_to=leads,
    )


def test_a_page_is_rendered_again_only_when_somebody_asks_and_only_once() -> None:
    seen: list[str] = []

    def noted(text: str) -> str:
        seen.append(text)
        return text

    trace = rendered(noted)
    assert seen == []
    assert [trace.reference(0) is None, trace.reference(0) is None, trace.mark(0) is None] == [False, False, False]
    assert len(seen) == 1


def test_a_reader_that_fails_on_the_marked_text_leaves_all_without_a_place() -> None:
    assert rendered(str).id("x", 1) is not None
    for fails in (lambda _: "", lambda text: "" if "zq" in text else text):
        trace = rendered(fails)
        assert (trace.reference(0), trace.mark(0), trace.id("x", 0)) == (None, None, None)


def test_ids_have_no_place_where_a_mark_in_the_text_changes_how_many_there_are() -> None:
    def more(text: str) -> str:
        return text + '<p id="y">y</p>' * ("zq" in text)

    def less(text: str) -> str:
        return text + '<p id="y">y</p>' * ("zq" not in text)

    assert rendered(more).id("x", 1) is None
    assert rendered(less).id("x", 1) is None

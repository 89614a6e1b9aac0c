"""The link check in parts: schemes, marks, definitions, elements never closed, lines, baseline, mends, the disk."""

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from site_link_check.disk import files_of, renames_of, text_of
from site_link_check.finding import Finding
from site_link_check.fitting import fitting_nothing
from site_link_check.judge.definition import definition_problems
from site_link_check.judge.fault import Fault, Place
from site_link_check.judge.scheme import fault_of_path, fault_of_scheme
from site_link_check.judge.text_markup import marks
from site_link_check.judge.unclosed import may_be_unclosed, unclosed_element, without_consequences
from site_link_check.place.woven import Woven, body, woven
from site_link_check.problem import Problem
from site_link_check.read import article_text
from site_link_check.read.address import Home
from site_link_check.read.built_page import read_page
from site_link_check.read.embedded import addresses_in_json, addresses_in_set, addresses_in_style, strings
from site_link_check.read.lines import front_matter, lines_of, nearest
from site_link_check.read.reader import Reading
from site_link_check.read.recipe import MadeFile
from site_link_check.read.site import Site
from site_link_check.read.source import Text
from site_link_check.say.baseline import baseline, without_known
from site_link_check.say.mend import difference, mended
from site_link_check.settings import read_settings

FILE = "docs/a.md"

# ---- Schemes ----


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("https://nhs.uk/x", None),
        ("http://nhs.uk", "scheme-insecure"),
        ("//nhs.uk", "scheme-relative"),
        ("https://", "url-malformed"),
        ("https://localhost:8000/", "scheme-local"),
        ("http://printer.local.", "scheme-local"),
        ("https://192.168.1.1/", "scheme-local"),
        ("https://[::1]/", "scheme-local"),
        ("https://8.8.8.8/", None),
        ("mailto:a@b.uk", None),
        ("mailto:a@b.uk,c%40d.uk?subject=x", None),
        ("mailto:?subject=x", None),
        ("mailto:", "mail-malformed"),
        ("mailto:a@b", "mail-malformed"),
        ("mailto:a@b.uk,c", "mail-malformed"),
        ("tel:+44(0)20-7946", None),
        ("tel:111;ext=2", None),
        ("tel:", "phone-malformed"),
        ("sms:me", "phone-malformed"),
        ("file:///etc/passwd", "scheme-file"),
        ("javascript:x", "scheme-script"),
        ("data:image/png;base64,A", None),
        ("data: TEXT/html,x", "scheme-data"),
        ("data:text/html,x", "scheme-data"),
        ("magnet:?x", None),
        ("web+x:y", None),
        ("nhs.uk:443/x", "scheme-unknown"),
        ("htps:nhs.uk", "scheme-unknown"),
    ],
)
def test_an_address_out_of_the_site_breaks_one_rule_or_none(url: str, rule: str | None) -> None:
    found = fault_of_scheme(url, "//" if url.startswith("//") else url.partition(":")[0])
    assert (found[0] if found else None) == rule


def test_what_is_expected_instead_of_a_wrong_scheme_is_told() -> None:
    said = [found[1] for url in ("htps:x", "nhs.uk:443") if (found := fault_of_scheme(url, url.partition(":")[0]))]
    assert said == [
        'no browser knows the scheme "htps:". Did you mean "https"?',
        '"nhs.uk:443" has no scheme, expected "https://" before it.',
    ]


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("help@nhs.uk", "mail-without-scheme"),
        ("www.nhs.uk", "scheme-missing"),
        ("nhs.uk/x", "scheme-missing"),
        ("page.md", None),
        ("", None),
        ("a@b", None),
    ],
)
def test_a_path_that_was_meant_to_be_a_mailbox_or_a_host_is_told(path: str, rule: str | None) -> None:
    found = fault_of_path(path)
    assert (found[0] if found else None) == rule


# ---- Marks ----


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Words [in brackets] (and more).", []),
        ("[[Page]]", [("markup-wiki", "[[Page]]")]),
        ("[words][label]", [("reference-undefined", "[words][label]")]),
        ("[label][]", [("reference-undefined", "[label][]")]),
        ("matrix[row][column]", []),
        ("[a\n\nb][c]", []),
        ("Words[^1].", [("footnote-undefined", "[^1]")]),
        ("(words)[a.md]", [("markup-reversed", "(words)[a.md]")]),
        ("f(x)[y]", []),
        ("[a] (b.md)", [("markup-space", "] (b.md)")]),
        ("[a](b.md", [("markup-unclosed", "](b.md")]),
        ("[a](b.md)", [("markup-html", "](b.md")]),
        ("x[a][b]", []),
        ("x_[a][b]", []),
        ("row[1][a\nb\nc][d]", []),
        ("[[#part]]", [("markup-wiki", "[[#part]]")]),
        ("[[1]]", []),
        ("[a]\n(b.md)", [("markup-space", "]\n(b.md)")]),
        ('[a] (b.md "Title")', [("markup-space", '] (b.md "Title")')]),
        ("[a] (mailto:me@b.example)", [("markup-space", "] (mailto:me@b.example)")]),
        ("[a] (https://b.example/c_(d))", [("markup-space", "] (https://b.example/c_(d))")]),
        ("[a] (words)", []),
    ],
)
def test_marks_that_became_text_are_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(mark.rule, mark.shown) for mark in marks(text)] == expected


def test_a_mark_says_where_it_ends_and_which_label_it_names() -> None:
    (mark,) = marks("See [some words][a\nlabel].")
    assert (mark.end, mark.label) == (25, "a label")
    assert [mark.label for mark in marks("[label][]")] == ["label"]
    ends = {"See [[Page]].": 12, "Word[^1].": 8, "(words)[a.md] x": 13, "[a] (b.md) x": 10, "[a](b.md x": 8}
    assert {text: mark.end for text in ends for mark in marks(text)} == ends


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[Page]]", '"[[Page]]" stays text, expected "[words](page.md)".'),
        ("[words][label]", 'no definition "[label]: ..." is here.'),
        ("[^one]", 'no footnote "[^one]: ..." is here.'),
        ("Word[^two]", 'no footnote "[^two]: ..." is here.'),
        ("(words)[a.md]", '"(words)[a.md]" stays text, expected "[words](a.md)".'),
        ("[a] (b.md)", 'a gap between "]" and "(" keeps this from being a link.'),
        ("[a](b.md", '"](b.md" opens a link that nothing closes.'),
        (
            "[a](b.md)",
            'Markdown stays text within HTML, expected a link in HTML or markdown="1" on the element around it.',
        ),
    ],
)
def test_what_is_wrong_with_a_mark_is_told_in_a_sentence(text: str, told: str) -> None:
    assert [mark.text for mark in marks(text)] == [told]


def test_code_in_the_words_of_a_mark_is_told_as_it_is_seen() -> None:
    (mark,) = marks(read_page("<body><p>[<code>a</code>][<code>b</code> c]</p></body>", file="a.html").text)
    assert (mark.text, mark.shown, mark.label) == ('no definition "[b c]: ..." is here.', "[a][b c]", "b c")


@given(st.text("[]()^!\\ \na.md", max_size=30))
def test_the_marks_of_any_text_lie_in_it(text: str) -> None:
    assert all(0 < mark.end <= len(text) for mark in marks(text))


# ---- Definitions ----


def source(text: str) -> Woven:
    return woven(text, Text(FILE, text), lambda _: None, None)


def defined(text: str, reading: Reading, file: str = FILE) -> list[tuple[int, int, str]]:
    return [(each.line, each.column, each.rule) for each in definition_problems(source(text), reading, file=file)]


def test_a_definition_is_unused_repeated_or_shadowed_at_its_address() -> None:
    once = Reading(defined=(("a", "x.md"),))
    assert defined("[a]: x.md", once) == [(1, 6, "definition-unused")]
    assert defined("[A]\n\n[a]: x.md", once) == []
    assert defined("[a]: x.md", Reading(defined=(("a", "x.md"),), used=frozenset({"a"}))) == []
    assert defined("<!-- [a] -->\n\n[a]: x.md", once) == []
    assert defined("`[a]`\n\n[a]: x.md", once) == [(3, 6, "definition-unused")]
    twice = "[a]\n\n[a]: x.md\n[a]: {}\n"
    assert defined(twice.format("x.md"), Reading(defined=(("a", "x.md"),) * 2)) == [(4, 6, "definition-repeated")]
    both = Reading(defined=(("a", "x.md"), ("a", "y.md")))
    assert defined(twice.format("y.md"), both) == [(4, 6, "definition-shadowed")]


def test_a_comment_and_a_definition_of_another_file_are_left_alone() -> None:
    assert defined("[//]: # (words)", Reading(defined=(("//", "#"),))) == []
    assert defined("[a]: x.md", Reading(defined=(("a", "x.md"),)), file="docs/b.md") == []
    assert defined("", Reading()) == []


def test_a_definition_that_was_nearly_used_is_told_with_the_use() -> None:
    (told,) = definition_problems(
        source("[walkin]\n\n[walking]: x.md"), Reading(defined=(("walking", "x.md"),)), file=FILE
    )
    assert told.text == 'nothing uses "[walking]". Did you mean "walkin"?'


def test_a_footnote_is_unused_or_repeated() -> None:
    notes = frozenset({"1"})
    assert defined("[^1]: Words.", Reading(notes=notes)) == [(1, 3, "footnote-unused")]
    assert defined("a[^1]\n\n[^1]: Words.", Reading(notes=notes, noted=notes)) == []
    twice = "a[^1]\n\n[^1]: Words.\n\n[^1]: More."
    assert defined(twice, Reading(notes=notes, noted=notes)) == [(5, 3, "definition-repeated")]


# ---- Elements that are never closed ----


def test_the_element_that_is_never_closed_is_told_where_it_begins() -> None:
    found = unclosed_element(source("Words.\n\n<div>\n\n## Lost\n\n[a](b.md)\n"), file="a/index.html")
    assert found is not None
    assert (found.fault.rule, found.fault.place) == ("html-unclosed", Place(FILE, 3, 1, 4))
    assert (found.page, sorted(found.below)) == ("a/index.html", ["b.md"])


@pytest.mark.parametrize(
    "text",
    ["", "<div>\n## A\n</div>", "`<div>`\n\n## A", "<br>\n\n## A", "<hr>\n\n## A", "<div>\nwords", "a <b>\n\n## A"],
)
def test_what_is_closed_or_swallows_nothing_is_fine(text: str) -> None:
    assert unclosed_element(source(text), file="a.html") is None


def test_more_blocks_have_to_open_than_close() -> None:
    assert may_be_unclosed("<div><p></p>")
    assert not may_be_unclosed("<div/><p></p></DIV >")


def test_faults_that_only_follow_are_left_out() -> None:
    found = unclosed_element(source("Words.\n\n<div>\n\n## Lost\n\n[a](b.md)\n"), file="a.html")
    assert found is not None
    above, below = Place(FILE, 1), Place(FILE, 7)
    faults = {
        "above": Fault("target-missing", "a.html", "", place=above),
        "below": Fault("target-missing", "a.html", "", place=below),
        "nowhere": Fault("markup-html", "a.html", ""),
        "nav": Fault("nav-omitted", "a.html", "", place=below),
        "anchor": Fault("anchor-missing", "c.html", "", target="a.html#lost"),
        "other": Fault("anchor-missing", "c.html", "", target="d.html#lost"),
        "unreached": Fault("page-unreached", "b.html", ""),
    }
    site = Site(Home("", "/"), frozenset(), {"b.html": "b.md"})
    left = without_consequences(faults.values(), [found], site)
    assert [name for name, fault in faults.items() if fault in left] == ["above", "nav", "other"]
    assert without_consequences(faults.values(), [], site) == list(faults.values())


# ---- Woven texts ----


def test_each_line_has_the_place_in_the_file_that_holds_it() -> None:
    text = Text(FILE, "---\na: 1\n---\n\nOne\nTwo\n")
    made = woven("One\nMade\nTwo\n", text, lambda _: None, None)
    assert made.place(1, 2) == Place(FILE, 5, 2, 2)
    assert made.place(made.text.index("Made")) is None
    assert made.place(made.text.index("Two"), 3) == Place(FILE, 6, 1, 3)
    assert body(text.text) == "One\nTwo\n"


def test_the_only_line_that_changed_has_a_line_and_no_column() -> None:
    made = woven("A\nmade\nC", Text(FILE, "A\n{{ it }}\nC"), lambda _: None, None)
    assert made.place(2, 4) == Place(FILE, 2, 0, 0)


def test_a_snippet_has_its_own_file_and_one_that_includes_itself_ends() -> None:
    snippets = {"s.md": Text("inc/s.md", 'one\ntwo\n--8<-- "s.md"'), "t.md": Text("inc/t.md", "x")}
    text = '  --8<-- "s.md:2:2"\n--8<-- "s.md"\n;--8<-- "t.md"\n--8<-- "u.md"'
    made = woven(text, Text(FILE, text), snippets.get, {})
    assert made.text.split("\n")[:3] == ["  two", "one", "two"]
    assert made.place(made.text.index("two"), 3) == Place("inc/s.md", 2, 1, 3)
    assert "x" not in made.text


def test_lines_that_one_line_of_a_template_can_have_become_are_of_that_line() -> None:
    made = woven(
        "A\nHello you there\nHello me there\nB", Text(FILE, "A\nHello {{ all }} there\nB"), lambda _: None, None
    )
    assert [made.place(made.text.index(word)) for word in ("you", "me ")] == [Place(FILE, 2)] * 2
    twice = Text(FILE, "A\nHello {{ a }} there\nHello {{ b }} there\nB")
    assert woven("A\nHello you there\nB", twice, lambda _: None, None).place(3) is None


def test_a_block_of_snippets_has_each_file_and_its_section() -> None:
    part = "no\n<!-- --8<-- [start:a] -->\nyes\n<!-- --8<-- [end:a] -->\nno"
    snippets = {"s.md": Text("inc/s.md", "one"), "t.md": Text("inc/t.md", part)}
    text = "--8<--\ns.md\n; t.md\nt.md:a\n--8<--\nend"
    made = woven(text, Text(FILE, text), snippets.get, {})
    assert made.text.split() == ["one", "yes", "end"]
    assert made.place(made.text.index("yes"), 3) == Place("inc/t.md", 3, 1, 3)
    assert made.place(made.text.index("end"), 3) == Place(FILE, 6, 1, 3)


# ---- Lines of YAML ----


def test_each_key_and_item_has_its_line() -> None:
    lines = lines_of("a: 1\nb:\n  - c: !tag x\n  - d\n", first=10)
    assert (lines[("a",)], lines[("b",)], lines["b", 0, "c"], lines["b", 1]) == (10, 11, 12, 13)
    assert nearest(lines, ("b", 1, "x", "y")) == 13
    assert nearest(lines, ("b", 1)) == 13
    assert nearest({("a",): 7, (): 3}, ("b", 1)) == 3
    assert nearest({}, ("a",)) == 0
    assert lines_of("? [a, b]\n: c\nd: 1\n")[("d",)] == 3


@pytest.mark.parametrize("text", ["", "a: [", "a: *b", "[" * 3000, "[" * 3000 + "]" * 3000])
def test_what_is_no_yaml_has_no_lines(text: str) -> None:
    assert lines_of(text) == {}


def test_a_value_that_holds_itself_ends() -> None:
    assert lines_of("a: &x\n  b: *x\n")["a", "b"] == 2


def test_front_matter_comes_with_the_lines_of_the_file() -> None:
    data, lines = front_matter("\ufeff---\r\na: 1\r\nb: 2\r\n---\r\nWords")
    assert data == {"a": 1, "b": 2}
    assert lines()[("b",)] == 3
    assert front_matter("---\na: 1\n...\nWords\n---\n")[0] == {"a": 1}


@pytest.mark.parametrize("text", ["Words", "---\na: 1\n"])
def test_a_page_may_have_no_front_matter(text: str) -> None:
    data, lines = front_matter(text)
    assert (data, lines()) == (None, {})


@pytest.mark.parametrize(
    "wrong", ["[", "!x 1", "2026-13-45", '!!int ""', "!!bool x", "!!timestamp x", "[" * 3000 + "]" * 3000 + "]"]
)
def test_front_matter_that_cannot_be_read_is_none(wrong: str) -> None:
    data, lines = front_matter(f"---\na: {wrong}\n---\n")
    assert (data, lines()) == (None, {})


# ---- Baseline and mends ----


def finding(line: int, text: str = "x", *, written: str = "", mend: str = "", column: int = 1) -> Finding:
    return Finding(Problem(FILE, line, column, "rule", text), "error", len(written), written, mend)


def test_a_baseline_covers_each_finding_once_wherever_it_moved() -> None:
    text = baseline([finding(3), finding(1, "a\nb"), finding(2)])
    assert text.splitlines()[1:] == [f"{FILE}: rule: a b", f"{FILE}: rule: x", f"{FILE}: rule: x"]
    new, old = without_known([finding(8), finding(9), finding(10), finding(1, "other")], text)
    assert [each.problem.line for each in old] == [8, 9]
    assert [each.problem.line for each in new] == [10, 1]
    assert without_known([finding(1)], "# a: comment\n\n") == ([finding(1)], [])
    assert without_known([], text) == ([], [])


def test_what_is_surely_wrong_is_mended_and_nothing_else() -> None:
    text = "[a](x.md) [b](x.md)\nlast"
    first, second = (finding(1, written="x.md", mend="longer.md", column=column) for column in (5, 15))
    assert mended([first, second, finding(2)], {FILE: text}.get) == {
        FILE: (text, "[a](longer.md) [b](longer.md)\nlast")
    }
    assert mended([finding(1, written="y.md", mend="z.md", column=5)], {FILE: text}.get) == {}
    assert mended([finding(1, written="x.md", mend="z.md", column=0)], {FILE: text}.get) == {}
    assert mended([first], lambda _: None) == {}
    assert mended([finding(1, written="x.md", column=5)], {FILE: text}.get) == {}
    assert mended([finding(0, written="last", mend="x", column=1)], {FILE: text}.get) == {}


def test_mended_files_keep_the_ends_of_their_lines_and_are_sorted() -> None:
    text = "[a](x.md)\r\n\x0b\r\n"
    wrong = finding(1, written="x.md", mend="y.md", column=5)
    other = replace(wrong, problem=replace(wrong.problem, file="docs/0.md"))
    found = mended([wrong, other], lambda _: text)
    assert found == dict.fromkeys((FILE, "docs/0.md"), (text, "[a](y.md)\r\n\x0b\r\n"))
    assert list(found) == ["docs/0.md", FILE]


def test_the_difference_is_told_as_other_programs_do() -> None:
    assert difference({FILE: ("a\nb", "a\nc")}) == f"--- {FILE}\n+++ {FILE}\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"
    assert difference({}) == ""


# ---- The disk, and the command without its library ----


def test_what_the_disk_does_not_have_is_none(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b/c.md").write_bytes(b"\xef\xbb\xbfa\r\n\xff")
    (tmp_path / "a.md").write_text("x")
    assert text_of(str(tmp_path / "b/c.md")) == "a\r\n\ufffd"
    assert text_of(str(tmp_path / "none")) is None
    assert text_of("a\0b") is None
    folder = str(tmp_path).replace(os.sep, "/")
    assert files_of(str(tmp_path)) == [f"{folder}/a.md", f"{folder}/b/c.md"]
    assert files_of(str(tmp_path / "none")) == []
    assert renames_of(str(tmp_path / "none")) == ""


def test_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    names = [f"{letter}.md" for letter in "tgqbzmxacd"]
    for name in names:
        (tmp_path / name).touch()
    assert [each.rpartition("/")[2] for each in files_of(str(tmp_path))] == sorted(names)


def test_renames_are_those_of_the_history_below_a_folder(tmp_path: Path) -> None:
    def git(command: str) -> None:
        set_up = ("-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *set_up, *command.split()], cwd=tmp_path, check=True, capture_output=True)  # noqa: S603, S607 ours

    git("init")
    for name in ("docs/a.md", "docs/b.md", "out.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"The words of {name}\n" * 9)
    git("add .")
    git("commit -m one")
    git("mv docs/a.md docs/c.md")
    git("mv out.md outer.md")
    git("commit -m two")
    assert renames_of(str(tmp_path / "docs")).split() == ["R100", "a.md", "c.md"]
    assert sorted(renames_of(str(tmp_path)).split()) == sorted(
        ["R100", "docs/a.md", "docs/c.md", "R100", "out.md", "outer.md"]
    )


# ---- Addresses in longer values ----


def test_a_style_sheet_holds_addresses_outside_its_comments() -> None:
    css = "/* url(old.png) */ @import 'a.css'; b { background: url( \"b c.png\" ) } i { src: url(#x), url(data:,y) }"
    assert addresses_in_style(css) == [("a.css", css.index("@")), ("b c.png", css.index("url( "))]


def test_a_set_of_pictures_holds_an_address_each_whatever_is_said_of_its_width() -> None:
    assert addresses_in_set("a.png, b,c.png 2x ,d.png 300w") == ["a.png", "b,c.png", "d.png"]


def test_data_hold_addresses_in_their_values_at_any_depth_and_broken_data_hold_none() -> None:
    text = '{"https://key.example": [{"url": "https://a.example/"}, "words", 7, "http://b.example"]}'
    assert addresses_in_json(text) == ["https://a.example/", "http://b.example"]
    assert addresses_in_json(text[:-1]) == addresses_in_json("[" * 100_000) == []
    assert list(strings({"a": ["b", None, {"c": "d"}]})) == ["b", "d"]


# ---- The words of an article ----


def test_code_in_an_article_is_hidden_from_the_search_for_marks_and_can_be_shown_again() -> None:
    html = "<article><h2>Walk</h2><p>See <code>[a](b)</code> and <svg><title>x</title></svg>[c](d)</p></article>"
    article = LexborHTMLParser(html).css_first("article")
    assert article is not None
    text = article_text.text_of(article)
    assert article_text.has_marks(html)
    assert not article_text.has_marks("<header>[a](b)</header><article>Walk</article>")
    assert "[a](b)" not in text
    assert article_text.shown_code(text).split() == ["Walk", "See", "[a](b)", "and", "\ufffc[c](d)"]


# ---- Settings that fit nothing ----


def test_a_pattern_that_no_page_fits_is_told_unless_such_a_page_was_not_made() -> None:
    settings, problems = read_settings({"states": {"rivers/*": ["open"], "*.md": ["shut"]}}, {}, file="f")
    assert problems == []
    site, made = Site(Home("", "/"), frozenset()), [MadeFile("guide/a/index.html", "guide/a.md", "Words")]
    assert list(fitting_nothing(settings, site, made)) == [
        (("states", "rivers/*"), "states.rivers/*", 'no page fits "rivers/*".')
    ]
    assert list(fitting_nothing(settings, site, made, unmade=("rivers/*",))) == []

"""A fault is placed at the line that made it, in whatever file that stands, and nowhere when that is not sure."""

# ruff: noqa: E501 one case a line

import datetime as dt
from typing import Any

import pytest
from site_link_check.check import Build, check_links
from site_link_check.finding import Finding
from site_link_check.judge.fault import Fault, Place
from site_link_check.judge.suggestion import Suggestions
from site_link_check.place.location import Locator
from site_link_check.read.address import Home
from site_link_check.read.built_page import read_page
from site_link_check.read.reader import Reader, Renderer
from site_link_check.read.recipe import Nav
from site_link_check.read.site import Site
from site_link_check.read.source import Sources, Text
from site_link_check.settings import LinkSettings

CALM = LinkSettings.model_validate({"severity": {"page-unreached": "off", "link-self": "off"}})
TWO = ("two/index.html", "two.md", "<h2 id='part'>Part</h2>", "# Two\n")


def said(  # noqa: PLR0913 each part of a site
    html: str,
    markdown: str,
    *,
    more: tuple[tuple[str, str, str, str], ...] = (TWO,),
    others: tuple[list[Text], ...] = ([],),
    reader: Reader | None = None,
    sources: dict[str, Any] | None = None,
    site: dict[str, Any] | None = None,
) -> list[str]:
    """Return the messages for a site with a page of that HTML, made from that Markdown, and other pages."""
    return [
        str(each.problem)
        for each in found(html, markdown, more=more, others=others, reader=reader, sources=sources, site=site)
    ]


def found(  # noqa: PLR0913 each part of a site
    html: str,
    markdown: str,
    *,
    more: tuple[tuple[str, str, str, str], ...] = (TWO,),
    others: tuple[list[Text], ...] = ([],),
    reader: Reader | None = None,
    sources: dict[str, Any] | None = None,
    site: dict[str, Any] | None = None,
    data: dict[str, str] | None = None,
    nav: tuple[str, ...] = (),
) -> tuple[Finding, ...]:
    pages = (("index.html", "index.md", html, markdown), *more)
    made = {file: source for file, source, _, _ in pages if source}
    built = {file: f"<html><body><article>{text}</article></body></html>" for file, _, text, _ in pages}
    built |= data or {}
    texts = {file: Text(f"docs/{source}", text) for file, source, _, text in pages if source and text}
    whole = {"home": Home("https://example.org", "/x/"), "names": frozenset(built), "made_from": made, **(site or {})}
    fields = {"pages": texts, "others": others, **(sources or {})}
    build = Build(Site(**whole), Sources(**fields), CALM, dt.date(2026, 11, 23), Nav(nav), reader or Reader())
    return check_links(build, lambda name: built[name].encode()).findings


def test_each_of_two_equal_links_has_its_own_line() -> None:
    html = '<p><a href="gone.md">a</a></p><p><a href="gone.md">b</a> <a href="two/">c</a></p>'
    assert said(html, "[a](gone.md)\n\n[b](gone.md) [c](two.md)\n") == [
        'docs/index.md:1:5: target-missing: "gone.md" is no page.',
        'docs/index.md:3:5: target-missing: "gone.md" is no page.',
    ]


def test_the_address_is_told_as_people_wrote_it() -> None:
    html = '<p><a href="two/#prt">a</a> <a href="two/#x%20y">b</a></p>'
    assert said(html, "[a](two.md#prt) [b](two.md#x%20y)\n") == [
        'docs/index.md:1:5: anchor-missing: no "#prt" on two.md. Did you mean "#part"?',
        'docs/index.md:1:21: anchor-missing: no "#x y" on two.md.',
    ]
    missing = said('<a href="../a b.md">x</a>', "[x](<../a b.md>)\n")
    assert missing == ['docs/index.md:1:6: target-outside: "../a b.md" climbs out of docs/.']


def test_a_path_in_markdown_that_leaves_the_docs_is_told_as_such() -> None:
    page = ("guide/a/index.html", "guide/a.md", '<a href="../../out.md">x</a> <a href="../../raw.md">y</a>', '[x](../../out.md) <a href="../../raw.md">y</a>\n')  # fmt: skip
    assert said("", "", more=(page,)) == [
        'docs/guide/a.md:1:5: target-outside: "../../out.md" climbs out of docs/.',
        'docs/guide/a.md:1:28: target-missing: "../../raw.md" is no page.',
    ]


def test_a_link_that_only_the_built_page_has_is_never_blamed_on_a_good_one() -> None:
    html = '<p><a href="two/">second</a></p><a href="two/"></a><a href="two/#no">third</a>'
    assert said(html, "# Home\n\n[second](two.md)\n", others=([],)) == [
        'docs/index.md: anchor-missing: no "#no" on two.md.',
        'docs/index.md: link-empty: the link to "two/" has no words: nobody hears or sees it.',
    ]


def test_a_link_that_a_hook_adds_before_an_equal_one_leaves_that_its_line() -> None:
    html = '<p><a href="gone.md">more</a></p><h2>Next</h2><p><a href="gone.md">words</a></p>'
    assert said(html, "## Next\n\n[words](gone.md)\n") == [
        'docs/index.md: target-missing: "gone.md" is no page.',
        'docs/index.md:3:9: target-missing: "gone.md" is no page.',
    ]


def test_the_heading_is_named_where_the_line_is_not_known() -> None:
    assert said('<h2>Rivers <a class="headerlink" href="#">#</a></h2><a href="gone/">x</a>', "## Rivers\n") == [
        'docs/index.md: target-missing: "gone/" is no page. Line unknown, under "Rivers".'
    ]


def test_what_is_on_many_pages_is_told_once() -> None:
    html = '<a href="/x/gone/">x</a>'
    page = ("two/index.html", "two.md", html, "# Two\n")
    assert said(html, "# Home\n", more=(page,)) == [
        'docs/index.md: target-missing: "/x/gone/" is no page. On 2 pages: look at the template.'
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a\n<a href="gone/">x</a>\n', "over/main.html:2:10"),
        ("a: gone/\n", "over/main.html:1:4"),
        ('<a href="{{ base_url }}/gone/">', "over/main.html:1:25"),
        ("begone/ again/gone/ gone/here", "docs/index.md"),
        ("gone/\ngone/", "docs/index.md"),
        ("gone/ gone/", "over/main.html:1:1"),
        ("gone/-here see.gone/ -gone/ %gone/ gone/#a", "docs/index.md"),
    ],
)
def test_a_link_of_a_template_has_a_line_there_if_it_stands_on_one_alone(text: str, place: str) -> None:
    (line,) = said('<a href="gone/">x</a>', "# Home\n", others=([], [Text("over/main.html", text)]))
    assert line.partition(": ")[0] == place


def test_a_link_that_is_wrong_by_its_words_alone_is_found_by_its_attribute() -> None:
    html = '<a href="two/"></a>'
    assert said(html, "# Home\n", others=([Text("a.yml", "page: two/\n")],))[0].startswith("docs/index.md: ")
    found = said(
        html, "# Home\n", others=([Text("a.yml", "page: two/\n")], [Text("h.py", "x = \"<a href='two/'></a>\"\n")])
    )
    assert found[0].startswith("h.py:1:15: ")
    assert said(html, "# Home\n", others=([Text("h.py", "x = \"<a href='two/'></a>\"\n")],))[0].startswith(
        "h.py:1:15: "
    )


def test_the_nearest_group_of_files_counts() -> None:
    groups = ([Text("mkdocs.yml", "a: gone/\n")], [Text("main.html", "gone/\n")])
    assert said('<a href="gone/">x</a>', "# Home\n", others=groups)[0].startswith("mkdocs.yml:1:4: ")


def test_front_matter_that_a_template_shows_has_its_line() -> None:
    markdown = "---\ntitle: A\nhero: img/no.svg\n---\n# Home\n"
    assert said('<img src="img/no.svg" alt="x">', markdown) == [
        'docs/index.md:3:7: target-missing: "img/no.svg" is no file.'
    ]
    pair = "---\ntitle: A\nhero: [img/no.svg, img/no.svg]\n---\n# Home\n"
    assert said('<img src="img/no.svg" alt="x">', pair) == [
        'docs/index.md:3:8: target-missing: "img/no.svg" is no file.'
    ]
    twice = markdown.replace("title: A", "title: img/no.svg")
    assert said('<img src="img/no.svg" alt="x">', twice) == ['docs/index.md: target-missing: "img/no.svg" is no file.']
    assert said('<a href="two/"></a>', "---\nnext: two/\n---\n# Home\n")[0].startswith("docs/index.md: link-empty")


def test_a_page_that_nobody_wrote_is_named_by_its_file_and_maker() -> None:
    page = ("tags/index.html", "tags.md", '<h2>A</h2><a href="../gone/">x</a>', "")
    assert said("", "", more=(page,), sources={"made_by": {"tags/index.html": "a plugin"}}) == [
        'site/tags/index.html: target-missing: "../gone/" is no page. Made by a plugin.'
    ]


def test_a_page_without_a_source_is_named_by_its_file() -> None:
    page = ("extra.html", "", '<a href="gone/">x</a>', "")
    assert said("", "", more=(page,)) == ['site/extra.html: target-missing: "gone/" is no page.']
    assert said("", "", more=(page,), site={"output": "public"})[0].startswith("public/extra.html: ")


def test_a_page_that_repeats_another_adds_nothing() -> None:
    first = ("one/index.html", "one.md", '<h1>One</h1><a href="gone.md">x</a>', "# One\n\n[x](gone.md)\n")
    index = ("blog/index.html", "", '<a href="../one/">One</a> <a href="gone.md">x</a>', "")
    apart = ("other/index.html", "", '<a href="gone.md">x</a>', "")
    assert said("", "", more=(first, index)) == [
        'docs/one.md:3:5: target-missing: "gone.md" is no page. Did you mean "one.md"?'
    ]
    assert len(said("", "", more=(first, apart))) == 2
    rebased = ("blog/index.html", "", '<a href="../one/">One</a> <a href="../one/gone.md">x</a>', "")
    assert len(said("", "", more=(first, rebased))) == 1
    again = ("two/index.html", "two.md", '<h1>Two</h1><a href="gone.md">x</a>', "# Two\n\n[x](gone.md)\n")
    assert len(said("", "", more=(first, again, index))) == 2
    folder = ("one/index.html", "one.md", '<h1>One</h1><a href="gone/">x</a>', "# One\n\n[x](gone/)\n")
    else_ = ("blog/index.html", "", '<a href="../one/">One</a> <a href="lost/">x</a>', "")
    assert len(said("", "", more=(folder, else_))) == 2
    other = ("blog/index.html", "", '<a href="../one/">One</a> <a href="lost.md">x</a>', "")
    assert len(said("", "", more=(first, other))) == 2
    assert "site/other/index.html: target-missing" in said("", "", more=(first, index, apart))[1]


def test_a_copy_is_known_though_its_builder_writes_the_address_anew() -> None:
    first = ("one/index.html", "one.md", '<h1>One</h1><a href="../two/#no">x</a>', "# One\n\n[x](two.md#no)\n")
    index = ("blog/a/index.html", "", '<a href="../../one/">One</a> <a href="../../two/#no">x</a>', "")
    assert said("", "", more=(TWO, first, index)) == ['docs/one.md:3:5: anchor-missing: no "#no" on two.md.']


def test_an_id_made_twice_is_placed_where_it_is_made_again() -> None:
    html = '<h2 id="a">A</h2><p id="b">x</p><p id="a">y</p>'
    text = 'id-duplicate: the id "a" is on this page already: a link finds the first one only.'
    assert said(html, '## A {#a}\n\n<p id="b">x</p>\n\n<p id="a">y</p>\n') == [f"docs/index.md:5:4: {text}"]
    assert said(html, "## A {#a}\n") == [f"docs/index.md: {text}"]
    page = ("extra.html", "", html, "")
    assert said("", "", more=(page,)) == [f"site/extra.html: {text}"]


def test_marks_that_stay_text_are_placed_and_escaped_ones_are_none() -> None:
    html = "<p>[a][none] [b][none] and <a href='two/'>c</a></p>"
    assert said(html, "\\[a][none] \\[b\\]\\[none\\] and [c](two.md)\n") == []
    assert said(html, "[a][none] [b][none] and [c](two.md)\n") == [
        'docs/index.md:1:3: reference-undefined: no definition "[none]: ..." is here.',
        'docs/index.md:1:13: reference-undefined: no definition "[none]: ..." is here.',
    ]


def test_a_defined_reference_that_stays_text_stands_in_html() -> None:
    html = "<div>\n[a][two]\n</div>\n<p><a href='two/'>b</a></p>"
    (line,) = said(html, "<div>\n[a][two]\n</div>\n\n[b][two]\n\n[two]: two.md\n")
    assert line.startswith("docs/index.md:2:3: markup-html: ")
    (line,) = said(html.replace("[two]", "[TWO]"), "<div>\n[a][TWO]\n</div>\n\n[b][two]\n\n[two]: two.md\n")
    assert line.startswith("docs/index.md:2:3: markup-html: ")


def test_a_bare_address_has_a_place_where_the_reader_makes_it_a_link() -> None:
    reader = Reader(renderer=Renderer(["pymdownx.magiclink"], {}))
    html = '<p>See <a href="http://localhost/a">http://localhost/a</a></p>'
    (line,) = said(html, "See http://localhost/a\n", reader=reader)
    assert line.startswith("docs/index.md:1:5: scheme-local: ")
    (line,) = said(html, "See http://localhost/a\n")
    assert line.startswith("docs/index.md: scheme-local: ")


def test_lines_are_those_of_the_file_though_a_plugin_changed_the_text() -> None:
    source = "---\ntitle: A\n---\n\n# Home\n\n{% if x %}\nSee [a](gone.md).\n{% endif %}\n\n[b]({{ y }}/none.md)\n"
    given = "# Home\n\n\nSee [a](gone.md).\n\n\n[b](deep/none.md)\n\n[c](other.md)\n"
    html = '<p>See <a href="gone.md">a</a>.</p><p><a href="deep/none.md">b</a></p><p><a href="other.md">c</a></p>'
    assert said(html, source, reader=Reader({"index.html": given})) == [
        'docs/index.md: target-missing: "other.md" is no page.',
        'docs/index.md:8:9: target-missing: "gone.md" is no page.',
        'docs/index.md:11: target-missing: "deep/none.md" is no page.',
    ]


@pytest.mark.parametrize(
    ("written", "html", "expected"),
    [
        ("[x](tow.md)", "tow.md", "two.md"),
        ("[x](deep/tow.md#a)", "deep/tow.md#a", "two.md#a"),
        ('<a href="tow/">x</a>', "tow/", "two/"),
        ("[x](/x/twoo/)", "/x/twoo/", "/x/two/"),
        ("[x](two.html)", "two.html", "two.md"),
        ("[x](https://example.org/x/twoo/)", "https://example.org/x/twoo/", "https://example.org/x/two/"),
    ],
)
def test_a_suggestion_has_the_form_in_which_the_link_is_written(written: str, html: str, expected: str) -> None:
    (line,) = [each for each in said(f'<a href="{html}">x</a>', written + "\n") if "target-missing" in each]
    assert line.endswith(f' Did you mean "{expected}"?') or "tow" in html


def test_a_snippet_has_its_own_file_and_line() -> None:
    snippets = {"part.md": Text("inc/part.md", "one\n\n[x](gone.md)\n")}
    fields = {"snippets": snippets, "snippet_settings": {}}
    assert said('<p>one</p><p><a href="gone.md">x</a></p>', '  --8<-- "part.md"\n', sources=fields) == [
        'inc/part.md:3:5: target-missing: "gone.md" is no page.'
    ]


def test_a_faulty_head_is_told_by_what_readers_see() -> None:
    html = '</article><a href="gone/">x</a><article>'
    built = said(html, "# Home\n", others=([Text("mkdocs.yml", "links:\n  - gone/\n")],))
    assert built == ['mkdocs.yml:2:5: target-missing: "gone/" is no page.']


def test_absolute_paths_in_markdown_are_compared_from_the_docs_folder() -> None:
    html = '<a href="two/#no">x</a>'
    assert said(html, "[x](/two.md#no)\n", site={"roots_docs": True}) == [
        'docs/index.md:1:5: anchor-missing: no "#no" on two.md.'
    ]


DEEP = ("guide/deep/index.html", "guide/deep.md", "<h2 id='low-water'>Low</h2>", "# Deep\n")


@pytest.mark.parametrize(
    ("markdown", "html", "written", "mend"),
    [
        ("[a](two.md#Part)", '<a href="two/#Part">a</a>', "two.md#Part", "two.md#part"),
        (
            "[a](guide/deep.md#low_water)",
            '<a href="guide/deep/#low_water">a</a>',
            "guide/deep.md#low_water",
            "guide/deep.md#low-water",
        ),
        ("[a](two.md#prt)", '<a href="two/#prt">a</a>', "", ""),
        ("[a](Two.md)", '<a href="Two.md">a</a>', "Two.md", "two.md"),
        ('<a href="two.md">a</a>', '<a href="two.md">a</a>', "two.md", "two/"),
        ("[a](two.html#part)", '<a href="two.html#part">a</a>', "two.html#part", "two.md#part"),
        ("[a](guide/deep.html)", '<a href="guide/deep.html">a</a>', "guide/deep.html", "guide/deep.md"),
        ('<a href="two.html">a</a>', '<a href="two.html">a</a>', "", ""),
        ("[a](twoo.html)", '<a href="twoo.html">a</a>', "", ""),
        ("[a](tw.html)", '<a href="tw.html">a</a>', "", ""),
        ("[a](twoo.md)", '<a href="twoo.md">a</a>', "", ""),
    ],
)
def test_a_finding_has_a_mend_only_where_one_is_sure(markdown: str, html: str, written: str, mend: str) -> None:
    (finding,) = found(html, markdown + "\n", more=(TWO, DEEP))
    assert (finding.written, finding.mend) == (written, mend)


def test_a_mend_is_written_from_the_folder_of_its_page() -> None:
    page = (
        "guide/a/index.html",
        "guide/a.md",
        '<a href="deep.html#low-water">x</a> <a href="../two.html">y</a>',
        "[x](deep.html#low-water) [y](../two.html)\n",
    )
    mends = [finding.mend for finding in found("", "", more=(TWO, DEEP, page))]
    assert mends == ["deep.md#low-water", "../two.md"]


def test_an_address_right_by_accident_is_mended_in_markdown_and_left_alone_in_html() -> None:
    html = '<a href="../../two/">x</a> <a href="../../two/">y</a>'
    page = ("guide/a/index.html", "guide/a.md", html, '[x](../../two/) <a href="../../two/">y</a>\n')
    written = {"guide/a/index.html": frozenset({"../../two/"})}
    (finding,) = found("", "", more=(TWO, page), site={"written": written})
    assert (finding.problem.rule, finding.problem.column, finding.mend) == ("target-built", 5, "../two.md")


def test_html_that_people_wrote_has_lines_in_its_words_and_around_them() -> None:
    html = '<p>a</p>\n<p><a href="gone/">x</a></p>\n</article><a href="/x/none/">y</a>\n<article>'
    whole = f"<html><body><article>{html}</article></body></html>"
    page = ("old.html", "old.html", html, whole)
    assert said("", "", more=(page,)) == [
        'docs/old.html:2:13: target-missing: "gone/" is no page.',
        'docs/old.html:3:20: target-missing: "/x/none/" is no page.',
    ]


def test_html_of_a_program_has_lines_too_but_its_buttons_are_not_blamed() -> None:
    html = '\n<a href="gone/">x</a></article><a href="#">button</a><a href="none/">y</a><article>'
    whole = f"<html><body><article>{html}</article></body></html>"
    page = ("app.html", "", html, "")
    outputs = {"app.html": Text("site/app.html", whole, is_output=True)}
    assert said("", "", more=(page,), sources={"outputs": outputs.get}) == [
        'site/app.html:2:10: target-missing: "gone/" is no page.',
        'site/app.html:2:63: target-missing: "none/" is no page.',
    ]


def test_data_that_people_wrote_has_a_line_for_each_place() -> None:
    text = '{"url": "gone/",\n "image": "gone/"}\n'
    names = frozenset({"index.html", "two/index.html", "a.json"})
    made = {"index.html": "index.md", "two/index.html": "two.md", "a.json": "a.json"}
    pages = {"a.json": Text("docs/a.json", text)}
    whole = found("", "", site={"names": names, "made_from": made}, sources={"pages": pages}, data={"a.json": text})
    places = [str(each.problem).partition(": ")[0] for each in whole if each.problem.rule == "data-missing"]
    assert places == ["docs/a.json:1:10", "docs/a.json:2:12"]


def test_a_page_twice_in_the_navigation_has_the_line_of_its_second_entry() -> None:
    recipe = Text("mkdocs.yml", "nav:\n  - two.md\n  - index.md\n  - two.md\n")
    whole = found("", "", others=([recipe],), nav=("two/index.html", "index.html", "two/index.html"))
    assert [str(each.problem) for each in whole] == [
        'mkdocs.yml:4:5: nav-repeated: "two.md" is in the navigation twice.'
    ]


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ('<a href="../x%20y/">a</a>', "../x y/"),
        ('<a href="/x/gone/">a</a>', "/x/gone/"),
        ('<a href="gone/">a</a>', "/x/gone"),
        ('<a href="./gone/">a</a>', "gone/"),
        ('<a href="two/#no">a</a>', "two.md#no"),
        ('<a href="two/#no">a</a>', "two/#no"),
        ('<a href="two/#no">a</a>', "/x/two/#no"),
        ('<a href="no">a</a>', "no"),
    ],
)
def test_a_link_of_a_template_is_found_in_each_form_in_which_it_may_be_written(html: str, written: str) -> None:
    (line,) = said(html, "# Home\n", others=([Text("main.html", f"\n<a href='{written}'>\n")],))
    assert line.startswith("main.html:2:10: ")


def test_links_are_paired_though_their_query_or_space_is_written_otherwise() -> None:
    spaced = ("a b/index.html", "a b.md", "<p>x</p>", "# A\n")
    html = '<a href="two/?q=1#no">x</a> <a href="a%20b/#no">y</a> <a href="https://example.org/x/two/#no">z</a> <a href="#no">w</a>'
    markdown = "[x](two.md?q=1#no) [y](<a b.md#no>) [z](https://example.org/x/two/#no) [w](#no)\n"
    places = [line.split(": ")[0] for line in said(html, markdown, more=(TWO, spaced))]
    assert places == ["docs/index.md:1:5", "docs/index.md:1:25", "docs/index.md:1:41", "docs/index.md:1:76"]


def test_a_held_back_page_is_named_at_the_line_of_its_link() -> None:
    withheld = {"secret/index.html": "secret.md"}
    (line,) = said('<a href="secret/">x</a>', "[x](secret.md)\n", site={"withheld": withheld})
    assert line == "docs/index.md:1:5: target-excluded: secret.md is not built: it is excluded or a draft."


@pytest.mark.parametrize(
    ("markdown", "places"),
    [
        ('Words.\n\n<img alt="a">\n', ["3:1"]),
        ('<IMG alt="a">\n\n<img alt="a" src="">\n\n<img\n  alt=\'a > b\'>\n', ["1:1", "3:19", "5:1"]),
        ('    <img alt="code">\n\n`<img>` <img alt="a">\n', ["3:9"]),
        ("Words.\n", [""]),
    ],
)
def test_a_picture_without_a_source_is_found_by_its_tag(markdown: str, places: list[str]) -> None:
    html = Reader().renderer.html(markdown) if "<" in markdown else '<img alt="of a template">'
    reported = [each for each in said(html, markdown) if "target-empty" in each]
    assert [each.partition(" ")[0] for each in reported] == [
        f"docs/index.md:{place}:" if place else "docs/index.md:" for place in places
    ]


def test_a_picture_with_a_set_of_sources_has_one() -> None:
    html = "<p><img alt='a' srcset='one.png 2x'></p>"
    assert not [each for each in said(html, html) if "target-empty" in each]


@pytest.mark.parametrize(
    ("markdown", "href", "column"),
    [
        ("two.md#no", "two/#no", 5),
        ("two.md?q=1#no", "two/?q=1#no", 5),
        ("two.md#n%20o", "two/#n%20o", 5),
        ("<a b.md#no>", "a%20b/#no", 6),
        ("#no", "#no", 5),
        ("secret.md", "secret/", 5),
        ("/two.md#no", "/two.md#no", 5),
        ("/x/two/#no", "/x/two/#no", 5),
        ("https://example.org/x/two/#no", "https://example.org/x/two/#no", 5),
        ("<http://localhost/x y>", "http://localhost/x%20y", 6),
    ],
)
def test_of_links_with_the_same_words_the_one_that_leads_there_is_meant(markdown: str, href: str, column: int) -> None:
    html = f'<p><a href="guide/a/">x</a></p><p><a href="{href}">x</a></p>'
    more = (TWO, ("a b/index.html", "a b.md", "<p>x</p>", "# A\n"), ("guide/a/index.html", "guide/a.md", "", "# A\n"))
    (line,) = said(html, f"[x]({markdown})\n", more=more, site={"withheld": {"secret/index.html": "secret.md"}})
    assert line.startswith(f"docs/index.md:1:{column}: ")


@pytest.mark.parametrize("markdown", ["---\ntitle: A\n---\n# Home\n\nSee img/no.svg\n", "# Home\n\nSee img/no.svg\n"])
def test_words_of_a_page_are_no_front_matter(markdown: str) -> None:
    found = said('<img src="img/no.svg" alt="x">', markdown)
    assert found == ['docs/index.md: target-missing: "img/no.svg" is no file.']


def test_what_is_wrong_on_many_pages_is_in_no_front_matter() -> None:
    html = '<img src="/x/img/no.svg" alt="x">'
    pages = (("two/index.html", "two.md", html, "# Two\n"),)
    (line,) = said(html, "---\nhero: /x/img/no.svg\n---\n# Home\n", more=pages)
    assert line == 'docs/index.md: target-missing: "/x/img/no.svg" is no file. On 2 pages: look at the template.'


@pytest.mark.parametrize("first", ["about", "zoo"])
def test_what_is_on_many_pages_is_told_at_the_home_page(first: str) -> None:
    html = '<a href="/x/gone/">x</a>'
    pages = tuple((f"{name}/index.html", f"{name}.md", html, "# A\n") for name in (first, "two"))
    (line,) = said(html, "# Home\n", more=pages)
    assert line.startswith("docs/index.md: target-missing: ")


def test_a_fault_with_a_space_in_its_address_keeps_its_own_reason() -> None:
    spaced = ("guide/a b/index.html", "guide/a b.md", "<h2 id='part'>A</h2>", "# A\n")
    html = '<a href="guide/a%20b/#no">x</a> <a href="https://example.org/x/guide/a%20b/">y</a>'
    assert said(html, "[x](<guide/a b.md#no>) [y](<https://example.org/x/guide/a b/>)\n", more=(spaced,)) == [
        'docs/index.md:1:6: anchor-missing: no "#no" on guide/a b.md.',
        'docs/index.md:1:29: url-own: "https://example.org/x/guide/a b/" is in this site: a relative path also works in a preview.',
    ]


def test_a_mail_address_that_leaves_the_docs_is_a_mail_address_all_the_same() -> None:
    page = ("guide/a/index.html", "guide/a.md", '<a href="../../a@example.org">x</a>', "[x](../../a@example.org)\n")
    (line,) = said("", "", more=(page,))
    assert line.startswith("docs/guide/a.md:1:5: mail-without-scheme: ")


@pytest.mark.parametrize(
    ("text", "place"),
    [("two/#no\n", "over/main.html:1:1"), ("two/#no\ntwo/#no\n", "docs/index.md"), ("", "docs/index.md")],
)
def test_a_missing_place_that_a_template_names_has_a_line_there_if_it_stands_on_one_alone(
    text: str, place: str
) -> None:
    (line,) = said('<a href="two/#no">x</a>', "# Home\n", others=([], [Text("over/main.html", text)]))
    assert line.partition(": ")[0] == place


def test_an_address_of_style_is_found_in_files_only_where_it_is_an_attribute() -> None:
    html = '<a href="two/index.html">x</a>'
    assert said(html, "# Home\n", others=([Text("a.yml", "page: two/index.html\n")],)) == []
    (line,) = said(html, "# Home\n", others=([Text("h.py", "x = \"<a href='two/index.html'></a>\"\n")],))
    assert line.startswith("h.py:1:15: target-courtesy: ")


def test_a_root_that_is_wrong_is_looked_for_nowhere_as_one_sign_stands_in_many_places() -> None:
    (line,) = said('<a href="/">x</a>', "# Home\n", others=([Text("a.yml", "folder: /\n")],))
    assert line.startswith("docs/index.md: base-path: ")


@pytest.mark.parametrize(
    ("nav", "place"),
    [
        ("  - two.md\n  - ./two.md\n", "mkdocs.yml:2:5"),
        ("  - ./two.md\n", "docs/two.md"),
        ("  - two.md\n  - index.md\n  - two.md\n  - two.md\n", "mkdocs.yml:4:5"),
    ],
)
def test_a_page_twice_in_the_navigation_has_a_line_where_its_entry_is_found(nav: str, place: str) -> None:
    names = ("two/index.html", "index.html", "two/index.html")
    whole = found("", "", others=([Text("mkdocs.yml", f"nav:\n{nav}")],), nav=names)
    assert [str(each.problem).partition(": ")[0] for each in whole] == [place]


def test_an_empty_address_around_the_words_is_told_where_somebody_wrote_it() -> None:
    html = '</article><a href="">x</a><article>'
    whole = f"<html><body><article>{html}</article></body></html>"
    assert said("", "", more=(("old.html", "old.html", html, whole),)) == [
        "docs/old.html:1:41: target-empty: an address is empty."
    ]
    outputs = {"app.html": Text("site/app.html", whole, is_output=True)}
    assert said("", "", more=(("app.html", "", html, ""),), sources={"outputs": outputs.get}) == []


def test_a_link_in_a_snippet_of_two_pages_is_told_once_as_it_was_found_first() -> None:
    html = '<p>one</p><p><a href="twoo.md">x</a></p>'
    include = '--8<-- "part.md"\n'
    snippets = {"part.md": Text("inc/part.md", "one\n\n[x](twoo.md)\n")}
    pages = (TWO, ("zoo/a/index.html", "zoo/a.md", html, include))
    (line,) = said(html, include, more=pages, sources={"snippets": snippets, "snippet_settings": {}})
    assert line == 'inc/part.md:3:5: target-missing: "twoo.md" is no page. Did you mean "two.md"?'


@pytest.mark.parametrize(
    ("page", "href", "written"),
    [
        (("two.html", "two.md"), "two.html#no", "two.md#no"),
        (("two/index.html", "two.md"), "two/#no", "two.md#no"),
        (("two/index.html", "two.md"), "./#no", "index.md#no"),
        (("two/index.html", "two.md"), "../two/x%20y.pdf", "../two/x y.pdf"),
        (("two/index.html", "two.md"), "./././gone/", "gone/"),
    ],
)
def test_a_page_that_a_template_names_by_its_source_is_found(page: tuple[str, str], href: str, written: str) -> None:
    more = ((*page, "<p>x</p>", "# Two\n"),)
    lines = said(f'<a href="{href}">x</a>', "# Home\n", more=more, others=([Text("a.yml", f"- {written}\n")],))
    assert [line.partition(": ")[0] for line in lines] == ["a.yml:1:3"]


@pytest.mark.parametrize("markdown", ["/two.md#no", "../two.md#no"])
def test_where_absolute_paths_start_at_the_docs_folder_both_forms_are_paired(markdown: str) -> None:
    html = '<p><a href="./">x</a></p><p><a href="../../two/#no">x</a></p>'
    page = ("guide/a/index.html", "guide/a.md", html, f"[x]({markdown})\n")
    (line,) = said("", "", more=(TWO, page), site={"roots_docs": True})
    assert line == 'docs/guide/a.md:1:5: anchor-missing: no "#no" on two.md.'


def test_an_address_of_style_in_front_matter_or_data_was_written_there() -> None:
    html = '<a href="http://example.com/">x</a>'
    assert said(html, "# Home\n") == []
    (line,) = said(html, "---\nsee: http://example.com/\n---\n# Home\n")
    assert line.startswith("docs/index.md:2:6: scheme-insecure: ")
    style = "a { background: url(http://example.com/a.png) }\n"
    names = frozenset({"index.html", "a.css"})
    whole = found(
        "",
        "",
        more=(),
        site={"names": names, "made_from": {"index.html": "index.md", "a.css": "a.css"}},
        sources={"pages": {"a.css": Text("docs/a.css", style)}},
        data={"a.css": style},
    )
    places = [str(each.problem).partition(": ")[0] for each in whole if each.problem.rule == "scheme-insecure"]
    assert places == ["docs/a.css:1:21"]


def test_two_faults_without_a_line_are_told_apart() -> None:
    assert said('<a href="gone/">x</a> <a href="lost/">y</a>', "# Home\n") == [
        'docs/index.md: target-missing: "gone/" is no page.',
        'docs/index.md: target-missing: "lost/" is no page.',
    ]


def test_a_page_is_a_copy_of_another_only_where_its_link_to_it_works() -> None:
    first = ("one/index.html", "one.md", '<h1>One</h1><a href="gone.md">x</a>', "# One\n\n[x](gone.md)\n")
    index = ("blog/index.html", "blog.md", '<a href="one.md">One</a> <a href="gone.md">x</a>', "")
    assert len([line for line in said("", "", more=(first, index)) if '"gone.md" is no page' in line]) == 2


def test_what_has_no_words_is_not_known_again_as_a_copy() -> None:
    first = ("one/index.html", "one.md", '<h1>One</h1><img src="gone.png" alt="">', "# One\n\n![](gone.png)\n")
    index = ("blog/index.html", "", '<a href="../one/">One</a> <img src="gone.png" alt="">', "")
    faults = [line.partition(": ")[0] for line in said("", "", more=(first, index)) if '"gone.png" is no' in line]
    assert faults == ["docs/one.md:3:5", "site/blog/index.html"]


def test_a_raw_link_to_a_source_is_not_taken_for_one_in_markdown() -> None:
    html = '<p><a href="two.md#no">x</a></p><p><a href="two/#no">x</a></p>'
    assert [line.partition(": no")[0].partition(': "')[0] for line in said(html, "[x](two.md#no)\n")] == [
        "docs/index.md: target-markdown",
        "docs/index.md:1:5: anchor-missing",
    ]


@pytest.mark.parametrize(
    ("other", "href"),
    [
        ("http://localhost/a", "http://localhost/b"),
        ("two/#no", "https://example.org/x/two/#no"),
        ("two/#no", "https://example.org/x/two.md#no"),
    ],
)
def test_links_that_lead_out_of_the_site_or_name_it_are_paired_as_they_are_written(other: str, href: str) -> None:
    html = f'<p><a href="{other}">x</a></p><p><a href="{href}">x</a></p>'
    lines = said(html, f"[x]({href})\n")
    assert [line.partition(": ")[0] for line in lines] == ["docs/index.md", "docs/index.md:1:5"]
    assert f'"{other}"' in lines[0] or 'no "#no"' in lines[0]


@pytest.mark.parametrize(("source", "is_page"), [("", False), ("old.html", True)])
def test_marks_count_only_in_pages_that_somebody_wrote_in_markdown(source: str, is_page: object) -> None:
    html = "<p>[a][none]</p>"
    page = ("old.html", source, html, f"<html><body><article>{html}</article></body></html>" if is_page else "")
    assert said("", "", more=(page,)) == []


def test_a_link_that_is_wrong_by_its_words_is_not_looked_for_by_its_source() -> None:
    (line,) = said('<a href="two/"></a>', "# Home\n", others=([Text("mkdocs.yml", 'nav: ["two.md"]\n')],))
    assert line.startswith("docs/index.md: link-empty: ")


def test_a_missing_place_on_a_page_without_a_source_is_told() -> None:
    (line,) = said('<a href="extra.html#no">x</a>', "# Home\n", more=(("extra.html", "", "<p>x</p>", ""),))
    assert line == 'docs/index.md: anchor-missing: no "#no" on extra.html.'


def test_one_target_is_one_fault_though_each_page_writes_it_in_its_way() -> None:
    more = (TWO, ("guide/index.html", "guide/index.md", '<a href="../two/#no">x</a>', "# Guide\n"))
    assert said('<a href="two/#no">x</a>', "# Home\n", more=more) == [
        'docs/index.md: anchor-missing: no "#no" on two.md. On 2 pages: look at the template.'
    ]


def test_what_stands_twice_in_the_nearest_files_is_looked_for_no_farther() -> None:
    others = ([Text("mkdocs.yml", "a: gone/\nb: gone/\n")], [Text("main.html", "gone/\n")])
    (line,) = said('<a href="gone/">x</a>', "# Home\n", others=others)
    assert line.startswith("docs/index.md: ")


def test_an_id_is_no_address_to_mend() -> None:
    (finding,) = found('<h2 id="a">A</h2><p id="a">y</p>', '## A {#a}\n\n<p id="a">y</p>\n')
    assert (finding.length, finding.written, finding.mend) == (0, "", "")


@pytest.mark.parametrize("written", ["[x](a\\b)", '<a href="a\\b">x</a>', '<a href="a b">x</a>'])
def test_an_address_that_no_space_in_markdown_spoils_keeps_its_reason(written: str) -> None:
    href = "a b" if " b" in written else "a\\b"
    (line,) = said(f'<p><a href="{href}">x</a></p>', f"{written}\n")
    assert "it has a " in line


# ---- Faults that are given ----

FILE = "docs/a.md"


def located(faults: list[Fault], text: str, html: str, *others: Text, output: str = "") -> list[Fault]:
    """Return the faults of a page with their places; `output` is the page itself, where nobody gave its source."""
    pages = {"a.html": read_page(f"<html><body><article>{html}</article></body></html>", file="a.html")}
    site = Site(Home("https://example.org", "/"), frozenset(pages), {} if output else {"a.html": "a.md"})
    sources = Sources(
        pages={} if output else {"a.html": Text(FILE, text)},
        others=([*others],),
        outputs={"a.html": Text("site/a.html", output, is_output=True)}.get if output else lambda _: None,
    )
    return Locator(site, sources, Reader(), pages.__getitem__, Suggestions(site, pages)).located(faults)


def gone(url: str = "gone.md", **more: Any) -> Fault:  # noqa: ANN401 any field of a fault
    return Fault(**{"rule": "target-missing", "file": "a.html", "text": "x", "url": url, "target": url, **more})


def test_a_fault_of_a_link_is_where_its_source_made_it() -> None:
    fault = gone(words="a", kind="reference")
    (found,) = located([fault], "One\n\n[a](gone.md)\n", '<p>One</p><p><a href="gone.md">a</a></p>')
    assert found.place == Place(FILE, 3, 5, 7)


def test_a_fault_that_no_page_made_is_looked_for_in_the_other_files() -> None:
    templates = Text("theme/main.html", '<p>\n<a href="gone.html">x</a>')
    (found,) = located([gone("gone.html", chrome=True)], "One\n", "<p>One</p>", templates)
    assert found.place == Place("theme/main.html", 2, 10, 9)


def test_places_that_are_known_are_kept_in_their_order_and_equal_faults_are_told_once() -> None:
    known = [Fault("nav-omitted", "a.html", "x", place=Place(f"docs/{name}.md", 7)) for name in "bbc"]
    assert [each.place for each in located(known, "One\n", "<p>One</p>")] == [
        Place("docs/b.md", 7),
        Place("docs/c.md", 7),
    ]


def test_a_rule_of_markdown_says_nothing_of_a_link_that_no_markdown_made() -> None:
    html = '<p><a href="two/">x</a></p>'
    for rule in ("target-built", "target-accident"):
        assert located([gone("two/", rule=rule, kind="reference")], "One\n", html) == []


def test_faults_that_name_no_target_are_told_apart_by_their_addresses() -> None:
    faults = [gone(url, rule="url-malformed", target="", text=url) for url in ("http://[a", "http://[b")]
    assert [each.text for each in located(faults, "One\n", "<p>One</p>")] == ["http://[a", "http://[b"]


def test_only_links_in_words_are_taken_for_a_copy() -> None:
    html = '<p><a href="gone.md">a</a> <a href="a.html">A</a></p>'
    faults = [gone(words="a", kind="reference"), gone(words="a", chrome=True)]
    assert [each.place for each in located(faults, "[a](gone.md) [A](a.html)\n", html)] == [
        Place(FILE, 1, 5, 7),
        Place(FILE),
    ]


def test_a_fault_that_is_counted_already_keeps_its_number_of_pages() -> None:
    (found,) = located([gone(chrome=True, pages=3)], "One\n", "<p>One</p>")
    assert found.text == "x On 3 pages: look at the template."


def test_only_the_buttons_of_a_program_are_written_by_nobody() -> None:
    html = '<p><a href="gone/">x</a></p>'
    whole = f'<html><body><nav><a href="gone/">y</a></nav><article>{html}</article></body></html>'
    faults = [gone("gone/", kind="reference"), gone("gone/", chrome=True, link=("a", "href", "gone/"))]
    found = located(faults, "", html, output=whole)
    assert [(each.place and each.place.column, each.authored) for each in found] == [(66, True), (27, False)]

"""A fault is placed at the line that made it, in whatever file that stands, and nowhere when that is not sure."""

# ruff: noqa: E501 one case a line

import datetime as dt
from typing import Any

import pytest
from site_link_check.check import Build, check_links
from site_link_check.read.address import Home
from site_link_check.read.reader import Reader
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
    pages = (("index.html", "index.md", html, markdown), *more)
    made = {file: source for file, source, _, _ in pages if source}
    built = {file: f"<html><body><article>{text}</article></body></html>" for file, _, text, _ in pages}
    texts = {file: Text(f"docs/{source}", text) for file, source, _, text in pages if source and text}
    whole = {"home": Home("https://example.org", "/x/"), "names": frozenset(built), "made_from": made, **(site or {})}
    fields = {"pages": texts, "others": others, **(sources or {})}
    build = Build(Site(**whole), Sources(**fields), CALM, dt.date(2026, 11, 23), reader=reader or Reader())
    return [str(each.problem) for each in check_links(build, lambda name: built[name].encode()).findings]


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
    assert missing == ['docs/index.md:1:6: url-malformed: "../a b.md" has a space, expected "<../a b.md>" or a name without spaces.']  # fmt: skip


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
        ('<a href="{{ base_url }}/gone/">', "docs/index.md"),
        ("begone/ again/gone/ gone/here", "docs/index.md"),
        ("gone/\ngone/", "docs/index.md"),
        ("gone/ gone/", "over/main.html:1:1"),
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
    assert "site/other/index.html: target-missing" in said("", "", more=(first, index, apart))[1]


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

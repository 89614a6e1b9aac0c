"""Menus are read entry by entry, and a page so read holds just what it holds when read whole."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from site_link_check.read.address import rooted
from site_link_check.read.built_page import BuiltPage, read_page
from site_link_check.read.menu import Menu, own_link

FILE = "guide/a/index.html"
ENTRIES = "".join(f'<li class="item"> <a href="../{name}/"> <span>{name}</span> </a> </li>' for name in "abc")
PAGE = '<body><header><a href="/">Home</a></header><nav><ul>{}</ul></nav><article id="x">{}</article><footer>'
PIECES = (
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<template>",
    "</template>",
    "<textarea>",
    "</textarea>",
    "<svg>",
    "</svg>",
    '<a title="',
    '">',
    "<ARTICLE>",
    "<article>",
    "</article>",
    "<ul>",
    "</ul>",
    "</nav>",
    "<div>",
    "</div>",
    '<li><input id="s" type=checkbox checked><label for="s" id="t">S</label><nav data-level="2"><ul>' + ENTRIES,
    "</ul></nav></li>",
    '<li><a href="../d/" title="more > less">d</a></li>',
    '<li><a href="../e/?a=1&amp;b=2">e</a></li>',
    '<li><a href="#here">f</a></li>',
    '<li><a href="../../../up/">climbs</a></li>',
    '<li><a href="https://example.com/">away</a> <a href="/base/">root</a> <a href=".">here</a></li>',
    "<svg><path d='M0'></svg>",
    "</li>",
    "<li>words",
    '<li id="y"><a href="#y">with a place</a></li>',
    '<li><a name="z" href="z/">with a name</a></li>',
    '<li><a href="none/"></a></li>',
    '<li><a href="open/"><span>left open</a></li>',
    '<li style="background: url(back.png)"><a href="deep/" hreflang="en">styled</a></li>',
    '<li><a href="pictured/"><img src="one.png" alt="one"></a></li>',
    ENTRIES,
)


def read(html: str, menu: Menu) -> BuiltPage:
    rest, links, ids = menu.apart(html.encode(), file=FILE)
    return read_page(rest, file=FILE, menu=links, menu_ids=ids)


def from_root(page: BuiltPage) -> BuiltPage:
    """Return a page with all links around its words in one set, each written from the root of the site."""
    chrome = {own_link(FILE)} | {
        (tag, attribute, rooted(url, folder=FILE.rpartition("/")[0])) for tag, attribute, url in page.chrome
    }
    return replace(page, chrome=frozenset(chrome | page.menu), menu=frozenset(), id_order=())


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=8), st.lists(st.sampled_from(PIECES), max_size=3))
def test_a_page_holds_the_same_with_its_menu_taken_apart(around: list[str], within: list[str]) -> None:
    html, menu = PAGE.format("".join(around), "".join(within)), Menu()
    whole = from_root(read_page(html, file=FILE))
    assert from_root(read(html, menu)) == whole
    assert from_root(read(html, menu)) == whole


def test_the_entries_of_a_menu_are_parsed_no_more() -> None:
    rest, links, _ = Menu().apart(PAGE.format(ENTRIES, "<p>words</p>").encode(), file=FILE)
    assert links >= {("a", "href", "./guide/b/"), ("a", "href", "./guide/c/")}
    assert "../b/" not in rest


@pytest.mark.parametrize("entry", PIECES[-8:-1])
def test_what_is_more_than_a_plain_entry_is_left_in_the_page(entry: str) -> None:
    if "styled" not in entry:
        assert entry in Menu().apart(PAGE.format("<li></li>" + entry, "").encode(), file=FILE)[0]


def test_entries_in_an_article_are_its_own() -> None:
    html = PAGE.format("", ENTRIES)
    assert Menu().apart(html.encode(), file=FILE) == (html, frozenset(), ())

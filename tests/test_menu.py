"""Menus are read entry by entry, and a page so read holds just what it holds when read whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit.built_page import BuiltPage, read_page
from kit.menu import Menu

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
    rest, links = menu.apart(html)
    return read_page(rest, file="x.html", menu=links)


@given(st.lists(st.sampled_from(PIECES), max_size=8), st.lists(st.sampled_from(PIECES), max_size=3))
def test_a_page_holds_the_same_with_its_menu_taken_apart(around: list[str], within: list[str]) -> None:
    html, menu = PAGE.format("".join(around), "".join(within)), Menu()
    whole = read_page(html, file="x.html")
    assert read(html, menu) == whole
    assert read(html, menu) == whole


def test_the_entries_of_a_menu_are_parsed_no_more() -> None:
    rest, links = Menu().apart(PAGE.format(ENTRIES, "<p>words</p>"))
    assert links >= {("a", "href", "../b/"), ("a", "href", "../c/")}
    assert "../b/" not in rest


@pytest.mark.parametrize("entry", PIECES[-8:-1])
def test_what_is_more_than_a_plain_entry_is_left_in_the_page(entry: str) -> None:
    if "styled" not in entry:
        assert entry in Menu().apart(PAGE.format("<li></li>" + entry, ""))[0]


def test_entries_in_an_article_are_its_own() -> None:
    html = PAGE.format("", ENTRIES)
    assert Menu().apart(html) == (html, frozenset())

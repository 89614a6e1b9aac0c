"""Addresses are found in style sheets, data, feeds and PDFs, and nothing else is taken for one."""

import json

import pytest
from kit.links.address import home
from kit.links.built_data import read_data
from river import LINKS

HOME = home("https://example.org/river/")
INDEX = {"docs": [{"location": "guide/#bank", "text": "see https://example.org/river/none/", "title": "Bank"}]}


@pytest.mark.parametrize(
    ("file", "content", "urls"),
    [
        ("a.css", "a{background:url( 'a.png' )} /* url(b.png) */ b{src:url(c.woff2)}", ["a.png", "c.woff2"]),
        ("a.css", '@import "b.css"; a{background:url(data:image/png;base64,AA)} b{fill:url(#c)}', ["b.css"]),
        ("a.json", json.dumps({"url": "a/", "title": "b/", "x": [{"image": "c.png"}]}), ["a/", "c.png"]),
        ("a.json", json.dumps({"home": "https://example.org/river/a/", "other": "https://example.com/"}),
         ["https://example.org/river/a/"]),
        ("a.json", "no JSON", []),
        ("search/search_index.json", json.dumps(INDEX), ["guide/#bank"]),
        ("feed.xml", "<link>https://example.org/river/a/?b&amp;c</link>", ["https://example.org/river/a/?b&c"]),
        ("robots.txt", "Sitemap: https://example.org/river/sitemap.xml\n", ["https://example.org/river/sitemap.xml"]),
        ("a.pdf", "no PDF", []),
        ("a.js", "url('a.png')", []),
    ],
)  # fmt: skip
def test_each_kind_of_file_gives_its_addresses(file: str, content: str, urls: list[str]) -> None:
    assert [each.url for each in read_data(content.encode(), file=file, home=HOME)] == urls


def test_the_links_of_a_pdf_are_read() -> None:
    content = (LINKS / "site/docs/assets/plan.pdf").read_bytes()
    assert [each.url for each in read_data(content, file="a.pdf", home=HOME)] == [
        "https://example.org/river/guide/water/"
    ]

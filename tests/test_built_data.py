"""Addresses are found in style sheets, data, feeds and PDFs, and nothing else is taken for one."""

import json

import pytest
from river import LINKS
from site_link_check.read.address import home
from site_link_check.read.built_data import read_data
from site_link_check.read.pdf import Pdf, PdfMemory

HOME = home("https://example.org/river/")
INDEX = {"docs": [{"location": "guide/#bank", "text": "see https://example.org/river/none/", "title": "Bank"}]}


@pytest.mark.parametrize(
    ("file", "content", "urls"),
    [
        ("a.css", "a{background:url( 'a.png' )} /* url(b.png) */ b{src:url(c.woff2)}", ["a.png", "c.woff2"]),
        ("a.css", '@import "b.css"; a{background:url(data:image/png;base64,AA)} b{fill:url(#c)}', ["b.css"]),
        ("a.css", '@import url("b.css"); @import url(c.css) print; @import \'d.css\';', ["b.css", "c.css", "d.css"]),
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


def test_a_pdf_that_has_not_changed_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    content = (LINKS / "site/docs/assets/plan.pdf").read_bytes()
    first = PdfMemory()
    found = first.pdf(content)
    assert first.has_news
    assert (found.addresses, found.pages) == (("https://example.org/river/guide/water/",), 1)
    monkeypatch.setattr("site_link_check.read.pdf.read_pdf", lambda _: pytest.fail("read again"))
    again = PdfMemory(first.text)
    assert again.pdf(content) == found
    assert not again.has_news


def test_a_file_that_is_no_pdf_clears_nothing_that_was_kept() -> None:
    first = PdfMemory()
    found = first.pdf((LINKS / "site/docs/assets/plan.pdf").read_bytes())
    second = PdfMemory(first.text)
    assert second.pdf(b"no PDF") == Pdf()
    assert second.pdf((LINKS / "site/docs/assets/plan.pdf").read_bytes()) == found
    assert PdfMemory(second.text).pdf(b"no PDF") == Pdf()


@pytest.mark.parametrize("text", ["", "no JSON", "[]", '{"a": 1}', '{"a": []}', '{"a": ["x", "y"]}'])
def test_a_memory_that_cannot_be_read_counts_as_none(text: str) -> None:
    assert PdfMemory(text).pdf(b"no PDF") == Pdf()


def test_data_nested_too_deep_to_read_has_no_addresses() -> None:
    assert read_data(b"[" * 50_000, file="a.json", home=HOME) == []

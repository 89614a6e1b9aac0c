"""Readers' pages: what their front matter must say."""

import breaks
import pytest
from kit.pages.page import read_page

GOOD = (breaks.DOCS / "index.md").read_text(encoding="utf-8")


def said(old: str, new: str) -> list[str]:
    assert old in GOOD
    return breaks.said(read_page(breaks.matter(GOOD.replace(old, new, 1), "a.md"))[1])


def test_a_page_is_read_with_its_doors() -> None:
    page, problems = read_page(breaks.matter(GOOD))
    assert problems == []
    assert page is not None
    assert (page.title, page.covers, page.start is not None, len(page.doors)) == ("Breaks", (), True, 1)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title: Breaks", "titel: Breaks", "a.md:2: titel: unknown key, expected one of: "),
        ("title: Breaks\n", "", "a.md:2: title: this key is missing. Add it."),
        ("description: Breaks, a page", "description: A page #", "a.md:3: description: expected 50 or more characters"),
        ("reviewed: 2026-11-23", "reviewed: soon", "a.md:4: reviewed: expected a date such as 2026-11-23"),
        ("to: help/", "to: ''", "a.md:6: start.to: expected 1 or more characters, found 0"),
        ("lead: Rest well.", "covers: [Wool Warms]", "a.md:5: covers.1: "),
        ("lead: Rest well.", "terms: [{term: purl}]", "a.md:5: terms.1.meaning: this key is missing."),
    ],
)
def test_each_mistake_is_told_with_its_line(old: str, new: str, message: str) -> None:
    assert any(each.startswith(message) for each in said(old, new)), said(old, new)


@pytest.mark.parametrize("text", ["# Breaks\n", "", "---\n---\n# Breaks\n"])
def test_a_page_without_front_matter_is_told_what_it_needs(text: str) -> None:
    page, problems = read_page(breaks.matter(text, "a.md"))
    assert page is None
    assert breaks.said(problems) == [
        (
            "a.md:1: front-matter: the page has no front matter, "
            "expected title, description, reviewed and covers between two --- lines."
        )
    ]

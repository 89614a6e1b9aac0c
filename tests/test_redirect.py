"""The page at an old address: it sends people on, and whatever it says stands in it as text."""

from kit.redirect import redirect_page
from selectolax.lexbor import LexborHTMLParser


def test_people_are_sent_on_without_javascript_and_search_engines_stay_out() -> None:
    tree = LexborHTMLParser(
        redirect_page(title="New", target="../new/", canonical="https://a.example/new/", said="Moved:", language="fr")
    )
    attributes = [node.attributes for node in tree.css("html, meta, link, a")]
    assert {"lang": "fr"} in attributes
    assert {"http-equiv": "refresh", "content": "0; url=../new/"} in attributes
    assert {"name": "robots", "content": "noindex"} in attributes
    assert {"rel": "canonical", "href": "https://a.example/new/"} in attributes
    assert {"href": "../new/"} in attributes
    paragraph = tree.css_first("p")
    assert paragraph is not None
    assert paragraph.text() == "Moved: New"


def test_no_text_becomes_markup() -> None:
    odd = "<b>\"&'"
    page = redirect_page(title=odd, target=odd, canonical=odd, said=odd, language=odd)
    tree = LexborHTMLParser(page)
    assert "<b>" not in page
    assert tree.css_first("b") is None
    title, link = tree.css_first("title"), tree.css_first("a")
    assert title is not None
    assert link is not None
    assert title.text() == link.text() == link.attributes["href"] == odd

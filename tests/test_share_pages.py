"""A shared link shows what it leads to: the title of a page, a sentence and a picture; and crawlers find the pages."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from building import ROOT, build_here, copy_of, spoil
from kit.cards import social_picture
from kit.cards.social_picture import TEMPLATES, Brand, Shared, social_pictures
from kit.cards.typeset import Tools
from PIL import Image
from selectolax.lexbor import LexborHTMLParser
from shelves import Pile
from test_print_run import Bench

ROOT_ADDRESS = "https://example.org/backstride/"
BRAND = Brand("Wool", "en")
FIGURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><path d="M0 0h400v400h-400z"/></svg>'
LARGEST = 60_000
"""Bytes: what every phone fetches without a thought."""


def pages(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    """Yield the address and the head of each page that does not send the reader on."""
    for file in sorted(site.rglob("index.html")):
        text = file.read_text("utf-8")
        if 'http-equiv="refresh"' not in text:
            folder = file.parent.relative_to(site).as_posix()
            yield "" if folder == "." else f"{folder}/", LexborHTMLParser(text.partition("<body")[0])


def told(head: LexborHTMLParser, name: str) -> str:
    found = head.css(f'meta[property="og:{name}"]')
    assert len(found) == 1, name
    return found[0].attributes["content"] or ""


@pytest.fixture(scope="module")
def tools() -> Tools:
    fonts = [file.read_bytes() for file in sorted((ROOT / "docs/assets/fonts").glob("*.woff2"))]
    return Tools(fonts, {file.name: file.read_bytes() for file in Path(TEMPLATES).iterdir()})


def test_every_page_says_what_a_link_to_it_leads_to_and_shows_a_picture_that_is_there(site: Path) -> None:
    titles: dict[str, str] = {}
    for address, head in pages(site):
        assert told(head, "url") == f"{ROOT_ADDRESS}{address}"
        assert [each.attributes["href"] for each in head.css('link[rel="canonical"]')] == [f"{ROOT_ADDRESS}{address}"]
        (said,) = (each.attributes["content"] or "" for each in head.css('meta[name="description"]'))
        assert told(head, "description") == said
        assert len(said) >= 20, address
        if address.startswith("c/"):
            assert told(head, "image").endswith(f"/exercises/{address[2:-1]}.png")
        else:
            assert told(head, "title") not in titles, (address, titles.get(told(head, "title")))
            titles[told(head, "title")] = address
        picture = told(head, "image").removeprefix(ROOT_ADDRESS)
        assert (site / picture).stat().st_size <= LARGEST, picture
        with Image.open(site / picture) as found:
            assert found.size == (1200, 630)
            assert (told(head, "image:width"), told(head, "image:height")) == ("1200", "630")


def test_a_question_says_its_answer_and_an_exercise_shows_itself(site: Path) -> None:
    heads = dict(pages(site))
    assert "physio" in told(heads["faq/walking-stick/"], "description")
    assert told(heads["exercises/bridge/"], "image").endswith("/exercises/bridge.png")
    shown = [
        (site / f"assets/social/{name}.png").read_bytes() for name in ("exercises/bridge", "exercises/plank", "index")
    ]
    assert len(set(shown)) == 3


def test_crawlers_are_sent_to_every_page_but_those_behind_printed_codes(site: Path) -> None:
    listed = LexborHTMLParser((site / "sitemap.xml").read_text("utf-8")).css("loc")
    kept = {f"{ROOT_ADDRESS}{address}" for address, head in pages(site) if not head.css('meta[name="robots"]')}
    assert {each.text() for each in listed} == kept
    assert f"{ROOT_ADDRESS}get-help/" in kept
    assert f"{ROOT_ADDRESS}c/bridge/" not in kept
    assert f"Sitemap: {ROOT_ADDRESS}sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    assert 'content="noindex"' in (site / "404.html").read_text("utf-8")


def drawn(tools: Tools, folder: Path, shelf: Pile, **wanted: Shared) -> dict[str, Image.Image]:
    made = social_pictures(wanted, BRAND, shelf, Bench(folder), tools)
    return {name: Image.open(BytesIO(picture)).convert("L") for name, picture in made.items()}


@pytest.mark.parametrize(("width", "height"), [(100, 210), (200, 84), (400, 30), (30, 400)])
def test_nothing_touches_an_edge_however_long_the_words_and_whatever_the_shape_of_the_figure(
    tools: Tools, tmp_path: Path, width: int, height: int
) -> None:
    whole = Shared(
        "Why does my back hurt when I walk uphill " * 3, "Words that go on. " * 12, FIGURE.format(width, height)
    )
    (picture,) = drawn(tools, tmp_path, Pile(), one=whole).values()
    ground = picture.getpixel((2, 2))
    frame = [
        picture.crop(box) for box in ((0, 0, 1200, 40), (0, 0, 50, 600), (1150, 0, 1200, 600), (0, 596, 1200, 606))
    ]
    assert [each.getextrema() for each in frame] == [(ground, ground)] * 4


def test_the_longest_words_are_shown_to_their_last_line(tools: Tools, tmp_path: Path) -> None:
    title, text = (
        "What if I have a sudden and very bad pain when I walk?",
        "Call 999 now, and do not drive yourself. " * 7,
    )
    whole, less = Shared(title, text), Shared(title, text.removesuffix("yourself. "))
    found = drawn(tools, tmp_path, Pile(), whole=whole, less=less)
    assert found["whole"].tobytes() != found["less"].tobytes()


def test_words_are_shown_as_they_are_written_and_not_as_markup(tools: Tools, tmp_path: Path) -> None:
    wanted = {"plain": Shared("Knit", "a"), "odd": Shared("#panic() $x$ *b* <c> \\", '"; #read("x")')}
    found = drawn(tools, tmp_path, Pile(), **wanted)
    assert found["plain"].tobytes() != found["odd"].tobytes()


def test_what_is_kept_is_not_drawn_again_and_what_changed_is(
    tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Pile()
    first = social_pictures({"a": Shared("A", ""), "b": Shared("B", "")}, BRAND, shelf, Bench(tmp_path / "1"), tools)
    again = social_pictures({"a": Shared("A", ""), "b": Shared("C", "")}, BRAND, shelf, Bench(tmp_path / "2"), tools)
    assert again["a"] == first["a"]
    assert again["b"] != first["b"]
    monkeypatch.setattr(social_picture, "presses", lambda *_, **__: pytest.fail("drawn again"))
    kept = social_pictures({"b": Shared("C", ""), "a": Shared("A", "")}, BRAND, shelf, Bench(tmp_path / "3"), tools)
    assert kept == again


def test_a_language_of_one_country_stops_no_picture_and_one_that_is_none_is_told(tmp_path: Path) -> None:
    project = copy_of("wrist", tmp_path)
    spoil(project, "mkdocs.yml", "language: en", "language: pt-BR")
    done = build_here(project, tmp_path / "site")
    assert (done.site / "assets/social/index.png").exists(), done.said
    spoil(project, "mkdocs.yml", "language: pt-BR", "language: English")
    done = build_here(project, tmp_path / "site")
    assert done.code == 1
    assert "WARNING - assets/social: typst: " in done.said
    assert "Traceback" not in done.said

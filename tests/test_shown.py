"""What is shown of a guide: in a shared link, in the search, without a network; and how far a change reaches."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from guides import small_sources
from kit.figures.album import Album
from kit.figures.diagram import Drawn
from kit.guide import Guide
from kit.pictures import Pictures
from kit.reading.guide import read_guide
from kit.search.article import Part
from kit.search.lexicon import Lexicon
from kit.views.keep_view import ARCHIVE_SIZE, KEPT_SIZE, away_view, keep_view, offer_view
from kit.views.reach import reaches
from kit.views.search_view import entry_of, finding_of, head_of, kind_of, lexicon_of, marked_in
from kit.views.sharing import picture_of, shared_pictures, sharing_view

OTHERWISE = ("A title", "Some words")
NOTHING = Pictures(Album(), {}, ())


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(small_sources())


# ---- A shared link ----


def shared(guide: Guide, uri: str, *drawn: str) -> tuple[str, str, str | None]:
    """Return title, words and picture of a page that is shared."""
    found = sharing_view(guide, uri, "a/b/", otherwise=OTHERWISE, drawn=drawn)
    assert found is not None
    assert found["address"] == "https://example.org/backstride/a/b/"
    assert found["site"] == "A guide"
    picture = found["picture"]
    assert picture is None or (picture["width"], picture["height"]) == (1200, 630)
    return found["title"], found["text"], picture and picture["address"].removeprefix("https://example.org/backstride/")


def test_a_page_says_its_own_words_and_another_those_that_it_is_given(guide: Guide) -> None:
    assert shared(guide, "faq/lamp.md")[:2] == (
        "The lamp fell on the carpet. What now?",
        "Switch it off and keep away.",
    )
    assert shared(guide, "exercises/toss.md")[0] == "One ball up"
    assert shared(guide, "help.md")[0] == "When to stop"
    assert shared(guide, "nowhere.md") == (*OTHERWISE, None)


def test_the_picture_is_the_own_one_then_that_of_the_exercise_behind_a_code_then_that_of_the_home_page(
    guide: Guide,
) -> None:
    every = ("index.md", "help.md", "exercises/toss.md")
    assert shared(guide, "help.md", *every)[2] == "assets/social/help.png"
    assert shared(guide, "c/toss.md", *every)[2] == "assets/social/exercises/toss.png"
    assert shared(guide, "faq/toss.md", *every)[2] == "assets/social/index.png"
    assert shared(guide, "c/pass.md", "index.md")[2] == "assets/social/index.png"
    assert shared(guide, "help.md", "exercises/toss.md")[2] is None


def test_a_guide_that_has_no_address_says_nothing(guide: Guide) -> None:
    nowhere = replace(guide, site=replace(guide.site, address=""))
    assert sharing_view(nowhere, "help.md", "help/", otherwise=OTHERWISE, drawn=()) is None


def test_an_exercise_shows_its_last_figure_and_all_else_that_of_the_home_page(guide: Guide) -> None:
    album = Album(printed={"toss-1": "<svg>low</svg>", "toss-2": "<svg>up</svg>"})
    home = Drawn(html="", printed="<svg>home</svg>")
    found = shared_pictures(guide, Pictures(album, {"thrower": home}, ()))
    assert found["exercises/toss.md"].svg == "<svg>up</svg>"
    assert found["exercises/pass.md"].svg == "<svg>home</svg>"  # its frame is an image
    assert found["help.md"].svg == "<svg>home</svg>"
    assert found["help.md"].title == "When to stop"
    assert "faq/index.md" in found
    assert "help.md" not in shared_pictures(replace(guide, pages={}), NOTHING)  # nothing says its title
    assert {each.svg for each in shared_pictures(guide, NOTHING).values()} == {""}
    assert picture_of("faq/lamp.md") == "assets/social/faq/lamp.png"


# ---- The search ----


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        ("faq/lamp.md", "answer"),
        ("faq/index.md", "page"),
        ("exercises/toss.md", "exercise"),
        ("exercises/index.md", "page"),
        ("evidence/index.md", "evidence"),
        ("help.md", "sign"),
        ("index.md", "page"),
        ("cards/toss.md", "page"),
    ],
)
def test_search_knows_what_a_page_is(guide: Guide, uri: str, kind: str) -> None:
    assert kind_of(guide, uri) == kind


def test_without_signs_or_a_link_to_help_no_page_is_that_of_the_signs(guide: Guide) -> None:
    assert kind_of(replace(guide, signs=()), "help.md") == "page"
    helpless = read_guide(small_sources(help=None))
    assert kind_of(helpless, "help.md") == "page"
    assert marked_in(helpless, "help.md") == frozenset()


def test_the_signs_are_anchors_of_the_help_page_alone(guide: Guide) -> None:
    assert marked_in(guide, "help.md") == {"broken-lamp", "tired-eyes"}
    assert marked_in(guide, "index.md") == frozenset()


def with_lexicon(guide: Guide) -> Guide:
    names = {"help.md": ("stop",), "exercises/toss.md": ("throw",), "faq/lamp.md": ("dark",)}
    return replace(guide, lexicon=Lexicon(small_words=("a",), same=(("ball", "sphere"),), harmless=("x",), names=names))


def test_a_page_is_found_by_its_title_and_by_all_its_names(guide: Guide) -> None:
    part = Part("", "", "Words")
    entry = entry_of(with_lexicon(guide), "faq/lamp.md", "Lamp", (part,))
    assert (entry.address, entry.title, entry.kind, entry.parts) == ("faq/lamp/", "Lamp", "answer", (part,))
    assert entry.names[-1] == "dark"
    assert "broken glass" in entry.names
    assert entry_of(guide, "help.md", "Stop", ()).names == ()


def test_exercises_are_found_by_their_own_names_and_other_pages_are_not_among_them(guide: Guide) -> None:
    assert finding_of(with_lexicon(guide)) == {
        "small": ("a",),
        "same": (("ball", "sphere"),),
        "names": {"toss": ("throw",)},
    }
    assert finding_of(guide) == {"small": (), "same": (), "names": {}}
    assert lexicon_of(guide) == Lexicon()


def test_the_head_names_signs_with_words_the_most_urgent_first_and_where_each_is(guide: Guide) -> None:
    late, now = (
        guide.signs[1].model_copy(update={"words": ("eyes",)}),
        guide.signs[0],
    )
    signed = replace(with_lexicon(guide), signs=(late, now))
    entries = {"help.md": entry_of(signed, "help.md", "Stop", (Part("", "", ""), Part("broken-lamp", "", "")))}
    head = head_of(signed, entries)
    assert head["signs"] == [
        {
            "address": "help/#broken-lamp",
            "level": "now",
            "text": "You hit a lamp.",
            "words": ("lamp", "glass"),
        },
        {"address": "help/", "level": "today", "text": "Your eyes are tired.", "words": ("eyes",)},
    ]
    assert (head["small"], head["harmless"]) == (("a",), ("x",))
    assert head["say"]["title"]
    assert [each["level"] for each in head_of(guide, entries)["signs"]] == ["now"]  # the other has no words
    assert head_of(guide, {})["signs"] == []
    assert head_of(replace(guide, words=None), entries)["say"] == {}


# ---- Without a network ----


def test_every_page_leads_to_the_offer_and_one_page_makes_it(guide: Guide) -> None:
    kept = keep_view(guide)
    assert kept == {
        "worker": "worker.js",
        "manifest": "manifest.webmanifest",
        "icon": "assets/icons/touch.png",
        "link": "help/#keep-this-guide",
        "title": "Keep this guide on your phone",
    }
    offer = offer_view(guide, "help.md", archived=True)
    assert offer is not None
    assert (offer["anchor"], offer["archive"]) == ("keep-this-guide", "juggling.zip")
    assert KEPT_SIZE in offer["told"]
    assert ARCHIVE_SIZE in offer["archive_text"]
    smaller = offer_view(guide, "help.md", archived=False)
    assert smaller == {**offer, "archive": None}
    assert offer_view(guide, "index.md", archived=True) is None
    assert offer_view(guide, None, archived=True) is None


def test_without_the_setting_or_the_words_nothing_is_kept(guide: Guide) -> None:
    for bare in (read_guide(small_sources(offline=None)), replace(guide, words=None)):
        assert keep_view(bare) is None
        assert offer_view(bare, "help.md", archived=True) is None


def test_the_page_that_stands_in_says_first_when_to_call(guide: Guide) -> None:
    assert away_view(guide) == {"call": "Call 999 (112, 911, 000, NZ 111):", "signs": "a broken lamp."}
    assert away_view(replace(guide, signs=())) == {}
    assert away_view(replace(guide, words=None)) == {}


# ---- How far a change reaches ----

MADE = {"c/toss.md": "short", "c/pass.md": "short"}


def keys(
    guide: Guide, pictures: Pictures = NOTHING, made: Mapping[str, str] = MADE, frame: str = ""
) -> Mapping[str, str]:
    return reaches(guide, pictures, frame=[frame], made=made)


def reached(guide: Guide, file: str, old: str, new: str) -> set[str]:
    """Return the pages that are made again when a piece of a file changes."""
    text = small_sources().texts[file].decode()
    assert old in text
    before, after = keys(guide), keys(read_guide(small_sources({file: text.replace(old, new)})))
    assert before.keys() == after.keys()
    return {uri for uri, key in before.items() if after[uri] != key}


def test_the_same_sources_reach_nothing_and_the_frame_everything(guide: Guide) -> None:
    assert keys(guide) == keys(read_guide(small_sources()))
    assert len(keys(guide)) == len(guide.addresses) + 2
    assert not set(keys(guide).items()) & set(keys(guide, frame="x").items())


@pytest.mark.parametrize(
    ("file", "old", "new", "pages"),
    [
        ("faq/lamp.md", "Glass cuts.", "Glass is sharp.", {"faq/lamp.md"}),
        ("faq/lamp.md", "Switch it off", "Turn it off", {"faq/lamp.md", "faq/index.md"}),
        (
            "exercises/toss.md",
            "Hold the ball low.",
            "Hold it low.",
            {"exercises/toss.md", "c/toss.md", "cards/index.md", "today/feet.md"},
        ),
        ("today.yml", "more: With room", "more: With much room", {"today/where.md"}),
        ("evidence/claims.yml", "Anybody can learn", "All can learn", {"faq/how-long.md", "evidence/index.md"}),
    ],
)
def test_a_change_reaches_at_least_the_pages_that_show_it_and_not_all(
    guide: Guide, file: str, old: str, new: str, pages: set[str]
) -> None:
    found = reached(guide, file, old, new)
    assert pages <= found
    assert not found & {"help.md", "glossary.md", "cards/studio.md"}


def test_a_question_reaches_the_pages_that_show_it_at_their_foot(guide: Guide) -> None:
    found = reached(guide, "faq/lamp.md", "related: [help.md]", "related: [glossary.md]")
    assert {"help.md", "glossary.md", "faq/lamp.md"} <= found
    assert "index.md" not in found


def test_a_change_of_one_body_reaches_that_page_alone(guide: Guide) -> None:
    assert reached(guide, "help.md", "Stop when you drop", "Stop if you drop") == {"help.md"}


@pytest.mark.parametrize(
    ("file", "old", "new"), [("help.md", "title: When", "title: Now"), ("glossary.md", "three balls", "four balls")]
)
def test_a_title_and_the_glossary_reach_every_page(guide: Guide, file: str, old: str, new: str) -> None:
    assert reached(guide, file, old, new) == keys(guide).keys()


def test_a_figure_reaches_the_exercise_and_those_beside_it(guide: Guide) -> None:
    before = keys(guide, Pictures(Album(screen={"toss-1": "<svg/>"}), {}, ()))
    for album in (Album(screen={"toss-1": "<svg>x</svg>"}), Album(screen={"toss-1": "<svg/>"}, motions={"toss": "x"})):
        after = keys(guide, Pictures(album, {}, ()))
        assert {uri for uri, key in before.items() if after[uri] != key} == {
            "exercises/toss.md",
            "exercises/pass.md",  # it leads there, with a figure
            "exercises/index.md",
        }


def test_a_diagram_reaches_the_pages_that_show_it(guide: Guide) -> None:
    before = keys(guide)
    for name, pages in (("stride", {"help.md"}), ("thrower", {"help.md", "index.md"}), ("unused", set())):
        after = keys(guide, Pictures(Album(), {name: Drawn(html="x", printed="")}, ()))
        assert {uri for uri, key in before.items() if after[uri] != key} == pages


def test_what_is_made_is_made_again_when_its_text_changes(guide: Guide) -> None:
    before, after = keys(guide), keys(guide, made={**MADE, "c/pass.md": "other"})
    assert {uri for uri, key in before.items() if after[uri] != key} == {"c/pass.md"}

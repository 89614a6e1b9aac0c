"""What is safe: each hostile thing alone, and a sanitiser agrees with all that passes."""

import re
from functools import lru_cache
from typing import Any

import nh3
import pytest
import yaml
from building import ROOT
from hostile import DATA, FILES, INNOCENT, PAGES, Hostile
from hypothesis import given, settings
from hypothesis import strategies as st
from kit import front_matter
from kit.problem import Problem
from kit.record import read_yaml
from kit.safety.characters import unseen
from kit.safety.files import content_problems, data_problems, name_problems
from kit.safety.lists import lists_of
from kit.safety.source import MOST, Dialect, page_problems
from kit.settings import Safe
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

LISTS = lists_of(Safe())
FILE = "docs/page.md"
MARKDOWN_WRITES = {"class", "id", "title", "dir", "lang", "open", "type"}


@lru_cache(maxsize=1)
def dialect() -> Dialect:
    """Return the Markdown of our own recipe."""
    listed = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=_Recipe)["markdown_extensions"]  # noqa: S506 a safe one
    config = {name: options for each in listed if isinstance(each, dict) for name, options in each.items()}
    return Dialect(tuple(each if isinstance(each, str) else next(iter(each)) for each in listed), "ours", config)


class _Recipe(yaml.SafeLoader):
    """Reads a recipe of MkDocs, which has tags of its own."""


_Recipe.add_multi_constructor("!", lambda *_: None)


def problems(text: str) -> list[Problem]:
    found = page_problems(text, dialect(), LISTS, file=FILE, first_line=1)
    return [*found, *content_problems(text.encode(), file=FILE)]


def rendered(text: str) -> str:
    made = dialect()
    return Markdown(extensions=list(made.extensions), extension_configs=dict(made.settings)).convert(text)


@pytest.mark.parametrize("hostile", PAGES.values(), ids=PAGES.keys())
def test_each_hostile_piece_of_a_page_is_told_once_at_its_line(hostile: Hostile) -> None:
    assert [(each.line, each.rule) for each in problems(hostile.text)] == [(hostile.line, hostile.rule)]


SWALLOWING = {"a handler on the whole page", "ends of what was never begun"}
"""What makes HTML of all that follows."""


@pytest.mark.parametrize("what", sorted(PAGES.keys() - SWALLOWING))
def test_each_hostile_piece_is_found_between_what_is_innocent(what: str) -> None:
    innocent = "\n\n".join(INNOCENT[each] for each in ("code that shows a script", "a block that shows a script"))
    found = [(each.line, each.rule) for each in problems(f"{innocent}\n\n{PAGES[what].text}\n\n{innocent}")]
    assert found == [(innocent.count("\n") + 2 + PAGES[what].line, PAGES[what].rule)]


@pytest.mark.parametrize(("name", "expected"), FILES.items(), ids=FILES.keys())
def test_each_hostile_file_is_told_once_at_its_line(name: str, expected: tuple[str, int, str]) -> None:
    rule, line, content = expected
    found = name_problems(name, file=name, published=True, safe=Safe()) or content_problems(content.encode(), file=name)
    assert [(each.rule, each.line) for each in found] == [(rule, line)]


@pytest.mark.parametrize(("name", "expected"), DATA.items(), ids=DATA.keys())
def test_each_hostile_value_is_told_once_at_its_line(name: str, expected: tuple[str, int, str]) -> None:
    rule, line, content = expected
    matter, _ = front_matter.read(content.encode(), file=name)
    record = matter.record if matter and name.endswith(".md") else read_yaml(content, file=name)[0]
    assert record is not None
    found = content_problems(content.encode(), file=name)
    found += data_problems(record, LISTS, told=found)
    assert [(each.rule, each.line) for each in found] == [(rule, line)]


@pytest.mark.parametrize("text", INNOCENT.values(), ids=INNOCENT.keys())
def test_nothing_is_told_of_what_is_innocent(text: str) -> None:
    assert problems(text) == []
    assert name_problems("a-b/c_d.svg", file="x", published=True, safe=Safe()) == []


@pytest.mark.parametrize(
    "value", ["Question 1: does it help?", "data: none", "a:b", "https://nhs.uk/a@b?c=@", "10:30", "see https://a.b"]
)
def test_a_text_in_data_that_is_no_address_is_left_alone(value: str) -> None:
    record, _ = read_yaml(yaml.safe_dump({"a": [value]}), file="a.yml")
    assert record is not None
    assert data_problems(record, LISTS, told=()) == []


def test_what_a_reader_of_data_has_told_of_a_value_is_not_told_again() -> None:
    record, _ = read_yaml("a: javascript:x\n", file="a.yml")
    assert record is not None
    told = [Problem("a.yml", 1, 0, "3.a", "no web address")]
    assert len(data_problems(record, LISTS, told=())) == 1
    assert data_problems(record, LISTS, told=told) == []


def test_the_same_fault_twice_is_told_at_both_its_lines() -> None:
    bad = '<b onclick="x()">a</b>'
    text = f"`{bad}`\n\n{bad}\n\n    {bad}\n\nWords.\n\n- {bad}\n"
    assert [each.line for each in problems(text)] == [3, 9]


def test_of_a_long_page_no_more_is_told_than_anybody_reads() -> None:
    text = "".join(f'Words &#8238;{number} <b on{number}="x()">a</b> and more words.\n\n' for number in range(300))
    lines = [each.line for each in problems(text)]
    assert len(lines) == MOST
    assert lines == sorted(lines)


def test_settings_add_elements_with_their_attributes_and_nothing_else() -> None:
    more = lists_of(Safe(html={"video": ("src",)}))
    assert more.elements - LISTS.elements == {"video"}
    assert {each for each in more.attributes - LISTS.attributes if each[1] not in MARKDOWN_WRITES} == {("video", "src")}


def test_a_drawing_of_our_own_is_a_drawing() -> None:
    for file in sorted((ROOT / "docs").rglob("*.svg")):
        assert content_problems(file.read_bytes(), file=file.name) == []


NASTY = [
    *(part for each in PAGES.values() for part in re.findall(r"<[^<>]*>?|\[[^\]]*\]\([^)]*\)?|\{[^}]*\}?", each.text)),
    *"<>\"'`=/\\&;:#()[]{}!\n \t*_~^|-",
    *("\n\n", "    ", "```\n", "<!--", "-->", "]]>", "<![CDATA[", "<?", "&#", "&lt;", "on", "src=", "href=", "style="),
    *(
        "javascript:",
        "//evil.example",
        "https://",
        "![a](",
        "[b]: ",
        "[b]",
        "*[a]: ",
        "!!! note\n\n    ",
        "| a | b |\n",
    ),
    *('<div markdown="1">', "</div>", "<p>", "</p>", "<a ", "<b ", "a", "x", "\u202e", "\u200d", "\u00e9"),
]
TEXTS = st.lists(st.sampled_from(NASTY), max_size=14).map("".join)


@given(TEXTS)
@settings(max_examples=600)
def test_a_page_of_which_nothing_is_told_is_what_a_sanitiser_lets_pass(text: str) -> None:
    if problems(text) or unseen(text):
        return
    html = rendered(text)
    tree = LexborHTMLParser(f"<body>{html}")
    for node in tree.css("body *"):
        assert node.tag in nh3.ALLOWED_TAGS
        allowed = nh3.ALLOWED_ATTRIBUTES.get(str(node.tag), set()) | MARKDOWN_WRITES
        written = {name for name in node.attributes if not (name == "style" and node.tag in {"td", "th"})}
        assert written <= allowed
    assert shape(html) == shape(cleaned(html))


def cleaned(html: str) -> str:
    """Return what the sanitiser leaves."""
    attributes: dict[str, Any] = {tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()}
    attributes["*"] = MARKDOWN_WRITES | {"style"}
    return nh3.clean(html, attributes=attributes, link_rel=None, url_schemes={"http", "https", "mailto", "tel", "sms"})


def shape(html: str) -> list[tuple[str, str, str]]:
    """Return the elements of a page in their order, with where each leads."""
    nodes = LexborHTMLParser(f"<body>{html}").css("body *")
    return [(str(each.tag), str(each.attributes.get("href")), str(each.attributes.get("src"))) for each in nodes]

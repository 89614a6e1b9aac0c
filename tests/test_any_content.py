"""Whatever a file holds, reading it gives a value or problems that point into it: no traceback, no endless work."""

import re
import sys
from collections.abc import Callable
from types import FrameType
from typing import Annotated

import hypothesis.strategies as st
import pytest
import yaml
from hypothesis import example, given, settings
from kit.cards.log import read_log, read_plan
from kit.entry import read_entries
from kit.evidence.citation import CitationExtension, citations, cited, definitions
from kit.evidence.claim import Claim
from kit.front_matter import read
from kit.pages.page import Page
from kit.problem import Problem
from kit.record import MOST_PROBLEMS, check, lines_in, read_yaml
from kit.words.words import read_words
from markdown import markdown
from pydantic import BaseModel, Field

many = settings(max_examples=200)

KEYS = [
    "title",
    "description",
    "reviewed",
    "covers",
    "terms",
    "doors",
    "start",
    "id",
    "gist",
    "walk",
    "stages",
    "<<",
    "1",
]
SNIPPETS = [
    *(f"{key}:" for key in KEYS),
    *("- ", "? ", ": ", "[", "]", "{", "}", "{{ x }}", ", ", "'", '"', "|", ">", "#", "\n", "\n  ", "\n    ", "\n- "),
    *("!!bool ", "!!timestamp ", "!!python/object:os.system ", "!ENV ", "!", "&a ", "*a ", "*a", "<<: ", "%TAG ! x\n"),
    *("2026-11-31", "2026-11-23", "2026-11-23T25:00:00", "0000-00-00", "1:30", "0711", "1e999", "1.0e+999"),
    *(".inf", "-.nan", "0x_", "~", "null", "yes", "=", "\\", '"\\u0007"', '"\\ud800"', "\x00", "\x1b", "\x7f", "\x85"),
    *("\r", "\r\n", "\u2028", "\ufeff", "\ufffe", "\ud800", "\U0001f600", "\t", "\x0c"),
    *("---\n", "...\n", "a", "Ordinary words.", "{minute}", "{days", "<!--", "-->", "`", "```\n", "[a][b]", "[b]: c\n"),
]
many_times = st.builds(str.__mul__, st.sampled_from(["[", "{", "- ", "9", "`", "a: "]), st.sampled_from([15, 22, 5000]))
yamlish = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=3) | many_times, max_size=14).map("".join)
"""Text made of what YAML and Markdown give a meaning to."""

lawful = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**16) | st.floats() | st.dates() | st.datetimes() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text() | st.integers() | st.none(), inner, max_size=4)
    ),
    max_leaves=12,
).map(lambda data: yaml.safe_dump(data, allow_unicode=True))
"""YAML as a program writes it: well formed, though not always what we read."""

texts = yamlish | lawful | st.text()


class Loader(yaml.CSafeLoader):
    """PyYAML's safe loader, which stumbles over the two signs that only a key gives a meaning."""


for tag in ("merge", "value"):
    Loader.add_constructor(f"tag:yaml.org,2002:{tag}", lambda _loader, node: node.value)


def assert_told_well(problems: list[Problem], text: str | bytes) -> None:
    """Each problem is one line that can be seen, and its place is in the file."""
    plain = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    last = len(re.split(rb"\r\n|\r|\n", plain))
    assert len(problems) <= MOST_PROBLEMS + 1
    for each in problems:
        assert 0 <= each.line <= last
        assert str(each).isprintable(), repr(str(each))
        assert len(each.rule) < 500


@given(st.binary() | texts.map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b"\xff\xfe-\x00-\x00-\x00")
@example(b"---\n---")
@example(b"---")
@example(b"")
@many
def test_any_bytes_are_a_page_or_problems(raw: bytes) -> None:
    for source in (raw, b"---\n" + raw, b"---\n" + raw + b"\n---\n" + raw):
        matter, problems = read(source, file="a.md")
        assert (matter, problems) == read(source, file="a.md")
        assert (matter is None) == bool(problems)
        assert_told_well(problems, source)
        if matter is not None:
            page, problems = check(matter.record, Page)
            assert (page is None) == bool(problems)
            assert_told_well(problems, source)
            assert 1 <= matter.body_line <= source.count(b"\n") + source.count(b"\r") + 1


@given(texts)
@example("---")
@example("a: 2026-11-23 10:00:00 -99:99")
@many
def test_what_is_read_as_yaml_is_what_yaml_says(text: str) -> None:
    record, problems = read_yaml(text, file="a.yml")
    assert (record is None) == bool(problems)
    assert_told_well(problems, text)
    if record is not None:
        expected = yaml.load(text.removeprefix("\ufeff"), Loader=Loader)  # noqa: S506 it is the safe one
        assert record.data == ({} if expected is None else expected)
        assert all(1 <= line <= len(re.split(r"\r\n|\r|\n", text)) for line in record.lines.values())


@given(texts, st.integers(0, 6))
@many
def test_problems_move_down_with_the_text(text: str, lines: int) -> None:
    alone, below = read_yaml(text, file="a.yml")[1], read_yaml(text, file="a.yml", first_line=1 + lines)[1]
    assert [(each.line + lines, each.rule, each.text) for each in alone] == [
        (each.line, each.rule, each.text) for each in below
    ]


@given(texts | texts.map(lambda text: f"- {text}") | st.binary())
@many
def test_any_file_of_data_is_values_or_problems(text: str | bytes) -> None:
    entries, problems = read_entries(text, Claim, file="a.yml", id_key="id")
    assert_told_well(problems[: MOST_PROBLEMS + 1], text)
    assert all(each.problem("wrong.", "gist", 3).line >= 1 for each in entries)
    if isinstance(text, str):
        for value, found in (
            read_words(text, file="a.yml"),
            read_plan(text, [], file="a.yml"),
            read_log(text, [], file="a.yml"),
        ):
            assert value is not None or found
            assert_told_well(found, text)


@given(texts, texts)
@many
def test_lines_of_any_settings_are_in_their_file(text: str, more: str) -> None:
    data = {"covers": "x", "terms": [{}], more: 1}
    for source in (text, f"theme: !x y\nextra:\n  covers: 1\n{text}"):
        record = lines_in(source, file="mkdocs.yml", path=("extra",), data=data)
        value, problems = check(record, Page)
        assert value is None
        assert_told_well(problems, source)
        assert all(each.rule.split(".")[0] == "extra" for each in problems)


@given(texts)
@many
def test_citations_of_any_text_are_in_it(text: str) -> None:
    found = citations(text)
    assert all(1 <= each.line <= text.count("\n") + 1 for each in found)
    assert all(each.text in " ".join(text.split()) for each in found)
    assert definitions(text, {}, up="") == text
    cited(text.encode("utf-8", "replace").decode())


@given(
    st.lists(st.sampled_from(["`", "``", "<!--", "-->", "\n", " ", "x", "\\", "[a][b]", "~~~\n", "> "])).map("".join)
)
@many
def test_a_citation_added_at_the_end_of_closed_text_is_found_on_its_line(text: str) -> None:
    closed = re.sub(r"[`~<\\]", "", text)
    assert citations(f"{closed}\n\n[c][d]")[-1].line == closed.count("\n") + 3


LARGE = 250_000
"""Characters: at this length, work that grows with its square takes many minutes."""


@pytest.mark.parametrize(
    "part",
    ["<!--", "<!-- -->", "`", "` ", "`` ` ", "```\n", "~~~\n", "[", "[a](", "[a][", "[a][b]", "[a]: b\n", "\\[", "> "],
)
def test_the_same_over_and_over_is_read_to_its_end(part: str) -> None:
    text = part * (LARGE // len(part))
    found = citations(text)
    assert len(found) == (text.count(part) if part == "[a][b]" else 0)
    assert cited(text) == ()


@pytest.mark.parametrize("part", ["<a ", "<!--", "</", "<?", "<!", "<![CDATA[", '<a data-cites="'])
def test_broken_html_over_and_over_is_read_to_its_end(part: str) -> None:
    link = markdown("[x][y]\n\n[y]: z", extensions=[CitationExtension({"y": "z"})])
    assert cited(link + part * (LARGE // len(part))) == ("y",)


@pytest.mark.parametrize(
    "part",
    [
        "[",
        "{",
        "- ",
        "? ",
        "!",
        "&a\n",
        "*a ",
        "a:\n",
        "a: b\n",
        "%TAG ! a\n",
        "'",
        '"\\',
        "\n",
        " ",
        "#",
        "---\n",
        "\t",
    ],
)
def test_the_same_yaml_over_and_over_is_read_to_its_end(part: str) -> None:
    text = part * (LARGE // len(part))
    record, problems = read_yaml(text, file="a.yml")
    assert (record is None) == bool(problems)
    assert_told_well(problems, text)


def calls(work: Callable[[], object]) -> int:
    """Return how many functions a piece of work calls: its length, whatever the machine."""
    count = 0

    def note(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "part",
    [
        "- {id: a%d, gist: 1}\n",
        "- []\n",
        "- {id: a%d, sources: [A, b, C]}\n",
        "- &a%d x\n",
        "- *a%d\n",
        "- !!int x\n",
        "a%d: 1\n",
        "? a%d\n",
        "- [[[1]]]\n",
    ],
)
def test_four_times_the_entries_take_four_times_the_work(part: str) -> None:
    def read_so_many(count: int) -> int:
        text = "".join(part.replace("%d", str(number)) for number in range(count))
        return calls(lambda: read_entries(text, Claim, file="a.yml", id_key="id"))

    read_so_many(1200)  # what is remembered from now on does not count
    assert read_so_many(1200) < 5 * read_so_many(300)


class Rows(BaseModel):
    rows: list[Annotated[list[int], Field(min_length=1)]]


@pytest.mark.parametrize(
    ("model", "before", "part", "after"),
    [
        (Page, "", "A%d: {}\n", ""),
        (Page, "covers: [", "A%d, ", "]"),
        (Page, "terms: [", "{A%d: 1}, ", "]"),
        (Page, "title: {", "A%d: 1, ", "}"),
        (Rows, "rows: [", "[], ", "]"),
        (Rows, "rows: [", "[a], ", "]"),
    ],
)
def test_four_times_the_mistakes_take_four_times_the_work(
    model: type[BaseModel], before: str, part: str, after: str
) -> None:
    def read_so_many(count: int) -> int:
        parts = (part.replace("%d", str(number)) for number in range(count))
        record, _ = read_yaml(f"{before}{''.join(parts)}{after}", file="a.yml")
        assert record is not None
        return calls(lambda: check(record, model))

    read_so_many(1200)
    assert read_so_many(1200) < 5 * read_so_many(300)

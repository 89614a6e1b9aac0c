"""Front matter is read with its lines, or refused with one line that says where and how to mend it."""

import pytest
from kit.front_matter import LARGEST_BYTES, body_under, read


def test_body_and_lines_of_keys_count_from_the_top_of_the_file() -> None:
    front_matter, problems = read(b"---\ntitle: A\ndose:\n  sets: 2\n---\n# Body\n", file="a.md")
    assert problems == []
    assert front_matter is not None
    assert front_matter.record.data == {"title": "A", "dose": {"sets": 2}}
    assert front_matter.record.line("dose", "sets") == 4
    assert (front_matter.body, front_matter.body_line) == ("# Body\n", 6)


def test_a_file_without_front_matter_gives_an_empty_record() -> None:
    front_matter, problems = read(b"# Only a body\n", file="a.md")
    assert problems == []
    assert front_matter is not None
    assert front_matter.record.data == {}


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    front_matter, _ = read(b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\nBody\r\n", file="a.md")
    assert front_matter is not None
    assert front_matter.record.data == {"title": "A"}


def test_a_rule_between_paragraphs_is_no_second_block() -> None:
    front_matter, problems = read(b"---\ntitle: A\n---\nNote: this is prose.\n\n---\n\nMore.\n", file="a.md")
    assert problems == []
    assert front_matter is not None


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"---\na:\n\t- b\n---\n", "a.md:3: yaml: a tab is used for indentation, expected spaces."),
        (b"---\na: b: c\n---\n", "a.md:2: yaml: a colon stands inside unquoted text."),
        (b"---\na: [1\nb: 2\n---\n", "a.md:2: yaml: a bracket or brace opens here and is never closed."),
        (b"---\na: [1\n---\n", "a.md:2: yaml: a bracket or brace opens here and is never closed."),
        (b'---\na: "x\nb: 1\n---\n', "a.md:2: yaml: a quote opens here and is never closed."),
        (b"---\na: 1\na: 2\n---\n", "a.md:3: a: this key is here twice."),
        (b"---\na: &x 1\nb: *x\n---\n", "a.md:2: yaml: a value gets a name here (&x), to be used again."),
        (b"---\na: 1\n---\nb: 2\n---\n", "a.md:4: front-matter: a second block of keys starts here"),
        (b"a: 1\n---\n\nText.\n", "a.md:1: front-matter: keys stand here without a line of hyphens above them"),
        (b"---\na:1\n---\n", 'a.md:2: front-matter: a space is missing after the colon of "a"'),
        ("---\na:\u00a01\n---\n".encode(), "a.md:2: front-matter: a non-breaking space stands here"),
        (b"---\njust text\n---\n", "a.md:2: front-matter: expected lines of the form `key: value`."),
        (b"---\na: 1\n", 'a.md:1: front-matter: the opening "---" is never closed'),
        (b"---\na: 1\nb: \xff\n---\n", "a.md:3: encoding: this is not UTF-8 text."),
        (b"---\na: 1\n---\nb\n\nc\x00\n", "a.md:6: character: an invisible character (U+0000) stands here"),
        (b"---\na: 1\nb: \x1b\n---\n", "a.md:3: character: an invisible character (U+001B) stands here"),
        (b"---\ra: 1\rb: x\x0by\r---\r", "a.md:3: character: an invisible character (U+000B) stands here"),
        (b"---\na: 1\nb: 1\nreviewed: 2026-11-31\n---\n", "a.md:4: reviewed: there is no such day as 2026-11-31"),
        (b"---\ntitle: {{ x }}\n---\n", "a.md:2: yaml: a key stands in brackets or braces here"),
        (b"---\n[see this]: ../a.md\n---\n", "a.md:2: yaml: a key stands in brackets or braces here"),
        (b"x" * (LARGEST_BYTES + 1024), "a.md:1: file-size: the file has 129 kB, expected at most 128 kB."),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(raw: bytes, message: str) -> None:
    front_matter, problems = read(raw, file="a.md")
    assert front_matter is None
    assert [str(problem)[: len(message)] for problem in problems] == [message]


def test_a_body_that_is_not_there_starts_on_the_last_line() -> None:
    for raw, line in ((b"---\na: 1\n---", 3), (b"---\na: 1\n---\n", 4), (b"---\na: 1\n---\n\n", 4)):
        front_matter, _ = read(raw, file="a.md")
        assert front_matter is not None
        assert (front_matter.body.strip(), front_matter.body_line) == ("", line)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"---\nreviewed: 2026-02-30\n---\n\nWords.\n", ("\nWords.\n", 4)),
        (b"---\na: [\n...\nWords.", ("Words.\n", 4)),
        (b"Words.\n\nMore.\n", ("Words.\n\nMore.\n", 1)),
        (b"---\na: 1\n---\n", ("\n", 4)),
        (b"---\na: 1\nWords.\n", None),
        (b"\xff\xfe", None),
        (b"---\n---\n" + b"a" * 131_072, None),
    ],
)
def test_the_body_is_found_whatever_the_front_matter_says(raw: bytes, expected: tuple[str, int] | None) -> None:
    assert body_under(raw) == expected

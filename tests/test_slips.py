"""Slips one by one: the linter's words made ours, marks that stayed text, the rules of a guide, and the whole proof."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from building import SITES
from guides import guide_in
from hypothesis import given
from hypothesis import strategies as st
from kit.memory import Memory
from kit.problem import Problem
from kit.safety.source import Dialect
from kit.settings import MarkdownRules
from kit.slips.linter import RULES, VERSIONS, arguments, linter_problems
from kit.slips.page import page_slips
from kit.slips.proof import proof
from kit.slips.rules import Rules, rules_of

OURS = Rules(frozenset({"note", "danger"}), (("\u2014", "Write a comma."), ("%%", "Write one.")))
DIALECT = Dialect(("abbr", "admonition", "attr_list", "pymdownx.details"), "slips", {})
DAY = dt.date(2026, 3, 10)

# ---- The rules of a guide ----


def test_signs_that_are_never_written_are_told_in_the_order_of_the_rules() -> None:
    assert [(each.rule, each.clue, each.text) for each in OURS.never_in("a%% \u2014 b%%")] == [
        ("sign", "\u2014", '"\u2014" is not written here. Write a comma.'),
        ("sign", "%%", '"%%" is not written here. Write one.'),
    ]
    assert list(OURS.never_in("")) == []


def test_rules_come_from_the_settings() -> None:
    assert rules_of(MarkdownRules(boxes=("note",), never={"x": "y"})) == Rules(frozenset({"note"}), (("x", "y"),))
    assert {"note", "warning"} <= rules_of(MarkdownRules()).boxes


# ---- The linter ----


def linted(*said: tuple[str, str, int, str], first_line: int = 1) -> list[Problem]:
    """Return what is told when the linter says these: file, rule, line and message; it read `a` and `b`."""
    bodies = {"a": ("docs/a.md", first_line), "b": ("docs/b.md", first_line)}
    keys = ("file", "rule", "line", "message")
    return linter_problems(json.dumps([dict(zip(keys, each, strict=True)) for each in said]), bodies)


def test_the_linter_reads_our_files_by_our_rules_alone() -> None:
    told = arguments(["-x.md", "b.md"])
    assert told[-3:] == ["--", "-x.md", "b.md"]
    assert set(told[told.index("--enable") + 1].split(",")) == RULES.keys()
    assert {"check", "--no-config", "--no-cache", "json", "never"} <= set(told)
    assert told[told.index('global.flavor="mkdocs"') - 1] == "--config"


def test_what_the_linter_says_has_our_name_and_our_words_in_order() -> None:
    assert [(each.file, each.line, each.rule) for each in linted(("b", "MD025", 2, ""), ("a", "MD058", 9, ""))] == [
        ("docs/a.md", 9, "table-blank"),
        ("docs/b.md", 2, "heading-title"),
    ]


def test_the_number_of_cells_is_told_as_the_linter_counted_them() -> None:
    (told,) = linted(("a", "MD056", 3, "Table row has 3 cells, but expected 12"))
    assert told.text.startswith("cells in this row: 3, expected 12 as in the first row")


@pytest.mark.parametrize(
    "said",
    [
        ("c", "MD025", 9, ""),
        ("a", "MD999", 9, ""),
        ("a", "MD025", 4, ""),
        ("a", "MD046", 9, "expected fenced"),
    ],
)
def test_what_is_not_ours_to_tell_is_left_out(said: tuple[str, str, int, str]) -> None:
    assert linted(said, first_line=5) == []


def test_the_first_line_of_markdown_counts_and_so_does_the_word_that_matters() -> None:
    told = linted(("a", "MD025", 5, ""), ("a", "MD046", 9, "Code block is never closed"), first_line=5)
    assert [each.rule for each in told] == ["heading-title", "code-unclosed"]


def test_of_a_file_in_two_versions_nothing_else_is_told_whatever_came_first() -> None:
    told = linted(("a", "MD025", 2, ""), ("a", VERSIONS, 3, ""), ("a", "MD058", 4, ""), ("b", "MD058", 4, ""))
    assert [(each.file, each.rule) for each in told] == [("docs/a.md", "two-versions"), ("docs/b.md", "table-blank")]


@pytest.mark.parametrize("said", ["", "[]"])
def test_a_linter_that_says_nothing_has_found_nothing(said: str) -> None:
    assert linter_problems(said, {}) == []


def test_two_rules_about_one_slip_tell_it_once() -> None:
    assert len(linted(("a", "MD007", 2, ""), ("a", "MD077", 2, ""))) == 1


# ---- A page ----


def slips(body: str, *, first_line: int = 1) -> list[tuple[int, str]]:
    told = page_slips(body, DIALECT, OURS, file="docs/a.md", first_line=first_line)
    return [(each.line, each.rule) for each in told]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", []),
        ("Words.", []),
        ("a\n\n**b", [(3, "emphasis")]),
        ("b__", [(1, "emphasis")]),
        ("\\*\\*b and 2 * 3 and a_b", []),
        ("`**b`", []),
        ("!!! note\n\n    Words.", []),
        ("!!! note\n\n    ![](a.png)", []),
        ("!!! note", [(1, "box-empty")]),
        ("!!! other\n\n    Words.", [(1, "box-kind")]),
        ("??? other\n\n    Words.", [(1, "box-kind")]),
        ('!!! note "Title', [(1, "box")]),
        ("Help!!! 5%% now", [(1, "sign")]),
        ("![a \u2014 b](c.png)", [(1, "sign")]),
        ("`\u2014`", []),
        ("*[AB]: more", [(1, "abbreviation")]),
        ("AB\n\n*[AB]: more", []),
        ("<pre>\n*[AB]: more\n</pre>", []),
    ],
)
def test_a_slip_is_told_at_the_line_that_made_it(body: str, expected: list[tuple[int, str]]) -> None:
    assert slips(body) == expected


def test_lines_count_from_the_first_of_the_body_and_slips_are_sorted() -> None:
    assert slips("a \u2014 b\n\n**c\n\n*[AB]: more", first_line=10) == [
        (10, "sign"),
        (12, "emphasis"),
        (14, "abbreviation"),
    ]


def test_a_kind_of_box_that_is_nearly_one_of_ours_is_told_which() -> None:
    (told,) = page_slips("!!! danegr\n\n    Words.", DIALECT, OURS, file="a.md", first_line=1)
    assert told.text == 'there is no box "danegr", expected one of: danger, note. Did you mean "danger"?'


@given(st.text("*_!?[]:\\` \nan\u2014", max_size=30))
def test_any_body_is_read_and_each_line_is_one_of_its_own(body: str) -> None:
    lines = [line for line, _ in slips(body)]
    assert lines == sorted(lines)
    assert all(0 <= line <= body.count("\n") + 1 for line in lines)


# ---- The whole ----


def proven(data: dict[str, bytes], body: str = "Words.\n", said: str = "") -> list[tuple[str, int, str]]:
    """Return what is told of a guide of one page, `help.md`, whose body is another, which the linter read as `0`."""
    guide = guide_in(SITES / "small")
    matter = replace(guide.matters["help.md"], body=body)
    guide = replace(
        guide,
        matters={"help.md": matter},
        settings=guide.settings.model_copy(update={"markdown": MarkdownRules(never={"\u2014": "Write a comma."})}),
    )
    told = proof(guide, data, DIALECT, Memory(), today=DAY, linted=(said, {"0": "help.md"}))
    return [(each.file, each.line, each.rule) for each in told]


def test_a_sound_guide_has_no_slips() -> None:
    assert proven({}) == []
    assert proven({"a.yml": b"reviewed: 2026-03-10\n"}) == []


def test_pages_and_data_are_proofread_with_their_files_and_lines() -> None:
    data = {"a.yml": b"b: 1\nreviewed: 2026-04-01\n", "b.yml": b"a: [", "c.yml": "a: \u2014\n".encode()}
    assert proven(data, "a\n**b \u2014\n") == [
        ("docs/a.yml", 2, "reviewed"),
        ("docs/c.yml", 1, "a"),
        ("docs/help.md", 8, "emphasis"),
        ("docs/help.md", 8, "sign"),
    ]


def test_the_day_of_a_check_in_front_matter_is_held_against_today() -> None:
    guide = guide_in(SITES / "small")
    only = replace(guide, matters={"help.md": guide.matters["help.md"]})
    told = proof(only, {}, DIALECT, Memory(), today=dt.date(2026, 2, 28), linted=("", {}))
    assert [(each.line, each.rule) for each in told] == [(4, "reviewed")]


def test_what_the_linter_and_the_page_both_tell_of_a_line_is_told_once() -> None:
    said = json.dumps(
        [
            {"file": "0", "rule": "MD037", "line": 7, "message": ""},
            {"file": "0", "rule": "MD037", "line": 9, "message": ""},
            {"file": "0", "rule": "MD025", "line": 2, "message": ""},
        ]
    )
    assert proven({}, "**a\n\nb\n", said) == [("docs/help.md", 7, "emphasis"), ("docs/help.md", 9, "emphasis")]

"""What people write by mistake in YAML is refused at its line, in a sentence of its own that says how to mend it."""

import pytest
from kit.record import read_yaml

FAULTS = {
    "title: {{ x }}": "yaml: a key stands in brackets or braces here, expected a name or text. Put the whole text",
    "[see this]: ../a.md": "yaml: a key stands in brackets or braces here, expected a name or text.",
    "{a: b}: c": "yaml: a key stands in brackets or braces here, expected a name or text.",
    "? [a]": "yaml: a key stands in brackets or braces here, expected a name or text.",
    "a: !!bool abc": "yaml: a tag (!!bool) stands before a value, expected the value alone. Delete the tag, or",
    "a: !!timestamp x": "yaml: a tag (!!timestamp) stands before a value",
    "a: !!python/object/apply:os.system [ls]": "yaml: a tag (!!python/object/apply:os.system) stands before a value",
    "a: !ENV [HOME, x]": "yaml: a tag (!ENV) stands before a value",
    "a: ! 5": "yaml: a tag (!) stands before a value",
    "a: ! 1:30": "yaml: a tag (!) stands before a value",
    "!x a: 5": "yaml: a tag (!x) stands before a value",
    "a: &name 1": "yaml: a value gets a name here (&name), to be used again. Write it out in each place, or put text",
    "a: *name": "yaml: a value starts with a star (*name), which YAML takes for an alias. Put the whole text",
    "*name : 1": "yaml: a value starts with a star (*name), which YAML takes for an alias.",
    "a: *bold* words": 'yaml: a text starts with "&" or "*", which have a meaning in YAML. Put the whole text',
    "a: & so on": 'yaml: a text starts with "&" or "*", which have a meaning in YAML.',
    "a: @home": "yaml: a text starts with a sign that has a meaning in YAML. Put the whole text in",
    "a: `code`": "yaml: a text starts with a sign that has a meaning in YAML.",
    r'a: "\q"': 'yaml: a backslash in "double quotes" starts an escape that YAML does not know. Write two backslashes.',
    r'a: "\ud800"': 'yaml: a backslash in "double quotes" starts an escape that YAML does not know.',
    "a: b: c": "yaml: a colon stands inside unquoted text. Put the whole text in",
    "<<: {a: 1}": 'yaml: "<<" takes over the keys of another value, expected each key written out.',
    '"": x': "yaml: this key is empty, expected a name in front of the colon.",
    "1: x": 'yaml: YAML reads the key 1 as a number, expected a name. Put it in "double quotes".',
    "1.5: x": "yaml: YAML reads the key 1.5 as a number, expected a name.",
    "null: x": "yaml: YAML reads the key null as nothing, expected a name.",
    "on: x": "yaml: YAML reads the key on as yes or no, expected a name.",
    "2026-01-01: x": "yaml: YAML reads the key 2026-01-01 as a date, expected a name.",
    "a: {1: x}": "a: YAML reads the key 1 as a number, expected a name.",
    "reviewed: 2026-11-31": "reviewed: there is no such day as 2026-11-31, expected a date such as 2026-11-23.",
    "a: {b: [1, 2026-02-30]}": "a.b.2: there is no such day as 2026-02-30",
    "a: 0000-01-01": "a: there is no such day as 0000-01-01",
    "a: 2026-11-23 25:00:00": "a: there is no such time as 2026-11-23 25:00:00",
    "a: 2026-11-23 10:00:00 +99:00": "a: there is no such time as 2026-11-23 10:00:00 +99:00",
    "a: 1:30": 'a: YAML reads 1:30 as a number to base 60. Put it in "double quotes", or write one number.',
    "a: 1:30.5": "a: YAML reads 1:30.5 as a number to base 60.",
    "a: 0711": 'a: YAML reads 0711 as a number to base 8. Put it in "double quotes", or drop the zero.',
    f"a: {'9' * 5000}": 'a: a number of 5000 digits, expected at most 15. Put codes in "double quotes".',
    "a: 0x_": "a: 0x_ is no number to count with, expected digits.",
    "a: .inf": 'a: .inf is no number to count with, expected digits. Put text in "double quotes".',
    "a: -.INF": "a: -.INF is no number to count with",
    "a: .nan": "a: .nan is no number to count with",
    f"a: {'9' * 400}.0": f"a: {'9' * 57}... is no number to count with",
    r'a: "\a"': "a: an invisible character (U+0007) stands here, expected none. Delete it.",
    r'"\0": 1': "yaml: an invisible character (U+0000) stands here",
    "a: b\x00c": "character: an invisible character (U+0000) stands here, expected none. Delete it.",
    "a: b\x85c": "character: an invisible character (U+0085) stands here",
    "a: b\u2028c": "character: an invisible character (U+2028) stands here",
    "a: b\ud800c": "character: an invisible character (U+D800) stands here",
    "a: b\ufeffc": "character: an invisible character (U+FEFF) stands here",
    "a: b\ufffec": "character: an invisible character (U+FFFE) stands here",
    "%TAG ! b": "yaml: a directive (%TAG) stands here, expected keys and values. Delete this line.",
    "a: " + "[" * 5000: "yaml: lists and keys are nested deeper than 20 levels. Check the brackets.",
    "a: " + "{a: " * 5000: "yaml: lists and keys are nested deeper than 20 levels.",
    "a: [1": "yaml: a bracket or brace opens here and is never closed. Close it.",
    "a: {b: 1": "yaml: a bracket or brace opens here and is never closed. Close it.",
    "a: 'x": "yaml: a quote opens here and is never closed. Close it.",
    'a: "x': "yaml: a quote opens here and is never closed. Close it.",
}
"""One line of YAML each, and how the message about it starts."""

RUNS_ON = {"a: [1", "a: {b: 1", "a: 'x", 'a: "x'}
"""Faults that take the lines after them along: nothing may follow."""


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: repr(fault[:30]))
@pytest.mark.parametrize(("before", "after"), [(0, 0), (1, 0), (3, 2)])
def test_each_fault_has_one_sentence_at_its_own_line(fault: str, before: int, after: int) -> None:
    above = [f"before{number}: text" for number in range(before)]
    below = [] if fault in RUNS_ON else [f"after{number}: text" for number in range(after)]
    record, problems = read_yaml("\n".join([*above, fault, *below]) + "\n", file="a.yml", first_line=2)
    start = f"a.yml:{2 + before}: {FAULTS[fault]}"
    assert record is None
    assert [str(each)[: len(start)] for each in problems] == [start]


def test_a_second_document_is_refused_where_it_starts() -> None:
    for text in ("a: 1\n---\nb: 2\n", "a: 1\n---\n", "a: 1\n...\nb: 2\n"):
        record, problems = read_yaml(text, file="a.yml")
        assert record is None
        assert [str(each)[-31:] for each in problems] in (
            ["expected one. Delete this line."],
            ["more follows. Delete this line."],
        )
        assert problems[0].line == 2


def test_a_quote_that_runs_into_a_second_document_is_told_where_it_opens() -> None:
    assert [each.line for each in read_yaml("a: 1\nb: 'x\nc: 2\n---\n", file="a.yml")[1]] == [2]


def test_lists_in_lists_end_at_some_depth() -> None:
    good, bad = "- " * 20, "- " * 21
    assert read_yaml(good, file="a.yml")[0] is not None
    for text in (bad, "- " * 5000, "? " * 5000, "\n".join(" " * depth + "-" for depth in range(21))):
        assert read_yaml(text, file="a.yml")[0] is None
    assert [each.text for each in read_yaml(bad, file="a.yml")[1]] == [
        "lists and keys are nested deeper than 20 levels. Check the brackets."
    ]


def test_faults_of_several_lines_are_told_together() -> None:
    _, problems = read_yaml("a: .inf\nb: 2026-11-31\nb: !x 1\nc: [", file="a.yml")
    assert [(each.line, each.rule) for each in problems] == [(1, "a"), (2, "b"), (3, "b"), (3, "yaml"), (4, "yaml")]


def test_a_name_that_is_used_again_is_told_once() -> None:
    _, problems = read_yaml("a: &x 1\nb: *x\nc: *x\n", file="a.yml")
    assert [each.line for each in problems] == [1]


def test_lines_are_those_of_keys_and_of_items() -> None:
    record, _ = read_yaml("# words\na:\n  b: >\n    x\n    y\n  c:\n    - 1\n    - d: 2\n", file="a.yml", first_line=10)
    assert record is not None
    places = [(), ("a",), ("a", "b"), ("a", "c"), ("a", "c", 0), ("a", "c", 1), ("a", "c", 1, "d")]
    assert [record.line(*place) for place in places] == [11, 11, 12, 15, 16, 17, 17]

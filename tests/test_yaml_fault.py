"""Where a parser of YAML gives up, the slip of a hand that is behind it is told, at the line where it was made."""

import pytest
import yaml
from kit.yaml_fault import fault_before, syntax_fault


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: 1\n\tb: 2\n", 2, "a tab is used for indentation"),
        ("a:\u00a0b\nc: 1\n", 1, "a non-breaking space stands here"),
        ("a: \u201cx\u201d: y\n", 1, "curly quotation marks stand around a text here"),
        ("a:1\nb: 2\n", 1, 'a space is missing after the colon of "a"'),
        ("a: 'it's late'\n", 1, "an apostrophe ends the text in 'single quotes' too early"),
        ("a:\n  - {b: 1}\n  {b: 2}\n", 3, "a dash is missing in front of this entry"),
        ("a\nb: 1\n", 1, 'a colon is missing after "a"'),
        ("a:\n  b: 1\n    c: 2\n", 3, "this line stands further right than the lines around it, expected 2 spaces"),
        ("a:\n    b: 1\n  c: 2\n", 3, "this line stands further left than the lines around it, expected 4 spaces"),
        ("a: [x: y: z]\n", 1, "a colon, a comma or a bracket stands inside unquoted text between brackets"),
    ],
)
def test_a_slip_of_a_hand_is_told_at_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        list(yaml.parse(text, yaml.CSafeLoader))
    fault = syntax_fault(caught.value, text)
    assert (fault.line, fault.text[: len(said)]) == (line, said)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("%YAML 1.1\n---\na: 1\n", 1, "a directive (%YAML) stands here"),
        ("a: 1\nb: x\x07\n", 2, "an invisible character (U+0007) stands here"),
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n", 2, "a conflict between two versions is left"),
    ],
)
def test_what_is_not_worth_parsing_is_told_at_its_line(text: str, line: int, said: str) -> None:
    fault = fault_before(text)
    assert fault is not None
    assert (fault.line, fault.text[: len(said)]) == (line, said)


def test_nothing_is_wrong_with_a_text_before_it_is_parsed() -> None:
    assert fault_before("a: 100%\nb: '<<< here'\n") is None

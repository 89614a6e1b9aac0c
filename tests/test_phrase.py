"""Phrases: words of a data file with blanks, filled without ever being read twice."""

import re
from typing import Annotated

import pytest
from building import ROOT
from hypothesis import given
from hypothesis import strategies as st
from kit.phrase import Counted, Form, blanks, fill
from pydantic import TypeAdapter, ValidationError

ROWS = TypeAdapter(Annotated[str, blanks("rows", "wool")])


def refusal(text: str) -> str:
    with pytest.raises(ValidationError) as caught:
        ROWS.validate_python(text)
    return caught.value.errors()[0]["msg"].removeprefix("Value error, ")


@pytest.mark.parametrize("text", ["{rows} of {wool}", "{wool}", "no blank", "{rows}{rows}"])
def test_a_phrase_may_use_any_of_its_blanks(text: str) -> None:
    assert ROWS.validate_python(text) == text


def test_a_blank_that_nothing_fills_is_told_with_the_nearest() -> None:
    assert refusal("{row} of {wool}") == 'expected {rows} and {wool}, found {row}. Did you mean "rows"?'
    assert refusal("{minute}") == "expected {rows} and {wool}, found {minute}."
    assert refusal("{}") == "expected {rows} and {wool}, found {}."
    assert refusal("{rows!r}").startswith("expected {rows} and {wool}, found {rows!r}.")


@pytest.mark.parametrize("text", ["{rows", "rows}", "{rows} }", "{{rows}}", "{"])
def test_a_lone_brace_is_told(text: str) -> None:
    assert refusal(text) == "a brace stands alone, expected {rows} and {wool}. Close it or take it out."


def test_a_phrase_without_blanks_takes_no_braces() -> None:
    with pytest.raises(ValidationError, match=r"expected no braces, found \{rows\}\."):
        TypeAdapter(Annotated[str, blanks()]).validate_python("{rows}")


def test_an_empty_phrase_is_refused() -> None:
    assert refusal("") == "String should have at least 1 character"


def test_editors_are_told_that_a_phrase_is_text() -> None:
    assert ROWS.json_schema() == {"type": "string", "minLength": 1}


def test_blanks_are_filled_by_name() -> None:
    assert fill("{rows} of {wool}, {rows}", rows=3, wool="silk") == "3 of silk, 3"


@given(st.text(), st.text())
def test_what_is_filled_in_is_never_read_as_a_phrase(first: str, second: str) -> None:
    assert fill("<{rows}|{wool}>", rows=first, wool=second) == f"<{first}|{second}>"


def test_nothing_of_python_can_be_reached_through_a_phrase() -> None:
    with pytest.raises(KeyError):
        fill("{rows.__class__}", rows=1)


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 row"), ("1", "1 row"), (0, "0 rows"), (2, "2 rows"), (11, "11 rows"), ("1 to 2", "1 to 2 rows")],
)
def test_one_is_one_and_every_other_number_or_range_is_many(number: int | str, said: str) -> None:
    assert Counted(one="{number} row", many="{number} rows").say(number) == said


def test_a_count_needs_both_its_phrases_and_no_third() -> None:
    with pytest.raises(ValidationError):
        Counted.model_validate({"one": "{number} row"})
    with pytest.raises(ValidationError):
        Counted.model_validate({"one": "a", "many": "b", "few": "c"})


@pytest.mark.parametrize("text", ["", "a", "#12345", "#1234567", "#12345G", "#0F5C57", "#0f5c57\n", " #0f5c57"])
def test_a_text_without_its_form_is_told_what_was_expected(text: str) -> None:
    form = Form("#[0-9a-f]{6}", "a colour")
    assert form.read("#0f5c57") == "#0f5c57"
    with pytest.raises(ValueError, match="expected a colour, found ") as caught:
        form.read(text)
    assert f'"{text}"' in str(caught.value)


def test_no_model_of_the_kit_has_a_pattern_whose_form_is_not_told() -> None:
    untold = re.compile(r"Field\([^)]*\bpattern=")
    assert untold.search('Annotated[str, Field(min_length=1, pattern="[a-z]+")]')
    assert [file.name for file in (ROOT / "hooks/kit").rglob("*.py") if untold.search(file.read_text("utf-8"))] == []

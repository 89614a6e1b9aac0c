"""Entries of a list: each knows its lines, and an id has one form and one owner."""

import pytest
from kit.entry import Slug, read_entries
from kit.record import Record, check, read_yaml
from pydantic import BaseModel


class Boat(BaseModel):
    id: Slug
    oars: list[str] = []


BOATS = "- id: gig\n  oars: [ash, fir]\n- id: punt\n  oars:\n    - pole\n"


def test_a_problem_of_an_entry_is_at_the_line_of_a_key_and_named_after_it_unless_a_rule_is_given() -> None:
    entries, problems = read_entries(BOATS, Boat, file="boats.yml", id_key="id")
    assert not problems
    assert [str(entries[1].problem("too short.", *path)) for path in [("oars", 0), ("id",)]] == [
        "boats.yml:5: oars.1: too short.",
        "boats.yml:3: id: too short.",
    ]
    assert str(entries[0].problem("too short.", "oars", rule="oar-length")) == "boats.yml:2: oar-length: too short."


def test_an_id_that_is_used_twice_is_told_with_the_line_of_the_first() -> None:
    entries, problems = read_entries(b"- id: gig\n\n- id: gig\n", Boat, file="boats.yml", id_key="id")
    assert len(entries) == 1
    assert [str(each)[:52] for each in problems] == ['boats.yml:3: id-twice: "gig" is already used on line']
    assert "on line 1," in problems[0].text


@pytest.mark.parametrize("text", ["id: gig", "gig", "5", "{}x: y"])
def test_what_is_no_list_is_refused(text: str) -> None:
    entries, problems = read_entries(text, Boat, file="boats.yml", id_key="id")
    assert not entries
    assert [each.line for each in problems] == [1]


def test_a_list_that_is_not_utf_8_is_refused_at_its_line() -> None:
    entries, problems = read_entries(b"- id: gig\n- id: \xff\n", Boat, file="boats.yml", id_key="id")
    assert not entries
    assert [str(each) for each in problems] == [
        "boats.yml:2: encoding: this is not UTF-8 text. Save the file as UTF-8."
    ]


@pytest.mark.parametrize("name", ["a", "7", "side-bridge", "ada-2026-b"])
def test_small_letters_digits_and_single_hyphens_make_an_id(name: str) -> None:
    assert check(Record("a.yml", {"id": name}), Boat)[0] == Boat(id=name)


@pytest.mark.parametrize("name", ["A1", "-a", "a-", "a--b", "a b", "a_b", "é", "٣", "", "a\n"])
def test_any_other_id_is_refused_in_the_same_words(name: str) -> None:
    value, problems = check(Record("a.yml", {"id": name}, {("id",): 4}), Boat)
    assert value is None
    shown = name.replace("\n", " ")
    assert [str(each) for each in problems] == [
        f'a.yml:4: id: expected small letters, digits and single hyphens, found "{shown}".'
    ]


def test_an_editor_learns_the_form_of_an_id_from_the_schema() -> None:
    assert Boat.model_json_schema()["properties"]["id"]["pattern"] == "^[a-z0-9]+(-[a-z0-9]+)*$"


def test_an_id_of_another_type_is_asked_for_as_text() -> None:
    record, _ = read_yaml("id: 5", file="a.yml")
    assert record is not None
    assert [each.text for each in check(record, Boat)[1]] == ['expected text, found 5. Put it in "double quotes".']

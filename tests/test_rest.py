"""What is right beside what is wrong is judged too, so that all that is wrong with an entry is told at once."""

from typing import Any, Self

import pytest
from kit.record import Record, check, read_yaml, rest
from kit.rest import refuse
from pydantic import BaseModel, ConfigDict, Field, model_validator


class Sail(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    cloth: str | None = None
    paper: str | None = None
    area: int = Field(default=1, ge=1)

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.cloth is None) == (self.paper is None):
            raise ValueError("expected either cloth or paper.")
        return self


class Crew(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    names: tuple[str, ...] = ()
    ages: tuple[int, ...] = ()

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not any(self.model_dump().values()):
            raise ValueError("expected names or ages.")
        return self


class Boat(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    masts: int = Field(default=1, ge=1)
    sails: tuple[Sail, ...] = ()
    crews: dict[str, Crew] = {}
    oars: tuple[int, ...] = ()

    @model_validator(mode="after")
    def _can_move(self) -> Self:
        if self.masts > len(self.sails):
            raise ValueError("expected a sail for each mast.")
        refuse(self, ((("oars", number), "too short.") for number, each in enumerate(self.oars) if each < 2))
        return self


def told(text: str) -> list[str]:
    record, problems = read_yaml(text, file="boat.yml")
    assert not problems
    assert record is not None
    found, problems = check(record, Boat)
    assert (found is None) == bool(problems)
    return [str(each) for each in problems]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("id: gig\nsails: [{cloth: red}]", []),
        # a rule over several keys is asked although another key is wrong, here and inside of a list
        ("id: 5\nmasts: 2\nsails: [{cloth: red}]", ["1: data: expected a sail", "1: id"]),
        ("id: gig\nsails:\n  - {area: 0}", ["3: sails.1: expected either", "3: sails.1.area"]),
        ("id: gig\ncrew: []\nsails: []", ["1: data: expected a sail", "2: crew: unknown key"]),
        # a rule that finds much tells it all, each at its place
        ("id: gig\nsails: [{cloth: red}]\noars:\n  - 1\n  - 3\n  - 1", ["4: oars.1: too", "6: oars.3: too"]),
        # what is wrong is no cause for a second message
        ("id: gig\nsails: [{cloth: 5}]", ["2: sails.1.cloth"]),
        ("id: gig\nmasts: 0", ["2: masts"]),
        ("id: gig\nmasts: 9\nsails: red", ["3: sails"]),
        ("id: gig\nsails: [{cloth: red}]\ncrews:\n  night: {names: 5}", ["4: crews.night.names"]),
        ("masts: 1\nsails: [{paper: red}]", ["1: id: this key is missing"]),
    ],
)
def test_rules_are_asked_about_what_is_right_and_about_nothing_else(text: str, messages: list[str]) -> None:
    found = told(text)
    starts = [line[: len(f"boat.yml:{message}")] for line, message in zip(found, messages, strict=True)]
    assert starts == [f"boat.yml:{message}" for message in messages]


@pytest.mark.parametrize(
    ("data", "attributes"),
    [
        ({"id": "gig", "masts": 0}, {"id": "gig", "sails": (), "crews": {}, "oars": ()}),
        ({"masts": 2}, {"masts": 2, "sails": (), "crews": {}, "oars": ()}),
        ({"id": "gig", "hull": 1}, {"id": "gig", "masts": 1, "sails": (), "crews": {}, "oars": ()}),
    ],
)
def test_the_rest_has_what_is_right_and_no_attribute_for_what_is_wrong(
    data: dict[str, Any], attributes: dict[str, Any]
) -> None:
    assert vars(rest(Record("boat.yml", data), Boat)) == attributes


def test_of_what_holds_no_keys_there_is_no_rest() -> None:
    assert rest(Record("boat.yml", [1]), Boat) is None

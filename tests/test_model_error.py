"""What a model refuses is told at the key that people wrote, whatever stands between in the model."""

from typing import Annotated, Any, Literal

import pytest
from kit.key_path import Path
from kit.model_error import misspelt, path_of, reason
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError


def refuse(text: str) -> str:
    raise ValueError(f"no {text}, {{x}}.")


class Oar(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    length: int
    width_cm: float = Field(default=1, gt=0)


class Boat(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    either: Oar | list[Oar] | None = None
    named: dict[Literal["oar", "sail"], Oar] = {}
    refused: Annotated[str, AfterValidator(refuse)] = ""
    braces: Annotated[list[str], Field(max_length=1)] | Annotated[int, Field(multiple_of=7)] | None = None


def said(data: dict[str, Any]) -> set[tuple[Path, str]]:
    with pytest.raises(ValidationError) as caught:
        Boat.model_validate(data)
    paths = [(path_of(detail, data), detail) for detail in caught.value.errors()]
    return {(path, reason(detail, path, Boat)) for path, detail in paths}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            {"either": {"length": 1, "width_cm": 0}},
            {
                (("either",), "expected a list, found keys and values."),
                (("either", "width_cm"), "expected more than 0, found 0."),
            },
        ),
        (
            {"named": {"sial": {"length": 1}}},
            {(("named", "sial"), 'expected oar or sail, found "sial". Did you mean "sail"?')},
        ),
        ({"named": {"oar": {}}}, {(("named", "oar", "length"), "this key is missing. Add it.")}),
        ({"refused": "a"}, {(("refused",), "no a, {x}.")}),
        (
            {"braces": 5},
            {
                (("braces",), "Input should be a multiple of 7, found 5."),
                (("braces",), "expected a list, found 5."),
            },
        ),
        (
            {"od{}d": [1]},
            {(("od{}d",), "unknown key, expected one of: braces, either, named, refused.")},
        ),
        (
            {"named": {"oar": {"length": 1, "width": 2}}},
            {(("named", "oar", "width"), 'unknown key, expected one of: length, width_cm. Did you mean "width_cm"?')},
        ),
    ],
)
def test_an_error_is_at_its_key_whatever_stands_between_in_the_model(
    data: dict[str, Any], expected: set[tuple[Path, str]]
) -> None:
    assert said(data) == expected


def test_a_key_that_is_only_misspelt_is_known_by_its_right_name() -> None:
    data = {"named": {"oar": {"lenght": 1}, "sail": {"weight": 1}}}
    with pytest.raises(ValidationError) as caught:
        Boat.model_validate(data)
    wrong = [(path_of(detail, data), detail) for detail in caught.value.errors()]
    assert misspelt(wrong, Boat) == {("named", "oar", "length")}

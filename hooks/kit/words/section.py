"""A section: words that belong together, and the checks that none is missing and none is unknown."""

from typing import Any, TypeVar, get_args

from kit.problem import did_you_mean
from pydantic import AfterValidator, BaseModel, ConfigDict

Value = TypeVar("Value")


def among(names: Any) -> AfterValidator:  # noqa: ANN401 a Literal
    """Return the check that a text is one of the names of a Literal."""
    wanted = [str(name) for name in get_args(names)]

    def known(name: str) -> str:
        if name not in wanted:
            raise ValueError(f'expected {", ".join(wanted)}, found "{name}".{did_you_mean(name, wanted)}')
        return name

    return AfterValidator(known)


def every(names: Any) -> AfterValidator:  # noqa: ANN401 a Literal
    """Return the check that a mapping has a value for each name of a Literal."""
    wanted = [str(name) for name in get_args(names)]

    def whole(found: dict[str, Value]) -> dict[str, Value]:
        if missing := [name for name in wanted if name not in found]:
            added = ", ".join(f'"{name}"' for name in missing)
            raise ValueError(f"expected all of {', '.join(wanted)}. Add {added}.")
        return found

    return AfterValidator(whole)


class Section(BaseModel):
    """Words that belong together."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", protected_namespaces=())

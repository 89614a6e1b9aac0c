"""A phrase: words of a data file with named blanks in braces, such as `Version {version}, {date}`; texts of a form."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from kit.problem import did_you_mean, shortened
from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

BLANK = re.compile(r"\{([^{}]*)\}")
Text = Annotated[str, Field(min_length=1)]


@dataclass(frozen=True)
class Blanks:
    """The blanks that a phrase may have; reads text and refuses any other brace."""

    names: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the reader of a phrase: pydantic calls this."""
        return core_schema.no_info_after_validator_function(self.read, core_schema.str_schema(min_length=1))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return what an editor checks."""
        return {"type": "string", "minLength": 1}

    def read(self, text: str) -> str:
        """Return the text; raise ValueError when it has a blank that nothing fills, or a lone brace."""
        expected = f"expected {' and '.join(f'{{{name}}}' for name in self.names) or 'no braces'}"
        for found in BLANK.findall(text):
            if found not in self.names:
                raise ValueError(f"{expected}, found {{{found}}}.{did_you_mean(found, self.names)}")
        if set("{}") & set(BLANK.sub("", text)):
            raise ValueError(f"a brace stands alone, {expected}. Close it or take it out.")
        return text


@dataclass(frozen=True)
class Form:
    """The form of a text: the pattern that all of it has to fit, and the words that say what is expected."""

    pattern: str
    expected: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the reader of such a text: pydantic calls this."""
        return core_schema.no_info_after_validator_function(self.read, core_schema.str_schema())

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return what an editor checks."""
        return {"pattern": f"^{self.pattern}$", "type": "string"}

    def read(self, text: str) -> str:
        """Return the text; raise ValueError when it does not have the form."""
        if re.fullmatch(self.pattern, text) is None:
            raise ValueError(f'expected {self.expected}, found "{shortened(text)}".')
        return text


def blanks(*names: str) -> Blanks:
    """Return the reader of phrases that may have these blanks."""
    return Blanks(names)


def fill(phrase: str, /, **values: object) -> str:
    """Return the phrase with its blanks filled; what is filled in is never read as a phrase itself."""
    return BLANK.sub(lambda match: str(values[match[1]]), phrase)


class Counted(BaseModel):
    """A phrase about a number: `one` for exactly one, `many` for any other."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    one: Annotated[str, blanks("number")]
    many: Annotated[str, blanks("number")]

    def say(self, number: int | str) -> str:
        """Return the phrase with a number, or a range of them in words, in it."""
        return fill(self.one if str(number) == "1" else self.many, number=number)

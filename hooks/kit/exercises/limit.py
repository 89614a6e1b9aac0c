"""The most words that a text of an exercise may have."""

from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True)
class Limit:
    """Text of a limited number of words."""

    most: int

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the reader of such text: pydantic calls this."""
        return core_schema.no_info_after_validator_function(self.read, core_schema.str_schema(min_length=1))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return what an editor checks: words with blanks between them."""
        pattern = rf"^\s*(\S+\s+){{0,{self.most - 1}}}\S+\s*$"
        return {"type": "string", "pattern": pattern, "description": f"At most {self.most} words."}

    def read(self, text: str) -> str:
        """Return the text; raise ValueError when it has too many words."""
        if (found := count_words(text)) > self.most:
            raise ValueError(f"expected at most {self.most} words, found {found}. Say it shorter.")
        return text


def count_words(text: str) -> int:
    """Return the number of words with a letter or digit, as a reader counts them."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())

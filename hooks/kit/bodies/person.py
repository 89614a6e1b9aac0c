"""The people in the figures: build, hair, age and clothes. The same person goes through all frames of one card."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Literal

from pydantic import BaseModel, ConfigDict

Hair = Literal["short", "bun", "bald", "bob", "curly", "scarf"]


class Person(BaseModel):
    """How one person looks; colours are the names of classes in the style sheet."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)

    hair: Hair
    skin: Literal["a", "b", "c", "d"]
    hair_colour: Literal["black", "brown", "grey", "white", "scarf"]
    clothes: Literal["a", "b", "c", "d", "e", "f"]
    girth: float = 1.0
    belly: float = 1.0
    chest: float = 1.0
    beard: bool = False
    long_sleeves: bool = False


PEOPLE: Mapping[str, Person] = {
    "ada": Person(hair="bun", skin="d", hair_colour="black", clothes="a", chest=1.12),
    "ben": Person(hair="bald", skin="a", hair_colour="white", clothes="b", girth=1.06, belly=1.35, beard=True),
    "mei": Person(hair="bob", skin="b", hair_colour="grey", clothes="c", girth=0.94, chest=1.1, long_sleeves=True),
    "omar": Person(hair="short", skin="c", hair_colour="black", clothes="d", beard=True),
    "rosa": Person(hair="curly", skin="b", hair_colour="brown", clothes="e", girth=1.12, belly=1.25, chest=1.2),
    "zara": Person(hair="scarf", skin="c", hair_colour="scarf", clothes="f", girth=1.03, chest=1.12, long_sleeves=True),
}
"""Six people of several ages, builds and backgrounds; no name is shown to readers."""


def person_named(name: str | None, *, otherwise: str) -> Person:
    """Return the person of a name; without one, somebody who is always the same for the same text `otherwise`."""
    if name is None:
        names = sorted(PEOPLE)
        name = names[sha256(otherwise.encode()).digest()[0] % len(names)]
    return PEOPLE[name]

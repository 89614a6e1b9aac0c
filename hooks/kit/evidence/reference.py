"""A reference: one source, with what a reader needs to find it and what kind of study it is."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from kit.entry import Entries, Slug, read_entries
from kit.phrase import Text
from kit.problem import Problem
from kit.record import Once
from kit.words.names import SourceKind
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

DOI = re.compile(r"10\.\d{4,9}/\S+")
WEB = re.compile(r"https?://[^\s/]+\.[^\s/]\S*")
BARE_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
ISBN = re.compile(r"[0-9]{9}[0-9X]|97[89][0-9]{10}")
OLD_ISBN = 10
PERSON = re.compile(r"^\w[\w'-]*( \w[\w'-]*)* [A-Z]{1,4}$")


def _doi(text: str) -> str:
    if not DOI.fullmatch(text):
        bare = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", text.strip(), flags=re.IGNORECASE)
        hint = f' Did you mean "{bare}"?' if bare != text and DOI.fullmatch(bare) else ""
        raise ValueError(f'"{text}" is no DOI, expected a form such as 10.1136/bjsports-2020-102955.{hint}')
    return text


def _isbn(text: str) -> str:
    """Return an ISBN whose last digit agrees with the others, as ISO 2108 has it for 13 digits and before for 10."""
    marks = re.sub(r"(?<=\w)[- ](?=\w)", "", text)
    values = [10 if mark == "X" else int(mark) for mark in marks] if ISBN.fullmatch(marks) else []
    if not values:
        raise ValueError(f'"{text}" is no ISBN, expected 13 digits, or the 10 of an old book, with or without hyphens.')
    weights, whole = (range(10, 0, -1), 11) if len(values) == OLD_ISBN else ([1, 3] * 6 + [1], 10)
    if sum(weight * value for weight, value in zip(weights, values, strict=True)) % whole:
        raise ValueError(
            f'"{text}" is no ISBN: its last digit does not agree with the others. Compare it with the book.'
        )
    return text


def _https(text: str) -> str:
    if re.search(r"\s", text):
        raise ValueError(f'"{text}" is no web address: it has a space, expected none. Take it out, or write "%20".')
    if not WEB.fullmatch(text):
        raise ValueError(f'"{text}" is no web address, expected one that starts with https://.')
    if not _has_a_port(text):
        raise ValueError(f'"{text}" is no web address: no port is like that, expected 1 to 65535.')
    if BARE_PERCENT.search(text):
        raise ValueError(f'"{text}" is no web address: its "%" starts no escape, expected "%25".')
    return text


def _has_a_port(address: str) -> bool:
    """Return whether an address names a port that there can be, or none, which stands for the usual one."""
    try:
        return urlsplit(address).port != 0
    except ValueError:
        return False


class Reference(BaseModel):
    """One source. `verified` says that its own page, its record or a stored copy was opened and agrees."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", strict=True)

    key: Slug
    authors: Annotated[list[Text], Once, Field(max_length=20)]
    more_authors: bool = False
    year: int | None = Field(default=None, ge=1800, le=2100)
    updated: int | None = Field(default=None, ge=1800, le=2100)
    title: Text
    journal: Text
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    number: str | None = None
    isbn: Annotated[str, AfterValidator(_isbn)] | None = None
    doi: Annotated[str, AfterValidator(_doi)] | None = None
    url: Annotated[str, AfterValidator(_https)] | None = None
    kind: SourceKind
    verified: bool
    note: str | None = None

    @property
    def link(self) -> str | None:
        """Return the address to link to: none for a source that was only seen second-hand."""
        if not self.verified:
            return None
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def published_in(self) -> str:
        """Return the journal with volume, issue and pages: `Lancet 404(10448):134-144`."""
        volume = f" {self.volume}" if self.volume else ""
        issue = f"({self.issue})" if self.issue else ""
        pages = f":{self.pages}" if self.pages else ""
        number = f", {self.number}" if self.number else ""
        return f"{self.journal}{volume}{issue}{pages}{number}"


def read_references(source: str | bytes, *, file: str) -> tuple[Entries[Reference], list[Problem]]:
    """Return every reference of a YAML list that reads well, with a problem for each that does not."""
    return read_entries(source, Reference, file=file, id_key="key")

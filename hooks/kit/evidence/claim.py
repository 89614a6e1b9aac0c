"""A claim: something the source article says, the verdict on it, and what is said instead."""

from collections.abc import Mapping, Sequence

from kit.entry import Entries, Slug, read_entries
from kit.phrase import Text
from kit.problem import Problem
from kit.words.names import Certainty, Verdict
from pydantic import BaseModel, ConfigDict, Field


class Claim(BaseModel):
    """One claim with its verdict, how sure that verdict is, the reasons, and what is said instead."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", strict=True)

    id: Slug
    section: Slug
    gist: Text
    verdict: Verdict
    certainty: Certainty
    evidence: Text
    say: Text
    sources: list[Slug]
    exercise: Slug | None = None
    conflicts_with: list[Slug] = []


class Fact(BaseModel):
    """A fact that the site adds to the claims, with its sources."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", strict=True)

    id: Slug
    fact: Text
    sources: list[Slug] = Field(min_length=1)


def read_claims(source: str | bytes, *, file: str) -> tuple[Entries[Claim], list[Problem]]:
    """Return every claim of a YAML list that reads well, with a problem for each that does not."""
    return read_entries(source, Claim, file=file, id_key="id")


def read_facts(source: str | bytes, *, file: str) -> tuple[Entries[Fact], list[Problem]]:
    """Return every fact of a YAML list that reads well, with a problem for each that does not."""
    return read_entries(source, Fact, file=file, id_key="id")


def disagreement(phrase: str, claim: Claim, phrases: Mapping[str, Sequence[str]]) -> str | None:
    """Return what is wrong with one of the evidence phrases beside a claim, or None when the two agree.

    `phrases` are those that a page may use beside a claim, by verdict; a verdict without any allows them all.
    """
    said = " ".join(phrase.split()).casefold()
    every = {each for some in phrases.values() for each in some}
    allowed = phrases.get(claim.verdict) or sorted(every)
    if said not in every or said in allowed:
        return None
    expected = " or ".join(f'"{word}"' for word in allowed)
    return f'the page says "{said}", but the ledger marks "{claim.id}" {claim.verdict}, expected {expected}.'

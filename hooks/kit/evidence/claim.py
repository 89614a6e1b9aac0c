"""A claim: something the source article says, the verdict on it, and what is said instead."""

from typing import Annotated, Literal

from kit.entry import SLUG, Entry, read_entries
from kit.problem import Problem
from pydantic import BaseModel, ConfigDict, Field

Slug = Annotated[str, Field(pattern=SLUG)]
Text = Annotated[str, Field(min_length=1)]
Verdict = Literal["supported", "partly-supported", "unsupported", "contradicted", "safety-advice", "definition"]
Certainty = Literal["high", "moderate", "low"]

PHRASES: dict[Verdict, tuple[str, ...]] = {
    "supported": ("helps", "may help"),
    "partly-supported": ("may help", "we do not know"),
    "unsupported": ("we do not know", "does not help"),
    "contradicted": ("does not help",),
}
"""The phrases that a page may use beside a claim, for each verdict about what works."""

VERDICT_WORDS: dict[Verdict, str] = {
    "supported": "Supported",
    "partly-supported": "Partly supported",
    "unsupported": "No good evidence",
    "contradicted": "Evidence says otherwise",
    "safety-advice": "Safety advice",
    "definition": "Definition",
}
"""What readers see for each verdict, in the order in which totals are shown."""

ALL_PHRASES = frozenset(phrase for phrases in PHRASES.values() for phrase in phrases)


class Claim(BaseModel):
    """One claim with its verdict, how sure that verdict is, the reasons, and what is said instead."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

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

    @property
    def verdict_words(self) -> str:
        """Return the verdict as readers see it."""
        return VERDICT_WORDS[self.verdict]


class Fact(BaseModel):
    """A fact that the site adds to the claims, with its sources."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    id: Slug
    fact: Text
    sources: list[Slug] = Field(min_length=1)


def read_claims(source: str | bytes, *, file: str) -> tuple[tuple[Entry[Claim], ...], list[Problem]]:
    """Return every claim of a YAML list that reads well, with a problem for each that does not."""
    return read_entries(source, Claim, file=file, id_key="id")


def read_facts(source: str | bytes, *, file: str) -> tuple[tuple[Entry[Fact], ...], list[Problem]]:
    """Return every fact of a YAML list that reads well, with a problem for each that does not."""
    return read_entries(source, Fact, file=file, id_key="id")


def disagreement(phrase: str, claim: Claim) -> str | None:
    """Return what is wrong with one of the evidence phrases beside a claim, or None when the two agree."""
    said = " ".join(phrase.split()).casefold()
    allowed = PHRASES.get(claim.verdict, tuple(sorted(ALL_PHRASES)))
    if said not in ALL_PHRASES or said in allowed:
        return None
    expected = " or ".join(f'"{word}"' for word in allowed)
    return f'the page says "{said}", but the ledger marks "{claim.id}" {claim.verdict}, expected {expected}.'

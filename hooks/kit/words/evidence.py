"""The words of the evidence: notes, sources, the list of claims, and the charts."""

from typing import Annotated

from kit.phrase import Counted, Text, blanks
from kit.words.names import Certainty, SourceKind, Verdict
from kit.words.section import Section, among, every
from pydantic import Field

Short = Annotated[str, Field(min_length=1, max_length=36)]
"""What stands in a chart, on one line."""


class EvidenceWords(Section):
    """The labels of notes, sources and the list of claims."""

    notes: Text
    cited: Annotated[str, blanks("text", "number")]
    note: Annotated[str, blanks("number")]
    article_says: Text
    we_say: Text
    where_from: Text
    no_source: Text
    in_the_list: Text
    close: Text
    sources: Text
    more_sources: Counted
    treated: Counted
    second_hand: Text
    no_date: Text
    updated: Annotated[str, blanks("year")]
    open_source: Text
    as_table: Text
    not_shown: Text
    source: Text
    totals: Counted
    totals_summary: Annotated[str, blanks("counts")]
    totals_columns: Annotated[tuple[Short, ...], Field(min_length=2, max_length=2)]
    none: Text
    every_claim: Text
    jump: Text
    facts: Text
    facts_told: Text
    filter: Text
    verdict: Text
    all_verdicts: Text
    part: Text
    all_parts: Text
    show_all: Text
    open_all: Text
    shown: Annotated[str, blanks("shown", "number")]
    why: Text
    say: Text
    read_more: Text
    exercise: Text
    also_says: Text
    claim_sources: Text
    found_none: Text
    used_by: Annotated[str, blanks("entries", "pages")]
    entries: Counted
    pages: Counted
    pages_list: Text
    take: Text
    take_told: Annotated[str, blanks("csl", "bibtex")]
    heading_link: Text
    claim_link: Text
    authors_unknown: Text
    and_others: Annotated[str, blanks("names")]
    certainty: Annotated[dict[Annotated[str, among(Certainty)], Text], every(Certainty)]
    verdicts: Annotated[dict[Annotated[str, among(Verdict)], Short], every(Verdict)]
    phrases: dict[Annotated[str, among(Verdict)], tuple[Text, ...]]
    kinds: Annotated[dict[Annotated[str, among(SourceKind)], Counted], every(SourceKind)]

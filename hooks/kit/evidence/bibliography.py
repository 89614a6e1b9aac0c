"""A bibliography: references as CSL-JSON and BibTeX, for people who cite them elsewhere."""

import json
import re
from collections.abc import Iterable
from typing import Any

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from kit.evidence.reference import PERSON, Reference
from kit.phrase import fill
from kit.words.evidence import EvidenceWords

BIBTEX_TYPES = {
    "article-journal": "article",
    "book": "book",
    "report": "techreport",
    "webpage": "misc",
    "dataset": "misc",
}


def csl_json(references: Iterable[Reference], words: EvidenceWords) -> str:
    """Return the references as CSL-JSON (schema 1.0.2), sorted by id."""
    items = [_csl(reference, words) for reference in _sorted(references)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def bibtex(references: Iterable[Reference], words: EvidenceWords) -> str:
    """Return the references as BibTeX in UTF-8, sorted by key."""
    return write_string(Library([_entry(reference, words) for reference in _sorted(references)])).strip() + "\n"


def _sorted(references: Iterable[Reference]) -> list[Reference]:
    return sorted(references, key=lambda reference: reference.key)


def _type(reference: Reference) -> str:
    """Return the CSL type of a source, from its kind and from how it was published."""
    if reference.kind == "dataset":
        return "dataset"
    if reference.volume or reference.number or (reference.doi and reference.kind != "guideline"):
        return "article-journal"
    if reference.kind in {"official-page", "standard"} or (reference.kind == "reference-work" and reference.url):
        return "webpage"
    return {"reference-work": "book", "guideline": "report"}.get(reference.kind, "article-journal")


def _csl(reference: Reference, words: EvidenceWords) -> dict[str, Any]:
    kind = _type(reference)
    authors = [_name(author) for author in reference.authors]
    home = "publisher" if kind in {"book", "report"} else "container-title"
    fields = {
        "id": reference.key,
        "type": kind,
        "author": [*authors, {"literal": "et al."}] if reference.more_authors else authors,
        "issued": {"date-parts": [[reference.year]]} if reference.year else None,
        "title": reference.title,
        home: reference.journal,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
        "number": reference.number,
        "ISBN": reference.isbn,
        "DOI": reference.doi if reference.verified else None,
        "URL": reference.url if reference.verified else None,
        "note": _note(reference, words),
    }
    return {name: value for name, value in fields.items() if value}


def _name(author: str) -> dict[str, str]:
    if not PERSON.match(author):
        return {"literal": author}
    family, _, initials = author.rpartition(" ")
    return {"family": family, "given": " ".join(f"{letter}." for letter in initials)}


def _entry(reference: Reference, words: EvidenceWords) -> Entry:
    kind = BIBTEX_TYPES[_type(reference)]
    home = {"article": "journal", "book": "publisher", "techreport": "institution"}.get(kind, "howpublished")
    authors = [author if PERSON.match(author) else f"{{{_escaped(author)}}}" for author in reference.authors]
    authors = [re.sub(r"^(.*) ([A-Z]+)$", _initials, author) for author in authors]
    fields = {
        "author": " and ".join([*authors, "others"] if reference.more_authors else authors),
        "title": f"{{{_escaped(reference.title)}}}",
        home: _escaped(reference.journal),
        "year": str(reference.year or ""),
        "volume": _escaped(reference.volume or ""),
        "number": _escaped(reference.issue or reference.number or ""),
        "pages": _escaped(reference.pages or "").replace("-", "--"),
        "isbn": reference.isbn or "",
        "doi": reference.doi if reference.verified else None,
        "url": reference.url if reference.verified else None,
        "note": _escaped(_note(reference, words)),
    }
    return Entry(kind, reference.key, [Field(name, value) for name, value in fields.items() if value])


def _initials(name: re.Match[str]) -> str:
    return f"{name[1]}, {' '.join(f'{letter}.' for letter in name[2])}"


def _note(reference: Reference, words: EvidenceWords) -> str:
    seen = "" if reference.verified else words.second_hand
    updated = f"({fill(words.updated, year=reference.updated)})" if reference.updated else ""
    return " ".join(part for part in (reference.note or "", seen, updated) if part)


def _escaped(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text)

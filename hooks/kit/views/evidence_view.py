"""What pages show of their evidence, in ready words: notes, sources, charts, and the pages of the ledger."""

from collections.abc import Collection, Mapping
from typing import Any

from kit.evidence.chart import Chart, draw
from kit.evidence.claim import Claim
from kit.evidence.ledger import totals
from kit.evidence.reference import Reference
from kit.evidence.treatment import Foot
from kit.guide import EVIDENCE, EXERCISES, Guide
from kit.phrase import fill
from kit.views.place import address, places
from kit.words.evidence import EvidenceWords
from markupsafe import Markup

OPEN_OF_MANY, OPEN_OF_FEW = 5, 7
"""A long list is a wall: of more than seven, the newest five stand open and the rest are one tap away."""
CLAIMS, REFERENCES = f"{EVIDENCE}/index.md", f"{EVIDENCE}/references.md"


def foot_view(guide: Guide, foot: Foot, words: EvidenceWords) -> dict[str, Any]:
    """Return the notes, the sources and the treated claims of one page."""
    shown = OPEN_OF_MANY if len(foot.sources) > OPEN_OF_FEW else OPEN_OF_FEW
    sources = [_source(each, words) for each in foot.sources]
    return {
        "notes": [
            {
                "number": note.number,
                "label": note.label,
                "name": fill(words.note, number=note.number),
                "words": note.words,
                "claim": _claim(note.claim, words) if note.claim else None,
                "sources": [_source(each, words) for each in note.sources],
                "uri": _entry(guide, note.label),
            }
            for note in foot.notes
        ],
        "open": sources[:shown],
        "rest": sources[shown:],
        "more": words.more_sources.say(len(sources) - shown),
        "start": shown + 1,
        "claims": [_claim(claim, words) | {"uri": _entry(guide, claim.id)} for claim in foot.claims],
        "treated": words.treated.say(len(foot.claims)),
    }


def chart_view(guide: Guide, chart: Chart, words: EvidenceWords) -> dict[str, Any]:
    """Return a chart: its drawing (SVG, to be shown as it is), the same as a table, and its sources."""
    return {
        "kind": chart.kind,
        "title": chart.title,
        "drawing": Markup(draw(chart)),  # noqa: S704 our own drawing
        "columns": chart.columns,
        "rows": chart.table,
        "not_shown": chart.not_shown,
        "sources": [_short(guide, each, words) for each in guide.ledger.sources(chart.cites)],
    }


def ledger_view(
    guide: Guide, uses: Mapping[str, Collection[str]], words: EvidenceWords, titles: Mapping[str, str]
) -> dict[str, Any]:
    """Return the page of all claims and facts; `uses` are the pages on which each is treated, cited or drawn."""
    ledger, names = guide.ledger, guide.settings.evidence.sections
    chart = totals(ledger, words)
    sections = [
        {
            "id": section,
            "title": names.get(section) or section.replace("-", " ").capitalize(),
            "count": len(claims),
            "claims": [_entry_of_claim(guide, claim, uses, words, titles) for claim in claims],
        }
        for section, claims in ledger.sections
    ]
    facts = [
        {
            "id": label,
            "text": entry.value.fact,
            "sources": [_short(guide, each, words) for each in ledger.sources([label])],
            "pages": places(guide, uses.get(label, ()), titles),
        }
        for label, entry in ledger.facts.items()
    ]
    verdicts = [{"id": row.tone, "label": row.label, "count": row.words} for row in chart.rows]
    return {"totals": chart_view(guide, chart, words), "verdicts": verdicts, "sections": sections, "facts": facts}


def references_view(
    guide: Guide, uses: Mapping[str, Collection[str]], words: EvidenceWords, titles: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return every reference by kind, the newest first, each with the claims and pages that use it."""
    return [
        {
            "id": kind,
            "title": words.kinds[kind].many,
            "references": [
                _source(each, words)
                | {
                    "id": each.key,
                    "published_in": each.published_in,
                    "year": each.year or words.no_date,
                    "updated": fill(words.updated, year=each.updated) if each.updated else "",
                    "link_text": f"doi:{each.doi}" if each.doi else words.open_source,
                    "note": each.note,
                }
                | _used(guide, each.key, uses, words, titles)
                for each in group
            ],
        }
        for kind, group in guide.ledger.by_kind(words.kinds)
    ]


def _entry_of_claim(
    guide: Guide, claim: Claim, uses: Mapping[str, Collection[str]], words: EvidenceWords, titles: Mapping[str, str]
) -> dict[str, Any]:
    practice = [f"{EXERCISES}/{claim.exercise}.md"] if claim.exercise else []
    return _claim(claim, words) | {
        "id": claim.id,
        "evidence": claim.evidence,
        "say": claim.say,
        "pages": places(guide, uses.get(claim.id, ()), titles),
        "exercise": places(guide, practice, titles),
        "conflicts": [
            {"id": other, "gist": guide.ledger.claims[other].value.gist}
            for other in claim.conflicts_with
            if other in guide.ledger.claims
        ],
        "sources": [_short(guide, each, words) for each in guide.ledger.sources([claim.id])],
    }


def _used(
    guide: Guide, key: str, uses: Mapping[str, Collection[str]], words: EvidenceWords, titles: Mapping[str, str]
) -> dict[str, Any]:
    """Return what rests on a reference, and the pages that use it or any of that."""
    resting = guide.ledger.resting_on(key)
    pages = sorted({uri for label in (key, *resting) for uri in uses.get(label, ())} & guide.addresses.keys())
    count = {"entries": words.entries.say(len(resting)), "pages": words.pages.say(len(pages))}
    return {
        "used": fill(words.used_by, **count),
        "rests": [_resting(guide, label, words) for label in resting],
        "pages": places(guide, pages, titles),
    }


def _resting(guide: Guide, label: str, words: EvidenceWords) -> dict[str, Any]:
    claim = guide.ledger.claims[label].value if label in guide.ledger.claims else None
    text = claim.gist if claim else guide.ledger.facts[label].value.fact
    return {"uri": _entry(guide, label), "text": text, "claim": _claim(claim, words) if claim else None}


def _claim(claim: Claim, words: EvidenceWords) -> dict[str, str]:
    return {
        "gist": claim.gist,
        "verdict": claim.verdict,
        "verdict_words": words.verdicts[claim.verdict],
        "certainty": words.certainty[claim.certainty],
    }


def _source(reference: Reference, words: EvidenceWords) -> dict[str, Any]:
    return {
        "year": reference.updated or reference.year or words.no_date,
        "link": reference.link,
        "title": reference.title,
        "stop": "" if reference.title[-1] in ".?!" else ".",
        "byline": byline(reference, words),
        "kind": words.kinds[reference.kind].one,
        "verified": reference.verified,
    }


def _short(guide: Guide, reference: Reference, words: EvidenceWords) -> dict[str, str | None]:
    """Return the shortest form of a source: who and when, or who and what for a page that advises."""
    after = f", {reference.year}" if reference.year else ""
    if reference.kind == "official-page":
        after = f": {reference.title}"
    return {"uri": _entry(guide, reference.key), "text": f"{byline(reference, words)}{after}"}


def byline(reference: Reference, words: EvidenceWords) -> str:
    """Return the authors as a reader expects them: `Bull FC and others`."""
    names = ", ".join(reference.authors) or words.authors_unknown
    return fill(words.and_others, names=names) if reference.more_authors else names


def _entry(guide: Guide, label: str) -> str | None:
    """Return where an entry of the ledger stands; None where the guide has no such page."""
    page = REFERENCES if label in guide.ledger.references else CLAIMS
    return f"{address(guide, page)}#{label}" if page in guide.addresses else None

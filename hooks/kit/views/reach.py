"""Reach: a key of everything that a page shows, so that a preview makes again only the pages that a change reaches."""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from kit.guide import CARDS, CHARTS, EVIDENCE, EXERCISES, FIGURES, GLOSSARY, QUESTIONS, TODAY, Guide
from kit.pictures import Pictures
from kit.views.exercise_view import exercise_view, gallery_view
from kit.views.place import title_of
from kit.views.question_view import about_view, index_view, question_view
from kit.views.today_view import today_view


def reaches(guide: Guide, pictures: Pictures, *, frame: Iterable[str], made: Mapping[str, str]) -> Mapping[str, str]:
    """Return a key for each page by path; it changes when anything does that the page shows.

    `frame` are the texts that stand behind every page (templates, settings); `made` are generated pages by path.
    """
    shared = _key(
        [
            *frame,
            guide.words,
            guide.settings,
            guide.pages.get(GLOSSARY),
            [(uri, title_of(guide, uri)) for uri in guide.addresses],
        ]
    )
    found = {uri: _key([shared, *_own(guide, pictures, uri)]) for uri in guide.addresses}
    return found | {uri: _key([shared, text, _exercise_behind(guide, uri)]) for uri, text in made.items()}


def _own(guide: Guide, pictures: Pictures, uri: str) -> Iterator[Any]:
    """Yield what a page shows besides that which all of them do."""
    matter = guide.matters.get(uri)
    yield [matter.record.data, matter.body] if matter else None
    yield about_view(guide).get(uri)
    treated = guide.treatments.get(uri)
    labels = treated.labels if treated else ()
    yield [_entry(guide, label) for label in labels]
    yield guide.ledger.sources(labels)
    body = matter.body if matter else ""
    yield [drawn.html for name, drawn in pictures.diagrams.items() if f"{FIGURES}/{name}.svg" in body]
    yield [entry.value for name, entry in guide.ledger.charts.items() if f"{CHARTS}/{name}.svg" in body]
    page = guide.pages.get(uri)
    shown = pictures.diagrams.get(page.figure) if page and page.figure else None
    yield shown.html if shown else None
    folder, _, name = uri.rpartition("/")
    slug = name.removesuffix(".md")
    if folder == EXERCISES and slug in guide.catalogue.exercises:
        exercise = guide.catalogue.exercises[slug]
        yield [exercise_view(guide, slug, {}), _figures(pictures, [slug, *exercise.easier, *exercise.harder])]
    elif uri == f"{EXERCISES}/index.md":
        yield [gallery_view(guide), _figures(pictures, guide.catalogue.exercises)]
    elif folder == QUESTIONS:
        yield [question_view(guide, uri, {}), index_view(guide) if name == "index.md" else None]
    elif uri.startswith(f"{TODAY}/"):
        yield today_view(guide, uri, {})
    elif folder == EVIDENCE:
        yield [guide.uses, [_entry(guide, label) for label in sorted(guide.ledger.labels)]]
    elif uri == f"{CARDS}/index.md":
        yield [guide.decks, guide.plan, guide.log, guide.signs, dict(guide.catalogue.exercises)]


def _figures(pictures: Pictures, slugs: Iterable[str]) -> list[Any]:
    names = tuple(f"{slug}-" for slug in slugs)
    album = pictures.album
    return [
        [svg for name, svg in album.screen.items() if name.startswith(names)],
        [html for slug, html in album.motions.items() if f"{slug}-" in names],
    ]


def _entry(guide: Guide, label: str) -> Any:  # noqa: ANN401 a claim, a fact or a reference
    ledger = guide.ledger
    found = ledger.claims.get(label) or ledger.facts.get(label) or ledger.references.get(label)
    return found.value if found else None


def _exercise_behind(guide: Guide, uri: str) -> object:
    return guide.catalogue.exercises.get(uri.rpartition("/")[2].removesuffix(".md"))


def _key(parts: list[Any]) -> str:
    return sha256(json.dumps(parts, default=repr, sort_keys=True).encode()).hexdigest()

"""What the index of a FAQ is made into: navigation, lists for templates, addresses of old, and open data."""

import json
from collections.abc import Mapping

from kit.navigation import Nav
from kit.questions.faq import Faq
from kit.questions.question import Question


def navigation(faq: Faq) -> Nav:
    """Return the questions as entries of the navigation, theme by theme."""
    return [
        {section.theme.title: [{entry.question.question: faq.uri(entry.question)} for entry in section.entries]}
        for section in faq.sections
    ]


def related(faq: Faq) -> dict[str, tuple[Question, ...]]:
    """Return for each page that questions relate to those questions, in the order of the index."""
    pages: dict[str, list[Question]] = {}
    for asked in faq.questions:
        for page in asked.related:
            pages.setdefault(page, []).append(asked)
    return {page: tuple(found) for page, found in sorted(pages.items())}


def moved(faq: Faq) -> dict[str, Question]:
    """Return the question that each alias, an id of old or another name for it, leads to."""
    return {alias: asked for asked in sorted(faq.questions, key=lambda each: each.id) for alias in asked.aliases}


def to_json(faq: Faq, *, addresses: Mapping[str, str], licence: str | None) -> str:
    """Return the questions as open data. `addresses` gives the public address of each source path."""
    themes = [
        {
            "id": section.theme.id,
            "title": section.theme.title,
            "questions": [
                entry.question.model_dump(mode="json", exclude={"theme", "related", "order"})
                | {
                    "url": addresses[faq.uri(entry.question)],
                    "related": [addresses[page] for page in entry.question.related if page in addresses],
                }
                for entry in section.entries
            ],
        }
        for section in faq.sections
    ]
    return json.dumps({"licence": licence, "themes": themes}, ensure_ascii=False, indent=2) + "\n"

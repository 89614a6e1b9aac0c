"""What the pages of questions and their index show, in ready words, and the questions at the foot of other pages."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from kit.guide import Guide
from kit.questions.faq_index import related
from kit.questions.question import words as search_words
from kit.views.place import address, places

OPEN_OF_MANY, OPEN_OF_FEW = 6, 8
"""A long list is a wall: of more than eight, the first six stand open and the rest are one tap away."""


def question_view(guide: Guide, uri: str, titles: Mapping[str, str]) -> dict[str, Any] | None:
    """Return what the page of a question shows around its answer; None for any other page."""
    asked = guide.faq.by_uri.get(uri) if guide.faq else None
    words = guide.words.questions if guide.words else None
    if asked is None or words is None:
        return None
    told = {"emergency": words.emergency_told, "see-someone": words.see_someone_told}
    return {
        "title": asked.question,
        "urgency": asked.urgency,
        "urgency_told": told.get(asked.urgency, ""),
        "leads_to": places(guide, asked.related, titles),
    }


def index_view(guide: Guide) -> dict[str, Any] | None:
    """Return the index: themes with their questions and the words that find them."""
    words = guide.words.questions if guide.words else None
    if guide.faq is None or words is None:
        return None
    urgency = {"emergency": words.emergency, "see-someone": words.see_someone}
    return {
        "count": words.count,
        "themes": [
            {
                "id": section.theme.id,
                "title": section.theme.title,
                "questions": [
                    {
                        "id": entry.question.id,
                        "title": entry.question.question,
                        "short_answer": entry.question.short_answer,
                        "urgency": entry.question.urgency,
                        "urgency_name": urgency.get(entry.question.urgency, ""),
                        "words": " ".join(search_words(entry.question)),
                        "uri": address(guide, guide.faq.uri(entry.question)),
                    }
                    for entry in section.entries
                ],
            }
            for section in guide.faq.sections
        ],
    }


@lru_cache(maxsize=2)
def about_view(guide: Guide) -> Mapping[str, dict[str, Any]]:
    """Return for each page that questions relate to the list at its foot: what stands open, and the rest."""
    words = guide.words.questions if guide.words else None
    if guide.faq is None or words is None:
        return {}
    faq = guide.faq
    found: dict[str, dict[str, Any]] = {}
    for uri, questions in related(faq).items():
        links = places(guide, (faq.uri(asked) for asked in questions), {})
        shown = OPEN_OF_MANY if len(links) > OPEN_OF_FEW else OPEN_OF_FEW
        more = words.more.say(len(links) - shown)
        found[uri] = {"open": links[:shown], "rest": links[shown:], "more": more}
    return found

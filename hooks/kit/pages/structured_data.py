"""Structured data: what a page is, said in schema.org words as JSON-LD, from the facts the page shows anyway."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from kit.exercises.dose import Span, how_often
from kit.exercises.exercise import Exercise, Kind
from kit.questions.question import Question

Node = dict[str, Any]
PageType = Literal["WebPage", "MedicalWebPage"]

CATEGORIES: dict[Kind, str] = {
    "strength": "StrengthTraining",
    "stretch": "Flexibility",
    "mobility": "Flexibility",
    "balance": "Balance",
    "walking-drill": "AerobicActivity",
}
"""schema.org's category of physical activity for a kind of exercise; the other kinds have none."""


@dataclass(frozen=True)
class Site:
    """The site around a page: its name, address, language and the address of its licence."""

    name: str
    address: str
    language: str
    licence: str | None = None


@dataclass(frozen=True)
class Facts:
    """What a page says of itself. `checked` is the day its content was checked; nobody is named as a reviewer."""

    title: str
    description: str | None
    address: str
    checked: dt.date | None
    type: PageType = "WebPage"


def describe(facts: Facts, site: Site, *, about: Node | None = None) -> Node:
    """Return the description of a page; `about` is the one thing that the page is there for."""
    home = {"@type": "WebSite", "name": site.name, "url": site.address}
    node: Node = {
        "@context": "https://schema.org",
        "@type": facts.type,
        "name": facts.title,
        "description": facts.description,
        "url": facts.address,
        "inLanguage": site.language,
        "license": site.licence,
        "lastReviewed": facts.checked.isoformat() if facts.checked else None,
        "isPartOf": home,
        "mainEntity": about,
    }
    return _said(node)


def describe_faq(facts: Facts, site: Site, questions: Iterable[tuple[Question, str]]) -> Node:
    """Return the description of an index of questions, each given with the address of its full answer."""
    nodes = [describe_question(asked) | {"url": address} for asked, address in questions]
    return describe(facts, site) | {"@type": "FAQPage", "mainEntity": nodes}


def describe_question(asked: Question) -> Node:
    """Return a question with its short answer."""
    answer = {"@type": "Answer", "text": asked.short_answer}
    return {"@type": "Question", "name": asked.question, "acceptedAnswer": answer}


def describe_exercise(exercise: Exercise) -> Node:
    """Return an exercise as a plan with its start dose."""
    amount = exercise.dose.start
    category = CATEGORIES.get(exercise.kind)
    node: Node = {
        "@type": "ExercisePlan",
        "name": exercise.title,
        "description": exercise.goal,
        "exerciseType": exercise.kind.replace("-", " "),
        "category": f"https://schema.org/{category}" if category else None,
        "intensity": f"Level {exercise.level} of 3",
        "activityDuration": f"PT{exercise.minutes}M",
        "activityFrequency": how_often(amount),
        "repetitions": _quantity(amount.reps),
        "restPeriods": _quantity(amount.rest_s, unit="SEC"),
        "additionalVariable": f"Hold {amount.hold_s} seconds" if amount.hold_s else None,
    }
    return _said(node)


def to_script(node: Node) -> str:
    """Return JSON that can stand in a script element: it never closes the element early."""
    return json.dumps(node, ensure_ascii=False).replace("<", "\\u003c")


def _quantity(span: Span | None, unit: str | None = None) -> Node | None:
    """Return a range; `unit` is a UN/CEFACT code."""
    if span is None:
        return None
    return _said({"@type": "QuantitativeValue", "minValue": span.low, "maxValue": span.high, "unitCode": unit})


def _said(node: Node) -> Node:
    return {key: value for key, value in node.items() if value is not None}

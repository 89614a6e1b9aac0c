"""Structured data: what a page is, said in schema.org words as JSON-LD, from the facts the page shows anyway."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any, Literal

from kit.exercises.dose import Span, how_often
from kit.exercises.exercise import Exercise
from kit.exercises.telling import minutes
from kit.exercises.vocabulary import Vocabulary
from kit.phrase import fill
from kit.questions.question import Question
from kit.words.words import Words

Node = dict[str, Any]
PageType = Literal["WebPage", "MedicalWebPage"]


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


def describe_question(asked: Question) -> Node:
    """Return a question with its short answer."""
    answer = {"@type": "Answer", "text": asked.short_answer}
    return {"@type": "Question", "name": asked.question, "acceptedAnswer": answer}


def describe_exercise(exercise: Exercise, vocabulary: Vocabulary, words: Words | None) -> Node:
    """Return an exercise as a plan with its start dose; as mere steps where no kind has a category of exercises."""
    if vocabulary.kinds and not any(each.category for each in vocabulary.kinds.values()):
        steps = [{"@type": "HowToStep", "text": step.do} for step in exercise.steps]
        return {"@type": "HowTo", "name": exercise.title, "description": exercise.goal, "step": steps}
    kind, dose = vocabulary.kinds.get(exercise.kind), words.dose if words else None
    node: Node = {
        "@type": "ExercisePlan",
        "name": exercise.title,
        "description": exercise.goal,
        "exerciseType": exercise.kind.replace("-", " "),
        "category": f"https://schema.org/{kind.category}" if kind and kind.category else None,
        "intensity": _level(exercise, vocabulary, words),
    }
    if exercise.dose is not None and dose is not None:
        amount = exercise.dose.start
        node |= {
            "activityDuration": f"PT{minutes(exercise, vocabulary)}M",
            "activityFrequency": how_often(amount, dose),
            "repetitions": _quantity(amount.reps),
            "restPeriods": _quantity(amount.rest_s, unit="SEC"),
            "additionalVariable": dose.hold_only.say(amount.hold_s.say(dose)) if amount.hold_s else None,
        }
    return _said(node)


def to_script(node: Node) -> str:
    """Return JSON that can stand in a script element: it never closes the element early."""
    return json.dumps(node, ensure_ascii=False).replace("<", "\\u003c")


def _level(exercise: Exercise, vocabulary: Vocabulary, words: Words | None) -> str | None:
    if exercise.level is None or words is None or words.exercise is None:
        return None
    return fill(words.exercise.level, level=exercise.level, levels=len(vocabulary.levels))


def _quantity(span: Span | None, unit: str | None = None) -> Node | None:
    """Return a range; `unit` is a UN/CEFACT code."""
    if span is None:
        return None
    return _said({"@type": "QuantitativeValue", "minValue": span.low, "maxValue": span.high, "unitCode": unit})


def _said(node: Node) -> Node:
    return {key: value for key, value in node.items() if value is not None}

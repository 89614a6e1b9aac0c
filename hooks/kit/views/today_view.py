"""What the pages of the questions for today show, in ready words, and the Markdown of those that are made."""

from collections.abc import Mapping
from typing import Any

from kit.exercises.exercise import Exercise
from kit.exercises.telling import amounts, capital, stop
from kit.guide import CARDS, EXERCISES, TODAY, Guide
from kit.phrase import fill
from kit.today.checks import TEXTS
from kit.today.tree import FIRST, Answer, Card, Choice, SignList, Today
from kit.views.place import Place, address, places
from kit.words.question import TodayWords

HOME = f"{TODAY}/index.md"
PART = "<!-- part -->"
"""What stands between the texts of an answer: what to do, when to come back, when to get help."""


def sources(guide: Guide) -> dict[str, str]:
    """Return the Markdown of each page that is made, by path: an answer has its texts, a question none."""
    if guide.today is None:
        return {}
    tree = guide.today.tree
    made = {uri_of(name): "" for name in tree.questions}
    return made | {uri_of(name): _texts(answer) for name, answer in tree.answers.items()}


def today_view(guide: Guide, uri: str, titles: Mapping[str, str]) -> dict[str, Any] | None:
    """Return what the page of a question or an answer shows; None for any other page."""
    today, words = guide.today, guide.words.today if guide.words else None
    if today is None or words is None:
        return None
    name = FIRST if uri == HOME else uri.removeprefix(f"{TODAY}/").removesuffix(".md")
    if uri != uri_of(name):
        return None
    shared = {
        "words": words,
        "home": address(guide, HOME),
        "back": [_back(guide, today, each, words) for each in today.before.get(name, ())],
    }
    if name in today.tree.answers:
        return shared | _answer(guide, today.tree.answers[name], words, titles, today.tree.signs.title)
    if name == FIRST or name in today.tree.questions:
        return shared | _question(guide, today, name, words)
    return None


def uri_of(name: str) -> str:
    """Return the path of the page of a question or an answer."""
    return HOME if name == FIRST else f"{TODAY}/{name}.md"


def is_answer(guide: Guide, uri: str) -> bool:
    """Return whether a page is one of the answers."""
    return guide.today is not None and uri in {uri_of(name) for name in guide.today.tree.answers}


def _texts(answer: Answer) -> str:
    return f"\n\n{PART}\n\n".join(getattr(answer, key).strip() for key in TEXTS) + "\n"


def _back(guide: Guide, today: Today, name: str, words: TodayWords) -> Place:
    """Return the link to a question; where the same is asked on several paths, with what was said before it."""
    asked = today.tree.signs.title if name == FIRST else today.tree.questions[name].full_title
    return Place(address(guide, uri_of(name)), fill(words.back, question=asked))


def _question(guide: Guide, today: Today, name: str, words: TodayWords) -> dict[str, Any]:
    tree = today.tree
    asked = tree.questions.get(name)
    choices = asked.choices if asked else (tree.signs.none,)
    groups: list[tuple[str | None, list[dict[str, Any]]]] = []
    for choice in choices:
        if choice.heading or not groups:
            groups.append((choice.heading, []))
        groups[-1][1].append(_way(guide, choice))
    return {
        "answer": None,
        "number": fill(words.number, number=today.numbers[name], most=today.most),
        "title": asked.title if asked else tree.signs.title,
        "so_far": asked.so_far if asked else None,
        "lists": [] if asked else [_signs(guide, each) for each in tree.signs.lists],
        "groups": groups,
    }


def _way(guide: Guide, choice: Choice) -> dict[str, Any]:
    return {"say": choice.say, "more": choice.more, "uri": address(guide, uri_of(choice.to))}


def _signs(guide: Guide, listed: SignList) -> dict[str, Any]:
    return {
        "level": listed.level,
        "title": listed.title,
        "signs": [sign.text for sign in guide.signs if sign.level == listed.level],
        "say": listed.say,
        "uri": address(guide, uri_of(listed.to)),
    }


def _answer(guide: Guide, answer: Answer, words: TodayWords, titles: Mapping[str, str], signs: str) -> dict[str, Any]:
    """Return what an answer shows; `signs` is what is asked first of all."""
    cards = [
        _card(guide, card, words, guide.catalogue.exercises[card.exercise])
        for card in answer.cards
        if card.exercise in guide.catalogue.exercises
    ]
    label = guide.words.cards.emergency if guide.words and guide.words.cards else None
    return {
        "answer": answer.title,
        "first": Place(address(guide, uri_of(FIRST)), signs),
        "level": answer.level,
        "do": words.do_now if answer.level else words.do,
        "cards_title": words.exercises.say(len(cards)),
        "cards": cards,
        "strip": (label, capital(guide.strip)) if label and guide.strip and answer.level != "now" else None,
        "sheets": address(guide, f"{CARDS}/index.md") if cards and f"{CARDS}/index.md" in guide.addresses else None,
        "pages": places(guide, answer.pages, titles),
    }


def _card(guide: Guide, card: Card, words: TodayWords, exercise: Exercise) -> dict[str, Any]:
    labels, dose = (guide.words.exercise, guide.words.dose) if guide.words else (None, None)
    said = amounts(exercise, guide.catalogue.vocabulary, dose) if dose else ()
    frame = exercise.frames[exercise.shown - 1]
    return {
        "slug": card.exercise,
        "number": exercise.shown,
        "image": frame.image,
        "alt": frame.alt,
        "title": exercise.title,
        "uri": address(guide, f"{EXERCISES}/{card.exercise}.md"),
        "steps": [step.do for step in exercise.steps],
        "amount": [[f"{capital(each.much)}, {each.often}.", each.note] for each in said if each.stage == card.amount],
        "stop": stop(exercise, labels) if labels else "",
        "ask": fill(words.ask_first, who=asked) if (asked := _asked(guide, exercise)) else "",
    }


def _asked(guide: Guide, exercise: Exercise) -> str:
    """Return who should ask first: in short those for whom a rule says so, then what the exercise says itself."""
    short = ", ".join(caution.short for caution in guide.catalogue.cautions.values() if caution.when.fits(exercise))
    return ". ".join(each.removesuffix(".") for each in (short, *exercise.ask_first) if each)

"""What is wrong with a tree of questions: where a path does not end, and what an answer offers that it should not."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import get_args

from kit.exercises.catalogue import Catalogue
from kit.exercises.exercise import Exercise
from kit.key_path import Path, rule_of
from kit.problem import Problem, did_you_mean, problem
from kit.record import Record, check, read_yaml
from kit.sign import Sign
from kit.today.tree import FIRST, Answer, Reader, Today, Tree, numbered, ways
from kit.words.names import Level

MOST_TAPS = 4
"""From the first question to any answer."""
WAIT_NOT: tuple[Level, ...] = ("now", "today")
"""The levels of signs that nobody may be led past."""
LINK = re.compile(r"\]\(([^)\s#]+)")
TEXTS = ("do", "later", "help")
"""The parts of an answer that are Markdown."""


def read_today(
    source: str | bytes, signs: tuple[Sign, ...], catalogue: Catalogue, pages: Collection[str], *, file: str
) -> tuple[tuple[Today, Record] | None, list[Problem]]:
    """Return the tree in one YAML text with its record, or None with every problem that it has.

    `pages` are the paths of all pages of the guide; links in the texts of answers start from the folder `today`.
    """
    record, problems = read_yaml(source, file=file)
    if record is None:
        return None, problems
    tree, problems = check(record, Tree)
    if tree is None:
        return None, problems
    checks = _Checks(tree, record, catalogue, pages)
    problems = [*checks.names(), *checks.paths(), *checks.signs(signs), *checks.readers(), *checks.answers()]
    return (None, sorted(set(problems))) if problems else ((Today(tree), record), [])


class _Checks:
    """One tree while it is checked."""

    def __init__(self, tree: Tree, record: Record, catalogue: Catalogue, pages: Collection[str]) -> None:
        self.tree, self.record, self.catalogue, self.pages = tree, record, catalogue, pages
        self.leads = ways(tree)

    def problem(self, text: str, *path: str | int) -> Problem:
        """Return a problem at the line of a key."""
        return problem(self.record.file, self.record.line(*path), rule_of(path), text)

    def unknown(self, kind: str, name: str, known: Collection[str], *path: str | int) -> Iterator[Problem]:
        """Yield a problem where a name is not among those that there are."""
        if name not in known:
            yield self.problem(f'there is no {kind} "{name}".{did_you_mean(name, known)}', *path)

    def names(self) -> Iterator[Problem]:
        """Yield where an id is that of two pages, and where two choices of a question say the same."""
        questions, answers = self.tree.questions, self.tree.answers
        for name in questions.keys() & answers.keys():
            text = f'"{name}" is a question and an answer, expected an address for each. Rename one.'
            yield self.problem(text, "answers", name)
        for name in sorted({FIRST, "index"} & {*questions, *answers}):
            text = f'"{name}" is the first question, which comes by itself. Choose another id.'
            yield self.problem(text, "questions" if name in questions else "answers", name)
        for name, asked in questions.items():
            said = [choice.say for choice in asked.choices]
            for number, words in enumerate(said):
                if words in said[:number]:
                    text = f'"{words}" is here twice, expected words that tell the choices apart.'
                    yield self.problem(text, "questions", name, "choices", number, "say")

    def paths(self) -> Iterator[Problem]:
        """Yield what is wrong with the paths: each ends after few taps, and all there is is on one."""
        known = {*self.tree.questions, *self.tree.answers}
        for name, number, path in self.choices():
            yield from self.unknown("question or answer", self.leads[name][number], known, *path)
        reached = self.reached()
        astray = any(target not in known for targets in self.leads.values() for target in targets)
        for name in known - reached if not astray else ():  # else what leads astray may have meant any
            part = "questions" if name in self.tree.questions else "answers"
            yield self.problem("no choice leads here. Lead one to it, or take it out.", part, name)
        loops = list(self.loops())
        yield from loops
        numbers = {} if loops else numbered(self.leads, self.tree.questions)
        for name, at in numbers.items():
            if at > MOST_TAPS:
                text = f"this is question {at} on its path, expected at most {MOST_TAPS}. Lead to an answer sooner."
                yield self.problem(text, "questions", name)

    def choices(self) -> Iterator[tuple[str, int, Path]]:
        """Yield each choice: its question, its number there, and the path of its target."""
        lists = len(self.tree.signs.lists)
        for name, targets in self.leads.items():
            for number in range(len(targets)):
                if name != FIRST:
                    yield name, number, ("questions", name, "choices", number, "to")
                elif number < lists:
                    yield name, number, (FIRST, "lists", number, "to")
                else:
                    yield name, number, (FIRST, "none", "to")

    def loops(self) -> Iterator[Problem]:
        """Yield a problem for each loop, at the choice that closes it."""
        leads = {
            name: [each for each in targets if each in self.tree.questions] for name, targets in self.leads.items()
        }
        while circle := _circle(leads):
            at = circle.index(next(name for name in self.tree.questions if name in circle))
            path = [*circle[at:], *circle[:at]]
            first, last = path[0], path[-1]
            number = self.leads[last].index(first)
            text = f"the path goes round in a loop: {' → '.join([*path, first])}. Lead this choice to an answer."
            yield self.problem(text, "questions", last, "choices", number, "to")
            leads[last] = [each for each in leads[last] if each != first]

    def reached(self) -> set[str]:
        """Return all that some path comes to."""
        found, waiting = {FIRST}, [FIRST]
        while waiting:
            new = set(self.leads.get(waiting.pop(), ())) - found
            found |= new
            waiting += new
        return found

    def signs(self, signs: tuple[Sign, ...]) -> Iterator[Problem]:
        """Yield where the first question leaves out signs, or leads somebody who has one astray."""
        if not signs:
            yield self.problem("there are no signs to ask about. Add them in signs.yml.", FIRST)
            return
        there, listed = {sign.level for sign in signs}, [each.level for each in self.tree.signs.lists]
        order = sorted(set(listed), key=get_args(Level).index)
        unlisted = [level for level in WAIT_NOT if level in there and level not in listed]
        known = there.issuperset(listed)  # else a list may be meant for one that seems to have none
        for level in unlisted if known else ():
            yield self.problem(f'there are signs of the level "{level}" and no list of them. Add it.', FIRST, "lists")
        if known and not unlisted and listed != order:
            text = f"expected each level once and the most urgent first: {', '.join(order)}."
            yield self.problem(text, FIRST, "lists")
        for number, each in enumerate(self.tree.signs.lists):
            if each.level not in there:
                text = f'there is no sign of the level "{each.level}". Take the list out, or add a sign.'
                yield self.problem(text, FIRST, "lists", number, "level")
            if each.level not in there or listed.count(each.level) > 1:
                continue  # its answer may be right
            answer = self.tree.answers.get(each.to)
            if each.to in self.tree.questions or (answer is not None and answer.level != each.level):
                text = f'expected an answer of the level "{each.level}": a sign leads to help, and to nothing else.'
                yield self.problem(text, FIRST, "lists", number, "to")

        helping = {each.to for each in self.tree.signs.lists}
        for name, answer in self.tree.answers.items():
            if answer.level is not None and name not in helping:
                text = "this answer has a level and no list of signs leads to it. Take the level out."
                yield self.problem(text, "answers", name, "level")

    def readers(self) -> Iterator[Problem]:
        """Yield where a reader is described by what is nowhere else, or is in no answer."""
        vocabulary, used = (
            self.catalogue.vocabulary,
            {name for each in self.tree.answers.values() for name in each.for_},
        )
        for name, reader in self.tree.readers.items():
            place = ("readers", name)
            if name not in used:
                yield self.problem("no answer is for this reader. Name it in one, or take it out.", *place)
            for number, caution in enumerate(reader.bears):
                yield from self.unknown("caution", caution, self.catalogue.cautions, *place, "bears", number)
            for position, things in reader.holds.items():
                yield from self.unknown("position", position, vocabulary.positions, *place, "holds", position)
                for number, thing in enumerate(things):
                    yield from self.unknown("equipment", thing, vocabulary.equipment, *place, "holds", position, number)

    def answers(self) -> Iterator[Problem]:
        """Yield where an answer names what is not there, or offers an exercise that its reader should not do."""
        for name, answer in self.tree.answers.items():
            place = ("answers", name)
            for number, reader in enumerate(answer.for_):
                yield from self.unknown("reader", reader, self.tree.readers, *place, "for", number)
            for number, page in enumerate(answer.pages):
                yield from self.unknown("page", page, self.pages, *place, "pages", number)
            for key in TEXTS:
                for target in LINK.findall(getattr(answer, key)):
                    page = posixpath.normpath(posixpath.join("today", target))
                    if ":" not in target and page not in self.pages:
                        near = did_you_mean(page, self.pages)
                        yield self.problem(f'a link leads to "{target}", where there is no page.{near}', *place, key)
            yield from self.cards(name, answer)

    def cards(self, name: str, answer: Answer) -> Iterator[Problem]:
        """Yield what is wrong with the exercises of one answer."""
        slugs = [card.exercise for card in answer.cards]
        if slugs and answer.level in WAIT_NOT:
            text = "an answer to a sign that cannot wait offers no exercise. Take it out."
            yield self.problem(text, "answers", name, "cards")
        for number, card in enumerate(answer.cards):
            place = ("answers", name, "cards", number)
            if card.exercise in self.catalogue.unread:
                continue  # its own file tells why
            if card.exercise in slugs[:number]:
                yield self.problem(f'"{card.exercise}" is here twice. Keep one of them.', *place, "exercise")
            exercise = self.catalogue.exercises.get(card.exercise)
            if exercise is None:
                yield from self.unknown("exercise", card.exercise, self.catalogue.exercises, *place, "exercise")
                continue
            if exercise.dose is None or getattr(exercise.dose, card.amount) is None:
                text = f'"{card.exercise}" has no amount called "{card.amount}". Choose another.'
                yield self.problem(text, *place, "amount")
            for reader in answer.for_:
                if reader in self.tree.readers:
                    yield from (
                        self.problem(f'"{card.exercise}" is not for "{reader}": {why}', *place, "exercise")
                        for why in _unfit(exercise, self.tree.readers[reader], self.catalogue)
                    )


def _unfit(exercise: Exercise, reader: Reader, catalogue: Catalogue) -> Iterator[str]:
    """Yield each reason for which an exercise is not right for a reader."""
    for name in reader.bears:
        if name in catalogue.cautions and catalogue.cautions[name].when.fits(exercise):
            yield f'the caution "{name}" holds for both. Offer another exercise.'
    things = reader.holds.get(exercise.position or "")
    if things is not None and not {*things} & {*exercise.equipment}:
        needed = " or ".join(things) or "no exercise in this position"
        yield f"it is done {exercise.position}, expected {needed}. Offer another exercise."


def _circle(leads: Mapping[str, list[str]]) -> list[str] | None:
    """Return the questions of one loop in the order in which they are asked, or None without one."""
    try:
        TopologicalSorter(leads).prepare()
    except CycleError as error:
        found: list[str] = error.args[1][:0:-1]  # it names each before the one that leads to it
        return found
    return None

"""A memory: answers of an earlier build, so that the same question is not worked on again."""

from collections.abc import Callable, Iterable
from typing import Any

from kit.problem import Problem
from kit.shelf import Shelf, keep, kept


class Memory:
    """Answers by question: those that an earlier build left on a shelf, and those that are worked out now."""

    def __init__(self, shelf: Shelf | None = None, name: str = "", key: str = "") -> None:
        """Begin with what was kept under a name by whatever had the same key; without a shelf, with nothing."""
        before = kept(shelf, name, key) if shelf else None
        self._place = shelf, name, key
        self._before: dict[str, Any] = before if isinstance(before, dict) else {}
        self._asked: dict[str, Any] = {}

    def answer(self, question: str, work: Callable[[], Any]) -> Any:  # noqa: ANN401 plain data of any depth
        """Return the answer to a question, in plain data; the work is done only where the answer is not known."""
        if question not in self._asked:
            self._asked[question] = self._before[question] if question in self._before else work()
        return self._asked[question]

    def problems(self, question: str, work: Callable[[], Iterable[Problem]], *, file: str) -> list[Problem]:
        """Return the problems that are the answer to a question about one file."""
        found = self.answer(question, lambda: [[each.line, each.column, each.rule, each.text] for each in work()])
        return [Problem(file, *each) for each in found]

    def knows(self, question: str) -> bool:
        """Tell whether the answer to a question is known."""
        return question in self._asked or question in self._before

    def keep(self, *, whole: bool = True) -> None:
        """Keep the answers that this build asked for, and no others unless it did not ask for the `whole`."""
        shelf, name, key = self._place
        known = self._asked if whole else self._before | self._asked
        if shelf and known != self._before:
            keep(shelf, name, key, known)

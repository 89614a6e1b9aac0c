"""A problem: where in the source something is wrong, which rule it breaks, and how to mend it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_SHOWN = 60
"""Characters of a wrong value that a message repeats."""


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one place. `line` and `column` count from 1; 0 means that the place is not known.

    `rule` is a slug (`anchor-missing`) or, in data, the path of the key (`dose.start.sets`).
    """

    file: str
    line: int
    column: int
    rule: str
    text: str

    def __str__(self) -> str:
        """Return the one line that people read: `docs/a.md:14: rule: what is wrong`."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.rule}: {self.text}"


def problem(file: str, line: int, rule: str, text: str) -> Problem:
    """Return a problem whose column is not known."""
    return Problem(file, line, 0, rule, text)


def did_you_mean(word: str, options: Iterable[str], *, likeness: float = 0.6) -> str:
    """Return ` Did you mean "x"?` for the option nearest to `word`, or nothing when none is near.

    Never for an id of the evidence or of a sign: who follows a wrong guess there would cite the wrong study.
    """
    near = nearest(word, options, likeness=likeness)
    return "" if near is None else f' Did you mean "{near}"?'


def nearest(word: str, options: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """Return the option nearest to `word`, or None when none is near."""
    folded = {option.casefold(): option for option in sorted(options, reverse=True)}
    near = difflib.get_close_matches(word.casefold(), sorted(folded), n=1, cutoff=likeness)
    return folded[near[0]] if near else None


def counted(number: float, one: str, many: str) -> str:
    """Return a whole number with its noun: `1 page`, or `1,200 pages`."""
    return f"{number:,.0f} {one if f'{number:.0f}' == '1' else many}"


def shortened(text: str) -> str:
    """Return a text that a message can repeat."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 3]}..."


def one_line(text: str) -> str:
    """Return a text as one line that can be seen: other white space is a space, what has no shape is its number."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else " " if each.isspace() else f"\\u{ord(each):04x}" for each in text)

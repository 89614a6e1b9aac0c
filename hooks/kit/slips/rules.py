"""The rules of a guide for its own Markdown and its own words."""

from collections.abc import Iterator
from dataclasses import dataclass

from kit.safety.tree import Finding
from kit.settings import MarkdownRules


@dataclass(frozen=True)
class Rules:
    """The kinds of boxes that a guide has, and the signs that it never writes, each with what to write instead."""

    boxes: frozenset[str]
    never: tuple[tuple[str, str], ...] = ()

    def never_in(self, text: str) -> Iterator[Finding]:
        """Yield each sign in a text that is never written."""
        for sign, instead in self.never:
            if sign in text:
                yield Finding("sign", sign, f'"{sign}" is not written here. {instead}')


def rules_of(settings: MarkdownRules) -> Rules:
    """Return the rules in the settings."""
    return Rules(frozenset(settings.boxes), tuple(settings.never.items()))

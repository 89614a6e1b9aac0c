"""A draft: files of a guide as they would be, and what is wrong with them that was not wrong before."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from kit.entry import SLUG
from kit.guide import Guide, Sources
from kit.problem import Problem
from kit.reading.guide import read_guide

TAKEN = '"{id}" is taken already, by {by}. Choose another.'


@dataclass(frozen=True)
class Draft:
    """New texts of files, by path in the guide, and the file that is asked about."""

    file: str
    texts: Mapping[str, str]


def with_draft(sources: Sources, draft: Draft) -> Sources:
    """Return the sources with the files of a draft in place."""
    made = {uri: text.encode() for uri, text in draft.texts.items()}
    pages = {uri: address_of(uri, sources.addresses) for uri in made if uri.endswith(".md")}
    return replace(
        sources,
        texts={**sources.texts, **made},
        addresses={**pages, **sources.addresses},
        names=sources.names | made.keys(),
    )


def news(before: Guide, sources: Sources) -> list[Problem]:
    """Return what is wrong with a guide read from sources that was not wrong with it before, whatever the lines."""
    known = Counter(_words(each) for found in before.problems.values() for each in found)
    told = []
    for each in sorted(problem for found in read_guide(sources).problems.values() for problem in found):
        known[_words(each)] -= 1
        if known[_words(each)] < 0:
            told.append(each)
    return told


def about(problems: Iterable[Problem], key: str) -> list[Problem]:
    """Return the problems whose rule is one key of the data, or a part of it."""
    return [each for each in problems if each.rule.split(".")[0] == key]


def id_fault(text: str, taken: Mapping[str, str]) -> str | None:
    """Return why a text cannot be an id, or None; `taken` says by what each id is taken."""
    if re.fullmatch(SLUG, text) is None:
        return f'expected small letters, digits and single hyphens, found "{text}".'
    return TAKEN.format(id=text, by=taken[text]) if text in taken else None


def address_of(uri: str, addresses: Mapping[str, str]) -> str:
    """Return the address that a page will have, in the form that the others have."""
    folders = all(not address.endswith(".html") for address in addresses.values())
    return f"{uri.removesuffix('.md')}/" if folders else f"{uri.removesuffix('.md')}.html"


def with_addresses(inventory: str, addresses: Collection[str]) -> str:
    """Return an inventory of published addresses with some more, each in its place in the alphabet."""
    lines = inventory.rstrip("\n").split("\n") if inventory.strip() else []
    for address in sorted(set(addresses) - set(lines)):
        at = next((n for n, line in enumerate(lines) if line.startswith("/") and line > address), len(lines))
        lines.insert(at, address)
    return "".join(f"{line}\n" for line in lines)


def _words(problem: Problem) -> tuple[str, str, str]:
    return problem.file, problem.rule, problem.text

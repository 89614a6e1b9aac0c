"""Places: what lies where nothing looks for it, under another name or in another folder, and where it belongs."""

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import replace

from kit.exercises.exercise import Exercise
from kit.guide import (
    CARDS,
    CAUTIONS,
    DIAGRAMS,
    EVIDENCE,
    EXERCISES,
    LEXICON,
    LOG,
    PLAN,
    QUESTIONS,
    SETS,
    SIGNS,
    TODAY_DATA,
    VOCABULARY,
    WORDS,
    Sources,
    subject_of,
)
from kit.pages.page import Page
from kit.problem import Problem, problem
from kit.questions.faq import INDEX, THEMES
from kit.questions.question import Question
from kit.reading.evidence import LEDGER
from kit.reading.reader import matter_of
from pydantic import BaseModel

DATA = (
    *(WORDS, SIGNS, LEXICON, TODAY_DATA, VOCABULARY, CAUTIONS, DIAGRAMS, f"{QUESTIONS}/{THEMES}"),
    *(f"{CARDS}/{name}" for name in (PLAN, LOG, SETS)),
    *(f"{EVIDENCE}/{name}.yml" for name in LEDGER),
)
"""The data files of a guide."""
KINDS: Mapping[str, tuple[str, type[BaseModel]]] = {
    EXERCISES: ("an exercise", Exercise),
    QUESTIONS: ("a question", Question),
}
"""What the pages of a folder of data are, and the model of their front matter."""
FEWEST_KEYS = 3
"""Keys of such a model, and of no page, from which front matter is taken for it."""


def misnamed(names: Collection[str]) -> Mapping[str, str]:
    """Return the files that would be data files but for the case of their letters or their ending, with the right name.

    Where the right name is taken already, a file is its own affair.
    """
    meant = {_folded(right): right for right in DATA if right not in names}
    return {name: meant[_folded(name)] for name in sorted(names) if _folded(name) in meant}


def put_right(sources: Sources) -> tuple[Sources, list[Problem]]:
    """Return the sources with everything in its place, and a problem for each file that is not there.

    A data file is read as if it had its name. A page of data is not read, but has an address where it belongs.
    """
    renamed = misnamed(sources.names)
    found = [
        problem(
            f"{sources.docs}/{wrong}",
            0,
            "file-name",
            f'this file is not read, expected the name "{posixpath.basename(right)}". Rename it.',
        )
        for wrong, right in renamed.items()
    ]
    texts = {renamed.get(uri, uri): text for uri, text in sources.texts.items()}
    addresses = dict(sources.addresses)
    for uri in sources.addresses:
        if (folder := _belongs(texts.get(uri), uri, sources.docs)) is not None:
            text = f"this is {KINDS[folder][0]}, expected in {sources.docs}/{folder}/ itself. Move the file there."
            found.append(problem(f"{sources.docs}/{uri}", 0, "file-place", text))
            del texts[uri]
            right = f"{folder}/{posixpath.basename(uri)}"
            addresses.setdefault(right, _address(right, addresses))
    names = frozenset(renamed.get(name, name) for name in sources.names)
    return replace(sources, texts=texts, addresses=addresses, names=names), found


def _folded(name: str) -> str:
    stem, ending = posixpath.splitext(name.casefold())
    return f"{stem}.yml" if ending in {".yml", ".yaml"} else name


def _belongs(raw: bytes | None, uri: str, docs: str) -> str | None:
    """Return the folder of data in which a page belongs by its front matter, or None where it is at its place."""
    matter = matter_of(raw, f"{docs}/{uri}") if raw and subject_of(uri) == "pages" else None
    if matter is None or not isinstance(matter.record.data, dict):
        return None
    keys = matter.record.data.keys() - Page.model_fields.keys()
    known = {folder: len(keys & model.model_fields.keys()) for folder, (_, model) in KINDS.items()}
    folder = max(known, key=known.__getitem__)
    return folder if known[folder] >= FEWEST_KEYS and posixpath.basename(uri) != INDEX else None


def _address(uri: str, addresses: Mapping[str, str]) -> str:
    """Return the address of a page, written as the others are."""
    bare = uri.removesuffix(".md")
    return f"{bare}.html" if any(each.endswith(".html") for each in addresses.values()) else f"{bare}/"

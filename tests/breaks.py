"""The small guide in tests/breaks, about breaks for people who knit: what tests of single modules read."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import yaml
from building import ROOT
from kit import front_matter
from kit.exercises.catalogue import Catalogue, read_all
from kit.exercises.vocabulary import Vocabulary, read_vocabulary
from kit.front_matter import FrontMatter
from kit.guide import Guide, Site, Sources
from kit.problem import Problem
from kit.reading.guide import read_guide
from kit.record import Record, lines_in
from kit.words.words import Words, read_words

DOCS = ROOT / "tests/breaks/docs"
SITE = Site("Breaks", "https://breaks.example/", "https://wool.example/breaks/", "en", "Free to copy")
RECIPE = """\
site_name: Breaks
extra:
  help:
    page: help/
    label: A dropped stitch
    short: Help
  checked:
    link: How we check
    page: help/
    months:
      default: 12
      help.md: 6
  evidence:
    sections: {wool: Sayings about wool, other-yarns: Sayings about the rest}
  structured_data:
    pages: MedicalWebPage
    plain: [cards/]
    licence: https://free.example/
"""


def texts(changes: Mapping[str, str | bytes | None] | None = None) -> dict[str, bytes]:
    """Return the files of the guide by path, some of them changed (or taken out by None)."""
    found = {file.relative_to(DOCS).as_posix(): file.read_bytes() for file in DOCS.rglob("*.*")}
    for uri, text in (changes or {}).items():
        found.pop(uri, None)
        if text is not None:
            found[uri] = text.encode() if isinstance(text, str) else text
    return found


def edited(uri: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """Return one file of the guide with one piece of it changed."""
    text = (DOCS / uri).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{uri} holds {old!r} {text.count(old)} times"
    return {uri: text.replace(old, new)}


def settings(recipe: str = RECIPE) -> Record:
    """Return the settings of a recipe as MkDocs reads them."""
    given = yaml.safe_load(recipe).get("extra", {})
    return lines_in(recipe, file="mkdocs.yml", path=("extra",), data=given)


def sources(
    changes: Mapping[str, str | bytes | None] | None = None,
    *,
    recipe: str = RECIPE,
    names: Iterable[str] = (),
    unread: Mapping[str, str] | None = None,
    site: Site = SITE,
) -> Sources:
    """Return what the guide is read from; pages lie where MkDocs puts them."""
    found = texts(changes)
    pages = [uri for uri in found if uri.endswith(".md")]
    return Sources(
        docs="docs",
        texts=found,
        addresses={uri: _address(uri) for uri in pages},
        names=frozenset(found) | frozenset(names),
        settings=settings(recipe),
        site=site,
        unread=unread or {},
    )


def guide(changes: Mapping[str, str | bytes | None] | None = None, **more: Any) -> Guide:  # noqa: ANN401 what sources take
    """Return the guide, some of its files changed."""
    return read_guide(sources(changes, **more))


def said(found: Iterable[Problem]) -> list[str]:
    """Return problems as people read them."""
    return [str(problem) for problem in found]


@cache
def words() -> Words:
    """Return the words of the guide."""
    found, problems = read_words((DOCS / "words.yml").read_text(encoding="utf-8"), file="words.yml")
    assert found, problems
    return found


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of the guide."""
    text = (DOCS / "exercises/vocabulary.yml").read_text(encoding="utf-8")
    found, problems = read_vocabulary(text, file="vocabulary.yml")
    assert found, problems
    return found


def matter(text: str | bytes, file: str = "docs/a.md") -> FrontMatter:
    """Return the front matter of a page."""
    found, problems = front_matter.read(text.encode() if isinstance(text, str) else text, file=file)
    assert found is not None, problems
    return found


def catalogue(changes: Mapping[str, str | bytes | None] | None = None) -> Catalogue:
    """Return the exercises of the guide, some of them changed."""
    files = {
        f"docs/{uri}": matter(raw, f"docs/{uri}")
        for uri, raw in texts(changes).items()
        if uri.startswith("exercises/") and uri.endswith(".md") and uri != "exercises/index.md"
    }
    return read_all(files, vocabulary(), pages={"index.md", "help.md"})[0]


def _address(uri: str) -> str:
    path = PurePosixPath(uri)
    folder = path.parent if path.name == "index.md" else path.with_suffix("")
    return "./" if str(folder) == "." else f"{folder}/"

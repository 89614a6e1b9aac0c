"""Reading a guide in a test, straight from its folder: what the hooks share, without MkDocs."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml
from building import ROOT, SITES, SMALL
from kit.guide import Guide, Site, Sources
from kit.reading.guide import read_guide
from kit.record import Record
from kit.words.figure import FigureWords

SITE = "https://example.org/backstride/"


@lru_cache(maxsize=4)
def guide_in(folder: Path = ROOT, *, address: str = SITE) -> Guide:
    """Return the guide whose sources lie in a folder; its settings are those of a guide that sets nothing."""
    return read_guide(sources_in(folder, address=address))


def sources_in(folder: Path = ROOT, *, address: str = SITE) -> Sources:
    """Return what the guide in a folder is read from; its settings are those of a guide that sets nothing."""
    docs = folder / "docs"
    files = {file.relative_to(docs).as_posix(): file for file in sorted(docs.rglob("*")) if file.is_file()}
    return Sources(
        docs="docs",
        texts={name: file.read_bytes() for name, file in files.items() if file.suffix in {".md", ".yml"}},
        addresses={name: _address(name) for name in files if name.endswith(".md")},
        names=frozenset(files),
        settings=Record("mkdocs.yml", {}),
        site=Site("A guide", address, address),
    )


def small_sources(texts: Mapping[str, str | None] | None = None, **extra: object) -> Sources:
    """Return the sources of the small site with our words, other texts of some files (None: without it), and settings.

    The settings are those that its own recipe has under `extra`, but for these.
    """
    sources = sources_in(SITES / SMALL)
    changed = {uri: text.encode() for uri, text in (texts or {}).items() if text is not None}
    gone = {uri for uri, text in (texts or {}).items() if text is None}
    read = {**sources.texts, "words.yml": (ROOT / "docs/words.yml").read_bytes(), **changed}
    recipe = yaml.safe_load((SITES / SMALL / "mkdocs.yml").read_text("utf-8"))["extra"]
    return replace(
        sources,
        texts={uri: text for uri, text in read.items() if uri not in gone},
        addresses={
            uri: _address(uri) for uri in {**sources.addresses, **changed} if uri.endswith(".md") and uri not in gone
        },
        names=(sources.names | read.keys()) - gone,
        settings=Record("mkdocs.yml", {**recipe, **extra}),
    )


def _address(name: str) -> str:
    folder = name.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{folder}/" if folder else ""


def figure_words() -> FigureWords:
    """Return the words beside and inside the figures of our own guide."""
    words = guide_in().words
    assert words is not None
    assert words.figures is not None
    return words.figures

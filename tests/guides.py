"""Reading a guide in a test, straight from its folder: what the hooks share, without MkDocs."""

from functools import lru_cache
from pathlib import Path

from building import ROOT
from kit.guide import Guide, Site, Sources
from kit.guide_reader import read_guide
from kit.record import Record
from kit.words import FigureWords

SITE = "https://example.org/backstride/"


@lru_cache(maxsize=4)
def guide_in(folder: Path = ROOT, *, address: str = SITE) -> Guide:
    """Return the guide whose sources lie in a folder; its settings are those of a guide that sets nothing."""
    docs = folder / "docs"
    files = {file.relative_to(docs).as_posix(): file for file in sorted(docs.rglob("*")) if file.is_file()}
    return read_guide(
        Sources(
            docs="docs",
            texts={name: file.read_bytes() for name, file in files.items() if file.suffix in {".md", ".yml"}},
            addresses={name: _address(name) for name in files if name.endswith(".md")},
            names=frozenset(files),
            settings=Record("mkdocs.yml", {}),
            site=Site("A guide", address, address),
        )
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

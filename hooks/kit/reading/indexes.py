"""Indexes: the pages on which what lies in a folder is listed. Each is needed there, and each address is of one."""

import posixpath
from collections.abc import Collection, Iterator, Mapping

from kit.guide import EVIDENCE, EXERCISES
from kit.questions.faq import INDEX

FIRST = "the mark and the name at the top of every page lead to it."
LISTS = {
    f"{EXERCISES}/{INDEX}": ((f"{EXERCISES}/*.md",), "the exercises of this folder are listed on it."),
    f"{EVIDENCE}/{INDEX}": (
        (f"{EVIDENCE}/claims.yml", f"{EVIDENCE}/facts.yml"),
        "the claims and facts of this folder are listed on it, and citations lead there.",
    ),
    f"{EVIDENCE}/references.md": (
        (f"{EVIDENCE}/references.yml",),
        "the references of this folder are listed on it, and citations lead there.",
    ),
}
"""For each index the files, as patterns, that need it, and what it is for."""


def indexes_lacking(names: Collection[str]) -> Mapping[str, str]:
    """Return the indexes that are not among the files of a guide and are needed there, by path, with what is said."""
    needed = {uri: why for uri, (files, why) in LISTS.items() if any(_fits(name, files) for name in names)}
    if any(name.endswith(".md") for name in names):
        needed[INDEX] = FIRST
    readmes = {f"{uri.removesuffix(INDEX)}README.md": uri for uri in needed if uri.endswith(INDEX)}  # MkDocs' own way
    here = {*names, *(uri for readme, uri in readmes.items() if readme in names)}
    return {uri: f"this file is missing. Add it: {why}" for uri, why in needed.items() if uri not in here}


def same_address(addresses: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each page at whose address another page lies already, with that other page, by path."""
    first: dict[str, str] = {}
    for uri, address in sorted(addresses.items()):
        if address in first:
            yield uri, first[address]
        first.setdefault(address, uri)


def _fits(name: str, files: Collection[str]) -> bool:
    folder, ending = posixpath.dirname(name), posixpath.splitext(name)[1]
    return name in files or f"{folder}/*{ending}" in files

"""The site as built: its files, what they were made from, and what is found at an address."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote

from site_link_check.read.address import Home


@dataclass(frozen=True)
class Site:
    """The files of a built site and where each came from.

    `made_from` gives for a file of the site its source, from the docs folder; `withheld` the same for files that
    would be built were they not excluded or drafts. `repository` is where the docs folder is published as source.
    """

    home: Home
    names: frozenset[str]
    made_from: Mapping[str, str] = field(default_factory=dict)
    withheld: Mapping[str, str] = field(default_factory=dict)
    docs: str = "docs"
    directory_urls: bool = True
    repository: str = ""
    written: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The addresses as written in the Markdown of each page, where the reader has told them."""
    families: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For a page of a build within the build (in another language), what that build made of each source."""
    roots_docs: bool = False
    """Whether an absolute path in Markdown starts at the docs folder."""
    versions: bool = False
    """Whether other versions of the site are published beside this one."""
    kept: frozenset[str] = frozenset()
    """The pages that were not rendered in this build, but kept from an earlier one."""

    output: str = "site"
    """How messages name the folder of the built site."""

    @cached_property
    def built_as(self) -> dict[str, str]:
        """Return the file of the site for each source, from the docs folder."""
        return {source: name for name, source in self.made_from.items()}

    def built_for(self, page: str) -> Mapping[str, str]:
        """Return the file of the site for each source in the build that made a page."""
        return self.families.get(page, self.built_as)

    def named(self, page: str, path: str) -> str:
        """Return the source that a relative path in the Markdown of a page names, be it there or not."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.made_from.get(page, "")), unquote(path)))

    def is_markdown(self, name: str) -> bool:
        """Tell whether a file of the site was made from Markdown."""
        return self.made_from.get(name, "").endswith((".md", ".markdown"))

    @cached_property
    def homes(self) -> list[str]:
        """Return the page with which each build of the site begins: one, or one for each language."""
        made: dict[int, list[str]] = {}
        for name in self.names:
            if name == "index.html" or name.endswith("/index.html"):
                made.setdefault(id(self.families.get(name)), []).append(name)
        return [min(names, key=lambda name: (name.count("/"), name)) for names in made.values()]

    @cached_property
    def held_as(self) -> dict[str, str]:
        """Return the file that each source would be, were it built."""
        return {source: name for name, source in self.withheld.items()}

    @cached_property
    def folders(self) -> frozenset[str]:
        """Return each folder that holds a file, with a slash at its end."""
        found: set[str] = set()
        for name in self.names:
            parts = name.split("/")[:-1]
            found.update("/".join(parts[: number + 1]) + "/" for number in range(len(parts)))
        return frozenset(found)

    @cached_property
    def folded(self) -> dict[str, str]:
        """Return each address, file and source of the site by its name without regard to case."""
        known = {*self.names, *self.built_as, *(address_of(name) for name in self.names)}
        return {name.casefold(): name for name in sorted(known, reverse=True)}

    def found(self, path: str) -> tuple[str | None, str]:
        """Return the file at a path, and why only a kind server would find it (nothing when each would)."""
        if path in self.names:
            made = self.made_from.get(path, "")
            if self.directory_urls and made.endswith((".md", ".markdown")) and path.endswith(".html"):
                shown = address_of(path)
                return path, "" if shown == path else f'the page\'s own address is "{shown or "./"}"'
            return path, ""
        if path.endswith("/") or not path:
            if path + "index.html" in self.names:
                return path + "index.html", ""
            return (path, "the folder has no page of its own") if path in self.folders else (None, "")
        if path + "/index.html" in self.names:
            return path + "/index.html", 'a "/" is missing at the end'
        if path + ".html" in self.names:
            return path + ".html", 'the ending ".html" is missing'
        return (path, "the folder has no page of its own") if path + "/" in self.folders else (None, "")

    def shown(self, name: str) -> str:
        """Return how messages name a file of the site: its source where it has one."""
        return self.made_from.get(name, name)


def address_of(name: str) -> str:
    """Return the address, from the root of the site, at which a file is read."""
    return name[: -len("index.html")] if name == "index.html" or name.endswith("/index.html") else name

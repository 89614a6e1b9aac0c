"""The changes between two builds of a site, as its readers see them."""

from collections.abc import Mapping
from dataclasses import dataclass

from kit.comparison.page import Page, page_in
from kit.comparison.sheet import Sheet, look_different, sheets_of


@dataclass(frozen=True)
class Site:
    """A built site: the text of each HTML file and the bytes of each PDF, by file."""

    pages: Mapping[str, str]
    papers: Mapping[str, bytes]


@dataclass(frozen=True)
class Changes:
    """What changed between two sites: pages by file, and sheets; `printed` are all changed PDFs."""

    added: Mapping[str, Page]
    changed: Mapping[str, tuple[Page, Page]]
    removed: Mapping[str, Page]
    printed: tuple[str, ...]
    sheets: tuple[Sheet, ...]

    @property
    def nothing(self) -> bool:
        """Whether readers see no difference."""
        return not (self.added or self.changed or self.removed or self.printed)


def changes_between(before: Site, after: Site) -> Changes:
    """Return what a reader of the second site sees that is not in the first, and what is gone."""
    old, new = _read(before), _read(after)
    both = sorted(old.keys() & new.keys())
    papers = {
        name: (before.papers.get(name, b""), after.papers.get(name, b""))
        for name in sorted(before.papers.keys() | after.papers.keys())
    }
    printed = {name: pair for name, pair in papers.items() if look_different(*pair)}
    return Changes(
        added={name: new[name] for name in sorted(new.keys() - old.keys())},
        changed={name: (old[name], new[name]) for name in both if old[name].whole != new[name].whole},
        removed={name: old[name] for name in sorted(old.keys() - new.keys())},
        printed=tuple(printed),
        sheets=tuple(sheets_of(printed)),
    )


def _read(site: Site) -> dict[str, Page]:
    found = {file: page_in(text, file=file) for file, text in site.pages.items()}
    return {file: page for file, page in found.items() if page is not None}

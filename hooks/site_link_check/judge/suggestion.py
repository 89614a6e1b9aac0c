"""Suggestions: the one page, file or anchor that a broken link most likely meant, or none."""

import difflib
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from site_link_check.judge.fault import Hint
from site_link_check.read.address import Kind, after_path, relative, resolve
from site_link_check.read.built_page import BuiltPage
from site_link_check.read.site import Site, address_of

ENDINGS = (".md", ".html", "")
BARE = re.compile(r"[\W_]+")
CLOSE = 0.72
"""The likeness (0 to 1) from which two names are taken for one misspelt."""
LIKE = 0.6
"""The same where more than the name speaks for it: the folder, or the page."""


@dataclass(frozen=True)
class Suggestions:
    """Finds what a broken link meant.

    `moved` tells for a source that is gone where it went (renames and redirects). It is asked at most once, and only
    when a page is missing, since a build's host may have to read history for it.
    """

    site: Site
    pages: Mapping[str, BuiltPage]
    moved: Callable[[], Mapping[str, str]] = dict

    def relative(self, name: str, page: str) -> str:
        """Return the path from a page to a file of the site, as a browser needs it."""
        read = self.pages.get(page)
        base = resolve(read.base, page=page, home=self.site.home) if read is not None and read.base else None
        return relative(address_of(name), page=base.path if base is not None and base.kind is Kind.INSIDE else page)

    def of_path(self, path: str, *, url: str) -> Hint | None:
        """Return what a missing path meant, from the docs folder or from the root of the site."""
        anchor = after_path(url)
        if (went := self._moves.get(path) or self._moves.get(path.removesuffix("/") + ".md")) is not None:
            return Hint(went, anchor, moved=True)
        if not path and "index.md" in self.site.built_as:
            return Hint("index.md", anchor)
        name = self._nearest(path) if _is_page(path) else self._nearest_file(path)
        return Hint(name, anchor) if name else None

    def phrase(self, hint: Hint | None, *, url: str, page: str, is_markdown: bool | None) -> str:
        """Return ` Did you mean "x"?` in the form in which a URL was written: Markdown, HTML or (None) not known."""
        written = self.written(hint, url=url, page=page, is_markdown=is_markdown) if hint is not None else url
        if hint is None or written == url:  # right where another page, or another language, would write it
            return ""
        return f'{" It moved." if hint.moved else ""} Did you mean "{written}"?'

    def written(self, hint: Hint, *, url: str, page: str, is_markdown: bool | None) -> str:
        """Return what a link meant, in the form in which it was written."""
        return self._written(hint.name, url, page, is_markdown=is_markdown) + hint.anchor

    def same_anchor(self, fragment: str, file: str) -> str:
        """Return the one id of a page that another tool may have made of the same heading, or nothing."""
        bare = BARE.sub("", fragment.casefold())
        same = {name for name in self.pages[file].article_ids if bare and BARE.sub("", name.casefold()) == bare}
        return same.pop() if len(same) == 1 else ""

    def of_anchor(self, fragment: str, file: str) -> str:
        """Return ` Did you mean "#x"?` for a missing anchor: on the same page, else the same name elsewhere."""
        ids = [name for name in sorted(self.pages[file].article_ids) if name and not name.startswith("__")]
        folded = {name.casefold(): name for name in reversed(ids)}
        begun = re.split(r"[^\w.-]", fragment.casefold(), maxsplit=1)[0]
        if begun in folded:
            return f' Did you mean "#{folded[begun]}"?'
        near = difflib.get_close_matches(fragment.casefold(), sorted(folded), n=1, cutoff=LIKE)
        if near:
            return f' Did you mean "#{folded[near[0]]}"?'
        others = self._places_of.get(fragment, ())
        return f" It is on {self.site.shown(others[0])}." if len(others) == 1 else ""

    @cached_property
    def _moves(self) -> Mapping[str, str]:
        return self.moved()

    @cached_property
    def _places_of(self) -> dict[str, list[str]]:
        places: dict[str, list[str]] = {}
        for file in sorted(self.pages):
            for name in self.pages[file].article_ids:
                places.setdefault(name, []).append(file)
        return places

    @cached_property
    def _sources(self) -> list[str]:
        names = {self.site.made_from.get(name, address_of(name)) for name in self.site.names}
        return sorted(name for name in names if name and not name.startswith("search/"))

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        named: dict[str, list[str]] = {}
        for source in self._sources:
            if _is_page(source):
                named.setdefault(_stem(source), []).append(source)
        return named

    def _nearest_file(self, path: str) -> str | None:
        """Return the one file, no page, that a path most likely meant."""
        files = [name for name in self._sources if not _is_page(name)]
        same = [name for name in files if posixpath.basename(name) == posixpath.basename(path)]
        named = [name for name in files if _stem(name) == _stem(path)]
        if len(only := same or named) == 1:
            return only[0]
        ending = [name for name in files if _ending(name) == _ending(path) or name in named]
        return _alike(path, difflib.get_close_matches(path, ending, n=1, cutoff=CLOSE))

    def _nearest(self, path: str) -> str | None:
        """Return the one source or file that a path most likely meant."""
        stem = _stem(path)
        if stem and len(same := self._by_name.get(stem, [])) == 1:
            return same[0]
        trimmed = path.removeprefix("../")
        around = [path + "/index.md", trimmed, posixpath.join(posixpath.dirname(posixpath.dirname(path)), _last(path))]
        for each in around:
            for ending in ENDINGS:
                if (found := posixpath.splitext(each)[0] + ending) in self.site.built_as and found != path:
                    return found
        near = difflib.get_close_matches(stem, sorted(self._by_name), n=1, cutoff=CLOSE) if stem else []
        options = self._by_name[near[0]] if near else self._sources
        within = [name for name in options if posixpath.dirname(name) == posixpath.dirname(path)]
        if near and len(options) == 1:
            return options[0]
        if near and len(within) == 1:
            return within[0]
        whole = difflib.get_close_matches(path, options, n=2, cutoff=0.8)
        return _alike(path, whole)

    def _written(self, name: str, url: str, page: str, *, is_markdown: bool | None) -> str:
        family = self.site.built_for(page)
        built = family.get(name) or self.site.built_as.get(name, name)
        path = url.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0]
        if url.startswith(("http:", "https:")):
            return self.site.home.url + address_of(built)
        source = self.site.made_from.get(page, "")
        if path.startswith("/"):
            return "/" + name if is_markdown and self.site.roots_docs else self.site.home.base + address_of(built)
        if is_markdown and source and (name in family or name in self.site.built_as):
            return relative(name, page=source).replace(" ", "%20")
        forms = [self.relative(built, page)]
        if is_markdown is None and name in self.site.built_as and source and path.endswith(_ending(name) or ".md"):
            forms.insert(0, relative(name, page=source))
        return max(forms, key=lambda form: difflib.SequenceMatcher(None, form, path).ratio())


def _is_page(path: str) -> bool:
    return _ending(path) in {"", ".md", ".markdown", ".html", ".htm"}


def _alike(path: str, found: list[str]) -> str | None:
    """Return the first of what was found if its name is like that of a path: an equal folder makes no names alike."""
    stem, other = _stem(path), _stem(found[0]) if found else ""
    likeness = difflib.SequenceMatcher(None, stem, other).ratio()
    return found[0] if other and (likeness >= LIKE or stem.startswith(other) or other.startswith(stem)) else None


def _last(path: str) -> str:
    return posixpath.basename(path.rstrip("/"))


def _ending(path: str) -> str:
    return posixpath.splitext(path)[1]


def _stem(path: str) -> str:
    """Return the name of a page without folder and ending; that of an index page is its folder's."""
    path = path.rstrip("/")
    stem = posixpath.splitext(posixpath.basename(path))[0]
    if stem in {"index", "README"}:
        stem = posixpath.basename(posixpath.dirname(path))
    return stem.casefold()

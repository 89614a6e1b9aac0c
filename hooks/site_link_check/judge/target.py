"""The target of a link: whether a page, file or anchor is there, and if not, why."""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import quote, unquote

from site_link_check.judge.fault import Hint
from site_link_check.judge.scheme import fault_of_path, fault_of_scheme
from site_link_check.judge.suggestion import Suggestions
from site_link_check.problem import counted
from site_link_check.read.address import Address, Kind, after_path, relative, resolve, way_down
from site_link_check.read.built_page import BuiltPage, Link
from site_link_check.read.pdf import Pdf
from site_link_check.read.site import Site, address_of

ROUTE = "!/"
"""A fragment that begins so is a route of a script on the page, no anchor."""
PDF_PAGE = re.compile(r"(?:.*&)?page=(?P<number>\d+)(?:&.*)?", re.IGNORECASE)
VERSION = re.compile(
    r"v?\d+(?:\.[\dx]+)*(?:[-.]?(?:a|b|rc|alpha|beta|dev|pre|post)[-.]?\d*)?|latest|stable|dev|devel|next|edge|nightly|main|master|preview"
)
"""What people name the folder of one version."""

LINKS = frozenset({"a", "area"})
"""The elements that people follow."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a URL leads to, and the rule it breaks with the reason (both empty when it is sound).

    `target` is the same for every way to write one target; `file` is the file of the site, when there is one.
    """

    rule: str = ""
    text: str = ""
    target: str = ""
    file: str = ""
    fragment: str = ""
    hint: Hint | None = None
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """Where some links of a page lead: those to look at, and the files that they link or load."""

    faulty: tuple[Link, ...]
    linked: frozenset[str]
    loaded: frozenset[str]


class Judge:
    """Judges URLs against one built site; equal questions are answered once."""

    def __init__(
        self,
        site: Site,
        pages: Mapping[str, BuiltPage],
        suggestions: Suggestions,
        *,
        pdfs: Mapping[str, Pdf] | None = None,
        states: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Judge against the files of a site and its pages as read.

        `states` gives patterns for sources, and for each the patterns of fragments that a script there reads.
        """
        self._pdfs = pdfs or {}
        self._states = states or {}
        self._site = site
        self._pages = pages
        self._suggestions = suggestions
        self._sound: dict[tuple[str, str], Verdict] = {}
        self._faulty: dict[tuple[str, str], Verdict] = {}
        self._menus: dict[frozenset[Link], Around] = {}
        self._around: dict[str, tuple[Around, Around, Around]] = {}

    def verdict(self, url: str, *, page: str) -> Verdict:
        """Return the verdict on a URL in a file of the site."""
        if url[:1] == "#" and (own := self._pages.get(page)) is not None and url[1:] in own.ids:
            return Verdict("", "", address_of(page) + url, page, url[1:])
        place = way_down(url, folder=page.rpartition("/")[0]) or (page, url)
        if (known := self._sound.get(place) or self._faulty.get((page, url))) is None:
            known = self._judge(url, page)
            if known.rule:
                self._faulty[page, url] = known
            else:
                self._sound[place] = known
        return known

    def phrase(self, verdict: Verdict, url: str, page: str = "") -> str:
        """Return ` Did you mean "x"?` for a verdict on an address in a file of the site, or from its root."""
        return self._suggestions.phrase(verdict.hint, url=url, page=page, is_markdown=None)

    def around(self, page: BuiltPage) -> tuple[Around, Around, Around]:
        """Return where a page leads by its menu (judged once for all pages that have it), other chrome, and words."""
        if (found := self._around.get(page.file)) is None:
            if (menu := self._menus.get(page.menu)) is None:
                menu = self._menus[page.menu] = self._read_around(page.menu, "")
            words = {(each.tag, each.attribute, each.url) for each in page.references}
            found = menu, self._read_around(page.chrome, page.file), self._read_around(words, page.file)
            self._around[page.file] = found
        return found

    def faulty_around(self, page: BuiltPage) -> list[Link]:
        """Return the links around the words of a page that are to be looked at, as they stand on it."""
        menu, chrome, _ = self.around(page)
        here = [(tag, attribute, _from(url, page.file)) for tag, attribute, url in menu.faulty]
        return [*here, *chrome.faulty]

    def _read_around(self, links: Iterable[Link], page: str) -> Around:
        linked: set[str] = set()
        loaded: set[str] = set()
        faulty: list[Link] = []
        for link in links:
            tag, _, url = link
            verdict = self.verdict(url, page=page)
            if verdict.rule or not url:
                faulty.append(link)
            file = verdict.file or self._meant(verdict.hint)
            if tag not in LINKS:
                loaded.add(file)
            elif url:
                linked.add(file)
        return Around(tuple(faulty), frozenset(linked), frozenset(loaded))

    def _meant(self, hint: Hint | None) -> str:
        """Return the file that a broken link most likely meant: that nothing leads there has the same cause."""
        return self._site.built_as.get(hint.name, hint.name) if hint is not None else ""

    def _judge(self, url: str, page: str) -> Verdict:
        address = resolve(url, page=page, home=self._site.home)
        match address.kind:
            case Kind.MALFORMED:
                return Verdict("url-malformed", f'"{url}" is no address: {address.reason}.', url)
            case Kind.ABOVE | Kind.BASELESS if self._is_other_version(url, page, address):
                return Verdict(target=url)
            case Kind.ABOVE:
                return Verdict("target-outside", f'"{url}" climbs out of the site.', self._target(url, page))
            case Kind.BASELESS:
                return self._baseless(url, page, address)
            case Kind.OUTSIDE:
                rule, text = fault_of_scheme(url.strip(), address.scheme) or ("", "")
                return Verdict(rule, text, url)
            case Kind.INSIDE:
                return self._inside(url, page, address)

    def _is_other_version(self, url: str, page: str, address: Address) -> bool:
        """Tell whether an address is that of another version of this site, published beside this one."""
        base = self._site.home.base.strip("/")
        folder, _, version = base.rpartition("/")
        path = address.path
        if address.kind is Kind.ABOVE:
            above = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(url)))
            first = above.removeprefix("../").partition("/")[0]
        elif address.kind is Kind.BASELESS:
            if folder and not path.startswith(folder + "/"):
                return False
            first = path[len(folder) :].strip("/").partition("/")[0]
        else:
            first = path.partition("/")[0]
            return self._site.versions and VERSION.fullmatch(first) is not None
        is_one = VERSION.fullmatch(first.partition("#")[0]) is not None
        return is_one and (self._site.versions or VERSION.fullmatch(version) is not None)

    def _baseless(self, url: str, page: str, address: Address) -> Verdict:
        base = self._site.home.base
        if self._site.roots_docs and url in self._site.written.get(page, ()):
            return self._missing(url, page, address)
        text = f'"{url}" leaves out the folder of the site, expected "{base}{url.lstrip("/")}" or a relative path.'
        if self._site.found(address.path)[0] is None:
            text = f'"{url}" is outside the folder of the site ("{base}"), expected a relative path.'
        return Verdict("base-path", text, url)

    def _inside(self, url: str, page: str, address: Address) -> Verdict:
        site = self._site
        file, courtesy = site.found(address.path)
        if file is None:
            if self._is_other_version(url, page, address):
                return Verdict(target=url)
            return self._missing(url, page, address)
        target = address_of(file) + ("#" + address.fragment if address.fragment else "")
        if fault := self._anchor(url, page, file, address.fragment):
            mend = self._suggestions.same_anchor(address.fragment, file) if file in self._pages else ""
            return Verdict(*fault, target, file, mend=mend)
        if courtesy:
            return Verdict("target-courtesy", f'"{url}" works only where the server helps: {courtesy}.', target, file)
        return Verdict("", "", target, file, address.fragment)

    def _target(self, url: str, page: str) -> str:
        """Return what a relative URL that leads nowhere names when read from the source of its page."""
        source = self._site.made_from.get(page)
        path = unquote(url.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0])
        if source is None or not path or path.startswith("/"):
            return path.lstrip("/")
        return self._site.named(page, path)

    def _missing(self, url: str, page: str, address: Address) -> Verdict:
        site = self._site
        source = self._target(url, page)
        if fault := fault_of_path(unquote(url)):
            return Verdict(*fault, source)
        if address.full:
            hint = self._suggestions.of_path(address.path, url=url)
            return Verdict("target-missing", f'"{url}" is not in this site.', address.path, hint=hint)
        name = address.path + "index.html" if address.path.endswith("/") or not address.path else address.path
        held = site.held_as.get(source) or (name if name in site.withheld else None)
        if held:
            target = address_of(held) + ("#" + address.fragment if address.fragment else "")
            return Verdict("target-excluded", f"{site.withheld[held]} is not built: it is excluded or a draft.", target)
        if built := site.built_for(page).get(source):
            if page in site.kept:
                return Verdict(target=source)
            right = self._suggestions.relative(built, page)
            rule = "target-markdown" if source.endswith(".md") else "target-missing"
            text = f'"{url}" is right in Markdown, but here nothing rewrites it. Did you mean "{right}"?'
            return Verdict(rule, text, source, mend=right if rule == "target-markdown" else "")
        for path in (source, address.path):
            if (other := site.folded.get(path.casefold())) and other != path:
                name = other + "index.html" if other + "index.html" in site.names else other
                hint = Hint(site.shown(name), after_path(url))
                return Verdict("target-case", f'"{url}" differs by letter case.', source, hint=hint)
        hint = self._suggestions.of_path(source if url[:1] != "/" else address.path, url=url)
        return Verdict("target-missing", f'"{url}" is no {kind_of(address.path)}.', source, hint=hint)

    def _is_state(self, fragment: str, file: str) -> bool:
        """Tell whether the settings name a fragment as the state of a script on a page."""
        source = self._site.shown(file)
        return any(
            fnmatchcase(source, page) and any(fnmatchcase(fragment, each) for each in patterns)
            for page, patterns in self._states.items()
        )

    def _anchor(self, url: str, page: str, file: str, fragment: str) -> tuple[str, str] | None:
        fragment = fragment.split(":~:", maxsplit=1)[0]
        if (pdf := self._pdfs.get(file)) is not None:
            return _of_pdf(fragment, pdf, self._site.shown(file))
        seen = self._pages.get(file)
        if not fragment or seen is None or fragment in seen.ids:
            return None
        if seen.redirect and file != page:
            onward = resolve(seen.redirect, page=file, home=self._site.home).path
            seen = self._pages.get(self._site.found(onward)[0] or "", seen)
            if fragment in seen.ids:
                return None
        raw = url.partition("#")[2]
        if fragment.lower() == "top" or raw in seen.ids or fragment.startswith(ROUTE) or self._is_state(fragment, file):
            return None
        where = "this page" if seen.file == page else self._site.shown(seen.file)
        folded = {name.casefold(): name for name in seen.ids}
        if other := folded.get(fragment.casefold()):
            return "anchor-case", f'"#{fragment}" on {where} differs by letter case. Did you mean "#{other}"?'
        return "anchor-missing", f'no "#{fragment}" on {where}.{self._suggestions.of_anchor(fragment, seen.file)}'


def kind_of(path: str) -> str:
    """Return how messages call what is missing at a path: a page or a file."""
    return "page" if posixpath.splitext(path)[1] in {"", ".md", ".html"} else "file"


def _of_pdf(fragment: str, pdf: Pdf, shown: str) -> tuple[str, str] | None:
    """Return what is wrong with the number of a page in a PDF."""
    match = PDF_PAGE.fullmatch(fragment)
    if match is None or not pdf.pages or 1 <= int(match["number"]) <= pdf.pages:
        return None
    pages = counted(pdf.pages, "page", "pages")
    return "anchor-missing", f"{shown} has {pages}, there is no page {match['number']}."


def _from(url: str, page: str) -> str:
    """Return a rooted URL as it stands on a page."""
    return relative(url, page=quote(page)) if url.startswith("./") else url

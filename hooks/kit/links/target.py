"""The target of a link: whether a page, file or anchor is there, and if not, why."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from kit.links.address import Address, Kind, relative, resolve, way_down
from kit.links.built_page import BuiltPage, Link
from kit.links.scheme import fault_of_path, fault_of_scheme
from kit.links.site import Site, address_of
from kit.links.suggestion import Suggestions

STATE = re.compile(r"[=!/]|^v\d")
"""A fragment with one of these is the state of a script on the page (`#page=2`, `#!/x`), no anchor."""

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


@dataclass(frozen=True, slots=True)
class Around:
    """Where some links of a page lead: those to look at, and the files that they link or load."""

    faulty: tuple[Link, ...]
    linked: frozenset[str]
    loaded: frozenset[str]


class Judge:
    """Judges URLs against one built site; equal questions are answered once."""

    def __init__(self, site: Site, pages: Mapping[str, BuiltPage], suggestions: Suggestions) -> None:
        """Judge against the files of a site and its pages as read."""
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
            if tag not in LINKS:
                loaded.add(verdict.file)
            elif url:
                linked.add(verdict.file)
        return Around(tuple(faulty), frozenset(linked), frozenset(loaded))

    def _judge(self, url: str, page: str) -> Verdict:
        address = resolve(url, page=page, home=self._site.home)
        match address.kind:
            case Kind.MALFORMED:
                return Verdict("url-malformed", f'"{url}" is no address: {address.reason}.', url)
            case Kind.ABOVE:
                return Verdict("target-outside", f'"{url}" climbs out of the site.', self._target(url, page))
            case Kind.BASELESS:
                return self._baseless(url, address)
            case Kind.OUTSIDE:
                rule, text = fault_of_scheme(url.strip(), address.scheme) or ("", "")
                return Verdict(rule, text, url)
            case Kind.INSIDE:
                return self._inside(url, page, address)

    def _baseless(self, url: str, address: Address) -> Verdict:
        base = self._site.home.base
        text = f'"{url}" leaves out the folder of the site, expected "{base}{url.lstrip("/")}" or a relative path.'
        if self._site.found(address.path)[0] is None:
            text = f'"{url}" is outside the folder of the site ("{base}"), expected a relative path.'
        return Verdict("base-path", text, url)

    def _inside(self, url: str, page: str, address: Address) -> Verdict:
        site = self._site
        file, courtesy = site.found(address.path)
        if file is None:
            return self._missing(url, page, address)
        target = address_of(file) + ("#" + address.fragment if address.fragment else "")
        if fault := self._anchor(url, page, file, address.fragment):
            return Verdict(*fault, target, file)
        if courtesy:
            return Verdict("target-courtesy", f'"{url}" works only where the server helps: {courtesy}.', target, file)
        return Verdict("", "", target, file, address.fragment)

    def _target(self, url: str, page: str) -> str:
        """Return what a relative URL that leads nowhere names when read from the source of its page."""
        source = self._site.made_from.get(page)
        path = unquote(url.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0])
        if source is None or not path or path.startswith("/"):
            return path.lstrip("/")
        return posixpath.normpath(posixpath.join(posixpath.dirname(source), path))

    def _missing(self, url: str, page: str, address: Address) -> Verdict:
        site = self._site
        source = self._target(url, page)
        if fault := fault_of_path(unquote(url)):
            return Verdict(*fault, source)
        if address.full:
            near = self._suggestions.of_path(address.path, url=url, page="")
            return Verdict("target-missing", f'"{url}" is not in this site.{near}', address.path)
        name = address.path + "index.html" if address.path.endswith("/") or not address.path else address.path
        held = site.held_as.get(source) or (name if name in site.withheld else None)
        if held:
            target = address_of(held) + ("#" + address.fragment if address.fragment else "")
            return Verdict("target-excluded", f"{site.withheld[held]} is not built: it is excluded or a draft.", target)
        if source in site.built_as:
            right = self._suggestions.relative(site.built_as[source], page)
            rule = "target-markdown" if source.endswith(".md") else "target-missing"
            text = f'"{url}" is right in Markdown, but here nothing rewrites it. Did you mean "{right}"?'
            return Verdict(rule, text, source)
        for path in (source, address.path):
            if (other := site.folded.get(path.casefold())) and other != path:
                right = self._suggestions.in_case(url, other)
                return Verdict("target-case", f'"{url}" differs by letter case. Did you mean "{right}"?', source)
        kind = "page" if posixpath.splitext(address.path)[1] in {"", ".md", ".html"} else "file"
        near = self._suggestions.of_path(source if url[:1] != "/" else address.path, url=url, page=page)
        return Verdict("target-missing", f'"{url}" is no {kind}.{near}', source)

    def _anchor(self, url: str, page: str, file: str, fragment: str) -> tuple[str, str] | None:
        fragment = fragment.split(":~:", maxsplit=1)[0]
        seen = self._pages.get(file)
        if not fragment or seen is None or fragment in seen.ids:
            return None
        if seen.redirect and file != page:
            onward = resolve(seen.redirect, page=file, home=self._site.home).path
            seen = self._pages.get(self._site.found(onward)[0] or "", seen)
            if fragment in seen.ids:
                return None
        raw = url.partition("#")[2]
        if fragment.lower() == "top" or raw in seen.ids or STATE.search(fragment):
            return None
        where = "this page" if seen.file == page else self._site.shown(seen.file)
        folded = {name.casefold(): name for name in seen.ids}
        if other := folded.get(fragment.casefold()):
            return "anchor-case", f'"#{fragment}" on {where} differs by letter case. Did you mean "#{other}"?'
        return "anchor-missing", f'no "#{fragment}" on {where}.{self._suggestions.of_anchor(fragment, seen.file)}'


def _from(url: str, page: str) -> str:
    """Return a rooted URL as it stands on a page."""
    return relative(url, page=quote(page)) if url.startswith("./") else url

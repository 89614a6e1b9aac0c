"""The link check: everything wrong with the links of a built site, each fault once and traced to its source."""

import datetime as dt
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from site_link_check.finding import Finding, Outcome
from site_link_check.judge.definition import definition_problems
from site_link_check.judge.fault import Fault, Place
from site_link_check.judge.links import FILE_NAME, Built, link_faults, read_built
from site_link_check.judge.move import aliases, renames
from site_link_check.judge.reach import (
    Record,
    broken_promises,
    gone_addresses,
    reach_faults,
    redirect_faults,
    unused_assets,
)
from site_link_check.judge.suggestion import Suggestions
from site_link_check.judge.target import Judge
from site_link_check.judge.unclosed import Unclosed, may_be_unclosed, unclosed_element, without_consequences
from site_link_check.place.location import Locator
from site_link_check.problem import Problem, did_you_mean
from site_link_check.read.address import resolve
from site_link_check.read.lines import Path
from site_link_check.read.markdown_source import snippets
from site_link_check.read.pdf import PdfMemory
from site_link_check.read.reader import Reader
from site_link_check.read.recipe import Nav
from site_link_check.read.site import Site
from site_link_check.read.source import Sources, Text
from site_link_check.say.baseline import without_known
from site_link_check.settings import LinkSettings, stale

TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{!.*?!\}")
"""What a plugin replaces in Markdown, such as `{% include "map.svg" %}`."""
READ = (".html", ".htm", ".css", ".js", ".mjs", ".json", ".webmanifest", ".xml", ".pdf", "robots.txt")
"""The endings of the files that can hold links."""
AUTHORED = frozenset(
    {
        "target-courtesy",
        "url-own",
        "repository-missing",
        "anchor-ambiguous",
        "link-self",
        "link-vague",
        "scheme-insecure",
    }
    | {"scheme-relative", "scheme-data", "scheme-script", "image-alt"}
)
"""Rules of style: reported only where somebody wrote the link, not where a theme or plugin made it."""
OF_THE_WHOLE = frozenset(
    {"address-gone", "asset-unused", "id-unknown", "nav-omitted", "not-shown", "page-far", "page-unreached"}
)
"""Rules about what all pages of a site do together, which cannot be told while some of them are not made."""
BY_THEME = frozenset({"target-hash", "target-empty", "link-empty"})
"""Rules that a theme's buttons break on purpose: reported around the words only where somebody wrote them."""


@dataclass(frozen=True)
class Build:
    """All that the check reads, as data: the site, its sources and its settings."""

    site: Site
    sources: Sources
    settings: LinkSettings
    today: dt.date
    nav: Nav = field(default_factory=Nav)
    reader: Reader = field(default_factory=Reader)
    records: Mapping[str, Record] = field(default_factory=dict)
    line_of: Callable[[Path], int] = lambda _: 0
    settings_path: Path = ("extra", "links")
    inventory: str = ""
    baseline: str = ""
    edit_folders: tuple[str, str] = ("", "")
    history: Callable[[], str] = str
    rendered: frozenset[str] | None = None
    unmade: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def configured(self, *path: str | int) -> Place:
        """Return the place of a key of the configuration."""
        files = self.sources.others[0] if self.sources.others else ()
        return Place(files[0].file if files else "settings", self.line_of(path))


def check_links(build: Build, content: Callable[[str], bytes], memory: PdfMemory | None = None) -> Outcome:
    """Return all that is wrong with the links of a built site; `content` reads one of its files, each once.

    `memory` knows the PDFs of earlier builds.
    """
    site, sources, settings = build.site, build.sources, build.settings
    built = read_built(((name, content(name)) for name in sorted(site.names) if name.endswith(READ)), site, memory)
    suggestions = Suggestions(site, built.pages, lambda: _moves(built, build))
    judge = Judge(site, built.pages, suggestions, pdfs=built.pdfs, states=settings.states)
    faults = [*link_faults(built, site, judge, build.rendered), *_site_faults(built, build, judge)]
    faults = [fault for fault in faults if not _is_elsewhere(fault, build) and not _follows(fault, build)]
    locator = Locator(site, sources, build.reader, built.pages.__getitem__, suggestions)
    unclosed = [each for file in sources.pages if (each := _unclosed(file, build, locator)) is not None]
    counted = [each for each in locator.located(faults) if _counts(each, site)]
    placed = without_consequences(counted, unclosed, site)
    found = {_finding(fault, settings) for fault in placed}
    found |= {_finding(each.fault, settings) for each in unclosed}
    found |= {
        Finding(problem, settings.severity_of(problem.rule))
        for file, page in sources.pages.items()
        if page.is_markdown and "]:" in page.text and file in built.pages and file not in site.kept
        for problem in _of_definitions(file, page, build, locator)
    }
    links = sum(len(page.references) + len(page.chrome) + len(page.menu) for page in built.pages.values())
    links += sum(len(references) for references in built.data.values())
    anchors = sum(len(page.ids) for page in built.pages.values())
    new, known = without_known(_let_through(_once(found), build), build.baseline)
    return Outcome(tuple(new), len(built.pages), links, anchors, tuple(known))


def _unclosed(file: str, build: Build, locator: Locator) -> Unclosed | None:
    page = build.sources.pages[file]
    if not page.is_markdown or "<" not in page.text or not may_be_unclosed(page.text):
        return None
    text = locator.text_of(file)
    return unclosed_element(text, file=file) if text is not None else None


def _of_definitions(file: str, page: Text, build: Build, locator: Locator) -> Iterator[Problem]:
    text = locator.text_of(file)
    if text is not None:
        yield from definition_problems(text, build.reader.reading(file, text.text), file=page.file)


def _counts(fault: Fault, site: Site) -> bool:
    """Tell whether a fault counts where it was found: one of style only where somebody wrote the link."""
    if fault.rule == "link-self":
        return fault.authored and fault.place is not None and fault.place.file.endswith((".md", ".markdown"))
    return fault.authored or fault.rule not in (
        AUTHORED | BY_THEME if fault.chrome or fault.file not in site.made_from else AUTHORED
    )


def _moves(built: Built, build: Build) -> dict[str, str]:
    """Return where sources went: by rename, by an alias in the front matter of another page, or by redirect."""
    moves = renames(build.history())
    for text in build.sources.pages.values():
        source = text.file.removeprefix(build.site.docs + "/")
        for alias in aliases(text.text) if text.is_markdown else ():
            moves[posixpath.join(posixpath.dirname(source), alias.removesuffix(".md") + ".md")] = source
    for file, page in built.pages.items():
        if page.redirect and file not in build.site.made_from:
            target = resolve(page.redirect, page=file, home=build.site.home).path
            name = target + "index.html" if target.endswith("/") or not target else target
            moves[file.removesuffix("/index.html").removesuffix(".html") + ".md"] = build.site.made_from.get(
                name, target
            )
    return moves


def _site_faults(built: Built, build: Build, judge: Judge) -> Iterator[Fault]:
    site, settings = build.site, build.settings
    if build.rendered is None:
        yield from reach_faults(built, site, judge, build.nav, settings, build.sources.made_by)
        yield from unused_assets(built, site, judge, settings, _included(build.sources))
        yield from broken_promises(settings.promises, build.records, built, site, judge)
    yield from redirect_faults(built, site, judge)
    if build.inventory:
        yield from gone_addresses(build.inventory, file=settings.inventory, judge=judge)
    if build.edit_folders[0] != build.edit_folders[1]:
        written, right = build.edit_folders
        text = f'"{written}" names nothing in the repository, expected "{right}".'
        yield Fault("edit-uri", "", text, place=build.configured("edit_uri"))
    if build.sources.snippet_settings is not None:
        yield from _missing_snippets(build.sources)


def _included(sources: Sources) -> frozenset[str]:
    """Return the files that pages include: snippets as messages name them, those of templates by their bare names."""
    marks = (mark for page in sources.pages.values() if page.is_markdown for mark in TEMPLATE.findall(page.text))
    names = {name for mark in marks for name in FILE_NAME.findall(mark)}
    return frozenset(names | {text.file for text in sources.snippets.values()})


def _missing_snippets(sources: Sources) -> Iterator[Fault]:
    pages = {page.file: (file, page) for file, page in sources.pages.items() if page.is_markdown}
    inner = {text.file: ("", text) for text in sources.snippets.values() if text.file not in pages}
    for file, text in (*pages.values(), *inner.values()):
        for path, start in snippets(text.text) if "8<-" in text.text else ():
            name = path.split(":")[0]
            if "://" not in path and not (sources.snippet(text.file, name) or sources.snippet(text.file, path)):
                near = did_you_mean(name, sources.snippets)
                line, column = text.text.count("\n", 0, start) + 1, start - text.text.rfind("\n", 0, start)
                place = Place(text.file, line, column, len(path))
                yield Fault("snippet-missing", file, f'there is no snippet "{name}".{near}', place=place)


def _finding(fault: Fault, settings: LinkSettings) -> Finding:
    place = fault.place or Place(fault.file)
    problem = Problem(place.file, place.line, place.column, fault.rule, fault.text)
    written = fault.url if fault.mend else ""
    return Finding(problem, settings.severity_of(fault.rule), place.length, written, fault.mend)


def _is_elsewhere(fault: Fault, build: Build) -> bool:
    """Tell whether a fault is about an address that another build publishes."""
    url = fault.url.removeprefix(build.site.home.origin) if build.site.home.origin else fault.url
    paths = {url, build.site.home.base + fault.target}
    return fault.rule.startswith(("target-", "base-", "metadata-", "anchor-")) and any(
        fnmatchcase(path, pattern) for pattern in build.settings.elsewhere for path in paths
    )


def _follows(fault: Fault, build: Build) -> bool:
    """Tell whether a fault only follows from something that could not be made, or that nobody asked for."""
    if build.unmade and fault.rule in OF_THE_WHOLE:
        return True
    rests = fault.rule == "asset-unused" or fault.rule.startswith("anchor-")
    patterns = (*build.unmade, *(build.left_out if rests else ()))
    site = build.site
    path, _, anchor = fault.target.partition("#")
    name = path + "index.html" if path.endswith("/") or not path else path
    names = {path, name, anchor, site.made_from.get(name, ""), site.made_from.get(fault.file, "")} - {""}
    return any(fnmatchcase(name, pattern) for name in names for pattern in patterns)


def _once(found: set[Finding]) -> list[Finding]:
    """Return the findings sorted; of several of one rule about one place the first counts."""
    seen: dict[tuple[str, int, int, str, str], Finding] = {}
    for finding in sorted(found):
        each = finding.problem
        seen.setdefault((each.file, each.line, each.column, each.rule, "" if each.column else each.text), finding)
    return list(seen.values())


def _let_through(found: list[Finding], build: Build) -> list[Finding]:
    """Return the findings that no exception covers, and a finding for each exception that is stale."""
    used: set[int] = set()
    kept = []
    for finding in found:
        each = finding.problem
        covering = {
            number
            for number, exemption in enumerate(build.settings.exceptions)
            if exemption.until >= build.today and exemption.covers(each.rule, each.file, each.text)
        }
        used |= covering
        if not covering and finding.severity != "off":
            kept.append(finding)
    for number, rule, text in stale(enumerate(build.settings.exceptions), used, build.today):
        place = build.configured(*build.settings_path, "exceptions", number)
        problem = Problem(place.file, place.line, place.column, rule, text)
        kept.append(Finding(problem, build.settings.severity_of(rule)))
    return sorted(finding for finding in kept if finding.severity != "off")

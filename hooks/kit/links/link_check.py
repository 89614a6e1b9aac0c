"""The link check: everything wrong with the links of a built site, each fault once and traced to its source."""

import datetime as dt
import posixpath
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from kit.links.address import resolve
from kit.links.definition import definition_problems
from kit.links.fault import Fault, Place
from kit.links.link_settings import LinkSettings, Severity, stale
from kit.links.links import Built, link_faults, read_built
from kit.links.location import located
from kit.links.markdown_source import snippets
from kit.links.move import aliases, renames
from kit.links.pdf import PdfMemory
from kit.links.reach import broken_promises, gone_addresses, reach_faults, redirect_faults, unused_assets
from kit.links.recipe import Nav
from kit.links.site import Site
from kit.links.source import Sources, Text
from kit.links.suggestion import Suggestions
from kit.links.target import Judge
from kit.problem import Problem, did_you_mean
from kit.record import Path, Record

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


@dataclass(frozen=True)
class Build:
    """All that the check reads, as data: the site, its sources and its settings."""

    site: Site
    sources: Sources
    settings: LinkSettings
    today: dt.date
    nav: Nav = field(default_factory=Nav)
    records: Mapping[str, Record] = field(default_factory=dict)
    line_of: Callable[[Path], int] = lambda _: 0
    inventory: str = ""
    has_snippets: bool = False
    edit_folders: tuple[str, str] = ("", "")
    history: Callable[[], str] = str

    def configured(self, *path: str | int) -> Place:
        """Return the place of a key of the configuration."""
        return Place(self.sources.others[0][0].file if self.sources.others else "mkdocs.yml", self.line_of(path))


@dataclass(frozen=True, order=True)
class Finding:
    """One problem to report, how severe it is, and the length of the text that it is about."""

    problem: Problem
    severity: Severity
    length: int = 0


@dataclass(frozen=True)
class Outcome:
    """What was found, sorted, and how much was checked."""

    findings: tuple[Finding, ...]
    pages: int
    links: int
    anchors: int

    @property
    def levels(self) -> list[Severity]:
        """Return how severe each finding is."""
        return [finding.severity for finding in self.findings]

    @property
    def counts(self) -> Counter[str]:
        """Return the number of findings by rule."""
        return Counter(finding.problem.rule for finding in self.findings)


def check_links(build: Build, content: Callable[[str], bytes], memory: PdfMemory | None = None) -> Outcome:
    """Return all that is wrong with the links of a built site; `content` reads one of its files, each once.

    `memory` knows the PDFs of earlier builds.
    """
    site, sources = build.site, build.sources
    built = read_built(((name, content(name)) for name in sorted(site.names) if name.endswith(READ)), site, memory)
    suggestions = Suggestions(site, built.pages, lambda: _moves(built, build))
    judge = Judge(site, built.pages, suggestions)
    faults = [*link_faults(built, site, judge), *_site_faults(built, build, judge)]
    placed = [fault for fault in located(faults, site, sources) if _counts(fault)]
    found = {_finding(fault, build.settings) for fault in placed if not _is_elsewhere(fault, build)}
    found |= {
        Finding(problem, build.settings.severity_of(problem.rule))
        for page in sources.pages.values()
        if page.is_markdown and _may_define(page.text)
        for problem in definition_problems(page.markdown, file=page.file, included=_included(page, sources))
    }
    links = sum(len(page.references) + len(page.chrome) + len(page.menu) for page in built.pages.values())
    links += sum(len(references) for references in built.data.values())
    anchors = sum(len(page.ids) for page in built.pages.values())
    return Outcome(tuple(_let_through(_once(found), build)), len(built.pages), links, anchors)


def _counts(fault: Fault) -> bool:
    """Tell whether a fault counts where it was found: one of style only where somebody wrote the link."""
    if fault.rule == "link-self":
        return fault.authored and fault.place is not None and fault.place.file.endswith((".md", ".markdown"))
    return fault.authored or fault.rule not in AUTHORED


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
    yield from reach_faults(built, site, judge, build.nav, settings, build.sources.made_by)
    yield from redirect_faults(built, site, judge)
    yield from unused_assets(built, site, judge, built.words, settings)
    yield from broken_promises(settings.promises, build.records, built, site, judge)
    if build.inventory:
        yield from gone_addresses(build.inventory, file=settings.inventory, judge=judge)
    if build.edit_folders[0] != build.edit_folders[1]:
        written, right = build.edit_folders
        text = f'"{written}" names nothing in the repository, expected "{right}".'
        yield Fault("edit-uri", "", text, place=build.configured("edit_uri"))
    if build.has_snippets:
        yield from _missing_snippets(build.sources)


def _missing_snippets(sources: Sources) -> Iterator[Fault]:
    for file, page in sources.pages.items():
        if not page.is_markdown or "8<--" not in page.text:
            continue
        for text in (page, *sources.included(page)):
            for path, start in snippets(text.markdown):
                name = path.split(":")[0]
                if name not in sources.snippets and "://" not in name:
                    near = did_you_mean(name, sources.snippets)
                    place = Place(text.file, *text.markdown.place(start), len(path))
                    yield Fault("snippet-missing", file, f'there is no snippet "{name}".{near}', place=place)


def _finding(fault: Fault, settings: LinkSettings) -> Finding:
    place = fault.place or Place(fault.file)
    problem = Problem(place.file, place.line, place.column, fault.rule, fault.text)
    return Finding(problem, settings.severity_of(fault.rule), place.length)


def _is_elsewhere(fault: Fault, build: Build) -> bool:
    """Tell whether a fault is about an address that another build publishes."""
    url = fault.url.removeprefix(build.site.home.origin) if build.site.home.origin else fault.url
    paths = {url, build.site.home.base + fault.target}
    return fault.rule.startswith(("target-", "base-", "metadata-", "anchor-")) and any(
        fnmatchcase(path, pattern) for pattern in build.settings.elsewhere for path in paths
    )


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
        place = build.configured("extra", "links", "exceptions", number)
        problem = Problem(place.file, place.line, place.column, rule, text)
        kept.append(Finding(problem, build.settings.severity_of(rule)))
    return sorted(finding for finding in kept if finding.severity != "off")


def _may_define(text: str) -> bool:
    """Tell whether a page can have a definition or an address with a space; most need no reading."""
    return "]:" in text or any(" " in part.partition(")")[0] for part in text.split("](")[1:])


def _included(page: Text, sources: Sources) -> str:
    return "\n".join(text.markdown.plain for text in sources.included(page)) if "8<--" in page.text else ""

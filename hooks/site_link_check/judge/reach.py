"""Reach: whether people get to every page and file, whether old addresses live on, and what front matter promises."""

import posixpath
import re
from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any, TypeAlias

from site_link_check.judge.fault import Fault, Place
from site_link_check.judge.links import Built
from site_link_check.judge.target import Judge
from site_link_check.problem import did_you_mean
from site_link_check.read.address import after_path, resolve
from site_link_check.read.lines import Lines, nearest
from site_link_check.read.recipe import Nav
from site_link_check.read.site import Site, address_of
from site_link_check.settings import LinkSettings, Promise

Record: TypeAlias = tuple[str, Any, Lines]
"""File, data and lines of the front matter of one page."""
SELF_SERVING = re.compile(
    r"(?:.*/)?(?:robots|humans|ads|llms(?:-full)?|security|LICEN[CS]E.*|OFL|COPYING|NOTICE.*)\.(?:txt|md)$|(?:.*/)?(?:CNAME|_redirects|_headers|LICEN[CS]E"
    r"|COPYING|NOTICE|OFL|\.nojekyll|\.well-known/.*|favicon\.\w+|apple-touch-icon.*|.*\.webmanifest|browserconfig\.xml)$"
)
"""Files that machines ask for by name."""


def reach_faults(  # noqa: PLR0913, PLR0917 the site, how it is reached, and by what measure
    built: Built, site: Site, judge: Judge, nav: Nav, settings: LinkSettings, made_by: Container[str] = ()
) -> Iterator[Fault]:
    """Yield a fault for each page that the navigation leaves out or repeats, or that too few clicks reach."""
    clicks = _clicks(_edges(built, judge), site.homes or sorted(built.pages)[:1])
    for file in sorted(built.pages):
        source = site.made_from.get(file, "")
        if not source.endswith((".md", ".markdown")) or built.pages[file].redirect or file in made_by:
            continue
        place = Place(f"{site.docs}/{source}")
        if file not in nav.files and file not in nav.exempt and nav.files:
            yield Fault("nav-omitted", file, "this page is in no navigation.", place=place)
        if file not in clicks:
            yield Fault("page-unreached", file, "no path of links leads here from the home page.", place=place)
        elif settings.clicks and clicks[file] > settings.clicks:
            text = f"{clicks[file]} clicks from the home page, expected at most {settings.clicks}. Link it from nearer."
            yield Fault("page-far", file, text, place=place)
    for file in dict.fromkeys(file for number, file in enumerate(nav.files) if file in nav.files[:number]):
        source = site.made_from.get(file, address_of(file))
        yield Fault(
            "nav-repeated", file, f'"{source}" is in the navigation twice.', target=source, index=1, chrome=True
        )


def redirect_faults(built: Built, site: Site, judge: Judge) -> Iterator[Fault]:
    """Yield a fault for each page that sends its readers to a page that is not there, or round in a ring."""
    onward = {file: page.redirect for file, page in built.pages.items() if page.redirect}
    for file, url in onward.items():
        verdict = judge.verdict(url, page=file)
        target, link = site.made_from.get(file, file), ("redirect", "content", url)
        seen, at = {file}, verdict.file
        while at in onward and at not in seen:
            seen.add(at)
            at = judge.verdict(onward[at], page=at).file
        if at == file:
            text = f'the redirect from "{address_of(file)}" leads back to itself.'
            yield Fault(
                "redirect-loop", file, text, url, address_of(file), chrome=True, link=("redirect", "content", url)
            )
        elif verdict.rule.startswith(("target-", "anchor-", "base-")):
            text = f'the redirect from "{address_of(file)}" leads nowhere: {verdict.text}'
            target = verdict.target or target
            yield Fault("redirect-missing", file, text, url, target, chrome=True, link=link, hint=verdict.hint)


def unused_assets(
    built: Built, site: Site, judge: Judge, settings: LinkSettings, included: frozenset[str] = frozenset()
) -> Iterator[Fault]:
    """Yield a fault for each file of the docs folder that nothing uses.

    A script may load a file that no link names, but its words; `included` are the files that pages include, as messages
    name them or by their bare names.
    """
    used: set[str] = set()
    for file, written in site.written.items():  # an extension may put the file itself in the place of its address
        paths = (url[: len(url) - len(after_path(url))] for url in written)
        used.update(site.built_for(file).get(site.named(file, path), "") for path in paths)
    for page in built.pages.values():
        for around in judge.around(page):
            used |= around.linked | around.loaded
    for file, references in built.data.items():
        urls = [each.url for each in references if each.tag != "search"]
        addresses = (resolve(url, page=base, home=site.home) for url in urls for base in (file, ""))
        used.update(site.found(address.path)[0] or "" for address in addresses)
    for name, source in sorted(site.made_from.items()):
        if source.endswith((".md", ".markdown")) or name in used or name in built.pages:
            continue
        if (
            not included.isdisjoint({f"{site.docs}/{source}", posixpath.basename(source)})
            or posixpath.basename(name) in built.words
            or SELF_SERVING.fullmatch(source)
        ):
            continue
        if not any(fnmatchcase(source, pattern) for pattern in settings.unused):
            yield Fault("asset-unused", name, "no page uses this file.", place=Place(f"{site.docs}/{source}"))


def gone_addresses(inventory: str, *, file: str, judge: Judge) -> Iterator[Fault]:
    """Yield a fault for each line of the inventory of published addresses that the site no longer answers."""
    for number, line in enumerate(inventory.splitlines(), 1):
        address = line.split(" #")[0].strip()
        if not address or address.startswith("#"):
            continue
        verdict = judge.verdict(address.lstrip("/"), page="") if address.strip("/") else judge.verdict("./", page="")
        if verdict.rule.startswith(("target-", "anchor-")) and verdict.rule != "target-courtesy":
            text = f'"{address}" was published and is gone, expected a page or a redirect.'
            hint = judge.phrase(verdict, address.lstrip("/")).partition(" Did you mean ")[2]
            near = f" It may have become {hint.rstrip('?')}." if hint else ""
            place = Place(file, number, 1, len(address))
            yield Fault("address-gone", verdict.file, text + near, target=verdict.target, place=place)


def broken_promises(
    promises: Iterable[Promise],
    records: Mapping[str, Record],
    built: Built,
    site: Site,
    judge: Judge,
) -> Iterator[Fault]:
    """Yield a fault for each name in front matter that is no page, or whose page does not link back.

    `records` holds file, data and lines of the front matter of each source. A name may carry an anchor.
    """
    promises = list(promises)
    if not promises:
        return
    names = {posixpath.splitext(posixpath.basename(source))[0] for source in site.built_as}
    for promise in promises:
        for source, (file, data, lines) in sorted(records.items(), key=lambda item: item[0]):
            if not fnmatchcase(source, promise.pages) or source not in site.built_as:
                continue
            for path, name in _named(data, tuple(promise.key.split("."))):
                options = [form.replace("{}", name) for form in promise.target]
                found = next((each for option in options if (each := _answer(option, built, site))), None)
                if found is None:
                    text = f'{promise.key} names "{name}", which is no page.{did_you_mean(name, names)}'
                    yield Fault("id-unknown", "", text, place=Place(file, nearest(lines(), path) or 1))
                elif promise.shown and site.built_as[source] not in _linked_by_words(found, built, judge):
                    text = f'{promise.key} names "{name}", but {site.shown(found)} does not link to this page.'
                    yield Fault("not-shown", "", text, place=Place(file, nearest(lines(), path) or 1))


def _answer(option: str, built: Built, site: Site) -> str | None:
    """Return the file of the site that a source, with or without an anchor, became; None when it is not there."""
    source, _, fragment = option.partition("#")
    file = site.built_as.get(source)
    page = built.pages.get(file or "")
    return file if not fragment or (page is not None and fragment in page.ids) else None


def _named(
    data: Any,  # noqa: ANN401 YAML can be anything
    key: tuple[str, ...],
    path: tuple[str | int, ...] = (),
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, list):
        for number, value in enumerate(data):
            yield from _named(value, key, (*path, number))
    elif not key:
        if isinstance(data, str):
            yield path, data
    elif isinstance(data, dict) and key[0] in data:
        yield from _named(data[key[0]], key[1:], (*path, key[0]))


def _linked_by_words(file: str, built: Built, judge: Judge) -> frozenset[str]:
    page = built.pages.get(file)
    return judge.around(page)[2].linked if page is not None else frozenset()


def _edges(built: Built, judge: Judge) -> dict[str, list[frozenset[str]]]:
    """Return for each page the files to which it links, in groups: its menu, which many pages share, and the rest."""
    edges = {}
    for file, page in built.pages.items():
        edges[file] = [each.linked for each in judge.around(page)]
        if page.redirect:
            edges[file].append(frozenset([judge.verdict(page.redirect, page=file).file]))
    return edges


def _clicks(edges: Mapping[str, list[frozenset[str]]], homes: Iterable[str]) -> dict[str, int]:
    clicks = dict.fromkeys(homes, 0)
    waiting = deque(clicks)
    while waiting:
        file = waiting.popleft()
        for target in frozenset[str]().union(*edges.get(file, ())).difference(clicks, {""}):
            clicks[target] = clicks[file] + 1
            waiting.append(target)
    return clicks

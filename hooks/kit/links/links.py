"""Links: every reference in a built site, judged; what is wrong with it, on each page and in each place."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kit.links.address import resolve
from kit.links.built_data import read_data
from kit.links.built_page import BuiltPage, Reference, read_page
from kit.links.fault import Fault
from kit.links.menu import Menu
from kit.links.pdf import PdfMemory
from kit.links.site import Site
from kit.links.target import LINKS, Judge, Verdict
from kit.links.text_markup import marks

METADATA = {"canonical": "canonical", "alternate": "alternate", "meta": "social", "script": "structured data"}
"""The parts of a page's head whose addresses readers never see, but search engines and other sites use."""
IN_DATA = {"search": "the search index", "xml": "this file", "json": "this data", "pdf": "this PDF", "txt": "this file"}
VAGUE = frozenset({"click here", "here", "click", "link", "this link", "this page", "read more"})
FILE_NAME = re.compile(r"[\w.-]+\.[a-z0-9]{2,5}\b")
COPY = re.compile(r"(?P<stem>.+)_\d+")


@dataclass(frozen=True)
class Built:
    """A built site as read: its pages by file, and the addresses in its other files."""

    pages: Mapping[str, BuiltPage]
    data: Mapping[str, tuple[Reference, ...]]
    words: frozenset[str] = frozenset()
    """The names of files that scripts and data mention."""


def read_built(contents: Iterable[tuple[str, bytes]], site: Site, memory: PdfMemory | None = None) -> Built:
    """Return what the files of a site hold; each is read once and not kept, `memory` knows PDFs of earlier builds."""
    pages: dict[str, BuiltPage] = {}
    data: dict[str, tuple[Reference, ...]] = {}
    words: set[str] = set()
    menu = Menu()
    for name, content in contents:
        if name.endswith((".html", ".htm")):
            html, links, ids = menu.apart(content, file=name)
            pages[name] = read_page(html, file=name, menu=links, menu_ids=ids)
            continue
        if name in site.made_from and name.endswith((".js", ".mjs", ".json")):
            words.update(FILE_NAME.findall(content.decode(errors="replace")))
        if found := read_data(content, file=name, home=site.home, memory=memory):
            data[name] = tuple(found)
    return Built(pages, data, frozenset(words))


def link_faults(built: Built, site: Site, judge: Judge) -> list[Fault]:
    """Return a fault for each reference of a site that breaks a rule."""
    faults: list[Fault] = []
    for page in built.pages.values():
        for reference in page.references:
            faults += _of_reference(reference, page, built, site, judge)
        faults += [_repeated(page, *each) for each in page.repeated_ids if not each[0].startswith("__")]
        faults += [Fault(mark.rule, page.file, mark.text, needle=mark.needle) for mark in marks(page.text)]
    faults += _of_chrome(built, site, judge)
    for name, references in built.data.items():
        faults += _of_data(name, references, judge)
    return faults


def _of_reference(reference: Reference, page: BuiltPage, built: Built, site: Site, judge: Judge) -> Iterator[Fault]:
    for rule, text, target in _wrong(reference, page, built, site, judge):
        yield Fault(rule, page.file, text, reference.url, target, reference.words, reference.heading)


def _wrong(
    reference: Reference, page: BuiltPage, built: Built, site: Site, judge: Judge
) -> Iterator[tuple[str, str, str]]:
    """Yield rule, text and target for each thing that is wrong with a reference."""
    tag, attribute, url = reference.tag, reference.attribute, reference.url
    if attribute == "alt":
        text = f'the picture "{url}" has no text in its place (alt), expected some, or alt="" when it only decorates.'
        yield "image-alt", text, url
        return
    if not url.strip():
        if attribute not in {"action", "formaction", "cite"}:
            yield "target-empty", "the link leads nowhere: its address is empty.", url
        return
    if url == "#" and tag in LINKS:
        yield "target-hash", '"#" alone leads nowhere, expected an address or "#top".', url
        return
    verdict = judge.verdict(url, page=page.file)
    if verdict.rule:
        yield verdict.rule, verdict.text, verdict.target
    if tag in LINKS and attribute == "href":
        yield from ((rule, text, verdict.target) for rule, text in _of_words(reference))
        if not verdict.rule:
            yield from ((rule, text, verdict.target) for rule, text in _of_sound(url, page, verdict, built, site))


def _of_words(reference: Reference) -> Iterator[tuple[str, str]]:
    words = (reference.words or "").strip()
    if not words and not reference.url.startswith("#__"):
        yield "link-empty", f'the link to "{reference.url}" has no words: nobody hears or sees it.'
    elif words.casefold().rstrip(".:!") in VAGUE:
        yield "link-vague", f'"{words}" tells nothing by itself, expected words that say where the link leads.'


def _of_sound(url: str, page: BuiltPage, verdict: Verdict, built: Built, site: Site) -> Iterator[tuple[str, str]]:
    if verdict.file == page.file and not verdict.fragment and "#" not in url and "?" not in url:
        yield "link-self", f'"{url}" leads to the page that it is on.'
    if site.home.url and verdict.file and url.strip().startswith(site.home.origin):
        yield "url-own", f'"{url}" is in this site: a relative path also works in a preview.'
    if site.repository and url.startswith(site.repository):
        source = url[len(site.repository) :].split("#", maxsplit=1)[0]
        if source in site.built_as:
            yield "url-own", f'"{url}" is a page of this site: a relative path also works in a preview.'
        elif source and not source.endswith("/") and source not in site.held_as:
            yield "repository-missing", f'"{url}" names no file: there is no {site.docs}/{source}.'
    target = built.pages.get(verdict.file)
    if verdict.fragment and target is not None and (twins := _twins(target, verdict.fragment)):
        text = f'"#{verdict.fragment}" is one of {twins} headings with the same words on {site.shown(target.file)}.'
        yield "anchor-ambiguous", text + " Give one of them an id of its own."


def _twins(page: BuiltPage, fragment: str) -> int:
    """Return how many headings share the words of the one with this id, where only a number tells their ids apart."""
    words = next((text for name, text in page.headings if name == fragment), "")
    if not words:
        return 0
    ids = [name for name, text in page.headings if text == words]
    stems = {match["stem"] for name in ids if (match := COPY.fullmatch(name))}
    return len(ids) if stems & set(ids) and (fragment in stems or COPY.fullmatch(fragment)) else 0


def _repeated(page: BuiltPage, name: str, number: int) -> Fault:
    words = [text for other, text in page.headings if other == name]
    text = f'the id "{name}" is on this page already: a link finds the first one only.'
    return Fault("id-duplicate", page.file, text, target="#" + name, words=words[-1] if words else None, nth=number)


def _of_chrome(built: Built, site: Site, judge: Judge) -> list[Fault]:
    """Return one fault for each wrong reference that the theme puts on pages, however many."""
    first: dict[tuple[str, str], Fault] = {}
    for page in built.pages.values():
        for tag, _attribute, url in judge.faulty_around(page):
            if url.startswith("#__") or (not url and tag not in LINKS):
                continue
            verdict = judge.verdict(url, page=page.file) if url else Verdict("target-empty", "an address is empty.")
            rule, text = verdict.rule, verdict.text
            if tag in METADATA and rule.startswith(("target-", "anchor-", "base-")):
                rule, text = "metadata-missing", f"the {METADATA[tag]} address {text}"
            target = _built_target(url, page.file, site)
            key = (rule, target or url)
            fault = Fault(rule, page.file, text, url, target, None, chrome=True)
            if (other := first.get(key)) is None:
                first[key] = fault
            else:
                earliest = min(other, fault, key=lambda each: (each.file != "index.html", each.file, each.url))
                first[key] = replace(earliest, pages=other.pages + (page.file != other.file))
        for url in page.wordless:
            key = ("link-empty", url)
            text = f'the theme\'s link to "{url}" has no words: nobody hears or sees it.'
            first.setdefault(key, Fault("link-empty", page.file, text, url, url, None, chrome=True))
    return list(first.values())


def _built_target(url: str, file: str, site: Site) -> str:
    address = resolve(url, page=file, home=site.home)
    return address.path + ("#" + address.fragment if address.fragment else "")


def _of_data(name: str, references: tuple[Reference, ...], judge: Judge) -> Iterator[Fault]:
    for reference in dict.fromkeys(references):
        verdict = judge.verdict(reference.url, page="" if reference.tag == "search" else name)
        if reference.attribute == "path" and verdict.rule:
            verdict = judge.verdict(reference.url, page="")
        if not verdict.rule or (verdict.rule.startswith("scheme-") and reference.tag != "css"):
            continue
        rule = verdict.rule
        if reference.tag in IN_DATA and rule.startswith("target-"):
            rule = "sitemap-missing" if name.startswith("sitemap") else "data-missing"
        where = f"in {IN_DATA[reference.tag]}, " if reference.tag in IN_DATA else ""
        yield Fault(rule, name, where + verdict.text, reference.url, verdict.target, chrome=True)

"""Links: every reference in a built site, judged; what is wrong with it, on each page and in each place."""

import posixpath
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from site_link_check.judge.fault import Fault, Hint
from site_link_check.judge.target import LINKS, Judge, Verdict
from site_link_check.judge.text_markup import marks
from site_link_check.read.address import SCHEME, Kind, after_path, resolve
from site_link_check.read.built_data import read_data
from site_link_check.read.built_page import BuiltPage, Reference, is_template, read_page
from site_link_check.read.menu import Menu
from site_link_check.read.pdf import Pdf, PdfMemory
from site_link_check.read.site import Site

METADATA = {"canonical": "canonical", "alternate": "alternate", "meta": "social", "script": "structured data"}
"""The parts of a page's head whose addresses readers never see, but search engines and other sites use."""
IN_DATA = {"search": "the search index", "xml": "this file", "json": "this data", "pdf": "this PDF", "txt": "this file"}
VAGUE = frozenset({"click here", "here", "click", "link", "this link", "this page", "read more"})
FILE_NAME = re.compile(r"(?<![\w.-])[\w.-]+\.[a-z0-9]{2,5}\b")
FOR_SCRIPTS = re.compile(rb'data-[\w-]+="(?:[^"]*/)?([^"/]+\.[a-z0-9]{2,5})"')
"""The name of a file that an element tells scripts."""
ACCIDENT = '"{}" is not there from here, and works only because the built page has a folder.'
COPY = re.compile(r"(?P<stem>.+)_\d+")


@dataclass(frozen=True)
class Built:
    """A built site as read: its pages by file, and the addresses in its other files."""

    pages: Mapping[str, BuiltPage]
    data: Mapping[str, tuple[Reference, ...]]
    words: frozenset[str] = frozenset()
    """The names of files that scripts, data and `data-` attributes mention."""
    pdfs: Mapping[str, Pdf] = field(default_factory=dict)


def read_built(contents: Iterable[tuple[str, bytes]], site: Site, memory: PdfMemory | None = None) -> Built:
    """Return what the files of a site hold; each is read once and not kept, `memory` knows PDFs of earlier builds."""
    pages: dict[str, BuiltPage] = {}
    data: dict[str, tuple[Reference, ...]] = {}
    pdfs: dict[str, Pdf] = {}
    words: set[str] = set()
    menu, memory = Menu(), memory or PdfMemory()
    for name, content in contents:
        if name.endswith((".html", ".htm")):
            words.update(each.decode(errors="replace") for each in FOR_SCRIPTS.findall(content))
            html, links, ids = menu.apart(content, file=name)
            page = read_page(html, file=name, menu=links, menu_ids=ids)
            if not site.is_markdown(name) and is_template(html):
                page = replace(page, references=(), chrome=frozenset(), repeated_ids=(), text="", wordless=())
            pages[name] = page
            continue
        if name in site.made_from and name.endswith((".js", ".mjs", ".json")):
            words.update(FILE_NAME.findall(content.decode(errors="replace")))
        if name.endswith(".pdf"):
            pdfs[name] = memory.pdf(content)
        if found := read_data(content, file=name, home=site.home, memory=memory):
            data[name] = tuple(found)
    return Built(pages, data, frozenset(words), pdfs)


def link_faults(built: Built, site: Site, judge: Judge, rendered: Container[str] | None = None) -> list[Fault]:
    """Return a fault for each reference of a site that breaks a rule.

    `rendered` are the pages of this build, where others were kept from an earlier one: what the theme puts around the
    words of those is old.
    """
    faults: list[Fault] = []
    for page in built.pages.values():
        if rendered is not None and page.file not in rendered and page.file not in site.made_from:
            continue
        for index, reference in enumerate(page.references):
            if page.redirect and _is_onward(reference.url, page, site):
                continue
            for rule, text, verdict in _wrong(reference, page, built, site, judge):
                faults.append(_of_reference(rule, text, verdict, reference, index, page.file))
        faults += [_repeated(page, *each) for each in page.repeated_ids if not each[0].startswith("__")]
        faults += [
            Fault(mark.rule, page.file, mark.text, target=mark.label, kind="mark", index=index)
            for index, mark in enumerate(marks(page.text))
        ]
    faults += _of_chrome(built, site, judge, rendered)
    for name, references in built.data.items():
        faults += _of_data(name, references, judge)
    return faults


def _of_reference(  # noqa: PLR0913, PLR0917 what is wrong, with what, and where that is
    rule: str, text: str, verdict: Verdict, reference: Reference, index: int, file: str
) -> Fault:
    url, target, words, heading = reference.url, verdict.target, reference.words, reference.heading
    return Fault(
        rule, file, text, url, target, words, heading, "reference", index, hint=verdict.hint, mend=verdict.mend
    )


def _wrong(
    reference: Reference, page: BuiltPage, built: Built, site: Site, judge: Judge
) -> Iterator[tuple[str, str, Verdict]]:
    """Yield rule, text and verdict for each thing that is wrong with a reference."""
    tag, attribute, url = reference.tag, reference.attribute, reference.url
    plain = Verdict(target=url)
    if attribute == "alt":
        name = f'the picture "{url}"' if url else "this picture"
        text = f'{name} has no text in its place (alt), expected some, or alt="" when it only decorates.'
        yield "image-alt", text, plain
        return
    if not url.strip():
        if attribute not in {"action", "formaction", "cite"}:
            text = "the picture has no source." if tag == "img" else "the link leads nowhere: its address is empty."
            yield "target-empty", text, plain
        return
    if url == "#" and tag in LINKS:
        yield "target-hash", '"#" alone leads nowhere, expected an address or "#top".', plain
        return
    verdict = judge.verdict(url, page=page.file)
    if verdict.rule == "target-courtesy" and site.is_markdown(verdict.file) and url in site.written.get(page.file, ()):
        verdict = replace(verdict, hint=Hint(site.shown(verdict.file), after_path(url)))
    if verdict.rule:
        yield verdict.rule, verdict.text, verdict
    if tag in LINKS and attribute == "href":
        yield from ((rule, text, verdict) for rule, text in _of_words(reference))
        if not verdict.rule:
            yield from ((rule, text, verdict) for rule, text in _of_sound(url, page, verdict, built, site))
    if not verdict.rule and verdict.file:
        hint = Hint(site.shown(verdict.file), after_path(url))
        yield from ((rule, text, replace(verdict, hint=hint)) for rule, text in _of_accident(url, page, verdict, site))


def _is_onward(url: str, page: BuiltPage, site: Site) -> bool:
    """Tell whether a link on a page that sends its readers on leads where they are sent: that is told once."""
    here = resolve(page.redirect or "", page=page.file, home=site.home)
    there = resolve(url, page=page.file, home=site.home)
    return (here.kind, here.path, here.fragment) == (there.kind, there.path, there.fragment)


def _of_accident(url: str, page: BuiltPage, verdict: Verdict, site: Site) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a path in Markdown that names nothing there, and leads on from the built page only."""
    if not site.directory_urls or url not in site.written.get(page.file, ()):
        return
    path = unquote(url.partition("#")[0].partition("?")[0])
    if not path or path.startswith("/") or SCHEME.match(url) or _is_own(url, page, verdict):
        return
    meant = site.named(page.file, path)
    if meant in site.built_for(page.file) or meant in site.names:
        return
    if posixpath.splitext(path)[1]:
        yield "target-accident", ACCIDENT.format(url)
    elif site.is_markdown(verdict.file):
        yield "target-built", f'"{url}" is an address of the built site, which MkDocs does not check.'


def _is_own(url: str, page: BuiltPage, verdict: Verdict) -> bool:
    """Tell whether an address leads to the page that it is on, and to no place there."""
    return verdict.file == page.file and not verdict.fragment and "#" not in url and "?" not in url


def _of_words(reference: Reference) -> Iterator[tuple[str, str]]:
    words = (reference.words or "").strip()
    if not words and not reference.url.startswith("#__"):
        yield "link-empty", f'the link to "{reference.url}" has no words: nobody hears or sees it.'
    elif words.casefold().rstrip(".:!") in VAGUE:
        yield "link-vague", f'"{words}" tells nothing by itself, expected words that say where the link leads.'


def _of_sound(url: str, page: BuiltPage, verdict: Verdict, built: Built, site: Site) -> Iterator[tuple[str, str]]:
    if _is_own(url, page, verdict):
        yield "link-self", f'"{url}" leads to the page that it is on.'
    if site.home.url and verdict.file and url.strip().startswith(site.home.origin) and not page.base:
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
    return Fault(
        "id-duplicate",
        page.file,
        text,
        target="#" + name,
        words=words[-1] if words else None,
        kind="id",
        index=number,
    )


def _of_chrome(built: Built, site: Site, judge: Judge, rendered: Container[str] | None) -> list[Fault]:
    """Return one fault for each wrong reference that the theme puts on pages, however many and in whatever element."""
    first: dict[tuple[str, str], Fault] = {}
    for page in built.pages.values():
        if rendered is not None and page.file not in rendered:
            continue
        for link in judge.faulty_around(page):
            tag, attribute, url = link
            if page.redirect and _is_onward(url, page, site):
                continue
            if url.startswith("#__") or (not url and tag not in LINKS and tag != "meta"):
                continue
            verdict = judge.verdict(url, page=page.file) if url else Verdict("target-empty", "is empty.")
            rule, text = verdict.rule, verdict.text if url else "an address is empty."
            family = rule
            if tag in METADATA and attribute != "src" and rule.startswith(("target-", "anchor-", "base-")):
                rule, text = "metadata-missing", f"the {METADATA[tag]} address {verdict.text}"
            target = _built_target(url, page.file, site)
            key = (family, target or url)
            fault = Fault(rule, page.file, text, url, target, None, chrome=True, link=link, hint=verdict.hint)
            if (other := first.get(key)) is None:
                first[key] = fault
            else:
                earliest = min(other, fault, key=_rank)
                first[key] = replace(earliest, pages=other.pages + (page.file != other.file))
        for url in page.wordless:
            key = ("link-empty", url)
            text = f'the theme\'s link to "{url}" has no words: nobody hears or sees it.'
            first.setdefault(
                key, Fault("link-empty", page.file, text, url, url, None, chrome=True, link=("a", "href", url))
            )
    return list(first.values())


def _rank(fault: Fault) -> tuple[bool, bool, str, str]:
    """Return what comes first of equal faults: a link that readers see, and one on the home page."""
    return fault.rule == "metadata-missing", fault.file != "index.html", fault.file, fault.url


def _built_target(url: str, file: str, site: Site) -> str:
    address = resolve(url, page=file, home=site.home)
    if address.kind is Kind.MALFORMED:
        return url.removeprefix(site.home.base) if url.startswith("/") else re.sub(r"^(?:\.\.?/)+", "", url)
    return address.path + ("#" + address.fragment if address.fragment else "")


def _of_data(name: str, references: tuple[Reference, ...], judge: Judge) -> Iterator[Fault]:
    for reference in dict.fromkeys(references):
        page = "" if reference.tag == "search" else name
        verdict = judge.verdict(reference.url, page=page)
        if reference.attribute == "path" and verdict.rule:
            page, verdict = "", judge.verdict(reference.url, page="")
        if not verdict.rule or (verdict.rule.startswith("scheme-") and reference.tag != "css"):
            continue
        rule = verdict.rule
        if reference.tag in IN_DATA and rule.startswith("target-"):
            rule = "sitemap-missing" if name.startswith("sitemap") else "data-missing"
        where = f"in {IN_DATA[reference.tag]}, " if reference.tag in IN_DATA else ""
        text = where + verdict.text + judge.phrase(verdict, reference.url, page)
        yield Fault(rule, name, text, reference.url, verdict.target, chrome=True)

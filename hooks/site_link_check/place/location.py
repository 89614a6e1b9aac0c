"""The location of a fault: the line in Markdown, snippet, front matter, data, template or hook, or none."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import unquote

from site_link_check.judge.fault import Fault, Hint, Place
from site_link_check.judge.links import ACCIDENT
from site_link_check.judge.suggestion import Suggestions
from site_link_check.judge.target import kind_of
from site_link_check.judge.text_markup import STAYS, UNDEFINED
from site_link_check.place.trace import Found, Trace
from site_link_check.place.woven import Origin, Woven, body, woven
from site_link_check.read.address import Kind, after_path, resolve
from site_link_check.read.built_page import BuiltPage
from site_link_check.read.reader import Reader
from site_link_check.read.site import Site, address_of
from site_link_check.read.source import Sources, Text

BROKEN = (
    "target-",
    "anchor-",
    "base-",
    "url-malformed",
    "scheme-",
    "mail-",
    "phone-",
    "metadata-",
    "redirect-",
    "sitemap-",
    "data-",
)
"""Rules about addresses that are wrong in themselves: such an address stands in few places."""
IN_MARKDOWN = frozenset({"target-accident", "target-built"})
"""Rules about Markdown: what stands in HTML is meant to be an address of the built site."""
SOUND = frozenset({"target-courtesy", "target-empty", "target-hash"})


class Locator:
    """Finds the source of faults; each page is read once, and only when something is wrong on it."""

    def __init__(
        self, site: Site, sources: Sources, reader: Reader, pages: Callable[[str], BuiltPage], suggestions: Suggestions
    ) -> None:
        """Look in the sources of a site, whose built pages `pages` returns."""
        self._site = site
        self._sources = sources
        self._reader = reader
        self._pages = pages
        self._suggestions = suggestions
        self._traces: dict[str, Trace] = {}
        self._texts: dict[str, Woven] = {}
        self._joined = ["\0".join(text.text for text in texts) for texts in sources.others]

    def located(self, faults: Iterable[Fault]) -> list[Fault]:
        """Return each fault with its place, one for each place; a mark that no source holds is no fault."""
        done: list[Fault] = []
        made: list[Fault] = []
        for fault in faults:
            if fault.place is not None:
                done.append(self._said(fault))
            elif fault.kind == "mark":
                done += self._of_mark(fault)
            elif fault.kind == "id":
                done.append(self._of_id(fault))
            elif found := self._traced(fault):
                done += [found] if found.place else []
            elif fault.rule not in IN_MARKDOWN:
                made.append(fault)
        rest: dict[tuple[str, str], list[Fault]] = {}
        for fault in self._without_echoes(made, done):
            rest.setdefault((fault.rule, fault.target or fault.url), []).append(fault)
        for group in rest.values():
            done += self._elsewhere(group)
        unique = {
            (fault.rule, fault.place, "" if fault.place and fault.place.column else fault.text): fault
            for fault in reversed(done)
        }
        return list(reversed(unique.values()))

    def _without_echoes(self, made: Iterable[Fault], placed: Iterable[Fault]) -> Iterator[Fault]:
        """Yield the faults that no source made, without those of pages that repeat a part of another and link to it."""
        places: dict[tuple[str, str, str | None], set[str]] = {}
        for fault in placed:
            if fault.kind == "reference" and fault.words:
                places.setdefault((fault.rule, fault.leaf, fault.words), set()).add(fault.file)
        for fault in made:
            key = (fault.rule, _leaf(fault.url), fault.words)
            if not (fault.kind == "reference" and self._links_to(fault.file, places.get(key, set()))):
                yield fault

    def _page(self, file: str) -> Text | None:
        return self._sources.pages.get(file) or self._sources.outputs(file)

    def _links_to(self, file: str, others: set[str]) -> bool:
        if not others:
            return False
        urls = (each.url for each in self._pages(file).references)
        linked = {self._leads_to(file, url, is_markdown=False).partition("#")[0] for url in urls}
        return any(address_of(other) in linked for other in others)

    def text_of(self, file: str) -> Woven | None:
        """Return the text of a Markdown page as it was given to the reader, with the origin of each line."""
        page = self._page(file)
        if page is None:
            return None
        if file not in self._texts:
            text = self._reader.texts.get(file)
            whole = body(page.text) if text is None else text
            self._texts[file] = woven(
                whole, page, partial(self._sources.snippet, page.file), self._sources.snippet_settings
            )
        return self._texts[file]

    def _traced(self, fault: Fault) -> Fault | None:
        """Return a fault with the place in the page's own source that made it, or None."""
        trace = self._trace(fault.file)
        if trace is None:
            return None
        if fault.kind == "reference":
            found = trace.reference(fault.index)
        else:
            found = trace.around(fault.link) if fault.link else None
        if found is None:
            return None
        if fault.rule in IN_MARKDOWN and (not found.is_markdown or self._is_there(fault.file, found.url)):
            return fault
        page = self._page(fault.file)
        is_output = page is not None and page.is_output
        text = fault.text.replace(f'"{fault.url}"', f'"{found.url}"', 1) if found.url else fault.text
        fault = replace(fault, text=text, place=found.place, authored=not (is_output and fault.chrome))
        if fault.rule == "url-malformed" and found.is_angled:
            fault = self._of_angled(fault, found.url)
        elif fault.rule == "url-malformed" and found.is_markdown and " " in found.url:
            text = f'"{found.url}" has a space, expected "<{found.url}>" or a name without spaces.'
            fault = replace(fault, text=text)
        if fault.rule == "target-missing" and fault.target.startswith("../") and found.is_markdown:
            text = f'"{found.url}" climbs out of {self._site.docs}/.'
            fault = replace(fault, rule="target-outside", text=text)
        fault = replace(fault, leaf=_leaf(fault.url), mend=self._mend(fault, found))
        return self._said(replace(fault, url=found.url or fault.url), is_markdown=found.is_markdown)

    def _is_there(self, file: str, url: str) -> bool:
        """Tell whether an address in the Markdown of a page names a source, which the builder then rewrites."""
        path = url[: len(url) - len(after_path(url))]
        return self._site.named(file, path) in self._site.built_for(file)

    def _of_angled(self, fault: Fault, url: str) -> Fault:
        """Return what is wrong with an address in `<>`, where a space does no harm."""
        path = resolve(url.replace(" ", "%20"), page=fault.file, home=self._site.home).path
        if found := self._site.found(path)[0]:
            hint = Hint(self._site.shown(found), after_path(url))
            return replace(fault, rule="target-accident", text=ACCIDENT.format(url), hint=hint)
        target = self._site.named(fault.file, url[: len(url) - len(after_path(url))])
        meant, text = self._suggestions.of_path(target, url=url), f'"{url}" is no {kind_of(path)}.'
        return replace(fault, rule="target-missing", text=text, target=target, hint=meant)

    def _mend(self, fault: Fault, found: Found) -> str:
        """Return the address to write instead, where exactly one is sure; nothing else."""
        if fault.rule in {"anchor-case", "anchor-missing"}:
            return f"{found.url.partition('#')[0]}#{fault.mend}" if fault.mend else ""
        if fault.rule == "target-markdown":
            return fault.mend
        if fault.hint is None or not (found.is_markdown or fault.rule == "target-case"):
            return ""
        is_markdown = found.is_markdown
        written = self._suggestions.written(fault.hint, url=found.url, page=fault.file, is_markdown=is_markdown)
        if fault.rule == "target-case":
            return written
        path, _, _ = found.url.partition("#")
        source = posixpath.dirname(self._site.made_from.get(fault.file, ""))
        meant = posixpath.normpath(posixpath.join(source, path.removesuffix(".html") + ".md"))
        is_ending = path.endswith(".html") and meant == fault.hint.name
        return written if fault.rule in IN_MARKDOWN or is_ending else ""

    def _trace(self, file: str) -> Trace | None:
        page = self._page(file)
        if page is None or not (page.is_markdown or page.is_html):
            return None
        if file not in self._traces:
            numbered = enumerate(page.text.split("\n"), 1)
            lines = self.text_of(file) if page.is_markdown else None
            lines = lines or Woven([(line, Origin(page.file, number)) for number, line in numbered])
            self._traces[file] = Trace(
                self._pages(file),
                lines,
                self._reader.renderer.html if page.is_markdown else None,
                leads_to=partial(self._leads_to, file),
                bare=self._reader.renderer.links_bare,
            )
        return self._traces[file]

    def _leads_to(self, file: str, url: str, *, is_markdown: bool) -> str:
        """Return what an address on a page leads to, in one form however it is written."""
        site, source = self._site, self._site.made_from.get(file)
        path, mark, fragment = url.partition("#")
        if is_markdown and source is not None and path:
            written = path.partition("?")[0]
            if written.startswith("/") and site.roots_docs:
                written, source = written[1:], ""
            if not written.startswith("/"):
                named = resolve(written.replace(" ", "%20"), page=source, home=site.home)
                built = site.built_for(file).get(named.path) or site.held_as.get(named.path)
                if named.kind is Kind.INSIDE and not named.full and built:
                    return address_of(built) + mark + unquote(fragment)
        found = resolve(url, page=file, home=site.home)
        if found.kind is not Kind.INSIDE or found.full:
            return unquote(url).strip()
        return found.path + ("#" + found.fragment if found.fragment else "")

    def _of_mark(self, fault: Fault) -> list[Fault]:
        page = self._page(fault.file)
        trace = self._trace(fault.file) if page and page.is_markdown else None
        found = trace.mark(fault.index) if trace else None
        if trace is None or found is None:
            return []
        if fault.rule != "reference-undefined":
            return [replace(fault, place=found)]
        label = trace.label(fault.index)
        labels = {each for each, _ in self._reader.reading(fault.file, self._texts[fault.file].text).defined}
        if label.lower() in labels:
            return [replace(fault, rule="markup-html", text=STAYS, place=found)]
        plain = label.strip("`*_")
        near = f' Did you mean "[{label}][{plain}]"?' if plain.lower() in labels else ""
        shown = label.strip("`") if label[:1] == label[-1:] == "`" else label
        return [replace(fault, text=UNDEFINED.format(shown) + near, place=found)] if label else []

    def _of_id(self, fault: Fault) -> Fault:
        """Place a repeated id where it is made the second time, or later."""
        trace, page = self._trace(fault.file), self._page(fault.file)
        place = trace.id(fault.target[1:], fault.index) if trace else None
        if place is not None:
            return replace(fault, place=replace(place, length=0))
        return replace(fault, place=Place(page.file if page else self._shown(fault.file)))

    def _elsewhere(self, group: list[Fault]) -> list[Fault]:
        """Return one fault for all that something else than a page's own source made, with its place if it is sure."""
        first = min(group, key=lambda fault: (fault.file != "index.html", fault.file))
        pages = max(len({fault.file for fault in group}), first.pages)
        first = replace(first, pages=pages)
        forms = _forms(first, self._site)
        page = self._page(first.file)
        is_broken = (first.rule.startswith(BROKEN) and first.rule not in SOUND) or first.rule == "nav-repeated"
        is_within = first.link is not None and first.link[0] in {"script", "style"}
        is_alone = page is not None and pages == 1 and (page.is_markdown or is_within) and is_broken
        if page is not None and is_alone and (place := _only_place(page, forms, whole=is_within)):
            return [self._said(replace(first, place=place, authored=True))]
        is_data = page is not None and not page.is_markdown and not page.is_html
        if page is not None and is_data and (found := _places(page.file, page.text, forms)):
            return [self._said(replace(first, place=place, authored=True)) for place in found]
        for texts, joined in zip(self._sources.others, self._joined, strict=True):
            if not any(form in joined for form in forms):
                continue
            found = [place for text in texts for place in _places(text.file, text.text, forms, quoted=not is_broken)]
            if first.rule == "nav-repeated" and len(found) > first.index:
                return [self._said(replace(first, place=found[first.index]))]
            if len({(place.file, place.line) for place in found}) == 1:
                return [self._said(replace(first, place=found[0], authored=True))]
            if pages > 1 and len({place.file for place in found}) == 1:
                return [self._said(replace(first, place=Place(found[0].file), authored=True))]
            if found:
                break
        place = Place(page.file if page else self._shown(first.file))
        said = self._said(first)
        return [replace(said, place=place, text=said.text + self._near(first))]

    def _said(self, fault: Fault, *, is_markdown: bool | None = None) -> Fault:
        """Return a fault with what it meant, in the form in which people write it there."""
        near = self._suggestions.phrase(fault.hint, url=fault.url, page=fault.file, is_markdown=is_markdown)
        return replace(fault, text=fault.text + near, hint=None) if near else fault

    def _shown(self, name: str) -> str:
        """Return how a message names a file of the site: by its source, or by its place in the built site."""
        site = self._site
        if name not in site.made_from or name in self._sources.made_by:
            return f"{site.output}/{name}"
        return f"{site.docs}/{site.made_from[name]}"

    def _near(self, fault: Fault) -> str:
        if fault.pages > 1:
            return f" On {fault.pages} pages: look at the template."
        maker = self._sources.made_by.get(fault.file, "")
        made = f" Made by {maker}." if maker else ""
        heading = f' Line unknown, under "{fault.heading}".' if fault.heading and not made else ""
        return made + heading


def _leaf(url: str) -> str:
    """Return the end of an address, which stays the same where a part of a page is shown on another."""
    return url.rstrip("/").rpartition("/")[2]


def _forms(fault: Fault, site: Site) -> list[str]:
    """Return the ways in which a target may be written outside a page: as built, from the root, as a source."""
    fragment = "#" + fault.target.partition("#")[2] if "#" in fault.target else ""
    path = fault.target.partition("#")[0]
    forms = [fault.url, unquote(fault.url), fault.target, site.home.base + fault.target]
    name = path + "index.html" if path.endswith("/") or not path else path
    if name in site.made_from and fragment:
        forms.append(site.made_from[name] + fragment)
    if fault.url.startswith(("./", "../")):
        forms.append(re.sub(r"^(?:\.\.?/)+", "", fault.url))
    return [form for form in dict.fromkeys(forms) if len(form) > 1]


def _only_place(page: Text, forms: Sequence[str], *, whole: bool) -> Place | None:
    """Return the one line of a page's front matter, or of the whole page, at which a form stands."""
    end = len(page.text) - len(body(page.text)) if page.text.startswith("---") else 0
    found = _places(page.file, page.text if whole else page.text[:end], forms)
    return found[0] if len({place.line for place in found}) == 1 else None


def _places(file: str, text: str, forms: Iterable[str], *, quoted: bool = False) -> list[Place]:
    """Return each place where one of the forms stands whole (or as an attribute); the first that is found counts."""
    for form in forms:
        if form not in text:
            continue
        before = r"(?<=[\"'=(])" if quoted else r"(?:(?<![\w./#%-])|(?<=\}\}/))"
        places = [
            Place(
                file,
                text.count("\n", 0, match.start()) + 1,
                match.start() - text.rfind("\n", 0, match.start()),
                len(form),
            )
            for match in re.finditer(rf"{before}{re.escape(form)}(?![\w/#%-])", text)
        ]
        if places:
            return places
    return []

"""The location of a fault: the line in Markdown, snippet, front matter, data, template or hook, or none."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from kit.links.address import Kind, resolve
from kit.links.fault import Fault, Place
from kit.links.markdown_source import Written
from kit.links.site import Site, address_of
from kit.links.source import Sources, Text


def located(faults: Sequence[Fault], site: Site, sources: Sources) -> list[Fault]:
    """Return each fault with its place, one for each place; a mark that no source holds is no fault and left out."""
    search = _Search(site, sources)
    groups: dict[tuple[str, str, str, str], list[Fault]] = {}
    done: list[Fault] = []
    for fault in faults:
        if fault.place is not None:
            done.append(fault)
        elif fault.rule == "id-duplicate":
            done.append(_with_second_id(fault, sources))
        else:
            key = fault.needle or (fault.target if fault.chrome else fault.url)
            groups.setdefault((fault.rule, fault.file, key, "" if fault.needle else fault.text), []).append(fault)
    for group in groups.values():
        done += _needles(group, sources) if group[0].needle else search.places_of(group)
    unique = {
        (fault.rule, fault.place, "" if fault.place and fault.place.column else fault.text): fault for fault in done
    }
    return list(unique.values())


def _with_second_id(fault: Fault, sources: Sources) -> Fault:
    """Place a repeated id where it is made the second time: by an attribute, or by a heading of the same words."""
    page = sources.pages.get(fault.file)
    if page is None:
        return replace(fault, place=Place(f"site/{fault.file}"))
    name, words = re.escape(fault.target[1:]), _bare(fault.words or "")
    attribute = re.compile(rf"""(?:\{{[^}}\n]*#{name}(?=[\s}}])|\b(?:id|name)\s*=\s*["']?{name}(?=["'\s>}}]))""")
    heading = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<words>[^\n]*?)[ \t#]*$", re.MULTILINE)
    texts = [page, *sources.included(page)]
    starts = [
        (text, match.start())
        for text in texts
        for match in (*attribute.finditer(text.markdown.plain), *heading.finditer(text.markdown.plain))
        if "words" not in match.re.groupindex or ("{#" not in match["words"] and _bare(match["words"]) == words)
    ]
    starts.sort(key=lambda item: (texts.index(item[0]), item[1]))
    if len(starts) <= fault.nth:
        return replace(fault, place=Place(page.file))
    text, start = starts[fault.nth]
    line, column = text.markdown.place(start)
    return replace(fault, place=Place(text.file, line, column, 0), authored=True)


def _needles(group: list[Fault], sources: Sources) -> list[Fault]:
    """Place marks by the text itself: each where it stands unescaped, in the page or what it includes."""
    first = group[0]
    page = sources.pages.get(first.file)
    if page is None:
        return []
    found = [place for text in (page, *sources.included(page)) for place in _literal(text, first.needle)]
    return [replace(first, place=place) for place in found]


def _literal(text: Text, needle: str) -> list[Place]:
    pattern = re.compile(r"\s+".join(r"(?<!\\)" + re.escape(part) for part in needle.split()))
    plain = text.markdown.plain
    return [
        Place(text.file, *text.markdown.place(match.start()), len(match[0].split("\n")[0]))
        for match in pattern.finditer(plain)
        if not _inside_link(plain, match.start(), needle)
    ]


def _inside_link(plain: str, start: int, needle: str) -> bool:
    """Tell whether an opened link is in truth closed on its line, so that it is another one that became text."""
    if not needle.startswith("]("):
        return False
    rest = plain[start : plain.find("\n", start) if "\n" in plain[start:] else len(plain)]
    return bool(re.match(r"\]\([^\s()]*(?:\s+[\"'][^\"']*[\"'])?\)", rest)) and ")" in needle


@dataclass(frozen=True, slots=True)
class _Match:
    place: Place
    kind: str
    url: str


class _Search:
    """Looks for the source of references; each text is read and indexed once."""

    def __init__(self, site: Site, sources: Sources) -> None:
        self._site = site
        self._sources = sources
        self._indexes: dict[tuple[str, str], dict[str, list[Written]]] = {}
        self._joined = ["\0".join(text.text for text in texts) for texts in sources.others]

    def places_of(self, group: list[Fault]) -> list[Fault]:
        """Return a group of equal faults, one for each place that made one of them."""
        first = group[0]
        page = self._sources.pages.get(first.file)
        if page is not None and page.is_markdown and not first.chrome and (places := self._in_markdown(group, page)):
            last = len(group) - 1
            if first.rule == "target-missing" and first.target.startswith("../") and places[0].kind != "attribute":
                group = [_climbing(fault, self._site) for fault in group]
            return [_as_written(group[min(number, last)], place) for number, place in enumerate(places)]
        forms = _forms(first, self._site)
        if page is not None and first.pages == 1 and (place := _in_front_matter(page, forms)):
            return [replace(first, place=place, authored=True)]
        if page is not None and not page.is_markdown and (found := _places(page.file, page.text, forms)):
            return [replace(first, place=place, authored=True) for place in found]
        for texts, joined in zip(self._sources.others, self._joined, strict=True):
            if not any(form in joined for form in forms):
                continue
            found = [place for text in texts for place in _places(text.file, text.text, forms)]
            if len({(place.file, place.line) for place in found}) == 1 or (first.nth and len(found) > first.nth):
                return [replace(first, place=found[first.nth], authored=True)]
            if found:
                break
        return [
            replace(
                first, place=_unknown(first, self._site, self._sources), text=first.text + _near(first, self._sources)
            )
        ]

    def _in_markdown(self, group: list[Fault], page: Text) -> list["_Match"]:
        """Return the places in a page and its snippets that made a group of equal faults; none when that is unsure."""
        first = group[0]
        matches = []
        for text in (page, *self._sources.included(page)):
            index = self._index(first.file, text)
            keys = dict.fromkeys((_plain(first.url), "=" + first.target))
            found = {each.start: each for key in keys for each in index.get(key, ())}
            matches += [(text, found[start]) for start in sorted(found)]
        if len(matches) > len(group):
            words = {_bare(fault.words or "") for fault in group}
            matches = [
                (text, each) for text, each in matches if _bare(each.words) in words or each.kind == "definition"
            ] or matches
        if len(matches) > len(group):
            return []
        return [
            _Match(Place(text.file, *text.markdown.place(each.start), len(each.url)), each.kind, each.url)
            for text, each in matches
        ]

    def _index(self, file: str, text: Text) -> dict[str, list[Written]]:
        """Return what is written in a text that a page holds, by URL and, after "=", by target."""
        key = (file, text.file)
        if key not in self._indexes:
            index: dict[str, list[Written]] = {}
            for each in text.written:
                index.setdefault(_plain(each.url), []).append(each)
                if target := _target(each.url, self._site.made_from.get(file), self._site):
                    index.setdefault("=" + target, []).append(each)
            self._indexes[key] = index
        return self._indexes[key]


def _unknown(fault: Fault, site: Site, sources: Sources) -> Place:
    page = sources.pages.get(fault.file)
    return Place(page.file if page else shown(fault.file, site))


def shown(name: str, site: Site) -> str:
    """Return how a message names a file of the site: by its source, or by its place in the built site."""
    return f"{site.docs}/{site.made_from[name]}" if name in site.made_from else f"site/{name}"


def _near(fault: Fault, sources: Sources) -> str:
    if fault.pages > 1:
        return f" On {fault.pages} pages: look at the template."
    maker = sources.made_by.get(fault.file, "")
    made = f" Made by {maker}." if maker else ""
    heading = f' Line unknown, under "{fault.heading}".' if fault.heading and not made else ""
    return made + heading


def _as_written(fault: Fault, match: _Match) -> Fault:
    """Return a fault with its place, and with the address in its text as people wrote it."""
    text = fault.text.replace(f'"{fault.url}"', f'"{match.url}"', 1)
    return replace(fault, text=text, place=match.place, authored=True)


def _climbing(fault: Fault, site: Site) -> Fault:
    """Return the fault of a path that leaves the docs folder, which in Markdown (not in HTML) is seen in the path."""
    near = fault.text.partition(" Did you mean ")
    text = f'"{fault.url}" climbs out of {site.docs}/.{near[1]}{near[2]}'
    return replace(fault, rule="target-outside", text=text)


def _plain(url: str) -> str:
    return unquote(url).replace("\\", "")


def _target(url: str, source: str | None, site: Site) -> str:
    """Return the address in the site to which a path written in a source leads, or nothing."""
    if source is None:
        return ""
    path, _, fragment = url.partition("#")
    as_built = resolve(url.replace(" ", "%20"), page=source, home=site.home)
    if as_built.kind is not Kind.INSIDE or as_built.full:
        return ""
    name = site.built_as.get(as_built.path if path else source) or site.held_as.get(as_built.path)
    return "" if name is None else address_of(name) + ("#" + unquote(fragment) if fragment else "")


def _bare(words: str) -> str:
    """Return the letters and digits of a link's words, which marks and entities leave alone."""
    return re.sub(r"[\W_]+", "", words.casefold())


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


def _in_front_matter(page: Text, forms: list[str]) -> Place | None:
    end = len(page.text) - len(page.markdown.plain.lstrip()) if page.text.startswith("---") else 0
    found = _places(page.file, page.text[:end], forms)
    return found[0] if len({place.line for place in found}) == 1 else None


def _places(file: str, text: str, forms: Iterable[str]) -> list[Place]:
    """Return each place where one of the forms stands whole; the first form that is found counts."""
    for form in forms:
        if form not in text:
            continue
        found = re.finditer(rf"(?<![\w./#%-]){re.escape(form)}(?![\w/#%-])", text)
        places = [
            Place(
                file,
                text.count("\n", 0, match.start()) + 1,
                match.start() - text.rfind("\n", 0, match.start()),
                len(form),
            )
            for match in found
        ]
        if places:
            return places
    return []

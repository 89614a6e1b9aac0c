"""Glossary terms marked in a page: the first place where each stands gets its meaning as a tooltip."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from xml.etree.ElementTree import Element

from kit.entry import slug_of
from kit.pages.page import Term
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

MARKED = re.compile(r"([\\`*_{}\[\]()#+!-])")
"""Characters that Markdown gives a meaning."""
LEFT_ALONE = {"a", "abbr", "button", "code", "dl", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "script", "style", "svg"}
"""Elements in which no term is marked: they are controls, headings, code or meanings already."""


def as_markdown(terms: Iterable[Term]) -> str:
    """Return the terms as a definition list in Markdown, each with an anchor of its own."""
    return "".join(
        f"\n**{_plain(term.term)}** {{ #{slug_of(term.term)} }}\n:   {_plain(term.meaning)}\n" for term in terms
    )


class GlossaryExtension(Extension):
    """Marks the first use of each term on a page with `<abbr title="meaning">`."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take the terms with their other spellings; other capitals are found too, but WHO is never who."""
        super().__init__()
        self.meanings = {
            spelling.casefold(): (spelling, term.term, term.meaning)
            for term in terms
            for spelling in (term.term, *term.also)
        }

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the name is Markdown's
        """Run after links and emphasis are made, before the page is written out."""
        md.treeprocessors.register(_Marker(md, self.meanings), "glossary", 5)


class _Marker(Treeprocessor):
    def __init__(self, md: Markdown, meanings: dict[str, tuple[str, str, str]]) -> None:
        super().__init__(md)
        self.meanings = meanings
        words = "|".join(re.escape(word) for word in sorted(meanings, key=lambda word: (-len(word), word)))
        self.pattern = re.compile(rf"(?<![\w-])({words})(?![\w-])", re.IGNORECASE)

    def run(self, root: Element) -> None:
        """Change the tree in place, as Markdown wants of a tree processor."""
        if self.meanings:
            self._mark(root, set())

    def _mark(self, element: Element, seen: set[str]) -> None:
        if element.tag in LEFT_ALONE or "admonition-title" in element.get("class", ""):
            return
        children = list(element)
        lead, made = self._split(element.text, seen)
        element.text = lead
        for position, abbreviation in enumerate(made):
            element.insert(position, abbreviation)
        for child in children:
            self._mark(child, seen)
            child.tail, made = self._split(child.tail, seen)
            for offset, abbreviation in enumerate(made, list(element).index(child) + 1):
                element.insert(offset, abbreviation)

    def _split(self, text: str | None, seen: set[str]) -> tuple[str | None, list[Element]]:
        """Return the text before the first term and an element for each term, the text after it as its tail."""
        if not text or isinstance(text, AtomicString):
            return text, []
        parts = list(self._parts(text, seen))
        return parts[0][1], [_abbreviation(word, title, tail) for (word, title), tail in parts[1:]]

    def _parts(self, text: str, seen: set[str]) -> Iterator[tuple[tuple[str, str], str]]:
        start, found = 0, ("", "")
        for match in self.pattern.finditer(text):
            spelling, term, meaning = self.meanings[match[0].casefold()]
            if spelling.isupper() and match[0] != spelling:
                continue
            if term not in seen:
                seen.add(term)
                yield found, text[start : match.start()]
                start, found = match.end(), (match[0], meaning)
        yield found, text[start:]


def _plain(text: str) -> str:
    """Return the Markdown that shows a text as it stands."""
    return MARKED.sub(r"\\\1", escape(" ".join(text.split()), quote=False))


def _abbreviation(word: str, title: str, tail: str) -> Element:
    element = Element("abbr", {"title": title})
    element.text = AtomicString(word)
    element.tail = tail
    return element

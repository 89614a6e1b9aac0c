"""The prose of a file: its sentences, each with the line it starts on, read as the site will show them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from kit.front_matter import read
from kit.problem import Problem
from kit.record import Record, read_yaml
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

BUILT_IN = ("toc", "tables", "fenced_code")
"""Extensions that MkDocs always adds to those of mkdocs.yml."""

INLINE = {
    "a",
    "abbr",
    "b",
    "cite",
    "del",
    "em",
    "i",
    "ins",
    "kbd",
    "mark",
    "q",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
}
SKIPPED = {"code", "pre", "script", "style", "svg"}
NOT_RUNNING = {"blockquote", "details", "li", "table"}
"""Blocks whose text is no running prose: steps, lists, cells and quotations; callouts are none either."""
QUOTING_KEYS = {"aliases", "gist", "question", "words"}
"""Keys for what somebody else says: a reader who asks or searches, or the article whose claim is judged."""

UNSCORED = {
    "also",
    "alt",
    "caption",
    "description",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "summary",
    "td",
    "term",
    "th",
    "title",
}
"""Labels and cells: each is checked, but none counts in the reading grade, which they would flatter."""

ABBREVIATIONS = {"approx.", "dr.", "e.g.", "i.e.", "mr.", "mrs.", "ms.", "st.", "vs."}
"""Those after which a sentence goes on, even with a capital; "etc.", "a.m." and "no." as often end one."""
STOP = re.compile(r"[.!?…]+[\"'”\u2019)\]]*\s+(?=[\"'“\u2018(\[]*[A-Z0-9])")
TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Sentence:
    """One sentence: `kind` is the HTML element or front matter key it stands in, `section` the id of the h2 above.

    `quoted` is true where somebody else is speaking: a block quotation, a "changed" callout, a key such as `question`.
    `running` is true in a plain paragraph, and false in a list, a table, a callout and front matter.
    """

    file: str
    line: int
    text: str
    kind: str
    section: str
    quoted: bool
    running: bool = False


@dataclass(frozen=True)
class Page:
    """The sentences of one file, and the ids of its second-level headings."""

    file: str
    sentences: tuple[Sentence, ...]
    sections: tuple[str, ...] = ()

    @property
    def scored(self) -> tuple[Sentence, ...]:
        """Return the sentences that count in the reading grade."""
        return tuple(sentence for sentence in self.sentences if sentence.kind not in UNSCORED)

    @property
    def running(self) -> tuple[Sentence, ...]:
        """Return the sentences of plain paragraphs."""
        return tuple(sentence for sentence in self.sentences if sentence.running)


class _AnyReference(dict[str, tuple[str, str]]):
    """Link definitions that are never missing: the build adds them, so here every cited id counts as defined."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> tuple[str, str]:
        self[key] = ("#", "")
        return self[key]


def reader_of(extensions: Iterable[str], options: Mapping[str, Any]) -> Markdown:
    """Return a Markdown with these extensions and their options, as a recipe names them."""
    names = dict.fromkeys([*BUILT_IN, *extensions])
    markdown = Markdown(extensions=[*names], extension_configs={name: dict(options.get(name) or {}) for name in names})
    markdown.references = _AnyReference()
    return markdown


def read_page(raw: bytes, *, file: str, markdown: Markdown) -> tuple[Page | None, list[Problem]]:
    """Return the prose of one Markdown file, front matter first, or None with what keeps it from being read."""
    front_matter, problems = read(raw, file=file)
    if front_matter is None:
        return None, problems
    sentences = _in_record(front_matter.record, markdown)
    runs = _render(front_matter.body, markdown)
    source = [
        (token.casefold(), number)
        for number, line in enumerate(front_matter.body.splitlines(), front_matter.body_line)
        for token in TOKEN.findall(line)
    ]
    start, section = -1, ""
    for run in runs:
        section = run.mark if run.kind == "h2" else section
        for text in split(run.text):
            place = _place(text, source, start)
            sentences.append(Sentence(file, source[place][1], text, run.kind, section, run.quoted, run.running))
            start = place + len(TOKEN.findall(text)) - 1
    return Page(file, tuple(sentences), tuple(run.mark for run in runs if run.kind == "h2")), []


def read_data(raw: bytes, *, file: str, markdown: Markdown) -> tuple[Page | None, list[Problem]]:
    """Return the prose in one YAML file, or None with what keeps it from being read."""
    record, problems = read_yaml(raw.decode("utf-8", errors="replace"), file=file)
    return (Page(file, tuple(_in_record(record, markdown))) if record else None), problems


def split(text: str) -> list[str]:
    """Return the sentences of one block of text; a full stop in an abbreviation or after an initial ends none."""
    sentences: list[str] = []
    start = 0
    for match in STOP.finditer(text):
        last = text[start : match.end()].rsplit(maxsplit=1)[-1].strip("\"'“”()[]\u2018\u2019")
        if last.casefold() not in ABBREVIATIONS:
            sentences.append(text[start : match.end()].strip())
            start = match.end()
    return [*sentences, text[start:].strip()] if text[start:].strip() else sentences


@dataclass(frozen=True)
class _Run:
    """Text of one block; `mark` is the id of a heading. A run without a kind is the border between two blocks."""

    kind: str
    text: str
    mark: str
    quoted: bool
    running: bool = False


_BORDER = _Run("", "", "", quoted=False)


def _in_record(record: Record, markdown: Markdown) -> list[Sentence]:
    """Return the sentences of YAML; the kind of each is the last key above it, its line that of the value."""
    sentences = []
    for path, text in _texts(record.data, ()):
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        place, quoted = record.line(*path), key in QUOTING_KEYS
        found = [each for run in _render(text, markdown) for each in split(run.text)]
        sentences += [Sentence(record.file, place, each, key, "", quoted) for each in found]
    return sentences


def _texts(data: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each text of a record: a value with a space in it is prose, one without is an id, bar a title."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, (*path, number))
    elif isinstance(data, str) and (" " in data.strip() or path[-1:] == ("title",)):
        yield path, data


def _render(text: str, markdown: Markdown) -> list[_Run]:
    """Return the blocks of some Markdown, in order."""
    markdown.reset()
    tree = LexborHTMLParser(markdown.convert(text))
    outside = _Run("p", "", "", quoted=False, running=True)
    pieces = _pieces(tree.body, outside) if tree.body else iter(())
    groups = (list(group) for border, group in groupby(pieces, key=lambda piece: piece is _BORDER) if not border)
    joined = (replace(group[0], text=" ".join("".join(one.text for one in group).split())) for group in groups)
    return [run for run in joined if TOKEN.search(run.text)]


def _pieces(node: LexborNode, outer: _Run) -> Iterator[_Run]:
    """Yield the text in a node with borders between blocks; `outer` says what holds for text right in the node."""
    for child in node.iter(include_text=True):
        tag, classes = child.tag, (child.attributes.get("class") or "").split() if child.tag != "-text" else []
        if tag == "-text":
            yield replace(outer, text=child.text_content or "")
        elif tag == "img":
            yield _BORDER
            yield _Run("alt", child.attributes.get("alt") or "", "", outer.quoted)
            yield _BORDER
        elif tag in SKIPPED or {"headerlink", "footnote-ref", "footnote-backref"} & set(classes):
            continue
        elif tag in INLINE:
            yield from _pieces(child, outer)
        else:
            kind = "title" if "admonition-title" in classes else tag if tag in UNSCORED else "p"
            speaks = outer.quoted or tag == "blockquote" or "changed" in classes
            runs = outer.running and kind == "p" and tag not in NOT_RUNNING and "admonition" not in classes
            yield _BORDER
            yield from _pieces(child, _Run(kind, "", child.attributes.get("id") or "", quoted=speaks, running=runs))
            yield _BORDER


def _place(sentence: str, source: list[tuple[str, int]], start: int) -> int:
    """Return where in the words of the source a sentence begins: where most of its first words follow in order.

    Markup stands between the words of the source (addresses, ids), so they need not touch.
    """
    words = [word.casefold() for word in TOKEN.findall(sentence)][:12]
    found = [index for index, (word, _) in enumerate(source) if words and word == words[0]]
    if not found:
        return max(0, start)
    return max(found, key=lambda index: (*_fit(words, source, index), index > start, -index))


def _fit(words: list[str], source: list[tuple[str, int]], index: int) -> tuple[int, int]:
    """Return how many of the words follow in order from a place in the source, and how close together (0 is best)."""
    window = [word for word, _ in source[index : index + 40]]
    at = shared = 0
    for word in words:
        if word in window[at:]:
            at = window.index(word, at) + 1
            shared += 1
    return shared, -at

"""Markdown that silently became text: link marks that a reader sees in the words of a built page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_link_check.read.article_text import shown_code

PATHLIKE = (
    r"(?:[^\s\[\]()]*[/#][^\s\[\]()]*|[^\s\[\]()]+\.(?:md|html?|pdf|png|jpe?g|svg|webp|gif)"
    r"|https?:[^\s\[\]]+|mailto:\S+)"
)
REFERENCE = re.compile(r"\]\[(?P<label>[^\[\]\n]*(?:\n[^\[\]\n]+)?)\]")
FOOTNOTE = re.compile(r"(?<![\]\w])\[\^(?P<label>[^\[\]\s^]+)\](?!\()|(?<=\w)\[\^(?P<other>[\w-]+)\](?!\()")
REVERSED = re.compile(rf"\([^()\n]*\)\[(?P<url>{PATHLIKE})\]")
SPACED = re.compile(rf"\](?P<gap>[ \t]+|[ \t]*\n[ \t]*)\((?P<url>{PATHLIKE})(?:\s+[\"'][^\"'\n]*[\"'])?\)")
OPEN = re.compile(r"\]\((?P<url>[^\s()]*)")
CLOSED = re.compile(r"\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*(?:\s+[\"'][^\"'\n]*[\"'])?\s*\)")
UNDEFINED = 'no definition "[{}]: ..." is here.'
STAYS = 'Markdown stays text within HTML, expected a link in HTML or markdown="1" on the element around it.'
WIKI = re.compile(r"\[\[(?P<label>#?[^\W\d][^\[\]\n]*)\]\]")
SHAPES = (
    WIKI,
    re.compile(REFERENCE.pattern + r"(?!:)"),
    re.compile(rf"(?:{FOOTNOTE.pattern})(?!:)"),
    re.compile(rf"\)\[(?P<url>{PATHLIKE})\]"),
    SPACED,
    OPEN,
)
"""The forms that each of these may have in a source."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One link mark that became text: the rule, what is wrong, the mark as shown, and where in the text it ends."""

    rule: str
    text: str
    shown: str
    end: int
    label: str = ""


def marks(text: str) -> Iterator[Mark]:
    """Yield each link mark in the words of a page, in which code is written in signs of its own."""
    for match in WIKI.finditer(text):
        label = match["label"]
        yield _mark("markup-wiki", f'"[[{label}]]" stays text, expected "[words](page.md)".', match)
    for match in REFERENCE.finditer(text):
        opening = _opening(text, match.start())
        if opening is None:
            continue
        label = " ".join(match["label"].split()) or text[opening + 1 : match.start()]
        shown = text[opening : match.end()]
        yield Mark(
            "reference-undefined",
            UNDEFINED.format(shown_code(label)),
            shown_code(shown),
            match.end(),
            shown_code(label),
        )
    for match in FOOTNOTE.finditer(text):
        label = match["label"] or match["other"]
        yield _mark("footnote-undefined", f'no footnote "[^{label}]: ..." is here.', match)
    for match in REVERSED.finditer(text):
        url = match["url"]
        yield _mark("markup-reversed", f'"(words)[{url}]" stays text, expected "[words]({url})".', match)
    for match in SPACED.finditer(text):
        yield _mark("markup-space", 'a gap between "]" and "(" keeps this from being a link.', match)
    for match in OPEN.finditer(text):
        if CLOSED.match(text, match.start()):
            yield _mark("markup-html", STAYS, match)
            continue
        yield _mark("markup-unclosed", f'"]({match["url"]}" opens a link that nothing closes.', match)


def _mark(rule: str, text: str, match: re.Match[str]) -> Mark:
    return Mark(rule, text, match[0], match.end())


def _opening(text: str, end: int) -> int | None:
    """Return where the bracket closed at `end` opens; None when there is none, or when it follows a word directly.

    The latter is so in `matrix[row][column]`.
    """
    opening = text.rfind("[", 0, end)
    if opening < 0 or "\n\n" in text[opening:end]:
        return None
    return None if opening > 0 and (text[opening - 1].isalnum() or text[opening - 1] in "_])") else opening

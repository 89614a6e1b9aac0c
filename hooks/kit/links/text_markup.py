"""Markdown that silently became text: link marks that a reader sees in the words of a built page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PATHLIKE = (
    r"(?:[^\s\[\]()]*[/#][^\s\[\]()]*|[^\s\[\]()]+\.(?:md|html?|pdf|png|jpe?g|svg|webp|gif)"
    r"|https?:[^\s\[\]]+|mailto:\S+)"
)
UNDEFINED = re.compile(r"\]\[(?P<label>[^\[\]\n]*(?:\n[^\[\]\n]+)?)\]")
FOOTNOTE = re.compile(r"(?<![\]\w])\[\^(?P<label>[^\[\]\s^]+)\](?!\()|(?<=\w)\[\^(?P<other>[\w-]+)\](?!\()")
REVERSED = re.compile(rf"\([^()\n]*\)\[(?P<url>{PATHLIKE})\]")
SPACED = re.compile(rf"\](?P<gap>[ \t]+|[ \t]*\n[ \t]*)\((?P<url>{PATHLIKE})(?:\s+[\"'][^\"'\n]*[\"'])?\)")
OPEN = re.compile(r"\]\((?P<url>[^\s()]*)")
WIKI = re.compile(r"\[\[(?P<label>[^\W\d][^\[\]\n]*)\]\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """One link mark that became text: the rule, the text to look for in the source, and what is wrong."""

    rule: str
    needle: str
    text: str


def marks(text: str) -> Iterator[Mark]:
    """Yield each link mark in the words of a page, from which code has been taken out."""
    for match in WIKI.finditer(text):
        label = match["label"]
        yield Mark("markup-wiki", f"[[{label}]]", f'"[[{label}]]" stays text, expected "[words](page.md)".')
    for match in UNDEFINED.finditer(text):
        if _is_index(text, match.start()):
            continue
        label = " ".join(match["label"].split())
        if not label:
            label = text[text.rfind("[", 0, match.start()) + 1 : match.start()]
        yield Mark("reference-undefined", "][" + match["label"] + "]", f'no definition "[{label}]: ..." is here.')
    for match in FOOTNOTE.finditer(text):
        label = match["label"] or match["other"]
        yield Mark("footnote-undefined", f"[^{label}]", f'no footnote "[^{label}]: ..." is here.')
    for match in REVERSED.finditer(text):
        url = match["url"]
        yield Mark("markup-reversed", f")[{url}]", f'"(words)[{url}]" stays text, expected "[words]({url})".')
    for match in SPACED.finditer(text):
        url = match["url"]
        yield Mark("markup-space", f"]{match['gap']}({url}", 'a gap between "]" and "(" keeps this from being a link.')
    for match in OPEN.finditer(text):
        yield Mark("markup-unclosed", "](" + match["url"], f'"]({match["url"]}" opens a link that nothing closes.')


def _is_index(text: str, end: int) -> bool:
    """Tell whether the bracket closed at `end` follows a word directly, as in `matrix[row][column]`."""
    opening = text.rfind("[", 0, end)
    return (
        opening < 0
        or "\n\n" in text[opening:end]
        or (opening > 0 and (text[opening - 1].isalnum() or text[opening - 1] in "_])"))
    )

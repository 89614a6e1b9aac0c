"""Definitions: links and footnotes that a page defines but does not use, or defines twice, and links with a space."""

import re
from collections.abc import Iterator

from kit.links.markdown_source import Markdown, Written, without_comments, written
from kit.problem import Problem, did_you_mean

FOOTNOTE_TEXT = re.compile(r"^[ \t>]*\[\^(?P<label>[^\]\n]+)\]:", re.MULTILINE)
FOOTNOTE_MARK = re.compile(r"\[\^(?P<label>[^\]\n]+)\]")
SPACED = re.compile(
    r"\]\((?P<url>[^()<>\"'\n]*[^\s()<>\"'\n] +[^()<>\"'\n]*\.(?:md|html?|png|jpe?g|svg|pdf)(?:#[\w-]*)?)\)"
)
COMMENTS = {"//", "comment", "_"}
"""Labels that people use for comments, since Markdown has none."""


def definition_problems(source: Markdown, *, file: str, included: str = "") -> Iterator[Problem]:
    """Yield a problem for each definition that is unused, repeated or shadowed, and each address with a space.

    `included` is the text of all snippets of the page, in which a definition may be used.
    """
    if "]:" in source.plain:
        yield from _links(source, file, included)
        yield from _footnotes(source, file, included)
    for match in SPACED.finditer(source.plain):
        line, column = source.place(match.start("url"))
        url = match["url"]
        text = f'"{url}" has a space, expected "<{url}>" or a name without spaces.'
        yield Problem(file, line, column, "url-malformed", text)


def _links(source: Markdown, file: str, included: str) -> Iterator[Problem]:
    definitions = [each for each in written(source) if each.kind == "definition" and not _is_comment(each)]
    first: dict[str, Written] = {}
    for each in definitions:
        label = _folded(each.words)
        line, column = source.place(each.start)
        if (other := first.get(label)) is None:
            first[label] = each
            continue
        where = source.place(other.start)[0]
        if other.url == each.url:
            text = f'"[{each.words}]" is defined again, first on line {where}. Delete one.'
            yield Problem(file, line, column, "definition-repeated", text)
        else:
            text = f'"[{each.words}]" gets another address than on line {where}: only one counts. Rename one.'
            yield Problem(file, line, column, "definition-shadowed", text)
    comments = _comments(source.text)  # a hook may fill them: `<!-- md:plugin [search] -->`
    uses = _uses(source.plain, definitions) | _uses(included, []) | _uses(comments, [])
    for label, each in first.items():
        if label not in uses:
            line, column = source.place(each.start)
            near = did_you_mean(label, uses - set(first))
            yield Problem(file, line, column, "definition-unused", f'nothing uses "[{each.words}]".{near}')


def _footnotes(source: Markdown, file: str, included: str) -> Iterator[Problem]:
    notes = list(FOOTNOTE_TEXT.finditer(source.plain))
    if not notes:
        return
    starts = {match.start("label") for match in notes}
    marks = (*FOOTNOTE_MARK.finditer(source.plain), *FOOTNOTE_MARK.finditer(included))
    uses = {match["label"] for match in marks if match.start("label") not in starts}
    seen: set[str] = set()
    for match in notes:
        line, column = source.place(match.start("label"))
        if match["label"] in seen:
            yield Problem(file, line, column, "definition-repeated", f'"[^{match["label"]}]" is defined again.')
        elif match["label"] not in uses:
            near = did_you_mean(match["label"], uses)
            yield Problem(file, line, column, "footnote-unused", f'nothing refers to "[^{match["label"]}]".{near}')
        seen.add(match["label"])


def _uses(plain: str, definitions: list[Written]) -> set[str]:
    """Return each label in brackets that is not itself a definition."""
    starts = {plain.rfind("[", 0, each.start) for each in definitions}
    found = re.finditer(r"(?<!\\)\[((?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]", plain)
    uses = {_folded(match[1]) for match in found if match.start() not in starts}
    inner = re.finditer(r"(?<!\\)\[((?:\\.|[^\[\]\\])*)\]", plain)
    return uses | {_folded(match[1]) for match in inner if match.start() not in starts}


def _comments(text: str) -> str:
    """Return what stands in comments only."""
    shown = without_comments(text)
    return "".join(sign if sign != kept else " " for sign, kept in zip(text, shown, strict=True))


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()


def _is_comment(definition: Written) -> bool:
    return definition.words in COMMENTS or definition.url in {"", "#", "<>"}

"""Definitions: links and footnotes that a page defines but does not use, or defines twice."""

import re
from collections import defaultdict
from collections.abc import Iterator

from site_link_check.judge.fault import Place
from site_link_check.place.woven import Woven
from site_link_check.problem import Problem, did_you_mean
from site_link_check.read.markdown_source import without_code, without_comments
from site_link_check.read.reader import Reading

DEFINITION = re.compile(r"^[ >]*\[(?P<label>(?!\^)[^\[\]]*)\]:[ \t]*\n?[ \t]*<?(?P<url>[^\s>]*)", re.MULTILINE)
NOTE = re.compile(r"^[ \t>]*\[\^(?P<label>[^\]\n]+)\]:", re.MULTILINE)
NOTE_MARK = re.compile(r"\[\^(?P<label>[^\]\n]+)\]")
BRACKETS = re.compile(r"(?<!\\)\[((?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]")
INNER_BRACKETS = re.compile(r"(?<!\\)\[((?:\\.|[^\[\]\\])*)\]")
COMMENTS = {"//", "comment", "_"}
"""Labels that people use for comments, since Markdown has none."""


def definition_problems(source: Woven, reading: Reading, *, file: str) -> Iterator[Problem]:
    """Yield a problem for each definition of a file that is unused, repeated or shadowed, as its reader took it."""
    if "]:" not in source.text:
        return
    plain = without_code(source.text)
    for problem in (*_links(source, plain, reading), *_notes(source, plain, reading)):
        if problem.file == file:
            yield problem


def _links(source: Woven, plain: str, reading: Reading) -> Iterator[Problem]:
    written: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in DEFINITION.finditer(plain):
        written[_folded(match["label"])].append(match)
    told: dict[str, list[str]] = defaultdict(list)
    for label, url in reading.defined:
        told[_folded(label)].append(url)
    comments = _labels(_comments(source.text), set())
    starts = {match.start("label") - 1 for matches in written.values() for match in matches}
    uses = _labels(plain, starts)
    used = {_folded(label) for label in reading.used} | comments
    for label, urls in told.items():
        matches = written.get(label, [])
        places = [source.place(match.start("url")) for match in matches]
        if label in COMMENTS or not urls[0].strip("<>#") or len(places) != len(urls) or None in places:
            continue
        first, *more = [place for place in places if place is not None]
        name = " ".join(matches[0]["label"].split())
        for place, url in zip(more, urls[1:], strict=True):
            if url == urls[0]:
                text = f'"[{name}]" is defined again, first on line {first.line}. Delete one.'
                yield _problem(place, "definition-repeated", text)
            else:
                name = " ".join(matches[1]["label"].split())
                text = f'"[{name}]" gets another address than on line {first.line}: only one counts. Rename one.'
                yield _problem(place, "definition-shadowed", text)
        if label not in used and label not in uses:
            near = did_you_mean(label, uses - set(told))
            yield _problem(first, "definition-unused", f'nothing uses "[{name}]".{near}')


def _notes(source: Woven, plain: str, reading: Reading) -> Iterator[Problem]:
    notes = [match for match in NOTE.finditer(plain) if match["label"] in reading.notes]
    if not notes:
        return
    starts = {match.start("label") for match in notes}
    uses = {match["label"] for match in NOTE_MARK.finditer(plain) if match.start("label") not in starts}
    seen: set[str] = set()
    for match in notes:
        label, place = match["label"], source.place(match.start("label"))
        if place is not None and label in seen:
            yield _problem(place, "definition-repeated", f'"[^{label}]" is defined again.')
        elif place is not None and label not in reading.noted:
            near = did_you_mean(label, uses - reading.notes)
            yield _problem(place, "footnote-unused", f'nothing refers to "[^{label}]".{near}')
        seen.add(label)


def _problem(place: Place, rule: str, text: str) -> Problem:
    return Problem(place.file, place.line, place.column, rule, text)


def _labels(text: str, definitions: set[int]) -> set[str]:
    """Return each label in brackets that is not itself a definition."""
    found = (match for shape in (BRACKETS, INNER_BRACKETS) for match in shape.finditer(text))
    return {_folded(match[1]) for match in found if match.start() not in definitions}


def _comments(text: str) -> str:
    """Return what stands in comments only, which hooks may fill: `<!-- md:plugin [search] -->`."""
    if "<!--" not in text:
        return ""
    shown = without_comments(text)
    return "".join(sign if sign != kept else " " for sign, kept in zip(text, shown, strict=True))


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()

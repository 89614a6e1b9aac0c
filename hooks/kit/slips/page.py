"""Slips in a page: marks that the reader of Markdown did not take for what they were meant to be."""

import re
from collections.abc import Iterator

from kit.problem import Problem, did_you_mean, problem
from kit.safety.source import Dialect, placed, read
from kit.safety.tree import Finding
from kit.slips.rules import Rules
from selectolax.lexbor import LexborHTMLParser, LexborNode

CODE = "code, kbd, pre, samp"
BOX = re.compile(r"^\s*(?:!!!|\?\?\?\+?) ?\w")
STARS = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*|__(?=\w)|(?<=\w)__|(?<![\w*])\*(?=\w)|(?<![\w./:-])_(?=[^\W_])")
"""Marks of bold and italic words that a reader sees: the other one of the pair is missing."""
ESCAPED = re.compile(r"\\[*_]")
ABBREVIATION = re.compile(r"^ {0,3}\*\[(?P<short>[^\]]+)\]:", re.MULTILINE)


def page_slips(body: str, dialect: Dialect, rules: Rules, *, file: str, first_line: int) -> list[Problem]:
    """Return the slips in a page that can be seen in what Markdown makes of it."""
    meant = ESCAPED.sub("", body)  # who wrote a backslash wants the sign itself
    found = [*placed(meant, dialect, lambda html: list(_findings(html, rules))), *_unused(body, dialect)]
    return sorted(problem(file, line and first_line + line - 1, each.rule, each.text) for line, each in found)


def _findings(html: str, rules: Rules) -> Iterator[Finding]:
    tree = LexborHTMLParser(f"<body>{html}")
    for node in tree.css("div.admonition, details[class]"):
        yield from _box(node, rules)
    for node in tree.css(CODE):
        node.decompose()
    body = tree.css_first("body")
    for node in body.traverse(include_text=True) if body else ():
        if node.tag == "-text":
            yield from _words(node.text(deep=False), rules)
        elif node.tag == "img":
            yield from rules.never_in(str(node.attributes.get("alt") or ""))


def _box(node: LexborNode, rules: Rules) -> Iterator[Finding]:
    """Tell of a box without words, and of a kind that does not exist."""
    kinds = [each for each in str(node.attributes.get("class") or "").split() if each != "admonition"]
    if kinds and kinds[0] not in rules.boxes:
        near = did_you_mean(kinds[0], rules.boxes)
        text = f'there is no box "{kinds[0]}", expected one of: {", ".join(sorted(rules.boxes))}.{near}'
        yield Finding("box-kind", kinds[0], text)
    title = node.css_first(".admonition-title, summary")
    if title is not None and node.text().strip() == title.text().strip() and not node.css("img"):
        text = "this box holds no words. Put 4 spaces before each line that belongs into it."
        yield Finding("box-empty", kinds[0] if kinds else "", text)


def _words(text: str, rules: Rules) -> Iterator[Finding]:
    if BOX.match(text):
        yield Finding(
            "box", text.strip().split("\n")[0], 'this box stays text, expected a form such as !!! note "Title".'
        )
    for line in text.split("\n"):
        if STARS.search(line):
            said = 'a * or _ is shown as it stands, because its other half is missing. Close it, or write "\\*".'
            yield Finding("emphasis", line.strip(), said)
    yield from rules.never_in(text)


def _unused(body: str, dialect: Dialect) -> Iterator[tuple[int, Finding]]:
    """Tell of abbreviations that are explained and stand nowhere on the page."""
    explained = list(ABBREVIATION.finditer(body))
    if not explained:
        return
    tree = LexborHTMLParser(f"<body>{read(body, dialect)}")
    used, shown = {node.text() for node in tree.css("abbr")}, tree.text()
    words = set(re.findall(r"\w[\w-]*", shown))
    for match in explained:
        short = match["short"]
        if short not in used and match[0].strip() not in shown:
            text = f'"{short}" is explained here and stands nowhere on this page.{did_you_mean(short, words)}'
            yield body.count("\n", 0, match.start()) + 1, Finding("abbreviation", short, text)

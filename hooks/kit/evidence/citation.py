"""Citations: reference links in Markdown whose label is the id of a claim, as in `[short text][claim-id]`."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kit.phrase import fill
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from selectolax.lexbor import LexborHTMLParser

FENCE = re.compile(r"^(?P<indent>[ >]*)(?P<fence>`{3,}|~{3,})")
OPENING = re.compile(r"<!--|`+")
SEEN = re.compile(r"[^\n]")
USE = re.compile(r"(?<!\\)\[(?P<text>(?:[^\[\]\\]|\\.)+)\][ ]?\[(?P<label>[^\[\]\n]+)\]")
DEFINITION = re.compile(r"^ {0,3}\[(?P<label>[^\[\]\n]+)\]:", re.MULTILINE)


@dataclass(frozen=True)
class Citation:
    """One use of a reference link: its label, the text that a reader sees, and its line (from 1)."""

    label: str
    text: str
    line: int


def citations(markdown: str, *, first_line: int = 1) -> tuple[Citation, ...]:
    """Return the reference links of a text whose definition the text itself does not hold, in order.

    Code and comments are passed over. `first_line` is the line of the file on which the text starts.
    """
    prose = _without_code(markdown)
    defined = {_label(match["label"]) for match in DEFINITION.finditer(prose)}
    found, line, counted = [], first_line, 0
    for use in USE.finditer(prose):
        line, counted = line + prose.count("\n", counted, use.start()), use.start()
        if (label := _label(use["label"])) not in defined:
            found.append(Citation(label, " ".join(use["text"].split()), line))
    return tuple(found)


def definitions(markdown: str, anchors: Mapping[str, str], *, up: str) -> str:
    """Return the Markdown with a link definition at its end for each label it uses that has an anchor.

    `up` leads from the page's folder to the one that the anchors start from: `../` for each folder.
    """
    used = sorted({each.label for each in citations(markdown)} & anchors.keys())
    lines = "".join(f"[{label}]: {up}{anchors[label]}\n" for label in used)
    return f"{markdown.rstrip()}\n\n{lines}" if lines else markdown


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()


def _without_code(markdown: str) -> str:
    """Return the text with fenced code, code spans and comments blanked, every line and column kept."""
    text = "\n".join(_outside_fences(markdown.split("\n")))
    kept, end = [], 0
    for start, stop in _hidden(text):
        kept += [text[end:start], SEEN.sub(" ", text[start:stop])]
        end = stop
    return "".join([*kept, text[end:]])


def _hidden(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each comment and code span starts and ends, in one pass: nothing is looked for twice.

    A code span ends at the next run of as many backticks as it starts with; a run without such a partner may
    start one with its last backticks.
    """
    openings = list(OPENING.finditer(text))
    runs: defaultdict[int, deque[int]] = defaultdict(deque)
    for each in openings:
        if each[0] != "<!--":
            runs[len(each[0])].append(each.start())
    last_comment = text.rfind("-->")
    end = 0
    for each in openings:
        start, stop = each.span()
        if start < end:
            continue
        if each[0] == "<!--":
            if stop <= last_comment:
                end = text.index("-->", stop) + len("-->")
                yield start, end
            continue
        for length in range(stop - start, 0, -1):
            partners = runs[length]
            while partners and partners[0] <= start:
                partners.popleft()
            if partners:
                end = partners[0] + length
                yield stop - length, end
                break


def _outside_fences(lines: list[str]) -> Iterator[str]:
    fence = ""
    for line in lines:
        match = FENCE.match(line)
        if fence:
            closes = match is not None and match["fence"].startswith(fence) and not line[match.end() :].strip()
            yield ""
            fence = "" if closes else fence
        elif match is not None:
            fence = match["fence"]
            yield ""
        else:
            yield line


class CitationExtension(Extension):
    """Markdown extension that marks each link to a cited entry with the entry's id and the number of its note.

    `anchors` maps each label to the end of the address that its definition has: `evidence/index.md#small-steps`.
    `said` is what is heard in place of the link's text, with the blanks `text` and `number`: without it a stylesheet's
    number runs into the last word.
    """

    def __init__(self, anchors: Mapping[str, str], *, said: str = "") -> None:
        """Take the anchors of all entries that may be cited."""
        super().__init__()
        self.anchors = anchors
        self.said = said

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 Markdown calls it by this name
        """Run before MkDocs rewrites relative addresses, which it does last."""
        md.treeprocessors.register(_Marker(md, self.anchors, self.said), "citations", 5)


class _Marker(Treeprocessor):
    def __init__(self, md: Markdown, anchors: Mapping[str, str], said: str) -> None:
        super().__init__(md)
        self.said = said
        self.labels = {anchor: label for label, anchor in anchors.items()}

    def run(self, root: Element) -> None:
        """Give each citation its class, the id it cites and the number of its note on this page."""
        numbers: dict[str, int] = {}
        for link in root.iter("a"):
            address = link.get("href", "").removeprefix("./").split("../")[-1]
            label = self.labels.get(address)
            if label is not None:
                link.set("class", "bs-cite")
                link.set("data-cites", label)
                number = str(numbers.setdefault(label, len(numbers) + 1))
                link.set("data-note", number)
                if self.said:
                    link.set(
                        "aria-label", fill(self.said, text=" ".join("".join(link.itertext()).split()), number=number)
                    )


def cited(html: str) -> tuple[str, ...]:
    """Return the ids that the marked links of a page cite, in the order of their notes."""
    links = LexborHTMLParser(html).css("a[data-cites]") if "data-cites" in html else []
    return tuple(dict.fromkeys(link.attributes["data-cites"] or "" for link in links))

"""An article of a built page, as search reads it: its parts by heading, in words alone."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
UNREAD = frozenset({"button", "dialog", "form", "nav", "script", "style", "svg", "template"})
"""Elements whose words are not the page's own."""
INLINE = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"}
)
"""Elements that end no line: what follows them is of the same sentence."""
SPACE = re.compile(r"[^\S\n]+")
LINES = re.compile(r" ?\n[ \n]*")
MARK = re.compile(r'data-search-exclude(?:="")?(?=[\s/>])')
BEGUN = re.compile(r"""<[a-z][\w-]*(?:\s+[^\s=<>"']+(?:="[^"]*")?)*\s+""")
"""A tag as far as one of its attributes."""


@dataclass(frozen=True)
class Part:
    """What stands under a heading: the anchor that leads there, the heading, and the words, a block of text a line."""

    anchor: str
    heading: str
    text: str


def article(html: str, marked: Collection[str] = ()) -> tuple[Part, ...]:
    """Return the parts of the article of a page, the first without an anchor; a part begins at each heading.

    An element whose id is marked is a part of its own. What has `data-search-exclude` is left out.
    """
    tree = LexborHTMLParser(html)
    root = tree.css_first("article") or tree.css_first("main") or tree.body
    if root is None:
        return ()
    reader = _Reader(frozenset(marked))
    reader.read(root)
    parts = (Part(each.anchor, _plain(each.heading), _plain("".join(each.words))) for each in reader.parts)
    return tuple(each for each in parts if each.heading or each.text)


def without_marks(html: str) -> str:
    """Return a page without the marks of what the search leaves out: readers would pay for them."""
    kept, end = [], 0
    for mark in MARK.finditer(html):  # a pattern that begins with the tag would look at each tag of the page
        if BEGUN.fullmatch(html, html.rfind("<", 0, mark.start()), mark.start()):
            kept.append(html[end : mark.start()].rstrip())
            end = mark.end()
    return "".join([*kept, html[end:]])


@dataclass
class _Open:
    anchor: str
    heading: str = ""
    words: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Level:
    """An element whose children are being read, and the part that goes on after it if it is one of its own."""

    children: Iterator[LexborNode]
    tag: str = "body"
    around: _Open | None = None


class _Reader:
    """The parts so far, and the one that words go to."""

    def __init__(self, marked: frozenset[str]) -> None:
        self.marked = marked
        self.parts = [_Open("")]
        self.now = self.parts[0]

    def read(self, node: LexborNode) -> None:
        """Read what an element holds, without recursion: elements lie in each other as deep as somebody likes."""
        open_: list[_Level] = [_Level(node.iter(include_text=True))]
        while open_:
            child = next(open_[-1].children, None)
            if child is None:
                level = open_.pop()
                self.now = level.around or self.now
                self._end(level.tag)
            elif (inner := self._step(child)) is not None:
                open_.append(inner)

    def _step(self, child: LexborNode) -> _Level | None:
        """Take in a child, and return it as a level of its own where its children are to be read one by one."""
        tag = child.tag or ""
        if tag == "-text":
            self.now.words.append(child.text(deep=False).replace("\n", " "))
            return None
        attributes = child.attributes
        if tag in UNREAD or "hidden" in attributes or "data-search-exclude" in attributes or _permalink(child):
            return None
        anchor = attributes.get("id") or ""
        if tag not in HEADINGS:
            around = self._aside(child, anchor) if anchor in self.marked else None
            return _Level(child.iter(include_text=True), tag, around)
        if tag == "h1" and not anchor:
            self.now.heading = _said(child)
        else:
            self._begin("" if tag == "h1" else anchor, _said(child))
        self._end(tag)
        return None

    def _end(self, tag: str) -> None:
        if tag not in INLINE:
            self.now.words.append("\n")

    def _begin(self, anchor: str, heading: str) -> None:
        if not anchor and self.now is self.parts[0] and not self.now.heading:
            self.now.heading = heading
        elif not anchor:
            self.now.words.append(f"\n{heading}\n")
        else:
            self.now = _Open(anchor, heading)
            self.parts.append(self.now)

    def _aside(self, node: LexborNode, anchor: str) -> _Open:
        """Begin a part for an element that is one of its own, and return the one around it, which goes on after it."""
        around = self.now
        name = node.css_first("strong")
        self.now = _Open(anchor, _said(name).rstrip(".") if name else "")
        self.parts.append(self.now)
        return around


def _permalink(node: LexborNode) -> bool:
    return "headerlink" in (node.attributes.get("class") or "").split()


def _said(heading: LexborNode) -> str:
    """Return the words of a heading without the sign that links to it."""
    reader = _Reader(frozenset())
    reader.read(heading)
    return _plain("".join(reader.parts[0].words)).replace("\n", " ")


def _plain(text: str) -> str:
    return LINES.sub("\n", SPACE.sub(" ", text)).strip()

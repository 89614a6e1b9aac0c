"""The menu of a site: entries that the theme repeats on every page, each told apart by its text and read once."""

import re
from collections import Counter

from kit.built_page import Link, read_chrome

ARTICLE = "<article"
END = "</li>"
ENTRY = re.compile(
    r"\s*<li(?:\s[^<>]*)?>\s*<a\s[^<>]*>(?:[^<]|</?(?:span|em|strong|code|small|svg|path)\b[^<>]*>)*</a>\s*"
)
PLACE = re.compile(r"\s(?:id|name)\s*=")
TAG = re.compile(r"<(/?)(span|em|strong|code|small|svg)\b")
LONGEST = 2000
"""No entry of a menu is longer; what lies between two of them may be."""
ENCLOSING = ("script", "style", "template", "textarea", "title", "noscript", "select", "iframe", "svg", "math")
"""Elements within which what looks like an entry may be none."""


class Menu:
    """Takes the entries of menus out of pages before these are parsed; equal entries are read once."""

    def __init__(self) -> None:
        """Begin with no entry known."""
        self._known: dict[str, frozenset[Link] | bool] = {}

    def apart(self, html: str) -> tuple[str, frozenset[Link]]:
        """Return a page without the entries of menus before its article, and the links of these.

        A page without an article, or with anything before it that may change what an entry is, is returned whole.
        """
        cut = html.find(ARTICLE)
        if cut < 0:
            return html, frozenset()
        *pieces, last = html[:cut].split(END)
        known, kept, links = self._known, [], set[Link]()
        for piece in pieces:
            found = known.get(piece)
            if found is None:
                found = _links_of(piece)
                if len(piece) <= LONGEST:
                    known[piece] = found
            if found is True:
                kept.append(piece)
            elif found is False:
                return html, frozenset()
            else:
                links |= found
        rest = END.join([*kept, last])
        if not _is_closed(last) or ARTICLE in rest.lower():
            return html, frozenset()
        return rest + html[cut:], frozenset(links)


def _links_of(piece: str) -> frozenset[Link] | bool:
    """Return the links of an entry of a menu, or whether an entry may follow what is none."""
    entry = _entry(piece) if len(piece) <= LONGEST else None
    return _is_closed(piece) if entry is None else entry


def _entry(piece: str) -> frozenset[Link] | None:
    """Return the links of a text that is one entry of a menu and nothing else; None when it is more, or in doubt."""
    if ENTRY.fullmatch(piece) is None or PLACE.search(piece):
        return None
    tags = Counter(TAG.findall(piece))
    if any(tags["", name] != tags["/", name] for _, name in tags):
        return None
    links, wordless = read_chrome(f"<ul>{piece}{END}</ul>")
    return None if wordless else links


def _is_closed(piece: str) -> bool:
    """Tell whether a text ends outside of each tag, comment and element that it opens."""
    return (
        piece.rfind("<") <= piece.rfind(">")
        and piece.count("<!--") == piece.count("-->")
        and all(piece.count("<" + name) == piece.count("</" + name) for name in ENCLOSING)
    )

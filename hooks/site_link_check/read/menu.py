"""The menu of a site: what its theme repeats on every page, told apart piece by piece, each of which is read once."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from site_link_check.read.address import SCHEME, rooted
from site_link_check.read.built_page import Link

ARTICLE = b"<article"
EMPTY = re.compile(rb"<(\w+)></\1>")
LIST_END, ENTRY_END = b"</ul>", b"</li>"
CONTAINERS = frozenset({"li", "ul", "ol", "nav", "label", "div"})
"""Elements of a menu that may begin in one piece and end in another."""
ENDLESS = frozenset({"input", "path"})
ATTRIBUTE = (
    r"\s++(?:class|d|fill|for|height|href|hreflang|id|lang|rel|role|tabindex|target|title|type|viewBox|width|xmlns"
    r"|checked|hidden|aria-[\w-]++|data-[\w-]++)(?![\w-])"
    r"""(?:\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>=`]++))?+"""
)
"""None of these holds an address but `href`."""
TAG = re.compile(
    rf"<(?P<closing>/?)(?P<name>{'|'.join(sorted(CONTAINERS | ENDLESS))}|a|span|em|strong|code|small|svg)"
    rf"(?P<attributes>(?:{ATTRIBUTE})*+)\s*+/?>"
)
PIECE = re.compile(rf"(?:[^<]++|{re.sub(r'[?]P<[a-z]+>', '?:', TAG.pattern)})*+")
VALUE = re.compile(r"""\s(?P<name>href|id)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|(?=[\s>]|$))""")
WORDLESS = re.compile(r"<a\b[^<>]*>(?:\s|<[^<>]*>)*</a>")
UP = re.compile(r"(?:\.\./)*(?:\.\.$)?")
TOKENS = re.compile(r"""(?:[^<]++|<!--.*?-->|<(?=[A-Za-z/!])(?:[^<>"']++|"[^"<>]*+"|'[^'<>]*+')*+>)*+""", re.DOTALL)
LONGEST = 10_000
"""No piece that menus repeat is longer; what lies between two of them may be."""
ENCLOSING = ("script", "style", "template", "textarea", "title", "noscript", "select", "iframe", "svg", "math")
"""Elements within which what looks like a menu may be none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a menu: its URLs as written, its ids, and how it goes on.

    `frame` is what has to stay of it so that each container ends where it did: nothing of a plain entry.
    `nearest` and `farthest` count the folders up to which its URLs lead; `nearest` is -1 when none leads anywhere.
    `links` holds its links, rooted, for each folder that is the nearest to which one leads up.
    """

    urls: tuple[str, ...]
    ids: tuple[str, ...]
    frame: bytes
    nearest: int
    farthest: int
    links: dict[str, frozenset[Link]] = field(default_factory=dict)


class Menu:
    """Takes the pieces of menus out of pages before these are parsed; equal pieces are read once."""

    def __init__(self) -> None:
        """Begin with no piece known."""
        self._known: dict[bytes, Piece | bool] = {}
        self._whole: dict[frozenset[Link], frozenset[Link]] = {}
        self._frames: dict[bytes, bytes] = {}

    def apart(self, html: bytes, *, file: str) -> tuple[str, frozenset[Link], tuple[str, ...]]:
        """Return a page without the menus before its article, and the links (rooted) and ids of these.

        A link to the page itself is always among them: themes show that entry in a way of its own, and with it the
        pages of a site share one menu. A page without an article, or with anything before it that may change what a
        piece is, is returned whole.
        """
        above = _above(file.rpartition("/")[0])
        kept: list[bytes] = []
        frames: list[bytes] = []
        links: list[frozenset[Link]] = []
        ids: list[str] = []
        start = 0
        for text, piece in self._pieces(html):
            if piece is False:
                break
            start += len(text)
            if piece is True or piece.farthest >= len(above):
                kept += self._frame(b"".join(frames)), text
                frames = []
                continue
            found = piece.links.get(above[piece.nearest])
            if found is None:
                found = frozenset(("a", "href", rooted(url, folder=above[0])) for url in piece.urls)
                piece.links[above[piece.nearest]] = found
            links.append(found)
            ids += piece.ids
            frames.append(piece.frame)
        rest = b"".join([*kept, self._frame(b"".join(frames))])
        if not any(links) or not html.startswith(ARTICLE, start) or ARTICLE in rest.lower():
            return html.decode(errors="replace"), frozenset(), ()
        menu = frozenset([own_link(file)]).union(*links)
        return (rest + html[start:]).decode(errors="replace"), self._whole.setdefault(menu, menu), tuple(ids)

    def _pieces(self, html: bytes) -> Iterator[tuple[bytes, Piece | bool]]:
        """Yield each piece of a page before its article with what it is: a list as a whole where that is known."""
        for whole in _parts(html, LIST_END):
            if (known := self._known.get(whole)) is not None:
                yield whole, known
                continue
            text, article, _ = whole.partition(ARTICLE)
            entries = [(each, self._entry(each)) for each in _parts(text, ENTRY_END)]
            yield from entries
            if article:
                return
            pieces = [piece for _, piece in entries if isinstance(piece, Piece)]
            if len(text) <= LONGEST and len(pieces) == len(entries):
                self._known[text] = _joined(pieces)

    def _frame(self, text: bytes) -> bytes:
        """Return the frames of pieces in a row without the containers that are left empty."""
        found = self._frames.get(text)
        if found is None:
            found = text
            while (fewer := EMPTY.sub(b"", found)) != found:
                found = fewer
            self._frames[text] = found
        return found

    def _entry(self, text: bytes) -> Piece | bool:
        """Return a piece of a menu, or, of a text that is none, whether a piece may follow it."""
        found = self._known.get(text)
        if found is None:
            found = _piece(text.decode(errors="replace"))
            if len(text) <= LONGEST:
                self._known[text] = found
        return found


def own_link(file: str) -> Link:
    """Return the link to a page in a menu."""
    folder, _, name = file.rpartition("/")
    return "a", "href", rooted("./" if name == "index.html" else name, folder=folder)


def _above(folder: str) -> list[str]:
    """Return a folder and each folder above it."""
    found = [folder]
    while found[-1]:
        found.append(found[-1].rpartition("/")[0])
    return found


def _parts(html: bytes, end: bytes) -> Iterator[bytes]:
    """Yield a text cut after each end tag of one kind."""
    start = 0
    while (found := html.find(end, start)) >= 0:
        stop = found + len(end)
        yield html[start:stop]
        start = stop
    yield html[start:]


def _piece(text: str) -> Piece | bool:
    if len(text) > LONGEST or PIECE.fullmatch(text) is None or WORDLESS.search(text):
        return _is_closed(text)
    tags = TAG.findall(text)
    pairs = Counter((closing, name) for closing, name, _ in tags if name not in CONTAINERS | ENDLESS)
    if any(pairs["", name] != pairs["/", name] for _, name in pairs):
        return True
    values = [(name, "".join(value)) for _, _, listed in tags for name, *value in VALUE.findall(listed)]
    if any("&" in value or (name == "href" and value[:1] in {"", "#", "?"}) for name, value in values):
        return True
    frame = "".join(f"<{closing}{name}>" for closing, name, _ in tags if name in CONTAINERS)
    urls, ids = ([value for name, value in values if name == wanted] for wanted in ("href", "id"))
    return _of(urls, ids, EMPTY.sub(b"", frame.encode()))


def _joined(pieces: list[Piece]) -> Piece:
    """Return several pieces in a row as one."""
    urls = [url for piece in pieces for url in piece.urls]
    return _of(urls, [each for piece in pieces for each in piece.ids], b"".join(piece.frame for piece in pieces))


def _of(urls: list[str], ids: list[str], frame: bytes) -> Piece:
    relative = [url for url in urls if url[0] != "/" and not SCHEME.match(url)]
    steps = [(len(up[0]) + 1) // 3 for url in relative if (up := UP.match(url))]
    return Piece(tuple(urls), tuple(ids), frame, min(steps, default=-1), max(steps, default=0))


def _is_closed(text: str) -> bool:
    """Tell whether a text ends outside of each tag, comment and element that it opens."""
    return (
        _pairs(text, "<!--", "-->")
        and all(_pairs(text, "<" + name, "</" + name) for name in ENCLOSING)
        and TOKENS.fullmatch(text, max(0, text.rfind("</script"), text.rfind("</style"))) is not None
    )


def _pairs(text: str, opening: str, closing: str) -> bool:
    """Tell whether a text closes as often as it opens, and closes last."""
    count = text.count(opening)
    return count == text.count(closing) and (not count or text.rfind(opening) < text.rfind(closing))

"""Spots: each part of a source that may become a link, mark or id, and the same source with a token at each of them.

Whether a spot really becomes one is not guessed: the marked source is rendered, and the tokens that come out tell.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_link_check.judge.text_markup import SHAPES

TOKEN = re.compile(r"zq(?P<number>\d+)qz", re.IGNORECASE)
DESTINATION = r"<(?P<angled>[^<>\n]*)>|(?P<bare>(?:\\.|[^\s()<>\\]|\\(?=\s)|\((?:[^\s()]|\([^\s()]*\))*\))*)"
INLINE = re.compile(rf"\]\([ \t]*\n?[ \t]*(?:{DESTINATION})(?P<rest>[^)\n]*\)?)")
SPACED = re.compile(r"([^\"'()\n]*\.\w{2,5}(?:#[\w-]*)?)\)")
DEFINITION = re.compile(
    r"^[ >]*\[(?P<label>(?!\^)(?:\\.|[^\]\\])+)\]:[ \t]*\n?[ \t]*(?:<(?P<angled>[^>\n]*)>|(?P<bare>[^\s>]+))",
    re.MULTILINE,
)
AUTOLINK = re.compile(r"<(?P<url>(?:[A-Za-z][A-Za-z0-9+.-]*:|(?=[^\s<>@]+@))[^\s<>]+)>")
ATTRIBUTE = re.compile(
    r"""(?<![\w-])(?:xlink:)?(?P<name>href|src|srcset|imagesrcset|poster|data|action|formaction|cite|background|longdesc"""
    r"""|style|content)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<plain>[^\s"'>`}]+))""",
    re.IGNORECASE,
)
PICTURE = re.compile(r"""<img\b(?P<rest>(?:[^<>"']|"[^"<]*"|'[^'<]*')*+)>""", re.IGNORECASE)
SOURCED = re.compile(r"(?<![\w-])src(?:set)?\s*=", re.IGNORECASE)
BASE = re.compile(r"<base\b[^<>]*\Z", re.IGNORECASE)
BARE = re.compile(r"(?<![\w<(\"'/=\[:.])(?P<url>(?:https?|ftp)://[^\s<>\"')\]]+)")
LONGEST_WORDS = 1000
"""No link has more letters in its words."""
ONWARD = re.compile(r"[\d.]*\s*;\s*url\s*=\s*['\"]?", re.IGNORECASE)
IN_SET = re.compile(r"(?:^|,)\s*(?P<url>[^\s,](?:\S*[^\s,])?)")
IN_STYLE = re.compile(r"""url\(\s*["']?(?P<url>[^"')]+)""")
ID = re.compile(
    r"""(?<![\w-])(?:id|name)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<plain>[^\s"'>`}]+))"""
    r"""|\{[^{}\n]*?#(?P<mark>[^\s{}]+)""",
    re.IGNORECASE,
)
HEADING = re.compile(r"^[ >]*#{1,6}[ \t]*(?P<words>[^\n]*?)[ \t]*#*[ \t]*(?:\{[^{}\n]*\})?[ \t]*$", re.MULTILINE)
UNDERLINED = re.compile(r"^(?P<words>[^\n]*?\S)[ \t]*(?:\{[^{}\n]*\})?[ \t]*\n(?:=+|-+)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Spot:
    """A span of a source: `kind` is what it may become, `url` the address in it (nothing for marks and ids)."""

    kind: str
    start: int
    end: int
    url: str = ""

    @property
    def is_markdown(self) -> bool:
        """Tell whether the builder rewrites this address: it does so in Markdown, not in raw HTML."""
        return self.kind not in {"attribute", "picture"}

    def token(self, number: int) -> str:
        """Return what marks the end of the spot: a picture without a source gets one that is nothing else."""
        return f' src="zq{number}qz"' if self.kind == "picture" else f"zq{number}qz"


def spots_of_links(text: str, *, is_html: bool = False, bare: bool = False) -> list[Spot]:
    """Return each part of a source that may become a link, or, in Markdown, a mark that stays text."""
    elements = [*_attributes(text, is_html=is_html), *_unsourced(text)]
    if is_html:
        return _apart(elements)
    found = [*_inline(text), *_of(DEFINITION, text, "definition"), *_of(AUTOLINK, text, "autolink")]
    if bare:
        found += _of(BARE, text, "bare")
    found += elements  # after these: "?src=b" at the end of an address is none
    shapes = (match for shape in SHAPES for match in shape.finditer(text))
    found += [Spot("mark", match.start(), match.end()) for match in shapes if not _is_escaped(text, match)]
    return _apart(found)


def spots_of_ids(text: str, *, is_html: bool = False) -> list[Spot]:
    """Return each part of a source that may give an id to something."""
    found = list(_of(ID, text, "id"))
    if not is_html:
        found += _of(HEADING, text, "heading")
        found += _of(UNDERLINED, text, "heading")
    return _apart(found)


def starts_of_marks(text: str) -> dict[int, int]:
    """Return for each place at which a mark may end where that begins."""
    found = (match for shape in reversed(SHAPES) for match in shape.finditer(text))
    return {match.end(): match.start() for match in found if not _is_escaped(text, match)}


def marked(text: str, spots: Iterable[Spot]) -> str:
    """Return a source with a token at the end of each spot: its number in the list."""
    parts: list[str] = []
    done = 0
    for number, spot in enumerate(spots):
        parts += text[done : spot.end], spot.token(number)
        done = spot.end
    return "".join([*parts, text[done:]])


def without_tokens(text: str) -> str:
    """Return a text as it was before it was marked."""
    return TOKEN.sub("", text)


def _is_escaped(text: str, match: re.Match[str]) -> bool:
    """Tell whether somebody meant a mark to stay text: a backslash stands before its bracket, or before the first."""
    start = match.start()
    if start and text[start - 1] == "\\":
        return True
    opening = _opening(text, start) if text[start] == "]" else None
    return opening is not None and text[opening - 1 : opening] == "\\" and text[opening - 2 : opening] != "\\\\"


def label_of(text: str, start: int, end: int) -> str:
    """Return the label of a reference whose mark, `][label]`, stands at a span of a source: as written, in one line."""
    label = text[start + 2 : end - 1].strip()
    if not label and (opening := _opening(text, start)) is not None:
        label = text[opening + 1 : start]
    return " ".join(label.split())


def _opening(text: str, closing: int) -> int | None:
    """Return where the bracket opens that is closed at a place, or None."""
    depth = 0
    for position in range(closing, max(-1, closing - LONGEST_WORDS), -1):
        if text[position] == "]":
            depth += 1
        elif text[position] == "[":
            depth -= 1
            if depth == 0:
                return position
    return None


def _apart(found: list[Spot]) -> list[Spot]:
    """Return spots in order; of those that end at one place the first counts."""
    by_end: dict[int, Spot] = {}
    for spot in found:
        by_end.setdefault(spot.end, spot)
    return [by_end[end] for end in sorted(by_end)]


def _of(shape: re.Pattern[str], text: str, kind: str) -> Iterator[Spot]:
    for match in shape.finditer(text):
        group = next((name for name in shape.groupindex if name != "label" and match[name] is not None), None)
        if group is not None:
            yield Spot(kind, match.start() if kind == "id" else match.start(group), match.end(group), match[group])


def _inline(text: str) -> Iterator[Spot]:
    for match in INLINE.finditer(text):
        group = "angled" if match["angled"] is not None else "bare"
        end = match.end(group)
        if group == "bare" and (spaced := SPACED.match(match["rest"])):
            end += spaced.end(1)
        yield Spot("inline", match.start(group), end, text[match.start(group) : end])


def _unsourced(text: str) -> Iterator[Spot]:
    """Yield the tag of each picture of which nothing says where it lies."""
    for match in PICTURE.finditer(text):
        if not SOURCED.search(match["rest"]):
            yield Spot("picture", match.start(), match.start("rest"))


def _attributes(text: str, *, is_html: bool) -> Iterator[Spot]:
    for match in ATTRIBUTE.finditer(text):
        name = match["name"].lower()
        if name == "content" and not is_html:
            continue
        group = next(each for each in ("double", "single", "plain") if match[each] is not None)
        value, start = match[group], match.start(group)
        if name == "content" and (onward := ONWARD.match(value)):
            value, start = value[onward.end() :], start + onward.end()
        if name in {"srcset", "imagesrcset", "style"}:
            shape = IN_STYLE if name == "style" else IN_SET
            for part in shape.finditer(value):
                yield Spot("attribute", start + part.start("url"), start + part.end("url"), part["url"])
        elif not BASE.search(text, max(0, match.start() - 200), match.start()):
            yield Spot("attribute", start, match.end(group), value.strip())

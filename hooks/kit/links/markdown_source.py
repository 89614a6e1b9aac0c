"""The source of a page: every URL written in Markdown, raw HTML or a definition, with its line, code left out."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

FENCE = re.compile(r"^(?P<indent>[ \t]*(?:>[ \t]?)*)(?P<fence>`{3,}|~{3,})(?P<info>[^`\n]*)$")
INLINE_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
LETTER = re.compile(r"[^\n]")
COMMENT = re.compile(r"<!--")
RAW_CODE = re.compile(r"<(?P<tag>pre|code|script|style|kbd|samp)\b[^<>]*>", re.IGNORECASE)
MATH_END = {"$$": "$$", "\\(": "\\)", "\\[": "\\]"}
MATH = re.compile(r"(?<![\\$])\$\$|\\\(|\\\[(?=\s)")
CONTAINER = re.compile(
    r"^(?P<indent>[ ]*)(?:[*+-]\s|\d+[.)]\s|!!!\s|\?\?\?\+?\s|===[!+]?\s|///|:\s{1,3}|\[\^[^\]]+\]:)"
)

DESTINATION = r"<(?P<angled>[^<>\n]*)>|(?P<bare>(?:\\.|[^\s()<>\\]|\\(?=\s)|\((?:[^\s()]|\([^\s()]*\))*\))*)"
INLINE = re.compile(rf"\]\([ \t]*\n?[ \t]*(?:{DESTINATION})(?P<rest>[^)\n]*\)?)")
DEFINITION = re.compile(
    r"^[ >]*\[(?P<label>(?!\^)(?:\\.|[^\]\\\n])+)\]:[ \t]*\n?[ \t]*<?(?P<url>[^\s>]*)>?(?P<title>.*)$", re.MULTILINE
)
AUTOLINK = re.compile(r"<(?P<url>(?:[A-Za-z][A-Za-z0-9+.-]*:|(?=[^\s<>@]+@))[^\s<>]+)>")
ATTRIBUTE = re.compile(
    r"""(?<![\w-])(?:xlink:)?(?P<name>href|src|srcset|poster|data|action|formaction|cite|background|style)\s*=\s*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<plain>[^\s"'>`}]+))""",
    re.IGNORECASE,
)
BARE = re.compile(r"(?<![\w<(\"'/=\[:.])(?P<url>(?:https?|ftp)://[^\s<>\"')\]]+)")
ODD_HOST = re.compile(r"//[^/\s)]*[\[\]\u2000-\uffff]")
SNIPPET = re.compile(r"""^(?P<indent>[ \t]*)-{1,}8<-{1,}[ \t]+["'](?P<path>[^"'\n]+)["'][ \t]*$""", re.MULTILINE)
SNIPPET_FENCE = re.compile(r"^[ \t]*-{1,}8<-{1,}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Written:
    """A URL as somebody wrote it, its position in the text, and the words around it (a label or the link's text)."""

    url: str
    start: int
    kind: str
    words: str = ""


@dataclass(frozen=True)
class Markdown:
    """The text of one Markdown file and the same text with code, comments and formulas blanked out."""

    text: str
    plain: str
    uncoded: str

    def place(self, start: int) -> tuple[int, int]:
        """Return line and column, both from 1, of a position."""
        return self.text.count("\n", 0, start) + 1, start - self.text.rfind("\n", 0, start)


def read_markdown(text: str) -> Markdown:
    """Return a Markdown text with a copy of equal length in which all that renders as no words is blank."""
    text = text.replace("\r\n", "\n")
    blocks = _without_front_matter(text)
    plain = _without_code_blocks(blocks)
    plain = INLINE_CODE.sub(_blank, without_comments(plain))
    plain = _without_spans(plain, RAW_CODE, lambda tag: rf"</{tag}\s*>")
    return Markdown(text, _without_spans(plain, MATH, lambda sign: re.escape(MATH_END[sign])), plain)


def without_comments(text: str) -> str:
    """Return a text of equal length in which HTML comments are blank."""
    return _without_spans(text, COMMENT, lambda _: "-->")


def _without_spans(text: str, opening: re.Pattern[str], closing: Callable[[str], str]) -> str:
    """Return a text with each span blanked from an opening to its closing; one that is never closed stays."""
    parts: list[str] = []
    done, unclosed = 0, set[str]()
    match = opening.search(text)
    while match is not None:
        sign = (match["tag"] if opening.groups else match[0]).lower()
        end = None if sign in unclosed else re.compile(closing(sign), re.IGNORECASE).search(text, match.end())
        if end is None:
            unclosed.add(sign)
            match = opening.search(text, match.end())
            continue
        parts += text[done : match.start()], LETTER.sub(" ", text[match.start() : end.end()])
        done = end.end()
        match = opening.search(text, done)
    return "".join([*parts, text[done:]])


def written(source: Markdown) -> list[Written]:
    """Return every URL in a Markdown text, in order."""
    plain = source.plain
    found = [*_inline(plain), *_definitions(plain), *_attributes(source.uncoded)]
    found += [Written(match["url"], match.start("url"), "autolink") for match in AUTOLINK.finditer(plain)]
    found += [Written(match["url"].rstrip(".,;:!?*_"), match.start("url"), "bare") for match in BARE.finditer(plain)]
    taken: dict[int, Written] = {}
    for each in found:
        taken.setdefault(each.start, each)
    return [taken[start] for start in sorted(taken)]


def snippets(source: Markdown) -> list[tuple[str, int]]:
    """Return each file that a text includes by `--8<--`, with its position; lines marked as not wanted are left out."""
    text = without_comments(source.text)
    single = [(match["path"], match.start("path")) for match in SNIPPET.finditer(text) if match["path"][0] != ";"]
    fences = list(SNIPPET_FENCE.finditer(text))
    several = []
    for opening, closing in zip(fences[::2], fences[1::2], strict=False):
        start = opening.end() + 1
        for line in text[start : closing.start()].split("\n"):
            if (path := line.strip()) and not path.startswith(";"):
                several.append((path.strip("\"'"), start + len(line) - len(line.lstrip())))
            start += len(line) + 1
    return sorted(single + several, key=lambda item: item[1])


def without_unreadable(text: str) -> str:
    """Return a Markdown text in which no address keeps a program from reading it: `[` and `]` in a host are escaped.

    Most texts come back as they are.
    """
    if "//[" not in text and not ODD_HOST.search(text):
        return text
    for each in reversed(written(read_markdown(text))):
        try:
            urlsplit(each.url)
        except ValueError:
            end = each.start + len(each.url)
            text = text[: each.start] + quote(text[each.start : end], safe="/:?#=&%@") + text[end:]
    return text


def _blank(match: re.Match[str]) -> str:
    return LETTER.sub(" ", match[0])


def _without_front_matter(text: str) -> str:
    match = re.match(r"\ufeff?---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", text, re.DOTALL)
    return _blank(match) + text[match.end() :] if match else text


def _without_code_blocks(text: str) -> str:
    lines = text.split("\n")
    fence, opened, kept = "", 0, list(lines)
    containers: list[int] = []
    blank_before = True
    for number, line in enumerate(lines):
        opening = FENCE.match(line)
        if fence:
            if opening and opening["fence"].startswith(fence) and not opening["info"].strip():
                fence = ""
            lines[number] = " " * len(line)
            continue
        if opening:
            fence, opened = opening["fence"], number
            lines[number] = " " * len(line)
            continue
        if not line.strip():
            blank_before = True
            continue
        width = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        while containers and width <= containers[-1] and (blank_before or width < containers[-1]):
            containers.pop()
        depth = len(containers)
        if blank_before and width >= 4 * (depth + 1) and (not containers or width >= containers[-1] + 8):
            lines[number] = " " * len(line)
            continue
        if CONTAINER.match(line.expandtabs(4)):
            containers = [*(indent for indent in containers if indent < width), width]
        blank_before = False
    if fence:
        lines[opened:] = kept[opened:]
    return "\n".join(lines)


def _inline(plain: str) -> Iterator[Written]:
    for match in INLINE.finditer(plain):
        group = "angled" if match["angled"] is not None else "bare"
        url = match[group]
        if group == "bare" and (spaced := re.match(r"([^\"'()\n]*\.\w{2,5}(?:#[\w-]*)?)\)", match["rest"])):
            url += spaced[1]
        opening = _opening(plain, match.start())
        words = plain[opening + 1 : match.start()] if opening >= 0 else ""
        image = opening > 0 and plain[opening - 1] == "!"
        yield Written(html.unescape(url), match.start(group), "image" if image else "inline", words)


def _opening(plain: str, end: int) -> int:
    """Return the position of the bracket that the bracket at `end` closes, or -1."""
    depth = 0
    for position in range(end, max(-1, end - 2000), -1):
        if plain[position] == "]":
            depth += 1
        elif plain[position] == "[":
            depth -= 1
            if depth == 0:
                return position
    return -1


def _definitions(plain: str) -> Iterator[Written]:
    for match in DEFINITION.finditer(plain):
        yield Written(html.unescape(match["url"]), match.start("url"), "definition", match["label"])


def _attributes(plain: str) -> Iterator[Written]:
    for match in ATTRIBUTE.finditer(plain):
        group = next(name for name in ("double", "single", "plain") if match[name] is not None)
        value, start = match[group], match.start(group)
        if match["name"].lower() == "srcset":
            for part in re.finditer(r"(?:^|,)\s*([^\s,](?:\S*[^\s,])?)", value):
                yield Written(html.unescape(part[1]), start + part.start(1), "attribute")
        elif match["name"].lower() == "style":
            for part in re.finditer(r"url\(\s*[\"']?([^\"')]+)", value):
                yield Written(html.unescape(part[1]), start + part.start(1), "attribute")
        else:
            yield Written(html.unescape(value.strip()), start, "attribute")

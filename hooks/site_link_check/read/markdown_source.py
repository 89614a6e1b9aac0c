"""The source of a page: which files it includes, and its text without all that renders as code."""

import re
from collections.abc import Callable

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

SNIPPET = re.compile(r"""^(?P<indent>[ \t]*)-{1,}8<-{1,}[ \t]+["'](?P<path>[^"'\n]+)["'][ \t]*$""", re.MULTILINE)
SNIPPET_FENCE = re.compile(r"^[ \t]*-{1,}8<-{1,}[ \t]*$", re.MULTILINE)


def without_code(text: str) -> str:
    """Return a Markdown text of equal length in which code, comments and formulas are blank."""
    plain = INLINE_CODE.sub(_blank, without_comments(_without_code_blocks(_without_front_matter(text))))
    plain = _without_spans(plain, RAW_CODE, lambda tag: rf"</{tag}\s*>")
    return _without_spans(plain, MATH, lambda sign: re.escape(MATH_END[sign]))


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


def snippets(text: str) -> list[tuple[str, int]]:
    """Return each file that a text includes by `--8<--`, with its position; lines marked as not wanted are left out."""
    text = without_comments(text)
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

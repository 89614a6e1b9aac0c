"""Stylesheets: the one that a page needs, made of the frame's and of those parts whose classes stand on it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
CLASSES = re.compile(r"""class=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\s+")
AROUND = re.compile(r" ?([{};,]) ?")
BRACE = re.compile(r"([^{};]*)([{}])")
"""A brace, and what stands before it: selectors, or conditions, which begin with @."""
CHOICE = re.compile(r":(?:is|where|not)\([^()]*\)|:[\w-]+\([^()]*,[^()]*\)")
"""Brackets of which one thing or none has to be there."""
INSIDE = re.compile(r":(?!is\b|where\b|not\b)[\w-]+\(([^(),]*)\)")
FONT = re.compile(r"""url\(["']?([^"')]+\.woff2)["']?\)""")


@dataclass(frozen=True)
class Wardrobe:
    """The sheet of the frame, and each part with what calls for it: sets of classes that stand on a page together."""

    frame: str
    parts: tuple[tuple[frozenset[frozenset[str]], str], ...]
    fonts: tuple[str, ...]


def wardrobe(frame: Mapping[str, str], parts: Mapping[str, str]) -> Wardrobe:
    """Return the sheets by name, packed; they apply in the order of their names, one folder above their own."""
    whole = "".join(packed(text) for _, text in sorted(frame.items())).replace("../../", "../")
    common = frozenset().union(*styled(whole))
    made = tuple(
        (frozenset(each for each in styled(text) if each - common), packed(text)) for _, text in sorted(parts.items())
    )
    return Wardrobe(whole, made, tuple(dict.fromkeys(FONT.findall(whole))))


def sheet_for(sheets: Wardrobe, html: str) -> str:
    """Return the stylesheet of a page: the frame, and each part of which a rule finds all its classes on the page."""
    found = (match for match in CLASSES.finditer(html) if html[match.start() - 1].isspace())
    there = {name for match in found for name in (match[1] or match[2] or match[3] or "").split()}
    return sheets.frame + "".join(text for classes, text in sheets.parts if any(each <= there for each in classes))


def name_of(sheet: str) -> str:
    """Return a file name that changes whenever the sheet does."""
    return f"page-{sha256(sheet.encode()).hexdigest()[:10]}.css"


def styled(css: str) -> frozenset[frozenset[str]]:
    """Return the classes that each rule of a sheet needs; one that is nested applies only where the outer does."""
    found: set[frozenset[str]] = set()
    depth = 0  # of rules; conditions, such as those of media, are no rules
    opened: list[bool] = []
    for start, brace in BRACE.findall(COMMENT.sub("", css)):
        if brace == "}":
            depth -= opened.pop() if opened else 0  # browsers leave out one too many
            continue
        rule = not start.lstrip().startswith("@")
        if rule and not depth:
            found |= _needed(start)
        opened.append(rule)
        depth += rule
    return frozenset(found)


def _needed(selectors: str) -> set[frozenset[str]]:
    """Return the classes without which each selector finds nothing; where one has only a choice of them, each alone."""
    rest, last = selectors, ""
    while rest != last:
        rest, last = INSIDE.sub(r" \1 ", CHOICE.sub("", rest)), rest
    needed = {frozenset(CLASS.findall(each)) for each in rest.split(",")}
    return needed if all(needed) else needed - {frozenset()} | {frozenset({name}) for name in CLASS.findall(selectors)}


def packed(css: str) -> str:
    """Return a sheet without comments and without spaces that mean nothing."""
    return AROUND.sub(r"\1", SPACE.sub(" ", COMMENT.sub("", css))).strip()

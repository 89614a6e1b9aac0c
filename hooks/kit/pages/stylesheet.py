"""Stylesheets: the one that a page needs, made of the frame's and of those parts whose classes stand on it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
CLASSES = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\s+")
AROUND = re.compile(r" ?([{};,]) ?")
SELECTOR = re.compile(r"([^{};]+)\{")
"""What stands before a brace: selectors, and conditions, which begin with @."""
FONT = re.compile(r"""url\(["']?([^"')]+\.woff2)["']?\)""")


@dataclass(frozen=True)
class Wardrobe:
    """The sheet of the frame, and each part with the classes that only parts style."""

    frame: str
    parts: tuple[tuple[frozenset[str], str], ...]
    fonts: tuple[str, ...]


def wardrobe(frame: Mapping[str, str], parts: Mapping[str, str]) -> Wardrobe:
    """Return the sheets by name, packed; they apply in the order of their names, one folder above their own."""
    whole = "".join(packed(text) for _, text in sorted(frame.items())).replace("../../", "../")
    common = styled(whole)
    made = tuple((styled(text) - common, packed(text)) for _, text in sorted(parts.items()))
    return Wardrobe(whole, made, tuple(dict.fromkeys(FONT.findall(whole))))


def sheet_for(sheets: Wardrobe, html: str) -> str:
    """Return the stylesheet of a page: the frame, and each part that styles a class which stands on the page."""
    there = {name for match in CLASSES.finditer(html) for name in (match[1] or match[2] or match[3] or "").split()}
    return sheets.frame + "".join(text for classes, text in sheets.parts if classes & there)


def name_of(sheet: str) -> str:
    """Return a file name that changes whenever the sheet does."""
    return f"page-{sha256(sheet.encode()).hexdigest()[:10]}.css"


def styled(css: str) -> frozenset[str]:
    """Return the classes in the selectors of a sheet."""
    selectors = SELECTOR.findall(COMMENT.sub("", css))
    return frozenset(name for each in selectors if not each.lstrip().startswith("@") for name in CLASS.findall(each))


def packed(css: str) -> str:
    """Return a sheet without comments and without spaces that mean nothing."""
    return AROUND.sub(r"\1", SPACE.sub(" ", COMMENT.sub("", css))).strip()

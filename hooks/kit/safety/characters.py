"""Characters that nobody sees: they turn words round, hide words, or make two words look the same."""

import re
import unicodedata

JOINERS = "\u200c\u200d"
"""Emoji are joined by them, and some scripts need them inside words."""
BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Letters and marks without a shape, which Unicode does not count among the controls."""
FIRST_JOINED = 0x0600
"""The first letter of the scripts in which a joiner changes how a word is written; none of them is Latin."""
ASCII = re.compile(r"[\t\n\x20-\x7e]*")
FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
VARIANTS = frozenset(map(chr, (*range(0x180B, 0x180E), 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""They choose the form of the sign before them, and nothing shows them beside a letter that has one form."""
KEYCAP = "\u20e3"
SIGNS = {"So", "Sm", "Po", "Pd", "Cn"}
"""The kinds of characters that have a form of text and one of a picture."""
BESIDE = "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
"""What may stand between an emoji and its joiner: how it is shown, and the colour of skin."""


def unseen(text: str) -> list[tuple[int, str]]:
    """Return where in a text a character stands that nobody sees, and that character."""
    if text.isascii() and ASCII.fullmatch(text):
        return []
    flags = {place for match in FLAG.finditer(text) for place in range(*match.span())}
    return [
        (place, each)
        for place, each in enumerate(text)
        if not _shows(each) and each != "\xa0"
        if _hidden(text, place) and place not in flags
    ]


def reason(character: str) -> str:
    """Return what is wrong with a character that nobody sees, and what to do."""
    return f"{name_of(character)} cannot be seen, and may turn words round or hide them. Take it out."


def name_of(character: str) -> str:
    """Return the number and the name that Unicode gives to a character."""
    return f"the character U+{ord(character):04X} ({unicodedata.name(character, 'a control').lower()})"


def shown(text: str, most: int = 60) -> str:
    """Return a text as one short line in which everything can be seen."""
    line = "".join(each if _shows(each) else f"\\u{ord(each):04x}" for each in text)
    return line if len(line) <= most else f"{line[: most - 3]}..."


def _shows(each: str) -> bool:
    return each.isprintable() and each not in BLANK and each not in VARIANTS


def _hidden(text: str, place: int) -> bool:
    each = text[place]
    if each in "\t\n\r":
        return False
    before, after = text[max(0, place - 3) : place], text[place + 1 : place + 2]
    if each in JOINERS:
        return not (_joined(before.rstrip(BESIDE)[-1:]) and _joined(after))
    if each in VARIANTS:
        return not (_joined(before[-1:]) or _has_forms(before[-1:]) or after == KEYCAP)
    return unicodedata.category(each) not in {"Cn", "Zs"}  # what this Unicode does not know yet may be a letter


def _has_forms(each: str) -> bool:
    return bool(each) and unicodedata.category(each) in SIGNS


def _joined(each: str) -> bool:
    return bool(each) and (
        unicodedata.category(each) in {"So", "Cn"}
        or (ord(each) >= FIRST_JOINED and unicodedata.category(each)[0] in "LM")
    )

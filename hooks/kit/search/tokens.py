"""Tokens: the words of a text as search compares them, in small letters and without accents or apostrophes."""

import re
import unicodedata

APOSTROPHES = "'\u2019\u2018\u02bc\u2032\u00b4`"
WORD = re.compile(rf"\d+(?:,\d{{3}})+|[^\W_]*[nN] [tT](?![^\W_])|[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
"""A number with commas between its thousands, or letters and digits; what reads queries has the same rule."""
DROPPED = re.compile(rf"[{APOSTROPHES}, ]")


def tokens(text: str) -> list[str]:
    """Return the words of a text in their order."""
    return [_bare(each) for each in WORD.findall(text)]


def _bare(word: str) -> str:
    if word.isascii():
        return DROPPED.sub("", word).lower()
    letters = unicodedata.normalize("NFD", DROPPED.sub("", word))
    return "".join(each for each in letters if unicodedata.category(each) != "Mn").lower()

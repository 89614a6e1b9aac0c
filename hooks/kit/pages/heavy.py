"""Marks that nothing closes: so many of them that Python-Markdown would look for their ends for minutes."""

import re

MOST = 100
"""Unclosed marks of one kind in a paragraph: 10,000 take Python-Markdown 20 seconds, 20,000 four times that."""
_MARK = re.compile(r"\]\(|[\[\])>]|<[A-Za-z/]|\n[ \t]*(?=\n)")
_OPENS = {"[": "[", "](": "(", "<": "<"}
_CLOSES = {"]": "[", "](": "[", ")": "(", ">": "<"}


def too_many_unclosed(text: str) -> int | None:
    """Return the line, from 1, of the first mark that is one too many for the reader of Markdown, or None."""
    open_ = dict.fromkeys("[(<", 0)
    for match in _MARK.finditer(text):
        mark = match[0] if match[0][0] != "<" else "<"
        if mark[0] == "\n":  # a paragraph ends; a tag may go on
            open_ |= {"[": 0, "(": 0}
        if (closed := _CLOSES.get(mark)) is not None:
            open_[closed] = max(0, open_[closed] - 1)
        if (opened := _OPENS.get(mark)) is not None:
            open_[opened] += 1
            if open_[opened] > MOST:
                return text.count("\n", 0, match.start()) + 1
    return None

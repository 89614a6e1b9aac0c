"""Text as people save it: read from bytes, with plain line ends, and without characters that nobody sees."""

import re

from kit.problem import Problem, problem

UNSEEN = re.compile(r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that no text holds on purpose: controls, other line ends, marks of byte order, halves of characters."""
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def read_text(source: str | bytes, *, file: str, first_line: int = 1) -> tuple[str | None, list[Problem]]:
    """Return a text with plain line ends and without a mark of byte order, or None with why it cannot be read."""
    try:
        text = source.decode() if isinstance(source, bytes) else source
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + first_line
        return None, [problem(file, line, "encoding", "this is not UTF-8 text. Save the file as UTF-8.")]
    text = plain(text)
    if (unseen := UNSEEN.search(text)) is not None:
        line = text.count("\n", 0, unseen.start()) + first_line
        return None, [problem(file, line, "character", unseen_reason(unseen[0]))]
    return text, []


def plain(text: str) -> str:
    """Return a text with plain line ends and without a mark of byte order."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def unmarked(text: str) -> str:
    """Return the Markdown that shows a text as it stands, on one line: no link, picture or mark-up of it counts."""
    return PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def unseen_reason(character: str) -> str:
    """Return what is wrong with a text that has a character which nobody sees."""
    return f"an invisible character (U+{ord(character):04X}) stands here, expected none. Delete it."

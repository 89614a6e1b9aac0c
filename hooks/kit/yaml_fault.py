"""A fault in YAML text: what people write by mistake, told in words that say how to mend it."""

import re
from dataclasses import dataclass

import yaml
from kit.key_path import Path
from kit.problem import counted, shortened
from kit.text import UNSEEN, unseen_reason

DEEPEST = 20
"""Lists and keys inside each other: more than anybody can read."""

TWICE = "this key is here twice. Keep one of them."
QUOTE_IT = 'Put the whole text in "double quotes".'
HARD_SPACES = "\u00a0\u2007\u202f"
"""Spaces that look like others and are none to YAML: pages on the web and word processors put them in."""
HARD_SPACE = re.compile(rf"^[ ]*(?:-[ ]+)*(?:-|[A-Za-z_][\w-]*:)?[{HARD_SPACES}]")
CONFLICT = re.compile(r"^(?:<{7} |>{7} )", re.MULTILINE)
"""How Git marks two versions of one place."""
TIGHT = re.compile(r"^\s*(?:-\s+)*(?P<key>[A-Za-z_][\w-]*):(?!//)(?P<value>[^\s:].*)$")
"""A key whose value follows the colon at once."""
TIGHT_KEY = re.compile(r"[A-Za-z_]\w*:[^\s/:]")
LOOSE = re.compile(r"^(?P<indent>\s*)(?P<dash>-\s+)?(?P<key>[A-Za-z_][\w-]*):(?:\s|$)")
"""A key with a space after its colon, and how far right it stands."""
BARE = re.compile(r"^\s*(?:-\s+)*[A-Za-z_][\w-]*\s*$")
CURLY = re.compile(r"(?:^|[\s\[{,])[\u201c\u201d\u201e\u2018\u2019]")
SINGLE = re.compile(r":\s+'.*\w'\w")
DIRECTIVE = re.compile(r"^%(TAG|YAML)\b", re.MULTILINE)
CONFLICTING = (
    "a conflict between two versions is left here, expected one of them. "
    "Keep what is right, and delete the lines that start with <<<<<<<, ======= and >>>>>>>."
)
HARD = "a non-breaking space stands here, which looks like a space and is none. Delete it and type a space."
CURLED = 'curly quotation marks stand around a text here, expected straight ones. Type them anew: "like this".'
APOSTROPHE = f"an apostrophe ends the text in 'single quotes' too early. {QUOTE_IT}"
IN_BRACKETS = f"a colon, a comma or a bracket stands inside unquoted text between brackets or braces. {QUOTE_IT}"
UNCLOSED = "a bracket or brace opens here and is never closed. Close it."
TOO_DEEP = f"lists and keys are nested deeper than {DEEPEST} levels. Check the brackets."
SECOND_DOCUMENT = 'a second document starts here ("---"), expected one. Delete this line.'
TAB = "a tab is used for indentation, expected spaces. Replace each tab with two spaces."
SYNTAX = {
    "expected <document start>": "keys and other text stand side by side, expected only one of them.",
    "mapping values are not allowed": f"a colon stands inside unquoted text. {QUOTE_IT}",
    "cannot start any token": f"a text starts with a sign that has a meaning in YAML. {QUOTE_IT}",
    "expected alphabetic or numeric": f'a text starts with "&" or "*", which have a meaning in YAML. {QUOTE_IT}',
    "escape c": 'a backslash in "double quotes" starts an escape that YAML does not know. Write two backslashes.',
}
"""Sentences for faults that the parser names by these words."""


@dataclass(frozen=True)
class Fault:
    """Why a text is not read: the line (from 1), the path of the value where one is at fault, and what to do."""

    line: int
    path: Path
    text: str


def fault_before(text: str) -> Fault | None:
    """Return what makes a text not worth parsing, or None."""
    if (directive := DIRECTIVE.search(text)) is not None:
        line = text.count("\n", 0, directive.start()) + 1
        return Fault(line, (), f"a directive ({directive[0]}) stands here, expected keys and values. Delete this line.")
    if (unseen := UNSEEN.search(text)) is not None:
        return Fault(text.count("\n", 0, unseen.start()) + 1, (), unseen_reason(unseen[0]))
    if (conflict := CONFLICT.search(text)) is not None:
        return Fault(text.count("\n", 0, conflict.start()) + 1, (), CONFLICTING)
    return None


def syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """Return the fault at which the parser gave up."""
    lines = text.split("\n")
    reason = error.problem or "unreadable"
    row = min(error.problem_mark.line if error.problem_mark else 0, len(lines) - 1)
    if lines[row].lstrip(" ").startswith("\t"):
        return Fault(row + 1, (), TAB)
    if (told := _typed(lines, row)) is not None:
        return told
    if "nesting depth" in reason:
        return Fault(row + 1, (), TOO_DEEP)
    opening = error.context_mark.line if error.context_mark else row
    if "unexpected end of stream" in reason or "unexpected document indicator" in reason:
        return Fault(opening + 1, (), "a quote opens here and is never closed. Close it.")
    if "flow" in str(error.context):
        unclosed = next((number for number in range(row, -1, -1) if _opens(lines[number])), None)
        return Fault(opening + 1, (), IN_BRACKETS) if unclosed is None else Fault(unclosed + 1, (), UNCLOSED)
    if (told := _out_of_line(lines, row)) is not None:
        return told
    if "<document start>" in reason and (ends := [number for number, line in enumerate(lines) if line == "..."]):
        return Fault(ends[0] + 1, (), 'the data ends here ("...") and more follows. Delete this line.')
    for words, sentence in SYNTAX.items():
        if words in reason:
            return Fault(row + 1, (), sentence)
    shown = f"this is not valid YAML ({reason}). Look for a missing quote, bracket or space after a colon."
    return Fault(row + 1, (), shown)


def _typed(lines: list[str], row: int) -> Fault | None:
    """Return the slip of a hand that makes a text unreadable, the nearest one at or above a row, or None."""
    for number in range(row, max(-1, row - 3), -1):
        line = lines[number]
        if HARD_SPACE.match(line):
            return Fault(number + 1, (), HARD)
        if CURLY.search(line.partition(":")[2]):
            return Fault(number + 1, (), CURLED)
        if (found := TIGHT.match(line)) is not None:
            return Fault(number + 1, (), tight(found["key"]))
        if SINGLE.search(line):
            return Fault(number + 1, (), APOSTROPHE)
        if line.lstrip().startswith("{") and number and lines[number - 1].lstrip().startswith("- "):
            return Fault(number + 1, (), 'a dash is missing in front of this entry, expected "- " as above. Add it.')
        if BARE.match(line) and number < row:
            return Fault(number + 1, (), f'a colon is missing after "{shortened(line.strip())}". Add it.')
        if number < row and line.strip():
            break
    return None


def _opens(line: str) -> bool:
    """Return whether more brackets or braces open on a line than are closed on it."""
    return line.count("[") > line.count("]") or line.count("{") > line.count("}")


def _out_of_line(lines: list[str], row: int) -> Fault | None:
    """Return a problem with a key, or an entry of a list, that does not stand below those before it, or None."""
    here = LOOSE.match(lines[row]) or LOOSE.match(lines[row].replace("-", " ", 1))
    above = next((found for line in reversed(lines[:row]) if (found := LOOSE.match(line))), None)
    if here is None or above is None:
        return None
    at, expected = len(here["indent"]), len(above["indent"]) + len(above["dash"] or "")
    if at == expected:
        return None
    side = "right" if at > expected else "left"
    spaces = counted(expected, "space", "spaces")
    text = f"this line stands further {side} than the lines around it, expected {spaces} in front, found {at}."
    return Fault(row + 1, (), text)


def tight(key: str) -> str:
    """Return what is wrong with a key whose value follows the colon at once."""
    return f'a space is missing after the colon of "{shortened(key)}", expected "{shortened(key)}: " and the value.'

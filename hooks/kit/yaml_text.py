"""YAML text: plain data with the line of each key, and what people write by mistake told in words that say how to mend.

Of YAML only what plain data needs is read: no tags, anchors, aliases, merge keys or directives; every key is a name.
"""

import datetime as dt
import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml
from kit.problem import counted

Path = tuple[str | int, ...]

DEEPEST = 20
"""Lists and keys inside each other: more than anybody can read."""

MOST_DIGITS = 15
"""Digits of a whole number: as many as every program that reads our data keeps."""

LONGEST_SHOWN = 60
"""Characters of a wrong value that a message repeats."""

TWICE = "this key is here twice. Keep one of them."
QUOTE_IT = 'Put the whole text in "double quotes".'
UNSEEN = re.compile(r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that no text holds on purpose: controls, other line ends, marks of byte order, halves of characters."""

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
LEADING_ZERO = re.compile(r"[-+]?0[0-7_]")
TAG = "tag:yaml.org,2002:"
KINDS = {"null": "nothing", "bool": "yes or no", "int": "a number", "float": "a number", "timestamp": "a date"}
"""What YAML makes of text without quotes that is no text, by the end of its tag."""


@dataclass(frozen=True)
class Refusal:
    """Why a text is not read: the line (from 1), the path of the value where one is at fault, and what to do."""

    line: int
    path: Path
    text: str


@dataclass(frozen=True)
class Reading:
    """The data of a text (None when it is empty or unreadable) and the line (from 1) of each key and list item."""

    data: Any
    lines: dict[Path, int]
    refusals: list[Refusal]


@lru_cache(maxsize=1024)
def read(text: str) -> Reading:
    """Return what one YAML text holds, with every reason not to take it; a text that cannot be parsed has no lines.

    Whoever asks for the same text again gets the same value: nobody may change it.
    """
    if (directive := DIRECTIVE.search(text)) is not None:
        line = text.count("\n", 0, directive.start()) + 1
        return _unread(line, f"a directive ({directive[0]}) stands here, expected keys and values. Delete this line.")
    if (unseen := UNSEEN.search(text)) is not None:
        return _unread(text.count("\n", 0, unseen.start()) + 1, unseen_reason(unseen[0]))
    if (conflict := CONFLICT.search(text)) is not None:
        return _unread(text.count("\n", 0, conflict.start()) + 1, CONFLICTING)
    loader = yaml.CSafeLoader(text)
    walk = _Walk(loader, last=text.count("\n") + 1)
    try:
        data = walk.document()
    except _StopError as stop:
        return Reading(None, {}, [*walk.refusals, stop.refusal])
    except yaml.MarkedYAMLError as error:
        last = _syntax(error, text)
        return Reading(None, {}, [each for each in walk.refusals if each.line != last.line] + [last])
    finally:
        loader.dispose()
    return Reading(data, walk.lines, walk.refusals)


def unseen_reason(character: str) -> str:
    """Return what is wrong with a text that has a character which nobody sees."""
    return f"an invisible character (U+{ord(character):04X}) stands here, expected none. Delete it."


class _StopError(Exception):
    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.refusal = Refusal(line, (), text)


class _Walk:
    """One walk over the events of a text: it builds the data, notes the lines and collects what is refused."""

    def __init__(self, loader: yaml.CSafeLoader, *, last: int) -> None:
        self.loader = loader
        self.last = last
        self.events = iter(loader.get_event, None)
        self.lines: dict[Path, int] = {}
        self.refusals: list[Refusal] = []
        self.anchors: set[str] = set()

    def document(self) -> Any:  # noqa: ANN401 data can be anything
        next(self.events)  # the stream starts
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        data = self.value(())
        next(self.events)  # the document ends
        following = next(self.events)
        if not isinstance(following, yaml.StreamEndEvent):
            raise _StopError(self.line(following), SECOND_DOCUMENT)
        return data

    def value(self, path: Path) -> Any:  # noqa: ANN401 data can be anything
        event = next(self.events)
        self.lines[path] = self.line(event)
        self.refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, path)
        if len(path) >= DEEPEST:
            raise _StopError(self.line(event), TOO_DEEP)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return None

    def mapping(self, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
                text = f"a key stands in brackets or braces here, expected a name or text. {QUOTE_IT}"
                raise _StopError(self.line(event), text)
            self.refuse_extras(event)
            name = self.key(event, path)
            inner = (*path, name)
            if name in data:
                self.refuse(event, TWICE, inner)
            data[name] = self.value(inner)
            self.lines[inner] = self.line(event)
        return data

    def sequence(self, path: Path) -> list[Any]:
        data: list[Any] = []
        while not isinstance(self.loader.peek_event(), yaml.SequenceEndEvent):
            data.append(self.value((*path, len(data))))
        next(self.events)
        return data

    def key(self, event: yaml.ScalarEvent | yaml.AliasEvent, path: Path) -> str:
        if isinstance(event, yaml.AliasEvent):
            return f"*{event.anchor}"
        name, kind = event.value, self.kind(event)
        if kind == "merge":
            self.refuse(event, '"<<" takes over the keys of another value, expected each key written out.')
        elif name == "":
            self.refuse(event, "this key is empty, expected a name in front of the colon.")
        elif any(space in name for space in HARD_SPACES):
            self.refuse(event, HARD, path)
        elif event.implicit[0] and TIGHT_KEY.match(name):
            self.refuse(event, tight(name.split(":", 1)[0]), path)
        elif kind in KINDS:
            text = f'YAML reads the key {shortened(name)} as {KINDS[kind]}, expected a name. Put it in "double quotes".'
            self.refuse(event, text, path)
        else:
            try:
                _seen(name)
            except ValueError as error:
                self.refuse(event, str(error), path)
        return name

    def scalar(self, event: yaml.ScalarEvent, path: Path) -> Any:  # noqa: ANN401 text, a number, a day, nothing
        kind = self.kind(event)
        try:
            if kind == "null":
                return None
            if kind == "bool":
                return event.value.lower() in {"yes", "true", "on"}
            if kind == "timestamp":
                return self.day(event.value)
            if kind in {"int", "float"}:
                return _number(event.value, kind)
            return _seen(event.value)
        except ValueError as error:
            self.refuse(event, str(error), path)
            return None

    def day(self, text: str) -> dt.date:
        """Return a date, or a date with a time."""
        try:
            return self.loader.construct_yaml_timestamp(yaml.ScalarNode(f"{TAG}timestamp", text))
        except (ValueError, OverflowError):
            missing = "day" if len(text) == len("2026-11-23") else "time"
            message = f"there is no such {missing} as {shortened(text)}, expected a date such as 2026-11-23."
            raise ValueError(message) from None

    def kind(self, event: yaml.ScalarEvent) -> str:
        """Return what YAML takes a scalar for; text in quotes is text, and a refused tag does not count."""
        if not event.implicit[0] or event.tag is not None:
            return "str"
        tag: str = self.loader.resolve(yaml.ScalarNode, event.value, (True, False))  # type: ignore[no-untyped-call]
        return tag.removeprefix(TAG)

    def refuse_extras(self, event: yaml.Event) -> None:
        """Refuse what YAML allows before or instead of a value, and people seldom mean."""
        anchor: str | None = getattr(event, "anchor", None)
        tag: str | None = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            if anchor not in self.anchors:  # else what is wrong is told where the anchor is
                shown = shortened(f"*{anchor}")
                self.refuse(event, f"a value starts with a star ({shown}), which YAML takes for an alias. {QUOTE_IT}")
            return
        if anchor is not None:
            self.anchors.add(anchor)
            text = f"a value gets a name here (&{shortened(anchor)}), to be used again. Write it out in each place, "
            self.refuse(event, f'{text}or put text that starts with "&" in "double quotes".')
        if tag is not None:
            shown = shortened(f"!!{tag.removeprefix(TAG)}" if tag.startswith(TAG) else tag)
            text = f"a tag ({shown}) stands before a value, expected the value alone. Delete the tag, "
            self.refuse(event, f'{text}or put text that starts with "!" in "double quotes".')

    def line(self, event: yaml.Event) -> int:
        """Return the line of an event; the parser puts what is left out at the end one line below the last."""
        return min(event.start_mark.line + 1, self.last)  # type: ignore[union-attr] # each event has its mark

    def refuse(self, event: yaml.Event, text: str, path: Path = ()) -> None:
        self.refusals.append(Refusal(self.line(event), path, text))


def _seen(text: str) -> str:
    if (unseen := UNSEEN.search(text)) is not None:
        raise ValueError(unseen_reason(unseen[0]))
    return text


def _number(text: str, kind: str) -> float:
    if ":" in text:
        raise ValueError(
            f'YAML reads {shortened(text)} as a number to base 60. Put it in "double quotes", or write one number.'
        )
    if kind == "int" and LEADING_ZERO.match(text):
        raise ValueError(
            f'YAML reads {shortened(text)} as a number to base 8. Put it in "double quotes", or drop the zero.'
        )
    if kind == "int" and (count := sum(map(str.isalnum, text))) > MOST_DIGITS:
        raise ValueError(f'a number of {count} digits, expected at most {MOST_DIGITS}. Put codes in "double quotes".')
    try:
        number = int(text.replace("_", ""), 0) if kind == "int" else float(text.replace("_", ""))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f'{shortened(text)} is no number to count with, expected digits. Put text in "double quotes".')
    return number


def shortened(text: str) -> str:
    """Return a text that a message can repeat."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 3]}..."


def _unread(line: int, text: str) -> Reading:
    return Reading(None, {}, [Refusal(line, (), text)])


def tight(key: str) -> str:
    """Return what is wrong with a key whose value follows the colon at once."""
    return f'a space is missing after the colon of "{shortened(key)}", expected "{shortened(key)}: " and the value.'


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


def _syntax(error: yaml.MarkedYAMLError, text: str) -> Refusal:
    lines = text.split("\n")
    reason = error.problem or "unreadable"
    row = min(error.problem_mark.line if error.problem_mark else 0, len(lines) - 1)
    if lines[row].lstrip(" ").startswith("\t"):
        return Refusal(row + 1, (), TAB)
    if (told := _typed(lines, row)) is not None:
        return told
    if "nesting depth" in reason:
        return Refusal(row + 1, (), TOO_DEEP)
    opening = error.context_mark.line if error.context_mark else row
    if "unexpected end of stream" in reason or "unexpected document indicator" in reason:
        return Refusal(opening + 1, (), "a quote opens here and is never closed. Close it.")
    if "flow" in str(error.context):
        unclosed = next((number for number in range(row, -1, -1) if _opens(lines[number])), None)
        return Refusal(opening + 1, (), IN_BRACKETS) if unclosed is None else Refusal(unclosed + 1, (), UNCLOSED)
    if (told := _out_of_line(lines, row)) is not None:
        return told
    if "<document start>" in reason and (ends := [number for number, line in enumerate(lines) if line == "..."]):
        return Refusal(ends[0] + 1, (), 'the data ends here ("...") and more follows. Delete this line.')
    for words, sentence in SYNTAX.items():
        if words in reason:
            return Refusal(row + 1, (), sentence)
    shown = f"this is not valid YAML ({reason}). Look for a missing quote, bracket or space after a colon."
    return Refusal(row + 1, (), shown)


def _typed(lines: list[str], row: int) -> Refusal | None:
    """Return the slip of a hand that makes a text unreadable, the nearest one at or above a row, or None."""
    for number in range(row, max(-1, row - 3), -1):
        line = lines[number]
        if HARD_SPACE.match(line):
            return Refusal(number + 1, (), HARD)
        if CURLY.search(line.partition(":")[2]):
            return Refusal(number + 1, (), CURLED)
        if (found := TIGHT.match(line)) is not None:
            return Refusal(number + 1, (), tight(found["key"]))
        if SINGLE.search(line):
            return Refusal(number + 1, (), APOSTROPHE)
        if line.lstrip().startswith("{") and number and lines[number - 1].lstrip().startswith("- "):
            return Refusal(number + 1, (), 'a dash is missing in front of this entry, expected "- " as above. Add it.')
        if BARE.match(line) and number < row:
            return Refusal(number + 1, (), f'a colon is missing after "{shortened(line.strip())}". Add it.')
        if number < row and line.strip():
            break
    return None


def _opens(line: str) -> bool:
    """Return whether more brackets or braces open on a line than are closed on it."""
    return line.count("[") > line.count("]") or line.count("{") > line.count("}")


def _out_of_line(lines: list[str], row: int) -> Refusal | None:
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
    return Refusal(row + 1, (), text)

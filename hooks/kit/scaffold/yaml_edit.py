"""Edits of YAML as text: a value is put in, and every other byte stays as it is, comments too."""

import json
import re
from collections.abc import Iterable
from itertools import pairwise

from kit.front_matter import FrontMatter

PLAIN = re.compile(r"[A-Za-z][\w ,.'()/%?!-]*")
WORDS_THAT_ARE_NO_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
FLOW = re.compile(r"(?P<head>[^\[#]*\[)(?P<items>[^\[\]]*)(?P<tail>\][ \t]*(?:#.*)?)")


class EditError(ValueError):
    """An edit that cannot be made in this text; its words say what to do by hand."""


def scalar(text: str) -> str:
    """Return a text as a YAML value on one line, in quotes where it would be read as something else."""
    words = " ".join(text.split())
    if PLAIN.fullmatch(words) and words.casefold() not in WORDS_THAT_ARE_NO_TEXT:
        return words
    return json.dumps(words, ensure_ascii=False)


def item(text: str) -> str:
    """Return a text as an entry of a list in brackets, where a comma ends an entry."""
    return json.dumps(text, ensure_ascii=False) if "," in text else scalar(text)


def listed(values: Iterable[str]) -> str:
    """Return a list in brackets."""
    return f"[{', '.join(map(item, values))}]"


def sentences(text: str) -> list[str]:
    """Return a text sentence by sentence: each stands on a line of its own in our files."""
    return [each for each in SENTENCE_END.split(" ".join(text.split())) if each]


def folded(text: str) -> str:
    """Return a text as a folded YAML value under its key, a sentence a line."""
    return ">-\n" + "\n".join(f"  {each}" for each in sentences(text))


def with_item(text: str, matter: FrontMatter, key: str, value: str) -> str:
    """Return a page whose front matter lists one value more under a key; the key is added where it is not there."""
    record, lines = matter.record, text.split("\n")
    if key not in record.data:
        end = matter.body_line - 2
        return "\n".join([*lines[:end], f"{key}: {listed([value])}", *lines[end:]])
    if value in (record.data[key] or ()):
        return text
    at = record.line(key) - 1
    if match := FLOW.fullmatch(lines[at]):
        items = match["items"].rstrip()
        lines[at] = f"{match['head']}{items}{', ' if items.strip() else ''}{item(value)}{match['tail']}"
        return "\n".join(lines)
    last = record.line(key, len(record.data[key] or ()) - 1) - 1
    if dash := re.match(r"\s*- ", lines[last]):
        return "\n".join([*lines[: last + 1], f"{dash[0]}{scalar(value)}", *lines[last + 1 :]])
    raise EditError(f'{record.file}:{at + 1}: {key}: this list cannot be added to here. Add "{value}" to it by hand.')


def with_keys(text: str, matter: FrontMatter, keys: dict[str, str | None]) -> str:
    """Return a page whose front matter has other text after some keys; None takes a key away.

    A value begins with a blank where it stands on the line of its key, with a new line where it does not.
    """
    lines, end = text.split("\n"), matter.body_line - 2
    starts = sorted(matter.record.line(key) - 1 for key in matter.record.data)
    starts.append(end)
    missing = [f"{key}:{value}" for key, value in keys.items() if value is not None and key not in matter.record.data]
    lines[end:end] = missing
    for start, following in reversed(list(pairwise(starts))):
        key = lines[start].partition(":")[0]
        if key in keys:
            value = keys[key]
            lines[start:following] = [] if value is None else [f"{key}:{value}"]
    return "\n".join(lines)

"""YAML text: plain data with the line of each key, or every fault for which it is not taken.

Of YAML only what plain data needs is read: no tags, anchors, aliases, merge keys or directives; every key is a name.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml
from kit.key_path import Path
from kit.problem import shortened
from kit.yaml_fault import (
    DEEPEST,
    HARD,
    HARD_SPACES,
    QUOTE_IT,
    SECOND_DOCUMENT,
    TIGHT_KEY,
    TOO_DEEP,
    TWICE,
    Fault,
    fault_before,
    syntax_fault,
    tight,
)
from kit.yaml_scalar import KINDS, TAG, kind_of, seen, value_of


@dataclass(frozen=True)
class Reading:
    """The data of a text (None when it is empty or unreadable) and the line (from 1) of each key and list item."""

    data: Any
    lines: dict[Path, int]
    faults: list[Fault]


@lru_cache(maxsize=1024)
def read(text: str) -> Reading:
    """Return what one YAML text holds, with every reason not to take it; a text that cannot be parsed has no lines.

    Whoever asks for the same text again gets the same value: nobody may change it.
    """
    if (fault := fault_before(text)) is not None:
        return Reading(None, {}, [fault])
    loader = yaml.CSafeLoader(text)
    walk = _Walk(loader, last=text.count("\n") + 1)
    try:
        data = walk.document()
    except _StopError as stop:
        return Reading(None, {}, [*walk.faults, stop.fault])
    except yaml.MarkedYAMLError as error:
        last = syntax_fault(error, text)
        return Reading(None, {}, [each for each in walk.faults if each.line != last.line] + [last])
    finally:
        loader.dispose()
    return Reading(data, walk.lines, walk.faults)


class _StopError(Exception):
    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.fault = Fault(line, (), text)


class _Walk:
    """One walk over the events of a text: it builds the data, notes the lines and collects what is refused."""

    def __init__(self, loader: yaml.CSafeLoader, *, last: int) -> None:
        self.loader = loader
        self.last = last
        self.events = iter(loader.get_event, None)
        self.lines: dict[Path, int] = {}
        self.faults: list[Fault] = []
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
        name, kind = event.value, kind_of(event, self.loader)
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
                seen(name)
            except ValueError as error:
                self.refuse(event, str(error), path)
        return name

    def scalar(self, event: yaml.ScalarEvent, path: Path) -> Any:  # noqa: ANN401 text, a number, a day, nothing
        try:
            return value_of(event, self.loader)
        except ValueError as error:
            self.refuse(event, str(error), path)
            return None

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
        self.faults.append(Fault(self.line(event), path, text))

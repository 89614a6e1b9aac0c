"""Entries: values that each have an id and know their lines, one to a file or many in a YAML list."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Generic, Self, TypeVar

from kit.key_path import Path, rule_of
from kit.problem import Problem, problem, shortened
from kit.record import Record, check, read_yaml, rest
from pydantic import AfterValidator, BaseModel, Field

CURLY = re.compile("[\u201c\u201d\u201e\u2018\u2019]")
ENDS_ODD = re.compile(r".*[. ]")
"""How no name may end on Windows, which takes such an end away."""
RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[1-9])(\..*)?", re.IGNORECASE)
"""Names that no file can have on Windows, whatever their ending."""
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


def _slug(text: str) -> str:
    if CURLY.search(text):
        raise ValueError(f"curly quotation marks stand around {shortened(text)}, expected none. Delete them.")
    if re.fullmatch(SLUG, text) is None:
        raise ValueError(f'expected small letters, digits and single hyphens, found "{shortened(text)}".')
    return text


Slug = Annotated[str, AfterValidator(_slug), Field(json_schema_extra={"pattern": SLUG})]
"""An id: it stands in addresses, so it has the form of one."""


def slug_of(text: str) -> str:
    """Return the id that a text makes: its letters and digits, with hyphens between them; empty where it has none."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")


def no_file(path: str) -> str | None:
    """Return what is wrong with a path that not every system can have, or None."""
    for part in path.split("/"):
        if RESERVED.fullmatch(part):
            return f'"{part}" is a name that Windows keeps for itself. Choose another.'
        if ENDS_ODD.fullmatch(part) or ENDS_ODD.fullmatch(part.removesuffix(".md")):
            return f'"{part}" ends in a full stop or a space, which Windows takes away. Choose another.'
    return None


def _file_name(text: str) -> str:
    if (wrong := no_file(text)) is not None:
        raise ValueError(wrong)
    return text


def _page_name(text: str) -> str:
    if text == "index":
        raise ValueError('"index" is the page of the folder itself. Choose another.')
    return text


OnAnySystem = AfterValidator(_file_name)
"""Marks a path that every system has to be able to have."""
FileName = Annotated[Slug, OnAnySystem]
"""An id that names a file too, on any system."""
PageName = Annotated[FileName, AfterValidator(_page_name)]
"""An id that names a page beside others in a folder."""
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Unread:
    """The ids of what could not be read: what names one of them is not wrong. `all` when any id may be among them."""

    ids: frozenset[str] = frozenset()
    all: bool = False

    def __contains__(self, name: object) -> bool:
        """Return whether an id may be one of those that could not be read."""
        return self.all or name in self.ids

    def __bool__(self) -> bool:
        """Return whether there is anything that could not be read."""
        return self.all or bool(self.ids)


NOTHING = Unread()


@dataclass(frozen=True)
class Entry(Generic[Model]):
    """One entry with the record it was read from, so that later checks can name a line."""

    value: Model
    record: Record

    def problem(self, text: str, *path: str | int, rule: str | None = None) -> Problem:
        """Return a problem at the line of a key of this entry; the rule is the key, unless one is named."""
        record = self.record
        return problem(record.file, record.line(*path), rule or rule_of((*record.within, *path)), text)


class Entries(tuple[Entry[Model], ...], Generic[Model]):  # noqa: SLOT001 a tuple has no room for more
    """The entries of a list that could be read, in its order, and the ids of the others.

    `rests` are what is right in the others, so that it too can be checked: what is wrong is no attribute there.
    """

    unread: Unread
    rests: tuple[Entry[Model], ...]

    def __new__(
        cls, entries: Iterable[Entry[Model]] = (), unread: Unread = NOTHING, rests: Iterable[Entry[Model]] = ()
    ) -> Self:
        """Return the entries as a tuple that knows what it lacks."""
        made = super().__new__(cls, entries)
        made.unread, made.rests = unread, tuple(rests)
        return made


def read_entries(
    source: str | bytes, model: type[Model], *, file: str, id_key: str
) -> tuple[Entries[Model], list[Problem]]:
    """Return each entry of a YAML list that fits the model, and a problem for each other one and each id used twice."""
    whole, problems = read_yaml(source, file=file)
    if whole is None:
        return Entries(unread=Unread(all=True)), problems
    if whole.data == {}:
        return Entries(), []
    if not isinstance(whole.data, list):
        text = "expected a list: each entry starts with a dash."
        return Entries(unread=Unread(all=True)), [problem(file, whole.line(), "data", text)]
    entries: dict[str, Entry[Model]] = {}
    unread: set[str] = set()
    rests: list[Entry[Model]] = []
    nameless = False
    for record in _split(whole):
        value, found = check(record, model)
        problems += found
        if value is None:
            given = record.data.get(id_key) if isinstance(record.data, dict) else None
            if isinstance(given, str) and re.fullmatch(SLUG, given):
                unread.add(given)
            else:
                nameless = True
            if (right := rest(record, model)) is not None:
                rests.append(Entry(right, record))
            continue
        name = str(getattr(value, id_key))
        if name in entries:
            first = entries[name].record.line(id_key)
            again = f'"{name}" is already used on line {first}, expected an id of its own. Rename or remove one.'
            problems.append(problem(file, record.line(id_key), "id-twice", again))
            nameless = True
            continue
        entries[name] = Entry(value, record)
    return Entries(entries.values(), Unread(frozenset(unread), nameless), rests), sorted(problems)


def _split(whole: Record) -> Iterator[Record]:
    """Yield one record for each item of a list, with paths that start at the item."""
    lines: list[dict[Path, int]] = [{} for _ in whole.data]
    for path, line in whole.lines.items():
        if path and isinstance(path[0], int):
            lines[path[0]][path[1:]] = line
    for item, marks in zip(whole.data, lines, strict=True):
        yield Record(whole.file, item, marks)

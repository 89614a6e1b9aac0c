"""The guard: all that could harm the readers of a guide, in one of its files."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256

from kit.guide import Guide
from kit.memory import Memory
from kit.problem import Problem, problem
from kit.record import read_yaml
from kit.safety.files import content_problems, data_problems, name_problems
from kit.safety.lists import lists_of
from kit.safety.source import Dialect, page_problems
from kit.shelf import content_key

LINK = "this is a link to another place on a disk. Put the file itself here."


def guard(  # noqa: PLR0913 a file, and how it is read
    guide: Guide, uri: str, content: bytes | None, dialect: Dialect, memory: Memory, *, published: bool
) -> list[Problem]:
    """Return what could do harm in one file; it has no content where it is a link to another file.

    The memory holds what was found in files with the same bytes, in this dialect and by the same lists.
    """
    file = f"{guide.docs}/{uri}"
    found = name_problems(uri, file=file, published=published, safe=guide.settings.safe)
    if content is None:
        return [problem(file, 0, "file-link", LINK)]
    if found or not published:
        return found
    found = content_problems(content, file=file)
    told = [*found, *(each for subject in guide.problems.values() for each in subject if each.file == file)]
    question = content_key(uri, sha256(content).hexdigest(), list(map(str, told)))
    judge = partial(_held, guide, uri, content, dialect, told)
    return sorted([*found, *memory.problems(question, judge, file=file)])


def _held(guide: Guide, uri: str, content: bytes, dialect: Dialect, told: list[Problem]) -> Iterator[Problem]:
    """Yield what could do harm in what a file of words or data holds, besides what was told of it."""
    matter, file, lists = guide.matters.get(uri), f"{guide.docs}/{uri}", lists_of(guide.settings.safe)
    record = read_yaml(content, file=file)[0] if uri.endswith(".yml") else matter.record if matter else None
    if record is not None:
        yield from data_problems(record, lists, told=told)
    if matter is not None:
        yield from page_problems(matter.body, dialect, lists, file=file, first_line=matter.body_line)

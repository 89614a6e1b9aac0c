"""The guard: all that could harm the readers of a guide, in one of its files."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256

from kit.front_matter import body_under
from kit.guide import TODAY_DATA, Guide
from kit.memory import Memory
from kit.pages.heavy import too_heavy
from kit.problem import Problem, problem
from kit.record import read_yaml
from kit.safety.files import content_problems, data_problems, name_problems
from kit.safety.lists import lists_of
from kit.safety.source import Dialect, page_problems
from kit.shelf import content_key
from kit.today.checks import TEXTS

LINK = "this is a link to another place on a disk. Put the file itself here."


def guard(  # noqa: PLR0913 a file, and how it is read
    guide: Guide, uri: str, content: bytes | None, dialect: Dialect, memory: Memory, *, published: bool
) -> list[Problem]:
    """Return what could do harm in one file; it has no content where it is a link to another file.

    The memory holds what was found in files with the same bytes, in this dialect and by the same lists.
    """
    file = f"{guide.docs}/{uri}"
    told = [each for subject in guide.problems.values() for each in subject if each.file == file]
    found = name_problems(uri, file=file, published=published, safe=guide.settings.safe)
    if content is None:
        return [problem(file, 0, "file-link", LINK)]
    if found or not published:
        return [each for each in found if each.rule not in {other.rule for other in told}]
    found = content_problems(content, file=file)
    told = [*found, *told]
    question = content_key(uri, sha256(content).hexdigest(), list(map(str, told)))
    judge = partial(_held, guide, uri, content, dialect, told)
    return sorted([*found, *memory.problems(question, judge, file=file)])


def _held(guide: Guide, uri: str, content: bytes, dialect: Dialect, told: list[Problem]) -> Iterator[Problem]:
    """Yield what could do harm in what a file of words or data holds, besides what was told of it."""
    matter, file, lists = guide.matters.get(uri), f"{guide.docs}/{uri}", lists_of(guide.settings.safe)
    record = read_yaml(content, file=file)[0] if uri.endswith(".yml") else matter.record if matter else None
    if record is not None:
        yield from data_problems(record, lists, told=told)
    body = (matter.body, matter.body_line) if matter else body_under(content) if uri in guide.addresses else None
    if body is not None and too_heavy(body[0]) is None:
        yield from page_problems(body[0], dialect, lists, file=file, first_line=body[1])
    if uri == TODAY_DATA and record is not None and guide.today is not None:
        lines = content.decode(errors="replace").splitlines()
        for name, answer in guide.today.tree.answers.items():
            for key in TEXTS:
                text, first = getattr(answer, key), record.line("answers", name, key)
                for each in page_problems(text, dialect, lists, file=file, first_line=1):
                    words = text.splitlines()[each.line - 1].strip() if each.line else ""
                    yield replace(each, line=_place(lines, first, words))


def _place(lines: Sequence[str], first: int, words: str) -> int:
    """Return the line of a file, from that of a key on, that holds some words of its text; that of the key at worst."""
    return next((number for number, line in enumerate(lines, 1) if number >= first and words in line), first)

"""The proof: all slips in the pages and the data of a guide."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import partial

from kit.guide import Guide
from kit.memory import Memory
from kit.problem import Problem
from kit.record import read_yaml
from kit.safety.source import Dialect
from kit.settings import BOXES
from kit.shelf import content_key
from kit.slips.data import data_slips
from kit.slips.linter import linter_problems
from kit.slips.page import page_slips
from kit.slips.rules import rules_of

BOX = re.compile(r"^[ >]*(?:!!!|\?\?\?\+?) ?(?P<kind>[\w-]+)", re.MULTILINE)


def needless(guide: Guide, data: Mapping[str, bytes]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the path of each kind of box in the settings that nobody writes, and what is wrong with it.

    Nothing is said where a page cannot be read, or has a box of a kind that does not exist: that is told there.
    """
    boxes = guide.settings.markdown.boxes
    texts = (
        *(matter.body for matter in guide.matters.values()),
        *(text.decode(errors="replace") for text in data.values()),
    )
    used = {match["kind"] for text in texts for match in BOX.finditer(text)}
    if boxes != BOXES and not guide.unmade and used <= set(boxes):
        for number, kind in enumerate(boxes):
            if kind not in used:
                yield ("markdown", "boxes", number), f'no page has a box "{kind}". Take it out.'


def proof(  # noqa: PLR0913 what is read, and how it is read
    guide: Guide,
    data: Mapping[str, bytes],
    dialect: Dialect,
    memory: Memory,
    *,
    today: dt.date,
    linted: tuple[str, Mapping[str, str]],
) -> list[Problem]:
    """Return all slips in the pages of a guide and its files of data.

    The memory holds what was found in pages, in this dialect and by the same rules. `linted` is what the linter said,
    and the path in the guide of each file that it names.
    """
    rules = rules_of(guide.settings.markdown)
    found: list[Problem] = []
    for matter in guide.matters.values():
        body, line, file = matter.body, matter.body_line, matter.record.file
        judge = partial(page_slips, body, dialect, rules, file=file, first_line=line)
        found += memory.problems(content_key(line, body), judge, file=file)
        found += data_slips(matter.record, rules, today=today)
    for uri, content in data.items():
        if (record := read_yaml(content, file=f"{guide.docs}/{uri}")[0]) is not None:
            found += data_slips(record, rules, today=today)
    said, names = linted
    bodies = {name: (guide.matters[uri].record.file, guide.matters[uri].body_line) for name, uri in names.items()}
    lines = {(each.file, each.line, each.rule) for each in found}
    found += [each for each in linter_problems(said, bodies) if (each.file, each.line, each.rule) not in lines]
    return sorted(found)

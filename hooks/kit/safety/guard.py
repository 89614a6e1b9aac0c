"""The guard: all that could harm the readers of a guide, in one of its files."""

from kit.guide import Guide
from kit.problem import Problem, problem
from kit.record import read_yaml
from kit.safety.files import content_problems, data_problems, name_problems
from kit.safety.lists import lists_of
from kit.safety.source import Dialect, page_problems

LINK = "this is a link to another place on a disk. Put the file itself here."


def guard(guide: Guide, uri: str, content: bytes | None, dialect: Dialect, *, published: bool) -> list[Problem]:
    """Return what could do harm in one file; it has no content where it is a link to another file."""
    file, lists = f"{guide.docs}/{uri}", lists_of(guide.settings.safe)
    found = name_problems(uri, file=file, published=published, safe=guide.settings.safe)
    if content is None:
        return [problem(file, 0, "file-link", LINK)]
    if found or not published:
        return found
    found = content_problems(content, file=file)
    told = [*found, *(each for subject in guide.problems.values() for each in subject if each.file == file)]
    matter = guide.matters.get(uri)
    record = read_yaml(content, file=file)[0] if uri.endswith(".yml") else matter.record if matter else None
    if record is not None:
        found += data_problems(record, lists, told=told)
    if matter is not None:
        found += page_problems(matter.body, dialect, lists, file=file, first_line=matter.body_line)
    return sorted(found)

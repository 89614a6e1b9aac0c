"""Mends: files with each fault mended for which there is exactly one sure mend, and what that changes."""

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from site_link_check.finding import Finding


def mended(findings: Iterable[Finding], text_of: Callable[[str], str | None]) -> dict[str, tuple[str, str]]:
    """Return the text before and after for each file in which something is surely mended."""
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.mend and finding.problem.line and finding.problem.column:
            by_file[finding.problem.file].append(finding)
    found = {}
    for file, listed in sorted(by_file.items()):
        text = text_of(file)
        after = _mended(text, listed) if text is not None else None
        if text is not None and after is not None and after != text:
            found[file] = text, after
    return found


def difference(texts: Mapping[str, tuple[str, str]]) -> str:
    """Return what changes, as a unified diff."""
    parts: list[str] = []
    for file, (before, after) in texts.items():
        lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
        parts += difflib.unified_diff(*lines, file, file)
    return "".join(part if part.endswith("\n") else part + "\n" for part in parts)


def _mended(text: str, findings: Iterable[Finding]) -> str:
    lines = text.split("\n")
    places = {(each.problem.line, each.problem.column): each for each in findings}
    for (number, column), finding in sorted(places.items(), reverse=True):
        line, start = lines[number - 1], column - 1
        if line[start : start + len(finding.written)] == finding.written:
            lines[number - 1] = line[:start] + finding.mend + line[start + len(finding.written) :]
    return "\n".join(lines)

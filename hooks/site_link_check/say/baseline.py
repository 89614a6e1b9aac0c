"""A baseline: the findings that an old site already has, so that only new ones are told."""

from collections import Counter
from collections.abc import Iterable, Sequence

from site_link_check.finding import Finding

HEAD = (
    "# Findings that are known. Delete a line when its fault is mended. Written anew, the file takes all of today's.\n"
)


def baseline(findings: Iterable[Finding]) -> str:
    """Return findings as the text of a baseline: one a line and without line numbers, which change too often."""
    return HEAD + "".join(sorted(f"{_key(finding)}\n" for finding in findings))


def without_known(findings: Sequence[Finding], text: str) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that are new, and those that a baseline knows: each of its lines covers one."""
    known = Counter(line for line in text.splitlines() if line and not line.startswith("#"))
    new, old = [], []
    for finding in findings:
        key = _key(finding)
        if known[key]:
            known[key] -= 1
            old.append(finding)
        else:
            new.append(finding)
    return new, old


def _key(finding: Finding) -> str:
    problem = finding.problem
    return f"{problem.file}: {problem.rule}: {' '.join(problem.text.split())}"

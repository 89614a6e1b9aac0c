"""A finding: one problem to report, how severe it is, and, where that is sure, how to mend it."""

from collections import Counter
from dataclasses import dataclass

from site_link_check.problem import Problem
from site_link_check.settings import Severity


@dataclass(frozen=True, order=True)
class Finding:
    """One problem to report: how severe it is, the length of the text that it is about, and what to put there."""

    problem: Problem
    severity: Severity
    length: int = 0
    written: str = ""
    mend: str = ""


@dataclass(frozen=True)
class Outcome:
    """What was found, sorted, and how much was checked. `known` are findings that a baseline lets through."""

    findings: tuple[Finding, ...]
    pages: int
    links: int
    anchors: int
    known: tuple[Finding, ...] = ()

    @property
    def levels(self) -> list[Severity]:
        """Return how severe each finding is."""
        return [finding.severity for finding in self.findings]

    @property
    def counts(self) -> Counter[str]:
        """Return the number of findings by rule."""
        return Counter(finding.problem.rule for finding in self.findings)

"""The link report: findings as lines for people, annotations for GitHub, SARIF for tools, JSON lines for scripts."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import quote

from site_link_check.finding import Finding, Outcome
from site_link_check.problem import counted
from site_link_check.settings import RULES, LinkSettings

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
SARIF_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def line_of(finding: Finding, text_of: Callable[[str], str | None] | None = None) -> str:
    """Return a finding as one line; with `text_of`, which returns a file's text, the source underlined below it."""
    problem = finding.problem
    source = text_of(problem.file) if text_of and problem.line and problem.column else None
    lines = source.split("\n") if source else []
    if len(lines) < problem.line or not lines:
        return str(problem)
    shown = lines[problem.line - 1].rstrip("\r").replace("\t", " ")
    start = max(0, problem.column - 61)
    end = start + 120
    length = min(max(1, finding.length), end - problem.column)
    mark = " " * (problem.column - 1 - start) + "^" * length
    return f"{problem}\n    {shown[start:end]}\n    {mark}"


def closing_line(outcome: Outcome, seconds: float) -> str:
    """Return how much was checked, what was found by rule, and how long it took."""
    found = ", ".join(f"{count} {rule}" for rule, count in sorted(outcome.counts.items()))
    pages, links = counted(outcome.pages, "page", "pages"), counted(outcome.links, "link", "links")
    checked = f"{pages}, {links} and {counted(outcome.anchors, 'anchor', 'anchors')} checked"
    known = f", {len(outcome.known):,} known" if outcome.known else ""
    return f"links: {checked} in {seconds:.2f} s: {found or 'nothing wrong'}{known}."


def reports(
    outcome: Outcome, settings: LinkSettings, environment: Mapping[str, str], seconds: float
) -> Iterator[tuple[str, str, str]]:
    """Yield path, mode of opening and content of each report that the settings or the environment ask for."""
    if path := environment.get("LINKS_SARIF") or settings.sarif:
        yield path, "w", sarif(outcome.findings)
    if path := environment.get("LINKS_JSON") or settings.json_lines:
        yield path, "w", json_lines(outcome.findings)
    if environment.get("GITHUB_ACTIONS"):
        yield "/dev/stdout", "a", annotations(outcome.findings)
        if "GITHUB_STEP_SUMMARY" in environment:
            yield environment["GITHUB_STEP_SUMMARY"], "a", summary(outcome, seconds)


def annotations(findings: Sequence[Finding]) -> str:
    """Return the findings as commands that GitHub shows beside the lines of a pull request."""
    return "".join(_annotation(finding) for finding in findings)


def summary(outcome: Outcome, seconds: float) -> str:
    """Return the findings as a Markdown table, for the summary of a GitHub job."""
    rows = [
        f"| `{_place(finding)}` | {finding.problem.rule} | {_cell(finding.problem.text)} |\n"
        for finding in outcome.findings
    ]
    table = "| Where | Rule | What is wrong |\n| --- | --- | --- |\n" + "".join(rows) if rows else ""
    return f"### Links\n\n{closing_line(outcome, seconds)}\n\n{table}"


def sarif(findings: Sequence[Finding]) -> str:
    """Return the findings as SARIF 2.1.0."""
    used = sorted({finding.problem.rule for finding in findings})
    levels = {"off": "none", **SARIF_LEVELS}
    rules = [{"id": rule, "defaultConfiguration": {"level": levels[RULES[rule]]}} for rule in used]
    results = [_result(finding, used.index(finding.problem.rule)) for finding in findings]
    run = {
        "tool": {"driver": {"name": "check_links", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def json_lines(findings: Sequence[Finding]) -> str:
    """Return the findings as JSON, one object a line."""
    return "".join(
        json.dumps(
            {
                "file": finding.problem.file,
                "line": finding.problem.line,
                "column": finding.problem.column,
                "rule": finding.problem.rule,
                "severity": finding.severity,
                "text": finding.problem.text,
            },
            ensure_ascii=False,
        )
        + "\n"
        for finding in findings
    )


def _annotation(finding: Finding) -> str:
    problem = finding.problem
    fields = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.rule}
    if finding.length and problem.column:
        fields["endColumn"] = problem.column + finding.length
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items() if value)
    return f"::{LEVELS[finding.severity]} {listed}::{_data(problem.text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _place(finding: Finding) -> str:
    problem = finding.problem
    return ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _result(finding: Finding, index: int) -> Mapping[str, object]:
    problem = finding.problem
    location: dict[str, object] = {"artifactLocation": {"uri": quote(problem.file)}}
    if problem.line:
        region = {"startLine": problem.line}
        if problem.column:
            region["startColumn"] = problem.column
            region["endColumn"] = problem.column + max(1, finding.length)
        location["region"] = region
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": SARIF_LEVELS[finding.severity],
        "message": {"text": problem.text},
        "locations": [{"physicalLocation": location}],
    }

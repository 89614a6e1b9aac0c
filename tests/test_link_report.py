"""A report says the same in each form: lines for people, annotations for GitHub, SARIF and JSON for programs."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from building import ROOT
from river import Case, messages, prepare
from site_link_check.finding import Finding, Outcome
from site_link_check.problem import Problem
from site_link_check.say.report import annotations, closing_line, json_lines, line_of, reports, sarif, summary
from site_link_check.settings import RULES, LinkSettings

FINDING = Finding(
    Problem("docs/hills.md", 2, 5, "anchor-missing", 'no "#down-hill" on hills.md. Did you mean "#downhill"?'),
    "error",
    10,
)
PLACELESS = Finding(Problem("docs/a,b:c.md", 0, 0, "nav-omitted", "100 % lost\nhere"), "warning")
OUTCOME = Outcome((FINDING, PLACELESS), 1234, 56789, 42)
LINE = 'docs/hills.md:2:5: anchor-missing: no "#down-hill" on hills.md. Did you mean "#downhill"?'


def test_a_finding_is_one_line() -> None:
    assert line_of(FINDING) == LINE


def test_on_a_terminal_the_source_is_shown_with_the_span_underlined() -> None:
    shown = line_of(FINDING, lambda _: "# Hills\n[a](#down-hill) is down.\n")
    assert shown.split("\n") == [LINE, "    [a](#down-hill) is down.", "        ^^^^^^^^^^"]


def test_a_long_line_is_cut_around_the_span() -> None:
    far = Finding(Problem("a.md", 1, 301, "x", "wrong"), "error", 4)
    _, text, mark = line_of(far, lambda _: "-" * 300 + "here" + "-" * 300).split("\n")
    assert text[mark.index("^") : mark.rindex("^") + 1] == "here"
    assert len(text) <= 124


def test_a_source_that_has_changed_since_is_left_out() -> None:
    assert line_of(FINDING, lambda _: "one line") == LINE
    assert line_of(FINDING, lambda _: None) == LINE


def test_the_closing_line_counts_pages_links_anchors_and_rules() -> None:
    assert closing_line(OUTCOME, 1.234) == (
        "links: 1,234 pages, 56,789 links and 42 anchors checked in 1.23 s: 1 anchor-missing, 1 nav-omitted."
    )
    assert closing_line(Outcome((), 1, 2, 3), 0).endswith(": nothing wrong.")


def test_annotations_escape_what_github_reads_as_its_own() -> None:
    first, second = annotations(OUTCOME.findings).splitlines()
    assert first == (
        "::error file=docs/hills.md,line=2,col=5,title=anchor-missing,endColumn=15::"
        'no "#down-hill" on hills.md. Did you mean "#downhill"?'
    )
    assert second == "::warning file=docs/a%2Cb%3Ac.md,title=nav-omitted::100 %25 lost%0Ahere"


@pytest.mark.parametrize("text", ["50%", "%0A", "a\nb", "a\r\nb", "a::b, c:d", "::error::x", "file=a,line=2"])
def test_an_annotation_stays_one_line_and_reads_back_as_it_was(text: str) -> None:
    (line,) = annotations([Finding(Problem(text, 1, 2, "x", text), "info", 3)]).splitlines()
    match = re.fullmatch(r"::notice file=(?P<file>[^,:]*),line=1,col=2,title=x,endColumn=5::(?P<text>.*)", line)
    assert match
    assert unescaped(match["file"]) == unescaped(match["text"]) == text


def unescaped(text: str) -> str:
    """Return a text as GitHub's runner reads it back."""
    for sign, code in ((":", "%3A"), (",", "%2C"), ("\r", "%0D"), ("\n", "%0A"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


def test_sarif_names_rule_level_and_region_of_each_finding() -> None:
    log = json.loads(sarif(OUTCOME.findings))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["anchor-missing", "nav-omitted"]
    first, second = run["results"]
    assert (first["ruleIndex"], first["level"]) == (0, "error")
    region = first["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 5, "endColumn": 15}
    assert "region" not in second["locations"][0]["physicalLocation"]


def test_sarif_names_files_as_uris() -> None:
    (result,) = json.loads(sarif([Finding(Problem("docs/über uns#1%.md", 1, 0, "nav-omitted", "x"), "error")]))["runs"][
        0
    ]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "docs/%C3%BCber%20uns%231%25.md"


def test_sarif_of_a_build_fits_the_official_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = json.loads((ROOT / "tests/schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))
    faults = {"docs/guide/boats.md": "\n[a](x.md) [b](#y) [[c]] [d](http://localhost/)\n"}
    case = Case("sarif", append=faults, write={"docs/über uns.md": "# Us\n"}, config={})
    log = tmp_path / "links.sarif"
    monkeypatch.setenv("LINKS_SARIF", str(log))
    said = messages(prepare(case, tmp_path / "river"), monkeypatch)
    found = json.loads(log.read_text(encoding="utf-8"))
    jsonschema.validate(found, schema)
    assert len(found["runs"][0]["results"]) == len(said) > 4
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**found, "version": "2.0"}, schema)
    jsonschema.validate(json.loads(sarif(())), schema)


def test_json_lines_hold_one_finding_each() -> None:
    first, _ = map(json.loads, json_lines(OUTCOME.findings).splitlines())
    assert (first["file"], first["line"], first["rule"], first["severity"]) == (
        "docs/hills.md",
        2,
        "anchor-missing",
        "error",
    )


def test_reports_are_made_only_when_asked_for() -> None:
    settings = LinkSettings(sarif="links.sarif")
    assert not list(reports(OUTCOME, LinkSettings(), {}, 1))
    assert [path for path, _, _ in reports(OUTCOME, settings, {}, 1)] == ["links.sarif"]
    github = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "summary.md", "LINKS_JSON": "links.jsonl"}
    made = [(path, mode) for path, mode, _ in reports(OUTCOME, LinkSettings(), github, 1)]
    assert made == [("links.jsonl", "w"), ("/dev/stdout", "a"), ("summary.md", "a")]


def test_the_summary_is_a_table_of_findings() -> None:
    text = summary(OUTCOME, 1)
    assert "| `docs/hills.md:2:5` | anchor-missing |" in text
    assert "| --- |" not in summary(Outcome((), 1, 2, 3), 1)


def test_the_page_about_links_lists_every_rule_with_its_level() -> None:
    page = (ROOT / "docs/about/links.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `([a-z-]+)` \| (\w+) \|", page, re.MULTILINE))
    assert listed == RULES

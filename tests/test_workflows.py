"""Everything in .github: what GitHub reads is well-formed, and each file and target that it names is there."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import compare_sites
import pytest
import yaml
from building import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
USES = re.compile(r"^\s*(?:- )?uses: (.*)$", re.MULTILINE)
COMMANDS = re.compile(r"(?<![\w-])make ((?:[^\n|;&>`]|\\\n)*)")
PATHS = re.compile(r"(?<![\w./-])((?:hooks|docs|tests|overrides|\.github|\.ci)/[\w./-]+\w|\.ci/run)")
CODE = re.compile(r"```sh\n(.*?)```|`(make [^`\n]+)`", re.DOTALL)
Tell = Callable[..., str]
OWNER = re.compile(r"@[\w-]+(/[\w-]+)?")


def loaded(path: Path) -> dict[Any, Any]:
    data = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(data, dict)
    return data


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in loaded(path)["jobs"].items():
            yield f"{path.name}: {name}", job


def shell_words(path: Path) -> str:
    """Return every command of a workflow, or all that is code in a page."""
    if path not in WORKFLOWS:
        return "\n".join("".join(found) for found in CODE.findall(path.read_text("utf-8")))
    steps = [step for job in loaded(path)["jobs"].values() for step in job.get("steps", ())]
    return "\n".join(step["run"] for step in steps if "run" in step)


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_each_action_is_named_by_its_commit_with_the_version_beside_it(path: Path) -> None:
    used = [each for each in USES.findall(path.read_text("utf-8")) if not each.startswith("./")]
    assert not [each for each in used if not PINNED.fullmatch(each)]


def test_one_action_has_one_commit() -> None:
    used = {each for path in WORKFLOWS for each in USES.findall(path.read_text("utf-8")) if not each.startswith("./")}
    assert len(used) == len({each.partition("@")[0] for each in used})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_do_nothing_but_what_each_job_asks_for(path: Path) -> None:
    assert loaded(path)["permissions"] == {}


def test_only_publishing_and_the_one_issue_may_write() -> None:
    writing = {name: {key for key, value in job["permissions"].items() if value == "write"} for name, job in jobs()}
    assert {name: rights for name, rights in writing.items() if rights} == {
        "pages.yml: publish": {"pages", "id-token"},
        "link-check.yml: publish": {"id-token"},
        "watch.yml: tell": {"issues"},
    }


def test_no_workflow_runs_the_code_of_a_pull_request_with_rights() -> None:
    assert not [path.name for path in WORKFLOWS if {"pull_request_target", "workflow_run"} & set(loaded(path)[True])]


def test_no_command_has_words_from_outside_pasted_into_it() -> None:
    assert not [path.name for path in WORKFLOWS if "${{" in shell_words(path)]


def test_each_job_ends_by_itself() -> None:
    assert not [name for name, job in jobs() if "uses" not in job and "timeout-minutes" not in job]


def test_workflows_name_targets_at_all() -> None:
    assert len(COMMANDS.findall("\n".join(map(shell_words, WORKFLOWS)))) > 5


def test_jobs_that_build_our_site_have_the_whole_history() -> None:
    shallow = []
    for name, job in jobs():
        steps = job.get("steps", ())
        depth = [step["with"].get("fetch-depth") for step in steps if "checkout" in step.get("uses", "")]
        builds = re.search(r"make (offline|site)", "\n".join(step.get("run", "") for step in steps))
        if (builds or "ci.yml: test" in name) and depth != [0]:
            shallow.append(name)
    assert shallow == []


@pytest.mark.parametrize(
    "path", [*WORKFLOWS, *(ROOT / name for name in ("CONTRIBUTING.md", "MAINTAINING.md", "README.md"))]
)
def test_each_target_that_is_named_is_in_the_makefile(path: Path) -> None:
    asked = [command.split() for command in COMMANDS.findall(shell_words(path))]
    named = {next((word for word in words if re.fullmatch(r"[a-z][a-z-]*", word)), "") for words in asked}
    assert named - {""} <= targets()


@pytest.mark.parametrize("path", [*WORKFLOWS, GITHUB / "tell.sh", ROOT / "SECURITY.md", ROOT / "MAINTAINING.md"])
def test_each_file_that_is_named_is_there(path: Path) -> None:
    named = {each.rstrip("/") for each in PATHS.findall(path.read_text("utf-8"))}
    assert not [each for each in named if not (ROOT / each).exists()]


def test_each_file_that_needs_a_second_person_is_there_and_has_owners() -> None:
    rules = [line.split() for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines() if line[:1] == "/"]
    assert not [path for path, *_ in rules if not (ROOT / path.strip("/")).exists()]
    assert not [path for path, *owners in rules if not owners or not all(map(OWNER.fullmatch, owners))]


def test_warning_signs_evidence_and_workflows_need_a_second_person() -> None:
    owned = {line.split()[0] for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines() if line[:1] == "/"}
    assert {"/docs/get-help.md", "/docs/signs.yml", "/docs/evidence/", "/.github/"} <= owned


def test_each_answer_that_sends_people_to_help_at_once_needs_a_second_person() -> None:
    owned = (GITHUB / "CODEOWNERS").read_text("utf-8")
    urgent = [path for path in (ROOT / "docs/faq").glob("*.md") if "\nurgency: emergency\n" in path.read_text("utf-8")]
    assert urgent
    assert not [path.name for path in urgent if f"/docs/faq/{path.name} " not in owned]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_has_what_the_form_reader_asks_for(path: Path) -> None:
    form = loaded(path)
    assert {"name", "description", "title", "body"} <= set(form)
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    assert {part["type"] for part in form["body"]} <= {"markdown", "input", "textarea", "dropdown", "checkboxes"}
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(field["attributes"]["label"] for field in fields)
    assert any(field.get("validations", {}).get("required") for field in fields)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_asks_nobody_for_their_health_and_says_that_everybody_can_read_it(path: Path) -> None:
    said = [part["attributes"]["value"] for part in loaded(path)["body"] if part["type"] == "markdown"]
    assert re.search(r"public|[Ee]verybody can read", said[0])
    assert re.search(r"leave out .*health|do not write about your own health", said[0])
    asked = [field["attributes"]["label"] for field in loaded(path)["body"] if field["type"] != "markdown"]
    assert not [label for label in asked if re.search(r"your (age|health|pain|diagnosis|symptoms|condition)", label)]


def test_there_is_a_form_for_each_kind_of_report() -> None:
    assert {path.stem for path in FORMS} == {"wrong-or-unclear", "missing-question", "new-exercise", "cannot-use-it"}


def test_the_preview_unpacks_where_the_page_of_changes_leads() -> None:
    archive = f"{compare_sites.PREVIEW}.zip"
    assert f"\n    archive: {archive} " in (ROOT / "mkdocs.yml").read_text("utf-8")
    assert f"unzip -q site/{archive} -d build/changes" in shell_words(GITHUB / "workflows/ci.yml")
    assert 'hooks/compare_sites.py "$(before)" site build/changes' in (ROOT / "Makefile").read_text("utf-8")


def test_new_versions_wait_before_the_bot_brings_them() -> None:
    bot = loaded(GITHUB / "dependabot.yml")
    assert {each["package-ecosystem"] for each in bot["updates"]} == {"uv", "github-actions"}
    assert all(each["cooldown"]["default-days"] >= 7 for each in bot["updates"])


@pytest.fixture
def tell(tmp_path: Path) -> Tell:
    """Return a function that runs the script beside a `gh` that notes what it is asked, and knows one open issue."""

    def run(report: str | None, open_issue: str = "") -> str:
        (tmp_path / "gh").write_text(
            f'#!/bin/sh\necho "$1 $2 $3" >> {tmp_path}/asked\n[ "$2" = list ] && echo "{open_issue}"\n'
            f'for last; do :; done\n[ -f "$last" ] && cat "$last" >> {tmp_path}/asked\nexit 0\n'
        )
        (tmp_path / "gh").chmod(0o755)
        (tmp_path / "asked").unlink(missing_ok=True)
        file = tmp_path / "report.txt"
        file.unlink(missing_ok=True)
        if report is not None:
            file.write_text(report)
        path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
        command = ["bash", str(GITHUB / "tell.sh"), str(file), "A title"]
        subprocess.run(command, check=True, env={**os.environ, "PATH": path})  # noqa: S603 the command is ours
        return (tmp_path / "asked").read_text() if (tmp_path / "asked").exists() else ""

    return run


def test_a_report_opens_one_issue_and_the_next_report_writes_it_anew(tell: Tell) -> None:
    assert "issue create" in tell("docs/a.md: late\n")
    again = tell("docs/b.md: late\n", open_issue="12")
    assert "issue edit 12" in again
    assert "issue create" not in again


def test_an_empty_report_closes_the_issue_and_none_changes_nothing(tell: Tell) -> None:
    assert "issue close 12" in tell("", open_issue="12")
    assert tell("").splitlines() == ["issue list --state"]
    assert tell(None, open_issue="12") == ""


def test_nothing_in_a_report_is_a_link_or_calls_a_person(tell: Tell) -> None:
    said = tell("@somebody ![x](https://evil.example)\n").splitlines()
    assert "    @somebody ![x](https://evil.example)" in said

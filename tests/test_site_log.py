"""How hooks tell what is wrong: as warnings, and on GitHub also beside the lines and on the page of the check."""

import logging
import re
from pathlib import Path

import pytest
from kit.problem import Problem
from site_log import tell

WRONG = Problem("docs/faq/a.md", 4, 0, "theme", '"kitt" is no theme, expected one of: kit, pain.')


@pytest.fixture
def github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pretend to run on GitHub, and return the page of the check."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    return tmp_path / "summary.md"


def test_at_home_a_problem_is_one_warning_and_nothing_else(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    tell([WRONG])
    assert [(each.levelno, each.getMessage()) for each in caplog.records] == [(logging.WARNING, str(WRONG))]
    assert capsys.readouterr().out == ""


def test_on_github_a_problem_stands_beside_its_line(github: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tell([WRONG])
    assert capsys.readouterr().out == (
        '::error file=docs/faq/a.md,line=4,title=theme::"kitt" is no theme, expected one of: kit, pain.\n'
    )
    assert github.exists()


def test_what_the_builder_itself_warns_of_is_told_there_too_but_not_what_the_link_check_has_told(
    github: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("mkdocs.structure.nav").warning("no such page: %s", "a.md")
    logging.getLogger("mkdocs.plugins.site_link_check").warning("docs/a.md:1: a link")
    logging.getLogger("mkdocs.hooks").info("nothing to say")
    assert capsys.readouterr().out == "::error title=mkdocs.structure.nav::no such page: a.md\n"
    assert github.read_text("utf-8").count("\n- ") == 1


def test_all_problems_stand_on_the_page_of_the_check_under_one_heading_with_what_to_do(github: Path) -> None:
    tell([WRONG])
    tell([Problem("docs/b.md", 0, 0, "file", "it cannot be opened.")])
    tell([])
    page = github.read_text("utf-8")
    assert page.count("### What needs mending") == 1
    assert page.count("Mend them in your branch") == 1
    assert [line[:9] for line in page.splitlines() if line.startswith("- ")] == ["- docs\\/f", "- docs\\/b"]


@pytest.mark.parametrize(
    "hostile",
    [
        "x\n::add-mask::secret",
        "x\r\n::stop-commands::pause",
        "::error file=README.md::no",
        "##[add-mask]secret",
        "x%0A::error::no",
        "a,line=1::b: c",
    ],
)
def test_no_word_of_a_problem_is_a_command(
    github: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, hostile: str
) -> None:
    tell([Problem(hostile, 3, 0, hostile, hostile)])
    (line,) = capsys.readouterr().out.splitlines()
    fields, _, words = line.removeprefix("::error ").partition("::")
    assert [field.partition("=")[0] for field in fields.split(",")] == ["file", "line", "title"]
    assert words.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%") == hostile
    (warned,) = [each.getMessage() for each in caplog.records]
    assert "\n" not in warned
    assert "\r" not in warned
    assert "##[" not in warned
    assert github.read_text("utf-8").count("\n- ") == 1


def test_each_sign_of_a_problem_is_only_a_sign_on_the_page(github: Path) -> None:
    hostile = "![x](https://evil.example) <img src=x> @you `code` **bold** www.evil.example \\[x]"
    tell([Problem("docs/a.md", 1, 0, "x", hostile)])
    (line,) = [line for line in github.read_text("utf-8").splitlines() if line.startswith("- ")]
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", line.removeprefix("- "))
    assert not [sign for sign in bare if not (sign.isalnum() or sign == " ")]

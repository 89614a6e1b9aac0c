"""How hooks tell what is wrong: as warnings, and on GitHub also beside the lines and on the page of the check."""

import logging
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from kit.problem import Problem
from kit.text import unmarked
from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.hooks")

TOLD = "### What needs mending"
WHAT_TO_DO = (
    "Each line says where the problem is, which rule it breaks, and how to mend it. "
    "The same words stand beside the lines of your change. "
    "Mend them in your branch, and this check runs again by itself. "
    "If a message did not help, say so in the pull request: that is a fault of ours, not of yours."
)
SAID = "_said"
"""The key of `config.extra` at which hooks that read the same find what was told of it already."""
LINK_CHECK = "site_link_check"
"""How the name of the log of the link check ends: it writes its own annotations."""


def tell(problems: Iterable[Problem]) -> None:
    """Report problems as warnings, so that all of them show and a strict build fails; on GitHub beside their lines."""
    on_github = bool(os.environ.get("GITHUB_ACTIONS"))
    for problem in problems:
        log.warning(_no_command(str(problem)) if on_github else str(problem), extra={"problem": problem})


def tell_once(config: MkDocsConfig, problems: Iterable[Problem]) -> None:
    """Report problems that another hook finds too, unless it told them in this build."""
    told, found = config.extra.setdefault(SAID, set()), list(problems)
    tell([each for each in found if each not in told])
    told.update(found)


class _Beside(logging.Handler):
    """Shows what the builder warns of beside its line on GitHub, and on the page of the check."""

    def emit(self, record: logging.LogRecord) -> None:
        """Show one warning; those of the link check stand there already."""
        if not os.environ.get("GITHUB_ACTIONS") or record.name.endswith(LINK_CHECK):
            return
        found = getattr(record, "problem", None) or Problem("", 0, 0, record.name, record.getMessage())
        sys.stdout.write(_annotation(found))
        sys.stdout.flush()
        _summarise([found])


logging.getLogger("mkdocs").addHandler(_Beside(logging.WARNING))


def _annotation(problem: Problem) -> str:
    """Return the command by which GitHub shows a problem beside its line; nothing in it can end it or be another."""
    fields = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.rule}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items() if value)
    return f"::error {listed}::{_data(problem.text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _no_command(text: str) -> str:
    """Return a text as one line that a log on GitHub takes for words: commands begin a line, or with `##[`."""
    return " ".join(text.split()).replace("##[", "## [")


def _summarise(problems: Iterable[Problem]) -> None:
    """Add problems to the page of the check, as words: no link, picture or mark-up of theirs counts."""
    if not (path := os.environ.get("GITHUB_STEP_SUMMARY")):
        return
    with Path(path).open("a+", encoding="utf-8") as page:
        page.seek(0)
        head = "" if TOLD in page.read() else f"{TOLD}\n\n{WHAT_TO_DO}\n\n"
        page.write(head + "".join(f"- {unmarked(_no_command(str(each)))}\n" for each in problems))

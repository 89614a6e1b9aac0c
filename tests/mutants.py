"""Change modules in one place after another and list the changes that no test noticed: `make mutants`.

Cosmic Ray makes the changes; each is tried in a copy of the tree, in a process that starts with everything read but
our own modules. With names (`dose sheet`) only those modules are changed, and with a number (`sheet 60`) each in so
many places, chosen at random but always the same.

Nine in ten of the changes that make a difference have to be noticed. What lives and makes none: `==` for `is` between
members of an enumeration, and `is` for `==` between small numbers; a class without slots, or checked early; a second
cut where the first part is taken; `<=` or `>=` where the value beyond does not come up. In `stance` also where a search
starts and how firm a spring is: only what is found is promised.
"""

import ast
import difflib
import os
import random
import shutil
import signal
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).parent.parent
WORK = ROOT / "build/mutants"
MODULES = {
    "target": ("site_link_check/judge/target.py", "test_target.py"),
    "address": ("site_link_check/read/address.py", "test_address.py"),
    "trace": ("site_link_check/place/trace.py", "test_trace.py"),
    "location": ("site_link_check/place/location.py", "test_location.py"),
    "dose": ("kit/exercises/dose.py", "test_dose.py"),
    "sheet": ("kit/cards/sheet.py", "test_sheet.py"),
    "treatment": ("kit/evidence/treatment.py", "test_treatment.py"),
    "faq": ("kit/questions/faq.py", "test_faq.py"),
    "stance": ("kit/bodies/stance.py", "test_stance.py"),
}
"""Each module with the tests that have to notice."""
COPIED = ("docs", "hooks", "prose", "tests", "pyproject.toml")
"""What these tests read."""
READ_BEFORE = (
    "hypothesis",
    "jsonschema",
    "markdown",
    "mkdocs.config",
    "PIL.Image",
    "pydantic",
    "rapidfuzz",
    "segno",
    "selectolax",
    "yaml",
)
LONGEST_SECONDS = 60
"""A test that runs longer is taken for one that never ends, which is noticed too."""


def main(words: list[str]) -> None:
    """Try each module and print the changes that lived."""
    for name in READ_BEFORE:
        import_module(name)
    most = next((int(word) for word in words if word.isdigit()), None)
    for name in [word for word in words if not word.isdigit()] or MODULES:
        module, test = MODULES[name]
        folder = WORK / name
        shutil.rmtree(folder, ignore_errors=True)
        for part in COPIED:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
            (folder / part).parent.mkdir(parents=True, exist_ok=True)
            copy(ROOT / part, folder / part)
        file = folder / "hooks" / module
        code = file.read_text(encoding="utf-8")
        if _notices(folder, test):
            raise SystemExit(f"{test} fails before anything is changed.")
        for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
            compiled.unlink()  # it would stand for a change of the same length in the same second
        changes = list(_changes(code))
        if most is not None and most < len(changes):
            changes = random.Random(1).sample(changes, most)  # noqa: S311 no secret
        lived = 0
        for changed in changes:
            file.write_text(changed, encoding="utf-8")
            if not _notices(folder, test, keep=False):
                lived += 1
                _say(
                    "".join(
                        difflib.unified_diff(code.splitlines(keepends=True), changed.splitlines(keepends=True), n=0)
                    )
                )
        _say(f"{module}: {len(changes)} changes, {lived} of them lived\n")


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _changes(code: str) -> Iterator[str]:
    """Yield the code with each change, once.

    Left alone are types in functions, which nothing runs, and which arguments must be named, as calls stay right.
    """
    seen = {_run(code), ""}
    for name in operator_names():
        operator = get_operator(name)
        if operator.arguments():
            continue
        occurrence = 0
        while (changed := mutate_code(code, operator(), occurrence)) is not None:
            occurrence += 1
            if (run := _run(changed)) not in seen and changed.replace("/,", "*,") != code:
                seen.add(run)
                yield changed


def _run(code: str) -> str:
    """Return what of a code is run; nothing of one that is no Python."""
    try:
        tree = ast.parse(code)
    except SyntaxError:  # the star before named arguments is taken for a product
        return ""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
            for inner in ast.walk(node):
                if isinstance(inner, ast.AnnAssign):
                    inner.annotation = ast.Name("object")
        elif isinstance(node, ast.arg):
            node.annotation = None
    return ast.unparse(tree)


def _notices(folder: Path, test: str, *, keep: bool = True) -> bool:
    """Return whether a test fails, or never ends, in a process of its own; `keep` what Python compiles for the next."""
    process = os.fork()
    if not process:
        signal.alarm(LONGEST_SECONDS)
        os.chdir(folder)
        sys.dont_write_bytecode = not keep
        with Path(os.devnull).open("w", encoding="utf-8") as silence:
            os.dup2(silence.fileno(), 1)
            os.dup2(silence.fileno(), 2)
            options = ["-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
            os._exit(int(pytest.main([*options, f"tests/{test}"])))
    return os.waitpid(process, 0)[1] != 0


if __name__ == "__main__":
    main(sys.argv[1:])

"""Change modules in one place after another and list the changes that no test noticed: `make mutants`.

Works in a copy of the tree, so that nothing here changes while it runs. With names (`dose sheet`) only those modules.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORK = ROOT / "build/mutants"
MODULES = {
    "dose": ("kit/exercises/dose.py", ["test_dose.py"]),
    "sheet": ("kit/cards/sheet.py", ["test_sheet.py"]),
    "treatment": ("kit/evidence/treatment.py", ["test_treatment.py"]),
    "faq": ("kit/questions/faq.py", ["test_faq.py"]),
}
"""Each module with the tests that have to notice; a test of something else would only slow this down."""
RECIPE = """\
[cosmic-ray]
module-path = "hooks/{module}"
timeout = 60.0
excluded-modules = []
test-command = "{python} -m pytest -x -q -p no:cacheprovider {tests}"

[cosmic-ray.distributor]
name = "local"
"""
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".cache", "build", "site", "__pycache__", ".*_cache", ".hypothesis")


def main(names: list[str]) -> None:
    """Try each module and print the changes that lived."""
    for name in names or MODULES:
        module, tests = MODULES[name]
        folder = WORK / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
        paths = " ".join(f"tests/{test}" for test in tests)
        recipe = RECIPE.format(module=module, python=sys.executable, tests=paths)
        (folder / "mutants.toml").write_text(recipe, encoding="utf-8")
        for step in ("init", "exec"):
            _run(folder, step, "mutants.toml", "mutants.sqlite")
        results = [json.loads(line) for line in _run(folder, "dump", "mutants.sqlite").splitlines()]
        lived = list(_lived(results))
        print(f"{module}: {len(results)} changes, {len(lived)} lived")
        print("\n".join(lived))


def _run(folder: Path, *command: str) -> str:
    # Files that Python compiled would hide a change of the same length in the same second.
    unseen = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(  # noqa: S603 the command is ours
        [str(Path(sys.executable).with_name("cosmic-ray")), *command],
        cwd=folder,
        env=unseen,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def _lived(results: list[list[dict[str, object]]]) -> Iterator[str]:
    """Yield each change after which the tests still passed, as a difference."""
    for work, outcome in results:
        if outcome is None or outcome["test_outcome"] != "killed":
            yield str(outcome["diff"] if outcome else work)


if __name__ == "__main__":
    main(sys.argv[1:])

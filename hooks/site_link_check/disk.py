"""The disk, as far as the check reads it."""

import os
import subprocess
from pathlib import Path

RENAMES = "git log --diff-filter=R --name-status --format= --relative --max-count=5000 -- ."


def text_of(path: str) -> str | None:
    """Return the text of a file, or None when it cannot be read."""
    try:
        with Path(path).open(encoding="utf-8-sig", errors="replace", newline="") as file:
            return file.read()
    except (OSError, ValueError):
        return None


def files_of(folder: str) -> list[str]:
    """Return each file in a folder and its folders, written with `/`."""
    found = (os.path.join(place, name) for place, _, names in os.walk(folder) for name in sorted(names))  # noqa: PTH118 much faster
    return [name.replace(os.sep, "/") for name in found]


def renames_of(folder: str) -> str:
    """Return the renames of files in the history of a folder, as git tells them; nothing without a history."""
    try:
        return subprocess.run(RENAMES.split(), cwd=folder, capture_output=True, text=True, check=False).stdout  # noqa: S603 a constant
    except OSError:
        return ""

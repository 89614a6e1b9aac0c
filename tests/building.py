"""Building a MkDocs site in a test, as `mkdocs build` would from a folder's own mkdocs.yml."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Build:
    """How a build ended: its exit code, what it said, and the folder it wrote."""

    code: int
    said: str
    site: Path


def build(project: Path, site: Path, **environment: str) -> Build:
    """Build the project in a process of its own, strictly, and return how that ended."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(project / "mkdocs.yml")]
    done = subprocess.run(  # noqa: S603 the command is ours
        [*command, "--site-dir", str(site)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **environment},
    )
    return Build(done.returncode, done.stdout + done.stderr, site)

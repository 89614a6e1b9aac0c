"""Tools from npm, each set in a folder of its own under build/: the project itself never depends on them."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "build" / "benchmarks"


def installed(name: str, packages: Mapping[str, str], *, scripts: bool = False) -> Path:
    """Install these versions of packages, if they are not there yet, and return their folder."""
    folder = FOLDER / name
    wanted = json.dumps({"private": True, "type": "module", "dependencies": dict(packages)}, indent=2)
    mark = folder / "package.json"
    if (folder / "node_modules").is_dir() and mark.is_file() and mark.read_text(encoding="utf-8") == wanted:
        return folder
    npm = shutil.which("npm")
    if not npm:
        raise SystemExit("npm is not on this machine: install Node.js first.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    mark.write_text(wanted, encoding="utf-8")
    command = [npm, "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]
    command += [] if scripts else ["--ignore-scripts"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 ours
    if done.returncode:
        shutil.rmtree(folder)
        raise SystemExit(f"npm could not install {', '.join(packages)}:\n{done.stderr[-1000:]}")
    return folder

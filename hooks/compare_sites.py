"""Say what changed between two builds of a site: `make changes`, which pull requests run, on a page with pictures."""

import os
import shutil
import sys
from pathlib import Path

from kit.comparison.changes import Site, changes_between
from kit.comparison.report import PAGE, page_of, summary, told

PREVIEW = "backstride-offline"
"""The folder beside the page in which people find the site with the changes."""


def main(before: Path, after: Path, folder: Path) -> int:
    """Write the page into a folder, which is emptied first, and the summary where GitHub asks for one."""
    for site in (before, after):
        if not (site / "index.html").exists():
            sys.stderr.write(f"{site}: there is no built site here. Say where one is: make changes before=FOLDER\n")
            return 2
    changes = changes_between(_site(before), _site(after))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / PAGE).write_text(page_of(changes, PREVIEW), encoding="utf-8")
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(summary(changes))
    sys.stdout.write(f"{told(changes)} Look at {(folder / PAGE).as_posix()}\n")
    return 0


def _site(folder: Path) -> Site:
    return Site(
        {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in folder.rglob("*.html")},
        {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.pdf")},
    )


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:4])))

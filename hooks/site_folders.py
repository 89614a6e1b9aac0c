"""The folders of a build before it: what MkDocs cannot walk or name, and work that came along."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kit.problem import Problem, problem
from kit.safety.files import seen_from
from kit.safety.guard import LINK
from mkdocs.config.defaults import MkDocsConfig
from site_disk import KEPT

CAME_ALONG = (
    "a build believes what it finds here, such as that a page is safe, so nothing in this folder may come with the "
    f'repository. Take it out with "git rm -r --cached {KEPT}".'
)
NO_TEXT = "the name of this file is no text in UTF-8. Rename it in small letters of the alphabet."


def folder_problems(config: MkDocsConfig) -> list[Problem]:
    """Return what stops a build before it: links to folders, names that are no text, and what another build kept."""
    folders = (Path(config.docs_dir), Path(config.theme.custom_dir or config.docs_dir))
    place = Path(config.config_file_path).parent
    found = [(folder, each) for folder in folders for each in _all(folder)]
    links = {each for folder, each in found if each.is_symlink() and (each.is_dir() or folder != folders[0])}
    garbled = {_readable(seen_from(each, place)) for _, each in found if _readable(each.name) != each.name}
    told = [problem(seen_from(each, place), 0, "file-link", LINK) for each in sorted(links)]
    told += [problem(each, 0, "file-name", NO_TEXT) for each in sorted(garbled)]
    return told + ([problem(KEPT, 0, "file-kept", CAME_ALONG)] if _came_along(place) else [])


def _came_along(place: Path) -> bool:
    """Tell whether the repository brings what builds keep for themselves."""
    command = ["git", "ls-files", "--", KEPT]
    with suppress(OSError):  # without Git there is no repository
        return bool(subprocess.run(command, cwd=place, capture_output=True, check=False).stdout)  # noqa: S603 ours
    return False


def _all(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        yield from (Path(place, name) for name in (*folders, *names))


def _readable(name: str) -> str:
    """Return a name with the bytes that are no text as their numbers."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")

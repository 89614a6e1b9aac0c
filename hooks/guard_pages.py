"""Guard pages: whatever could harm readers, from a script to a hidden character, is told, and is not published."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

from kit.problem import problem
from kit.safety.files import content_problems, needless, seen_from
from kit.safety.guard import LINK, guard
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import clean_directory
from site_guide import KEPT, code_of, dialect_of, guide_of, memory_of, tell_settings
from site_log import tell, tell_once

AFTER_ALL = -2000
"""The link check comes before: it reads what was built."""
CAME_ALONG = (
    "a build believes what it finds here, such as that a page is safe, so nothing in this folder may come with the "
    f'repository. Take it out with "git rm -r --cached {KEPT}".'
)
NO_TEXT = "the name of this file is no text in UTF-8. Rename it in small letters of the alphabet."


class Guard:
    """What was found to be unsafe in a build, so that it can be kept out of the site."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.preview = False
        self.unsafe: list[File] = []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
        """Note whether this is a preview."""
        self.preview = command == "serve"

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Stop at what MkDocs cannot walk or name, such as a link to a folder, and at work that came along."""
        folders = (Path(config.docs_dir), Path(config.theme.custom_dir or config.docs_dir))
        place = Path(config.config_file_path).parent
        found = [(folder, each) for folder in folders for each in _all(folder)]
        links = {each for folder, each in found if each.is_symlink() and (each.is_dir() or folder != folders[0])}
        garbled = {_readable(seen_from(each, place)) for _, each in found if _readable(each.name) != each.name}
        told = [problem(seen_from(each, place), 0, "file-link", LINK) for each in sorted(links)]
        told += [problem(each, 0, "file-name", NO_TEXT) for each in sorted(garbled)]
        told += [problem(KEPT, 0, "file-kept", CAME_ALONG)] if _came_along(place) else []
        if told:
            raise PluginError("\n".join(map(str, told)))

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Report what is unsafe in each file of the guide: its name, its kind and what it holds."""
        guide, dialect = guide_of(config, files), dialect_of(config)
        memory = memory_of(config, "guard", code_of(".", "safety"), guide.settings.safe.model_dump_json())
        tell_settings(config, needless(guide.settings.safe, guide.names))
        self.unsafe = []
        recipe = Path(config.config_file_path)
        tell(content_problems(recipe.read_bytes(), file=recipe.name))
        for file in [file for file in files if file.generated_by is None and file.src_dir == config.docs_dir]:
            link = os.path.islink(file.abs_src_path or "")  # noqa: PTH114 MkDocs has it as text
            content = None if link else file.content_bytes
            published = file.inclusion.value > InclusionLevel.EXCLUDED.value
            found = guard(guide, file.src_uri, content, dialect, memory, published=published)
            tell_once(config, found)
            self.unsafe += [file] if found else []
            if link:
                files.remove(file)
        memory.keep()
        return files

    @event_priority(AFTER_ALL)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Take what is unsafe out of a preview; of a build that would be published, leave nothing."""
        if self.unsafe and not self.preview:
            clean_directory(config.site_dir)
        for file in self.unsafe:
            Path(file.abs_dest_path).unlink(missing_ok=True)


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


_guard = Guard()
on_startup, on_pre_build, on_files, on_post_build = (
    _guard.on_startup,
    _guard.on_pre_build,
    _guard.on_files,
    _guard.on_post_build,
)

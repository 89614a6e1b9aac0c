"""Guard pages: whatever could harm readers, from a script to a hidden character, is told, and is not published."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

from kit.guide import TODAY, TODAY_DATA
from kit.safety.files import content_problems, data_problems, needless
from kit.safety.guard import guard
from kit.safety.lists import lists_of
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import clean_directory
from site_disk import code_of, dialect_of, memory_of
from site_folders import folder_problems
from site_guide import guide_of, tell_settings
from site_log import tell, tell_once
from site_sources import recipe_of

AFTER_ALL = -2000
"""The link check comes before: it reads what was built."""


class Guard:
    """What was found to be unsafe in a build, so that it can be kept out of the site."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.preview = False
        self.unsafe: list[File] = []
        self.files = Files([])

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
        """Note whether this is a preview."""
        self.preview = command == "serve"

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Stop at what MkDocs cannot walk or name, such as a link to a folder, and at work that came along."""
        told = folder_problems(config)
        if told:
            raise PluginError("\n".join(map(str, told)))

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Report what is unsafe in each file of the guide: its name, its kind and what it holds."""
        guide, dialect = guide_of(config, files), dialect_of(config)
        memory = memory_of(config, "guard", code_of(".", "safety"), guide.settings.safe.model_dump_json())
        tell_settings(config, needless(guide.settings.safe, guide.names))
        self.unsafe, self.files = [], files
        recipe = Path(config.config_file_path)
        seen = content_problems(recipe.read_bytes(), file=recipe.name)
        known = [*seen, *guide.problems.get("settings", ())]
        tell([*seen, *data_problems(recipe_of(config), lists_of(guide.settings.safe), told=known)])
        for file in [file for file in files if file.generated_by is None and file.src_dir == config.docs_dir]:
            link = os.path.islink(file.abs_src_path or "")  # noqa: PTH114 MkDocs has it as text
            content = None if link else file.content_bytes
            published = file.inclusion.value > InclusionLevel.EXCLUDED.value
            found = guard(guide, file.src_uri, content, dialect, memory, published=published)
            tell_once(config, found)
            self.unsafe += [file] if found else []
            if link:
                files.remove(file)
        for uri in sorted(guide.unreadable):  # another page stands in for it, and all that is wrong is told at once
            with suppress(OSError):
                tell(guard(guide, uri, Path(config.docs_dir, uri).read_bytes(), dialect, memory, published=True))
        memory.keep()
        return files

    @event_priority(AFTER_ALL)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Take what is unsafe out of a preview; of a build that would be published, leave nothing."""
        if self.unsafe and not self.preview:
            clean_directory(config.site_dir)
        names = {file.src_uri for file in self.unsafe}
        made = [file for file in self.files if TODAY_DATA in names and file.src_uri.startswith(f"{TODAY}/")]
        for file in (*self.unsafe, *made):
            Path(file.abs_dest_path).unlink(missing_ok=True)


_guard = Guard()
on_startup, on_pre_build, on_files, on_post_build = (
    _guard.on_startup,
    _guard.on_pre_build,
    _guard.on_files,
    _guard.on_post_build,
)

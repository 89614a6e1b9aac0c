"""Refresh a preview: of the pages that stand there, only those that a change reaches are made again."""

import json
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from kit.views.reach import reaches
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from site_disk import Folder, kept
from site_guide import guide_of, pictures

STALE = (1, 1)
"""A time, access and change, that is before any that a file of a guide has."""


class Preview:
    """What a preview remembers: whether it makes only some pages."""

    def __init__(self) -> None:
        """Begin as a build that makes every page."""
        self.some = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is `mkdocs serve --dirty`, and say once what MkDocs would say at every change."""
        self.some = command == "serve" and dirty
        if self.some:
            logging.getLogger("mkdocs.commands.build").addFilter(
                lambda record: "'dirty' build" not in record.getMessage()
            )

    @event_priority(-100)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Mark as stale each page that a change reaches; leave out the made ones that none does."""
        guide, memory = guide_of(config, files), kept(config, "preview")
        if not self.some:
            return files
        made = {file.src_uri: file.content_string for file in files.documentation_pages() if file.generated_by}
        keys = reaches(guide, pictures(config), frame=_frame(config), made=made)
        name = f"{Path(config.site_dir).name}.json"
        before = _remembered(memory, name)
        for file in files.documentation_pages():
            there = os.path.exists(file.abs_dest_path)  # noqa: PTH110 MkDocs has it as text
            same = there and keys.get(file.src_uri) == before.get(file.src_uri)
            if there and not same:
                os.utime(file.abs_dest_path, STALE)
            elif same and file.generated_by and file.src_uri not in guide.addresses:  # others may link to those
                files.remove(file)
        memory.clear(keep=frozenset())
        memory.put(name, json.dumps(dict(keys)).encode())
        return files


def _frame(config: MkDocsConfig) -> list[str]:
    """Return the texts behind every page: our templates and the settings."""
    recipe = Path(config.config_file_path)
    folder = recipe.parent / (config.theme.custom_dir or "overrides")
    return [file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.html"))] + [
        recipe.read_text(encoding="utf-8")
    ]


def _remembered(memory: Folder, name: str) -> Mapping[str, str]:
    try:
        found = json.loads(memory.get(name) or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


_preview = Preview()
on_startup, on_files = _preview.on_startup, _preview.on_files

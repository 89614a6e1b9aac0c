"""What a guide is read from: the files of a build, and the recipe with its lines."""

import os
import posixpath
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from kit.guide import EVIDENCE, EXERCISES, Site, Sources
from kit.reading.indexes import indexes_lacking
from kit.record import Record, lines_in
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils.yaml import yaml_load

SHOWN_BY = {EXERCISES: "show_exercises", EVIDENCE: "cite_claims"}
"""The hooks that fill the indexes of folders."""


def sources_of(files: Files, config: MkDocsConfig) -> Sources:
    """Return what the guide of a build is read from."""
    texts: dict[str, bytes] = {}
    unread: dict[str, str] = {}
    own = [file for file in files if is_written(file, config)]
    for file in own:
        if not os.path.isfile(file.abs_src_path or ""):  # noqa: PTH113 MkDocs has it as text
            unread[file.src_uri] = "there is no such file: a link or a folder leads nowhere."
        elif file.src_uri.lower().endswith((".md", ".yml", ".yaml")):
            try:
                texts[file.src_uri] = file.content_bytes
            except OSError as error:
                unread[file.src_uri] = f"the file cannot be opened ({error.strerror})."
    names = frozenset(file.src_uri for file in own)
    lacking = {
        uri: text
        for uri, text in indexes_lacking(names).items()
        if (folder := posixpath.dirname(uri)) not in SHOWN_BY or not is_left_out(config, SHOWN_BY[folder])
    }
    recipe = text_of_recipe(config)
    given = {key: value for key, value in config.extra.items() if not str(key).startswith("_")}
    addresses = {file.src_uri: file.url for file in own if file.is_documentation_page() and _shown(file)}
    places = (config.docs_dir, config.site_dir, config.use_directory_urls)
    return Sources(
        docs=PurePosixPath(Path(config.docs_dir).name).as_posix(),
        texts=texts,
        addresses=addresses | {uri: File(uri, *places).url for uri in lacking},
        names=names,
        settings=lines_in(recipe, file=Path(config.config_file_path or "mkdocs.yml").name, path=("extra",), data=given),
        site=Site(
            config.site_name,
            config.site_url or "",
            _published(config) or config.site_url or "",
            language if isinstance(language := config.theme.get("language"), str) else "en",
            config.copyright or "",
        ),
        unread=unread,
        lacking=lacking,
        ages=lambda: _ages(config.docs_dir),
    )


def is_written(file: File, config: MkDocsConfig) -> bool:
    """Return whether somebody wrote a file, which no hook or theme made."""
    return file.generated_by is None and file.src_dir == config.docs_dir


def _ages(docs: str) -> Mapping[str, int]:
    """Return when each file of the docs folder was first committed, by path; nothing where there is no history."""
    command = ["git", "log", "--reverse", "--diff-filter=A", "--name-only", "--relative", "--format=%x00%ct", "--", "."]
    with suppress(OSError):
        done = subprocess.run(command, cwd=docs, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 ours
        parts = [part.splitlines() for part in done.stdout.split("\x00")]
        return {name: int(lines[0]) for lines in reversed(parts) if lines for name in lines[1:] if name}
    return {}


def _shown(file: File) -> bool:
    return bool(file.inclusion.value > InclusionLevel.DRAFT.value)


def recipe_of(config: MkDocsConfig) -> Record:
    """Return what the recipe says, as it is written, with its lines; nothing where it cannot be read."""
    recipe: Any = {}
    with suppress(OSError, ConfigurationError), Path(config.config_file_path).open("rb") as file:
        recipe = yaml_load(file)
    return lines_in(text_of_recipe(config), file=Path(config.config_file_path).name, path=(), data=recipe)


def text_of_recipe(config: MkDocsConfig) -> str:
    """Return the recipe as it is written; nothing where it cannot be read."""
    with suppress(OSError, UnicodeDecodeError):
        return Path(config.config_file_path).read_text(encoding="utf-8")
    return ""


def _published(config: MkDocsConfig) -> str | None:
    """Return the address that the recipe gives: `mkdocs serve` puts that of its own preview in its place."""
    return recipe_of(config).data.get("site_url") or None


def is_left_out(config: MkDocsConfig, hook: str) -> bool:
    """Return whether a hook is not among those of a build."""
    return all(Path(each).stem != hook for each in config.hooks)

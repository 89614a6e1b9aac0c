"""A recipe: what the configuration of a site says and what a build made, in plain values."""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SNIPPETS = "pymdownx.snippets"
BESIDE = "<beside the page>"
"""Stands for the folder of the page that includes a snippet."""
TEXTS = (".md", ".markdown", ".html", ".htm", ".css", ".json", ".webmanifest", ".xml", ".yml", ".yaml", ".toml", ".csv")
"""The endings of the sources that are read as text."""


ROOTS_DOCS = -1
"""How MkDocs marks that absolute paths in Markdown start at the docs folder."""
FULL = re.compile(r"/|[A-Za-z]:/")
"""How a path begins that needs no folder before it, on Windows too."""


@dataclass(frozen=True)
class Nav:
    """The navigation as built: each page's file in order, with the title of its entry."""

    files: Sequence[str] = ()
    exempt: frozenset[str] = frozenset()


@dataclass(frozen=True)
class MadeFile:
    """One file that the build makes: its name in the site, its source, its text, and who made it if nobody wrote it."""

    name: str
    source: str
    text: str | None
    made_by: str = ""
    withheld: bool = False
    family: int = 0
    is_output: bool = False


@dataclass(frozen=True)
class Recipe:
    """What the configuration of a site says, in plain values; folders and files as absolute paths.

    Messages name files from the folder `root`. `repository` is the folder with the history, or nothing.
    """

    file: str
    root: str
    repository: str
    docs: str
    site_url: str
    directory_urls: bool
    edit_address: str
    links: Any
    templates: str = ""
    theme: tuple[str, ...] = ()
    hooks: Sequence[str] = ()
    snippets: Mapping[str, Any] | None = None
    site: str = ""
    roots_docs: bool = False
    versions: bool = False
    is_mkdocs: bool = True


@dataclass(frozen=True)
class Disk:
    """The ways to read what the recipe names: a text (None when there is none), the files of a folder, history."""

    text: Callable[[str], str | None]
    files: Callable[[str], Sequence[str]]
    exists: Callable[[str], bool]
    history: Callable[[], str] = str


def nav_of(pages: Iterable[Any], files: Iterable[Any]) -> Nav:
    """Return the navigation from MkDocs' own records of its pages and of all files."""
    exempt = frozenset(file.dest_uri for file in files if file.inclusion.name == "NOT_IN_NAV")
    return Nav(tuple(page.file.dest_uri for page in pages), exempt)


def recipe_of(config: Mapping[str, Any], *, here: str, disk: Disk, links: Mapping[str, Any] | None = None) -> Recipe:
    """Return the recipe in a configuration as MkDocs holds it; `here` is the folder in which the build started.

    Every path is written with `/`, as URLs are and as Windows also reads it.
    """
    file, here = _posix(config["config_file_path"]), _posix(here)
    if not FULL.match(file):
        file = posixpath.normpath(posixpath.join(here, file))
    beside = posixpath.dirname(file)
    repository = next((each for each in _upward(beside) if disk.exists(posixpath.join(each, ".git"))), "")
    repo_url, edit_uri = (config["repo_url"] or "").rstrip("/"), config["edit_uri"]
    has_snippets = SNIPPETS in config["markdown_extensions"]
    return Recipe(
        file=file,
        root=here if file.startswith(here + "/") else beside,
        repository=repository,
        docs=_posix(config["docs_dir"]),
        site_url=config["site_url"] or "",
        directory_urls=config["use_directory_urls"],
        edit_address=f"{repo_url}/{edit_uri}" if repo_url and edit_uri else "",
        links=config["extra"].get("links") if links is None else links,
        templates=_posix(config["theme"].custom_dir or ""),
        theme=tuple(map(_posix, config["theme"].dirs)),
        hooks=[_posix(hook.__file__) for hook in config["hooks"].values()],
        snippets=_settings_of_snippets(config["mdx_configs"].get(SNIPPETS, {})) if has_snippets else None,
        site=_posix(config["site_dir"]),
        roots_docs=config["validation"]["links"]["absolute_links"] == ROOTS_DOCS,
        versions="mike" in config["plugins"] or (config["extra"].get("version") or {}).get("provider") == "mike",
    )


def _settings_of_snippets(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings of the extension for snippets with plain folders: MkDocs has tags for those of a build."""
    bases = settings.get("base_path", ["."])
    return {**settings, "base_path": [_folder(base) for base in (bases if isinstance(bases, list) else [bases])]}


def _folder(base: object) -> str:
    try:
        return _posix(str(base)).replace("\\", "/")
    except Exception:  # noqa: BLE001 `!relative` is a folder only while a page is read
        return BESIDE


def made_of(files: Iterable[Any], recipe: Recipe, disk: Disk, family: int = 0) -> list[MadeFile]:
    """Return the files that a build makes, from MkDocs' own records of them; those of the theme are left out."""
    made = []
    for file in files:
        folder = _posix(file.src_dir or "")
        path = _posix(file.abs_src_path or "")
        if folder in recipe.theme or (recipe.templates and path.startswith(recipe.templates + "/")):
            continue
        written = file.generated_by is None and folder == recipe.docs
        text = disk.text(path) if written and file.src_uri.endswith(TEXTS) else None
        maker = "" if written else str(file.generated_by or "a plugin")
        made.append(
            MadeFile(file.dest_uri, file.src_uri, text, maker, withheld=file.inclusion.is_excluded(), family=family)
        )
    return made


def _posix(path: str) -> str:
    return path.replace("\\", "/") if "\\" in path and re.match(r"[A-Za-z]:\\|\\\\", path) else path


def _upward(folder: str) -> Iterable[str]:
    """Yield a folder and each folder above it, from the nearest."""
    while True:
        yield folder
        above = posixpath.dirname(folder)
        if above in {folder, ""}:
            return
        folder = above

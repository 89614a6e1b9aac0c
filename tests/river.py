"""The small site about a river on which the link check is tried: copied, changed as a case says, and built."""

import logging
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2
import mkdocs.theme
import yaml
from building import ROOT
from mkdocs.commands.build import build
from mkdocs.config import load_config

LINKS = ROOT / "tests" / "links"
CHECK = ROOT / "hooks" / "check_links.py"
NOTES = ("links: ", "Building documentation", "Cleaning site", "Documentation built", "The following pages exist")


@dataclass(frozen=True)
class Case:
    """One change to the site and every message that must follow, in order.

    `put` holds texts to put into files in place of others (`find`), at their end (`append`) or whole (`write`).
    """

    title: str
    find: Mapping[str, list[str]] = field(default_factory=dict)
    append: Mapping[str, str] = field(default_factory=dict)
    write: Mapping[str, str] = field(default_factory=dict)
    rename: Mapping[str, str] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)


def read_case(file: Path) -> Case:
    """Return the case in one data file."""
    return Case(**yaml.safe_load(file.read_text(encoding="utf-8")))


def prepare(case: Case, project: Path) -> Path:
    """Copy the sound site to a folder, change it as the case says, and return the folder.

    A case that writes a recipe of its own is a whole site, of which the sound one is no part.
    """
    if "mkdocs.yml" not in case.write:
        shutil.copytree(LINKS / "site", project)
    for old, new in case.rename.items():
        (project / old).rename(project / new)
    for name, (old, new) in case.find.items():
        text = (project / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name} holds {old!r} {text.count(old)} times"
        (project / name).write_text(text.replace(old, new), encoding="utf-8")
    for name, text in case.append.items():
        with (project / name).open("a", encoding="utf-8") as file:
            file.write(text)
    for name, text in case.write.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8").replace("CHECK_LINKS", str(CHECK))
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return project


class Heard(logging.Handler):
    """Keeps every message of the build."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def messages(project: Path, monkeypatch: Any, **options: Any) -> list[str]:  # noqa: ANN401 pytest's fixture
    """Build a project in this process and return all that it says, warnings and worse first line by line."""
    monkeypatch.chdir(project)
    monkeypatch.setattr(mkdocs.theme.Theme, "get_env", _shared_env)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    heard = Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    logger.setLevel(logging.INFO)
    try:
        dirty = options.pop("dirty", False)
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"), **options)
        start(config, dirty=dirty)
        build(config, dirty=dirty)
        config.plugins.on_shutdown()
    finally:
        logger.removeHandler(heard)
    return [
        record.getMessage()
        for record in heard.records
        if record.levelno >= options.get("level", logging.WARNING)
        or (record.name.endswith("site_link_check") and not record.getMessage().startswith("links: "))
    ]


def start(config: Any, *, dirty: bool = False) -> None:  # noqa: ANN401 MkDocs does not type its settings
    """Tell the plugins that a build begins. MkDocs keeps them from one build to the next, the search of before too."""
    for plugin in config.plugins.values():
        if hasattr(plugin, "search_index_prev"):
            plugin.search_index_prev = None
    config.plugins.on_startup(command="build", dirty=dirty)


_get_env = mkdocs.theme.Theme.get_env


def _shared_env(theme: mkdocs.theme.Theme) -> jinja2.Environment:
    """Return the theme's templates as ever, but Material's compiled once for all cases."""
    env = _get_env(theme)
    env.bytecode_cache = _MEMORY
    return env


class _Memory(jinja2.BytecodeCache):
    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        if bucket.key + bucket.checksum in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key + bucket.checksum])

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self.kept[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


_MEMORY = _Memory()

"""The disk: what is written there whole or not at all, and what is kept there from one build to the next."""

import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from kit.memory import Memory
from kit.safety.source import Dialect
from kit.shelf import code_key, content_key
from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.hooks")
KEPT = ".cache"
"""The folder beside mkdocs.yml in which dear work is kept from build to build."""
READERS = ("markdown", "nh3", "pymdown-extensions", "selectolax")
"""The packages that say what a page in Markdown holds."""


@dataclass(frozen=True)
class Folder:
    """A folder to work in, or to keep what was made from one build to the next."""

    folder: Path
    needed: bool = True
    """Whether the build cannot go on where a file cannot be written: what is only kept is a gain, and no more."""

    def get(self, name: str) -> bytes | None:
        """Return what was kept under a name."""
        file = self.folder / name
        with suppress(OSError):  # another build may clear the folder
            content = file.read_bytes()
            os.utime(file)
            return content
        return None

    def put(self, name: str, content: bytes) -> None:
        """Write a file, whole or not at all."""
        file = self.folder / name
        part = file.with_name(f"{file.name}.{os.getpid()}.part")  # two builds may share a folder
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(content)
            part.replace(file)
        except OSError as error:
            if self.needed:
                raise
            with suppress(OSError):
                part.unlink()
            _say_unkept(str(error.strerror))

    def names(self) -> frozenset[str]:
        """Return the names under which something is kept."""
        return frozenset(file.name for file in self.folder.glob("*") if file.suffix != ".part")

    def clear(self, keep: frozenset[str]) -> None:
        """Drop everything but what has these names, and as many others: those that were used last.

        So one file that cannot be read for a while, or a build for another address, voids nothing of what is dear.
        """
        others = [self.folder / name for name in self.names() - keep]
        for file in sorted(others, key=_used)[: max(0, len(others) - len(keep))]:
            with suppress(OSError):  # a folder may lie in its place
                file.unlink()


@lru_cache(maxsize=8)
def _say_unkept(reason: str) -> None:
    """Say once that work cannot be kept."""
    log.info("%s: not all can be kept there for the next build (%s), which takes longer.", KEPT, reason)


def _used(file: Path) -> float:
    with suppress(OSError):
        return file.stat().st_mtime
    return 0.0


def kept(config: MkDocsConfig, name: str) -> Folder:
    """Return the folder beside mkdocs.yml in which work of one kind is kept."""
    return Folder(Path(config.config_file_path or ".").parent / KEPT / name, needed=False)


def memory_of(config: MkDocsConfig, name: str, *made_by: str) -> Memory:
    """Return what a hook found in pages in earlier builds, by the same code and settings and the same Markdown."""
    key = content_key(dialect_of(config).key, made_by, [version(each) for each in READERS])
    return Memory(kept(config, name), "pages", key)


def dialect_of(config: MkDocsConfig) -> Dialect:
    """Return the Markdown of the recipe, without what hooks add to it: that is ours, and is safe."""
    names = tuple(each for each in config.markdown_extensions if isinstance(each, str))
    settings = config.mdx_configs or {}
    written = re.sub(r" at 0x[0-9a-f]+", "", repr((names, settings)))  # where an object lies changes with each build
    return Dialect(names, written, settings)


@lru_cache(maxsize=8)
def code_of(*folders: str) -> str:
    """Return a key of the code in some folders of the kit: what it made before is made again when it changes."""
    kit = Path(__file__).parent / "kit"
    return code_key(file.read_bytes() for name in folders for file in sorted((kit / name).glob("*.py")))


@contextmanager
def desk() -> Iterator[Folder]:
    """Give a folder to work in, which is gone afterwards."""
    with TemporaryDirectory() as folder:
        yield Folder(Path(folder))


def write_all(texts: Mapping[Path, str]) -> None:
    """Write all files or none: each beside its place first, and what was there comes back when one cannot be put."""
    before = {path: path.read_bytes() if path.exists() else None for path in texts}
    parts = {path: path.with_name(f"{path.name}.part") for path in texts}
    try:
        for path, text in texts.items():
            parts[path].write_text(text, encoding="utf-8", newline="\n")
        for path, part in parts.items():
            part.replace(path)
    except OSError:
        for path, content in before.items():
            parts[path].unlink(missing_ok=True)
            if content is not None:
                path.write_bytes(content)
            else:
                path.unlink(missing_ok=True)
        raise

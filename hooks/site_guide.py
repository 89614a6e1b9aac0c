"""What the hooks share: the guide of a build, read by the first that asks for it, and how it is added to."""

import gc
import logging
import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from importlib.metadata import version
from itertools import chain
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote, urlsplit

from kit.cards.card_index import SHORT
from kit.cards.lacking import lacking
from kit.cards.print_order import Wanted
from kit.cards.typeset import Tools
from kit.guide import CARDS, CHARTS, DIAGRAMS, DRAWN, EVIDENCE, EXERCISES, GLOSSARY, QUESTIONS, SET, TODAY, Guide
from kit.memory import Memory
from kit.pages.script import SCRIPTS
from kit.pictures import Pictures, pictures_of, wanted_of
from kit.problem import Problem, problem
from kit.reading.guide import read_guide
from kit.reading.places import misnamed
from kit.reading.today import without_today
from kit.record import Record, lines_in, read_yaml, twice_in
from kit.safety.source import Dialect
from kit.settings import told_at
from kit.shelf import code_key, content_key
from kit.unmade import UnmadeExtension
from kit.views.keep_view import ANCHOR, keep_view
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils.templates import TemplateContext
from site_log import tell, tell_once
from site_sources import is_left_out, is_written, sources_of, text_of_recipe

log = logging.getLogger("mkdocs.hooks")
gc.set_threshold(50_000)
"""New objects after which Python looks for those that nothing needs. What a build makes lives to its end: at 700, as
Python has it, 0.4 s of a build of 6 went into looking, and a third of that is left."""

KEY = "guide"
"""The one key of `config.extra` that hooks pass on to each other: the guide of this build."""
UNMADE = "_unmade"
"""The key of `config.extra` at which the link check finds what could not be made."""
LEFT_OUT = "_left_out"
"""The key of `config.extra` at which the link check finds patterns of what hooks make that are left out."""
MADE = {
    "dress_pages": ("assets/stylesheets/*", f"{SCRIPTS}/colours.js", f"{SCRIPTS}/frame.js"),
    "explain_terms": (GLOSSARY,),
    "index_search": ("search/*", f"{SCRIPTS}/search/*"),
    "keep_offline": (ANCHOR, "assets/icons/*", f"{SCRIPTS}/offline/*"),
    "print_cards": ("*.pdf",),
    "share_pages": ("assets/social/*",),
    "supply_studio": (f"{CARDS}/*",),
}
"""What hooks make, or use, on whose work no other rests, as patterns of files and ids."""
FOR_READERS = ("keep_offline", "print_cards", "share_pages")
"""The hooks that make nothing, or less, without an address at which readers find the site, as in a preview."""
SHARED = ("settings", "words", "files")
"""Subjects whose problems are told by whichever hook reads the guide."""
LISTED = {EXERCISES: "show_exercises", QUESTIONS: "index_faq"}
"""The folders whose pages a hook adds to the navigation."""
FONTS = "assets/fonts/*.woff2"
READERS = ("markdown", "nh3", "pymdown-extensions", "selectolax")
"""The packages that say what a page in Markdown holds."""
MADE_ALREADY = "the build makes a file at this address itself, and this one would be lost. Rename it."
INSTEAD = "# {}\n\nThis page cannot be shown: there is a mistake in its file.\n"
"""What stands in place of a page that is lacking or cannot be read, in a build that fails for it."""
KEPT = ".cache"
"""The folder beside mkdocs.yml in which dear work is kept from build to build."""


def guide_of(config: MkDocsConfig, files: Files | None = None) -> Guide:
    """Return the guide of this build; the first hook that asks has to bring the files, and reads it."""
    found = config.extra.get(KEY)
    if isinstance(found, Guide):
        return found
    if twice := twice_in(text_of_recipe(config), file=Path(config.config_file_path or "mkdocs.yml").name):
        raise PluginError("\n".join(map(str, twice)))  # what was said first is gone, and all that rests on it
    guide = read_guide(sources_of(files or Files([]), config))
    left_out = {hook: patterns for hook, (what, patterns) in _works(guide).items() if lacks(config, hook, what)}
    config.extra[KEY] = guide = without_today(guide) if "ask_today" in left_out else guide
    config.extra[UNMADE] = tuple(sorted(guide.unmade.union(*left_out.values())))  # what the link check is to leave
    config.extra[LEFT_OUT] = not_made(config)
    for hook, what in _parts(guide).items():
        lacks(config, hook, what)
    if files is not None:
        _rename(files, config)
        _put_others(guide, files, config)
    if files is not None and left_out:
        labels, is_unmade = guide.ledger.labels & frozenset().union(*left_out.values()), _is_unmade(config, files)
        config.markdown_extensions.append(UnmadeExtension(labels, is_unmade))  # type: ignore[arg-type] # Markdown takes objects
    for subject in SHARED:
        tell(guide.problems.get(subject, ()))
    if files is not None and config.nav:
        _keep_unlisted(guide, files, config)
    return guide


def _put_others(guide: Guide, files: Files, config: MkDocsConfig) -> None:
    """Put other pages in place of those that cannot be read or are lacking."""
    for uri in sorted(guide.unreadable):
        if (file := files.get_file_from_path(uri)) is None:
            add(files, config, {uri: INSTEAD.format(uri)})
            continue
        files.remove(file)  # MkDocs would stop with a traceback, or never
        if uri.endswith(".md") and not re.search(r"[\sA-Z]", uri):  # or its address is no address
            files.append(_stand_in(file, config))


def tell_settings(config: MkDocsConfig, found: Iterable[tuple[tuple[str | int, ...], str]]) -> None:
    """Report what is wrong with keys of `extra`, each with its line in the recipe."""
    file = Path(config.config_file_path).name
    tell(told_at(lines_in(text_of_recipe(config), file=file, path=("extra",), data={}), found))


def not_made(config: MkDocsConfig) -> tuple[str, ...]:
    """Return patterns of the files that this build does not make, for want of a hook, an address or a source."""
    idle = () if guide_of(config).site.address.startswith("https://") else FOR_READERS
    left_out = (made for hook, made in MADE.items() if hook in idle or is_left_out(config, hook))
    return (*config.extra[UNMADE], *chain.from_iterable(left_out))


def _works(guide: Guide) -> Mapping[str, tuple[str, frozenset[str]]]:
    """Return the hooks on whose work others rest: what is said without it, and patterns of what is then not there."""
    exercises, folders = guide.catalogue.exercises.values(), {posixpath.dirname(uri) for uri in guide.data}
    drawn = guide.diagrams is not None or any(frame.pose for each in exercises for frame in each.frames)
    printed = bool(exercises) and f"{CARDS}/index.md" in guide.addresses
    plain = "the pages of {}/ are plain pages, and no menu lists them"
    claims = (f"{EVIDENCE}/*", f"{CHARTS}/*", *guide.ledger.labels)
    works = {
        "cite_claims": (bool(guide.ledger.claims), "claims are neither cited nor listed", claims),
        "show_exercises": (EXERCISES in folders, plain.format(EXERCISES), (f"{EXERCISES}/*",)),
        "draw_figures": (drawn, "no figures are drawn", DRAWN[DIAGRAMS]),
        "print_cards": (printed, "no cards are printed", (f"{CARDS}/*", f"{SHORT}/*")),
        "index_faq": (QUESTIONS in folders, plain.format(QUESTIONS), (f"{QUESTIONS}/*",)),
        "ask_today": (guide.today is not None, f"the questions of {TODAY}/ are not asked", (f"{TODAY}/*",)),
    }
    return {hook: (what, frozenset(patterns)) for hook, (has, what, patterns) in works.items() if has}


def _parts(guide: Guide) -> Mapping[str, str]:
    """Return the hooks that add a part to pages, where this guide has one for them: what is said without it."""
    words, glossary = guide.words, guide.pages.get(GLOSSARY)
    parts = {
        "explain_terms": (glossary and glossary.terms, "the terms of the glossary are neither explained nor listed"),
        "index_search": (words and words.search, "the pages have no search"),
        "dress_pages": (words and words.frame, "the pages have no stylesheet"),
        "keep_offline": (keep_view(guide), "readers can keep nothing for times without a network"),
    }
    return {hook: what for hook, (has, what) in parts.items() if has}


def _is_unmade(config: MkDocsConfig, files: Files) -> Callable[[Any, str], bool]:
    """Return what tells whether an address on a page leads to what no hook of this build makes."""
    patterns: tuple[str, ...] = config.extra[UNMADE]

    def is_unmade(md: Any, address: str) -> bool:  # noqa: ANN401 only the kit imports Markdown
        page = md.treeprocessors["relpath"].file  # MkDocs' own, which knows the page
        url = urlsplit(address)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.src_uri), unquote(url.path)))
        here = files.src_uris.keys() | {file.dest_uri for file in files}
        return (
            not url.scheme and not url.netloc and path not in here and any(fnmatchcase(path, each) for each in patterns)
        )

    return is_unmade


def _keep_unlisted(guide: Guide, files: Files, config: MkDocsConfig) -> None:
    """Keep the pages that no hook lists out of the navigation, so that no check misses them there."""
    for uri in guide.data & files.src_uris.keys():
        if is_left_out(config, LISTED[posixpath.dirname(uri)]):
            files.src_uris[uri].inclusion = InclusionLevel.NOT_IN_NAV


def dialect_of(config: MkDocsConfig) -> Dialect:
    """Return the Markdown of the recipe, without what hooks add to it: that is ours, and is safe."""
    names = tuple(each for each in config.markdown_extensions if isinstance(each, str))
    settings = config.mdx_configs or {}
    written = re.sub(r" at 0x[0-9a-f]+", "", repr((names, settings)))  # where an object lies changes with each build
    return Dialect(names, written, settings)


def _rename(files: Files, config: MkDocsConfig) -> None:
    """Give each data file that is read under another name than its own that name, so that nothing misses it."""
    for wrong, right in misnamed(files.src_uris).items():
        file = files.src_uris[wrong]
        files.remove(file)
        add(files, config, {right: file.content_bytes})


def _stand_in(file: File, config: MkDocsConfig) -> File:
    """Return a page in place of one that cannot be read, so that links and the menu still lead somewhere."""
    return File.generated(config, file.src_uri, content=INSTEAD.format(file.name), inclusion=file.inclusion)


def scripts_of(files: Files) -> Mapping[str, File]:
    """Return the files of the guide's scripts, by path."""
    return {uri: each for uri, each in files.src_uris.items() if uri.startswith(SCRIPTS) and uri.endswith(".js")}


def pictures(config: MkDocsConfig) -> Pictures:
    """Return the figures and diagrams of this build's guide, drawn once; what did not change comes from the shelf."""
    return pictures_of(
        guide_of(config), kept(config, "figures"), code_of("bodies", "figures"), kept(config, "diagrams")
    )


def wanted(config: MkDocsConfig, files: Files) -> tuple[Wanted | None, list[Problem]]:
    """Return what this build's guide wants printed, or None where it has no words for that, and odd image files."""

    def read(uri: str) -> bytes:
        return files.src_uris[uri].content_bytes

    return wanted_of(guide_of(config), pictures(config), read, guarded=not is_left_out(config, "guard_pages"))


@lru_cache(maxsize=8)
def code_of(*folders: str) -> str:
    """Return a key of the code in some folders of the kit: what it made before is made again when it changes."""
    kit = Path(__file__).parent / "kit"
    return code_key(file.read_bytes() for name in folders for file in sorted((kit / name).glob("*.py")))


def records_in(guide: Guide, files: Files, uris: Iterable[str]) -> Iterator[Record]:
    """Yield what was read of each of these files of data that is there."""
    for uri in uris:
        if uri in files.src_uris:
            record, _ = read_yaml(files.src_uris[uri].content_bytes, file=f"{guide.docs}/{uri}")
            if record is not None:
                yield record


def lacking_in(files: Files, config: MkDocsConfig, fonts: Sequence[bytes], texts: Iterable[str]) -> frozenset[str]:
    """Return the letters in texts that the fonts lack, and report where they stand, each place once in a build."""
    guide = guide_of(config)

    def records() -> Iterator[Record]:
        recipe = Path(config.config_file_path).name
        yield lines_in(text_of_recipe(config), file=recipe, path=(), data={"site_name": config.site_name})
        yield from (matter.record for matter in guide.matters.values())
        yield from records_in(guide, files, SET)

    letters, problems = lacking(texts, fonts, records)
    tell_once(config, problems)
    return letters


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


def lacks(config: MkDocsConfig, hook: str, what: str) -> bool:
    """Return whether a hook is left out, and say in one plain line what is not shown for want of it; nothing fails."""
    if not is_left_out(config, hook):
        return False
    log.info("%s: %s.py is not among the hooks.", what, hook)
    return True


def add(files: Files, config: MkDocsConfig, contents: Mapping[str, str | bytes]) -> None:
    """Add generated files by address; pages among them stay out of the menu. A written file at such a place is told."""
    written = {file.dest_uri.casefold(): file for file in files if is_written(file, config)}
    for uri, content in contents.items():
        inclusion = InclusionLevel.NOT_IN_NAV if uri.endswith(".md") else InclusionLevel.UNDEFINED
        made = File.generated(config, uri, content=content, inclusion=inclusion)
        old = written.get(made.dest_uri.casefold())
        if old is not None:
            tell([problem(f"{guide_of(config).docs}/{old.src_uri}", 0, "made", MADE_ALREADY)])
        if (old := old or files.get_file_from_path(uri)) is not None:
            files.remove(old)
        files.append(made)


def offer(context: TemplateContext, config: MkDocsConfig, **parts: object) -> None:
    """Add parts to `view`, which is all that our templates show, and give them the words of the guide."""
    view = context.setdefault("view", {})  # type: ignore[typeddict-item] # our templates read it
    view.update(parts)
    context["words"] = guide_of(config).words  # type: ignore[typeddict-unknown-key]


def tools_of(files: Files, templates: Path, *, threads: int = 1) -> Tools:
    """Return what sets documents: the fonts among the files, the templates in a folder, a key of the code above it."""
    fonts = [file.content_bytes for file in files if PurePosixPath(file.src_uri).match(FONTS)]
    texts = {each.name: each.read_bytes() for each in sorted(templates.iterdir())}
    code = code_key(file.read_bytes() for file in sorted(templates.parent.glob("*.py")))
    return Tools(fonts, texts, threads, code)


@contextmanager
def desk() -> Iterator["Folder"]:
    """Give a folder to work in, which is gone afterwards."""
    with TemporaryDirectory() as folder:
        yield Folder(Path(folder))


@lru_cache(maxsize=2)
def menu_titles(nav: Navigation) -> Mapping[str, str]:
    """Return what the menu calls each page, by path."""
    return {page.file.src_uri: str(page.title) for page in nav.pages if page.title}


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

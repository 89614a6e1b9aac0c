"""The guide of a build, read by the first hook that asks for it, and how hooks add to the build and its pages."""

import gc
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from kit.cards.lacking import lacking
from kit.cards.print_order import Wanted
from kit.guide import EXERCISES, QUESTIONS, SET, Guide
from kit.pictures import Pictures, pictures_of, wanted_of
from kit.problem import Problem, problem
from kit.reading.guide import read_guide
from kit.reading.places import misnamed
from kit.reading.today import without_today
from kit.record import Record, lines_in, read_yaml, twice_in
from kit.settings import told_at
from kit.unmade import UnmadeExtension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils.templates import TemplateContext
from site_disk import code_of, kept
from site_log import tell, tell_once
from site_sources import is_left_out, is_written, sources_of, text_of_recipe
from site_unmade import LEFT_OUT, UNMADE, lacks, not_made, parts, unmade_test, works

gc.set_threshold(50_000)
"""New objects after which Python looks for those that nothing needs. What a build makes lives to its end: at 700, as
Python has it, 0.4 s of a build of 6 went into looking, and a third of that is left."""

KEY = "guide"
"""The one key of `config.extra` that hooks pass on to each other: the guide of this build."""
SHARED = ("settings", "words", "files")
"""Subjects whose problems are told by whichever hook reads the guide."""
LISTED = {EXERCISES: "show_exercises", QUESTIONS: "index_faq"}
"""The folders whose pages a hook adds to the navigation."""
MADE_ALREADY = "the build makes a file at this address itself, and this one would be lost. Rename it."
INSTEAD = "# {}\n\nThis page cannot be shown: there is a mistake in its file.\n"
"""What stands in place of a page that is lacking or cannot be read, in a build that fails for it."""


def guide_of(config: MkDocsConfig, files: Files | None = None) -> Guide:
    """Return the guide of this build; the first hook that asks has to bring the files, and reads it."""
    found = config.extra.get(KEY)
    if isinstance(found, Guide):
        return found
    if twice := twice_in(text_of_recipe(config), file=Path(config.config_file_path or "mkdocs.yml").name):
        raise PluginError("\n".join(map(str, twice)))  # what was said first is gone, and all that rests on it
    guide = read_guide(sources_of(files or Files([]), config))
    left_out = {hook: patterns for hook, (what, patterns) in works(guide).items() if lacks(config, hook, what)}
    config.extra[KEY] = guide = without_today(guide) if "ask_today" in left_out else guide
    config.extra[UNMADE] = tuple(sorted(guide.unmade.union(*left_out.values())))  # what the link check is to leave
    config.extra[LEFT_OUT] = not_made(config, guide)
    for hook, what in parts(guide).items():
        lacks(config, hook, what)
    if files is not None:
        _rename(files, config)
        _put_others(guide, files, config)
    if files is not None and left_out:
        labels, is_unmade = guide.ledger.labels & frozenset().union(*left_out.values()), unmade_test(config, files)
        config.markdown_extensions.append(UnmadeExtension(labels, is_unmade))  # type: ignore[arg-type] # Markdown takes objects
    tell(_of_theme(config))
    for subject in SHARED:
        tell(guide.problems.get(subject, ()))
    if files is not None and config.nav:
        _keep_unlisted(guide, files, config)
    return guide


def _of_theme(config: MkDocsConfig) -> list[Problem]:
    """Return what is wrong with the language of the theme: `no` alone is no text in YAML."""
    language, file = config.theme.get("language", "en"), Path(config.config_file_path or "mkdocs.yml").name
    if isinstance(language, str):
        return []
    line = lines_in(text_of_recipe(config), file=file, path=("theme",), data={}).line("language")
    text = f'expected text such as "en", found {str(language).lower()}. Put it in quotation marks.'
    return [problem(file, line, "theme.language", text)]


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


def _keep_unlisted(guide: Guide, files: Files, config: MkDocsConfig) -> None:
    """Keep the pages that no hook lists out of the navigation, so that no check misses them there."""
    for uri in guide.data & files.src_uris.keys():
        if is_left_out(config, LISTED[posixpath.dirname(uri)]):
            files.src_uris[uri].inclusion = InclusionLevel.NOT_IN_NAV


def _rename(files: Files, config: MkDocsConfig) -> None:
    """Give each data file that is read under another name than its own that name, so that nothing misses it."""
    for wrong, right in misnamed(files.src_uris).items():
        file = files.src_uris[wrong]
        files.remove(file)
        add(files, config, {right: file.content_bytes})


def _stand_in(file: File, config: MkDocsConfig) -> File:
    """Return a page in place of one that cannot be read, so that links and the menu still lead somewhere."""
    return File.generated(config, file.src_uri, content=INSTEAD.format(file.name), inclusion=file.inclusion)


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


@lru_cache(maxsize=2)
def menu_titles(nav: Navigation) -> Mapping[str, str]:
    """Return what the menu calls each page, by path."""
    return {page.file.src_uri: str(page.title) for page in nav.pages if page.title}

"""Which entries of the settings fit nothing in a build: they are out of date, or have a slip."""

import posixpath
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from site_link_check.problem import did_you_mean
from site_link_check.read.lines import Path, front_matter
from site_link_check.read.recipe import MadeFile
from site_link_check.read.site import Site
from site_link_check.settings import LinkSettings


def fitting_nothing(
    settings: LinkSettings,
    site: Site,
    made: Sequence[MadeFile],
    *,
    unmade: Sequence[str] = (),
    left_out: Sequence[str] = (),
) -> Iterator[tuple[Path, str, str]]:
    """Yield path, rule and text for each entry of the settings that nothing fits.

    `unmade` are patterns of pages that another build makes, `left_out` those of files that this one leaves out.
    """
    patterns: list[tuple[Path, str]] = [(("states", each), each) for each in settings.states]
    patterns += [(("promises", number, "pages"), each.pages) for number, each in enumerate(settings.promises)]
    pages = {name for file in made for name in (file.source, site.shown(file.name)) if name}
    for path, pattern in patterns:
        if any(fnmatchcase(page, pattern) for page in pages) or any(fnmatchcase(pattern, each) for each in unmade):
            continue
        rule = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
        yield path, rule, f'no page fits "{pattern}".{did_you_mean(pattern, pages)}'
    if not unmade:
        yield from _unused_needlessly(settings, made, left_out)
        yield from _keys_of_nothing(settings, made)


def _unused_needlessly(
    settings: LinkSettings, made: Sequence[MadeFile], left_out: Sequence[str]
) -> Iterator[tuple[Path, str, str]]:
    """Yield path, rule and text for each pattern of files that nothing has to use, where no file fits it."""
    names = {file.source for file in made if not file.source.endswith((".md", ".markdown"))}
    folders = {f"{posixpath.dirname(name)}/*" for name in names if "/" in name}
    meant = {*names, *folders, *(f"*{posixpath.splitext(name)[1]}" for name in names)} - {"*"}
    for number, pattern in enumerate(settings.unused):
        is_left_out = any(fnmatchcase(pattern, each) or fnmatchcase(each, pattern) for each in left_out)
        if not is_left_out and not any(fnmatchcase(name, pattern) for name in names):
            yield ("unused", number), f"unused.{number + 1}", f'no file fits "{pattern}".{did_you_mean(pattern, meant)}'


def _keys_of_nothing(settings: LinkSettings, made: Sequence[MadeFile]) -> Iterator[tuple[Path, str, str]]:
    """Yield path, rule and text for each key of a promise that no page has in its front matter."""
    for number, promise in enumerate(settings.promises):
        pages = [file for file in made if file.text is not None and fnmatchcase(file.source, promise.pages)]
        key = promise.key.split(".")[0]
        if pages and not any(key in _keys(file) for file in pages):
            near = did_you_mean(key, {each for file in pages for each in _keys(file)})
            text = f'no page that fits "{promise.pages}" has "{key}".{near}'
            yield ("promises", number, "key"), f"promises.{number + 1}.key", text


def _keys(file: MadeFile) -> set[str]:
    data, _ = front_matter(file.text or "")
    return {str(key) for key in data} if isinstance(data, dict) else set()

"""What the link check reads, put together from the plain facts of one build."""

import datetime as dt
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from site_link_check.check import Build
from site_link_check.fitting import fitting_nothing
from site_link_check.judge.reach import Record
from site_link_check.problem import Problem, problem
from site_link_check.read.address import home
from site_link_check.read.lines import Path, front_matter, lines_of, nearest
from site_link_check.read.markdown_source import snippets
from site_link_check.read.reader import Reader
from site_link_check.read.recipe import BESIDE, Disk, MadeFile, Nav, Recipe
from site_link_check.read.site import Site
from site_link_check.read.source import Sources, Text
from site_link_check.settings import LinkSettings, read_settings

TEMPLATES = (".html", ".xml", ".svg", ".css")
DATA = (".yml", ".yaml", ".json", ".toml", ".csv")
PLUGIN = "site_link_check"
INHERIT = re.compile(r"""^INHERIT:[ \t]*["']?(?P<path>[^"'#\n]+)""", re.MULTILINE)
REPOSITORY = re.compile(
    r"(?P<repository>https?://[^/]+/[^/]+/[^/]+)/(?P<verb>edit|blob|tree|raw|-/edit|-/blob)/(?P<branch>[^/]+)/"
)


@dataclass(frozen=True)
class Facts:
    """What one build made, as plain values: its files, its navigation, its names on disk, and how Markdown was read.

    `rendered` are the pages that this build rendered, or None when it rendered all; `unmade` are patterns of what it
    could not make, for reasons that are told elsewhere, and `left_out` of what nobody asked it to make.
    """

    made: Sequence[MadeFile]
    names: frozenset[str]
    nav: Nav = field(default_factory=Nav)
    reader: Reader = field(default_factory=Reader)
    rendered: frozenset[str] | None = None
    unmade: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def build_of(recipe: Recipe, facts: Facts, *, disk: Disk, today: dt.date) -> tuple[Build, list[Problem]]:
    """Return all that the link check reads about one build, and what is wrong with its settings."""
    configuration = list(_configuration(recipe, disk))
    lines = lines_of(configuration[0].text if configuration else "")
    above = (
        _settings_path(lines) if (recipe.docs != recipe.site and ("extra",) in lines) or ("plugins",) in lines else ()
    )
    shown, placed = _shown(recipe.file, recipe) if recipe.file else "settings", lines
    for each in configuration[1:]:  # a recipe that is inherited may hold the settings
        inherited = lines_of(each.text)
        if (not above or above not in placed) and (path := _settings_path(inherited)) in inherited:
            shown, placed, above = each.file, inherited, path
    own = {path[len(above) :]: line for path, line in placed.items() if path[: len(above)] == above}
    settings, problems = read_settings(recipe.links, own, file=shown)
    names, built = facts.names, [file for file in facts.made if file.name in facts.names and not file.withheld]
    made_from = {file.name: file.source for file in built}
    docs = _shown(recipe.docs, recipe)
    pages = {
        file.name: Text(f"{docs}/{file.source}" if docs != "." else file.source, file.text, file.is_output)
        for file in built
        if file.text is not None and not file.made_by
    }
    folder, repository = _edit_folder(recipe)
    in_repository = relative(recipe.docs, recipe.repository) if recipe.repository else folder
    site = Site(
        home(recipe.site_url),
        names,
        made_from,
        {file.name: file.source for file in facts.made if file.withheld},
        docs,
        recipe.directory_urls,
        repository,
        written={name: frozenset(reading.links) for name, reading in facts.reader.readings.items()},
        families=_families(built),
        roots_docs=recipe.roots_docs,
        versions=recipe.versions,
        kept=frozenset(made_from) - facts.rendered if facts.rendered is not None else frozenset(),
        output=_shown(recipe.site, recipe) if recipe.site else "site",
    )
    problems += [
        problem(shown, nearest(own, path), rule, text)
        for path, rule, text in fitting_nothing(
            settings, site, facts.made, unmade=facts.unmade, left_out=facts.left_out
        )
    ]
    outputs = {file.name for file in built if file.is_output}
    beside = posixpath.dirname(recipe.file) if recipe.file else recipe.root
    texts = {}
    for key in ("inventory", "baseline"):
        name = getattr(settings, key)
        texts[key] = text = disk.text(name if on_drive(name) else posixpath.join(beside, name)) if name else ""
        if text is None and key == "inventory":
            wrong = f'there is no file "{name}".'
            problems.append(problem(shown, nearest(own, (key,)), key, wrong))
    build = Build(
        site=site,
        sources=Sources(
            pages,
            _included(pages, recipe, disk),
            (configuration, *_others(pages, settings, recipe, disk)),
            {file.name: file.made_by for file in built if file.made_by},
            lambda name: _output(name, recipe, disk) if name in outputs else None,
            recipe.snippets,
        ),
        settings=settings,
        today=today,
        nav=facts.nav,
        reader=facts.reader,
        records=_records(pages, made_from, settings),
        line_of=lambda path: nearest(lines, path),
        settings_path=above,
        inventory=texts["inventory"] or "",
        baseline=texts["baseline"] or "",
        edit_folders=(folder, in_repository),
        history=disk.history,
        rendered=facts.rendered,
        unmade=facts.unmade,
        left_out=tuple(each for each in facts.left_out if each != "*"),  # which means that nobody knows
    )
    return build, problems


def _configuration(recipe: Recipe, disk: Disk) -> Iterator[Text]:
    """Yield the recipe and those that it inherits from, the nearest first."""
    file, seen = recipe.file, set[str]()
    while file and file not in seen and (text := disk.text(file)) is not None:
        yield Text(_shown(file, recipe), text)
        seen.add(file)
        above = INHERIT.search(text)
        file = posixpath.normpath(posixpath.join(posixpath.dirname(file), above["path"].strip())) if above else ""


def _output(name: str, recipe: Recipe, disk: Disk) -> Text | None:
    path = posixpath.join(recipe.site, name)
    text = disk.text(path)
    return None if text is None else Text(_shown(path, recipe), text, is_output=True)


def _settings_path(lines: Mapping[Path, int]) -> Path:
    """Return where the settings stand in the configuration: under the plugin, or under `extra.links`."""
    found = (path for path in lines if len(path) == 3 and path[0] == "plugins" and path[2] == PLUGIN)  # noqa: PLR2004
    return next(found, ("plugins", PLUGIN) if ("plugins", PLUGIN) in lines else ("extra", "links"))


def _families(built: Sequence[MadeFile]) -> dict[str, dict[str, str]]:
    """Return for each page what the build that made it made of each source, where builds were within the build."""
    if len({file.family for file in built}) < 2:  # noqa: PLR2004 one is the whole
        return {}
    made: dict[int, dict[str, str]] = {}
    for file in built:
        made.setdefault(file.family, {})[file.source] = file.name
    return {file.name: made[file.family] for file in built}


def _others(pages: Mapping[str, Text], settings: LinkSettings, recipe: Recipe, disk: Disk) -> Iterator[list[Text]]:
    """Yield the groups of files to search for a link that no page holds, the nearest group first."""
    yield (
        _texts([path for path in disk.files(recipe.templates) if path.endswith(TEMPLATES)], recipe, disk)
        if recipe.templates
        else []
    )
    texts = [text for text in pages.values() if text.file.endswith(DATA)]
    beside = posixpath.dirname(recipe.file)
    more = (
        [
            path
            for path in disk.files(beside)
            if any(fnmatchcase(relative(path, beside), each) for each in settings.search)
        ]
        if settings.search
        else []
    )
    yield [*texts, *_texts(more, recipe, disk)]
    yield [Text(text.file, _head(text.text)) for text in pages.values() if text.text.startswith("---")]
    yield _texts(recipe.hooks, recipe, disk)


def _included(pages: Mapping[str, Text], recipe: Recipe, disk: Disk) -> dict[str, Text]:
    """Return each snippet that pages name, also through others, by the path that names it.

    One that is looked for beside the page has the folder of that page before its path.
    """
    found: dict[str, Text] = {}
    if recipe.snippets is None:
        return found
    written = [text for text in pages.values() if text.is_markdown]
    waiting = [
        (path, posixpath.dirname(text.file))
        for text in written
        if "8<-" in text.text
        for path, _ in snippets(text.text)
    ]
    appended = list(map(str, recipe.snippets.get("auto_append") or ()))
    waiting += [(path, folder) for folder in {posixpath.dirname(text.file) for text in written} for path in appended]
    seen: set[tuple[str, str]] = set()
    while waiting:
        path, beside = waiting.pop()
        for name in (path, path.split(":")[0]):
            if (name, beside) in seen or "://" in path:
                continue
            seen.add((name, beside))
            for base in recipe.snippets.get("base_path", ["."]):
                folder = beside if base == BESIDE else base
                text = disk.text(posixpath.normpath(posixpath.join(recipe.root, folder, name)))
                if text is not None:
                    shown = _shown(posixpath.normpath(posixpath.join(recipe.root, folder, name)), recipe)
                    found[posixpath.join(beside, name) if base == BESIDE else name] = Text(shown, text)
                    waiting += [(inner, beside) for inner, _ in snippets(text)]
                    break
    return found


def _edit_folder(recipe: Recipe) -> tuple[str, str]:
    """Return the folder in which the edit links look, and the address at which a repository shows it."""
    edit = REPOSITORY.match(recipe.edit_address)
    if edit is None:
        return (relative(recipe.docs, recipe.repository) if recipe.repository else ""), ""
    folder = recipe.edit_address[edit.end() :].strip("/")
    return folder, f"{edit['repository']}/blob/{edit['branch']}/{folder}/"


def _texts(paths: Sequence[str], recipe: Recipe, disk: Disk) -> list[Text]:
    found = ((path, disk.text(path)) for path in sorted(paths))
    return [Text(_shown(path, recipe), text) for path, text in found if text is not None]


def _shown(path: str, recipe: Recipe) -> str:
    return relative(path, recipe.root)


def relative(path: str, folder: str) -> str:
    """Return a path from a folder, or the whole path where it is on another drive; both with forward slashes."""
    if not on_drive(path):
        return posixpath.relpath(path, folder)
    return path if path[:2].casefold() != folder[:2].casefold() else posixpath.relpath(path[2:], folder[2:])


def on_drive(path: str) -> bool:
    """Tell whether a path begins with the letter of a drive, as on Windows."""
    return path[1:2] == ":"


def _records(pages: Mapping[str, Text], made_from: Mapping[str, str], settings: LinkSettings) -> dict[str, Record]:
    """Return file, data and lines of the front matter of each source that has a key of a promise."""
    keys = tuple(promise.key.split(".")[0] + ":" for promise in settings.promises)
    kept = ((made_from[name], text) for name, text in pages.items() if text.is_markdown)
    return {
        source: (text.file, *front_matter(text.text)) for source, text in kept if any(key in text.text for key in keys)
    }


def _head(text: str) -> str:
    end = text.find("\n---", 3)
    return text[: max(0, end)]

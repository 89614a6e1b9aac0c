"""What the link check reads, put together from the plain facts of one build."""

import datetime as dt
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

import yaml
from kit.front_matter import read
from kit.links.address import home
from kit.links.link_check import Build
from kit.links.link_settings import LinkSettings
from kit.links.markdown_source import snippets
from kit.links.recipe import Disk, MadeFile, Nav, Recipe
from kit.links.site import Site
from kit.links.source import Sources, Text
from kit.problem import Problem, problem
from kit.record import Path, Record, check

TEMPLATES = (".html", ".xml", ".svg", ".css")
DATA = (".yml", ".yaml", ".json", ".toml", ".csv")
REPOSITORY = re.compile(
    r"(?P<repository>https?://[^/]+/[^/]+/[^/]+)/(?P<verb>edit|blob|tree|raw|-/edit|-/blob)/(?P<branch>[^/]+)/"
)


def build_of(  # noqa: PLR0913 six plain facts of one build
    recipe: Recipe, made: Sequence[MadeFile], *, nav: Nav, names: frozenset[str], disk: Disk, today: dt.date
) -> tuple[Build, list[Problem]]:
    """Return all that the link check reads about one build, and what is wrong with its settings."""
    configuration = _texts([recipe.file], recipe, disk)
    lines = _lines(configuration[0].text if configuration else "")
    own = {path[2:]: line for path, line in lines.items() if path[:2] == ("extra", "links")}
    found, problems = check(Record(_shown(recipe.file, recipe), recipe.links or {}, own), LinkSettings)
    settings = found or LinkSettings()
    built = [file for file in made if file.name in names and not file.withheld]
    made_from = {file.name: file.source for file in built}
    docs = _shown(recipe.docs, recipe)
    pages = {
        file.name: Text(f"{docs}/{file.source}", file.text)
        for file in built
        if file.text is not None and not file.made_by
    }
    folder, repository = _edit_folder(recipe)
    in_repository = _relative(recipe.docs, recipe.repository) if recipe.repository else folder
    site = Site(
        home(recipe.site_url),
        names,
        made_from,
        {file.name: file.source for file in made if file.withheld},
        docs,
        recipe.directory_urls,
        repository,
    )
    included = _included(pages, recipe, disk)
    inventory = (
        disk.text(posixpath.join(posixpath.dirname(recipe.file), settings.inventory)) if settings.inventory else ""
    )
    if inventory is None:
        problems.append(
            problem(
                _shown(recipe.file, recipe),
                own.get(("inventory",), 0),
                "inventory",
                f'there is no file "{settings.inventory}".',
            )
        )
    build = Build(
        site=site,
        sources=Sources(
            pages,
            included,
            (configuration, *_others(pages, settings, recipe, disk)),
            {file.name: file.made_by for file in built if file.made_by},
        ),
        settings=settings,
        today=today,
        nav=nav,
        records=_records(pages, made_from, settings),
        line_of=lambda path: lines.get(path, 0),
        inventory=inventory or "",
        has_snippets=recipe.snippets is not None,
        edit_folders=(folder, in_repository),
        history=disk.history,
    )
    return build, problems


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
            if any(fnmatchcase(_relative(path, beside), each) for each in settings.search)
        ]
        if settings.search
        else []
    )
    yield [*texts, *_texts(more, recipe, disk)]
    yield [Text(text.file, _head(text.text)) for text in pages.values() if text.text.startswith("---")]
    yield _texts(recipe.hooks, recipe, disk)


def _included(pages: Mapping[str, Text], recipe: Recipe, disk: Disk) -> dict[str, Text]:
    """Return each snippet that pages name, also through others, by the path that names it."""
    found: dict[str, Text] = {}
    if recipe.snippets is None:
        return found
    bases = recipe.snippets.get("base_path", ["."])
    folders = [str(base) for base in (bases if isinstance(bases, list) else [bases])]
    waiting = [text for text in pages.values() if text.is_markdown and "8<--" in text.text]
    while waiting:
        for path, _ in snippets(waiting.pop().markdown):
            name = path.split(":")[0]
            if name in found or "://" in name:
                continue
            for folder in folders:
                file = posixpath.normpath(posixpath.join(recipe.root, folder, name))
                if (text := disk.text(file)) is not None:
                    found[name] = Text(_shown(file, recipe), text)
                    waiting.append(found[name])
                    break
    return found


def _edit_folder(recipe: Recipe) -> tuple[str, str]:
    """Return the folder in which the edit links look, and the address at which a repository shows it."""
    edit = REPOSITORY.match(recipe.edit_address)
    if edit is None:
        return (_relative(recipe.docs, recipe.repository) if recipe.repository else ""), ""
    folder = recipe.edit_address[edit.end() :].strip("/")
    return folder, f"{edit['repository']}/blob/{edit['branch']}/{folder}/"


def _texts(paths: Sequence[str], recipe: Recipe, disk: Disk) -> list[Text]:
    found = ((path, disk.text(path)) for path in sorted(paths))
    return [Text(_shown(path, recipe), text) for path, text in found if text is not None]


def _shown(path: str, recipe: Recipe) -> str:
    return _relative(path, recipe.root)


def _relative(path: str, folder: str) -> str:
    return posixpath.relpath(path, folder)


def _records(pages: Mapping[str, Text], made_from: Mapping[str, str], settings: LinkSettings) -> dict[str, Record]:
    """Return the front matter of each source that has a key of a promise."""
    keys = tuple(promise.key.split(".")[0] + ":" for promise in settings.promises)
    kept = ((made_from[name], text) for name, text in pages.items() if text.is_markdown)
    found = (
        (source, read(text.text.encode(), file=text.file)[0])
        for source, text in kept
        if any(key in text.text for key in keys)
    )
    return {source: front_matter.record for source, front_matter in found if front_matter is not None}


def _head(text: str) -> str:
    end = text.find("\n---", 3)
    return text[: max(0, end)]


def _lines(text: str) -> dict[Path, int]:
    """Return the line of each key of a YAML text, whatever its tags."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return {}
    return dict(_marks(node, ())) if node else {}


def _marks(node: yaml.Node, path: Path) -> Iterator[tuple[Path, int]]:
    yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _marks(value, (*path, key.value))
            yield (*path, key.value), key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _marks(item, (*path, number))

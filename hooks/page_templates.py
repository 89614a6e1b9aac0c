"""Which templates are those of pages: they show what Markdown made of a page."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import nodes
from kit.problem import Problem, did_you_mean
from kit.record import lines_in
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from site_guide import guide_of
from site_log import tell
from site_sources import text_of_recipe

MAIN = "main.html"
"""The template of a page that names none: what it is built on is a frame, and no template of pages."""
WORDS = ("page", "content")
Blocks = dict[str, list[nodes.Block]]
"""What the blocks of a template hold, by name: what it says itself, then what those say that it is built on."""


def is_of_pages(env: Any, name: str) -> bool:  # noqa: ANN401 only MkDocs may import Jinja
    """Return whether a template shows the words of a page; False where there is no such template."""
    found: dict[str, bool] = _kept_by(env, "of_pages")
    if name not in found:
        found[name] = False
        with suppress(LookupError):
            found[name] = name not in list(_trees(env, MAIN))[1:] and any(map(_is_words, _shown_of(env, name, set())))
    return found[name]


def templates_of_pages(env: Any) -> list[str]:  # noqa: ANN401 only MkDocs may import Jinja
    """Return the names of all templates of pages, but those in folders, sorted."""
    return sorted(name for name in env.list_templates(["html"]) if "/" not in name and is_of_pages(env, name))


def _trees(env: Any, name: str) -> dict[str, nodes.Template]:  # noqa: ANN401
    """Return what a template says, and then those that it is built on; raise LookupError where one is not there."""
    parsed: dict[str, nodes.Template] = _kept_by(env, "parsed")
    trees: dict[str, nodes.Template] = {}
    while name and name not in trees:
        if name not in parsed:
            parsed[name] = env.parse(env.loader.get_source(env, name)[0])
        trees[name] = parsed[name]
        built_on = trees[name].find(nodes.Extends)
        name = _name_in(built_on) if built_on else ""
    return trees


def _kept_by(env: Any, name: str) -> dict[str, Any]:  # noqa: ANN401
    """Return what this build has found out about its templates already: two hooks ask the same."""
    if not hasattr(env, name):
        env.extend(**{name: {}})
    found: dict[str, Any] = getattr(env, name)
    return found


def _shown_of(env: Any, name: str, seen: set[str]) -> Iterator[nodes.Node]:  # noqa: ANN401
    """Yield all that a template shows, whichever of those it is built on says it; what is `seen` is not shown again."""
    seen.add(name)  # a part may hold itself
    trees = list(_trees(env, name).values())
    blocks: Blocks = {}
    for tree in trees:
        for block in tree.find_all(nodes.Block):
            blocks.setdefault(block.name, []).append(block)
    yield from _shown(env, trees[-1], blocks, seen)


def _shown(env: Any, node: nodes.Node, blocks: Blocks, seen: set[str]) -> Iterator[nodes.Node]:  # noqa: ANN401
    for each in node.iter_child_nodes():
        if isinstance(each, nodes.Block):
            for said in blocks[each.name]:  # the nearest first, then what it takes over
                yield from _shown(env, said, blocks, seen)
                if not any(_is_super(call) for call in said.find_all(nodes.Call)):
                    break
        elif isinstance(each, nodes.Include):
            if (part := _name_in(each)) not in seen:
                with suppress(LookupError):
                    yield from _shown_of(env, part, seen)
        else:
            yield each
            yield from _shown(env, each, blocks, seen)


def _name_in(node: nodes.Extends | nodes.Include) -> str:
    """Return the template that another one names; nothing where only a page can tell."""
    return str(node.template.value) if isinstance(node.template, nodes.Const) else ""


def _is_super(call: nodes.Call) -> bool:
    return isinstance(call.node, nodes.Name) and call.node.name == "super"


def _is_words(node: nodes.Node) -> bool:
    return (
        isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and (node.node.name, node.attr) == WORDS
    )


def tell_templates(env: Any, config: MkDocsConfig, files: Files) -> None:  # noqa: ANN401 only MkDocs may import Jinja
    """Report each page whose template is not there, or shows no words of a page, and give it that of other pages.

    Raise PluginError where the theme has no folder of templates: all of them are then not there.
    """
    guide = guide_of(config)
    for uri, page in guide.pages.items():
        file = files.get_file_from_path(uri)
        if page.template is None or file is None or file.page is None or "template" not in file.page.meta:
            continue
        if is_of_pages(env, page.template):
            continue
        record, names = guide.matters[uri].record, templates_of_pages(env)
        wrong = f'"{page.template}" is no template for the words of a page'
        if page.template not in env.list_templates():
            wrong = f'there is no template "{page.template}"'
            if config.theme.custom_dir is None:
                raise PluginError(str(lost_template(config, page.template)))
        text = f"{wrong}. Expected one of: {', '.join(names)}.{did_you_mean(page.template, names)}"
        tell([Problem(record.file, record.line("template"), 0, "template", text)])
        del file.page.meta["template"]


def lost_template(config: MkDocsConfig, name: str) -> Problem:
    """Return what to say of a template that the theme and its folder lack, at the setting to mend."""
    key = "name" if config.theme.custom_dir else "custom_dir"
    record = lines_in(text_of_recipe(config), file=Path(config.config_file_path).name, path=("theme",), data={})
    said = {
        "custom_dir": f'the theme "{config.theme.name}" has no template "{name}". Name the folder that has it here.',
        "name": f'the theme "{config.theme.name}" and the folder of theme.custom_dir have no template "{name}". '
        "Name the theme that the templates there stand on.",
    }
    return Problem(record.file, record.line(key), 0, f"theme.{key}", said[key])

"""Which templates are those of pages: they show what Markdown made of a page."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from jinja2 import nodes

MAIN = "main.html"
"""The template of a page that names none: what it is built on is a frame, and no template of pages."""
WORDS = ("page", "content")
Blocks = dict[str, list[nodes.Block]]
"""What the blocks of a template hold, by name: what it says itself, then what those say that it is built on."""


def is_of_pages(env: Any, name: str) -> bool:  # noqa: ANN401 only MkDocs may import Jinja
    """Return whether a template shows the words of a page; False where there is no such template."""
    with suppress(LookupError):
        return name not in list(_trees(env, MAIN))[1:] and any(map(_is_words, _shown_of(env, name, set())))
    return False


def templates_of_pages(env: Any) -> list[str]:  # noqa: ANN401 only MkDocs may import Jinja
    """Return the names of all templates of pages, but those in folders, sorted."""
    return sorted(name for name in env.list_templates(["html"]) if "/" not in name and is_of_pages(env, name))


def _trees(env: Any, name: str) -> dict[str, nodes.Template]:  # noqa: ANN401
    """Return what a template says, and then those that it is built on; raise LookupError where one is not there."""
    trees: dict[str, nodes.Template] = {}
    while name and name not in trees:
        trees[name] = env.parse(env.loader.get_source(env, name)[0])
        built_on = trees[name].find(nodes.Extends)
        name = _name_in(built_on) if built_on else ""
    return trees


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

"""A move: every text of a project as it has to be once a page, question or exercise has another name."""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from kit import front_matter
from kit.entry import SLUG
from kit.guide import EXERCISES, QUESTIONS, Guide
from kit.problem import Problem
from kit.questions.faq import INDEX
from kit.scaffold.yaml_edit import EditError, with_item, with_keys

CARDS = "c"
"""The folder of the pages behind the codes on cards, one for each exercise."""
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#|$", re.IGNORECASE)
MOVED = re.compile(r"^  moved:.*\n(?:    .*\n)*", re.MULTILINE)
EXTRA = re.compile(r"^extra:[ \t]*(?:#.*)?\n", re.MULTILINE)


@dataclass(frozen=True)
class Link:
    """A link in a Markdown text: where it begins, and its address."""

    start: int
    url: str


@dataclass(frozen=True)
class Move:
    """A page and where it goes, as paths in the guide."""

    old: str
    new: str

    @property
    def ids(self) -> tuple[str, str]:
        """The name of the file before and after, without its ending."""
        return posixpath.basename(self.old)[:-3], posixpath.basename(self.new)[:-3]


def move_of(old: str, new: str, guide: Guide) -> Move:
    """Return the move that two paths mean, written with `docs/` and `.md` or without; EditError says why not."""
    move = Move(_path(old, guide.docs), _path(new, guide.docs))
    if move.old not in guide.matters:
        raise EditError(f'from: "{old}" is no page that can be read, expected a path such as faq/shoes.md.')
    for part in move.new[:-3].split("/"):
        if re.fullmatch(SLUG, part) is None:
            raise EditError(f'to: expected small letters, digits and single hyphens in each part, found "{new}".')
    if move.new in guide.addresses:
        raise EditError(f'to: there is a page "{move.new}" already. Choose another name.')
    if INDEX in {posixpath.basename(move.old), posixpath.basename(move.new)}:
        raise EditError("to: the first page of a folder stays where it is: the folder has its name.")
    folders = posixpath.dirname(move.old), posixpath.dirname(move.new)
    if folders[0] != folders[1] and {*folders} & {QUESTIONS, EXERCISES}:
        raise EditError(f"to: questions and exercises stay in their folder. Begin with {folders[0] or 'no folder'}/.")
    if folders[0] == QUESTIONS and guide.faq is not None:
        names = {each: asked.id for asked in guide.faq.questions for each in asked.aliases}
        if names.get(move.ids[1], move.ids[0]) != move.ids[0]:
            raise EditError(f'to: "{move.ids[1]}" is another name of the question "{names[move.ids[1]]}".')
    return move


def moved(
    move: Move,
    texts: Mapping[str, str],
    *,
    docs: str,
    recipe: str,
    links: Callable[[str], Iterable[Link]],
) -> dict[str, str]:
    """Return the texts that change, by path in the project, the page itself under its old path.

    `texts` are those of the project; `recipe` is the path of its settings; `links` finds the links of a Markdown text.
    """
    changed = {}
    for path, text in texts.items():
        inside = path.removeprefix(f"{docs}/") if path.startswith(f"{docs}/") else None
        new = _with_paths(text, move, docs, path)
        if inside is not None and path.endswith(".md"):
            new = _with_links(new, inside, move, links)
        if inside == move.old:
            new = _with_old_name(new, move)
        if path == recipe and posixpath.dirname(move.old) != QUESTIONS:
            new = _with_redirects(new, move)
        if new != text:
            changed[path] = new
    return changed


def with_id(text: str, move: Move, problem: Problem) -> str:
    """Return a text in which the line of a problem that names the old id has the new one."""
    old, new = move.ids
    lines = text.split("\n")
    at = problem.line - 1
    if 0 <= at < len(lines):
        lines[at] = re.sub(rf"(?<![\w./-]){re.escape(old)}(?![\w./-])", new, lines[at])
    return "\n".join(lines)


def _path(text: str, docs: str) -> str:
    path = text.strip().strip("/").removeprefix(f"{docs}/")
    return path if path.endswith(".md") else f"{path}.md"


def _with_paths(text: str, move: Move, docs: str, path: str) -> str:
    """Return a text with the new path wherever data names the old one: in YAML, and in files outside the guide."""
    old, new = re.escape(move.old), move.new
    if path.startswith(f"{docs}/") and path.endswith(".md"):
        matter, _ = front_matter.read(text.encode(), file=path)
        end = matter.body_line - 1 if matter else 0
        lines = text.split("\n")
        head, rest = "\n".join(lines[:end]), "\n".join(lines[end:])
        separator = "\n" if end and end < len(lines) else ""
        return re.sub(rf"(?<![\w./-]){old}(?![\w/-]|\.\w)", new, head) + separator + rest
    if path.endswith(".yml"):
        return re.sub(rf"(?<![\w./-])((?:(?:\.\./)+|{re.escape(docs)}/)?){old}(?![\w/-]|\.\w)", rf"\g<1>{new}", text)
    return re.sub(rf"(?<![\w.-])({re.escape(docs)}/){old}(?![\w/-]|\.\w)", rf"\g<1>{new}", text)


def _with_links(text: str, page: str, move: Move, links: Callable[[str], Iterable[Link]]) -> str:
    """Return a page whose links lead to the new path, and, in the page that moves, from there."""
    here, there = posixpath.dirname(page), posixpath.dirname(move.new if page == move.old else page)
    for link in sorted(links(text), key=lambda each: -each.start):
        if OUTSIDE.match(link.url):
            continue
        path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link.url, re.DOTALL).groups()  # type: ignore[union-attr] # it fits any text
        target = posixpath.normpath(posixpath.join(here, unquote(path)))
        if target != move.old and here == there:
            continue
        onward = posixpath.relpath(move.new if target == move.old else target, there or ".")
        if onward != path:
            end = link.start + len(link.url)
            text = f"{text[: link.start]}{onward}{mark}{rest}{text[end:]}"
    return text


def _with_old_name(text: str, move: Move) -> str:
    """Return the page that moves with its new id, where it has one, and the old one as another name."""
    matter, problems = front_matter.read(text.encode(), file=move.old)
    if matter is None:
        raise EditError(str(problems[0]))
    if posixpath.dirname(move.old) != QUESTIONS:
        return text
    old, new = move.ids
    aliases = [each for each in matter.record.data.get("aliases") or () if each != new]
    if len(aliases) != len(matter.record.data.get("aliases") or ()):
        text = with_keys(text, matter, {"aliases": f" [{', '.join(aliases)}]"})
        matter = front_matter.read(text.encode(), file=move.old)[0] or matter
    text = with_item(text, matter, "aliases", old)
    matter = front_matter.read(text.encode(), file=move.old)[0] or matter
    return with_keys(text, matter, {"id": f" {new}"})


def _with_redirects(text: str, move: Move) -> str:
    """Return the settings with a line under `extra.moved` for the old address, and for that on cards."""
    pairs = [(move.old, move.new)]
    if posixpath.dirname(move.old) == EXERCISES:
        pairs.append(tuple(f"{CARDS}/{name}.md" for name in move.ids))  # type: ignore[arg-type] # there are two
    text = re.sub(rf"^    {re.escape(move.new)}: .*\n", "", text, flags=re.MULTILINE)
    lines = "".join(f"    {old}: {new}\n" for old, new in pairs)
    if found := MOVED.search(text):
        return text[: found.end()] + lines + text[found.end() :]
    if (extra := EXTRA.search(text)) is None:
        raise EditError('the settings have no line "extra:", expected one. Add it.')
    return (
        f"{text[: extra.end()]}  moved:  # where pages went: their old addresses lead on\n{lines}{text[extra.end() :]}"
    )

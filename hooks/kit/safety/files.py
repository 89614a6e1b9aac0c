"""Files from anyone: which kinds may be published, and which names a host would take for orders."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Any

from kit.entry import no_file
from kit.key_path import rule_of
from kit.pattern import fitting_nothing
from kit.problem import Problem, problem
from kit.record import Record
from kit.safety.address import as_browsers_read, fault_of
from kit.safety.characters import name_of, reason, shown, unseen
from kit.safety.drawing import drawing_problems
from kit.safety.lists import Lists
from kit.settings import Safe
from kit.text import UNSEEN

KINDS = ("*.md", "*.yml", "*.svg", "*.png", "*.jpg", "*.jpeg", "*.webp", "*.woff2")
"""Words, data, pictures and fonts: what a guide is made of."""
TEXTS = (".css", ".js", ".json", ".md", ".mjs", ".svg", ".txt", ".yml")
"""The ends of files that are text."""
BEGINS = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".webp": b"RIFF",
    ".woff2": b"wOF2",
}
"""How files that are no text begin."""
NAMES = (
    "_app.yaml _config.yml _headers _redirects _routes.json _worker.js .htaccess .htpasswd .nojekyll .user.ini "
    ".well-known 404.html ads.txt app.yaml clientaccesspolicy.xml cname crossdomain.xml firebase.json index.html "
    "netlify.toml now.json php.ini robots.txt sitemap.xml sitemap.xml.gz staticwebapp.config.json static.json "
    "vercel.json web.config wrangler.json wrangler.toml"
)
FOR_HOSTS = frozenset(NAMES.split())
"""Names that hosts, crawlers or browsers give a meaning to, in lower case."""
LIKE_ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]*:(?://|\\)\S+|(?:javascript|vbscript):|(?:data|file|blob):\S", re.IGNORECASE
)


def needless(safe: Safe, names: Collection[str]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the path of each setting about files that no file of the guide needs, and what is wrong with it."""
    for number, text in fitting_nothing(safe.files, names):
        yield ("safe", "files", number), text
    special = {part for name in names for part in name.split("/") if part.casefold() in FOR_HOSTS}
    for number, text in fitting_nothing(safe.names, special):
        yield ("safe", "names", number), text.replace("file", "name that web hosts obey", 1)


def name_problems(uri: str, *, file: str, published: bool, safe: Safe) -> list[Problem]:
    """Return what is wrong with the name of one file: its kind, or a part of it that a host gives a meaning to."""
    odd = unseen(uri)
    if odd:
        return [problem(shown(file, len(file) * 6), 0, "file-name", f"the name holds {name_of(odd[0][1])}. Rename it.")]
    if (wrong := no_file(uri)) is not None:
        return [problem(file, 0, "file-name", wrong)]
    special = [part for part in uri.split("/") if part.casefold() in FOR_HOSTS]
    if special and not any(fnmatchcase(part, name) for part in special for name in safe.names):
        text = f'web hosts obey "{special[0]}". Take it out, or name it under extra.safe.names in mkdocs.yml.'
        return [problem(file, 0, "file-name", text)]
    if published and not special and not any(fnmatchcase(uri, kind) for kind in (*KINDS, *safe.files)):
        ending = posixpath.splitext(uri)[1] or "without an ending"
        text = (
            f'files such as this one ("{ending}") are not published. Expected {", ".join(KINDS)}. '
            "Take it out, or name it under extra.safe.files in mkdocs.yml."
        )
        return [problem(file, 0, "file-kind", text)]
    return []


def content_problems(content: bytes, *, file: str) -> list[Problem]:
    """Return what is wrong in what one file holds: a drawing that does more than draw, characters that nobody sees."""
    ending = posixpath.splitext(file)[1]
    if not content.startswith(BEGINS.get(ending, b"")):
        return [
            problem(file, 0, "file-kind", f'this is no "{ending}" file, though its name says so. Save it again as one.')
        ]
    found = drawing_problems(content, file=file) if ending == ".svg" else []
    if not file.endswith(TEXTS) or (content.isascii() and content.decode().isprintable()):
        return found
    text = content.decode(errors="replace").removeprefix("\ufeff").replace("\r\n", "\n")
    if file.endswith((".md", ".yml")) and UNSEEN.search(text):
        return found  # whoever reads it tells
    told = {each.line for each in found}
    seen = {text.count("\n", 0, place) + 1: each for place, each in reversed(unseen(text))}
    return [*found, *(problem(file, line, "character", reason(seen[line])) for line in sorted(seen.keys() - told))]


def data_problems(record: Record, lists: Lists, *, told: Collection[Problem]) -> list[Problem]:
    """Return what is wrong in the texts of a record: unsafe addresses, and unseen characters written as escapes.

    What is told already of a key, or of a character on its line, is left out.
    """
    known = {(each.line, each.rule.rpartition(".")[2]) for each in told}
    found: set[Problem] = set()
    for path, text in _texts(record.data, ()):
        line, rule = record.line(*path), rule_of((*record.within, *path)) or "data"
        if known & {(line, rule.rpartition(".")[2]), (line, "character")}:
            continue
        found |= {problem(record.file, line, rule, reason(each)) for _, each in unseen(text)[:1]}
        read = as_browsers_read(text)
        if LIKE_ADDRESS.match(read) and (fault := fault_of(text, lists.schemes)) is not None:
            found.add(problem(record.file, line, rule, fault.text))
    return sorted(found)


def _texts(data: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:  # noqa: ANN401
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _texts(str(key), (*path, str(key)))
            yield from _texts(value, (*path, str(key)))
    elif isinstance(data, list | tuple):
        for number, value in enumerate(data):
            yield from _texts(value, (*path, number))


def seen_from(path: PurePath, folder: PurePath) -> str:
    """Return how a message names a file: from a folder, with forward slashes, and whole where that is on another drive.

    Both paths are absolute.
    """
    if path.drive.casefold() != folder.drive.casefold():
        return path.as_posix()
    return posixpath.relpath(path.as_posix()[len(path.drive) :], folder.as_posix()[len(folder.drive) :])

"""The listing: every file of a built site that a reader can keep, by what its bytes are, and how much that is."""

import json
import posixpath
import re
import zlib
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256
from urllib.parse import quote, urljoin

from kit.pattern import fitting_nothing
from kit.redirect import target_of
from kit.settings import Offline
from kit.shelf import Shelf, keep, kept

WORKER, FOLDER = "worker.js", "offline"
"""Where the worker is, at the root of the site, so that all of it is in its reach; and the folder of the lists."""
INDEX = "index.html"
UNASKED = (WORKER, f"{FOLDER}/*", "_headers", "robots.txt", "sitemap.xml*", "404.html", "*.zip")
"""What no page asks for."""
PACKED = re.compile(r"\.(png|woff2|zip|gz|jpe?g|webp)$")
"""Files that a web server does not pack once more."""
MEGABYTE = 1_000_000
WEIGHED = "weighed"
"""The name under which it is kept how much each file is, packed."""


@dataclass(frozen=True)
class Choice:
    """What is kept of a site: files by name, and pages that only send their readers on, with the address."""

    kept: Collection[str]
    moved: Mapping[str, str]


@dataclass(frozen=True)
class Listing:
    """The list of what is kept, as JSON, and a name for this very state of the site."""

    version: str
    text: str


def needless(
    offline: Offline, names: Collection[str], left_out: Collection[str]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the path of each setting that no file of a site needs, and what is wrong with it.

    `left_out` are patterns of files that this build does not make.
    """
    for number, text in fitting_nothing(offline.leave_out, names, left_out=left_out):
        yield ("offline", "leave_out", number), text
    for number, end in enumerate(offline.once_opened):
        for _, text in fitting_nothing([f"*{end}"], names, left_out=left_out):
            yield ("offline", "once_opened", number), text.replace("*", "").replace("fits", "ends in")


def choice(files: Mapping[str, bytes], *, leave_out: Iterable[str], once_opened: Iterable[str]) -> Choice:
    """Return what is kept of a site's files: all but those that fit a pattern, or end like what stays once opened."""
    unasked, ends = (*UNASKED, *leave_out), tuple(once_opened)
    wanted = [name for name in sorted(files) if not any(fnmatchcase(name, each) for each in unasked)]
    wanted = [name for name in wanted if not name.endswith(ends)]
    moved = {name: to for name in wanted if (to := _moved(name, files[name])) is not None}
    return Choice([name for name in wanted if name not in moved], moved)


def weight(files: Mapping[str, bytes], names: Iterable[str], shelf: Shelf) -> int:
    """Return how many bytes some files are on the way, packed as web servers pack them.

    The shelf knows what the same bytes weighed in the build before.
    """
    known = kept(shelf, WEIGHED, "") or {}
    signs = {name: sign(files[name]) for name in names}
    found = {each: known.get(each) or _packed(name, files[name]) for name, each in signs.items()}
    keep(shelf, WEIGHED, "", found)
    return sum(found[each] for each in signs.values())


def listing(
    files: Mapping[str, bytes], chosen: Choice, *, first: Collection[str], queries: Mapping[str, str]
) -> Listing:
    """Return the list: `first` are files to be fetched before others, `queries` what pages ask for some files with."""
    wanted = sorted(chosen.kept, key=lambda name: (name not in first, name))
    found = {
        "files": {_address(name) + queries.get(name, ""): sign(files[name]) for name in wanted},
        "moved": {_address(name): to for name, to in chosen.moved.items()},
        "bytes": sum(len(files[name]) for name in wanted),
    }
    text = json.dumps(found, separators=(",", ":")) + "\n"
    return Listing(sha256(text.encode()).hexdigest()[:12], text)


def sign(content: bytes) -> str:
    """Return the short sign by which the worker knows the bytes of a file."""
    return b64encode(sha256(content).digest()[:9]).decode()


def megabytes(number: int) -> int:
    """Return a number of bytes in whole megabytes, rounded up: no reader gets more than was said."""
    return -(-number // MEGABYTE)


def sized(page: bytes, sizes: Mapping[str, int]) -> bytes:
    """Return a page in which sizes in megabytes stand where the blanks for them stood."""
    for blank, size in sizes.items():
        page = page.replace(blank.encode(), str(megabytes(size)).encode())
    return page


def worker_script(script: str, *, version: str, away: str, once_opened: Iterable[str]) -> str:
    """Return the worker of one version; `away` is the page that stands in for those that are not kept."""
    site = json.dumps({"version": version, "away": away, "stays": list(once_opened)})
    return f"self.keptSite = {site};\n{script}"


def _packed(name: str, content: bytes) -> int:
    return len(content) if PACKED.search(name) else len(zlib.compress(content))


def _address(name: str) -> str:
    """Return what a page is asked for by: the address of a folder for its index."""
    folder, file = posixpath.split(name)
    return quote(name if file != INDEX else f"{folder}/" if folder else "")


def _moved(name: str, content: bytes) -> str | None:
    """Return the address that a page sends its readers on to, or None for one that stays."""
    target = target_of(content[:2000].decode("utf-8", "replace")) if name.endswith(INDEX) else None
    return None if target is None else urljoin(f"https://site/{_address(name)}", target).removeprefix("https://site/")

"""The archive: a site as one file, whose pages open from a disk, where no folder, module or font loads by itself."""

import html
import json
import posixpath
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from kit.offline.listing import INDEX, PACKED, UNASKED
from kit.pages.script import on_demand
from kit.pages.stylesheet import FONT
from kit.redirect import target_of

LINK = re.compile(r'(<(?:a|area|form|link)\b[^>]*?\s(?:href|action)=")([^"]*)(")')
ONLINE = re.compile(
    r'<link rel="(?:preload|modulepreload|manifest|apple-touch-icon)"[^>]*>\s*'
    r'|<(p|section) class="[^"]*\bbs-keep\b[^"]*".*?</\1>\s*',
    re.DOTALL,
)
"""What only a site on the web needs: fonts ahead of time, what devices ask for, and the offer to keep it."""
FONTS_FROM, FONTS_WITHIN = re.compile(r"font-src (?:[^;\"&]|&[^;\"]*;)*"), "font-src data:"
DATA = re.compile(r'\sdata-[\w-]+="([^"]+\.json)"')
MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first that an archive can tell: the same site gives the same bytes."""
READABLE = 0o100644 << 16
UNIX = 3


def archive(files: Mapping[str, bytes], leave_out: Iterable[str], *, folder: str, frame: str) -> bytes:
    """Return a built site as a ZIP, in one folder; `frame` is the script of every page, which brings all others."""
    unasked = (*UNASKED, *leave_out)
    names = frozenset(name for name in files if not any(fnmatchcase(name, each) for each in unasked))
    texts = {name: files[name].decode("utf-8") for name in names if name.endswith((".html", ".css", ".js"))}
    modules = {name: text for name, text in texts.items() if name.startswith(f"{posixpath.dirname(frame)}/")}
    made = {name: _written(name, text, files) for name, text in texts.items() if name not in modules}
    if frame in modules:
        made[frame] = on_demand(frame, modules)
    asked = {each for name, text in texts.items() if name.endswith(".html") for each in _data(name, text)}
    made |= {f"{name}.js": _script(files[name]) for name in asked & names}
    others = {name: files[name] for name in names - texts.keys()}
    return _packed({name: text.encode() for name, text in made.items() if text} | others, folder)


def _written(name: str, text: str, files: Mapping[str, bytes]) -> str:
    """Return a text as it stands in the archive; nothing for a page that only sends its readers on."""
    if name.endswith(".css"):
        return FONT.sub(lambda match: f"url({_within(_joined(name, match[1]), files)})", text)
    if not name.endswith(".html"):
        return text
    if target_of(text[:2000]) is not None:
        return ""
    page = FONTS_FROM.sub(FONTS_WITHIN, ONLINE.sub("", text), count=1)
    return LINK.sub(lambda match: f"{match[1]}{_to_file(name, match[2], files)}{match[3]}", page)


def _to_file(page: str, link: str, files: Mapping[str, bytes]) -> str:
    """Return a link that names the page of a folder, where it leads to a folder of the site."""
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", html.unescape(link), re.DOTALL).groups()  # type: ignore[union-attr] # it fits any text
    if not path or path.startswith("/") or ":" in path.split("/")[0]:
        return link
    index = _joined(page, f"{path}/{INDEX}")
    if index not in files:
        return link
    return html.escape(f"{path.removesuffix('/')}/{INDEX}{mark}{rest}")


def _within(name: str, files: Mapping[str, bytes]) -> str:
    return f"data:font/woff2;base64,{b64encode(files[name]).decode()}"


def _data(page: str, text: str) -> set[str]:
    """Return the files of data that a page fetches."""
    return {_joined(page, html.unescape(each)) for each in DATA.findall(text)}


def _script(data: bytes) -> str:
    """Return data as a script, which a page on a disk may load."""
    return f"globalThis.siteData = {json.dumps(json.loads(data), separators=(',', ':'))};\n"


def _joined(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))


def _packed(files: Mapping[str, bytes], folder: str) -> bytes:
    whole = BytesIO()
    with ZipFile(whole, "w") as made:
        for name, content in sorted(files.items()):
            info = ZipInfo(f"{folder}/{name}", MOMENT)
            info.external_attr, info.create_system = READABLE, UNIX
            info.compress_type = ZIP_STORED if PACKED.search(name) else ZIP_DEFLATED
            made.writestr(info, content, compresslevel=9)
    return whole.getvalue()

"""An address: where a URL found on a page of the site leads, inside the site or out of it."""

import posixpath
import re
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import quote, unquote, urlsplit

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


class Kind(Enum):
    """The sorts of address that need different checks."""

    INSIDE = auto()
    """A path of this site."""
    OUTSIDE = auto()
    """Another host, or a scheme that is no path."""
    ABOVE = auto()
    """A path that climbs out of the site."""
    BASELESS = auto()
    """A path from the root of the host that leaves out the folder in which the site lives."""
    MALFORMED = auto()
    """No URL at all."""


@dataclass(frozen=True, slots=True)
class Address:
    """A URL resolved: decoded path from the root of the site and fragment, or why it is not such a path."""

    kind: Kind
    path: str = ""
    fragment: str = ""
    scheme: str = ""
    full: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """Where the site is published: scheme and host (empty when not known), and the folder, from `/` to `/`."""

    origin: str
    base: str

    @property
    def url(self) -> str:
        """Return the address of the home page, or nothing when the host is not known."""
        return self.origin + self.base if self.origin else ""


def home(site_url: str) -> Home:
    """Return where a site is published from its `site_url`, which may be empty."""
    parts = urlsplit(site_url)
    base = posixpath.join("/", parts.path, "")
    return Home(f"{parts.scheme}://{parts.netloc}" if parts.netloc else "", base)


def resolve(url: str, *, page: str, home: Home) -> Address:
    """Return the address that a URL on a page has; `page` is the page's file, from the root of the site."""
    url = url.strip("\t\n\f\r ")
    scheme = SCHEME.match(url)
    if home.origin and url.startswith(home.origin) and url[len(home.origin) :][:1] in {"", "/", "?", "#"}:
        inner = resolve(url[len(home.origin) :] or "/", page="", home=home)
        if inner.kind is Kind.BASELESS:
            return Address(Kind.OUTSIDE, scheme=scheme[1] if scheme else "", full=True)
        return Address(inner.kind, inner.path, inner.fragment, full=True, reason=inner.reason)
    if reason := _malformed(url, scheme[1].lower() if scheme else ""):
        return Address(Kind.MALFORMED, reason=reason)
    if scheme:
        return Address(Kind.OUTSIDE, scheme=scheme[1].lower())
    if url.startswith("//"):
        return Address(Kind.OUTSIDE, scheme="//")
    return _path(url, page, home)


def _path(url: str, page: str, home: Home) -> Address:
    rest, _, fragment = url.partition("#")
    raw, _, _ = rest.partition("?")
    path, fragment = unquote(raw), unquote(fragment)
    if path.startswith("/"):
        if not (path + "/").startswith(home.base):
            return Address(Kind.BASELESS, path.lstrip("/"), fragment)
        folder, path = "", path[len(home.base) :]
    elif not path:
        return Address(
            Kind.INSIDE,
            page.removesuffix("index.html") if page[-11:] in {"index.html", "/index.html"} else page,
            fragment,
        )
    else:
        folder = posixpath.dirname(page)
    parts = folder.split("/") if folder else []
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return Address(Kind.ABOVE, path, fragment)
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    is_folder = path.rpartition("/")[2] in {"", ".", ".."}
    return Address(Kind.INSIDE, "/".join(parts) + ("/" if is_folder and parts else ""), fragment)


def _malformed(url: str, scheme: str) -> str:
    """Return why a URL cannot be read, or nothing."""
    if scheme in {"data", "javascript", "mailto", "tel", "sms", "blob"}:
        return ""
    path = url.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0]
    if "\\" in path:
        return 'it has a backslash, expected "/"'
    if " " in path:
        return 'it has a space, expected "%20" or a name without spaces'
    if ESCAPE.search(path):
        return 'it has a "%" that starts no escape, expected "%25"'
    if "//" not in url:
        return ""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        return f"no browser can make sense of it ({error})"
    if scheme in {"http", "https"} and not parts.hostname:
        return "it names no host"
    if "%" in parts.netloc:
        return "its host has signs that no host has"
    return ""


def after_path(url: str) -> str:
    """Return what follows the path of a URL: its query and its fragment, or nothing."""
    return url[len(re.split("[?#]", url, maxsplit=1)[0]) :]


def way_down(url: str, *, folder: str) -> tuple[str, str] | None:
    """Return the folder up to which a URL in a folder of the site leads first, and its way down from there.

    None for one that is not relative, that climbs out of the site, or that leads to a place on its own page.
    """
    if not url or url[0] in "#?/" or SCHEME.match(url):
        return None
    while url.startswith(("../", "./")) or url in {"..", "."}:
        if url.startswith(".."):
            if not folder:
                return None
            folder = folder.rpartition("/")[0]
        url = url.partition("/")[2]
    return folder, url


def rooted(url: str, *, folder: str) -> str:
    """Return a URL in a folder of the site as it would be written at the root, from `./`, if it is relative at all."""
    if (found := way_down(url, folder=folder)) is None:
        return url
    above, way = found
    return f"./{quote(above)}/{way}" if above else f"./{way}"


def relative(target: str, *, page: str) -> str:
    """Return the path from one file of the site (or docs folder) to another, both from the root."""
    path = posixpath.relpath(target or ".", posixpath.dirname(page))
    return path + "/" if target.endswith("/") else path

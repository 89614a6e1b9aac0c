"""Built data: the addresses in style sheets, JSON, XML and PDF files of a site."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from site_link_check.read.address import Home
from site_link_check.read.built_page import Reference
from site_link_check.read.embedded import addresses_in_style, strings
from site_link_check.read.pdf import PdfMemory

ADDRESS_KEYS = frozenset({"url", "href", "src", "start_url", "scope", "pdf", "image", "page"})
"""Keys of JSON data under which a path stands."""
PATH = re.compile(r"[\w./%#?=&~+-]*(?:/|\.[a-z0-9]{2,5}(?:#[\w-]*)?)")


def read_data(content: bytes, *, file: str, home: Home, memory: PdfMemory | None = None) -> list[Reference]:
    """Return the addresses in one file of the site that is no HTML: `tag` tells the kind of file."""
    ending = file.rpartition(".")[2].lower()
    if ending == "css":
        found = addresses_in_style(content.decode(errors="replace"))
        return [Reference("css", "url", url) for url, _ in found]
    if ending in {"json", "webmanifest"}:
        return list(_in_json(content, file, home))
    if ending == "xml" or file == "robots.txt":
        return list(_in_text(html.unescape(content.decode(errors="replace")), home, ending))
    if ending == "pdf":
        return [Reference("pdf", "link", url) for url in (memory or PdfMemory()).pdf(content).addresses]
    return []


def _in_json(content: bytes, file: str, home: Home) -> Iterator[Reference]:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return
    if file.endswith("search_index.json") and isinstance(data, dict):
        yield from (Reference("search", "location", each.get("location", "")) for each in data.get("docs", []))
        return
    if home.url:
        yield from (Reference("json", "url", text) for text in strings(data) if text.startswith(home.url))
    for value in _under_keys(data):
        if "://" not in value and not value.startswith("#") and PATH.fullmatch(value):
            yield Reference("json", "path", value)


def _under_keys(data: Any) -> Iterator[str]:  # noqa: ANN401 JSON can be anything
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str) and key in ADDRESS_KEYS:
                yield value
            else:
                yield from _under_keys(value)
    elif isinstance(data, list):
        for value in data:
            yield from _under_keys(value)


def _in_text(text: str, home: Home, ending: str) -> Iterator[Reference]:
    if home.url:
        for url in re.findall(re.escape(home.url) + r"[^\s<>\"']*", text):
            yield Reference(ending, "url", url)

"""Addresses that stand in a longer value: a style sheet, a set of pictures, data."""

import json
import re
from collections.abc import Iterator
from typing import Any

ADDRESS_IN_STYLE = re.compile(r"""(?:url\(\s*|@import\s+(?!url\())(?:"([^"]*)"|'([^']*)'|([^\s"')]+))""")
COMMENT_IN_STYLE = re.compile(r"/\*.*?\*/", re.DOTALL)


def addresses_in_style(css: str) -> list[tuple[str, int]]:
    """Return each URL of a style sheet with its position in the text; comments and inline data are left out."""
    css = COMMENT_IN_STYLE.sub(lambda match: " " * len(match[0]), css)
    found = ((match[1] or match[2] or match[3] or "", match.start()) for match in ADDRESS_IN_STYLE.finditer(css))
    return [(url, start) for url, start in found if url and not url.startswith(("data:", "#", "about:"))]


def addresses_in_set(value: str) -> list[str]:
    """Return the URLs of a `srcset` attribute."""
    return re.findall(r"(?:^|,)\s*([^\s,](?:\S*[^\s,])?)", value)


def addresses_in_json(text: str) -> list[str]:
    """Return the URLs with a host in data; what is none has none."""
    try:
        return [string for string in strings(json.loads(text)) if string.startswith(("http:", "https:"))]
    except (ValueError, RecursionError):
        return []


def strings(data: Any) -> Iterator[str]:  # noqa: ANN401 JSON can be anything
    """Yield each text in plain data that is no key."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings(value)

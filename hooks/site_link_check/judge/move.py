"""Moves: where a page went, from the history of its file or an old name in front matter."""

import re

ALIASES = re.compile(
    r"^(?:aliases|redirect_from):[ \t]*(?P<inline>\[[^\]]*\]|[^\s#][^\n]*)?\n?(?P<items>(?:[ \t]*-[ \t][^\n]*\n)*)",
    re.MULTILINE,
)


def renames(log: str) -> dict[str, str]:
    """Return where each file went, from `git log --name-status` of renames, newest first."""
    went: dict[str, str] = {}
    for line in log.splitlines():
        status, _, names = line.partition("\t")
        old, _, new = names.partition("\t")
        if status.startswith("R") and new:
            went.setdefault(old, went.get(new, new))
    return went


def aliases(text: str) -> list[str]:
    """Return the old names that a Markdown file's front matter lists under `aliases` or `redirect_from`."""
    end = text.find("\n---", 3) if text.startswith("---") else -1
    if end < 0 or (match := ALIASES.search(text, 0, end + 1)) is None:
        return []
    found = (match["inline"] or "").strip("[]").split(",") + re.findall(r"-[ \t]+([^\n]*)", match["items"])
    return [name.strip().strip("\"'/") for name in found if name.strip()]

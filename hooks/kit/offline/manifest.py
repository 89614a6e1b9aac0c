"""The manifest: what a device is told of a site that is installed on it, with icons drawn from the site's mark."""

import json
from dataclasses import dataclass

from kit.shelf import Shelf, content_key

NAME, FOLDER = "manifest.webmanifest", "assets/icons"


@dataclass(frozen=True)
class Icon:
    """A square picture: its name, its side, the share of it that the mark takes, and whether it has a ground."""

    name: str
    side_px: int
    share: float = 1
    ground: bool = False


TOUCH = Icon("touch.png", 180, 0.9, ground=True)
"""The one that devices take that round the corners themselves."""
ICONS = (Icon("192.png", 192), Icon("512.png", 512), Icon("maskable.png", 512, 0.72, ground=True), TOUCH)
"""A mask may cut off all but a circle of four fifths of the width: the mark has to be inside it."""


def manifest(name: str, about: str, *, language: str, page: str, mark: str) -> str:
    """Return the manifest as JSON, with two colours. Readers keep a way back: not every device has one of its own."""
    icons = [
        {"src": f"{FOLDER}/{each.name}", "sizes": f"{each.side_px}x{each.side_px}", "type": "image/png"}
        | ({"purpose": "maskable"} if each.ground else {})
        for each in ICONS
        if each is not TOUCH
    ]
    return (
        json.dumps(
            {
                "name": name,
                "short_name": name,
                "description": about,
                "lang": language,
                "id": "./",
                "start_url": "./",
                "scope": "./",
                "display": "minimal-ui",
                "background_color": page,
                "theme_color": mark,
                "icons": icons,
            },
            indent=1,
            ensure_ascii=False,
        )
        + "\n"
    )


def icons(mark: str, colour: str, shelf: Shelf) -> dict[str, bytes]:
    """Return each icon by its address, drawn from a mark in SVG; what did not change comes from the shelf."""
    import typst  # noqa: PLC0415 slow to load, and a build that draws nothing needs none of it

    found = {}
    for each in ICONS:
        source = _source(each, colour, mark)
        name = f"{content_key(source)}.png"
        drawn = shelf.get(name)
        if drawn is None:
            drawn = typst.compile(source.encode(), format="png", ppi=72)
            shelf.put(name, drawn)
        found[f"{FOLDER}/{each.name}"] = drawn
    return found


def _source(icon: Icon, colour: str, mark: str) -> str:
    side, ground = f"{icon.side_px}pt", f'rgb("{colour}")' if icon.ground else "none"
    text = json.dumps(mark, ensure_ascii=False)
    picture = f'image(bytes({text}), format: "svg", width: {icon.share * icon.side_px:g}pt)'
    page = f"#set page(width: {side}, height: {side}, margin: 0pt, fill: {ground})"
    return f"{page}\n#align(center + horizon, {picture})\n"

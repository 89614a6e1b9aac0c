"""The picture that stands beside a shared link: the words of a page, and a figure, as a PNG in shades of one colour."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import PurePath

from kit.cards.picture import size
from kit.cards.typeset import VERSION, Desk, Tools, presses
from kit.shelf import Shelf, content_key

TEMPLATES = PurePath(__file__).parent / "social"
"""The folder of the template, with nothing else in it."""
TEMPLATE = "social.typ"
WIDTH, HEIGHT = 1200, 630
"""In pixels: what the sites that show links ask for."""
POINTS = 600
SHADES = 16
UNSEEN = dt.date(2000, 1, 1)
"""The date of the PDF that the pictures are taken of: it shows nowhere."""
DARK, LIGHT = (9, 44, 41), (253, 251, 247)
"""What black and white become."""


@dataclass(frozen=True)
class Shared:
    """What one picture shows: a title, some words below it, and a drawing (SVG), if any."""

    title: str
    text: str
    svg: str = ""


@dataclass(frozen=True)
class Brand:
    """What all pictures show: the name of the site, its language (`en`), and its mark (SVG), if any."""

    site: str
    language: str
    mark: str = ""


def social_pictures(
    wanted: Mapping[str, Shared], brand: Brand, shelf: Shelf, desk: Desk, tools: Tools
) -> Mapping[str, bytes]:
    """Return a PNG of 1200 x 630 pixels for each name; what the shelf has of the same is not drawn again.

    The shelf keeps what these names need, and nothing else. Raises SettingError where Typst will not set one.
    """
    common = [sha256(each).hexdigest() for each in (*tools.fonts, *tools.templates.values())]
    common += [VERSION, f"{WIDTH} {SHADES} {DARK} {LIGHT}"]
    keys = {name: f"{content_key(common, asdict(brand), asdict(each))}.png" for name, each in wanted.items()}
    made = {name: found for name, key in keys.items() if (found := shelf.get(key))}
    missing = [name for name in wanted if name not in made]
    if missing:
        made |= zip(missing, _drawn([wanted[name] for name in missing], brand, desk, tools), strict=True)
        for name in missing:
            shelf.put(keys[name], made[name])
    shelf.clear(keep=frozenset(keys.values()))
    return made


def _drawn(wanted: Sequence[Shared], brand: Brand, desk: Desk, tools: Tools) -> Iterable[bytes]:
    import pypdfium2  # noqa: PLC0415 slow to load, and a build that draws nothing needs none of it

    entries = []
    for each in wanted:
        width, height = size(each.svg)
        entries.append(asdict(each) | {"width": width, "height": height})
    (press,) = presses(Tools(tools.fonts, tools.templates), desk, used=[TEMPLATE])
    pdf = press.pdf(TEMPLATE, json.dumps(asdict(brand) | {"entries": entries}), {}, checked=UNSEEN)
    with pypdfium2.PdfDocument(pdf) as document:
        return [_png(page) for page in document]


def _png(page: object) -> bytes:
    """Return the picture of a page, with black and white, and all that is between, put into our colours."""
    grey = page.render(scale=WIDTH / POINTS, grayscale=True).to_pil()  # type: ignore[attr-defined] # a page of pypdfium2
    picture = grey.point([value * SHADES // 256 for value in range(256)])
    last = SHADES - 1
    ramp = [
        (dark * (last - shade) + light * shade) // last
        for shade in range(SHADES)
        for dark, light in zip(DARK, LIGHT, strict=True)
    ]
    picture.putpalette(ramp)
    made = BytesIO()
    picture.save(made, "PNG", bits=4)
    return made.getvalue()

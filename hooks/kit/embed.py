"""Embeds: images in Markdown that stand for something the build draws into the page itself."""

import re
from collections.abc import Collection
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

PLACE = re.compile(r'<div data-embed="([^"]+)"></div>')


class EmbedExtension(Extension):
    """Markdown extension that turns a paragraph with one image `…/<folder>/<name>.svg` into the place of a drawing.

    Only images whose name is known are taken; the drawing replaces `place(name)` in the page later.
    """

    def __init__(self, folder: str, names: Collection[str]) -> None:
        """Take the folder that the images seem to lie in, and the names that can be drawn."""
        super().__init__()
        self.name = f"embeds from {folder}"
        self.addresses = {f"{folder}/{name}.svg": name for name in names}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 Markdown calls it by this name
        """Run before MkDocs looks for the image, which it does last."""
        md.treeprocessors.register(_Embedder(md, self.addresses), self.name, 4)


class _Embedder(Treeprocessor):
    def __init__(self, md: Markdown, addresses: dict[str, str]) -> None:
        super().__init__(md)
        self.addresses = addresses

    def run(self, root: Element) -> None:
        """Turn each paragraph that holds nothing but a known image into its place."""
        for paragraph in list(root.iter("p")):
            images = list(paragraph)
            alone = len(images) == 1 and images[0].tag == "img" and not (paragraph.text or images[0].tail or "").strip()
            name = self.addresses.get(images[0].get("src", "").split("../")[-1]) if alone else None
            if name is not None:
                paragraph.clear()
                paragraph.tag = "div"
                paragraph.set("data-embed", name)


def place(name: str) -> str:
    """Return the HTML that stands in a page where a drawing belongs."""
    return f'<div data-embed="{name}"></div>'


def places(html: str) -> tuple[str, ...]:
    """Return the names of the drawings that a page has a place for, in order."""
    return tuple(PLACE.findall(html))

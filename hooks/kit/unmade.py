"""Unmade: what Markdown names and this build does not make is not shown; the words of its links stay, as words."""

from collections.abc import Callable, Collection
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

NOWHERE = "unmade:"
"""The address of what is cited and not listed."""


class UnmadeExtension(Extension):
    """Markdown extension that leaves the words of a link to what is not made, and nothing of a picture of it.

    `labels` are ids that pages may cite and that no page lists; `is_unmade` says whether an address of a page, which
    is the second of what it is asked, leads to what is not made.
    """

    def __init__(self, labels: Collection[str], is_unmade: Callable[[Markdown, str], bool]) -> None:
        """Take what is not made in this build."""
        super().__init__()
        self.labels = labels
        self.is_unmade = is_unmade

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 Markdown calls it by this name
        """Run before MkDocs looks for what pages name, which it does last."""
        self.md = md
        md.registerExtension(self)
        md.treeprocessors.register(_Remover(md, self.is_unmade), "unmade", 3)

    def reset(self) -> None:
        """Give the labels an address before each page, so that what cites them is read as links."""
        self.md.references.update(dict.fromkeys(self.labels, (NOWHERE, "")))


class _Remover(Treeprocessor):
    def __init__(self, md: Markdown, is_unmade: Callable[[Markdown, str], bool]) -> None:
        super().__init__(md)
        self.is_unmade = is_unmade

    def run(self, root: Element) -> None:
        """Take out what leads to nothing, and each paragraph that is empty then."""
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag == "img" and self._leads_nowhere(child.get("src", "")):
                    _replace(parent, child, [], "")
                elif child.tag == "a" and self._leads_nowhere(child.get("href", "")):
                    _replace(parent, child, list(child), child.text or "")
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag == "p" and not len(child) and not (child.text or "").strip():
                    parent.remove(child)

    def _leads_nowhere(self, address: str) -> bool:
        return address == NOWHERE or self.is_unmade(self.md, address)


def _replace(parent: Element, child: Element, parts: list[Element], text: str) -> None:
    """Put a text and parts in the place of a child, in front of what follows it."""
    at = list(parent).index(child)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(child)
    for number, part in enumerate(parts):
        parent.insert(at + number, part)
    if parts:
        parts[-1].tail = (parts[-1].tail or "") + (child.tail or "")
    elif at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")

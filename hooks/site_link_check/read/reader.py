"""The reader of Markdown: what Python-Markdown itself takes for links and definitions, and a text as it renders it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

ADDRESSES = ("href", "src")
LEFT_OUT = ("pymdownx.snippets", "markdown_exec", "mkdocs-click", "mkdocs_click")
"""Extensions that read files or run programs; snippets are put in before, so that their lines are known."""
CALM: dict[str, dict[str, Any]] = {
    "pymdownx.superfences": {"custom_fences": []},
    "pymdownx.highlight": {"use_pygments": False},
    "codehilite": {"use_pygments": False},
}
"""What keeps a second reading of a page from running programs or colouring code that nobody looks at."""
ORDINARY = ("extra", "admonition", "sane_lists", "toc")
"""For Markdown that another program than MkDocs turned into pages."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader found on one page, before anything else changed it.

    `links` holds the addresses as written of all elements that come from Markdown and not from raw HTML. `defined` are
    labels with their addresses in the order in which they were defined, `used` are the labels that were looked up.
    """

    links: tuple[str, ...] = ()
    defined: tuple[tuple[str, str], ...] = ()
    used: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    noted: frozenset[str] = frozenset()


class Recorder(Extension):
    """Notes what the reader finds while a site is built, page by page, and changes nothing that it can read.

    An address that no program can read (`http://[x`) would end the build of MkDocs: its brackets are escaped.
    """

    def __init__(self) -> None:
        """Begin with nothing read."""
        super().__init__()
        self.readings: dict[str, Reading] = {}
        self.page = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the name that Python-Markdown calls
        """Take part in one conversion."""
        md.references = _References()
        md.treeprocessors.register(_Noter(md, self), "site_link_check", 0.5)


class Renderer:
    """Renders Markdown once more, as the site does, to see which part of a text becomes which link."""

    def __init__(self, extensions: Sequence[Any], settings: Mapping[str, Any]) -> None:
        """Render with the extensions of a site, but those that read files or run programs, and with their settings."""
        self.links_bare = any(str(each).endswith(("magiclink", "linkify")) for each in extensions)
        self._extensions = [each for each in extensions if isinstance(each, str) and each not in LEFT_OUT]
        self._settings = {
            name: {**settings.get(name, {}), **CALM.get(name, {})} for name in {*settings, *CALM} - {*LEFT_OUT}
        }

    def html(self, text: str) -> str:
        """Return a text as HTML, or nothing when an extension cannot do its work outside of a build."""
        return self._read(text)[0]

    def reading(self, text: str) -> Reading:
        """Return what the reader finds in a text."""
        return self._read(text)[1]

    def _read(self, text: str) -> tuple[str, Reading]:
        recorder = Recorder()
        try:
            extensions: list[str | Extension] = [*self._extensions, recorder]
            html = Markdown(extensions=extensions, extension_configs=self._settings).convert(text)
        except Exception:  # noqa: BLE001 an extension may fail in any way
            return "", Reading()
        return html, recorder.readings.get("", Reading())


class _References(dict[str, tuple[str, str]]):
    """The link definitions of a page, which remember each definition and each use."""

    def __init__(self) -> None:
        super().__init__()
        self.defined: list[tuple[str, str]] = []
        self.used: set[str] = set()

    def __setitem__(self, label: str, value: tuple[str, str]) -> None:
        self.defined.append((label, value[0]))
        super().__setitem__(label, value)

    def __getitem__(self, label: str) -> tuple[str, str]:
        self.used.add(label)
        return super().__getitem__(label)

    def clear(self) -> None:
        super().clear()
        self.defined, self.used = [], set()


class _Noter(Treeprocessor):
    """Writes down what stands in the tree of a page after all marks in its text have been read."""

    def __init__(self, md: Markdown, recorder: Recorder) -> None:
        super().__init__(md)
        self._recorder = recorder

    def run(self, root: Element) -> None:
        is_page = "relpath" in self.md.treeprocessors or not self._recorder.page
        urls = []
        for element in root.iter():
            for name in ADDRESSES:
                url = element.get(name)
                if url and not isinstance(url, AtomicString):
                    urls.append(url)
                    if not _is_readable(url):
                        element.set(name, quote(url, safe="/:?#=&%@"))
        if not is_page:
            return
        references = self.md.references
        marks = (references.defined, references.used) if isinstance(references, _References) else ([], set())
        notes, noted = _notes(self.md)
        self._recorder.readings[self._recorder.page] = Reading(
            tuple(urls), tuple(marks[0]), frozenset(marks[1]), notes, noted
        )


def _is_readable(url: str) -> bool:
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def _notes(md: Markdown) -> tuple[frozenset[str], frozenset[str]]:
    """Return the labels of the footnotes that have a text, and of those that are referred to."""
    extension = next((each for each in md.registeredExtensions if isinstance(each, FootnoteExtension)), None)
    if extension is None:
        return frozenset(), frozenset()
    labels = frozenset(extension.footnotes)
    found = extension.found_refs
    return labels, frozenset(label for label in labels if _note_id(extension, label) in found)


def _note_id(extension: FootnoteExtension, label: str) -> str:
    return f"fnref{extension.get_separator()}{label}"


@dataclass(frozen=True)
class Reader:
    """All that is known of how a site's Markdown was read: as it was given to the reader, and what that found."""

    texts: Mapping[str, str] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)
    renderer: Renderer = field(default_factory=lambda: Renderer(ORDINARY, {}))

    def reading(self, page: str, text: str) -> Reading:
        """Return what was found on a page, or would be found in its text when nobody has noted it."""
        return self.readings.get(page) or self.renderer.reading(text)

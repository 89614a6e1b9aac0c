"""Sources: the texts that people wrote and from which a site was made."""

import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Text:
    """A file that people edit: its name in messages and its text."""

    file: str
    text: str
    is_output: bool = False
    """Whether a program made the file, where nobody gave the sources."""

    @property
    def is_markdown(self) -> bool:
        """Tell whether the file is Markdown, by its name."""
        return self.file.endswith((".md", ".markdown"))

    @property
    def is_html(self) -> bool:
        """Tell whether the file is HTML, by its name."""
        return self.file.endswith((".html", ".htm"))


@dataclass(frozen=True)
class Sources:
    """All that people wrote.

    `pages` go by the file of the site that they became, `snippets` by the path that names them, `others` are groups of
    more files to search, the nearest first: configuration, templates, data, hooks. `made_by` names who made the pages
    that nobody wrote.
    """

    pages: Mapping[str, Text] = field(default_factory=dict)
    snippets: Mapping[str, Text] = field(default_factory=dict)
    others: Sequence[Sequence[Text]] = ()
    made_by: Mapping[str, str] = field(default_factory=dict)
    outputs: Callable[[str], Text | None] = lambda _: None
    """Returns a page of the site itself, where nobody gave the sources."""
    snippet_settings: Mapping[str, Any] | None = None
    """The settings of the extension for snippets, or None where it is not used."""

    def snippet(self, page: str, path: str) -> Text | None:
        """Return the snippet that a path names on a page; the page is given by its name in messages."""
        return self.snippets.get(path) or self.snippets.get(posixpath.join(posixpath.dirname(page), path))

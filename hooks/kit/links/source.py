"""Sources: the texts that people wrote and from which a site was made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kit.links.markdown_source import Markdown, Written, read_markdown, snippets, written


@dataclass(frozen=True)
class Text:
    """A file that people edit: its name in messages and its text."""

    file: str
    text: str

    @property
    def is_markdown(self) -> bool:
        """Tell whether the file is Markdown, by its name."""
        return self.file.endswith((".md", ".markdown"))

    @cached_property
    def markdown(self) -> Markdown:
        """Return the text read as Markdown."""
        return read_markdown(self.text)

    @cached_property
    def written(self) -> list[Written]:
        """Return each URL written in the text."""
        return written(self.markdown)


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

    def included(self, page: Text) -> list[Text]:
        """Return each snippet that a page includes, also through others, once."""
        if "8<--" not in page.text:
            return []
        found: dict[str, Text] = {}
        waiting = [page]
        while waiting:
            for path, _ in snippets(waiting.pop().markdown):
                text = self.snippets.get(path.split(":")[0])
                if text is not None and text.file not in found:
                    found[text.file] = text
                    waiting.append(text)
        return list(found.values())

"""A fault: something wrong with a link, found in the built site and not yet traced to its source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A span of text in a file that people edit; line and column from 1, 0 when not known."""

    file: str
    line: int = 0
    column: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one file of the site, with all that helps to find it in the source.

    `url` is as built; `target` names what it leads to, however it is written; `needle` is literal text to look for
    instead; `place` is set when the source is known already. `pages` counts the pages on which the theme repeats it.
    """

    rule: str
    file: str
    text: str
    url: str = ""
    target: str = ""
    words: str | None = None
    heading: str = ""
    needle: str = ""
    nth: int = 0
    chrome: bool = False
    authored: bool = False
    pages: int = 1
    place: Place | None = None

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
class Hint:
    """What a broken link most likely meant: a source or file of the site, an anchor there, and whether it moved."""

    name: str
    anchor: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one file of the site, with all that helps to find it in the source.

    `url` is as built; `target` names what it leads to, however it is written. `kind` tells what `index` counts: the
    `reference` or the `mark` of this number on the page, or the `id` of this number among equal ones. `link` is a link
    around the words, `leaf` is the end of `url`, `mend`
    what to write instead, `place` is set when the source is known already. `pages` counts the
    pages that repeat the fault.
    """

    rule: str
    file: str
    text: str
    url: str = ""
    target: str = ""
    words: str | None = None
    heading: str = ""
    kind: str = ""
    index: int = 0
    chrome: bool = False
    link: tuple[str, str, str] | None = None
    authored: bool = False
    pages: int = 1
    place: Place | None = None
    hint: Hint | None = None
    leaf: str = ""
    mend: str = ""

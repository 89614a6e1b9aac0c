"""Settings: what `extra` of mkdocs.yml says about a guide, checked like every other data."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Any, Literal

from kit.entry import OnAnySystem
from kit.key_path import rule_of
from kit.phrase import Form, Text, blanks
from kit.problem import Problem, problem
from kit.record import Record, check
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

MAIL = re.compile(r"[^\s@:/]+@[^\s@:/.]+(\.[^\s@:/.]+)+")
WEB = re.compile(r"https://[^\s/.]+(\.[^\s/.]+)+(/\S*)?")
COLOUR = Form("#[0-9a-f]{6}", 'a colour in small letters and digits, such as "#0f5c57"')
BOXES = (
    *("abstract", "bug", "danger", "example", "failure", "info", "note", "question", "quote", "success", "tip"),
    "warning",
)
"""The kinds of boxes that the theme knows."""
ARCHIVE = Form(r"[a-z0-9-]+\.zip", 'small letters, digits and hyphens that end in ".zip", such as "site.zip"')
ENDING = Form(r"[\w-]*(\.\w+)+", 'an ending with its dot, such as ".pdf"')
PAGE = Form(r"[\w-]+(/[\w-]+)*\.md", 'a path that ends in ".md", such as "faq/old-name.md"')


def _address(text: str) -> str:
    if not MAIL.fullmatch(text) and not WEB.fullmatch(text):
        raise ValueError(
            f'"{text}" is no address that people can write to, '
            "expected one such as help@example.org, or a page that starts with https://."
        )
    return text


class _Data(BaseModel):
    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")


class Help(_Data):
    """The link that stands in the header of every page: the address of its page, and its words in long and in short."""

    page: Text
    label: Text
    short: Text


class Checked(_Data):
    """What stands under every page with a date: a link, and the months until the next check, by page."""

    link: Text
    page: Text
    months: dict[str, Annotated[int, Field(ge=1, le=120)]] = {}


class Contact(_Data):
    """How to write to whoever runs the site: the page that says it, under which title, and the address if there is one.

    `told` is said with the address, `none` while there is not any.
    """

    page: Text
    title: Text
    told: Annotated[str, blanks("address")]
    none: Text
    address: Annotated[str, AfterValidator(_address)] | None = None


class Evidence(_Data):
    """How readers see the parts of the article, by id."""

    sections: dict[str, Text] = {}


class StructuredData(_Data):
    """What pages are in schema.org's words; those whose paths begin with one of `plain` are mere web pages."""

    pages: Literal["WebPage", "MedicalWebPage"] = "WebPage"
    plain: tuple[Text, ...] = ()
    licence: Text | None = None


class Colours(_Data):
    """The colours of an installed site: behind its pages before they are there, and of its mark."""

    page: Annotated[str, COLOUR]
    mark: Annotated[str, COLOUR]


class Offline(_Data):
    """What readers can keep for times without a network, and the page that offers it.

    Files that fit one of `leave_out` are not kept; those that end in one of `once_opened` stay once somebody opened
    them. `archive` is the name of the site as one file.
    """

    page: Text
    archive: Annotated[str, ARCHIVE]
    colours: Colours
    leave_out: tuple[Text, ...] = ()
    once_opened: tuple[Annotated[str, ENDING], ...] = ()


Moved = Annotated[str, PAGE, OnAnySystem]
"""The path of a page from the root of the pages, before or after it moved."""


class Safe(_Data):
    """What may stand in a guide besides what is safe anywhere.

    `html` are elements with their attributes, `files` patterns of paths in docs/, `names` those names of files that a
    host gives a meaning to.
    """

    html: dict[str, tuple[Text, ...]] = {}
    files: tuple[Text, ...] = ()
    names: tuple[Text, ...] = ()


class MarkdownRules(_Data):
    """What readers of Markdown do not mind and a guide does: kinds of `boxes` that it has, and signs it `never` writes.

    Each of the signs comes with what to write instead.
    """

    boxes: tuple[Text, ...] = BOXES
    never: dict[Text, Text] = {}


class Prose(_Data):
    """What the words of pages are judged by: a file of rules and one of own words, both beside mkdocs.yml.

    `data` are the data files whose words readers see, `leave_out` the pages that are not judged.
    """

    rules: Text
    spelling: Text
    data: tuple[Text, ...] = ()
    leave_out: tuple[Text, ...] = ()


class Settings(_Data):
    """The keys of `extra`: ours, the link check's own (`links`), and those that the theme knows."""

    help: Help | None = None
    checked: Checked | None = None
    contact: Contact | None = None
    evidence: Evidence = Evidence()
    structured_data: StructuredData = StructuredData()
    offline: Offline | None = None
    moved: dict[Moved, Moved] = {}
    safe: Safe = Safe()
    markdown: MarkdownRules = MarkdownRules()
    prose: Prose | None = None
    links: Any = None
    alternate: Any = None
    analytics: Any = None
    annotate: Any = None
    consent: Any = None
    generator: bool = True
    homepage: Any = None
    polyfills: Any = None
    social: Any = None
    status: Any = None
    tags: Any = None
    version: Any = None


def read_settings(record: Record) -> tuple[Settings, list[Problem]]:
    """Return the settings in one record of `extra`; those without a fault where some have one."""
    found, problems = check(record, Settings)
    if found is None:
        wrong = {each.rule.removeprefix("extra.").split(".")[0] for each in problems}
        right = {key: value for key, value in record.data.items() if key not in wrong}
        found, _ = check(replace(record, data=right), Settings)
    return found or Settings(), problems


def told_at(record: Record, found: Iterable[tuple[tuple[str | int, ...], str]]) -> list[Problem]:
    """Return a problem for each key of the settings in which something is wrong, at its line."""
    return [problem(record.file, record.line(*path), rule_of((*record.within, *path)), text) for path, text in found]

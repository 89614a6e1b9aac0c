"""The settings, and whether the pages, files and folders that they name are there."""

from collections.abc import Iterator

from kit.guide import (
    Sources,
)
from kit.key_path import rule_of
from kit.problem import did_you_mean, problem
from kit.reading.reader import Reader
from kit.settings import Settings, read_settings


def settings_in(reader: Reader) -> Settings:
    """Return the settings, without those that name a page which is not there."""
    record, pages = reader.sources.settings, reader.sources.addresses.keys()
    found = reader.keep("settings", read_settings(record))
    months = found.checked.months if found.checked else {}
    named: dict[tuple[str | int, ...], str] = {("checked", "months", uri): uri for uri in months if uri != "default"}
    named |= {(key, "page"): part.page for key in ("contact", "offline") if (part := getattr(found, key)) is not None}
    lost = {path: uri for path, uri in named.items() if uri not in pages}
    for path, uri in lost.items():
        others = {"default", *pages} if "months" in path else pages
        text = f'there is no page "{uri}".{did_you_mean(uri, others)}'
        reader.keep("settings", (None, [problem(record.file, record.line(*path), rule_of(("extra", *path)), text)]))
    for path, text in _nowhere(found, reader.sources):
        reader.keep("settings", (None, [problem(record.file, record.line(*path), rule_of(("extra", *path)), text)]))
        lost |= {path: text} if path in {("help", "page"), ("checked", "page")} else {}
    return found.model_copy(update={str(path[0]): None for path in lost if "months" not in path})


def _nowhere(settings: Settings, sources: Sources) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each setting that gives an address, a file or a folder where nothing is, with what is wrong."""
    addresses = {each.removeprefix("./") for each in sources.addresses.values()}
    addresses |= {old.removesuffix(".md") + end for old in settings.moved for end in ("/", ".html")}  # these lead on
    for key in ("help", "checked"):
        part = getattr(settings, key)
        if part is not None and (wanted := part.page.partition("#")[0]) not in addresses and "://" not in wanted:
            yield (key, "page"), f'there is no page at "{part.page}".{did_you_mean(wanted, addresses)}'
    folders = {f"{uri.rpartition('/')[0]}/" for uri in sources.addresses if "/" in uri}
    for number, each in enumerate(settings.structured_data.plain):
        if not any(uri.startswith(each) for uri in sources.addresses):
            near = did_you_mean(each, folders | sources.addresses.keys())
            yield ("structured_data", "plain", number), f'no page is in "{each}".{near}'
    for key in ("data", "leave_out"):
        for number, each in enumerate(getattr(settings.prose, key, ())):
            if each not in sources.names:
                yield ("prose", key, number), f'there is no file "{each}".{did_you_mean(each, sources.names)}'

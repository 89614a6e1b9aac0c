"""Move a page, a question or an exercise with all that leads to it: `make rename from=OLD to=NEW`, all or nothing."""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kit.guide import EXERCISES, Guide, Sources
from kit.problem import Problem
from kit.reading.guide import read_guide
from kit.scaffold.draft import address_of, news, with_addresses
from kit.scaffold.move import CARDS, Link, Move, move_of, moved, with_id
from kit.scaffold.yaml_edit import EditError
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.files import get_files
from mkdocs.utils.yaml import yaml_load
from site_disk import write_all
from site_link_check.place.spot import spots_of_links
from site_link_check.read.markdown_source import without_code
from site_sources import sources_of

BESIDE = ("*.md", ".github/**/*.md", ".github/**/*.yml", ".github/CODEOWNERS", "tests/search.yml")
"""Files beside the guide that may name its pages."""
ROUNDS = 9
"""An id that stands in one file hides no more others than this behind itself."""


def main(root: Path, old: str, new: str) -> int:
    """Move one page; return 1, with nothing written, where that cannot be done."""
    try:
        config = load_config(str(root / "mkdocs.yml"))
        sources = sources_of(get_files(config), config)
    except Abort:
        return 1
    guide, docs, recipe = read_guide(sources), Path(config.docs_dir), Path(config.config_file_path)
    texts = dict(_texts(recipe, docs, guide.docs))
    try:
        move = move_of(old, new, guide)
        changed = moved(move, texts, docs=guide.docs, recipe=recipe.name, links=links)
    except EditError as error:
        return _told(str(error))
    changed, wrong = _with_ids(changed, texts, move, guide, sources)
    if wrong:
        return _told(*map(str, wrong), "Nothing was moved.")
    page = f"{guide.docs}/{move.old}"
    there = docs / move.new
    files = {recipe.parent / path: text for path, text in changed.items() if path != page}
    files[there] = changed.get(page, texts[page])
    files |= _inventory(recipe, move, sources)
    there.parent.mkdir(parents=True, exist_ok=True)
    write_all(files)
    (docs / move.old).unlink()
    sys.stdout.write(f"Moved: {page} to {guide.docs}/{move.new}\n")
    for path in sorted(set(changed) - {page}):
        sys.stdout.write(f"Changed: {path}\n")
    sys.stdout.write("Its old address leads on to the new one. Look at the changes, then: make site\n")
    return 0


def links(text: str) -> Iterator[Link]:
    """Yield the links of a Markdown text that its builder resolves: none in code, none in HTML."""
    for spot in spots_of_links(without_code(text)):
        if spot.is_markdown and spot.url:
            yield Link(text.index(spot.url, spot.start), spot.url)


def _texts(recipe: Path, docs: Path, name: str) -> Iterator[tuple[str, str]]:
    """Yield each text that may name the page, by its path in the project."""
    yield recipe.name, recipe.read_text(encoding="utf-8")
    for file in sorted(docs.rglob("*")):
        if file.suffix in {".md", ".yml"} and file.is_file():
            yield f"{name}/{file.relative_to(docs).as_posix()}", file.read_text(encoding="utf-8")
    for pattern in BESIDE:
        for file in sorted(recipe.parent.glob(pattern)):
            if file.is_file():
                yield file.relative_to(recipe.parent).as_posix(), file.read_text(encoding="utf-8")


def _with_ids(
    changed: Mapping[str, str], texts: Mapping[str, str], move: Move, guide: Guide, sources: Sources
) -> tuple[dict[str, str], list[Problem]]:
    """Return the texts in which lines that name the old id have the new one, and what is then still wrong."""
    made, wrong = dict(changed), list[Problem]()
    for _ in range(ROUNDS):
        wrong = news(guide, _after(sources, made, move, guide.docs))
        named = [each for each in wrong if f'"{move.ids[0]}"' in each.text or f'"{move.old}"' in each.text]
        for each in named:
            path = each.file.replace(f"{guide.docs}/{move.new}", f"{guide.docs}/{move.old}")
            made[path] = with_id(made.get(path, texts.get(path, "")), move, each)
        if not named:
            break
    return made, wrong


def _after(sources: Sources, changed: Mapping[str, str], move: Move, docs: str) -> Sources:
    """Return the sources as they are once the page has moved."""
    own = {path.removeprefix(f"{docs}/"): text for path, text in changed.items() if path.startswith(f"{docs}/")}
    texts = {**sources.texts, **{uri: text.encode() for uri, text in own.items()}}
    texts[move.new] = texts.pop(move.old)
    addresses = {uri: address for uri, address in sources.addresses.items() if uri != move.old}
    settings = yaml_load(changed["mkdocs.yml"]) if "mkdocs.yml" in changed else None
    return replace(
        sources,
        texts=texts,
        addresses={**addresses, move.new: address_of(move.new, sources.addresses)},
        names=sources.names - {move.old} | {move.new},
        settings=replace(sources.settings, data=settings["extra"]) if settings else sources.settings,
    )


def _inventory(recipe: Path, move: Move, sources: Sources) -> dict[Path, str]:
    """Return the list of published addresses with the new ones; the old ones stay, since they lead on."""
    name = (sources.settings.data.get("links") or {}).get("inventory")
    file = recipe.parent / name if name else None
    if file is None or not file.exists():
        return {}
    addresses = {f"/{address_of(move.new, sources.addresses)}"}
    text = file.read_text(encoding="utf-8")
    card = f"/{CARDS}/{move.ids[0]}/"
    if move.old.startswith(f"{EXERCISES}/") and card in text.splitlines():
        addresses.add(f"/{CARDS}/{move.ids[1]}/")
    return {file: with_addresses(text, addresses)}


def _told(*lines: str) -> int:
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    return 1


if __name__ == "__main__":
    sys.exit(main(Path(), os.environ.get("from", ""), os.environ.get("to", "")))  # noqa: SIM112 make hands its own on

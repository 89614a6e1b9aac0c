"""Print cards: set every document as PDF with a picture of its first page, and list them on the page of cards."""

import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from kit.cards import card_index
from kit.cards.document import refusals
from kit.cards.font import unpacked
from kit.cards.print_order import read_order
from kit.cards.print_run import print_run
from kit.cards.publication import address
from kit.cards.typeset import TEMPLATES, Tools
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

log = logging.getLogger("mkdocs.hooks")

FOLDER = "cards"


@dataclass(frozen=True)
class Folder:
    """A folder to work in, or to keep what was made from one build to the next."""

    folder: Path

    def get(self, name: str) -> bytes | None:
        """Return what was kept under a name."""
        with suppress(FileNotFoundError):  # another build may clear the folder
            return (self.folder / name).read_bytes()
        return None

    def put(self, name: str, content: bytes) -> None:
        """Write a file, whole or not at all."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}.part")  # two builds may share a folder
        part.write_bytes(content)
        part.rename(file)

    def clear(self, keep: frozenset[str]) -> None:
        """Drop every file but those with these names."""
        for file in self.folder.glob("*.p[dn][fg]"):
            if file.name not in keep:
                file.unlink(missing_ok=True)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Report what cannot be printed; add the PDFs and their pictures, the open data and the pages for the codes."""
    if files.get_file_from_path(f"{FOLDER}/index.md") is None:
        return files
    docs, catalogue = PurePosixPath(config.docs_dir).name, config.extra["exercises"]
    paths = {PurePosixPath(file.src_uri): file for file in files}
    texts = {path.name: file.content_string for path, file in paths.items() if path.match(f"{FOLDER}/*.yml")}
    order, problems = read_order(
        texts,
        catalogue,
        pictures=config.extra["print_figures"],
        pages={file.src_uri: file.url for file in files.documentation_pages()},
        site=address(config.user_configs, preview=config.site_url),
        folders=(f"{docs}/{FOLDER}", f"{docs}/exercises"),
    )
    if order is not None:
        fonts = [unpacked(file.content_bytes) for path, file in paths.items() if path.match("assets/fonts/*.woff2")]
        templates = {each.name: each.read_bytes() for each in sorted(Path(TEMPLATES).iterdir())}
        tools = Tools(fonts, templates, threads=os.cpu_count() or 1)
        shelf = Path(config.config_file_path).parent / ".cache/cards"
        with TemporaryDirectory() as desk:
            prints, said = print_run(order.documents, Folder(shelf), Folder(Path(desk)), tools)
        problems += refusals(said, place=f"{docs}/exercises")
        config.extra["cards"] = card_index.view(order, prints)
        for uri, content in card_index.files(order, prints, catalogue, folder=FOLDER).items():
            files.append(File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    for problem in problems:
        log.warning(str(problem))
    return files

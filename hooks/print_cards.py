"""Print cards: set every document as PDF with a picture of its first page, and list them on the page of cards."""

import logging
import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kit import card_index
from kit.document import refusals
from kit.font import unpacked
from kit.print_order import read_order
from kit.print_run import print_run
from kit.typeset import TEMPLATES
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks")

FOLDER = "cards"
INDEX = f"{FOLDER}/index.md"
EXERCISES = "exercises"
FONTS = "assets/fonts/*.woff2"
CACHE = ".cache/cards"


@dataclass(frozen=True)
class Shelf:
    """A folder that keeps what was made from one build to the next."""

    folder: Path

    def get(self, name: str) -> bytes | None:
        """Return what was kept under a name."""
        file = self.folder / name
        return file.read_bytes() if file.exists() else None

    def put(self, name: str, content: bytes) -> None:
        """Keep something under a name, whole or not at all."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.with_suffix(".part").write_bytes(content)
        file.with_suffix(".part").rename(file)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Report what cannot be printed; add the PDFs and their pictures, the open data and the pages for the codes."""
    if files.get_file_from_path(INDEX) is None:
        return files
    docs, catalogue = PurePosixPath(config.docs_dir).name, config.extra["exercises"]
    paths = {PurePosixPath(file.src_uri): file for file in files}
    texts = {path.name: file.content_string for path, file in paths.items() if path.match(f"{FOLDER}/*.yml")}
    folders = (f"{docs}/{FOLDER}", f"{docs}/{EXERCISES}")
    order, problems = read_order(
        texts,
        catalogue,
        pictures=config.extra["print_figures"],
        pages={file.src_uri: file.url for file in files.documentation_pages()},
        site=config.site_url or "",
        folders=folders,
    )
    if order is not None:
        shelf, presses = Shelf(Path(config.config_file_path).parent / CACHE), os.cpu_count() or 1
        fonts = [unpacked(file.content_bytes) for path, file in paths.items() if path.match(FONTS)]
        templates = [each.read_bytes() for each in sorted(Path(TEMPLATES).iterdir())]
        prints, said = print_run(order.documents, shelf, fonts=fonts, templates=templates, presses=presses)
        problems += refusals(said, place=folders[1])
        config.extra["cards"] = card_index.view(order, prints)
        for uri, content in card_index.files(order, prints, catalogue, folder=FOLDER).items():
            files.append(File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    for problem in problems:
        log.warning(str(problem))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Choose the template of the page of cards."""
    if page.file.src_uri == INDEX:
        page.meta.update(template="cards.html", hide=["toc"])
    return markdown

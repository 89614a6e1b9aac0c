"""Print cards: set every document as PDF with a picture of its first page, and list them on the page of cards."""

import logging
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from kit.card_index import PDF, PICTURE, to_json, version_pages, view
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
    docs, catalogue, site = PurePosixPath(config.docs_dir).name, config.extra["exercises"], config.site_url or ""
    data = [file for file in files if PurePosixPath(file.src_uri).match(f"{FOLDER}/*.yml")]
    texts = {PurePosixPath(file.src_uri).name: file.content_string for file in data}
    folders = (f"{docs}/{FOLDER}", f"{docs}/{EXERCISES}")
    drawings = config.extra["print_figures"]
    order, problems = read_order(texts, catalogue, pictures=drawings, site=site, folders=folders)
    prints = {}
    if order is not None:
        shelf = Shelf(Path(config.config_file_path).parent / ".cache/cards")
        fonts = [unpacked(file.content_bytes) for file in files if PurePosixPath(file.src_uri).match(FONTS)]
        made_with = sha256(b"".join([*fonts, *(each.read_bytes() for each in sorted(Path(TEMPLATES).iterdir()))])).digest()
        for font in fonts:
            shelf.put(f"fonts/{sha256(font).hexdigest()}.ttf", font)
        prints, said = print_run(order.documents, shelf, fonts=str(shelf.folder / "fonts"), made_with=made_with)
        problems += refusals(said, place=folders[1])
    for problem in problems:
        log.warning(str(problem))
    config.extra["cards"] = []
    if order is None:
        return files
    sizes = {name: len(each.pdf) for name, each in prints.items()}
    config.extra["cards"] = view(order, sizes)
    added: dict[str, str | bytes] = {f"{FOLDER}/cards.json": to_json(order, catalogue, site=site, sizes=sizes)}
    for name, each in prints.items():
        added |= {f"{FOLDER}/{PDF.format(id=name)}": each.pdf, f"{FOLDER}/{PICTURE.format(id=name)}": each.picture}
    for slug, card in order.cards.items():
        added |= {f"{FOLDER}/figures/{slug}-{number}.svg": each.svg for number, each in enumerate(card.pictures, 1)}
    added |= {f"c/{slug}.md": text for slug, text in version_pages(order, catalogue).items()}
    for uri, content in added.items():
        files.append(File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Choose the template of the page of cards."""
    if page.file.src_uri == INDEX:
        page.meta["template"] = "cards.html"
    return markdown

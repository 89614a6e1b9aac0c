"""Draw figures: turn the poses of exercises and the diagrams of assets/figures.yml into pictures."""

import logging
from pathlib import PurePosixPath
from typing import Any

from kit.embed import EmbedExtension, place, places
from kit.figures import album, diagram
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

log = logging.getLogger("mkdocs.hooks")

FOLDER = "exercises"
DIAGRAMS = "assets/figures.yml"
PICTURES = "assets/figures"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Draw every pose and diagram, and report what cannot be drawn."""
    docs = PurePosixPath(config.docs_dir).name
    pages = {f"{docs}/{file.src_uri}": file.content_bytes for file in files.documentation_pages() if _has_poses(file)}
    listed = files.get_file_from_path(DIAGRAMS)
    read, problems = diagram.read(listed.content_bytes, file=f"{docs}/{DIAGRAMS}") if listed else (None, [])
    pictures, unmet = album.exercises(pages, cycle=read[0].cycle if read else None)
    drawn, undrawn = diagram.draw(*read) if read else ({}, [])
    for problem in [*problems, *unmet, *undrawn]:
        log.warning(str(problem))
    config.extra |= {"figures": pictures.screen, "motions": pictures.motions, "diagrams": drawn}
    config.extra["print_figures"] = pictures.printed | {name: figure.printed for name, figure in drawn.items()}
    config.markdown_extensions.append(EmbedExtension(PICTURES, drawn))  # type: ignore[arg-type] # Markdown takes objects
    return files


def on_page_content(html: str, config: MkDocsConfig, **_: object) -> str:
    """Draw each diagram that the page has a place for."""
    drawn = config.extra["diagrams"]
    for name in places(html):
        if name in drawn:
            html = html.replace(place(name), drawn[name].html)
    return html


def on_env(env: Any, config: MkDocsConfig, **_: object) -> Any:  # noqa: ANN401 only MkDocs may import Jinja
    """Give templates the pictures."""
    env.globals |= {name: config.extra[name] for name in ("figures", "motions", "diagrams")}
    return env


def _has_poses(file: File) -> bool:
    path = PurePosixPath(file.src_uri)
    return str(path.parent) == FOLDER and path.name != "index.md"

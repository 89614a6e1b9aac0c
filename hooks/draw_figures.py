"""Draw figures: turn the poses of exercises and the diagrams of assets/figures.yml into pictures."""

import logging
from pathlib import PurePosixPath

from kit import album, diagram
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

log = logging.getLogger("mkdocs.hooks")

FOLDER = "exercises"
DIAGRAMS = "assets/figures.yml"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Draw every pose and diagram, report what cannot be drawn, and add the diagrams as files."""
    docs = PurePosixPath(config.docs_dir).name
    pages = {f"{docs}/{file.src_uri}": file.content_bytes for file in files.documentation_pages() if _has_poses(file)}
    pictures, problems = album.exercises(pages)
    listed = files.get_file_from_path(DIAGRAMS)
    drawn, more = diagram.draw(listed.content_bytes, file=f"{docs}/{DIAGRAMS}") if listed else ({}, [])
    for problem in [*problems, *more]:
        log.warning(str(problem))
    for name, figure in drawn.items():
        files.append(File.generated(config, diagram.address(name), content=figure.file))
    config.extra |= {
        "figures": pictures.screen,
        "motions": pictures.motions,
        "print_figures": pictures.printed | {name: figure.printed for name, figure in drawn.items()},
        "diagrams": drawn,
    }
    return files


def on_page_content(html: str, config: MkDocsConfig, **_: object) -> str:
    """Put each diagram that a page shows into the page itself, so that it takes the page's colours and can move."""
    return diagram.inlined(html, config.extra["diagrams"])


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> Environment:
    """Give templates the pictures of the exercises."""
    env.globals |= {"figures": config.extra["figures"], "motions": config.extra["motions"]}
    return env


def _has_poses(file: File) -> bool:
    path = PurePosixPath(file.src_uri)
    return str(path.parent) == FOLDER and path.name != "index.md"

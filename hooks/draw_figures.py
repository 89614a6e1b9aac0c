"""Draw figures: turn the poses of exercises and the diagrams of assets/figures.yml into pictures."""

from typing import Any

from kit.embed import EmbedExtension, place, places
from kit.guide import FIGURES
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from site_guide import guide_of, pictures
from site_log import tell


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Draw every pose and diagram, and report what cannot be drawn."""
    tell(guide_of(config, files).problems.get("figures", ()))
    drawn = pictures(config)
    tell(drawn.problems)
    config.markdown_extensions.append(EmbedExtension(FIGURES, drawn.diagrams))  # type: ignore[arg-type] # Markdown takes objects
    return files


def on_page_content(html: str, config: MkDocsConfig, **_: object) -> str:
    """Draw each diagram that the page has a place for."""
    drawn = pictures(config).diagrams
    for name in places(html):
        if name in drawn:
            html = html.replace(place(name), drawn[name].html)
    return html


def on_env(env: Any, config: MkDocsConfig, **_: object) -> Any:  # noqa: ANN401 only MkDocs may import Jinja
    """Give templates the pictures, as the HTML that they are."""
    found = pictures(config)
    env.globals["figures"] = {name: Markup(svg) for name, svg in found.album.screen.items()}  # noqa: S704 our own drawing
    env.globals["motions"] = {name: Markup(html) for name, html in found.album.motions.items()}  # noqa: S704
    env.globals["diagrams"] = {name: Markup(each.html) for name, each in found.diagrams.items()}  # noqa: S704
    return env

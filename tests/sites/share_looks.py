"""Share the looks of this project with a small guide beside it: fonts, styles and scripts, as its own assets."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

ASSETS = Path(__file__).parents[2] / "docs/assets"
FOLDERS = ("fonts", "javascripts", "stylesheets")
MARK = "images/favicon.svg"


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each file to the site, unless the guide has one of that name."""
    paths = [path for folder in FOLDERS for path in sorted((ASSETS / folder).rglob("*")) if path.is_file()]
    for path in [*paths, ASSETS / MARK]:
        name = f"assets/{path.relative_to(ASSETS).as_posix()}"
        if files.get_file_from_path(name) is None:
            files.append(File.generated(config, name, abs_src_path=str(path)))
    return files

"""Show exercises: check each file of exercises/, and give its page, the gallery and the navigation what they need."""

import logging
from pathlib import PurePosixPath

from kit.exercises.catalogue import Catalogue, grouped, navigation, read_all
from kit.navigation import with_children
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.hooks")

FOLDER = "exercises"
GALLERY = f"{FOLDER}/index.md"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read the exercises, report what is wrong with them and list them in the navigation."""
    pages = {file.src_uri: file for file in files.documentation_pages()}
    docs = PurePosixPath(config.docs_dir).name
    sources = {f"{docs}/{uri}": file.content_bytes for uri, file in pages.items() if _is_exercise(uri)}
    catalogue, problems = read_all(sources, pages=pages)
    for problem in problems:
        log.warning(str(problem))
        if problem.rule in {"encoding", "file-size"}:  # MkDocs would stop with a traceback, or never
            files.remove(pages[problem.file.removeprefix(f"{docs}/")])
    for uri, file in pages.items():
        if _is_exercise(uri) and PurePosixPath(uri).stem not in catalogue:
            file.inclusion = InclusionLevel.NOT_IN_NAV  # one mistake, one message
    config.extra["exercises"] = catalogue
    if config.nav is not None:
        config.nav = with_children(config.nav, GALLERY, navigation(catalogue, folder=FOLDER))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Choose the template of the page."""
    uri = page.file.src_uri
    if _is_exercise(uri) or uri == GALLERY:
        page.meta["template"] = "gallery.html" if uri == GALLERY else "exercise.html"
        page.meta["hide"] = [*page.meta.get("hide", []), "toc"]
    return markdown


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the page its exercise, all the others and the pages it may point to."""
    catalogue: Catalogue = config.extra["exercises"]
    if page.meta.get("template") in {"gallery.html", "exercise.html"}:
        names = {
            "slug": PurePosixPath(page.file.src_uri).stem,
            "exercise": catalogue.get(PurePosixPath(page.file.src_uri).stem),
            "exercises": catalogue,
            "groups": grouped(catalogue),
            "site_pages": {each.file.src_uri: each for each in nav.pages},
        }
        context.update(names)  # type: ignore[typeddict-item] # templates read them
    return context


def _is_exercise(uri: str) -> bool:
    path = PurePosixPath(uri)
    return str(path.parent) == FOLDER and path.name != "index.md"
